//! Words and sentences of a text, by hand: both need little more than knowing a letter.

/// The words of a text. Signs inside a word belong to it ("supplier's", "6.1.3", "work-around").
pub fn words(text: &str) -> Vec<&str> {
    let inside = |c: char| is_letter(c) || matches!(c, '\u{2019}' | '\'' | '.' | '-');
    let runs = text.split(|c| !inside(c)).map(|run| run.trim_end_matches(|c| !is_letter(c)));
    runs.filter(|word| !word.is_empty()).collect()
}

/// Whether a character is part of a word.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The parts of a text that end with one of these signs and white space.
fn split<'a>(text: &'a str, ends: &[char]) -> Vec<&'a str> {
    let (mut parts, mut start, mut before) = (Vec::new(), 0, ' ');
    for (at, c) in text.char_indices() {
        if c.is_whitespace() && ends.contains(&before) {
            parts.extend(text.get(start..at));
            start = at;
        }
        before = c;
    }
    parts.extend(text.get(start..));
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

pub(super) fn sentences(text: &str) -> Vec<&str> {
    split(text, &['.', '?', '!'])
}

/// The stretches that a reader takes at once: a colon or semicolon is a pause too.
pub(super) fn stretches(text: &str) -> Vec<&str> {
    split(text, &['.', '?', '!', ':', ';'])
}

/// A text as it is compared with others: its words in lower case.
pub(super) fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split(|c| !is_letter(c)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a lower-case text has a lower-case term, not as a part of a longer or hyphenated word.
pub(super) fn has_term(text: &str, term: &str) -> bool {
    let free = |c: Option<char>| c.is_none_or(|c| !is_letter(c) && c != '-');
    text.match_indices(term).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        free(before) && free(after)
    })
}
