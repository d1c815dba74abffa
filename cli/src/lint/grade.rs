//! How hard a text is to read: the Flesch-Kincaid grade, in years of school.
//!
//! Kincaid and others, "Derivation of new readability formulas", 1975: 0.39 x words per sentence +
//! 11.8 x syllables per word - 15.59. Syllables are guessed from the spelling, as usual.

use super::words::{stretches, words};
use super::{Passage, Problem, Rule};

/// No text is harder than this.
pub const HARDEST_GRADE: f64 = 14.0;

/// Below this many words, one long word decides, and the grade says nothing.
const FEWEST_WORDS: usize = 10;

/// The grade of a text; negative for the easiest.
pub fn grade(text: &str) -> f64 {
    let stretches = stretches(text);
    let words: Vec<&str> = stretches.iter().flat_map(|stretch| words(stretch)).collect();
    let syllables: usize = words.iter().map(|word| self::syllables(word)).sum();
    let n = words.len().max(1) as f64;
    0.39 * n / stretches.len().max(1) as f64 + 11.8 * syllables as f64 / n - 15.59
}

/// Groups of vowels, without an ending that is not spoken ("made", "rules", "asked").
fn syllables(word: &str) -> usize {
    let letters: Vec<u8> =
        word.bytes().map(|b| b.to_ascii_lowercase()).filter(u8::is_ascii_lowercase).collect();
    let spoken = letters.len().saturating_sub(silent_end(&letters));
    let mut after_vowel = false;
    let mut groups = 0;
    for letter in letters.iter().take(spoken) {
        let vowel = b"aeiouy".contains(letter);
        groups += usize::from(vowel && !after_vowel);
        after_vowel = vowel;
    }
    groups.max(1)
}

fn silent_end(letters: &[u8]) -> usize {
    match letters {
        _ if letters.len() <= 3 => 0,
        [.., before, b'e', b's'] if !b"laeiouy".contains(before) => 2,
        [.., before, b'e', b'd'] if !b"laeiouytd".contains(before) => 2,
        [.., before, b'e'] if *before != b'l' => 1,
        _ => 0,
    }
}

pub(super) fn problems(passage: &Passage) -> Option<Problem> {
    let long = words(passage.text).len() >= FEWEST_WORDS;
    let grade = grade(passage.text);
    (passage.role.is_graded() && long && grade > HARDEST_GRADE).then(|| {
        let wrong = format!("has reading grade {grade:.1}, above {HARDEST_GRADE}");
        Problem::of(passage, Rule::Reading, wrong, "use shorter words and sentences")
    })
}
