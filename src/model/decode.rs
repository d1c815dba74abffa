//! From the bytes of a file to text, and what had to be guessed.
//!
//! Files are written as UTF-8. Some editors, mail programs and spreadsheets write others: UTF-16, and
//! on Windows in the west the code page 1252.

use super::pack::{Problem, ProblemKind};

/// The text of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// What it says, without a byte order mark.
    pub text: String,
    /// Some of what had to be guessed, so that a reader can check it: a word with such a letter.
    /// `None` where nothing was guessed.
    pub guessed: Option<String>,
}

impl Decoded {
    /// That letters were guessed, as a problem of the whole file.
    #[inline(always)]
    pub fn problem(&self) -> Option<Problem> {
        let example = self.guessed.clone()?;
        Some(Problem { at: String::new(), kind: ProblemKind::Guessed(example) })
    }
}

/// Reads UTF-8, and UTF-16 with a byte order mark or where zero bytes tell it. Bytes that are no
/// UTF-8 are read as Windows-1252, which is a guess, and so is what stands for half a UTF-16 pair.
pub fn decode(bytes: &[u8]) -> Decoded {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf_8(rest),
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        // The first letters of all that is read here are ASCII, whose other byte is zero in UTF-16
        // (RFC 4627, section 3).
        [1..=255, 0, 1..=255, 0, ..] => utf_16(bytes, u16::from_le_bytes),
        [0, 1..=255, 0, 1..=255, ..] => utf_16(bytes, u16::from_be_bytes),
        _ => utf_8(bytes),
    }
}

/// Each run of bytes that is UTF-8 is read as it, so that a few wrong bytes garble nothing else.
fn utf_8(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            first.get_or_insert(text.len());
        }
        text.extend(chunk.invalid().iter().copied().map(windows_1252));
    }
    Decoded { guessed: first.map(|at| word(&text, at)), text }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let units = bytes.chunks(2).map(|pair| match *pair {
        [a, b] => unit([a, b]),
        // Half a letter at the end of a file that was cut off.
        _ => 0xfffd,
    });
    let (mut text, mut first) = (String::with_capacity(bytes.len() / 2), None);
    for letter in char::decode_utf16(units) {
        let letter = letter.unwrap_or(char::REPLACEMENT_CHARACTER);
        if letter == char::REPLACEMENT_CHARACTER {
            first.get_or_insert(text.len());
        }
        text.push(letter);
    }
    Decoded { guessed: first.map(|at| word(&text, at)), text }
}

/// The letter of a byte in Windows-1252 (WHATWG Encoding Standard, index windows-1252). All but 27
/// letters are those of Latin-1; five bytes stand for control characters.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}',
        '\u{2021}', '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}',
        '\u{8f}', '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}',
        '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}',
        '\u{178}',
    ];
    let place = usize::from(byte).checked_sub(0x80);
    place.and_then(|place| FROM_80.get(place)).copied().unwrap_or(char::from(byte))
}

/// At most so many characters of an example, before the letter and after.
const AROUND: usize = 20;

/// The word around a place, without the signs of JSON.
fn word(text: &str, at: usize) -> String {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let is_within = |c: &char| !c.is_whitespace() && !"\"\\{}[],:".contains(*c);
    let mut word: Vec<char> = before.chars().rev().take(AROUND).take_while(is_within).collect();
    word.reverse();
    word.extend(after.chars().take(1));
    word.extend(after.chars().skip(1).take(AROUND).take_while(is_within));
    word.into_iter().collect()
}
