//! What is judged, in words: the same on the pages of the report and in its files.

mod judged;
mod names;
mod plan;
mod scores;
mod statement;
mod way;

pub use way::Way;

use crate::i18n::text::Text;
use crate::model::assessment::Evidence;
use crate::model::date::Date;
use crate::model::pack::Pack;
use std::fmt::Display;
use std::rc::Rc;

/// The words of one language, for one questionnaire.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The words of the interface and of the files.
    pub text: &'a Text,
    /// Its names and levels are in a language of their own.
    pub pack: &'a Pack,
}

/// A piece of evidence with the place where it is kept and the day from which it is. All of it was
/// typed.
pub fn evidence(evidence: &Evidence) -> String {
    let mut words = evidence.name.to_string();
    if !evidence.place.is_empty() {
        if !words.is_empty() {
            words.push_str(" \u{2013} ");
        }
        words.push_str(&evidence.place);
    }
    if let Some(date) = evidence.date {
        words.push_str(&format!(" ({date})"));
    }
    words
}

impl Wording<'_> {
    /// The string of a key; see [`Text::get`].
    pub fn get(&self, key: &str) -> Rc<str> {
        self.text.get(key)
    }

    /// The same with its placeholders filled. What a value brings along is not filled again, so
    /// that a typed brace stays one.
    pub fn fill(&self, key: &str, values: &[(&str, &dyn Display)]) -> Rc<str> {
        self.text.fill(key, values)
    }

    /// A day as the language writes it.
    pub fn date(&self, date: Date) -> Rc<str> {
        self.text.date(date)
    }

    /// The plural form of a string for a number.
    pub fn count(&self, key: &str, n: usize) -> Rc<str> {
        self.text.count(key, u32::try_from(n).unwrap_or(u32::MAX), &[])
    }
}
