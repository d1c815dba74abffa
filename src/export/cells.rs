//! The cells of a CSV file.
//!
//! RFC 4180: commas, CRLF, quotes doubled. A byte order mark tells Excel that it is UTF-8. Text is
//! always quoted, numbers never. Where decimals have a comma, a spreadsheet wants semicolons
//! between cells, and its numbers with a comma ([`Separator`]).
//!
//! A spreadsheet takes a cell for more than a text by how it looks: quotes do not help, since they
//! are gone once the file is read. So an apostrophe in front, by which spreadsheets themselves mark
//! a text, goes to
//!
//! - what begins like a formula (OWASP, "CSV Injection"; ASVS 5.0, 1.2.10; CWE-1236). Excel splits
//!   a file that has the other separator at its own, and at line breaks, so what follows one of
//!   them is guarded too;
//! - what looks like a number or a day and is none: English spreadsheets make 5.1 of an identifier
//!   5.10, German ones make 6 January 2002 of 6.1.2. A word such as "clause" in front would read
//!   better, but other questionnaires have other words for what they number, and no word fits a
//!   version 1.10 that somebody typed; `="5.10"` would be the formula that no cell here may be.
//!   Days as `2026-11-22` and whole numbers mean the same everywhere and stay what they are, but
//!   for identifiers, which are never numbers.
//!
//! Programs that want no marks read the JSON.

use super::Separator;
use crate::i18n::text::Text;
use crate::model::date::Date;
use crate::picture::element::html::tidy;
use std::rc::Rc;

/// The most UTF-16 units that Excel takes in a cell: what is beyond, it drops or puts elsewhere.
pub const MOST_UNITS: usize = 32_767;

/// A CSV file that is being written.
pub(super) struct Csv {
    out: String,
    separator: Separator,
    /// What stands at the end of a text that was cut.
    cut: Rc<str>,
}

impl Csv {
    /// An empty file.
    pub fn new(separator: Separator, text: &Text) -> Csv {
        let cut = text.get("report.csv.cut");
        Csv { out: String::with_capacity(1 << 16), separator, cut }
    }

    /// The same for Excel: a byte order mark, without which it does not read UTF-8.
    pub fn marked(separator: Separator, text: &Text) -> Csv {
        let mut csv = Csv::new(separator, text);
        csv.out.push('\u{feff}');
        csv
    }

    /// A cell with text.
    pub fn cell(&mut self, text: &str) {
        self.text(text, looks_like_more(text, false));
    }

    /// A cell with an identifier, which is text even where it is a whole number.
    pub fn id(&mut self, id: &str) {
        self.text(id, looks_like_more(id, true));
    }

    /// A cell with a number.
    pub fn number(&mut self, number: impl Into<u64>) {
        self.out.push_str(&number.into().to_string());
        self.next();
    }

    /// Cells with nothing in them. They are not quoted, so that no reader takes them for text.
    pub fn nothing(&mut self, cells: usize) {
        (0..cells).for_each(|_| self.next());
    }

    /// A cell with a text or a number.
    pub fn value(&mut self, value: &Value) {
        match (value, self.separator) {
            (Value::Text(words), _) => return self.cell(words),
            (Value::Number(n), Separator::Comma) => self.out.push_str(n),
            (Value::Number(n), Separator::Semicolon) => self.out.push_str(&n.replace('.', ",")),
        }
        self.next();
    }

    /// Ends a row: CRLF in place of the last separator.
    pub fn end(&mut self) {
        self.out.pop();
        self.out.push_str("\r\n");
    }

    /// All of the file.
    pub fn finish(self) -> String {
        self.out
    }

    fn next(&mut self) {
        self.out.push(match self.separator {
            Separator::Comma => ',',
            Separator::Semicolon => ';',
        });
    }

    fn text(&mut self, text: &str, mark: bool) {
        let other = match self.separator {
            Separator::Comma => ';',
            Separator::Semicolon => ',',
        };
        let mut safe = String::with_capacity(text.len());
        if mark {
            safe.push('\'');
        }
        // Whether a cell could begin here, now or after a split.
        let (mut begins, mut first) = (!mark, !mark);
        for c in tidy(text).chars() {
            if begins && runs(c) || first && matches!(c, '\t' | '\n') {
                safe.push('\'');
            }
            first = false;
            begins = c == other || matches!(c, '\n' | '\t') || (begins && skipped(c));
            safe.push(c);
        }
        if units(&safe) > MOST_UNITS {
            cut(&mut safe, &self.cut);
        }
        self.out.extend(["\"", &safe.replace('"', "\"\""), "\""]);
        self.next();
    }
}

/// Its length as Excel counts.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Leaves as much of a text as has room in a cell before the words that say that it was cut.
fn cut(text: &mut String, words: &str) {
    let mut room = MOST_UNITS.saturating_sub(units(words) + 1);
    let end = text.char_indices().find_map(|(at, c)| match room.checked_sub(c.len_utf16()) {
        Some(left) => {
            room = left;
            None
        }
        None => Some(at),
    });
    text.truncate(end.unwrap_or(text.len()));
    text.extend([" ", words]);
}

/// Whether a spreadsheet of some language takes a text for a number, a day or a time. A whole
/// number is one in each, so it counts only for what is to be `never` one.
fn looks_like_more(text: &str, never: bool) -> bool {
    let text = text.trim();
    let mut words = text.split(|c| !is_letter(c)).filter(|word| !word.is_empty());
    let (word, more) = (words.next().unwrap_or_default(), words.next().is_some());
    let whole = text.bytes().all(|b| b.is_ascii_digit()) && text.len() < 16;
    let same = whole && (text == "0" || !text.starts_with('0'));
    text.contains(is_digit)
        && text.chars().all(|c| is_digit(c) || is_sign(c) || is_letter(c))
        && !more
        && (is_part(word) || word.is_empty() && !text.contains(", "))
        && (never || !same && Date::parse(text).is_none())
}

fn is_digit(c: char) -> bool {
    // Of Latin, Arabic, Persian and wide writing.
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{ff10}'..='\u{ff19}')
}

/// What may stand between digits. A percent sign is not among them: 50 % is 50 % as a number too.
fn is_sign(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | ',' | ':' | '/' | '-' | '\u{66b}' | '\u{66c}' | '\u{ff0c}' | '\u{ff0e}'
        )
}

/// Of other letters no month is known here; the tables of all scripts weigh more than this module.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '\u{e4}'
}

/// A word that can stand in a number, a time or a day: an exponent, a half of the day, a month in
/// English or German, short or whole.
fn is_part(word: &str) -> bool {
    const MONTHS: &str = "jan feb mar m\u{e4}r apr may mai jun jul aug sep oct okt nov dec dez";
    let word: String = word.chars().map(|c| c.to_ascii_lowercase()).collect();
    let begin: String = word.chars().take(3).collect();
    matches!(&*word, "e" | "am" | "pm") || MONTHS.split(' ').any(|month| month == begin)
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
}
