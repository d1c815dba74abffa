//! The three sample organisations, judged and written out: read them as an auditor would.

use crate::findings::subject;
use crate::make;
use crate::support::{golden, today, SAMPLES};
use plumbline::model::pack::{ItemIx, Pack};
use plumbline::report::board::Board;
use plumbline::report::Report;
use plumbline::rules::documents::documents;
use plumbline::rules::findings::{findings, inconsistencies, without_evidence, Grade};
use plumbline::rules::score::Score;
use plumbline::rules::verdict::{verdict, Reason, Stage};
use plumbline::save;
use std::fmt::Write;

#[test]
fn the_samples_are_judged_as_written() {
    let pack = make::read(make::DEFAULT);
    for (name, text) in SAMPLES {
        let (assessment, problems) = save::restore(text, &pack).expect("a save file");
        assert_eq!(problems, []);
        let report = Report::new(&pack, &assessment, today());
        let mut told = format!("{}\non {}\n", report.name, report.date);
        let verdict = verdict(&pack, &assessment, today());
        for (stage, at) in [(&verdict.stage1, 1), (&verdict.stage2, 2)] {
            write!(told, "\n# Stage {at}: {}", stage_in_words(&pack, stage)).expect("text");
        }
        for grade in [Grade::Major, Grade::Minor, Grade::Observation] {
            let found = findings(&pack, &assessment, today());
            let found: Vec<_> = found.into_iter().filter(|one| one.grade == grade).collect();
            write!(told, "\n# {grade:?}: {}\n", found.len()).expect("text");
            for one in found {
                let at = subject(&pack, one.subject);
                let rests_on = one.rests_on.iter();
                let rests_on = rests_on.map(|(item, level)| match level {
                    Some(level) => format!("{}={}", id(&pack, *item), level.number()),
                    None => format!("{}=-", id(&pack, *item)),
                });
                let rests_on = rests_on.collect::<Vec<_>>().join(" ");
                writeln!(told, "{at} {:?}: {rests_on}", one.rule).expect("text");
            }
        }
        told += "\n# Checks\n";
        for odd in inconsistencies(&pack, &assessment, today()) {
            writeln!(told, "{} {:?}", id(&pack, odd.item), odd.kind).expect("text");
        }
        for item in without_evidence(&pack, &assessment) {
            writeln!(told, "{} NoEvidence", id(&pack, item)).expect("text");
        }
        told += "\n# Documents\n";
        for row in documents(&pack, &assessment) {
            let document = &pack.documents[row.document];
            let owners = row.owners.join(", ");
            writeln!(told, "{:?}: {} {} ({owners})", row.state, document.place, document.name)
                .expect("text");
        }
        told += &board_in_words(&pack, &Board::new(&report));
        told += "\n# First ten actions\n";
        for action in report.schedule().actions.iter().take(10) {
            let (item, gap) = (&pack.items[action.gap.item], action.gap);
            let gate = if item.gate { ", gate" } else { "" };
            let days = f64::from(gap.half_days) / 2.0;
            let span = format!("{} to {}", action.start, action.end);
            writeln!(
                told,
                "{} {}: from {}, {days} days, {span}{gate}",
                item.id, item.name, gap.level
            )
            .expect("text");
        }
        golden(&format!("sample-{name}.txt"), &told);
    }
}

fn id(pack: &Pack, item: ItemIx) -> &str {
    &pack.items[item].id
}

fn ids(pack: &Pack, items: &[ItemIx]) -> String {
    items.iter().map(|item| id(pack, *item)).collect::<Vec<_>>().join(" ")
}

fn stage_in_words(pack: &Pack, stage: &Stage) -> String {
    let told = |reasons: &[Reason]| -> String {
        let told =
            reasons.iter().map(|one| format!("{} {:?}\n", subject(pack, one.subject), one.unmet));
        told.collect()
    };
    match stage {
        Stage::Ready => "ready\n".into(),
        Stage::ReadyWith(rest) => format!("ready with\n{}", told(rest)),
        Stage::CannotSay { missing } => {
            let missing = missing.iter().map(|one| match one.item() {
                Some(item) => id(pack, item).to_string(),
                None => format!("{one:?}"),
            });
            format!("cannot say\nmissing: {}\n", missing.collect::<Vec<_>>().join(" "))
        }
        Stage::NotReady(stops) => format!("not ready\n{}", told(stops)),
    }
}

fn figure(figure: Score) -> String {
    let (bounds, tally) = (figure.bounds.expect("something applies"), figure.tally);
    let (lower, upper) = (bounds.lower, bounds.upper);
    format!("{lower} to {upper}, {} of {} answered", tally.answered(), tally.total)
}

fn board_in_words(pack: &Pack, board: &Board) -> String {
    let mut told = "\n# For the board\n".to_string();
    let mut line = |text: String| {
        told += &text;
        told.push('\n');
    };
    for stage in &board.stages {
        line(format!("{stage:?}"));
    }
    line(format!("{:?}", board.findings));
    line(format!("overall {}", figure(board.overall)));
    for (kind, of_group) in ["requirements", "controls"].iter().zip(board.groups) {
        line(format!("{kind} {}", figure(of_group)));
    }
    for gap in &board.gaps {
        let item = &pack.items[gap.item];
        line(format!(
            "gap {} {}: level {}, size {}, major {:?}",
            item.id, item.name, gap.level, gap.size, gap.major
        ));
    }
    line(format!("strengths {}", ids(pack, &board.strengths)));
    let (unanswered, dont_know) = (board.unknown.unanswered, board.unknown.dont_know);
    line(format!("{unanswered} unanswered, {dont_know} not known"));
    for (section, unanswered, dont_know) in &board.unknown.sections {
        let section = &pack.sections[*section].id;
        line(format!("in {section}: {unanswered} unanswered, {dont_know} not known"));
    }
    line(format!("evidence for {} of {}", board.evidence.shown, board.evidence.done));
    let next: Vec<ItemIx> = board.next.iter().map(|gap| gap.item).collect();
    line(format!("next {}", ids(pack, &next)));
    told
}
