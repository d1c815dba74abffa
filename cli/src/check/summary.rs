//! How large a pack is and how it reads.

use crate::lint::{self, Passage};
use plumbline::model::pack::Pack;

/// How many of the hardest texts are named.
const HARDEST: usize = 5;

/// Counts and reading grades of a pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Requirements and controls together.
    pub items: usize,
    /// Texts that were read; official titles and the notice are not among them.
    pub texts: usize,
    /// In all of these texts.
    pub words: usize,
    /// Size of the file.
    pub bytes: usize,
    /// Its size without white space between the values, as a release has it.
    pub bytes_compact: usize,
    /// How it reads; `None` where the language is not English.
    pub grades: Option<ReadingGrades>,
}

/// Flesch-Kincaid grades of the sentences of a pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadingGrades {
    /// Of all sentences.
    pub mean: f64,
    /// Mean by part of the pack, in its order.
    pub parts: Vec<(String, f64)>,
    /// The hardest, with place and text.
    pub hardest: Vec<(f64, String, String)>,
}

impl Summary {
    /// Of a pack and the text that it was read from.
    pub fn of(pack: &Pack, text: &str) -> Summary {
        let passages = lint::passages(pack);
        let compact =
            serde_json::from_str::<serde_json::Value>(text.trim_start_matches('\u{feff}'));
        Summary {
            items: pack.items.len(),
            texts: passages.len(),
            words: passages.iter().map(|passage| lint::words(passage.text).len()).sum(),
            bytes: text.len(),
            bytes_compact: compact.map_or(text.len(), |value| value.to_string().len()),
            grades: lint::is_english(&pack.language).then(|| grades(&passages)),
        }
    }
}

fn grades(passages: &[Passage]) -> ReadingGrades {
    let graded = passages.iter().filter(|passage| passage.role.is_graded());
    let mut all: Vec<(f64, &Passage)> =
        graded.map(|passage| (lint::grade(passage.text), passage)).collect();
    let mut parts: Vec<(String, Vec<f64>)> = Vec::new();
    for (grade, passage) in &all {
        match parts.iter_mut().find(|(part, _)| part == passage.part) {
            Some((_, grades)) => grades.push(*grade),
            None => parts.push((passage.part.into(), vec![*grade])),
        }
    }
    let total = mean(all.iter().map(|(grade, _)| *grade));
    all.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    all.truncate(HARDEST);
    ReadingGrades {
        mean: total,
        parts: parts.into_iter().map(|(part, grades)| (part, mean(grades.into_iter()))).collect(),
        hardest: all
            .into_iter()
            .map(|(grade, passage)| (grade, passage.place.clone(), passage.text.into()))
            .collect(),
    }
}

fn mean(grades: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = grades.len().max(1) as f64;
    grades.sum::<f64>() / n
}
