//! Which terms of the glossary a text uses.

use super::{Item, Pack, Term};
use std::ops::Range;

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

    /// Where terms stand in a text: the first place of each, in the order of the text.
    pub fn terms_in(
        &self,
        text: &str,
        lower: impl Fn(&str) -> String,
    ) -> Vec<(Range<usize>, &Term)> {
        let lowered = lower(text);
        // In lower case, letters of a few scripts have another length.
        if lowered.len() != text.len() {
            return Vec::new();
        }
        let mut found: Vec<(Range<usize>, &Term)> = Vec::new();
        for term in &self.glossary {
            let forms = [&term.term].into_iter().chain(&term.also).filter(|form| !form.is_empty());
            let places = forms.flat_map(|form| places(&lowered, &lower(form)).next());
            // Of several forms the longest says most.
            if let Some(place) = places.max_by_key(|place| place.len()) {
                found.push((place, term));
            }
        }
        found.sort_by_key(|(place, _)| (place.start, usize::MAX - place.end));
        let mut end = 0;
        found.retain(|(place, _)| {
            let free = place.start >= end;
            if free {
                end = place.end;
            }
            free
        });
        found
    }
}

/// Whether a text has a form as a word of its own. Scripts without spaces have no such words, so
/// that only letters and figures of ASCII beside it make it part of another.
fn has_word(text: &str, form: &str) -> bool {
    places(text, form).next().is_some()
}

/// Where a text has a form as a word of its own.
fn places<'a>(text: &'a str, form: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let apart = |byte: Option<u8>| !byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
    text.match_indices(form).map(|(start, found)| start..start + found.len()).filter(move |place| {
        let before = text[..place.start].bytes().next_back();
        let after = text[place.end..].bytes().next();
        apart(before) && apart(after)
    })
}
