//! A pack may hold anything: reading it reports what is wrong, and never panics.

use crate::make::{whole, SMALL};
use crate::pack::{changed, in_words};
use crate::schema::validator;
use plumbline::model::pack::{parse, Pack};
use serde_json::{json, Value};

#[track_caller]
fn check(text: &str, expected: &str) {
    let (pack, problems) = parse(text);
    let head: String = text.chars().take(40).collect();
    assert_eq!(in_words(&problems), [expected], "for {head:?}");
    assert_eq!(pack, Pack::default());
}

#[test]
fn a_text_that_is_no_pack_is_one_problem_of_the_whole_file() {
    let binary: Vec<u8> = (0..=255).cycle().take(4096).collect();
    let cases = [
        ("", " Empty"),
        (" \r\n\t", " Empty"),
        ("\u{feff}", " Empty"),
        ("\u{feff}\n", " Empty"),
        ("{", " NotJson { line: 1, column: 1 }"),
        ("{}\n}", " NotJson { line: 2, column: 1 }"),
        ("plumbline", " NotJson { line: 1, column: 1 }"),
        ("null", " NotThisFormat"),
        ("[]", " NotThisFormat"),
        ("{}", " NotThisFormat"),
        (r#"{"plumbline": "save", "format": 1}"#, " NotThisFormat"),
        (r#"{"plumbline": "pack"}"#, "/format Expected(Number)"),
        (r#"{"plumbline": "pack", "format": "1"}"#, "/format TextForNumber"),
        (r#"{"plumbline": "pack", "format": 0}"#, "/format Expected(Number)"),
        (r#"{"plumbline": "pack", "format": 3}"#, "/format Newer { found: 3, newest: 2 }"),
        (&String::from_utf8_lossy(&binary), " NotJson { line: 1, column: 1 }"),
        (&"[".repeat(10_000), " NotJson { line: 1, column: 128 }"),
        (&r#"{"a":"#.repeat(10_000), " NotJson { line: 1, column: 636 }"),
    ];
    for (text, expected) in cases {
        check(text, expected);
    }
}

#[test]
fn a_file_of_more_than_40_megabytes_is_not_read() {
    let large = format!("{SMALL}{}", " ".repeat(40_000_001 - SMALL.len()));
    check(&large, " TooLarge { found: 40000001, most: 40000000 }");
    assert_eq!(parse(&large[..40_000_000]).1, []);
}

#[test]
fn a_byte_order_mark_before_a_pack_does_no_harm() {
    assert_eq!(parse(&format!("\u{feff}{SMALL}")), parse(SMALL));
}

#[test]
fn a_pack_cut_short_anywhere_is_not_json() {
    for end in (1..SMALL.trim_end().len()).step_by(7).filter(|end| SMALL.is_char_boundary(*end)) {
        let (_, problems) = parse(&SMALL[..end]);
        assert!(in_words(&problems)[0].starts_with(" NotJson"), "cut after {end} bytes");
    }
}

#[test]
fn a_value_of_another_type_is_reported_at_its_place_or_above() {
    each_with_another_type(|at, pack, sample| {
        let (_, problems) = parse(&pack.to_string());
        let nothing = sample.is_null() && may_be_absent(at);
        let fits = |place: &str| at == place || at.starts_with(&format!("{place}/"));
        assert!(
            nothing || at.ends_with("/about") || problems.iter().any(|problem| fits(&problem.at)),
            "{sample} at {at} gives {problems:?}"
        );
    });
}

#[test]
fn the_schema_refuses_whatever_reading_reports() {
    let valid = validator();
    each_with_another_type(|at, pack, sample| {
        if !parse(&pack.to_string()).1.is_empty() {
            assert!(valid(pack).is_err(), "{sample} at {at}");
        }
    });
}

#[test]
fn a_pack_of_ten_thousand_items_is_read_and_each_item_found() {
    let item = |section: usize, n: usize| {
        let id = format!("{section}.{n}");
        let text = "Long enough to be like a real question with its guidance. ".repeat(2);
        let need = if n == 0 { vec![] } else { vec![format!("{section}.{}", n - 1)] };
        json!({"id": id, "name": "An item", "question": text, "needs": need, "why": text})
    };
    let sections = (0..100).map(|section| {
        let items: Vec<Value> = (0..100).map(|n| item(section, n)).collect();
        json!({"id": section.to_string(), "kind": "control", "name": "A section", "items": items})
    });
    let (pack, problems) = parse(&whole(sections.collect()).to_string());
    assert_eq!(problems, []);
    assert_eq!(pack.items.len(), 10_000);
    assert_eq!(pack.find("0.0"), Some(0));
    assert_eq!(pack.find("57.31"), Some(5731));
    assert_eq!(pack.find("99.99"), Some(9999));
    assert_eq!(pack.find("100.0"), None);
}

/// Puts a value of each other JSON type in the place of each value of the small pack.
fn each_with_another_type(check: impl Fn(&str, &Value, &Value)) {
    let samples = [json!(null), json!(true), json!(7), json!("other"), json!([]), json!({})];
    let whole: Value = serde_json::from_str(SMALL).expect("the small pack is JSON");
    let same = |a: &Value, b: &Value| std::mem::discriminant(a) == std::mem::discriminant(b);
    for at in places(&whole, String::new()) {
        for sample in &samples {
            let mut pack = whole.clone();
            let value = pack.pointer_mut(&at).expect("a place of the small pack");
            if !same(value, sample) {
                *value = sample.clone();
                check(&at, &pack, sample);
            }
        }
    }
}

fn places(value: &Value, at: String) -> Vec<String> {
    let inner: Vec<String> = match value {
        Value::Object(map) => {
            map.iter().flat_map(|(key, value)| places(value, format!("{at}/{key}"))).collect()
        }
        Value::Array(list) => list
            .iter()
            .enumerate()
            .flat_map(|(position, value)| places(value, format!("{at}/{position}")))
            .collect(),
        _ => Vec::new(),
    };
    [vec![at], inner].concat()
}

/// Whether nothing may stand there, as the schema has it: `null` is nothing.
fn may_be_absent(at: &str) -> bool {
    let (parent, key) = at.rsplit_once('/').unwrap_or_default();
    let optional = match key {
        "phases" | "lenses" | "profile" | "documents" | "titles" | "about" | "hint" => true,
        "metrics" | "glossary" | "templates" | "explanations" | "contains" | "also" | "who"
        | "source" => true,
        "proposals" | "contradictions" | "questions" | "checks" | "evidence" | "guidance" => true,
        "why" | "larger" | "small" | "needs" | "gate" | "stage1" | "stage2" | "weight" => true,
        "written" | "light" | "determined" | "plan" | "treated" | "core" | "rules" => true,
        "expected" | "versions" | "way" | "formal" => true,
        "quick_minutes" | "full_minutes" => true,
        _ if parent == "/rules" => true,
        "effort" | "phase" | "was" | "new" | "quick" => true,
        "level" => true,
        "levels" => !parent.is_empty(),
        "items" => {
            parent.starts_with("/documents")
                || parent.starts_with("/way")
                || parent.starts_with("/metrics")
        }
        "topic" | "effect" => true,
        _ => false,
    };
    optional && !parent.ends_with("/effort")
}

#[test]
fn numbers_are_read_in_every_way_that_json_writes_them() {
    let cases = [
        ("3", Ok(3)),
        ("3.0", Ok(3)),
        ("30e-1", Ok(3)),
        ("0.3e1", Ok(3)),
        ("3E0", Ok(3)),
        ("300E-002", Ok(3)),
        ("0.5", Err("Expected(Number)")),
        ("3.5", Err("Expected(Number)")),
        ("-0.5", Err("Expected(Number)")),
        ("-1", Err("OutOfRange { least: 1, most: 5 }")),
        ("6", Err("OutOfRange { least: 1, most: 5 }")),
        ("9007199254740991", Err("OutOfRange { least: 1, most: 5 }")),
        ("1e-400", Err("OutOfRange { least: 1, most: 5 }")),
        ("123456789012345678901234567890", Err("Expected(Number)")),
    ];
    for (written, expected) in cases {
        let text = changed(&[]).to_string();
        let text = text.replacen("\"weight\":5", &format!("\"weight\":{written}"), 1);
        let (pack, problems) = parse(&text);
        match expected {
            Ok(weight) => {
                assert_eq!(problems, [], "{written}");
                assert_eq!(pack.items[0].weight, weight, "{written}");
            }
            Err(kind) => {
                assert_eq!(
                    in_words(&problems),
                    [format!("/sections/0/items/0/weight {kind}")],
                    "{written}"
                );
            }
        }
    }
}

#[test]
fn half_days_are_exact() {
    for (days, half_days) in [("0.5", 1), ("1.5", 3), ("4", 8), ("999.5", 1999), ("1000", 2000)] {
        let pack = changed(&[("/sections/0/items/0/effort/small", days)]);
        let (pack, problems) = parse(&pack.to_string());
        assert_eq!(problems, [], "{days}");
        assert_eq!(pack.items[0].effort.small, half_days, "{days}");
    }
}
