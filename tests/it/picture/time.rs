//! Pictures with an axis of time.

use super::samples::*;
use super::shapes::{attribute, elements, filled, number, stays_in_its_box, text};
use plumbline::model::date::Date;
use plumbline::picture::*;

#[test]
fn a_trend_has_2_to_24_points_with_a_figure() {
    let there =
        |points: &[Point]| trend(&caption("t"), points, &SCALE, &LEGEND, Width::Phone).is_some();
    for (count, expected) in [(0, false), (1, false), (2, true), (24, true), (25, false)] {
        assert_eq!(there(&points(count, 7)), expected, "{count} points");
    }
    let mut two = points(2, 7);
    two[0].bounds = None;
    assert!(!there(&two));
}

#[test]
fn points_of_a_trend_stand_by_date_and_higher_figures_higher() {
    let point = |days, lower| Point { date: after(days), bounds: bounds(lower, 10_000) };
    let points = [point(84, 9_000), point(0, 1_000), point(28, 5_000)];
    let picture = trend(&caption("t"), &points, &SCALE, &LEGEND, Width::Phone).expect("a trend");
    let dots = filled(&picture);
    assert_eq!(dots.len(), 3);
    assert!(dots[0].1 > dots[1].1 && dots[1].1 > dots[2].1, "{dots:?}");
    // From 1 January, 1 February is 31 and 1 April 90 days away.
    let part = (dots[1].0 - dots[0].0) / (dots[2].0 - dots[0].0);
    assert!((part - 31.0 / 90.0).abs() < 0.01, "{part}");
    // The numbers are those of the list, so that a table can name them.
    let words: Vec<String> = elements(&picture)
        .into_iter()
        .filter(|(element, _)| element.tag == "text" && number(element, "y") == 12.0)
        .map(|(element, _)| text(element))
        .collect();
    assert_eq!(words, ["2", "3", "1"]);
}

#[test]
fn a_timeline_has_1_to_60_rows_and_only_phases_beyond() {
    let rows = |stretches: &[Stretch]| {
        let picture = timeline(&caption("t"), stretches, after(300), &WORDS, Width::Phone)?;
        let named = elements(&picture);
        Some(
            named.iter().filter(|(e, _)| e.tag == "text" && number(e, "font-size") == 13.0).count(),
        )
    };
    let phase = plan(1)[0];
    let action = Stretch { phase: false, ..phase };
    let of = |phases: usize, actions: usize| [vec![phase; phases], vec![action; actions]].concat();
    for (phases, actions, expected) in [
        (0, 0, None),
        (1, 0, Some(1)),
        (1, 59, Some(60)),
        (2, 59, Some(2)),
        (60, 9, Some(60)),
        (61, 0, None),
        (0, 61, None),
    ] {
        assert_eq!(rows(&of(phases, actions)), expected, "{phases} phases, {actions} actions");
    }
}

#[test]
fn what_ends_today_is_planned_and_what_ended_yesterday_is_late() {
    let class = |end: &str, done| {
        let row =
            Stretch { name: "5.2", start: date("2026-10-01"), end: date(end), phase: false, done };
        let today = date("2026-11-22");
        let picture =
            timeline(&caption("t"), &[row], today, &WORDS, Width::Phone).expect("a timeline");
        let bars = elements(&picture);
        let bar = bars.iter().find(|(e, at)| e.tag == "rect" && at.1 == 0.0).expect("a bar").0;
        let words: Vec<String> = bars.iter().map(|(element, _)| text(element)).collect();
        let legend = ["done", "planned", "late"].iter().filter(|w| words.contains(&w.to_string()));
        (attribute(bar, "class").expect("a class").to_owned(), legend.copied().collect::<Vec<_>>())
    };
    assert_eq!(class("2026-11-22", false), ("p-hatch".into(), vec!["planned"]));
    assert_eq!(class("2026-11-21", false), ("p-late".into(), vec!["late"]));
    assert_eq!(class("2026-11-21", true), ("p-solid".into(), vec!["done"]));
}

#[test]
fn any_days_give_a_timeline_with_few_months_named() {
    let days = ["0001-01-01", "2026-11-22", "2026-11-23", "2027-02-28", "2031-12-31", "9999-12-31"];
    for start in days {
        for end in days {
            for today in days {
                let what = format!("{start} to {end} on {today}");
                let row = Stretch {
                    name: "5.2",
                    start: date(start),
                    end: date(end),
                    phase: true,
                    done: false,
                };
                let picture = timeline(&caption("t"), &[row], date(today), &WORDS, Width::Phone);
                let picture = picture.expect("a timeline");
                stays_in_its_box(&picture, &what);
                let found = elements(&picture);
                let words = found.iter().map(|(element, _)| text(element));
                let months = words.filter(|w| w.len() == 7 && w.contains('-')).count();
                assert!((1..=5).contains(&months), "{what}: {months}");
            }
        }
    }
}

#[test]
fn months_begin_where_the_calendar_says() {
    // A row of one day at the first of each month begins at the line of that month.
    for month in 1..=12 {
        for year in [1900, 2000, 2024, 2025, 2026] {
            let first = Date::new(year, month, 1).expect("a date");
            let row = Stretch { name: "5.2", start: first, end: first, phase: true, done: true };
            let picture = timeline(&caption("t"), &[row], first, &WORDS, Width::Page);
            let picture = picture.expect("a timeline");
            let found = elements(&picture);
            let bar = found.iter().find(|(e, at)| e.tag == "rect" && at.1 == 0.0).expect("a bar").0;
            // The axis is this one month: its first day is one of 28 to 31 parts.
            let days = 638.0 / number(bar, "width");
            let last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][usize::from(month) - 1];
            let leap = month == 2 && [2000, 2024].contains(&year);
            assert_eq!(days.round() as u32, last + u32::from(leap), "{first}");
            assert_eq!(number(bar, "x"), 1.0, "{first}");
        }
    }
}
