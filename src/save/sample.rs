//! The made-up assessments that anyone can open.

use crate::model::date::Date;

/// Names of the samples, least ready first. The file of each is `static/samples/<name>.json`, and the
/// locale key of its link `start.sample.<name>`.
pub const SAMPLES: [&str; 3] = ["starting", "halfway", "ready"];

/// The day for which the shipped samples are written.
const WRITTEN: &str = "2026-11-22";

/// A sample as it is on this day. All its dates, those in its notes too, move by whole weeks: what is
/// planned stays as far ahead, and a Friday stays a Friday. Dates so far off that they never pass
/// would not do, since a plan counts only within a year.
pub fn sample(text: &str, today: Date) -> String {
    let days = Date::parse(WRITTEN)
        .map_or(0, |written| i64::from(today.day_number()) - i64::from(written.day_number()));
    let days = days.div_euclid(7) * 7;
    let mut moved = String::with_capacity(text.len());
    for piece in text.split_inclusive(ends_date) {
        let (word, end) = piece.split_at(piece.find(ends_date).unwrap_or(piece.len()));
        match Date::parse(word) {
            Some(date) => moved += &date.plus_days(days).to_string(),
            None => moved += word,
        }
        moved += end;
    }
    moved
}

fn ends_date(c: char) -> bool {
    !c.is_ascii_digit() && c != '-'
}
