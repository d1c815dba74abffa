//! Milestones that are kept without being asked for.

use crate::script::{effects, in_full, then, today, told};
use plumbline::app::{Event, Open, State};
use plumbline::model::assessment::Milestone;
use plumbline::model::date::Date;
use plumbline::save;
use std::rc::Rc;

/// An assessment that was last changed some days ago, as the device hands it over.
fn returned(state: &State, days: u32) -> State {
    let restored = save::restore(&save::save(&state.pack, &state.assessment), &state.pack);
    let changed = (1..=days).fold(today(), |date, _| yesterday(date));
    let mut later = state.clone();
    later.open = Open::Nothing;
    later
        .receive(Event::Opened {
            id: "a".into(),
            restored,
            ours: true,
            resume: true,
            changed: Some(changed),
        })
        .0
}

fn yesterday(date: Date) -> Date {
    let days =
        (1..=12).flat_map(|month| (1..=31).filter_map(move |day| Date::new(2026, month, day)));
    days.take_while(|day| *day < date).last().expect("a day before")
}

#[test]
fn the_first_result_is_kept_by_itself_and_no_step_to_undo() {
    let state = in_full("4.1 = 2\ngo result");
    let kept: Vec<_> = state.assessment.milestones.iter().map(|m| (m.automatic, m.date)).collect();
    assert_eq!(kept, [(true, Some(today()))]);
    told(effects(&state), "save\nenter result");
    let again = then(&state, "go sections\n4.2 = 1\ngo result");
    assert_eq!(again.assessment.milestones.len(), 1, "only the first");
    assert_eq!(in_full("4.1 = ?\ngo result").assessment.milestones.len(), 0, "nothing is judged");
    assert_eq!(then(&in_full("4.1 = 2"), "elsewhere b\ngo result").assessment.milestones.len(), 0);
}

#[test]
fn a_return_after_more_than_a_day_keeps_what_was_there() {
    let first = in_full("4.1 = 2\ngo result\n4.2 = 1");
    for (days, kept) in [(0, 1), (1, 1), (2, 2), (30, 2)] {
        let state = returned(&first, days);
        assert_eq!(state.assessment.milestones.len(), kept, "after {days} days");
    }
    let state = returned(&first, 2);
    let newest = state.assessment.milestones.last().expect("a milestone");
    assert_eq!((newest.automatic, newest.date), (true, Date::parse("2026-11-20")));
    assert_eq!(returned(&state, 2).assessment.milestones.len(), 2, "the same is not kept again");
    assert_eq!(returned(&in_full("4.1 = 2"), 2).assessment.milestones.len(), 0, "no result yet");
}

#[test]
fn a_few_milestones_are_kept_by_themselves_and_those_with_a_name_or_of_the_reader_stay() {
    let mut state = in_full("4.1 = 0\ngo result").state;
    for (n, days) in [40, 30, 29, 20, 10, 5].into_iter().enumerate() {
        let answer = format!("4.2 = {}\n4.3 = {}", n % 5, n / 5);
        state = returned(&then(&state, &answer).state, days);
        if n == 0 {
            state = then(&state, "act milestone name 1 | Spring\nact milestone add").state;
        }
    }
    let told = |m: &Rc<Milestone>| {
        (m.automatic, m.name.to_string(), m.date.map(|date| date.to_string()).unwrap_or_default())
    };
    let kept: Vec<_> = state.assessment.milestones.iter().map(told).collect();
    let unnamed = kept.iter().filter(|(automatic, name, _)| *automatic && name.is_empty());
    assert_eq!(unnamed.count(), 4, "{kept:?}");
    assert!(kept.iter().any(|(automatic, name, _)| *automatic && name == "Spring"), "{kept:?}");
    assert!(kept.iter().any(|(automatic, ..)| !*automatic), "{kept:?}");
    let (first, newest) = (&kept[0], &kept[kept.len() - 1]);
    assert_eq!((&*first.2, &*newest.2), ("2026-11-22", "2026-11-17"));
}
