//! What holds for any pack and any answers.

use crate::make::{self, Chance};
use plumbline::answers::{Answers, Level, Mode, Standing};
use plumbline::pack::{ItemIx, Kind, Pack};
use plumbline::plan::gaps;
use plumbline::score::{score, Bounds, Figure, Scores};
use std::collections::BTreeSet;
use std::rc::Rc;

/// How many packs and answers each property is tried on.
pub const RUNS: u64 = 100;

/// A pack of one to five sections with one to seven items each, which need each other in some
/// order without a circle.
pub fn some_pack(chance: &mut Chance) -> Rc<Pack> {
    let sizes: Vec<usize> = (0..=chance.below(5)).map(|_| 1 + chance.below(7)).collect();
    let total = sizes.iter().sum();
    let rank = chance.shuffled(total);
    let mut outline = String::new();
    let mut item = 0;
    for (section, size) in sizes.into_iter().enumerate() {
        outline += &format!("s{section} {}\n", chance.one_of(&["requirement", "control"]));
        for _ in 0..size {
            let (weight, effort) = (1 + chance.below(5), 0.5 * (1 + chance.below(60)) as f64);
            outline += &format!("i{item} weight={weight} effort={effort}");
            let basis: Vec<usize> = (0..total).filter(|other| rank[*other] < rank[item]).collect();
            if !basis.is_empty() && chance.once_in(2) {
                let needs = [chance.one_of(&basis), chance.one_of(&basis)];
                outline += &format!(" needs=i{},i{}", needs[0], needs[1]);
            }
            outline += if chance.once_in(3) { " gate" } else { "" };
            outline += if chance.once_in(3) { " stage1" } else { "" };
            outline += if chance.once_in(3) { " stage2" } else { "" };
            outline += if chance.once_in(2) { " quick\n" } else { "\n" };
            item += 1;
        }
    }
    make::pack(&outline)
}

/// An answer of any kind, or none.
const ANY: &[&str] = &["", "", "?", "-", "~", "0", "1", "2", "3", "4", "1od", "2o", "3e"];

/// Answers to some items, in full or quick mode.
pub fn some_answers(pack: &Pack, chance: &mut Chance) -> Answers {
    let mut answers = Answers::new(pack, Mode::Full);
    if chance.once_in(3) {
        answers.mode = Mode::Quick;
    }
    for item in 0..pack.items.len() {
        give(&mut answers, item, chance.one_of(ANY));
    }
    answers
}

/// Answers an item in the words of [`make::answer`], or not at all.
pub fn give(answers: &mut Answers, item: ItemIx, what: &str) {
    let answer = (!what.is_empty()).then(|| Rc::new(make::answer(what)));
    answers.set(item, answer);
}

/// Whether an item has no level and is not left out.
pub fn is_open(answers: &Answers, item: ItemIx) -> bool {
    matches!(answers.standing(item), Standing::Unanswered | Standing::DontKnow)
}

/// The bounds of every figure; those of one over nothing are `None`.
fn all(scores: &Scores) -> Vec<Option<Bounds>> {
    let figures: Vec<&Figure> =
        scores.sections.iter().chain(&scores.groups).chain([&scores.overall]).collect();
    figures.into_iter().map(|figure| figure.bounds).collect()
}

/// Pairs of bounds of the figures that both have.
fn pairs(before: &Scores, after: &Scores) -> Vec<(Bounds, Bounds)> {
    all(before).into_iter().zip(all(after)).filter_map(|(a, b)| a.zip(b)).collect()
}

#[test]
fn bounds_lie_between_nothing_and_everything() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let scores = score(&pack, &some_answers(&pack, chance));
        for bounds in all(&scores).into_iter().flatten() {
            assert!(bounds.lower <= bounds.upper && bounds.upper <= 10_000, "{bounds:?}");
        }
    });
}

#[test]
fn without_open_answers_both_bounds_are_the_same() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let mut answers = some_answers(&pack, chance);
        complete(&pack, &mut answers, chance);
        for bounds in all(&score(&pack, &answers)).into_iter().flatten() {
            assert_eq!(bounds.lower, bounds.upper);
        }
    });
}

#[test]
fn raising_a_level_lowers_no_figure() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let mut answers = some_answers(&pack, chance);
        let before = score(&pack, &answers);
        for item in 0..pack.items.len() {
            if let Standing::Level(level) = answers.standing(item) {
                let raised = usize::from(level.number()) + chance.below(5);
                give(&mut answers, item, &raised.min(4).to_string());
            }
        }
        for (before, after) in pairs(&before, &score(&pack, &answers)) {
            assert!(before.lower <= after.lower && before.upper <= after.upper);
        }
    });
}

#[test]
fn an_answer_to_an_open_question_only_narrows_the_bounds() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let mut answers = some_answers(&pack, chance);
        for item in chance.shuffled(pack.items.len()) {
            if is_open(&answers, item) {
                let before = score(&pack, &answers);
                give(&mut answers, item, final_answer(&pack, item, chance));
                for (before, after) in pairs(&before, &score(&pack, &answers)) {
                    assert!(before.lower <= after.lower && after.upper <= before.upper);
                }
            }
        }
    });
}

#[test]
fn bounds_contain_whatever_the_open_answers_turn_out_to_be() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let answers = some_answers(&pack, chance);
        let before = score(&pack, &answers);
        for _ in 0..5 {
            let mut completed = answers.clone();
            complete(&pack, &mut completed, chance);
            for (bounds, known) in pairs(&before, &score(&pack, &completed)) {
                assert!(bounds.lower <= known.lower && known.upper <= bounds.upper);
            }
        }
    });
}

#[test]
fn bounds_are_reached_when_all_open_answers_are_worst_or_best() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let answers = some_answers(&pack, chance);
        let before = score(&pack, &answers);
        let all_open = |what| {
            let mut completed = answers.clone();
            for item in (0..pack.items.len()).filter(|item| is_open(&answers, *item)) {
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
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let first = some_answers(&pack, chance);
        let mut second = Answers::new(&pack, first.mode);
        for item in chance.shuffled(pack.items.len()) {
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
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let answers = some_answers(&pack, chance);
        let found: Vec<ItemIx> = gaps(&pack, &answers).iter().map(|gap| gap.item).collect();
        let below = |item: &ItemIx| match answers.standing(*item) {
            Standing::Level(level) => level < Level::ALL[3],
            _ => false,
        };
        let mut sorted = found.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, answers.asked(&pack).filter(below).collect::<Vec<_>>());
        assert!(found.is_sorted_by_key(|item| !pack.items[*item].gate), "gates come first");
    });
}

#[test]
fn no_gate_comes_before_a_gate_that_it_needs() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let answers = some_answers(&pack, chance);
        let found: Vec<ItemIx> = gaps(&pack, &answers).iter().map(|gap| gap.item).collect();
        let gates: Vec<ItemIx> = found.into_iter().filter(|item| pack.items[*item].gate).collect();
        for (position, gate) in gates.iter().enumerate() {
            let needed = all_needs(&pack, *gate);
            assert!(gates[position..].iter().all(|later| !needed.contains(later)));
        }
    });
}

#[test]
fn after_the_gates_the_gain_for_the_work_never_rises() {
    Chance::times(RUNS, |chance| {
        let pack = some_pack(chance);
        let found = gaps(&pack, &some_answers(&pack, chance));
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

fn final_answer(pack: &Pack, item: ItemIx, chance: &mut Chance) -> &'static str {
    match pack.items[item].kind {
        Kind::Requirement => chance.one_of(&["0", "1", "2", "3", "4"]),
        Kind::Control => chance.one_of(&["0", "1", "2", "3", "4", "-"]),
    }
}

/// Gives every open item a level, or leaves it out where it is a control.
pub fn complete(pack: &Pack, answers: &mut Answers, chance: &mut Chance) {
    for item in 0..pack.items.len() {
        if is_open(answers, item) {
            give(answers, item, final_answer(pack, item, chance));
        }
    }
}
