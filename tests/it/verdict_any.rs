//! What holds of findings and verdicts for any pack and any answers.

use crate::any::*;
use crate::support::today;
use plumbline::model::assessment::{Assessment, ItemStatus, Mode};
use plumbline::model::pack::{ItemIx, Kind, Pack};
use plumbline::report::board::Board;
use plumbline::report::Report;
use plumbline::rules::findings::{findings, Finding, Grade, Subject};
use plumbline::rules::groups::{groups, Grouping};
use plumbline::rules::verdict::{next_answers, verdict, Stage, Verdict};
use proptest::sample::Index;
use std::rc::Rc;

fn stages(verdict: Verdict) -> [Stage; 2] {
    [verdict.stage1, verdict.stage2]
}

/// The worse, the lower.
fn rank(stage: &Stage) -> u8 {
    match stage {
        Stage::NotReady(_) => 0,
        Stage::CannotSay { .. } => 1,
        // Both lead to a certificate.
        Stage::Ready | Stage::ReadyWith(_) => 2,
    }
}

fn majors(pack: &Pack, assessment: &Assessment) -> Vec<Finding> {
    let major = |finding: &Finding| finding.grade == Grade::Major;
    findings(pack, assessment, today()).into_iter().filter(major).collect()
}

/// Where a finding stands: the item or the first item of the clause; the system comes first.
fn place(pack: &Pack, finding: &Finding) -> ItemIx {
    match finding.subject {
        Subject::Item(item) => item,
        Subject::Clause(section) => pack.sections[section].items.start,
        Subject::System => 0,
    }
}

/// Changes the level of an item and keeps what else was said.
fn set_level(assessment: &mut Assessment, item: ItemIx, to: usize) {
    let mut answer = assessment.get(item).map(|answer| (**answer).clone()).unwrap_or_default();
    answer.response = crate::make::answer(&to.to_string()).response;
    assessment.set(item, Some(Rc::new(answer)));
}

/// Raises some levels, one after the other, and shows each step.
fn raise(
    pack: &Pack,
    assessment: &Assessment,
    (order, choices): (Order, Vec<Index>),
    see: impl Fn(&Assessment, &Assessment),
) {
    let mut now = assessment.clone();
    for item in order.of(pack) {
        if let ItemStatus::Level(level) = now.item_status(item) {
            let before = now.clone();
            set_level(
                &mut now,
                item,
                (usize::from(level.number()) + choices[item].index(3)).min(4),
            );
            see(&before, &now);
        }
    }
}

#[test]
fn raising_a_level_never_worsens_a_stage() {
    for_any(CASES, (outline(), given(), (order(MOST), choices())), |(outline, given, steps)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        raise(&pack, &assessment, steps, |before, after| {
            let [before, after] =
                [before, after].map(|assessment| stages(verdict(&pack, assessment, today())));
            assert!(before.iter().zip(&after).all(|(before, after)| rank(before) <= rank(after)));
        });
    });
}

#[test]
fn raising_a_level_adds_no_major() {
    for_any(CASES, (outline(), given(), (order(MOST), choices())), |(outline, given, steps)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        raise(&pack, &assessment, steps, |before, after| {
            // One about the same subject may be raised by a milder rule.
            let subjects =
                |assessment| majors(&pack, assessment).iter().map(|one| one.subject).collect();
            let (before, after): (Vec<Subject>, Vec<Subject>) = (subjects(before), subjects(after));
            assert!(after.iter().all(|subject| before.contains(subject)), "{before:?} {after:?}");
        });
    });
}

#[test]
fn taking_an_answer_back_or_not_knowing_adds_no_finding_and_makes_none_graver() {
    for_any(
        CASES,
        (outline(), given(), order(MOST), choices()),
        |(outline, given, order, choices)| {
            let pack = outline.pack();
            let mut assessment = given.to(&pack);
            let told = |assessment: &Assessment| -> Vec<(Subject, Grade)> {
                findings(&pack, assessment, today())
                    .iter()
                    .map(|finding| (finding.subject, finding.grade))
                    .collect()
            };
            for item in order.of(&pack) {
                let before = told(&assessment);
                give(&mut assessment, item, ["", "?"][choices[item].index(2)]);
                assert!(told(&assessment).iter().all(|finding| before.contains(finding)));
            }
            assert_eq!(findings(&pack, &assessment, today()), []);
        },
    );
}

#[test]
fn taking_an_answer_back_or_not_knowing_makes_no_stage_fail() {
    for_any(
        CASES,
        (judged(), given(), order(MOST), choices()),
        |(outline, given, order, choices)| {
            let pack = outline.pack();
            let mut assessment = given.to(&pack);
            for item in order.of(&pack) {
                let before = stages(verdict(&pack, &assessment, today()));
                give(&mut assessment, item, ["", "?"][choices[item].index(2)]);
                for (before, after) in
                    before.iter().zip(stages(verdict(&pack, &assessment, today())))
                {
                    assert!(rank(before) == 0 || rank(&after) > 0, "{before:?} became {after:?}");
                }
            }
        },
    );
}

#[test]
fn findings_rest_on_levels_that_are_asked_and_stand_in_order() {
    for_any(CASES, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let found = findings(&pack, &assessment, today());
        for finding in &found {
            assert!(!finding.rests_on.is_empty());
            for (item, level) in &finding.rests_on {
                assert!(assessment.asks(&pack, *item));
                let status = level.map_or(ItemStatus::NotApplicable, ItemStatus::Level);
                assert_eq!(assessment.item_status(*item), status);
            }
            if let Subject::Clause(section) = finding.subject {
                assert_eq!(pack.sections[section].kind, Kind::Requirement);
            }
        }
        assert!(found.is_sorted_by_key(|finding| (finding.grade, place(&pack, finding))));
    });
}

#[test]
fn the_order_of_answering_matters_to_no_finding_no_verdict_and_no_page() {
    for_any(CASES, (outline(), given(), order(MOST)), |(outline, given, order)| {
        let pack = outline.pack();
        let first = given.to(&pack);
        let mut second = Assessment::new(&pack, first.mode);
        for item in order.of(&pack) {
            give(&mut second, item, "0");
            second.set(item, first.get(item).cloned());
        }
        assert_eq!(findings(&pack, &first, today()), findings(&pack, &second, today()));
        assert_eq!(verdict(&pack, &first, today()), verdict(&pack, &second, today()));
        let board = |assessment| Board::new(&Report::new(&pack, assessment, today()));
        assert_eq!(board(&first), board(&second));
        for side in [Grouping::Sections, Grouping::Phases, Grouping::Owners, Grouping::Stages] {
            assert_eq!(groups(&pack, &first, side, today()), groups(&pack, &second, side, today()));
        }
    });
}

#[test]
fn a_quick_check_is_never_ready_and_raises_no_false_alarm() {
    for_any(CASES, (judged(), given(), choices()), |(outline, given, choices)| {
        let pack = outline.pack();
        let mut assessment = given.to(&pack);
        assessment.mode = Mode::Quick;
        let quick = stages(verdict(&pack, &assessment, today()));
        assert!(quick.iter().all(|stage| rank(stage) < 2));
        // Whatever is answered to the rest.
        assessment.mode = Mode::Full;
        for item in 0..pack.items.len() {
            if !pack.items[item].quick {
                give(&mut assessment, item, "3e");
            }
        }
        complete(&pack, &mut assessment, &choices);
        for (quick, full) in quick.iter().zip(stages(verdict(&pack, &assessment, today()))) {
            assert!(rank(quick) > 0 || rank(&full) == 0, "{quick:?} but {full:?}");
        }
    });
}

#[test]
fn the_next_answers_make_a_stage_ready_and_none_can_be_spared() {
    for_any(CASES, (judged(), given(), choices()), |(outline, given, choices)| {
        let pack = outline.pack();
        let mut assessment = given.to(&pack);
        assessment.mode = Mode::Full;
        // Few levels are low, else hardly any stage could still become ready.
        for (item, choice) in (0..pack.items.len()).zip(choices) {
            if !is_open(&assessment, item) && choice.index(8) > 0 {
                give(&mut assessment, item, "3e");
            }
        }
        for at in 0..2 {
            let stage = stages(verdict(&pack, &assessment, today()))[at].clone();
            let next = next_answers(&pack, &assessment, &stage);
            let lacks = |item: &ItemIx| {
                is_open(&assessment, *item)
                    || !assessment.get(*item).is_some_and(|answer| answer.has_evidence())
            };
            assert!(next.iter().all(lacks));
            let after = |left_open: Option<ItemIx>| {
                let mut answered = assessment.clone();
                for item in next.iter().filter(|item| left_open != Some(**item)) {
                    give(&mut answered, *item, "3e");
                }
                rank(&stages(verdict(&pack, &answered, today()))[at]) == 2
            };
            assert_eq!(next.is_empty(), !matches!(stage, Stage::CannotSay { .. }));
            if !next.is_empty() {
                assert!(after(None));
                assert!(next.iter().all(|item| !after(Some(*item))));
            }
        }
    });
}

#[test]
fn a_stage_that_is_not_ready_stays_so_whatever_the_missing_answers_are() {
    for_any(CASES, (judged(), given(), choices()), |(outline, given, choices)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let before = stages(verdict(&pack, &assessment, today()));
        let mut best = assessment.clone();
        for item in (0..pack.items.len()).filter(|item| is_open(&assessment, *item)) {
            give(&mut best, item, "4e");
        }
        let mut any = assessment.clone();
        complete(&pack, &mut any, &choices);
        for completed in [best, any] {
            for (before, after) in before.iter().zip(stages(verdict(&pack, &completed, today()))) {
                assert!(rank(before) > 0 || rank(&after) == 0, "{before:?} became {after:?}");
            }
        }
    });
}
