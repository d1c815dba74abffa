//! What can be told of a reason without knowing any facts: whether it says something.

use super::ReasonProblem;

/// What is wrong with a reason, or `None` where it says something: it is empty, it has only words
/// that fit anything, or fewer than twelve letters, twenty where there are fewer than three words
/// (compounds), five in scripts that need fewer. For controls that have no facts, and for reasons in another
/// language than these.
pub fn reason_problem(reason: &str) -> Option<ReasonProblem> {
    let lower = reason.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|c| !is_letter(c)).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Some(ReasonProblem::Empty);
    }
    if words.iter().all(|word| HOLLOW.contains(word)) {
        return Some(ReasonProblem::SaysNothing);
    }
    let letters = words.iter().map(|word| word.chars().count()).sum::<usize>();
    let short = match lower.chars().any(is_dense) {
        true => letters < 5,
        false => letters < 12 || (words.len() < 3 && letters < 20),
    };
    short.then_some(ReasonProblem::Short)
}

/// Words that carry no fact when a reason has no others.
const HOLLOW: &[&str] = &[
    "a",
    "all",
    "an",
    "and",
    "any",
    "apply",
    "applicable",
    "applies",
    "appropriate",
    "at",
    "because",
    "being",
    "case",
    "control",
    "controls",
    "do",
    "does",
    "doesn",
    "don",
    "for",
    "here",
    "in",
    "irrelevant",
    "is",
    "isn",
    "it",
    "item",
    "just",
    "n",
    "na",
    "necessary",
    "need",
    "needed",
    "needs",
    "no",
    "none",
    "not",
    "of",
    "organisation",
    "organization",
    "our",
    "out",
    "own",
    "relevant",
    "required",
    "s",
    "scope",
    "simply",
    "so",
    "t",
    "that",
    "the",
    "this",
    "to",
    "unnecessary",
    "us",
    "we",
    "with",
    "x",
];

/// Whether a character can be part of a word. Beyond ASCII and the punctuation that it lacks, all
/// count: the table that tells more would be downloaded with every widget.
pub(super) fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => false,
        '\u{2070}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f000}'..='\u{1faff}' => false,
        '\u{ff01}'..='\u{ff0f}' | '\u{fffd}' => false,
        _ => true,
    }
}

/// Letters of scripts that set no spaces between words, or write a syllable or a word in one
/// letter: Thai, Lao, Tibetan, Burmese, Khmer, Japanese, Chinese and Korean.
fn is_dense(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{3ffff}')
}

/// Letters of other scripts than the Latin one.
pub(super) fn is_beyond_latin(letter: char) -> bool {
    letter > '\u{24f}' && is_letter(letter)
}
