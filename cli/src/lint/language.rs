//! The form of a text: its length, its ends and its signs.

use super::words::{sentences, words};
use super::{Ends, Passage, Problem, Rule};

/// Stray spaces, in any language.
pub(super) fn spaces(passage: &Passage) -> Option<Problem> {
    let stray = passage.text.trim() != passage.text || passage.text.contains("  ");
    let todo = "keep single spaces, and none at the ends";
    stray.then(|| Problem::of(passage, Rule::Space, "has stray spaces", todo))
}

/// What the form of an English text breaks.
pub(super) fn problems(passage: &Passage) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut note = |rule, wrong: String, todo: &str| {
        problems.push(Problem::of(passage, rule, wrong, todo));
    };
    let (text, role) = (passage.text, passage.role);
    let (least, most) = role.length();
    let n = words(text).len();
    if n < least || n > most {
        let todo = format!("use {least} to {most} words");
        note(Rule::Length, format!("has {n} words"), &todo);
    }
    let stops = text.ends_with('.');
    match role.ends() {
        Ends::Stop if !stops => {
            note(Rule::Sign, "has no full stop".into(), "end it with a full stop");
        }
        Ends::Question if !text.ends_with('?') => {
            note(Rule::Sign, "has no question mark".into(), "ask, and end with a question mark");
        }
        Ends::Open if stops => {
            note(Rule::Sign, "ends with a full stop".into(), "leave it out: this is no sentence");
        }
        _ => (),
    }
    if role.is_capital() && text.starts_with(char::is_lowercase) {
        note(Rule::Sign, "begins with a small letter".into(), "begin with a capital");
    }
    if text.contains('\'') {
        note(Rule::Sign, "has a straight apostrophe".into(), "use \u{2019}");
    }
    if text.contains('"') {
        note(Rule::Sign, "has a straight quotation mark".into(), "use \u{201c} and \u{201d}");
    }
    if text.contains('!') {
        note(Rule::Sign, "has an exclamation mark".into(), "state it calmly");
    }
    let count = sentences(text).len();
    if role.is_one_sentence() && count > 1 {
        note(Rule::Sentence, format!("has {count} sentences"), "make one sentence of it");
    }
    problems
}
