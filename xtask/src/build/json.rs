//! JSON without the blanks.

use anyhow::{Context, Result};

/// Checks that `text` is JSON and removes the white space between its parts. Keys keep their order
/// and numbers their digits, as the files are data for a reader that may care.
pub fn minify(text: &str) -> Result<String> {
    let _: serde::de::IgnoredAny = serde_json::from_str(text).context("not valid json")?;
    let mut short = String::with_capacity(text.len());
    let (mut inside, mut escaped) = (false, false);
    for c in text.chars() {
        if inside || !c.is_ascii_whitespace() {
            short.push(c);
        }
        if c == '"' && !escaped {
            inside = !inside;
        }
        escaped = inside && c == '\\' && !escaped;
    }
    Ok(short)
}

#[test]
fn only_blanks_outside_strings_go() {
    let text = r#"{ "b" : [ 1.50 , 2 ],
        "a": "x \" y \\" , "c\\\"": " z " }"#;
    assert_eq!(minify(text).unwrap(), r#"{"b":[1.50,2],"a":"x \" y \\","c\\\"":" z "}"#);
    assert!(minify("{,}").is_err());
}
