//! The cells of a CSV file.
//!
//! RFC 4180: commas, CRLF, quotes doubled. A byte order mark tells Excel that it is UTF-8. Text is
//! always quoted, numbers never.
//!
//! A spreadsheet runs a cell that begins like a formula (OWASP, "CSV Injection"; ASVS 5.0, 1.2.10;
//! CWE-1236), so such a text gets an apostrophe in front. Quotes do not help: they are gone once
//! the file is read. Where the list separator is a semicolon, Excel splits our cells at
//! semicolons and line breaks, so what follows one of them is guarded too.

use crate::picture::element::html::tidy;
use std::rc::Rc;

/// The beginning of a file: a byte order mark, without which Excel does not read UTF-8.
pub(super) fn begin() -> String {
    let mut out = String::with_capacity(1 << 16);
    out.push('\u{feff}');
    out
}

/// A cell with a number, and the comma after it.
pub(super) fn number(out: &mut String, number: impl Into<u64>) {
    out.push_str(&number.into().to_string());
    out.push(',');
}

/// Cells with nothing in them. They are not quoted, so that no reader takes them for text.
pub(super) fn nothing(out: &mut String, cells: usize) {
    out.extend(std::iter::repeat_n(',', cells));
}

/// A cell with text, and the comma after it.
pub(super) fn cell(out: &mut String, text: &str) {
    out.push('"');
    // Whether a cell could begin here, now or after a split.
    let (mut begins, mut first) = (true, true);
    for c in tidy(text).chars() {
        if begins && runs(c) || first && matches!(c, '\t' | '\n') {
            out.push('\'');
        }
        first = false;
        begins = matches!(c, ';' | '\n' | '\t') || (begins && skipped(c));
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push_str("\",");
}

/// Ends a row: CRLF in place of the last comma.
pub(super) fn end(out: &mut String) {
    out.pop();
    out.push_str("\r\n");
}

/// What a spreadsheet takes for the beginning of a formula: the four signs, their full-width and
/// small forms, and the minus sign.
fn runs(c: char) -> bool {
    matches!(
        c,
        '=' | '+'
            | '-'
            | '@'
            | '\u{ff1d}'
            | '\u{ff0b}'
            | '\u{ff0d}'
            | '\u{ff20}'
            | '\u{fe66}'
            | '\u{fe62}'
            | '\u{fe63}'
            | '\u{fe6b}'
            | '\u{2212}'
    )
}

/// What a spreadsheet may drop before it looks for a formula: spaces, quotes, marks that cannot
/// be seen, and what stands for a control character.
fn skipped(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '"' | '\''
                | '`'
                | '\u{2018}'..='\u{201f}'
                | '\u{ff02}'
                | '\u{ff07}'
                | '\u{ad}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fffd}'
        )
}

/// What a cell holds.
pub(super) enum Value {
    /// Text; may be empty. What somebody typed stays text, however much it looks like a number.
    Text(Rc<str>),
    /// A number with a decimal point, as programs read it in every language; or nothing.
    Number(Rc<str>),
}

impl Value {
    /// An empty cell, without quotes.
    pub fn nothing() -> Value {
        Value::Number(Rc::default())
    }

    /// Half days as days.
    pub fn half_days(n: u32) -> Value {
        let half = if n % 2 == 1 { ".5" } else { "" };
        Value::Number([(n / 2).to_string().as_str(), half].concat().into())
    }

    /// Basis points as percent.
    pub fn percent(basis_points: u32) -> Value {
        Value::Number(format!("{}.{:02}", basis_points / 100, basis_points % 100).into())
    }

    /// Writes the cell, and the comma after it.
    pub fn write(&self, out: &mut String) {
        match self {
            Value::Text(words) => cell(out, words),
            Value::Number(n) => out.extend([&**n, ","]),
        }
    }
}
