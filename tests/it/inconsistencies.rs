//! What does not fit together in the answers.

use crate::make;
use crate::script::in_full;
use plumbline::model::assessment::{Assessment, Evidence};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::rules::findings::{
    inconsistencies, without_evidence, Inconsistency, InconsistencyKind,
};
use std::rc::Rc;

/// What does not fit together after a script, one a line.
fn odd(script: &str) -> String {
    let state = in_full(script);
    let id = |item: usize| state.pack.items[item].id.to_string();
    let found = inconsistencies(&state.pack, &state.assessment, state.today).into_iter();
    let told = found.map(|odd| match odd.kind {
        InconsistencyKind::ReasonMissing => format!("{} has no reason", id(odd.item)),
        InconsistencyKind::ExcludedAgainstProfile { reason } => {
            format!("{} is left out, but {reason}", id(odd.item))
        }
        InconsistencyKind::WithoutItsBasis { basis } => {
            format!("{} rests on {}", id(odd.item), id(basis))
        }
        InconsistencyKind::DatePassed => format!("{} is late", id(odd.item)),
        InconsistencyKind::EvidenceOld { newest } => format!("{} rests on {newest}", id(odd.item)),
    });
    told.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_contradicts_is_found_and_what_does_not_is_not() {
    for (script, expected) in [
        ("", ""),
        ("4.1 = 3\n4.2 = 3\n4.3 = 4", ""),
        // A control is left out.
        ("A.7.1 = -", "A.7.1 has no reason"),
        ("A.7.1 = - n/a", "A.7.1 has no reason"),
        ("A.7.1 = - We rent no rooms", ""),
        ("A.8.25 = - We write no software here", ""),
        (
            "A.8.25 = - We write no software here\ntick software us",
            "A.8.25 is left out, but your profile says that software is written",
        ),
        (
            "A.8.25 = - We write no software here\ntick software others\ntick software nobody",
            "A.8.25 is left out, but your profile says that software is written",
        ),
        ("A.8.25 = - We write no software here\ntick software nobody", ""),
        ("A.8.25 = -\ntick software us", "A.8.25 has no reason"),
        ("A.8.25 = 3\ntick software us", ""),
        // An item rests on others.
        ("4.1 = 0\n4.2 = 3", "4.2 rests on 4.1"),
        ("4.1 = 0\n4.2 = 4", "4.2 rests on 4.1"),
        ("4.1 = 0\n4.2 = 2", ""),
        ("4.1 = 1\n4.2 = 3", ""),
        ("4.1 = ?\n4.2 = 3", ""),
        ("4.2 = 3", ""),
        ("4.1 = 2\n4.2 = 0\n4.3 = 3", "4.3 rests on 4.2"),
        ("4.1 = 0\n4.2 = 0\n4.3 = 3", "4.3 rests on 4.1"),
        ("A.5.1 = - We have no rules at all\nA.5.2 = 3", ""),
        // A date has passed.
        ("4.1 = 1\n4.1 due 2026-11-21", "4.1 is late"),
        ("4.1 = 1\n4.1 due 2026-11-22", ""),
        ("4.1 = 3\n4.1 due 2020-01-01", ""),
        ("4.1 = ?\n4.1 due 2020-01-01", ""),
        ("4.1 due 2020-01-01", ""),
        // Only what is asked.
        ("4.1 = 0\n4.2 = 3\nmode quick", ""),
        ("A.7.1 = -\n4.1 = 1\n4.1 due 2020-01-01", "4.1 is late\nA.7.1 has no reason"),
    ] {
        assert_eq!(odd(script), expected, "{script}");
    }
}

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// Names evidence for an item, from these days; `-` has no date.
fn show(pack: &Pack, assessment: &mut Assessment, id: &str, dates: &str) {
    let item = pack.find(id).expect("an item");
    let mut answer = assessment.get(item).map(|answer| (**answer).clone()).unwrap_or_default();
    let piece =
        |date| Evidence { name: "Minutes".into(), date: Date::parse(date), ..Evidence::default() };
    answer.evidence = dates.split_whitespace().map(piece).collect();
    assessment.set(item, Some(Rc::new(answer)));
}

/// From when the newest evidence of an item is, where it is told to be old.
fn old(level: &str, dates: &str, today: &str) -> Option<String> {
    let pack = make::pack("4 requirement\n 4.1");
    let mut assessment = make::assessment(&pack, &format!("4.1={level}"));
    show(&pack, &mut assessment, "4.1", dates);
    match &inconsistencies(&pack, &assessment, date(today))[..] {
        [] => None,
        [Inconsistency { kind: InconsistencyKind::EvidenceOld { newest }, item: 0 }] => {
            Some(newest.to_string())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn evidence_is_old_once_more_than_a_year_has_passed() {
    for (dates, today, expected) in [
        ("2025-11-22", "2026-11-22", None),
        ("2025-11-21", "2026-11-22", Some("2025-11-21")),
        ("2025-12-31", "2026-11-22", None),
        ("2026-11-22", "2026-11-22", None),
        ("2027-01-01", "2026-11-22", None),
        // The day that most years do not have.
        ("2024-02-29", "2025-02-28", None),
        ("2024-02-29", "2025-03-01", Some("2024-02-29")),
        ("2023-02-28", "2024-02-28", None),
        ("2023-02-28", "2024-02-29", Some("2023-02-28")),
        ("2023-03-01", "2024-02-29", None),
        // The newest that has a date decides.
        ("2020-01-01 2026-01-01", "2026-11-22", None),
        ("2026-01-01 2020-01-01", "2026-11-22", None),
        ("2020-01-01 2021-01-01", "2026-11-22", Some("2021-01-01")),
        ("2020-01-01 -", "2026-11-22", Some("2020-01-01")),
        ("-", "2026-11-22", None),
        ("", "2026-11-22", None),
    ] {
        assert_eq!(old("3", dates, today).as_deref(), expected, "{dates} on {today}");
    }
    for (level, told) in [("2", false), ("3", true), ("4", true), ("?", false)] {
        assert_eq!(old(level, "2020-01-01", "2026-11-22").is_some(), told, "at {level}");
    }
}

#[test]
fn a_date_alone_is_no_evidence_and_so_is_not_old() {
    let pack = make::pack("4 requirement\n 4.1");
    let mut assessment = make::assessment(&pack, "4.1=3");
    show(&pack, &mut assessment, "4.1", "2020-01-01");
    let mut answer = (**assessment.get(0).expect("an answer")).clone();
    answer.evidence[0].name = " ".into();
    assessment.set(0, Some(Rc::new(answer)));
    assert_eq!(inconsistencies(&pack, &assessment, date("2026-11-22")), []);
    assert_eq!(without_evidence(&pack, &assessment), [0]);
}
