//! `plumbline check`: what is wrong with a pack, and how it reads.

mod print;
mod summary;

pub use print::{as_json, as_text};
pub use summary::{ReadingGrades, Summary};

use crate::lint::{self, Problem, Rule};
use plumbline::i18n::text::Text;
use plumbline::model::decode::decode;
use plumbline::model::pack::{self, ProblemKind};

/// The words for problems of format: the same that the widget shows.
const ENGLISH: &str = include_str!("../../static/locales/en.json");

/// A pack that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The path as it was given.
    pub file: String,
    /// All problems: first those of format, then those of content.
    pub problems: Vec<Problem>,
    /// Counts and reading grades.
    pub summary: Summary,
}

/// Looks at the file of a pack, in whatever encoding it is.
pub fn check_file(file: &str, bytes: &[u8]) -> Checked {
    let decoded = decode(bytes);
    let mut checked = check(file, &decoded.text);
    if let Some(problem) = decoded.problem() {
        checked.problems.insert(0, of_format(&english(), problem));
    }
    checked
}

/// Looks at the text of a pack.
pub fn check(file: &str, text: &str) -> Checked {
    let (pack, mut found) = pack::parse(text);
    // What is no pack at all has no content that could be linted.
    let whole = found.iter().any(|problem| problem.at.is_empty() || problem.at == "/format");
    if !whole {
        let twice = pack::twice(text).into_iter();
        found.extend(twice.map(|at| pack::Problem { at, kind: ProblemKind::Twice }));
    }
    let english = english();
    let mut problems: Vec<Problem> =
        found.into_iter().map(|problem| of_format(&english, problem)).collect();
    if !whole {
        problems.extend(lint::unknown_keys(text));
        problems.extend(lint::lint(&pack));
    }
    Checked { file: file.into(), problems, summary: Summary::of(&pack, text) }
}

fn english() -> Text {
    Text::parse(ENGLISH, None, Text::english_plural())
}

fn of_format(english: &Text, problem: pack::Problem) -> Problem {
    Problem {
        wrong: english.problem(&problem).to_string(),
        todo: todo(&problem.kind).into(),
        at: problem.at,
        place: String::new(),
        rule: Rule::Format,
    }
}

fn todo(kind: &ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Empty | ProblemKind::NotThisFormat => "name a pack, such as controls.json",
        ProblemKind::TooLarge { .. } => "split it into several packs",
        ProblemKind::NotJson { .. } => "mend the JSON there; often a comma or a quote is missing",
        ProblemKind::Newer { .. } => "use the version of this program that belongs to it",
        ProblemKind::Duplicate(_) => "give one of the two another identifier",
        ProblemKind::NoSuchId(_) => "mend the reference, or add what it names",
        ProblemKind::Circle(_) => "take one entry out of `needs`",
        ProblemKind::RequirementExcluded => "name controls alone",
        ProblemKind::Twice => "take all but one of them out",
        ProblemKind::Guessed(_) => "save the file as UTF-8",
        _ => "static/schemas/pack-2.json says what stands there",
    }
}
