//! This project's own rules for the content of a pack. A pack that breaks them can still be used.
//!
//! Each problem says where, what is wrong and what to do. Rules about English hold for packs in
//! English alone; the others for all.

mod grade;
mod keys;
mod language;
mod minutes;
mod paper;
mod passages;
mod problem;
mod questions;
mod repeats;
mod roles;
mod shape;
mod vocabulary;
mod words;

pub use grade::{grade, HARDEST_GRADE};
pub use keys::unknown_keys;
pub use passages::{passages, Passage};
pub use problem::{Problem, Rule};
pub use roles::{Ends, Role};
pub use words::words;

use plumbline::model::pack::Pack;

/// Everything in the content of a pack that breaks a rule, in the order of the rules.
pub fn lint(pack: &Pack) -> Vec<Problem> {
    let passages = passages(pack);
    let mut problems = shape::problems(pack);
    problems.extend(minutes::problems(pack));
    problems.extend(passages.iter().flat_map(language::spaces));
    problems.extend(repeats::problems(&passages));
    if is_english(&pack.language) {
        problems.extend(passages.iter().flat_map(language::problems));
        problems.extend(passages.iter().flat_map(questions::problems));
        problems.extend(passages.iter().flat_map(vocabulary::problems));
        problems.extend(passages.iter().flat_map(grade::problems));
        problems.extend(paper::problems(pack));
    }
    problems
}

/// Whether a BCP 47 language is a form of English.
pub fn is_english(language: &str) -> bool {
    language.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case("en"))
}
