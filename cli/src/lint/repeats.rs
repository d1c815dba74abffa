//! Nothing is said twice: who reads the same sentence at two items cannot tell them apart.

use super::words::{folded, sentences};
use super::{Passage, Problem, Rule};
use std::collections::BTreeMap;

pub(super) fn problems(passages: &[Passage]) -> Vec<Problem> {
    let mut said: BTreeMap<String, &Passage> = BTreeMap::new();
    let mut problems = Vec::new();
    for passage in passages.iter().filter(|passage| passage.role.stands_once()) {
        let mut parts = sentences(passage.text);
        // A whole text of several sentences is compared by its sentences.
        parts.retain(|part| !folded(part).is_empty());
        let again = parts.iter().find_map(|part| said.get(&folded(part)));
        if let Some(first) = again {
            let wrong = format!("says the same as {}", first.place);
            let todo = "say what is particular to this place";
            problems.push(Problem::of(passage, Rule::Repeat, wrong, todo));
        }
        for part in parts {
            said.entry(folded(part)).or_insert(passage);
        }
    }
    problems
}
