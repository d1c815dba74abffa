//! The words of the interface and of the documents, in one language.
//!
//! A locale file is a flat JSON object. Placeholders stand in braces (`{n}`); a key with plural
//! forms has the CLDR category as its suffix (`left_one`, `left_other`). Nothing here is global:
//! two widgets in two languages can share a page.

use crate::model::date::Date;
use crate::model::pack::json::Json;
use crate::model::pack::{Problem, ProblemKind};
use crate::model::sorted::Map;
use std::fmt;
use std::rc::Rc;

/// The plural category of a number in a language: `zero`, `one`, `two`, `few`, `many` or `other`.
pub type Plural = Rc<dyn Fn(u32) -> Rc<str>>;

/// Lower case. The browser knows it for all scripts; the tables that the standard
/// library has of them would be downloaded with every widget.
pub type Lower = Rc<dyn Fn(&str) -> String>;

/// The strings of one language.
#[derive(Clone)]
pub struct Text {
    strings: Map<Rc<str>>,
    plural: Plural,
    lower: Lower,
}

impl Text {
    /// Reads a locale file. Strings of `fallback` fill what it lacks. A file that cannot be read
    /// gives the fallback alone.
    pub fn parse(file: &str, fallback: Option<&Text>, plural: Plural) -> Text {
        let mut strings = fallback.map(|text| text.strings.clone()).unwrap_or_default();
        if let Ok(Json::Object(map)) = serde_json::from_str(file.trim_start_matches('\u{feff}')) {
            for (key, value) in map.iter() {
                if let Json::Text(value) = value {
                    strings.insert(key.clone(), value.clone());
                }
            }
        }
        Text { strings, plural, lower: Rc::new(str::to_ascii_lowercase) }
    }

    /// The same words, with another rule of plurals.
    pub fn with_plural(self, plural: Plural) -> Text {
        Text { plural, ..self }
    }

    /// The same words, with lower case for more than ASCII.
    pub fn with_lower(self, lower: Lower) -> Text {
        Text { lower, ..self }
    }

    /// A text as searches compare it.
    pub fn lower(&self, text: &str) -> String {
        (self.lower)(text)
    }

    /// The rule of English: one is singular.
    pub fn english_plural() -> Plural {
        Rc::new(|n| if n == 1 { "one".into() } else { "other".into() })
    }

    /// The string of a key. A key without a string shows itself, so that the gap is seen.
    pub fn get(&self, key: &str) -> Rc<str> {
        self.strings.get(key).cloned().unwrap_or_else(|| key.into())
    }

    /// A string with its placeholders filled.
    pub fn fill(&self, key: &str, values: &[(&str, &dyn fmt::Display)]) -> Rc<str> {
        let text = self.get(key);
        let (mut filled, mut rest) = (String::new(), &*text);
        // One pass, so that a value with braces is not filled again.
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let named = after.split_once('}').and_then(|(name, after)| {
                values.iter().find(|(known, _)| *known == name).map(|(_, value)| (value, after))
            });
            match named {
                Some((value, after)) => {
                    filled.push_str(&value.to_string());
                    rest = after;
                }
                None => {
                    filled.push('{');
                    rest = after;
                }
            }
        }
        filled.push_str(rest);
        filled.into()
    }

    /// A day as the language writes it, e.g. "22 Nov 2026". Data for other programs has it in the form
    /// of ISO 8601, as [`Date`] writes itself.
    pub fn date(&self, date: Date) -> Rc<str> {
        let (year, _, day) = date.parts();
        let month = self.month_name(date);
        self.fill(
            "date.whole",
            &[("day", &day), ("month", &month), ("year", &format_args!("{year:04}"))],
        )
    }

    /// The month of a day, e.g. "Nov 2026".
    pub fn month(&self, date: Date) -> Rc<str> {
        let (year, ..) = date.parts();
        let month = self.month_name(date);
        self.fill("date.month", &[("month", &month), ("year", &year)])
    }

    fn month_name(&self, date: Date) -> Rc<str> {
        let (_, month, _) = date.parts();
        let months = self.get("date.months");
        let name = months.split(' ').nth(usize::from(month.saturating_sub(1)));
        name.unwrap_or_default().into()
    }

    /// The plural form of a string for `n`, with `{n}` and the other placeholders filled.
    pub fn count(&self, key: &str, n: u32, values: &[(&str, &dyn fmt::Display)]) -> Rc<str> {
        let form = format!("{key}_{}", (self.plural)(n));
        let form = if self.strings.contains_key(&*form) { form } else { format!("{key}_other") };
        let mut all: Vec<(&str, &dyn fmt::Display)> = vec![("n", &n)];
        all.extend_from_slice(values);
        self.fill(&form, &all)
    }

    /// A problem of a file in words, without its place.
    pub fn problem(&self, problem: &Problem) -> Rc<str> {
        let key = problem.kind.key();
        match &problem.kind {
            ProblemKind::TooLarge { found, most } => {
                let (found, most) = (found / 1_000_000, most / 1_000_000);
                self.fill(key, &[("found", &found), ("most", &most)])
            }
            ProblemKind::NotJson { line, column } => {
                self.fill(key, &[("line", line), ("column", column)])
            }
            ProblemKind::Newer { found, newest } => {
                self.fill(key, &[("found", found), ("newest", newest)])
            }
            ProblemKind::NotOneOf { found, allowed } => {
                self.fill(key, &[("found", found), ("allowed", allowed)])
            }
            ProblemKind::OutOfRange { least, most } => {
                self.fill(key, &[("least", least), ("most", most)])
            }
            ProblemKind::Length { needed, found } => {
                self.fill(key, &[("needed", needed), ("found", found)])
            }
            ProblemKind::Duplicate(id) | ProblemKind::NoSuchId(id) | ProblemKind::OtherPack(id) => {
                self.fill(key, &[("id", id)])
            }
            ProblemKind::Circle(ids) | ProblemKind::LevelsChanged(ids) => {
                self.fill(key, &[("ids", ids)])
            }
            ProblemKind::Guessed(example) => self.fill(key, &[("example", example)]),
            _ => self.get(key),
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.strings == other.strings
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text").field("strings", &self.strings.len()).finish()
    }
}
