//! One page for the board.

use crate::any::*;
use crate::make;
use crate::support::today;
use plumbline::model::assessment::{Assessment, Milestone, Mode};
use plumbline::model::pack::{ItemIx, Pack};
use plumbline::report::board::{Board, Coverage, Major, Outcome, StageLine};
use plumbline::report::compare::milestone;
use plumbline::report::Report;
use plumbline::rules::findings::FindingCounts;
use std::rc::Rc;

fn board(pack: &Rc<Pack>, assessment: &Assessment) -> Board {
    Board::new(&Report::new(pack, assessment, today()))
}

fn ids(pack: &Pack, items: impl IntoIterator<Item = ItemIx>) -> String {
    items.into_iter().map(|item| &*pack.items[item].id).collect::<Vec<_>>().join(" ")
}

const PACK: &str = "
    4 requirement
      4.1 stage1=stop gate effort=2
      4.2 stage1=concern effort=3
      4.3 effort=1
      4.4 effort=1
    A control
      A.1 core
      A.2
";

/// The same with controls enough that one below level 3 is no large share of them.
fn pack_of_stages() -> Rc<Pack> {
    make::pack(&format!("{PACK}      A.3\n      A.4\n"))
}

#[test]
fn a_stage_is_counted_by_what_is_not_met() {
    let pack = pack_of_stages();
    let line = |outcome, [below_defined, other_majors, concerns, minors, missing]: [u32; 5]| {
        let (left_out, controls) = (0, 0);
        StageLine {
            outcome,
            below_defined,
            left_out,
            other_majors,
            controls,
            concerns,
            minors,
            missing,
        }
    };
    use Outcome::{CannotSay, NotReady, Ready, ReadyWith};
    let done = "4.1=3e 4.2=3 4.3=3 4.4=3 A.1=3 A.2=3 A.3=3 A.4=3";
    for (change, first, second) in [
        ("", line(Ready, [0; 5]), line(Ready, [0; 5])),
        ("4.2=1", line(ReadyWith, [0, 0, 1, 0, 0]), line(ReadyWith, [0, 0, 0, 1, 0])),
        ("4.3=2 4.4=2 A.2=2", line(Ready, [0; 5]), line(ReadyWith, [0, 0, 0, 3, 0])),
        (
            "4.1=1 4.2=2 4.3=2 4.4=0 A.1=0",
            line(NotReady, [1, 0, 0, 0, 0]),
            line(NotReady, [1, 2, 0, 0, 0]),
        ),
        ("4.1=2e A.1=0", line(Ready, [0; 5]), line(NotReady, [0, 1, 0, 0, 0])),
        ("4.1=? A.2=?", line(CannotSay, [0, 0, 0, 0, 2]), line(CannotSay, [0, 0, 0, 0, 2])),
    ] {
        let answers = format!("{done} {change}");
        let found = board(&pack, &make::assessment(&pack, &answers));
        assert_eq!(found.stages, [first, second], "{answers}");
    }
}

#[test]
fn findings_are_counted_by_grade() {
    let pack = pack_of_stages();
    let assessment = make::assessment(&pack, "4.1=0 4.2=2 4.3=1 4.4=3 A.1=3 A.2=1od A.3=3");
    let expected = FindingCounts { majors: 1, minors: 2, observations: 1 };
    assert_eq!(board(&pack, &assessment).findings, expected);
}

#[test]
fn the_largest_gaps_are_likely_majors_and_then_what_lowers_the_figures_most() {
    let outline = "
        4 requirement
          4.1 weight=5
          4.2 gate weight=1
          4.3 gate weight=2
        5 requirement
          5.1 weight=1
          5.2 weight=1
          5.3 weight=4
        A control
          A.1 weight=5
          A.2 weight=5
          A.3
          A.4
          A.5
          A.6
          A.7
          A.8
    ";
    let pack = make::pack(outline);
    for (answers, expected) in [
        ("4.1=3 A.1=3", ""),
        // 3 - level, times the weight; the first in the pack of those that are alike.
        ("4.1=1 A.1=2 A.2=1", "4.1 No 10, A.2 No 10, A.1 No 5"),
        // A gate that is absent goes before all, however little it weighs.
        ("4.1=1 4.2=1 A.1=0", "4.2 Itself 2, A.1 No 15, 4.1 No 10"),
        ("4.2=1 4.3=0", "4.3 Itself 6, 4.2 Itself 2"),
        ("4.2=2 4.1=2", "4.1 No 5, 4.2 No 1"),
        // Then what is one major together.
        ("5.1=1 5.2=1 5.3=1 A.1=0", "5.3 Part 8, 5.1 Part 2, 5.2 Part 2, A.1 No 15"),
        (
            "4.1=1 4.2=0 4.3=0 5.1=1 5.2=1 5.3=1 A.1=0",
            "4.3 Itself 6, 4.2 Itself 3, 4.1 Part 10, 5.3 Part 8, 5.1 Part 2",
        ),
        ("A.1=1 A.2=0 A.3=2", "A.2 Part 15, A.1 Part 10, A.3 Part 1"),
    ] {
        let found = board(&pack, &make::assessment(&pack, answers)).gaps;
        let told = found
            .iter()
            .map(|gap| format!("{} {:?} {}", pack.items[gap.item].id, gap.major, gap.size));
        assert_eq!(told.collect::<Vec<_>>().join(", "), expected, "{answers}");
    }
    assert!(Major::Itself < Major::Part && Major::Part < Major::No);
}

#[test]
fn the_greatest_strengths_are_proven_and_then_done_and_shown() {
    let pack = make::pack(
        "4 requirement\n 4.1\n 4.2 weight=2\n 4.3\n 4.4\n 4.5 weight=5\nA control\n A.1\n A.2",
    );
    let strengths =
        |answers: &str| ids(&pack, board(&pack, &make::assessment(&pack, answers)).strengths);
    assert_eq!(strengths("4.1=3 4.2=2e A.1=?"), "");
    assert_eq!(strengths("4.1=4 4.2=4 4.3=3e 4.5=3e A.1=3 A.2=4"), "4.2 4.1 A.2 4.5 4.3");
    assert_eq!(strengths("4.1=4 4.2=4 4.3=4 4.4=4 4.5=3e A.1=4"), "4.2 4.1 4.3 4.4 A.1");
}

#[test]
fn what_is_unknown_is_counted_with_its_sections() {
    let pack = make::pack(PACK);
    for (answers, expected) in [
        ("", (6, 0, vec![(0, 4, 0), (1, 2, 0)])),
        ("4.1=? 4.2=0 4.3=3 4.4=1 A.1=- A.2=0", (0, 1, vec![(0, 0, 1)])),
        ("4.1=3 4.2=0 4.3=3 4.4=1 A.1=~ A.2=?", (1, 1, vec![(1, 1, 1)])),
        ("4.1=3 4.2=0 4.3=3 4.4=1 A.1=- A.2=4", (0, 0, vec![])),
    ] {
        let found = board(&pack, &make::assessment(&pack, answers)).unknown;
        assert_eq!((found.unanswered, found.dont_know, found.sections), expected, "{answers}");
    }
}

#[test]
fn evidence_covers_what_is_done() {
    let pack = make::pack(PACK);
    for (answers, done, shown) in
        [("", 0, 0), ("4.1=2e 4.2=?e A.1=-e", 0, 0), ("4.1=3e 4.2=4 A.1=4e A.2=3", 4, 2)]
    {
        let found = board(&pack, &make::assessment(&pack, answers)).evidence;
        assert_eq!(found, Coverage { done, shown }, "{answers}");
    }
}

#[test]
fn the_next_steps_are_the_first_three_of_the_plan() {
    let pack = make::pack(PACK);
    let assessment = make::assessment(&pack, "4.1=1 4.2=2 4.3=2 4.4=0 A.1=3");
    let next = board(&pack, &assessment).next;
    assert_eq!(ids(&pack, next.iter().map(|gap| gap.item)), "4.1 4.4 4.3");
    assert_eq!(next.iter().map(|gap| gap.half_days).collect::<Vec<_>>(), [3, 2, 1]);
}

#[test]
fn a_change_is_one_since_the_last_milestone() {
    let pack = make::pack(PACK);
    let mut assessment = make::assessment(&pack, "4.1=2");
    assert_eq!(board(&pack, &assessment).since, None);
    let keep = |words, name| milestone(&pack, &make::assessment(&pack, words), name, today());
    let torn = Milestone {
        name: "Torn".into(),
        date: Some(today()),
        save: "".into(),
        automatic: false,
        kept: "".into(),
    };
    let milestones = [keep("4.1=3", "First"), keep("4.1=0", "Second"), torn];
    for (kept, name, better) in [(1, "First", Some(0)), (2, "Second", Some(1)), (3, "Torn", None)] {
        assessment.milestones = milestones[..kept].iter().cloned().map(Rc::new).collect();
        let since = board(&pack, &assessment).since.expect("there is a milestone");
        assert_eq!(&*since.name, name);
        assert_eq!(since.change.ok().map(|(change, _)| change.counts.better), better);
    }
}

#[test]
fn the_quick_check_fills_the_page_with_what_it_asks() {
    let pack = make::pack("4 requirement\n 4.1 quick stage1 stage2\n 4.2\nA control\n A.1");
    let found = board(&pack, &make::quick(&pack, "4.1=3 4.2=0 A.1=0"));
    assert_eq!((found.mode, found.gaps.len(), found.unknown.sections.len()), (Mode::Quick, 0, 0));
    assert_eq!(found.evidence, Coverage { done: 1, shown: 0 });
    assert_eq!(found.stages[1].outcome, Outcome::CannotSay);
}

#[test]
fn no_page_promises_what_a_completion_could_break() {
    for_any(CASES, (outline(), given(), choices()), |(outline, given, choices)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let before = board(&pack, &assessment);
        let mut completed = assessment.clone();
        complete(&pack, &mut completed, &choices);
        let after = board(&pack, &completed);
        for (before, after) in before.stages.iter().zip(&after.stages) {
            match before.outcome {
                Outcome::CannotSay => (),
                known => assert_eq!(after.outcome, known),
            }
        }
        let figures = |board: &Board| [board.overall, board.groups[0], board.groups[1]];
        for (before, after) in figures(&before).into_iter().zip(figures(&after)) {
            // A group may lose its last item, and then has no figure.
            if let (Some(before), Some(after)) = (before.bounds, after.bounds) {
                assert!(before.lower <= after.lower && after.upper <= before.upper);
            }
        }
        // What is found stays found.
        assert!(before.findings.minors <= after.findings.minors);
        assert!(before.findings.majors <= after.findings.majors);
        assert!(before.evidence.done <= after.evidence.done);
        assert_eq!(before.unknown.unanswered, before.overall.tally.unanswered());
        assert_eq!(before.unknown.dont_know, before.overall.tally.dont_know);
    });
}
