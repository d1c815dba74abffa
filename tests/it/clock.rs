//! Whether the steps on the way to the certificate stand in an order that works.

use crate::make;
use plumbline::model::assessment::{Answer, Assessment, Evidence, Mode};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::rules::clock::{clock, Conflict, When};
use std::rc::Rc;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

/// An assessment from lines such as `8.2 3 2026-05-01 2026-06-01` (level, then days of evidence),
/// `9.2.1 1 due 2027-01-10`, `stage2 2027-02-01` and `since 2026-09-01`.
fn assessment(pack: &Pack, lines: &str) -> Assessment {
    let mut assessment = Assessment::new(pack, Mode::Full);
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["since", date] => assessment.audit_dates.running_since = Some(day(date)),
            ["stage1", date] => assessment.audit_dates.stage1 = Some(day(date)),
            ["stage2", date] => assessment.audit_dates.stage2 = Some(day(date)),
            [id, level, "due", date] => {
                let answer = Answer { due: Some(day(date)), ..make::answer(level) };
                assessment.set(pack.find(id).expect("an item"), Some(Rc::new(answer)));
            }
            [id, level, ..] => {
                let piece = |date: &&str| Evidence {
                    name: "Minutes".into(),
                    date: Some(day(date)),
                    ..Evidence::default()
                };
                let evidence = words[2..].iter().map(piece).collect();
                let answer = Answer { evidence, ..make::answer(level) };
                assessment.set(pack.find(id).expect("an item"), Some(Rc::new(answer)));
            }
            _ => panic!("{line}"),
        }
    }
    assessment
}

#[test]
fn evidence_that_has_a_day_and_names_nothing_dates_no_step() {
    let pack = make::read(make::DEFAULT);
    let mut assessment = assessment(&pack, "8.2 3");
    let item = pack.find("8.2").expect("an item");
    let unnamed = Evidence { date: Some(day("2026-05-01")), ..Evidence::default() };
    let answer = Answer { evidence: vec![unnamed], ..make::answer("3") };
    assessment.set(item, Some(Rc::new(answer)));
    assert_eq!(clock(&pack, &assessment, day("2026-11-22")).steps[0], When::Undated);
}

/// What does not fit, on 2026-11-22.
fn conflicts(lines: &str) -> Vec<Conflict> {
    let pack = make::read(make::DEFAULT);
    clock(&pack, &assessment(&pack, lines), day("2026-11-22")).conflicts
}

/// A way on which everything fits.
const GOOD: &str = "
    8.2 3 2026-06-01
    6.1.3 2 2026-07-01
    9.2.1 3 2026-10-01
    10.2 3 2026-10-20
    9.3.1 3 2026-11-10
    since 2026-09-01
    stage1 2026-12-01
    stage2 2027-01-20";

#[test]
fn nothing_is_told_as_long_as_no_day_is_known() {
    assert_eq!(conflicts(""), []);
    assert_eq!(conflicts("8.2 3\n9.2.1 1"), []);
}

#[test]
fn days_in_the_order_of_the_steps_fit() {
    assert_eq!(conflicts(GOOD), []);
}

#[test]
fn each_change_of_a_good_way_that_does_not_fit_is_told() {
    for (from, to, expected) in [
        // The audit was before the statement that it has to look at; on the same day is in order.
        ("9.2.1 3 2026-10-01", "9.2.1 3 2026-06-30", vec![Conflict::Order { first: 1, then: 2 }]),
        ("9.2.1 3 2026-10-01", "9.2.1 3 2026-07-01", vec![]),
        // One that was repeated since is in order, whatever came before.
        ("9.2.1 3 2026-10-01", "9.2.1 3 2026-06-30 2026-10-01", vec![]),
        ("8.2 3 2026-06-01", "8.2 3 2026-06-01 2026-11-01", vec![]),
        // The review is planned before the corrections that it has to see.
        ("10.2 3 2026-10-20", "10.2 1 due 2026-12-10", vec![Conflict::Order { first: 3, then: 4 }]),
        ("6.1.3 2 2026-07-01", "6.1.3 1", vec![Conflict::NoDay(1)]),
        ("6.1.3 2 2026-07-01", "6.1.3 2", vec![Conflict::NoDay(1)]),
        ("stage1 2026-12-01", "stage1 2027-01-20", vec![]),
        ("stage1 2026-12-01", "stage1 2027-01-21", vec![Conflict::StagesSwapped]),
        ("since 2026-09-01", "since 2026-10-20", vec![]),
        ("since 2026-09-01", "since 2026-10-21", vec![Conflict::FewRecords]),
        ("since 2026-09-01", "", vec![Conflict::RunningSinceUnknown]),
    ] {
        assert!(GOOD.contains(from), "{from}");
        let told = conflicts(&GOOD.replace(from, to));
        assert_eq!(told, expected, "{from} becomes {to:?}");
    }
}

#[test]
fn an_audit_comes_after_what_it_looks_at() {
    let planned = "8.2 3 2026-06-01\n6.1.3 1 due 2026-12-24\nstage1 2026-12-23";
    assert!(conflicts(planned).contains(&Conflict::AfterStage1(1)));
    assert!(!conflicts(&planned.replace("12-23", "12-24")).contains(&Conflict::AfterStage1(1)));
    let late = GOOD.replace("9.3.1 3 2026-11-10", "9.3.1 2 due 2027-01-21");
    assert_eq!(conflicts(&late), [Conflict::AfterStage2(4)]);
    assert_eq!(conflicts(&late.replace("due 2027-01-21", "due 2027-01-20")), []);
}

#[test]
fn an_audit_that_has_passed_is_told() {
    let past = "8.2 3 2026-01-01\n6.1.3 3 2026-02-01\n9.2.1 3 2026-03-01\n10.2 3 2026-03-02
        9.3.1 3 2026-04-01\nsince 2026-01-01\nstage2 2026-11-21";
    assert_eq!(conflicts(past), [Conflict::Passed]);
    assert_eq!(conflicts(&past.replace("11-21", "11-22")), []);
}

#[test]
fn a_step_is_done_once_its_items_are_and_the_evidence_says_when() {
    let pack = make::read(make::DEFAULT);
    let steps = |lines| clock(&pack, &assessment(&pack, lines), day("2026-11-22")).steps;
    let (first, last) = (day("2026-05-01"), day("2026-06-01"));
    for (line, step, expected) in [
        ("8.2 3 2026-06-01 2026-05-01", 0, When::Done(first, last)),
        ("8.2 4 2026-05-01", 0, When::Done(first, first)),
        ("8.2 3", 0, When::Undated),
        ("8.2 2 2026-05-01", 0, When::Open),
        ("8.2 2 due 2026-06-01", 0, When::Planned(last)),
        ("6.1.3 2 2026-05-01", 1, When::Done(first, first)),
        ("6.1.3 1 2026-05-01", 1, When::Open),
    ] {
        assert_eq!(steps(line)[step], expected, "{line}");
    }
}
