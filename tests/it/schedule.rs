//! The action plan with dates.

use crate::make::{self};
use crate::support::{enter, today};
use plumbline::model::assessment::{Assessment, Organisation, PlanSettings, Size};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::rules::schedule::{Schedule, Timing};
use std::rc::Rc;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is no date"))
}

pub fn set(assessment: &mut Assessment, start: &str, pace: u8) {
    assessment.plan_settings = PlanSettings { start: Date::parse(start), pace: Some(pace) };
}

/// Actions as `4.1 2026-11-23..2026-11-24`.
fn dated(pack: &Pack, plan: &Schedule) -> Vec<String> {
    let line = |action: &plumbline::rules::schedule::Action| {
        format!("{} {}..{}", pack.items[action.gap.item].id, action.start, action.end)
    };
    plan.actions.iter().map(line).collect()
}

fn ids(pack: &Pack, plan: &Schedule) -> String {
    let ids: Vec<&str> =
        plan.actions.iter().map(|action| &*pack.items[action.gap.item].id).collect();
    ids.join(" ")
}

#[track_caller]
fn ordered(outline: &str, answers: &str, expected: &str) {
    let pack = make::pack(outline);
    let plan = Schedule::new(&pack, &make::assessment(&pack, answers), today());
    assert_eq!(ids(&pack, &plan), expected);
}

#[track_caller]
fn scheduled(efforts: &str, start: &str, pace: u8, expected: &[&str]) {
    let mut outline = String::from("4 requirement\n");
    let mut words = String::new();
    for (n, days) in efforts.split_whitespace().enumerate() {
        // Gates keep the order of the pack, whatever they take.
        outline += &format!(" 4.{} gate effort={days}\n", n + 1);
        words += &format!("4.{}=0 ", n + 1);
    }
    let pack = make::pack(&outline);
    let mut assessment = make::assessment(&pack, &words);
    set(&mut assessment, start, pace);
    let plan = Schedule::new(&pack, &assessment, date("0001-01-01"));
    assert_eq!(dated(&pack, &plan), expected, "{efforts:?} from {start}, {pace} a week");
}

#[test]
fn one_action_follows_the_other_at_the_pace_of_the_organisation() {
    // 2026-11-23 is a Monday. Ten half days a week are two a day.
    scheduled(
        "1 1",
        "2026-11-23",
        10,
        &["4.1 2026-11-23..2026-11-23", "4.2 2026-11-24..2026-11-24"],
    );
    scheduled(
        "1.5 0.5 0.5",
        "2026-11-23",
        10,
        &["4.1 2026-11-23..2026-11-24", "4.2 2026-11-24..2026-11-24", "4.3 2026-11-25..2026-11-25"],
    );
    scheduled(
        "5 0.5",
        "2026-11-23",
        10,
        &["4.1 2026-11-23..2026-11-27", "4.2 2026-11-30..2026-11-30"],
    );
    // Four a week are four fifths of one a day: two half days need three days.
    scheduled(
        "1 1 0.5",
        "2026-11-23",
        4,
        &["4.1 2026-11-23..2026-11-25", "4.2 2026-11-25..2026-11-27", "4.3 2026-11-30..2026-12-01"],
    );
}

#[test]
fn the_slowest_pace_takes_a_week_for_half_a_day() {
    scheduled(
        "0.5 1",
        "2026-11-23",
        1,
        &["4.1 2026-11-23..2026-11-27", "4.2 2026-11-30..2026-12-11"],
    );
    scheduled("0.5", "2026-11-25", 1, &["4.1 2026-11-25..2026-12-01"]);
}

#[test]
fn the_fastest_pace_does_ten_days_of_work_in_one() {
    scheduled(
        "10 0.5",
        "2026-11-23",
        100,
        &["4.1 2026-11-23..2026-11-23", "4.2 2026-11-24..2026-11-24"],
    );
    scheduled(
        "9.5 0.5 0.5",
        "2026-11-23",
        100,
        &["4.1 2026-11-23..2026-11-23", "4.2 2026-11-23..2026-11-23", "4.3 2026-11-24..2026-11-24"],
    );
}

#[test]
fn a_start_at_the_weekend_begins_on_monday() {
    scheduled("1", "2026-11-20", 10, &["4.1 2026-11-20..2026-11-20"]);
    scheduled("1", "2026-11-21", 10, &["4.1 2026-11-23..2026-11-23"]);
    scheduled("1", "2026-11-22", 10, &["4.1 2026-11-23..2026-11-23"]);
    scheduled("1.5", "2026-11-20", 10, &["4.1 2026-11-20..2026-11-23"]);
}

#[test]
fn a_plan_beyond_the_last_day_ends_on_it() {
    scheduled(
        "1 1000 1",
        "9999-12-30",
        10,
        &["4.1 9999-12-30..9999-12-30", "4.2 9999-12-31..9999-12-31", "4.3 9999-12-31..9999-12-31"],
    );
}

#[test]
fn a_plan_counts_from_its_start_and_never_from_the_past() {
    let pack = make::pack("4 requirement\n 4.1 effort=1");
    for (start, today, expected) in [
        (None, "2026-11-23", "2026-11-23"),
        (Some("2027-01-04"), "2026-11-23", "2027-01-04"),
        (Some("2026-11-24"), "2026-11-24", "2026-11-24"),
        (Some("2026-11-23"), "2026-11-24", "2026-11-24"),
    ] {
        let mut assessment = make::assessment(&pack, "4.1=0");
        assessment.plan_settings.start = start.map(date);
        let plan = Schedule::new(&pack, &assessment, date(today));
        assert_eq!(plan.start, date(expected), "{start:?} on {today}");
        assert_eq!(plan.actions[0].start, date(expected), "{start:?} on {today}");
    }
}

#[test]
fn without_a_pace_the_usual_one_holds_and_no_pace_is_out_of_range() {
    let pack = make::pack("4 requirement\n 4.1");
    for (pace, expected) in [
        (None, 4),
        (Some(0), 1),
        (Some(1), 1),
        (Some(100), 100),
        (Some(101), 100),
        (Some(255), 100),
    ] {
        let mut assessment = make::assessment(&pack, "4.1=0");
        assessment.plan_settings.pace = pace;
        assert_eq!(Schedule::new(&pack, &assessment, today()).pace, expected, "{pace:?}");
    }
}

#[test]
fn without_gaps_there_is_no_plan() {
    let pack = make::pack("4 requirement\n 4.1\n 4.2\n 4.3\n 4.4\nA control\n A.1");
    let plan = Schedule::new(&pack, &make::assessment(&pack, "4.1=3 4.2=4 4.3=? A.1=-"), today());
    assert_eq!((plan.actions.len(), plan.phases.len(), plan.half_days), (0, 0, 0));
    assert_eq!(plan.end, None);
}

#[test]
fn gates_come_first_and_then_phases_before_what_gains_most() {
    let outline = "
        4 requirement
          4.1 phase=finish gate
          4.2 phase=begin effort=30
          4.3 phase=finish effort=2
          4.4 phase=begin effort=1
          4.5 phase=finish effort=1
    ";
    ordered(outline, "4.1=0 4.2=0 4.3=0 4.4=0 4.5=0", "4.1 4.4 4.2 4.5 4.3");
    // A gate that is in place draws nothing forward.
    ordered(outline, "4.1=3 4.2=0 4.3=0 4.4=0 4.5=0", "4.4 4.2 4.5 4.3");
}

#[test]
fn what_another_needs_comes_before_it() {
    // Within a phase: the gate waits for what it needs, and that comes before other gains.
    let outline = "
        4 requirement
          4.1 effort=1
          4.2 effort=30
          4.3 gate needs=4.2
    ";
    ordered(outline, "4.1=0 4.2=0 4.3=0", "4.2 4.3 4.1");
    // Across phases: it is drawn forward.
    let outline = "
        4 requirement
          4.1 phase=begin effort=2 needs=4.3
          4.2 phase=finish
          4.3 phase=finish needs=4.4
          4.4 phase=finish effort=9
          4.5 phase=begin effort=1
    ";
    ordered(outline, "4.1=0 4.2=0 4.3=0 4.4=0 4.5=0", "4.5 4.4 4.3 4.1 4.2");
    // By way of an item that is in place, or that nobody has answered.
    ordered(outline, "4.1=0 4.2=0 4.3=3 4.4=0 4.5=0", "4.5 4.4 4.1 4.2");
    ordered(outline, "4.1=0 4.2=0 4.4=0 4.5=0", "4.5 4.4 4.1 4.2");
}

#[test]
fn an_action_waits_for_what_it_needs_and_what_is_not_yet_written() {
    let pack = make::pack("4 requirement\n 4.1\n 4.2\n 4.3\n 4.4 gate needs=4.3,4.1,4.2");
    for (given, order, waits) in [
        ("4.1=1 4.2=3 4.3=0 4.4=1", "4.1 4.3 4.4", vec![vec![], vec![], vec![0, 2]]),
        ("4.1=2 4.2=3 4.3=0 4.4=1", "4.3 4.4 4.1", vec![vec![], vec![2], vec![]]),
        ("4.1=2 4.2=2 4.3=2 4.4=1", "4.4 4.1 4.2 4.3", vec![vec![]; 4]),
    ] {
        let plan = Schedule::new(&pack, &make::assessment(&pack, given), today());
        assert_eq!(ids(&pack, &plan), order, "{given}");
        let found: Vec<_> = plan.actions.iter().map(|action| action.waits_for.clone()).collect();
        assert_eq!(found, waits, "{given}");
    }
    // What lies behind it is still in the way.
    let pack = make::pack("4 requirement\n 4.1\n 4.2 needs=4.1\n 4.3 gate needs=4.2");
    let plan = Schedule::new(&pack, &make::assessment(&pack, "4.1=0 4.2=2 4.3=1"), today());
    assert_eq!(ids(&pack, &plan), "4.1 4.3 4.2");
}

#[test]
fn a_date_that_was_set_is_kept_and_compared_with_the_plan() {
    // It ends on 2026-11-27; today is Sunday, 2026-11-22.
    let pack = make::pack("4 requirement\n 4.1 effort=5");
    for (due, target, timing) in [
        (None, "2026-11-27", Timing::Proposed),
        (Some("2026-11-21"), "2026-11-21", Timing::Passed),
        (Some("2026-11-22"), "2026-11-22", Timing::Tight),
        (Some("2026-11-26"), "2026-11-26", Timing::Tight),
        (Some("2026-11-27"), "2026-11-27", Timing::Fits),
        (Some("2030-01-01"), "2030-01-01", Timing::Fits),
    ] {
        let mut assessment = make::assessment(&pack, "4.1=0");
        set(&mut assessment, "", 10);
        enter(&pack, &mut assessment, "4.1", |answer| {
            answer.due = due.map(date);
            answer.owner = " Ann ".into();
        });
        let action = &Schedule::new(&pack, &assessment, today()).actions[0];
        assert_eq!((action.start, action.end), (date("2026-11-23"), date("2026-11-27")));
        assert_eq!((action.target, action.timing), (date(target), timing), "{due:?}");
        assert_eq!(action.span(), (action.start.min(date(target)), date(target)));
        assert_eq!(&*action.owner, "Ann");
    }
}

#[test]
fn what_is_done_is_told_in_the_order_of_its_dates() {
    let pack = make::pack("A control\n A.1\n A.2\n A.3\n A.4\n A.5");
    let mut assessment = make::assessment(&pack, "A.1=3 A.2=2 A.3=- A.4=4");
    let days = ["2026-03-01", "2026-01-01", "2026-01-01", "2026-01-01", "2026-02-01"];
    for (id, day) in ["A.1", "A.2", "A.3", "A.4", "A.5"].into_iter().zip(days) {
        enter(&pack, &mut assessment, id, |answer| answer.done = Some(date(day)));
    }
    let plan = Schedule::new(&pack, &assessment, today());
    let done: Vec<_> = plan.done.iter().map(|done| (done.item, done.open)).collect();
    // A.2 is marked as done and stands at level 2; it stays in the plan.
    assert_eq!(done, [(1, true), (3, false), (4, true), (0, false)]);
    assert_eq!(plan.done[3].date, date("2026-03-01"));
    assert_eq!(ids(&pack, &plan), "A.2");
}

#[test]
fn the_quick_check_plans_its_own_items_alone() {
    let pack = make::pack("4 requirement\n 4.1\n 4.2 quick needs=4.1");
    let mut assessment = make::quick(&pack, "4.1=0 4.2=0");
    enter(&pack, &mut assessment, "4.1", |answer| answer.done = Some(today()));
    let plan = Schedule::new(&pack, &assessment, today());
    assert_eq!(ids(&pack, &plan), "4.2");
    assert_eq!((plan.actions[0].waits_for.len(), plan.done.len()), (0, 0));
}

#[test]
fn phases_add_up_what_belongs_to_them() {
    let outline = "
        4 requirement
          4.1 phase=begin effort=1
          4.2 phase=finish effort=2
          4.3 phase=begin effort=3
          4.4 phase=finish effort=1 gate needs=4.5
          4.5 phase=begin effort=2
    ";
    let pack = make::pack(outline);
    let mut assessment = make::assessment(&pack, "4.1=0 4.2=0 4.3=0 4.4=0 4.5=0");
    set(&mut assessment, "2026-11-23", 10);
    let plan = Schedule::new(&pack, &assessment, today());
    let totals: Vec<String> = plan
        .phases
        .iter()
        .map(|total| {
            let (count, half_days) = (total.count, total.half_days);
            let name = total.phase.map_or("first".into(), |phase| phase.to_string());
            format!("{name}: {count} {half_days} {}..{}", total.start, total.end)
        })
        .collect();
    assert_eq!(
        totals,
        [
            "first: 2 6 2026-11-23..2026-11-25",
            "0: 2 8 2026-11-26..2026-12-01",
            "1: 1 4 2026-12-02..2026-12-03"
        ]
    );
    assert_eq!((plan.half_days, plan.end), (18, Some(date("2026-12-03"))));
    let first = plan.actions.iter().filter(|action| action.first);
    let names = first.map(|action| &*pack.items[action.gap.item].id).collect::<Vec<_>>();
    assert_eq!(names, ["4.5", "4.4"], "what a gate needs comes before the phases with it");
}

#[test]
fn the_size_of_the_organisation_sets_the_work() {
    let pack = make::pack("4 requirement\n 4.1 effort=1,2,30");
    for (size, expected) in [(None, 2), (Some(Size::Medium), 4), (Some(Size::Large), 60)] {
        let mut assessment = make::assessment(&pack, "4.1=0");
        assessment.organisation = Rc::new(Organisation { size, ..Organisation::default() });
        assert_eq!(Schedule::new(&pack, &assessment, today()).half_days, expected);
    }
}
