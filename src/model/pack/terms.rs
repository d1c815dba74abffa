//! Which terms of the glossary a text uses.

use super::{Item, Pack, Term};

impl Item {
    /// All its text, a line each.
    pub fn text(&self) -> String {
        let mut all = String::new();
        let mut add = |text: &str| {
            all.push_str(text);
            all.push('\n');
        };
        for text in [&self.id, &self.name, &self.title, &self.question, &self.why, &self.small] {
            add(text);
        }
        for text in self.levels.iter().flatten().chain(&self.evidence).chain(&self.guidance) {
            add(text);
        }
        for text in self.larger.iter().chain(self.checks.iter().map(|check| &check.text)) {
            add(text);
        }
        all
    }
}

impl Pack {
    /// The terms that the texts of an item use, in the order of the glossary. `lower` gives a text
    /// in lower case.
    pub fn terms(&self, item: &Item, lower: impl Fn(&str) -> String) -> Vec<&Term> {
        let text = lower(&item.text());
        let used = |form: &str| !form.is_empty() && has_word(&text, &lower(form));
        let is_used = |term: &&Term| used(&term.term) || term.also.iter().any(|form| used(form));
        self.glossary.iter().filter(is_used).collect()
    }
}

/// Whether a text has a form as a word of its own. Scripts without spaces have no such words, so
/// that only letters and figures of ASCII beside it make it part of another.
fn has_word(text: &str, form: &str) -> bool {
    text.match_indices(form).any(|(start, found)| {
        let before = text[..start].bytes().next_back();
        let after = text[start + found.len()..].bytes().next();
        let apart = |byte: Option<u8>| !byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
        apart(before) && apart(after)
    })
}
