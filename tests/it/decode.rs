//! Files in other encodings than UTF-8: read, with a word where a letter was guessed.

use crate::any::for_any;
use crate::script::{in_full, pack};
use plumbline::model::decode::{decode, Decoded};
use plumbline::model::pack::{Problem, ProblemKind};
use plumbline::save::{restore, save};
use proptest::collection::vec;
use proptest::prelude::any;

fn read(bytes: &[u8]) -> (String, Option<String>) {
    let Decoded { text, guessed } = decode(bytes);
    (text, guessed)
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// The letters of Windows-1252, one by one as a table of their own.
fn windows_1252(text: &str) -> Vec<u8> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let byte = |c: char| match HIGH.chars().position(|high| high == c) {
        Some(place) => 0x80 + place as u8,
        None => u8::try_from(u32::from(c)).expect("a letter of Windows-1252"),
    };
    text.chars().map(byte).collect()
}

const TEXT: &str = "{\"name\": \"Müller & Söhne – „Bäckerei“, 5 € \", \"note\": \"é\"}";

#[test]
fn utf_8_is_read_with_a_byte_order_mark_or_without() {
    assert_eq!(read(TEXT.as_bytes()), (TEXT.to_owned(), None));
    let marked = ["\u{feff}".as_bytes(), TEXT.as_bytes()].concat();
    assert_eq!(read(&marked), (TEXT.to_owned(), None));
    assert_eq!(read(b""), (String::new(), None));
    assert_eq!(read("日本 👩‍👩‍👧 \u{fffd}".as_bytes()).1, None, "what stands there is not guessed");
}

#[test]
fn utf_16_is_read_in_both_orders_with_a_byte_order_mark_or_without() {
    for text in [TEXT, "{\"a\":\"日本 👩‍👩‍👧\"}", "{}"] {
        for mark in ["\u{feff}", ""] {
            let marked = [mark, text].concat();
            assert_eq!(read(&utf_16(&marked, u16::to_le_bytes)), (text.to_owned(), None), "{text}");
            assert_eq!(read(&utf_16(&marked, u16::to_be_bytes)), (text.to_owned(), None), "{text}");
        }
    }
}

#[test]
fn half_a_letter_of_utf_16_is_told() {
    let mut bytes = utf_16("\u{feff}{\"name\":\"Ann Lee x\"}", u16::to_le_bytes);
    let n = bytes.iter().position(|byte| *byte == b'x').expect("an x");
    bytes[n..n + 2].copy_from_slice(&0xd83d_u16.to_le_bytes());
    assert_eq!(read(&bytes), ("{\"name\":\"Ann Lee \u{fffd}\"}".into(), Some("\u{fffd}".into())));
    bytes.pop();
    assert!(read(&bytes).0.ends_with('\u{fffd}'), "cut off within a letter");
}

#[test]
fn windows_1252_is_read_and_a_word_is_named_in_which_a_letter_was_guessed() {
    assert_eq!(read(&windows_1252(TEXT)), (TEXT.to_owned(), Some("Müller".into())));
    let all: Vec<u8> = (0x80..=0xff).flat_map(|byte| [byte, b' ']).collect();
    assert_eq!(windows_1252(&read(&all).0), all, "every letter");
}

#[test]
fn a_few_wrong_bytes_garble_no_other_letter() {
    let bytes = [TEXT.as_bytes(), b" caf\xe9, ", "日本".as_bytes()].concat();
    assert_eq!(read(&bytes), ([TEXT, " café, 日本"].concat(), Some("café".into())));
}

#[test]
fn the_example_is_a_word_that_can_be_looked_for() {
    for (bytes, word) in [
        (&b"{\"a\":\"\xfc\"}"[..], "ü"),
        (b"\xfcber", "über"),
        (b"zur\xfcck", "zurück"),
        (b"a\nM\xfcller\tb", "Müller"),
        (
            b"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\xfcyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",
            "xxxxxxxxxxxxxxxxxxxxüyyyyyyyyyyyyyyyyyyyy",
        ),
    ] {
        assert_eq!(read(bytes).1.as_deref(), Some(word));
    }
}

#[test]
fn that_letters_were_guessed_is_a_problem_of_the_whole_file() {
    let kind = ProblemKind::Guessed("Müller".into());
    let problem = decode(&windows_1252("{\"a\":\"Müller\"}")).problem();
    assert_eq!(problem, Some(Problem { at: String::new(), kind }));
    assert_eq!(decode(TEXT.as_bytes()).problem(), None);
}

#[test]
fn a_save_file_opens_in_every_encoding() {
    let state = in_full("name Müller & Söhne\n4.1 note „So“ – für 5 €\n4.1 = 2");
    let text = save(&state.pack, &state.assessment);
    for bytes in [
        text.clone().into_bytes(),
        windows_1252(&text),
        utf_16(&text, u16::to_le_bytes),
        utf_16(&["\u{feff}", &*text].concat(), u16::to_be_bytes),
    ] {
        let (assessment, problems) = restore(&decode(&bytes).text, &pack()).expect("a save file");
        assert_eq!((assessment, problems), ((*state.assessment).clone(), Vec::new()));
    }
}

#[test]
fn any_bytes_are_read_as_some_text() {
    for_any(3_000, vec(any::<u8>(), 0..40), |bytes| {
        let decoded = decode(&bytes);
        let _ = restore(&decoded.text, &pack());
    });
    // Bytes of UTF-8 and UTF-16 by halves.
    for_any(1_000, any::<String>(), |text| {
        assert_eq!(decode(text.as_bytes()).guessed, None);
        let halves = &text.as_bytes()[..text.len() / 2];
        let _ = decode(&[&[0xff, 0xfe], halves].concat());
        let _ = decode(&[&[0xfe, 0xff, 0], halves].concat());
    });
}
