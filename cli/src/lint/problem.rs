//! What breaks a rule, and where.

use super::Passage;

/// The rules. All but [`Rule::Format`] are this project's own ambition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The pack format itself; `static/schemas/pack-2.json` describes it.
    Format,
    /// No key that the format does not know: it would be passed over in silence.
    Key,
    /// Every field is there, with as many entries as a reader needs.
    Field,
    /// Checks have levels 2 and 3, and identifiers that say what they are.
    Check,
    /// The five levels do not begin alike.
    Beginning,
    /// Nothing is said twice.
    Repeat,
    /// No stray space.
    Space,
    /// As many words as its place allows.
    Length,
    /// How a text begins and ends, and its signs.
    Sign,
    /// A level is one sentence.
    Sentence,
    /// A question asks one thing.
    Question,
    /// One term per thing.
    Term,
    /// Not in the standards' manner of speaking.
    Manner,
    /// Easy to read.
    Reading,
    /// The times that it promises are those that its words need.
    Minutes,
    /// Level 2 asks for paper only where the standard demands a document.
    Paper,
}

impl Rule {
    /// The word that reports use.
    pub fn id(self) -> &'static str {
        match self {
            Rule::Format => "format",
            Rule::Key => "key",
            Rule::Field => "field",
            Rule::Check => "check",
            Rule::Beginning => "beginning",
            Rule::Repeat => "repeat",
            Rule::Space => "space",
            Rule::Length => "length",
            Rule::Sign => "sign",
            Rule::Sentence => "sentence",
            Rule::Question => "question",
            Rule::Term => "term",
            Rule::Manner => "manner",
            Rule::Reading => "reading",
            Rule::Minutes => "minutes",
            Rule::Paper => "paper",
        }
    }

    /// Whether it is this project's own ambition, and not a demand of the format.
    pub fn is_own(self) -> bool {
        self != Rule::Format
    }
}

/// Something that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// JSON pointer (RFC 6901) of the value.
    pub at: String,
    /// The same for a reader: an identifier and a field; empty where there is none.
    pub place: String,
    /// Reports give it by its [`Rule::id`].
    pub rule: Rule,
    /// What is wrong.
    pub wrong: String,
    /// What to do.
    pub todo: String,
}

impl Problem {
    /// A problem of a passage.
    pub(super) fn of(
        passage: &Passage,
        rule: Rule,
        wrong: impl Into<String>,
        todo: impl Into<String>,
    ) -> Problem {
        Problem {
            at: passage.at.clone(),
            place: passage.place.clone(),
            rule,
            wrong: wrong.into(),
            todo: todo.into(),
        }
    }
}
