//! Shortens what the names of imports weigh.
//!
//! wasm-bindgen tells imports apart by a hash at the end of each name, in the module and in its
//! script. No hash can be compressed: they are 1 % of the module and a tenth of its script.

use std::path::Path;

use anyhow::Result;

use crate::workspace::{read, write};

const START: &[u8] = b"__wbg_";
const DIGITS: usize = 16;

/// Puts numbers in place of the hashes in all of these files. Names stay as long as they were, so
/// that nothing else in a module has to change.
pub fn number(files: &[&Path]) -> Result<()> {
    let mut seen = Vec::new();
    for file in files {
        let mut bytes = read(file)?;
        number_in(&mut bytes, &mut seen);
        write(file, &bytes)?;
    }
    Ok(())
}

/// `seen` holds each hash at the place that is its number.
fn number_in(bytes: &mut [u8], seen: &mut Vec<Vec<u8>>) {
    let mut at = 0;
    while at + START.len() < bytes.len() {
        if !bytes[at..].starts_with(START) {
            at += 1;
            continue;
        }
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let name = bytes[at..].iter().take_while(|byte| is_part(byte)).count();
        at += name;
        let Some(hash) = bytes[..at].last_chunk_mut::<DIGITS>().filter(|_| name > DIGITS) else {
            continue;
        };
        if !hash.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
            continue;
        }
        let number = seen.iter().position(|known| known == hash).unwrap_or_else(|| {
            seen.push(hash.to_vec());
            seen.len() - 1
        });
        hash.copy_from_slice(format!("{number:0DIGITS$}").as_bytes());
    }
}

#[test]
fn a_name_gets_the_same_number_everywhere() {
    let mut seen = Vec::new();
    let mut numbered = |text: &str| {
        let mut bytes = text.as_bytes().to_vec();
        number_in(&mut bytes, &mut seen);
        String::from_utf8(bytes).unwrap()
    };
    assert_eq!(
        numbered("a.__wbg_get_0123456789abcdef(__wbg_set_fedcba9876543210) __wbg_widget_free()"),
        "a.__wbg_get_0000000000000000(__wbg_set_0000000000000001) __wbg_widget_free()"
    );
    assert_eq!(numbered("__wbg_set_fedcba9876543210\0"), "__wbg_set_0000000000000001\0");
}
