//! The action plan of any pack and any answers.

use crate::any::{for_any, order};
use crate::make;
use crate::schedule::set;
use crate::support::{self, bakery, default_pack, today};
use plumbline::model::assessment::{Answer, Assessment, Mode, PlanSettings};
use plumbline::model::pack::Pack;
use plumbline::rules::schedule::Schedule;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::Strategy;
use proptest::sample::select;
use std::rc::Rc;

/// The bakery some way along, with other levels and dates for some items, a start and a pace.
fn any_answers(pack: &Rc<Pack>) -> impl Strategy<Value = Assessment> {
    let mode = select(&[Mode::Full, Mode::Full, Mode::Quick][..]);
    let level = select(&["0", "1", "2", "3", "?"][..]);
    let due = option::weighted(0.25, -50..350i64);
    let changes = vec(option::weighted(1.0 / 3.0, (level, due)), pack.items.len());
    let settings = (option::of(0..60i64), 1..=100u8);
    let pack = pack.clone();
    (mode, 0..=10usize, changes, settings).prop_map(move |(mode, step, changes, (start, pace))| {
        let mut assessment = bakery(&pack, mode, step);
        for (item, change) in changes.into_iter().enumerate() {
            if let Some((level, due)) = change {
                let due = due.map(|days| today().plus_days(days));
                assessment.set(item, Some(Rc::new(Answer { due, ..make::answer(level) })));
            }
        }
        let start = start.map(|days| today().plus_days(days));
        assessment.plan_settings = PlanSettings { start, pace: Some(pace) };
        assessment
    })
}

#[test]
fn any_plan_adds_up_and_starts_nothing_before_what_it_needs() {
    let pack = default_pack();
    for_any(60, any_answers(&pack), |assessment| {
        let plan = Schedule::new(&pack, &assessment, today());
        let work: u64 = plan.actions.iter().map(|action| u64::from(action.gap.half_days)).sum();
        assert_eq!(plan.half_days, work);
        assert_eq!(plan.phases.iter().map(|phase| phase.half_days).sum::<u64>(), work);
        let gaps = plumbline::rules::plan::gaps(&pack, &assessment).len();
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
    let mut assessment = bakery(&pack, Mode::Full, 10);
    let mut before: Option<Schedule> = None;
    for pace in 1..=100 {
        set(&mut assessment, "2027-01-01", pace);
        let plan = Schedule::new(&pack, &assessment, today());
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
    for_any(20, (any_answers(&pack), order(pack.items.len())), |(assessment, order)| {
        let mut again = Assessment::new(&pack, assessment.mode);
        again.plan_settings = assessment.plan_settings;
        again.organisation = assessment.organisation.clone();
        for item in order.of(&pack) {
            again.set(item, assessment.get(item).cloned());
        }
        assert_eq!(
            Schedule::new(&pack, &assessment, today()),
            Schedule::new(&pack, &again, support::today())
        );
    });
}
