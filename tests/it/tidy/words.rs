//! The strings that the code asks for, and those that the locale file has.

use super::files::{file, files};
use super::none;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Keys that the code puts together begin with one of these, e.g. `level.` for `level.3`.
const BUILT: &[&str] = &[];

const PLURALS: &[&str] = &["_zero", "_one", "_two", "_few", "_many", "_other"];

fn english() -> Map<String, Value> {
    let file = file("static/locales/en.json").expect("the English locale");
    serde_json::from_str(&file.text).expect("a JSON object")
}

fn code() -> String {
    files(&["src"])
        .iter()
        .filter(|file| file.is(&[".rs"]))
        .map(|file| file.shipped_code())
        .collect()
}

/// The literals that stand right after this call, where they look like a key.
fn keys_after(code: &str, call: &str) -> BTreeSet<String> {
    let literal =
        |rest: &str| Some(rest.trim_start().strip_prefix('"')?.split_once('"')?.0.to_string());
    code.split(call).skip(1).filter_map(literal).filter(|literal| is_key(literal)).collect()
}

/// Whether a text has the form `word.word`.
fn is_key(text: &str) -> bool {
    let word = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    text.contains('.') && text.split('.').all(word)
}

#[test]
fn every_string_that_is_asked_for_is_there() {
    let (code, strings) = (code(), english());
    let mut missing = Vec::new();
    for call in [".get(", ".fill("] {
        missing
            .extend(keys_after(&code, call).into_iter().filter(|key| !strings.contains_key(key)));
    }
    for key in keys_after(&code, ".count(") {
        let forms = ["_one", "_other"].map(|form| key.clone() + form);
        missing.extend(forms.into_iter().filter(|form| !strings.contains_key(form)));
    }
    none(missing);
}

#[test]
fn every_string_is_used() {
    let code = code();
    let asked = |key: &str| code.contains(&format!("\"{key}\""));
    let used = |key: &String| {
        let stem = PLURALS.iter().find_map(|form| key.strip_suffix(form));
        asked(key) || stem.is_some_and(asked) || BUILT.iter().any(|start| key.starts_with(start))
    };
    none(english().keys().filter(|key| !used(key)).cloned().collect());
}

#[test]
fn keys_that_are_put_together_are_put_together_somewhere() {
    let code = code();
    none(BUILT.iter().filter(|start| !code.contains(&format!("\"{start}"))).collect());
}

#[test]
fn every_string_is_text_that_says_something() {
    let blank = |value: &Value| value.as_str().is_none_or(|text| text.trim().is_empty());
    none(english().iter().filter(|(_, value)| blank(value)).map(|(key, _)| key.clone()).collect());
}

#[test]
fn strings_are_sorted_and_stand_once() {
    let file = file("static/locales/en.json").expect("the English locale");
    let keys: Vec<&str> =
        file.text.lines().filter_map(|line| line.trim().split('"').nth(1)).collect();
    let wrong = keys.windows(2).filter(|pair| pair[0] >= pair[1]).map(|pair| pair[1]);
    none(wrong.collect());
}
