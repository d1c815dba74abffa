//! What counts as an answer, as a reason and as a date.

use crate::make;
use plumbline::model::assessment::{suggested_level, Answer, Assessment, ItemStatus, Level, Mode};
use plumbline::model::date::Date;
use plumbline::model::pack::exclusion::{reason_problem, ReasonProblem};
use plumbline::model::pack::{Check, Item};
use std::rc::Rc;

#[track_caller]
fn check_reasons(expected: Option<ReasonProblem>, reasons: &[&str]) {
    for reason in reasons {
        assert_eq!(reason_problem(reason), expected, "{reason:?}");
    }
}

#[test]
fn a_reason_without_words_is_empty() {
    check_reasons(Some(ReasonProblem::Empty), &["", "   ", "\n", "-", "...", "?!", "\u{2014}"]);
}

#[test]
fn a_reason_that_only_says_no_says_nothing() {
    check_reasons(
        Some(ReasonProblem::SaysNothing),
        &[
            "n/a",
            "N.A.",
            "x",
            "none",
            "Not relevant.",
            "NOT APPLICABLE!",
            "Does not apply to us",
            "This control is not applicable to our organisation",
            "It isn't needed here",
            "We don\u{2019}t need this control because it is not relevant",
        ],
    );
}

#[test]
fn a_reason_that_is_too_short_names_no_fact() {
    check_reasons(
        Some(ReasonProblem::Short),
        &[
            "cloud",
            "No office",
            "too small",
            "too small\u{2026}",
            "too \u{2013} small",
            "we\u{2019}re small",
            "f\u{fc}r uns egal",
            "nicht relevant",
            "unn\u{f6}tig",
            "\u{644}\u{627} \u{64a}\u{646}\u{637}\u{628}\u{642}",
            "\u{8a72}\u{5f53}\u{306a}\u{3057}",
        ],
    );
}

#[test]
fn a_reason_that_names_a_fact_is_accepted_in_any_script() {
    check_reasons(
        None,
        &[
            make::REASON,
            "No software is developed by us or for us",
            "We are a team of two and rent no rooms",
            // German: we have no rooms of our own; no servers of our own, all in the cloud.
            "Wir haben keine eigenen R\u{e4}ume",
            "Keine eigenen Server, alles l\u{e4}uft in der Cloud",
            // Arabic: we do not develop software.
            "\u{646}\u{62d}\u{646} \u{644}\u{627} \u{646}\u{637}\u{648}\u{631} \u{627}\u{644}\u{628}\u{631}\u{645}\u{62c}\u{64a}\u{627}\u{62a}",
            // Japanese: we do not develop software.
            "\u{30bd}\u{30d5}\u{30c8}\u{30a6}\u{30a7}\u{30a2}\u{3092}\u{958b}\u{767a}\u{3057}\u{3066}\u{3044}\u{307e}\u{305b}\u{3093}",
            // Thai: we have no office.
            "\u{e40}\u{e23}\u{e32}\u{e44}\u{e21}\u{e48}\u{e21}\u{e35}\u{e2a}\u{e33}\u{e19}\u{e31}\u{e01}\u{e07}\u{e32}\u{e19}",
        ],
    );
}

#[test]
fn three_words_with_twelve_letters_or_one_or_two_with_twenty_are_enough() {
    check_reasons(Some(ReasonProblem::Short), &["abcd efg hijk", "abcdefghij klmnopqrs"]);
    check_reasons(None, &["abcd efgh ijkl", "ab c\u{e9} efghijkl", "abcdefghij klmnopqrst"]);
    // German: working from home alone.
    check_reasons(None, &["Ausschlie\u{df}lich Heimarbeit", "Ausschlie\u{df}lichheimarbeit"]);
}

#[test]
fn ticks_suggest_the_highest_level_that_is_complete_with_all_below_it() {
    let cases = [
        ("1 2 2 3 4", "", None),
        ("1 2 2 3 4", "a", Some(1)),
        ("1 2 2 3 4", "a b", Some(1)),
        ("1 2 2 3 4", "a b c", Some(2)),
        ("1 2 2 3 4", "a b c e", Some(2)),
        ("1 2 2 3 4", "a b c d", Some(3)),
        ("1 2 2 3 4", "a b c d e", Some(4)),
        ("1 2 2 3 4", "b c d e", None),
        // A level without checks is neither a step on the way nor suggested.
        ("2 4", "", None),
        ("2 4", "a", Some(2)),
        ("2 4", "a b", Some(4)),
        ("3", "a", Some(3)),
        ("", "a", None),
    ];
    for (levels, ticked, expected) in cases {
        let check = |(n, level): (usize, &str)| Check {
            id: ["a", "b", "c", "d", "e"][n].into(),
            text: "".into(),
            level: level.parse().expect("a level"),
        };
        let checks = levels.split_whitespace().enumerate().map(check).collect();
        let item = Item { checks, ..Item::default() };
        let ticked = ticked.split_whitespace().map(Rc::from).collect();
        let suggested = suggested_level(&item, &ticked).map(Level::number);
        assert_eq!(suggested, expected, "{levels}: {ticked:?}");
    }
}

#[test]
fn a_date_is_a_day_that_exists() {
    for good in ["2026-11-22", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30"]
    {
        assert_eq!(Date::parse(good).map(|date| date.to_string()).as_deref(), Some(good));
    }
    for bad in [
        "",
        "2026",
        "2026-11",
        "2026-11-22-1",
        "2026-11-22T00:00",
        " 2026-11-22",
        "2026-1-2",
        "26-11-22",
        "2026/11/22",
        "22.11.2026",
        "2026-00-10",
        "2026-13-10",
        "2026-11-00",
        "2026-11-31",
        "2026-02-29",
        "1900-02-29",
        "0000-01-01",
        "12026-01-01",
        "-026-01-01",
        "+026-01-01",
        "2026-+1-01",
        "\u{662}\u{660}\u{662}\u{666}-11-22",
    ] {
        assert_eq!(Date::parse(bad), None, "{bad:?}");
    }
}

#[test]
fn dates_are_ordered_as_on_a_calendar() {
    let dates = ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map(Date::parse);
    assert!(dates.is_sorted() && dates.iter().all(Option::is_some));
}

#[test]
fn there_are_five_levels() {
    let numbers: Vec<_> = (0..7).map(|n| Level::new(n).map(Level::number)).collect();
    assert_eq!(numbers, [Some(0), Some(1), Some(2), Some(3), Some(4), None, None]);
    assert_eq!(Level::new(1 << 32), None);
}

const PACK: &str = "4 requirement\n 4.1 quick\nA control\n A.1\n A.2 quick";

#[test]
fn an_item_stands_as_it_was_answered() {
    let pack = make::pack(PACK);
    for (words, expected) in [
        ("", ItemStatus::Unanswered),
        ("A.1=?", ItemStatus::DontKnow),
        ("A.1=2", ItemStatus::Level(Level::ALL[2])),
        ("A.1=-", ItemStatus::NotApplicable),
        ("A.1=~", ItemStatus::Unanswered),
    ] {
        assert_eq!(make::assessment(&pack, words).item_status(1), expected, "for {words:?}");
    }
}

#[test]
fn a_control_may_be_left_out_and_a_requirement_may_not() {
    let pack = make::pack(PACK);
    assert_eq!([0, 1, 2, 3].map(|item| pack.exclusions.allows(item)), [false, true, true, false]);
    assert_eq!(make::assessment(&pack, "4.1=-").item_status(0), ItemStatus::Unanswered);
}

#[test]
fn an_answer_that_says_nothing_is_none() {
    let pack = make::pack(PACK);
    let mut assessment = make::assessment(&pack, "A.1=2");
    assessment.set(1, Some(Rc::new(Answer::default())));
    assert_eq!(assessment, Assessment::new(&pack, Mode::Full));
    assessment.set(99, Some(Rc::new(make::answer("3"))));
    assert_eq!(assessment, Assessment::new(&pack, Mode::Full), "there is no such item");
}

#[test]
fn a_note_without_a_level_is_kept_and_the_item_is_unanswered() {
    let pack = make::pack(PACK);
    let mut assessment = Assessment::new(&pack, Mode::Full);
    let note = Answer { note: "Ask Kim".into(), ..Answer::default() };
    assessment.set(1, Some(Rc::new(note.clone())));
    assert_eq!(assessment.get(1).map(|answer| &**answer), Some(&note));
    assert_eq!(assessment.item_status(1), ItemStatus::Unanswered);
}

#[test]
fn the_quick_check_asks_its_items_and_the_full_one_all() {
    let pack = make::pack(PACK);
    let asked = |assessment: &Assessment| assessment.asked(&pack).collect::<Vec<_>>();
    assert_eq!(asked(&make::quick(&pack, "")), [0, 2]);
    assert_eq!(asked(&make::assessment(&pack, "")), [0, 1, 2]);
}

#[test]
fn answers_are_blank_until_anything_is_entered() {
    let pack = make::pack(PACK);
    let blank = Assessment::new(&pack, Mode::Quick);
    assert!(blank.is_blank());
    let with = |change: &dyn Fn(&mut Assessment)| {
        let mut assessment = blank.clone();
        change(&mut assessment);
        assessment.is_blank()
    };
    assert!(!with(&|assessment| assessment.set(0, Some(Rc::new(make::answer("?"))))));
    assert!(!with(&|assessment| assessment.name = "Spring".into()));
    assert!(!with(&|assessment| Rc::make_mut(&mut assessment.organisation).name = "Bakery".into()));
    assert!(!with(&|assessment| drop(assessment.elsewhere.insert("B.1".into(), Rc::default()))));
    assert!(with(&|assessment| assessment.last = Some(1)), "looking at a question enters nothing");
    assert!(with(&|assessment| assessment.mode = Mode::Full), "nor does the choice of the mode");
}
