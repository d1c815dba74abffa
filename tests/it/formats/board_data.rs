//! The numbers of the page for the board in the files for spreadsheets and programs.

use super::board_files::{counts, days, last_kept, major, named, outcome, GRADES, GROUPS, STAGES};
use plumbline::model::pack::ItemIx;
use plumbline::report::board::{Board, Major, Outcome};
use plumbline::report::Report;
use plumbline::rules::findings::Subject;
use serde_json::{json, Value};
use std::collections::BTreeMap;

pub fn in_facts(facts: &BTreeMap<String, String>, report: &Report, board: &Board) {
    let fact = |name: &str| facts.get(name).unwrap_or_else(|| panic!("no fact {name}")).as_str();
    let is = |name: &str, value: &dyn std::fmt::Display| {
        assert_eq!(fact(name), value.to_string(), "{name}")
    };
    for (stage, line) in STAGES.iter().zip(&board.stages) {
        assert!(fact(stage).starts_with(outcome(line.outcome)), "{stage}");
        let names = [
            "Not decided and known",
            "Expected controls left out",
            "Other likely majors",
            "Controls not in place",
            "Areas of concern",
            "Likely minors",
            "What is missing",
        ];
        for (name, n) in names.iter().zip(counts(line)) {
            is(&format!("{stage}: {name}"), &n);
        }
    }
    let grades = board.findings;
    for (name, n) in GRADES.iter().zip([grades.majors, grades.minors, grades.observations]) {
        is(&format!("What an auditor would likely raise: {name}"), &n);
    }
    let clauses = report.findings.iter().filter(|one| matches!(one.subject, Subject::Clause(_)));
    assert_eq!(
        facts.keys().filter(|name| name.ends_with(": likely major")).count(),
        clauses.count().min(1)
    );
    for (at, gap) in board.gaps.iter().enumerate() {
        let name = format!("The largest gaps, {}", at + 1);
        is(&name, &named(report, gap.item));
        is(&format!("{name}: Level"), &gap.level);
        is(&format!("{name}: Size"), &gap.size);
        is(&format!("{name}: Likely major"), &major(gap.major));
    }
    for (at, item) in board.strengths.iter().enumerate() {
        is(&format!("Where you are strong, {}", at + 1), &named(report, *item));
    }
    for (at, gap) in board.next.iter().enumerate() {
        let name = format!("Do this first, {}", at + 1);
        is(&name, &named(report, gap.item));
        is(&format!("{name}: Work, days"), &days(gap.half_days));
    }
    is("What is not known: Unanswered", &board.unknown.unanswered);
    is("What is not known: Not known", &board.unknown.dont_know);
    is("What is not known: Sections with open answers", &board.unknown.sections.len());
    for (at, (section, unanswered, dont_know)) in board.unknown.sections.iter().enumerate() {
        let section = &report.pack.sections[*section];
        let name = format!("What is not known: Sections with open answers, {}", at + 1);
        is(&name, &format!("{} {}", section.id, section.name));
        is(&format!("{name}: Unanswered"), unanswered);
        is(&format!("{name}: Not known"), dont_know);
    }
    let shown = "What could be shown to an auditor";
    is(&format!("{shown}: In place: at level 3 or 4"), &board.evidence.done);
    is(&format!("{shown}: Of these, with evidence named"), &board.evidence.shown);
    if let Some(Ok((change, _))) = board.since.as_ref().map(|since| &since.change) {
        let of = "What changed";
        is(&format!("{of}: Date"), &last_kept(board, |date| date.to_string()));
        let percent =
            |bound: Option<u32>| bound.map_or(String::new(), |bound| (bound / 100).to_string());
        for (side, judged) in [("Then", &change.before), ("Now", &change.after)] {
            let [requirements, controls] = judged.scores.groups;
            for (name, figure) in GROUPS.iter().zip([judged.scores.overall, requirements, controls])
            {
                let (lower, upper) =
                    (figure.bounds.map(|b| b.lower), figure.bounds.map(|b| b.upper));
                is(&format!("{of}: {side}: {name}: From, %"), &percent(lower));
                is(&format!("{of}: {side}: {name}: To, %"), &percent(upper));
            }
        }
        let counts = change.counts;
        is(&format!("{of}: Items: Higher"), &counts.better);
        is(&format!("{of}: Items: Lower"), &counts.worse);
        is(&format!("{of}: Items: Changed otherwise"), &counts.other);
        is(&format!("{of}: Items: The same"), &counts.same);
        let of = format!("{of}: Likely findings");
        is(&format!("{of}: Closed"), &change.closed.len());
        is(&format!("{of}: New"), &change.raised.len());
        is(&format!("{of}: With another grade or reason"), &change.regraded.len());
    }
}

pub fn in_json(file: &Value, report: &Report, board: &Board) {
    let found = &file["board"];
    let id = |item: ItemIx| &*report.pack.items[item].id;
    for (name, line) in ["stage1", "stage2"].iter().zip(&board.stages) {
        let [below_defined, left_out, other_majors, controls, concerns, minors, missing] =
            counts(line);
        let outcome = match line.outcome {
            Outcome::ReadyWith => "ready_with".to_string(),
            other => outcome(other).to_lowercase().replace(' ', "_"),
        };
        assert_eq!(
            found[name],
            json!({"outcome": outcome, "below_defined": below_defined, "left_out": left_out,
            "other_majors": other_majors, "controls": controls, "concerns": concerns,
            "minors": minors, "missing": missing})
        );
        let stage = &file["verdict"][name];
        assert_eq!(stage["outcome"], outcome);
        assert_eq!(
            stage["reasons"].as_array().map(Vec::len),
            Some(
                (below_defined
                    + left_out.min(1)
                    + other_majors
                    + controls.min(1)
                    + concerns
                    + minors) as usize
            )
        );
        assert_eq!(stage["missing"].as_array().map(Vec::len), Some(missing as usize));
    }
    let grades = board.findings;
    assert_eq!(
        found["findings"],
        json!({"majors": grades.majors, "minors": grades.minors,
        "observations": grades.observations})
    );
    for (figure, known) in [
        ("/overall", board.overall),
        ("/groups/requirement", board.groups[0]),
        ("/groups/control", board.groups[1]),
    ] {
        let found = file.pointer(figure).expect("a figure");
        assert_eq!(found["lower"], json!(known.bounds.map(|bounds| bounds.lower)));
        assert_eq!(found["upper"], json!(known.bounds.map(|bounds| bounds.upper)));
        assert_eq!(found["tally"]["answered"], json!(known.tally.answered()));
    }
    let gaps = board.gaps.iter().map(|gap| {
        let major = match gap.major {
            Major::Itself => "itself",
            Major::Part => "part",
            Major::No => "no",
        };
        json!({"id": id(gap.item), "level": gap.level, "size": gap.size, "major": major})
    });
    assert_eq!(found["gaps"], gaps.collect::<Value>());
    assert_eq!(
        found["strengths"],
        board.strengths.iter().map(|item| json!(id(*item))).collect::<Value>()
    );
    let next =
        board.next.iter().map(|gap| json!({"id": id(gap.item), "effort_half_days": gap.half_days}));
    assert_eq!(found["next"], next.collect::<Value>());
    let (unknown, evidence) = (&board.unknown, board.evidence);
    let sections = unknown.sections.iter().map(|(section, unanswered, dont_know)| {
        json!({"id": &*report.pack.sections[*section].id, "unanswered": unanswered, "dont_know": dont_know})
    });
    assert_eq!(
        found["unknown"],
        json!({"unanswered": unknown.unanswered,
        "dont_know": unknown.dont_know, "sections": sections.collect::<Value>()})
    );
    assert_eq!(found["evidence"], json!({"done": evidence.done, "shown": evidence.shown}));
    assert_eq!(found["since"].is_null(), board.since.is_none());
    if let Some(Ok((change, _))) = board.since.as_ref().map(|since| &since.change) {
        let counts = change.counts;
        let since = &found["since"]["change"];
        assert_eq!(
            since["items"],
            json!({"better": counts.better, "worse": counts.worse,
            "other": counts.other, "same": counts.same})
        );
        assert_eq!(
            since["findings"],
            json!({"closed": change.closed.len(),
            "raised": change.raised.len(), "regraded": change.regraded.len()})
        );
        let bounds = change.before.scores.overall.bounds;
        assert_eq!(since["before"]["overall"]["lower"], json!(bounds.map(|bounds| bounds.lower)));
    }
}
