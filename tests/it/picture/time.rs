//! Pictures with an axis of time.

use super::samples::*;
use super::shapes::{
    attribute, elements, filled, no_words_collide, number, stays_in_its_box, text,
};
use plumbline::model::date::Date;
use plumbline::picture::*;

/// A phase that begins and ends on these days.
fn row(start: Date, end: Date) -> Stretch<'static> {
    Stretch { name: "5.2", owner: "", start, end, phase: true, done: false }
}

#[test]
fn a_trend_has_2_to_24_points_with_a_figure() {
    let there = |points: &[Point]| trend_of(points, &SCALE, Width::Phone).is_some();
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
    let picture = trend_of(&points, &SCALE, Width::Phone).expect("a trend");
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
    let words: Vec<String> = elements(&picture).iter().map(|(e, _)| text(e)).collect();
    assert!(["1/1/2026", "1/4/2026"].iter().all(|day| words.contains(&day.to_string())));
}

#[test]
fn a_timeline_has_1_to_60_rows_and_only_phases_beyond() {
    let rows = |stretches: &[Stretch]| {
        let picture = timeline(&caption("t"), stretches, &[], after(300), &WORDS, Width::Phone)?;
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
        let row = Stretch { phase: false, done, ..row(date("2026-10-01"), date(end)) };
        let today = date("2026-11-22");
        let picture = timeline(&caption("t"), &[row], &[], today, &WORDS, Width::Phone);
        let picture = picture.expect("a timeline");
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
                let row = row(date(start), date(end));
                let picture =
                    timeline(&caption("t"), &[row], &[], date(today), &WORDS, Width::Phone);
                let picture = picture.expect("a timeline");
                stays_in_its_box(&picture, &what);
                no_words_collide(&picture, &what);
                let found = elements(&picture);
                let words = found.iter().map(|(element, _)| text(element));
                let months = words.filter(|w| WORDS.months.split(' ').any(|m| m == w)).count();
                assert!((1..=9).contains(&months), "{what}: {months}");
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
            let row = row(first, first);
            let picture = timeline(&caption("t"), &[row], &[], first, &WORDS, Width::Page);
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

/// Words with their baselines, and middles.
type Marks = (Vec<(String, f64)>, Vec<(f64, f64)>);

/// The words of the head with their baselines, and the diamonds by their middle.
fn marks_of(picture: &plumbline::picture::element::Element) -> Marks {
    let found = elements(picture);
    let named = |e: &&(_, _)| text(e.0).starts_with("Stage") || text(e.0) == "Today";
    let words = found.iter().filter(named).map(|(e, _)| (text(e), number(e, "y"))).collect();
    let shape = |(e, at): &&(&plumbline::picture::element::Element, (f64, f64))| {
        e.tag == "path" && at.1 == 0.0 && attribute(e, "class") == Some("p-solid")
    };
    let middle = |d: &str| {
        let top = d.trim_start_matches('M').split('L').next().expect("a point");
        let (x, y) = top.split_once(' ').expect("two numbers");
        (x.parse().expect("a number"), y.parse().expect("a number"))
    };
    let shapes = found.iter().filter(shape);
    (words, shapes.map(|(e, _)| middle(attribute(e, "d").expect("a path"))).collect())
}

#[test]
fn audits_are_diamonds_whose_words_never_meet() {
    let days = ["2026-10-01", "2026-11-21", "2026-11-22", "2026-11-25", "2027-01-10", "2027-03-31"];
    let row = row(date("2026-10-01"), date("2027-03-31"));
    for today in days {
        for stage1 in days {
            for stage2 in days {
                for width in [Width::Phone, Width::Page, Width::Whole] {
                    let what = format!("{today} {stage1} {stage2} {width:?}");
                    let audits = audits(date(stage1), date(stage2));
                    let picture =
                        timeline(&caption("t"), &[row], &audits, date(today), &WORDS, width);
                    let picture = picture.expect("a timeline");
                    stays_in_its_box(&picture, &what);
                    no_words_collide(&picture, &what);
                    let (words, diamonds) = marks_of(&picture);
                    assert_eq!((words.len(), diamonds.len()), (3, 2), "{what}");
                    assert!(words.iter().all(|(words, _)| !words.ends_with('…')), "{what}");
                    // Today is lowest: its line crosses no words.
                    assert!(words.iter().all(|(_, y)| *y <= words[0].1), "{what}: {words:?}");
                    if stage1 == stage2 {
                        assert!(diamonds[0].1 != diamonds[1].1, "{what}: one hides the other");
                    }
                    if stage1 < stage2 {
                        assert!(diamonds[0].0 < diamonds[1].0, "{what}: {diamonds:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn an_audit_after_the_plan_stretches_the_axis() {
    let row = row(date("2026-10-01"), date("2026-12-31"));
    let bar = |audits: &[Mark]| {
        let today = date("2026-11-22");
        let picture = timeline(&caption("t"), &[row], audits, today, &WORDS, Width::Page);
        let picture = picture.expect("a timeline");
        let found = elements(&picture);
        let bar = found.iter().find(|(e, at)| e.tag == "rect" && at.1 == 0.0).expect("a bar").0;
        number(bar, "width")
    };
    let later = audits(date("2027-02-01"), date("2027-12-31"));
    assert!(bar(&later) < bar(&[]) / 3.0);
}

#[test]
fn an_owner_stands_at_the_end_of_the_line() {
    let words = |owner| {
        let row = Stretch { owner, ..plan(1)[1] };
        let picture = timeline(&caption("t"), &[row], &[], after(300), &WORDS, Width::Phone);
        let picture = picture.expect("a timeline");
        let found = elements(&picture);
        let at_the_end =
            |e: &&(&_, _)| attribute(e.0, "text-anchor") == Some("end") && text(e.0) != "Today";
        let owner = found.iter().find(at_the_end).map(|(e, _)| text(e));
        (owner, found.iter().any(|(e, _)| text(e) == row.name))
    };
    assert_eq!(words(""), (None, true));
    assert_eq!(words("Anna"), (Some("Anna".into()), true));
    let (long, named) = words("The committee for everything that has to do with security");
    assert!(named && long.expect("an owner").ends_with('…'));
}
