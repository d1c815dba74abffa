//! The action plan of any pack and any answers.

use crate::make::{self, Chance};
use crate::roadmap::set;
use crate::support::{self, bakery, default_pack, today};
use plumbline::answers::{Answers, Mode, Programme};
use plumbline::pack::Pack;
use plumbline::roadmap::Roadmap;
use std::rc::Rc;

fn random(pack: &Pack, chance: &mut Chance) -> Answers {
    let mode = chance.one_of(&[Mode::Full, Mode::Full, Mode::Quick]);
    let step = chance.below(11);
    let mut answers = bakery(pack, mode, step);
    for item in 0..pack.items.len() {
        if chance.once_in(3) {
            let mut answer = make::answer(["0", "1", "2", "3", "?"][chance.below(5)]);
            answer.due =
                chance.once_in(4).then(|| today().plus_days(chance.below(400) as i64 - 50));
            answers.set(item, Some(Rc::new(answer)));
        }
    }
    let start = chance.once_in(2).then(|| today().plus_days(chance.below(60) as i64));
    let pace = Some(chance.below(100) as u8 + 1);
    answers.programme = Rc::new(Programme { start, pace, ..Programme::default() });
    answers
}

#[test]
fn any_plan_adds_up_and_starts_nothing_before_what_it_needs() {
    let pack = default_pack();
    Chance::times(60, |chance| {
        let answers = random(&pack, chance);
        let plan = Roadmap::new(&pack, &answers, today());
        let work: u64 = plan.actions.iter().map(|action| u64::from(action.gap.half_days)).sum();
        assert_eq!(plan.half_days, work);
        assert_eq!(plan.phases.iter().map(|phase| phase.half_days).sum::<u64>(), work);
        let gaps = plumbline::plan::gaps(&pack, &answers).len();
        assert_eq!(plan.actions.len(), gaps);
        assert_eq!(plan.phases.iter().map(|phase| phase.count as usize).sum::<usize>(), gaps);
        for (position, action) in plan.actions.iter().enumerate() {
            assert!(action.start <= action.end && action.start >= plan.start);
            assert!(action.start.weekday() < 6 && action.end.weekday() < 6);
            for need in &action.waits_for {
                let before = plan.actions[..position].iter().find(|other| other.gap.item == *need);
                assert!(before.expect("it comes before").end <= action.start);
            }
        }
        for pair in plan.actions.windows(2) {
            assert!(pair[0].end <= pair[1].start, "one after the other");
        }
    });
}

#[test]
fn a_larger_pace_never_ends_later() {
    let pack = default_pack();
    let mut answers = bakery(&pack, Mode::Full, 10);
    let mut before: Option<Roadmap> = None;
    for pace in 1..=100 {
        set(&mut answers, "2027-01-01", pace);
        let plan = Roadmap::new(&pack, &answers, today());
        for (slow, fast) in
            before.iter().flat_map(|before| before.actions.iter().zip(&plan.actions))
        {
            assert_eq!(slow.gap, fast.gap);
            assert!(fast.end <= slow.end && fast.start <= slow.start, "{pace} half days a week");
        }
        before = Some(plan);
    }
}

#[test]
fn the_order_of_answering_does_not_matter() {
    let pack = default_pack();
    Chance::times(20, |chance| {
        let answers = random(&pack, chance);
        let mut again = Answers::new(&pack, answers.mode);
        again.programme = answers.programme.clone();
        again.organisation = answers.organisation.clone();
        for item in chance.shuffled(pack.items.len()) {
            again.set(item, answers.get(item).cloned());
        }
        assert_eq!(
            Roadmap::new(&pack, &answers, today()),
            Roadmap::new(&pack, &again, support::today())
        );
    });
}
