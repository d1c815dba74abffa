//! What holds of findings and verdicts for any pack and any answers.

use crate::make::Chance;
use crate::properties::{complete, give, is_open, some_answers, some_pack, RUNS};
use crate::support::today;
use plumbline::answers::{Answers, Mode, Standing};
use plumbline::board::Board;
use plumbline::findings::{findings, without_evidence, Finding, Grade, Place, Rule};
use plumbline::groups::{groups, Grouping};
use plumbline::pack::{ItemIx, Kind, Pack};
use plumbline::report::Report;
use plumbline::verdict::{next_answers, verdict, Stage, Verdict};
use std::rc::Rc;

/// A pack of which both stages can be judged.
fn marked(chance: &mut Chance) -> Rc<Pack> {
    loop {
        let pack = some_pack(chance);
        let first = pack.items.iter().any(|item| item.stage1);
        if first && pack.items.iter().any(|item| item.stage2) {
            return pack;
        }
    }
}

fn stages(verdict: Verdict) -> [Stage; 2] {
    [verdict.stage1, verdict.stage2]
}

/// The worse, the lower.
fn rank(stage: &Stage) -> u8 {
    match stage {
        Stage::NotReady(_) => 0,
        Stage::CannotSay { .. } => 1,
        Stage::Ready => 2,
    }
}

fn majors(pack: &Pack, answers: &Answers) -> Vec<Finding> {
    let major = |finding: &Finding| finding.grade == Grade::Major;
    findings(pack, answers).into_iter().filter(major).collect()
}

/// The section that a finding lies in.
fn section(pack: &Pack, finding: &Finding) -> usize {
    match finding.place {
        Place::Item(item) => pack.items[item].section,
        Place::Clause(section) => section,
    }
}

/// Changes the level of an item and keeps what else was said.
fn set_level(answers: &mut Answers, item: ItemIx, to: usize) {
    let mut answer = answers.get(item).map(|answer| (**answer).clone()).unwrap_or_default();
    answer.response = crate::make::answer(&to.to_string()).response;
    answers.set(item, Some(Rc::new(answer)));
}

/// Raises some levels, one after the other, and shows each step.
fn raise(pack: &Pack, answers: &Answers, chance: &mut Chance, see: impl Fn(&Answers, &Answers)) {
    let mut now = answers.clone();
    for item in chance.shuffled(pack.items.len()) {
        if let Standing::Level(level) = now.standing(item) {
            let before = now.clone();
            set_level(&mut now, item, (usize::from(level.number()) + chance.below(3)).min(4));
            see(&before, &now);
        }
    }
}

#[test]
fn raising_a_level_never_worsens_a_stage() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let answers = some_answers(&pack, chance);
        raise(&pack, &answers, chance, |before, after| {
            let [before, after] = [before, after].map(|answers| stages(verdict(&pack, answers)));
            assert!(before.iter().zip(&after).all(|(before, after)| rank(before) <= rank(after)));
        });
    });
}

#[test]
fn raising_a_level_adds_no_major() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let answers = some_answers(&pack, chance);
        raise(&pack, &answers, chance, |before, after| {
            let places = |answers| majors(&pack, answers).iter().map(|one| one.place).collect();
            let (before, after): (Vec<Place>, Vec<Place>) = (places(before), places(after));
            assert!(after.iter().all(|place| before.contains(place)), "{before:?} {after:?}");
        });
    });
}

#[test]
fn taking_an_answer_back_or_not_knowing_adds_no_finding_and_makes_none_graver() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let mut answers = some_answers(&pack, chance);
        let told = |answers: &Answers| -> Vec<(Place, Grade)> {
            findings(&pack, answers).iter().map(|finding| (finding.place, finding.grade)).collect()
        };
        for item in chance.shuffled(pack.items.len()) {
            let before = told(&answers);
            give(&mut answers, item, chance.one_of(&["", "?"]));
            assert!(told(&answers).iter().all(|finding| before.contains(finding)));
        }
        assert_eq!(findings(&pack, &answers), []);
    });
}

#[test]
fn taking_an_answer_back_or_not_knowing_makes_no_stage_fail() {
    Chance::times(RUNS, |chance| {
        let pack = marked(chance);
        let mut answers = some_answers(&pack, chance);
        for item in chance.shuffled(pack.items.len()) {
            let before = stages(verdict(&pack, &answers));
            give(&mut answers, item, chance.one_of(&["", "?"]));
            for (before, after) in before.iter().zip(stages(verdict(&pack, &answers))) {
                assert!(rank(before) == 0 || rank(&after) > 0, "{before:?} became {after:?}");
            }
        }
    });
}

#[test]
fn findings_rest_on_levels_that_are_asked_and_stand_in_order() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let answers = some_answers(&pack, chance);
        let found = findings(&pack, &answers);
        for finding in &found {
            assert!(!finding.rests_on.is_empty());
            for (item, level) in &finding.rests_on {
                assert!(answers.asks(&pack, *item));
                assert_eq!(answers.standing(*item), Standing::Level(*level));
                assert_eq!(pack.items[*item].section, section(&pack, finding));
            }
            if let Place::Clause(section) = finding.place {
                assert_eq!(pack.sections[section].kind, Kind::Requirement);
            }
        }
        let key = |finding: &Finding| (finding.grade, section(&pack, finding));
        assert!(found.is_sorted_by_key(key));
        let unproven = without_evidence(&pack, &answers);
        let told = found.iter().filter(|finding| finding.rule == Rule::NoEvidence);
        assert!(told.flat_map(|one| &one.rests_on).all(|(item, _)| unproven.contains(item)));
    });
}

#[test]
fn the_order_of_answering_matters_to_no_finding_no_verdict_and_no_page() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let first = some_answers(&pack, chance);
        let mut second = Answers::new(&pack, first.mode);
        for item in chance.shuffled(pack.items.len()) {
            give(&mut second, item, "0");
            second.set(item, first.get(item).cloned());
        }
        assert_eq!(findings(&pack, &first), findings(&pack, &second));
        assert_eq!(verdict(&pack, &first), verdict(&pack, &second));
        let board = |answers| Board::new(&Report::new(&pack, answers, today()));
        assert_eq!(board(&first), board(&second));
        for side in [Grouping::Sections, Grouping::Phases, Grouping::Owners, Grouping::Stages] {
            assert_eq!(groups(&pack, &first, side), groups(&pack, &second, side));
        }
    });
}

#[test]
fn a_quick_check_is_never_ready_and_raises_no_false_alarm() {
    Chance::times(RUNS, |chance| {
        let pack = marked(chance);
        let mut answers = some_answers(&pack, chance);
        answers.mode = Mode::Quick;
        let quick = stages(verdict(&pack, &answers));
        assert!(quick.iter().all(|stage| *stage != Stage::Ready));
        // Whatever is answered to the rest.
        answers.mode = Mode::Full;
        for item in 0..pack.items.len() {
            if !pack.items[item].quick {
                give(&mut answers, item, "3e");
            }
        }
        complete(&pack, &mut answers, chance);
        for (quick, full) in quick.iter().zip(stages(verdict(&pack, &answers))) {
            assert!(rank(quick) > 0 || rank(&full) == 0, "{quick:?} but {full:?}");
        }
    });
}

#[test]
fn the_next_answers_make_a_stage_ready_and_none_can_be_spared() {
    Chance::times(RUNS, |chance| {
        let pack = marked(chance);
        let mut answers = some_answers(&pack, chance);
        answers.mode = Mode::Full;
        // Few levels are low, else hardly any stage could still become ready.
        for item in 0..pack.items.len() {
            if !is_open(&answers, item) && !chance.once_in(8) {
                give(&mut answers, item, "3");
            }
        }
        for at in 0..2 {
            let stage = stages(verdict(&pack, &answers))[at].clone();
            let next = next_answers(&pack, &answers, &stage);
            assert!(next.iter().all(|item| is_open(&answers, *item)));
            let after = |left_open: Option<ItemIx>| {
                let mut answered = answers.clone();
                for item in next.iter().filter(|item| left_open != Some(**item)) {
                    give(&mut answered, *item, "3");
                }
                stages(verdict(&pack, &answered))[at] == Stage::Ready
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
    Chance::times(RUNS, |chance| {
        let pack = marked(chance);
        let answers = some_answers(&pack, chance);
        let before = stages(verdict(&pack, &answers));
        let mut best = answers.clone();
        for item in (0..pack.items.len()).filter(|item| is_open(&answers, *item)) {
            give(&mut best, item, "4e");
        }
        let mut any = answers.clone();
        complete(&pack, &mut any, chance);
        for completed in [best, any] {
            for (before, after) in before.iter().zip(stages(verdict(&pack, &completed))) {
                assert!(rank(before) > 0 || rank(&after) == 0, "{before:?} became {after:?}");
            }
        }
    });
}
