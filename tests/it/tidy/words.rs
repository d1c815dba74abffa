//! The strings that the code asks for, and those that the locale file has.

use super::files::{file, files};
use super::none;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Keys that the code puts together from one word and what stands around it.
const BUILT: &[(&str, &str)] = &[
    ("download.", ""),
    ("download.", "_about"),
    ("page.", ""),
    ("page.", "_about"),
    ("profile.", ""),
    ("standards.", ""),
    ("standards.picture.", ""),
    ("standards.picture.", ".note"),
    ("start.sample.", ""),
    ("search.", ""),
    ("wanted.", ""),
];

/// What the file says about itself.
const ABOUT: &[&str] = &["lang", "dir"];

/// Ways to ask for a string, and for the plural form of one.
const CALLS: &[&str] = &[".get(", ".fill(", ".t(", ".button("];
const PLURAL_CALLS: &[&str] = &[".count(", ".number_of("];

const PLURALS: &[&str] = &["_zero", "_one", "_two", "_few", "_many", "_other"];

/// The words of the interface, and those that are fetched with the first document.
const FILES: &[&str] = &["static/locales/en.json", "static/locales/en.report.json"];

fn english() -> Map<String, Value> {
    let files = FILES.iter().map(|path| file(path).expect("an English locale").text);
    files.flat_map(|text| serde_json::from_str::<Map<_, _>>(&text).expect("an object")).collect()
}

fn code() -> String {
    let files = files(&["src"]);
    let code = files.iter().filter(|file| file.is(&[".rs"])).map(|file| file.shipped_code());
    let element = file("static/plumbline.js").expect("the element").text;
    code.chain([element]).collect()
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
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
    };
    text.contains('.') && text.split('.').all(word)
}

#[test]
fn every_string_that_is_asked_for_is_there() {
    let (code, strings) = (code(), english());
    let mut missing = Vec::new();
    for call in CALLS {
        missing
            .extend(keys_after(&code, call).into_iter().filter(|key| !strings.contains_key(key)));
    }
    for key in PLURAL_CALLS.iter().flat_map(|call| keys_after(&code, call)) {
        let forms = ["_one", "_other"].map(|form| key.clone() + form);
        missing.extend(forms.into_iter().filter(|form| !strings.contains_key(form)));
    }
    none(missing);
}

#[test]
fn every_string_is_used() {
    let code = code();
    let quoted = |key: &str| code.contains(&format!("\"{key}\""));
    let used = |key: &String| {
        let stem = PLURALS.iter().find_map(|form| key.strip_suffix(form));
        let built = BUILT.iter().any(|(start, end)| {
            let word = key.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
            word.is_some_and(|word| !word.contains('.'))
        });
        quoted(key) || stem.is_some_and(quoted) || built || ABOUT.contains(&&**key)
    };
    none(english().keys().filter(|key| !used(key)).cloned().collect());
}

#[test]
fn keys_that_are_put_together_are_put_together_somewhere() {
    let code = code();
    let somewhere = |start: &str| code.contains(&format!("\"{start}{{"));
    none(BUILT.iter().map(|(start, _)| *start).filter(|start| !somewhere(start)).collect());
}

#[test]
fn every_string_is_text_that_says_something() {
    let blank = |value: &Value| value.as_str().is_none_or(|text| text.trim().is_empty());
    none(english().iter().filter(|(_, value)| blank(value)).map(|(key, _)| key.clone()).collect());
}

#[test]
fn every_string_stands_once() {
    let texts: String = FILES.iter().map(|path| file(path).expect("a locale").text).collect();
    let mut seen = BTreeSet::new();
    let keys = texts.lines().filter_map(|line| line.trim().split('"').nth(1));
    none(keys.filter(|key| !seen.insert(*key)).collect());
}

#[test]
fn the_words_of_documents_stand_in_order() {
    let text = file("static/locales/en.report.json").expect("the English locale").text;
    let keys: Vec<&str> = text.lines().filter_map(|line| line.trim().split('"').nth(1)).collect();
    none(keys.windows(2).filter(|pair| pair[0] >= pair[1]).map(|pair| pair[1]).collect());
}
