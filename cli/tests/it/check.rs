//! What `check` says of packs as a whole.

use crate::lint::GOOD;
use plumbline_cli::check::{as_json, as_text, check, check_file};
use serde_json::Value;

const DEFAULT: &str = include_str!("../../../controls.json");

#[test]
fn the_default_pack_has_no_problem() {
    let checked = check("controls.json", DEFAULT);
    assert!(checked.problems.is_empty(), "{}", as_text(&[checked]));
}

#[test]
fn the_default_pack_reads_easily() {
    let summary = check("controls.json", DEFAULT).summary;
    assert_eq!(summary.items, 123);
    let grades = summary.grades.expect("the pack is English");
    // The authors aim at nine years of school; measured were 7.0, and 8.5 for the hardest part.
    assert!(grades.mean < 8.0, "{}", grades.mean);
    for (part, grade) in grades.parts {
        assert!(grade < 9.5, "{part}: {grade}");
    }
}

#[test]
fn a_report_ends_with_the_number_of_problems() {
    let good = check("good.json", GOOD);
    let bad = check("bad.json", &GOOD.replace("\"weight\": 2", "\"weight\": 9"));
    assert_eq!(as_text(std::slice::from_ref(&good)).lines().last(), Some("0 problems"));
    let text = as_text(&[good, bad]);
    assert_eq!(text.lines().last(), Some("1 problem"));
    assert!(text.starts_with("bad.json: /sections/1/items/0/weight: must lie between"), "{text}");
    assert!(text.contains("good.json: 2 items, "), "{text}");
}

#[test]
fn problems_say_whether_they_are_of_format_or_of_our_own_making() {
    let bad = GOOD.replace("\"weight\": 2", "\"weight\": 9").replace("Anyone can", "Staff can");
    let text = as_text(&[check("bad.json", &bad)]);
    assert!(text.contains(" [format]\n") && text.contains(" [own rule term]\n"), "{text}");
    assert!(text.ends_with("1 of format, 1 of this project's own rules\n2 problems\n"), "{text}");
}

#[test]
fn json_says_the_same() {
    let bad = check("bad.json", &GOOD.replace("Anyone can", "Staff can"));
    let json: Value = serde_json::from_str(&as_json(std::slice::from_ref(&bad))).expect("JSON");
    assert_eq!(json["problems"], 1);
    let problem = &json["packs"][0]["problems"][0];
    assert_eq!(problem["at"], "/sections/1/items/0/levels/0");
    assert_eq!(problem["place"], "A.7.1 levels/0");
    assert_eq!(problem["rule"], "term");
    assert_eq!(problem["own"], true);
    assert_eq!(json["packs"][0]["words"], bad.summary.words);
    assert!(json["packs"][0]["grades"]["mean"].is_number());
}

#[test]
fn whatever_is_no_pack_has_one_problem() {
    for text in ["", "{", "[]", "null", "{}", "{\"plumbline\": \"save\", \"format\": 1}"] {
        assert_eq!(check("x", text).problems.len(), 1, "{text}");
    }
    let newer = GOOD.replace("\"format\": 1", "\"format\": 2");
    assert_eq!(check("x", &newer).problems.len(), 1);
}

#[test]
fn a_pack_in_another_encoding_is_read_and_guessed_letters_are_told() {
    let title = "\u{201c}M\u{fc}ller\u{201d}";
    let pack = GOOD.replacen("\"title\": \"", "\"title\": \"Miller ", 1);
    let utf_16: Vec<u8> = pack.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(check_file("x", &utf_16).problems, check("x", &pack).problems);
    let with_letters = pack.replacen("Miller", title, 1);
    assert!(with_letters.contains(title));
    let mut windows = Vec::new();
    for letter in with_letters.chars() {
        windows.push(match letter {
            '\u{201c}' => 0x93,
            '\u{201d}' => 0x94,
            letter => u8::try_from(u32::from(letter)).expect("a letter of Latin-1"),
        });
    }
    let checked = check_file("x", &windows);
    assert_eq!(checked.problems.len(), 1 + check("x", &with_letters).problems.len());
    let problem = &checked.problems[0];
    assert!(problem.wrong.contains(title) && problem.todo.contains("UTF-8"), "{problem:?}");
}

#[test]
fn a_key_that_stands_twice_is_told() {
    let twice = GOOD.replacen("\"weight\": 2", "\"weight\": 9, \"weight\": 2", 1);
    let text = as_text(&[check("x.json", &twice)]);
    assert!(text.starts_with("x.json: /sections/1/items/0/weight: stands here more"), "{text}");
    assert!(text.ends_with("1 problem\n"), "{text}");
}
