//! A reason as clauses of words, and what is looked for in them.

use super::general::is_letter;
use std::rc::Rc;

/// The words of a clause in small letters; a comma is a word.
pub(super) type Clause = Vec<String>;

/// The beginning of a word.
#[derive(Debug)]
pub(super) struct Stem {
    text: Rc<str>,
    /// Only the whole word fits.
    whole: bool,
}

impl Stem {
    /// With `=` in front, or with up to three letters, the whole word is meant.
    pub(super) fn new(text: &str) -> Stem {
        match text.strip_prefix('=') {
            Some(text) => Stem { text: text.into(), whole: true },
            None => Stem { text: text.into(), whole: text.chars().count() <= 3 },
        }
    }

    pub(super) fn fits(&self, word: &str) -> bool {
        word == &*self.text || (!self.whole && word.starts_with(&*self.text))
    }
}

/// Whether a word begins with one of these.
pub(super) fn any_fits<'a>(word: &str, stems: impl IntoIterator<Item = &'a Stem>) -> bool {
    stems.into_iter().any(|stem| stem.fits(word))
}

/// Rows of stems, of which each stands somewhere in a clause (`+`); those of a row stand side by
/// side (a space).
#[derive(Debug)]
pub(super) struct Entry {
    first: Vec<Stem>,
    others: Vec<Vec<Stem>>,
}

/// Where an entry stands: the words of its first row, and of the others.
pub(super) struct Found {
    pub(super) first: Vec<usize>,
    pub(super) others: Vec<usize>,
}

impl Entry {
    pub(super) fn new(text: &str) -> Entry {
        let mut rows = text.split('+').map(|row| row.split(' ').map(Stem::new).collect());
        Entry { first: rows.next().unwrap_or_default(), others: rows.collect() }
    }

    /// All its stems.
    pub(super) fn stems(&self) -> impl Iterator<Item = &Stem> {
        self.first.iter().chain(self.others.iter().flatten())
    }

    /// All places of its first row, where every row is there. Between two words of a row may stand
    /// one that `steps_over` lets pass.
    pub(super) fn found(
        &self,
        clause: &[String],
        steps_over: impl Fn(&str) -> bool + Copy,
    ) -> Vec<Found> {
        let mut others = Vec::new();
        for row in &self.others {
            match places(clause, row, steps_over).next() {
                Some(place) => others.extend(place),
                None => return Vec::new(),
            }
        }
        let found = |first| Found { first, others: others.clone() };
        places(clause, &self.first, steps_over).map(found).collect()
    }

    /// Whether it stands in a clause.
    pub(super) fn stands_in(
        &self,
        clause: &[String],
        steps_over: impl Fn(&str) -> bool + Copy,
    ) -> bool {
        !self.found(clause, steps_over).is_empty()
    }
}

fn places<'a>(
    clause: &'a [String],
    row: &'a [Stem],
    steps_over: impl Fn(&str) -> bool + Copy + 'a,
) -> impl Iterator<Item = Vec<usize>> + 'a {
    (0..clause.len()).filter_map(move |start| {
        let fits = |at: usize, stem: &Stem| clause.get(at).is_some_and(|word| stem.fits(word));
        let (mut place, mut at) = (Vec::new(), start);
        for stem in row {
            let passes = |at: usize| clause.get(at).is_some_and(|word| steps_over(word));
            if !place.is_empty() && !fits(at, stem) && passes(at) && fits(at + 1, stem) {
                at += 1;
            }
            if !fits(at, stem) {
                return None;
            }
            place.push(at);
            at += 1;
        }
        Some(place)
    })
}

/// The clauses of a text. They end at `.`, `;`, `!`, `?`, at the end of a line and at the words of
/// `breaks`. A colon, a bracket or a dash is a comma; "n't" and "cannot" give "not", "no one" gives
/// "nobody".
pub(super) fn clauses(text: &str, breaks: &[Vec<Rc<str>>]) -> Vec<Clause> {
    let text = text.to_ascii_lowercase().replace('\u{2019}', "'");
    let text = text.replace("can't", "can not").replace("won't", "wo not").replace("n't", " not");
    let text = text.replace("cannot", "can not").replace("no one", "nobody");
    let mut clauses = Vec::new();
    for sentence in text.split(['.', ';', '!', '?', '\n']) {
        let words = words(sentence);
        let (mut clause, mut at) = (Clause::new(), 0);
        while let Some(word) = words.get(at) {
            if let Some(row) = breaks.iter().find(|row| begins(&words, at, row)) {
                clauses.push(std::mem::take(&mut clause));
                at += row.len().max(1);
            } else {
                clause.push(word.clone());
                at += 1;
            }
        }
        clauses.push(clause);
    }
    clauses.retain(|clause| clause.iter().any(|word| word != ","));
    clauses
}

/// Whether these words stand in a row from a place on.
fn begins(words: &[String], at: usize, row: &[Rc<str>]) -> bool {
    let here = words.get(at..at + row.len());
    here.is_some_and(|here| here.iter().zip(row).all(|(a, b)| **a == **b))
}

/// The words of a sentence, and its commas.
fn words(sentence: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = sentence.chars().collect();
    for (at, letter) in letters.iter().copied().enumerate() {
        if is_letter(letter) {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if ends_thought(&letters, at) {
            words.push(",".to_owned());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Whether a sign is a comma or stands for one. A hyphen does where it stands alone.
fn ends_thought(letters: &[char], at: usize) -> bool {
    match letters.get(at) {
        Some(',' | ':' | '(' | ')' | '\u{2013}' | '\u{2014}') => true,
        Some('-') => {
            let blank = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_whitespace());
            let end = letters.iter().skip(at).position(|letter| *letter != '-');
            at > 0
                && blank(letters.get(at - 1))
                && end.is_some_and(|end| blank(letters.get(at + end)))
        }
        _ => false,
    }
}
