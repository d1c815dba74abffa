//! The words of the interface.

use plumbline::i18n::text::Text;
use plumbline::model::pack::{Expected, OtherFile, Problem, ProblemKind};
use std::rc::Rc;

const ENGLISH: &str = include_str!("../../static/locales/en.json");

fn text(file: &str) -> Text {
    Text::parse(file, None, Text::english_plural())
}

#[test]
fn placeholders_are_filled_by_name() {
    let text = text(r#"{"k": "{a} of {b}, {a}", "brace": "{ {a {} {b}"}"#);
    assert_eq!(&*text.fill("k", &[("a", &1), ("b", &"two")]), "1 of two, 1");
    assert_eq!(&*text.fill("k", &[("b", &2)]), "{a} of 2, {a}", "a gap is seen");
    assert_eq!(&*text.fill("brace", &[("a", &1), ("b", &2)]), "{ {a {} 2");
}

#[test]
fn a_value_that_looks_like_a_placeholder_stays_as_it_is() {
    let text = text(r#"{"k": "{a} or {b}"}"#);
    assert_eq!(&*text.fill("k", &[("a", &"{b}"), ("b", &"{a}")]), "{b} or {a}");
}

#[test]
fn a_key_without_a_string_shows_itself() {
    assert_eq!(&*text("{}").get("start.title"), "start.title");
    assert_eq!(&*text("{}").count("left", 1, &[]), "left_other");
}

#[test]
fn numbers_choose_their_plural_form() {
    let plain = text(r#"{"left_one": "{n} question", "left_other": "{n} questions {x}"}"#);
    for (n, expected) in [(0, "0 questions y"), (1, "1 question"), (2, "2 questions y")] {
        assert_eq!(&*plain.count("left", n, &[("x", &"y")]), expected);
    }
    let few = Rc::new(|n| if n == 2 { "few".into() } else { "many".into() });
    let polish = Text::parse(r#"{"left_few": "{n} a", "left_other": "{n} b"}"#, None, few);
    assert_eq!(&*polish.count("left", 2, &[]), "2 a");
    assert_eq!(&*polish.count("left", 5, &[]), "5 b", "other stands in for a missing form");
}

#[test]
fn a_language_falls_back_to_another_for_what_it_lacks() {
    let english = text(r#"{"a": "one", "b": "two"}"#);
    for (file, a, b) in [
        (r#"{"a": "eins"}"#, "eins", "two"),
        ("\u{feff}{\"a\": \"eins\"}", "eins", "two"),
        (r#"{"a": 1}"#, "one", "two"),
        ("not json", "one", "two"),
        ("[]", "one", "two"),
    ] {
        let text = Text::parse(file, Some(&english), Text::english_plural());
        assert_eq!((&*text.get("a"), &*text.get("b")), (a, b), "for {file:?}");
    }
}

#[test]
fn every_problem_has_words_that_name_what_is_wrong() {
    let id = || "A.5.99".to_string();
    let cases = [
        (ProblemKind::Empty, vec![]),
        (ProblemKind::TooLarge { found: 34_000_000, most: 20_000_000 }, vec!["34", "20"]),
        (ProblemKind::NotJson { line: 7, column: 12 }, vec!["7", "12"]),
        (ProblemKind::NotThisFormat, vec![]),
        (ProblemKind::Newer { found: 3, newest: 1 }, vec!["3", "1"]),
        (ProblemKind::Missing, vec![]),
        (ProblemKind::Blank, vec![]),
        (ProblemKind::Expected(Expected::Text), vec!["text"]),
        (ProblemKind::Expected(Expected::Number), vec!["number"]),
        (ProblemKind::Expected(Expected::Bool), vec!["true", "false"]),
        (ProblemKind::Expected(Expected::List), vec!["list"]),
        (ProblemKind::Expected(Expected::Object), vec!["object"]),
        (ProblemKind::Expected(Expected::Date), vec!["date"]),
        (
            ProblemKind::NotOneOf { found: id(), allowed: "one, many".into() },
            vec!["A.5.99", "one, many"],
        ),
        (ProblemKind::OutOfRange { least: 1, most: 5 }, vec!["1", "5"]),
        (ProblemKind::Length { needed: 5, found: 4 }, vec!["5", "4"]),
        (ProblemKind::Duplicate(id()), vec!["A.5.99"]),
        (ProblemKind::NoSuchId(id()), vec!["A.5.99"]),
        (ProblemKind::Circle(id()), vec!["A.5.99"]),
        (ProblemKind::OtherPack(id()), vec!["A.5.99"]),
        (ProblemKind::LevelsChanged("4.1, A.5.1".into()), vec!["4.1, A.5.1"]),
        (ProblemKind::RequirementExcluded, vec![]),
        (ProblemKind::TextForNumber, vec!["text", "number", "quotation marks"]),
        (ProblemKind::Unknown, vec!["not known", "kept"]),
        (ProblemKind::Twice, vec!["more than once", "last"]),
        (ProblemKind::SecondAnswer, vec!["second", "note"]),
        (ProblemKind::NoDate, vec!["missing", "without a date"]),
        (ProblemKind::Guessed("Müller".into()), vec!["UTF-8", "Müller"]),
        (
            ProblemKind::OtherFile(OtherFile::WebPage),
            vec!["web page", "save file", ".plumbline.json"],
        ),
        (ProblemKind::OtherFile(OtherFile::Table), vec!["CSV", "save file", ".plumbline.json"]),
        (ProblemKind::OtherFile(OtherFile::Text), vec!["Markdown", "save file", ".plumbline.json"]),
        (
            ProblemKind::OtherFile(OtherFile::Data),
            vec!["data", "cannot be opened", "save file", ".plumbline.json"],
        ),
        (ProblemKind::OtherFile(OtherFile::Calendar), vec!["calendar", ".plumbline.json"]),
        (ProblemKind::OtherFile(OtherFile::Pack), vec!["questionnaire", ".plumbline.json"]),
        (ProblemKind::OtherFile(OtherFile::Document), vec!["PDF", ".plumbline.json"]),
    ];
    for (kind, named) in cases {
        let words = text(ENGLISH).problem(&Problem { at: "/a".into(), kind: kind.clone() });
        let complete = !words.contains(['{', '}']) && !words.starts_with("problem.");
        assert!(complete && named.iter().all(|part| words.contains(part)), "{kind:?}: {words}");
    }
}
