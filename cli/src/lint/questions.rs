//! A question asks one thing: who can say yes to one half only has no honest answer.

use super::words::folded;
use super::{Ends, Passage, Problem, Rule};

/// What begins a second question, seldom anything else. " and who " and " and when " are not
/// among them, as both also join two objects of one question.
const SECOND: &[&str] = &[
    "and are",
    "and can you",
    "and did",
    "and do they",
    "and do you",
    "and does",
    "and has",
    "and have you",
    "and have they",
    "and how do",
    "and how is",
    "and how are",
    "and how often",
    "and is it",
    "and is there",
    "and is this",
    "and is your",
    "and what do",
    "and what is",
    "and where do",
    "and which",
    "and why",
    "and will",
    "or are there",
    "or do you",
    "or is there",
];

pub(super) fn problems(passage: &Passage) -> Option<Problem> {
    if passage.role.ends() != Ends::Question {
        return None;
    }
    let question = format!(" {} ", folded(passage.text));
    let second = SECOND.iter().find(|second| question.contains(&format!(" {second} ")));
    let wrong = match second {
        Some(second) => format!("asks a second thing after \"{second}\""),
        None if passage.text.matches('?').count() > 1 => "asks two questions".into(),
        None => return None,
    };
    Some(Problem::of(passage, Rule::Question, wrong, "ask one thing, or make two items of it"))
}
