//! The numbers of the page for the board in the files for spreadsheets and programs.

use super::board_files::{counts, days, major, named, outcome, GRADES, GROUPS, STAGES};
use plumbline::board::{Board, Major};
use plumbline::findings::Place;
use plumbline::pack::ItemIx;
use plumbline::report::Report;
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
            "Not written and approved",
            "Other likely majors",
            "Other items not done with records",
            "Controls neither in place nor on a plan",
            "Answers that are missing",
        ];
        for (name, n) in names.iter().zip(counts(line)) {
            is(&format!("{stage}: {name}"), &n);
        }
    }
    let grades = board.findings;
    for (name, n) in GRADES.iter().zip([grades.majors, grades.minors, grades.observations]) {
        is(name, &n);
    }
    let clauses = report.findings.iter().filter(|one| matches!(one.place, Place::Clause(_)));
    assert_eq!(
        facts.keys().filter(|name| name.ends_with("nonconformity: Section")).count(),
        clauses.count().min(1)
    );
    for (name, figure) in GROUPS.iter().zip([board.overall, board.groups[0], board.groups[1]]) {
        let bounds = figure.bounds.map(|bounds| (bounds.lower / 100, bounds.upper / 100));
        is(
            &format!("{name}: At least, %"),
            &bounds.map_or(String::new(), |(lower, _)| lower.to_string()),
        );
        is(
            &format!("{name}: At most, %"),
            &bounds.map_or(String::new(), |(_, upper)| upper.to_string()),
        );
        is(&format!("{name}: Answered"), &figure.tally.answered());
        is(&format!("{name}: Items"), &figure.tally.total);
        is(&format!("{name}: Don't know"), &figure.tally.dont_know);
        is(&format!("{name}: Not applicable"), &figure.tally.not_applicable);
        is(&format!("{name}: Unanswered"), &figure.tally.unanswered());
    }
    for (at, gap) in board.gaps.iter().enumerate() {
        let name = format!("The largest gaps, {}", at + 1);
        is(&name, &named(report, gap.item));
        is(&format!("{name}: Level"), &gap.level);
        is(&format!("{name}: Size"), &gap.size);
        is(&format!("{name}: Likely major"), &major(gap.major));
    }
    for (at, item) in board.strengths.iter().enumerate() {
        is(&format!("The greatest strengths, {}", at + 1), &named(report, *item));
    }
    for (at, gap) in board.next.iter().enumerate() {
        let name = format!("What to do next, {}", at + 1);
        is(&name, &named(report, gap.item));
        is(&format!("{name}: Effort, days"), &days(gap.half_days));
    }
    is("Unanswered", &board.unknown.unanswered);
    is("Don't know", &board.unknown.dont_know);
    is("Sections with open answers", &board.unknown.sections.len());
    for (section, unanswered, dont_know) in &board.unknown.sections {
        let section = &report.pack.sections[*section];
        is(&format!("{} {}: Unanswered", section.id, section.name), unanswered);
        is(&format!("{} {}: Don't know", section.id, section.name), dont_know);
    }
    is("In place: at level 3 or 4", &board.evidence.done);
    is("Of these, with evidence named", &board.evidence.shown);
    if let Some(Ok((change, _))) = board.since.as_ref().map(|since| &since.change) {
        let of = "Since the last milestone";
        is(&format!("{of}: Date"), &"2026-05-04");
        let bounds = change.before.scores.overall.bounds;
        let percent =
            |bound: Option<u32>| bound.map_or(String::new(), |bound| (bound / 100).to_string());
        is(
            &format!("{of}: Overall: At least: Then, %"),
            &percent(bounds.map(|bounds| bounds.lower)),
        );
        is(
            &format!("{of}: Overall: At most: Then, %"),
            &percent(bounds.map(|bounds| bounds.upper)),
        );
        let counts = change.counts;
        is(&format!("{of}: Items: Risen"), &counts.better);
        is(&format!("{of}: Items: Fallen"), &counts.worse);
        is(&format!("{of}: Items: Changed otherwise"), &counts.other);
        is(&format!("{of}: Items: Unchanged"), &counts.same);
        is(&format!("{of}: Likely findings: Closed"), &change.closed.len());
        is(&format!("{of}: Likely findings: New"), &change.raised.len());
        is(&format!("{of}: Likely findings: Raised by another rule"), &change.regraded.len());
    }
}

pub fn in_json(file: &Value, report: &Report, board: &Board) {
    let found = &file["board"];
    let id = |item: ItemIx| &*report.pack.items[item].id;
    for (name, line) in ["stage1", "stage2"].iter().zip(&board.stages) {
        let [unwritten, other_majors, not_operating, controls, missing] = counts(line);
        let outcome = outcome(line.outcome).to_lowercase().replace(' ', "_");
        assert_eq!(
            found[name],
            json!({"outcome": outcome, "unwritten": unwritten,
            "other_majors": other_majors, "not_operating": not_operating, "controls": controls,
            "missing": missing})
        );
        let stage = &file["verdict"][name];
        assert_eq!(stage["outcome"], outcome);
        assert_eq!(
            stage["reasons"].as_array().map(Vec::len),
            Some((unwritten + other_majors + not_operating + controls) as usize)
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
