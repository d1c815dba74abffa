//! Writes JSON (RFC 8259). The shapes are few, and what serde makes of them weighs three times this.

use crate::model::date::Date;
use crate::model::sorted::Set;

/// An object that is being written.
pub(super) struct Object(String);

impl Object {
    pub(super) fn new() -> Object {
        Object(String::new())
    }

    /// A member whose value is JSON already.
    pub(super) fn raw(&mut self, key: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push(',');
        }
        string(&mut self.0, key);
        self.0.push(':');
        self.0.push_str(value);
    }

    /// A member whose value is text.
    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.raw(key, "");
        string(&mut self.0, value);
    }

    /// A member whose value is text, where it says something.
    pub(super) fn some_text(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.text(key, value);
        }
    }

    /// A member whose value is a day, where there is one.
    pub(super) fn date(&mut self, key: &str, date: Option<Date>) {
        if let Some(date) = date {
            self.text(key, &date.to_string());
        }
    }

    /// A member whose value is a list of JSON, where it has members.
    pub(super) fn list(&mut self, key: &str, values: &[String]) {
        if !values.is_empty() {
            self.raw(key, &["[", &values.join(","), "]"].concat());
        }
    }

    /// A member whose value is a list of texts.
    pub(super) fn texts(&mut self, key: &str, values: &Set) {
        self.raw(key, "[");
        for (position, value) in values.iter().enumerate() {
            if position > 0 {
                self.0.push(',');
            }
            string(&mut self.0, value);
        }
        self.0.push(']');
    }

    /// Members that are JSON already, without the braces around them.
    pub(super) fn kept(&mut self, members: &str) {
        if !members.is_empty() {
            if !self.0.is_empty() {
                self.0.push(',');
            }
            self.0.push_str(members);
        }
    }

    /// The members alone, without the braces around them.
    pub(super) fn members(&self) -> &str {
        &self.0
    }

    pub(super) fn end(self) -> String {
        ["{", &self.0, "}"].concat()
    }
}

/// A string with what must be escaped escaped (section 7).
pub(super) fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' => {
                let digit = |n: u32| char::from_digit(n, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.extend([digit(c as u32 >> 4), digit(c as u32 & 15)]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
