//! Each rule refuses a bad example and passes its good neighbour.

use crate::lint_cases::{Case, CASES};
use plumbline_cli::check::check;
use plumbline_cli::lint::{self, Rule};
use serde_json::{json, Value};

pub const GOOD: &str = include_str!("good.json");

/// The good pack with another value at a place; `null` takes it out.
fn changed(at: &str, value: &str) -> Value {
    let mut pack: Value = serde_json::from_str(GOOD).expect("the good pack is JSON");
    let value = serde_json::from_str(value).unwrap_or_else(|_| json!(value));
    let (parent, key) = at.rsplit_once('/').expect("a pointer");
    match pack.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}")) {
        Value::Object(members) if value.is_null() => drop(members.remove(key)),
        Value::Object(members) => drop(members.insert(key.into(), value)),
        Value::Array(values) => values[key.parse::<usize>().expect("a position")] = value,
        other => panic!("{parent} is {other}"),
    }
    pack
}

/// What is wrong, as rule and pointer.
fn found(pack: &Value) -> Vec<(Rule, String)> {
    let problems = check("small.json", &pack.to_string()).problems;
    problems.into_iter().map(|problem| (problem.rule, problem.at)).collect()
}

#[test]
fn the_good_pack_has_no_problem() {
    assert_eq!(check("good.json", GOOD).problems, []);
}

#[test]
fn each_rule_refuses_its_bad_example_and_nothing_else_in_it() {
    for Case { at, rule, bad, .. } in CASES {
        let found = found(&changed(at, bad));
        let here = |(other, place): &&(Rule, String)| other == rule && place.starts_with(at);
        assert!(found.iter().any(|one| here(&one)), "{rule:?} at {at} passes {bad}: {found:?}");
        assert_eq!(found.iter().filter(|one| !here(one)).count(), 0, "{bad}: {found:?}");
    }
}

#[test]
fn each_rule_passes_the_good_neighbour() {
    for Case { at, good, .. } in CASES {
        assert_eq!(found(&changed(at, good)), [], "{at}: {good}");
    }
}

#[test]
fn every_rule_has_an_example() {
    let named: std::collections::BTreeSet<Rule> = CASES.iter().map(|case| case.rule).collect();
    assert_eq!(named.len(), 16, "{named:?}");
}

#[test]
fn rules_about_english_do_not_hold_for_other_languages() {
    let english = [Rule::Length, Rule::Sign, Rule::Sentence, Rule::Question];
    let english = [&english[..], &[Rule::Term, Rule::Manner, Rule::Reading, Rule::Paper]].concat();
    for Case { at, rule, bad, .. } in CASES.iter().filter(|case| english.contains(&case.rule)) {
        let mut pack = changed(at, bad);
        pack["language"] = json!("de");
        assert_eq!(found(&pack), [], "{rule:?}: {bad}");
    }
    let mut pack = changed("/sections/0/items/0/guidance", "null");
    pack["language"] = json!("eng");
    assert_eq!(found(&pack), [(Rule::Field, "/sections/0/items/0/guidance".to_string())]);
}

#[test]
fn every_problem_says_what_and_what_to_do() {
    for Case { at, bad, .. } in CASES {
        for problem in check("small.json", &changed(at, bad).to_string()).problems {
            assert!(!problem.wrong.is_empty() && !problem.todo.is_empty(), "{problem:?}");
            let own = problem.rule != Rule::Format;
            assert_eq!(problem.rule.is_own(), own, "{problem:?}");
        }
    }
}

#[test]
fn words_keep_the_signs_inside_them() {
    let cases = [
        ("The supplier's list, 6.1.3 (a).", vec!["The", "supplier's", "list", "6.1.3", "a"]),
        ("work-around - done", vec!["work-around", "done"]),
        ("... \u{201c}one\u{201d} \u{2026}", vec!["one"]),
        ("", vec![]),
    ];
    for (text, words) in cases {
        assert_eq!(lint::words(text), words, "{text}");
    }
}

/// Worked out by hand from the formula.
#[test]
fn the_reading_grade_follows_its_formula() {
    let cases = [
        // 6 words, 6 syllables, 1 sentence.
        ("The cat sat on the mat.", 0.39 * 6.0 + 11.8 - 15.59),
        // 3 words, 7 syllables, and a colon parts it in two.
        ("Information: two matters.", 0.39 * 1.5 + 11.8 * 7.0 / 3.0 - 15.59),
        // "made", "rules" and "asked" count once, "table" twice.
        ("made rules asked table", 0.39 * 4.0 + 11.8 * 6.0 / 4.0 - 15.59),
    ];
    for (text, grade) in cases {
        assert!((lint::grade(text) - grade).abs() < 1e-9, "{text}: {}", lint::grade(text));
    }
}
