//! The one value that the page and every file read.

use crate::make::{self, DEFAULT};
use plumbline::model::assessment::{Assessment, Evidence, ItemStatus};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::report::{percents, Report};
use plumbline::rules::score::Bounds;
use std::rc::Rc;

fn report(pack: &Rc<Pack>, assessment: &Assessment) -> Report {
    Report::new(pack, assessment, Date::parse("2026-11-22").expect("a date"))
}

fn ids(report: &Report, rows: impl Iterator<Item = usize>) -> String {
    let ids: Vec<&str> = rows.map(|row| &*report.rows[row].id).collect();
    ids.join(" ")
}

const PACK: &str = "
    4 requirement
      4.1 quick weight=2 effort=4
      4.2 effort=1
      4.3 gate effort=9
    5 requirement
      5.1
    A.5 control
      A.5.1 quick
      A.5.2
";

#[test]
fn a_report_has_a_row_for_each_item_that_is_asked() {
    let pack = make::pack(PACK);
    let full = report(&pack, &make::assessment(&pack, "4.1=3"));
    assert_eq!(ids(&full, 0..full.rows.len()), "4.1 4.2 4.3 5.1 A.5.1 A.5.2");
    assert_eq!(full.sections.len(), 3);
    let quick = report(&pack, &make::quick(&pack, "4.1=3"));
    assert_eq!(ids(&quick, 0..quick.rows.len()), "4.1 A.5.1");
    let sections: Vec<&str> = quick.sections.iter().map(|section| &*section.id).collect();
    assert_eq!(sections, ["4", "A.5"], "a section without quick items is left out");
}

#[test]
fn a_row_says_what_was_chosen_in_words() {
    let pack = make::pack(PACK);
    let report = report(&pack, &make::assessment(&pack, "4.1=3 4.2=? A.5.1=- A.5.2=~"));
    let words: Vec<&str> = report.rows.iter().map(|row| &*row.words).collect();
    assert_eq!(words, ["R3", "", "", "", make::REASON, ""]);
    let credits: Vec<_> = report.rows.iter().map(|row| row.credit).collect();
    assert_eq!(credits[..4], [Some((3, 3)), Some((0, 3)), Some((0, 3)), Some((0, 3))]);
    assert_eq!(credits[4..], [None, Some((0, 3))]);
}

#[test]
fn open_rows_are_those_that_widen_the_bounds() {
    let pack = make::pack(PACK);
    let report = report(&pack, &make::assessment(&pack, "4.1=3 4.2=? A.5.1=- A.5.2=~"));
    let open: Vec<&str> = report.open().map(|row| &*row.id).collect();
    assert_eq!(open, ["4.2", "4.3", "5.1", "A.5.2"]);
}

#[test]
fn strengths_are_level_4_and_then_level_3_with_evidence() {
    let pack = make::pack(PACK);
    let mut assessment = make::assessment(&pack, "4.1=3 4.2=3 4.3=3 5.1=4 A.5.1=2 A.5.2=4");
    for (item, name) in [(0, "Log"), (2, "  "), (4, "Log")] {
        let mut answer = assessment.get(item).map(|answer| (**answer).clone()).expect("an answer");
        answer.evidence = vec![Evidence { name: name.into(), ..Evidence::default() }];
        assessment.set(item, Some(Rc::new(answer)));
    }
    let report = report(&pack, &assessment);
    assert_eq!(ids(&report, report.strengths.iter().copied()), "5.1 A.5.2 4.1");
}

#[test]
fn gaps_point_to_their_rows() {
    let pack = make::pack(PACK);
    for (answers, expected) in [
        (make::assessment(&pack, "4.1=0 4.2=0 4.3=0 A.5.1=0"), "4.3 4.2 A.5.1 4.1"),
        (make::quick(&pack, "4.1=0 4.2=0 4.3=0 A.5.1=0"), "A.5.1 4.1"),
    ] {
        let report = report(&pack, &answers);
        assert_eq!(ids(&report, report.gaps.iter().map(|gap| gap.row)), expected);
        let gates = report.gaps.iter().filter(|gap| gap.gate).count();
        assert_eq!(gates, usize::from(expected.contains("4.3")));
    }
}

#[test]
fn the_cheapest_gaps_of_a_section_come_with_the_least_work_first() {
    let pack = make::pack(PACK);
    let report = report(&pack, &make::assessment(&pack, "4.1=0 4.2=0 4.3=0 5.1=0 A.5.1=0"));
    let cheapest =
        |section, n| ids(&report, report.cheapest(section, n).into_iter().map(|gap| gap.row));
    assert_eq!(cheapest(0, 2), "4.2 4.1");
    assert_eq!(cheapest(0, 9), "4.2 4.1 4.3");
    assert_eq!(cheapest(7, 9), "");
}

#[test]
fn percents_round_down() {
    for (basis_points, percent) in
        [(0, 0), (99, 0), (100, 1), (6699, 66), (9999, 99), (10_000, 100)]
    {
        let bounds = Bounds { lower: basis_points, upper: basis_points, unknown: 0 };
        assert_eq!(percents(bounds), (percent, percent));
    }
}

#[test]
fn a_report_without_answers_says_that_nothing_is_known() {
    let pack = make::read(DEFAULT);
    let report = report(&pack, &make::assessment(&pack, ""));
    assert_eq!((report.tally().total, report.tally().answered()), (123, 0));
    assert_eq!(report.overall.bounds, Some(Bounds { lower: 0, upper: 10_000, unknown: 0 }));
    assert!(report.gaps.is_empty() && report.strengths.is_empty());
    assert!(report.rows.iter().all(|row| row.item_status == ItemStatus::Unanswered));
}
