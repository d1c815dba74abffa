//! What holds for any pack and any answers.

use crate::any::*;
use plumbline::model::assessment::{Assessment, ItemStatus, Level};
use plumbline::model::pack::{ItemIx, Pack};
use plumbline::rules::plan::gaps;
use plumbline::rules::score::{score, Bounds, Score, Scores};
use proptest::collection::vec;
use std::collections::BTreeSet;

/// The bounds of every figure; those of one over nothing are `None`.
fn all(scores: &Scores) -> Vec<Option<Bounds>> {
    let figures: Vec<&Score> =
        scores.sections.iter().chain(&scores.groups).chain([&scores.overall]).collect();
    figures.into_iter().map(|figure| figure.bounds).collect()
}

/// Pairs of bounds of the figures that both have.
fn pairs(before: &Scores, after: &Scores) -> Vec<(Bounds, Bounds)> {
    all(before).into_iter().zip(all(after)).filter_map(|(a, b)| a.zip(b)).collect()
}

#[test]
fn bounds_lie_between_nothing_and_everything() {
    for_any(CASES, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        let scores = score(&pack, &given.to(&pack));
        for bounds in all(&scores).into_iter().flatten() {
            assert!(bounds.lower + bounds.unknown <= bounds.upper, "{bounds:?}");
            assert!(bounds.upper <= 10_000, "{bounds:?}");
        }
    });
}

#[test]
fn what_is_not_known_is_all_that_is_open_once_everything_is_answered() {
    for_any(CASES, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        let given = given.to(&pack);
        let (mut silent, mut unsure) = (given.clone(), given);
        for item in 0..pack.items.len() {
            if is_open(&silent, item) {
                give(&mut silent, item, "");
                give(&mut unsure, item, "?");
            }
        }
        let (silent, unsure) = (score(&pack, &silent), score(&pack, &unsure));
        for bounds in all(&silent).into_iter().flatten() {
            assert_eq!(bounds.unknown, 0, "{bounds:?}");
        }
        for (silent, unsure) in pairs(&silent, &unsure) {
            assert_eq!((silent.lower, silent.upper), (unsure.lower, unsure.upper));
        }
        // Rounded down: once for a section, once for each mean above it.
        for bounds in all(&unsure).into_iter().flatten() {
            let lost = bounds.upper - bounds.lower - bounds.unknown;
            assert!(lost <= 3, "{bounds:?}");
        }
    });
}

#[test]
fn without_open_answers_both_bounds_are_the_same() {
    for_any(CASES, (outline(), given(), choices()), |(outline, given, choices)| {
        let pack = outline.pack();
        let mut assessment = given.to(&pack);
        complete(&pack, &mut assessment, &choices);
        for bounds in all(&score(&pack, &assessment)).into_iter().flatten() {
            assert_eq!(bounds.lower, bounds.upper);
        }
    });
}

#[test]
fn raising_a_level_lowers_no_figure() {
    for_any(CASES, (outline(), given(), choices()), |(outline, given, choices)| {
        let pack = outline.pack();
        let mut assessment = given.to(&pack);
        let before = score(&pack, &assessment);
        for (item, choice) in (0..pack.items.len()).zip(choices) {
            if let ItemStatus::Level(level) = assessment.item_status(item) {
                let raised = usize::from(level.number()) + choice.index(5);
                give(&mut assessment, item, &raised.min(4).to_string());
            }
        }
        for (before, after) in pairs(&before, &score(&pack, &assessment)) {
            assert!(before.lower <= after.lower && before.upper <= after.upper);
        }
    });
}

#[test]
fn an_answer_to_an_open_question_only_narrows_the_bounds() {
    for_any(
        CASES,
        (outline(), given(), order(MOST), choices()),
        |(outline, given, order, choices)| {
            let pack = outline.pack();
            let mut assessment = given.to(&pack);
            for item in order.of(&pack) {
                if is_open(&assessment, item) {
                    let before = score(&pack, &assessment);
                    give(&mut assessment, item, final_answer(&pack, item, choices[item]));
                    for (before, after) in pairs(&before, &score(&pack, &assessment)) {
                        assert!(before.lower <= after.lower && after.upper <= before.upper);
                    }
                }
            }
        },
    );
}

#[test]
fn bounds_contain_whatever_the_open_answers_turn_out_to_be() {
    for_any(CASES, (outline(), given(), vec(choices(), 5)), |(outline, given, completions)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let before = score(&pack, &assessment);
        for choices in completions {
            let mut completed = assessment.clone();
            complete(&pack, &mut completed, &choices);
            for (bounds, known) in pairs(&before, &score(&pack, &completed)) {
                assert!(bounds.lower <= known.lower && known.upper <= bounds.upper);
            }
        }
    });
}

#[test]
fn bounds_are_reached_when_all_open_answers_are_worst_or_best() {
    for_any(CASES, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let before = score(&pack, &assessment);
        let all_open = |what| {
            let mut completed = assessment.clone();
            for item in (0..pack.items.len()).filter(|item| is_open(&assessment, *item)) {
                give(&mut completed, item, what);
            }
            score(&pack, &completed)
        };
        for (bounds, worst) in pairs(&before, &all_open("0")) {
            assert_eq!(bounds.lower, worst.lower);
        }
        for (bounds, best) in pairs(&before, &all_open("3")) {
            assert_eq!(bounds.upper, best.upper);
        }
    });
}

#[test]
fn the_order_of_answering_does_not_matter() {
    for_any(CASES, (outline(), given(), order(MOST)), |(outline, given, order)| {
        let pack = outline.pack();
        let first = given.to(&pack);
        let mut second = Assessment::new(&pack, first.mode);
        for item in order.of(&pack) {
            give(&mut second, item, "0");
            second.set(item, first.get(item).cloned());
        }
        assert_eq!(first, second);
        assert_eq!(score(&pack, &first), score(&pack, &second));
        assert_eq!(gaps(&pack, &first), gaps(&pack, &second));
    });
}

#[test]
fn gaps_are_the_asked_items_below_level_3_with_gates_first() {
    for_any(CASES, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let found: Vec<ItemIx> = gaps(&pack, &assessment).iter().map(|gap| gap.item).collect();
        let below = |item: &ItemIx| match assessment.item_status(*item) {
            ItemStatus::Level(level) => level < Level::ALL[3],
            _ => false,
        };
        let mut sorted = found.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, assessment.asked(&pack).filter(below).collect::<Vec<_>>());
        assert!(found.is_sorted_by_key(|item| !pack.items[*item].gate), "gates come first");
    });
}

#[test]
fn no_gate_comes_before_a_gate_that_it_needs() {
    for_any(CASES, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let found: Vec<ItemIx> = gaps(&pack, &assessment).iter().map(|gap| gap.item).collect();
        let gates: Vec<ItemIx> = found.into_iter().filter(|item| pack.items[*item].gate).collect();
        for (position, gate) in gates.iter().enumerate() {
            let needed = all_needs(&pack, *gate);
            assert!(gates[position..].iter().all(|later| !needed.contains(later)));
        }
    });
}

#[test]
fn after_the_gates_the_gain_for_the_work_never_rises() {
    for_any(CASES, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        let found = gaps(&pack, &given.to(&pack));
        let gains = found
            .iter()
            .filter(|gap| !pack.items[gap.item].gate)
            .map(|gap| f64::from(gap.steps * pack.items[gap.item].weight) / f64::from(gap.effort));
        assert!(gains.collect::<Vec<_>>().is_sorted_by(|a, b| a >= b));
    });
}

/// Everything that an item needs, directly or by way of others.
fn all_needs(pack: &Pack, item: ItemIx) -> BTreeSet<ItemIx> {
    let mut found = BTreeSet::new();
    let mut open = pack.items[item].needs.clone();
    while let Some(need) = open.pop() {
        if found.insert(need) {
            open.extend(&pack.items[need].needs);
        }
    }
    found
}
