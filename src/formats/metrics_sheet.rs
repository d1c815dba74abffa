//! The metrics as a sheet to fill in: one row a metric, those to begin with first.
//!
//! The columns are what ISO/IEC 27001, 9.1 wants decided: what is measured, how (b), when (c), by
//! whom (d), and when (e) and by whom (f) the values are judged. The pack does not say the last
//! two, so they are proposals. What follows is empty: the day of the first value, and values
//! enough for a year of the most frequent metrics.

use super::cells::{cell, end};
use super::say::Say;
use super::todo::{ids, title};
use crate::metrics::{Choice, Reason};
use crate::pack::{Direction, Every};
use crate::report::Report;
use crate::text::Text;
use std::fmt::Display;
use std::rc::Rc;

/// The columns before the values, as keys.
const COLUMNS: [&str; 15] = [
    "metrics.column.starter",
    "metrics.column.metric",
    "metrics.column.shows",
    "metrics.column.items",
    "metrics.column.reason",
    "metrics.column.how",
    "metrics.column.source",
    "metrics.column.unit",
    "metrics.column.direction",
    "metrics.column.target",
    "metrics.column.when",
    "metrics.column.who",
    "metrics.column.judged_when",
    "metrics.column.judged_by",
    "metrics.column.first",
];

/// How many values there is room for: a year, month by month.
const VALUES: usize = 12;

/// The file. A byte order mark tells Excel that it is UTF-8.
pub fn render(report: &Report, text: &Text) -> String {
    let say = &Say { report, text };
    let mut out = String::with_capacity(1 << 14);
    out.push('\u{feff}');
    for column in COLUMNS {
        cell(&mut out, &word(say, column));
    }
    for n in 1..=VALUES {
        cell(&mut out, &fill(say, "metrics.column.value", &[("n", &n)]));
    }
    cell(&mut out, &word(say, "metrics.column.note"));
    end(&mut out);
    let sheet = report.metrics();
    for choice in &sheet.starter {
        metric(&mut out, say, choice, "yes");
    }
    for choice in &sheet.rest {
        metric(&mut out, say, choice, "no");
    }
    out
}

fn metric(out: &mut String, say: &Say, choice: &Choice, starter: &str) {
    let pack = &say.report.pack;
    let Some(metric) = pack.metrics.get(choice.metric) else { return };
    cell(out, &say.get(starter));
    cell(out, &metric.name);
    cell(out, &metric.measures);
    cell(out, &ids(pack, &choice.items));
    cell(out, &reason(say, choice.reason));
    cell(out, &metric.formula);
    cell(out, &metric.source);
    cell(out, &metric.unit);
    cell(out, &word(say, direction(metric.direction)));
    cell(out, &metric.target);
    cell(out, &word(say, every(metric.every)));
    cell(out, &metric.who);
    cell(out, &word(say, "metrics.judged_when"));
    cell(out, &word(say, "metrics.judged_by"));
    // The first day, the values and the note.
    for _ in 0..VALUES + 2 {
        cell(out, "");
    }
    end(out);
}

/// Why a metric stands where it does, in a sentence.
pub(super) fn reason(say: &Say, reason: Reason) -> Rc<str> {
    let named = |item| say.report.pack.item(item).map(title).unwrap_or_default();
    match reason {
        Reason::Operating(item) => fill(say, "metrics.reason.operating", &[("item", &named(item))]),
        Reason::Weak { item, level } => {
            fill(say, "metrics.reason.weak", &[("item", &named(item)), ("n", &level)])
        }
        Reason::Proven(item) => fill(say, "metrics.reason.proven", &[("item", &named(item))]),
        Reason::Open => word(say, "metrics.reason.open"),
    }
}

/// The key of what a direction is called.
pub(crate) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "metrics.direction.up",
        Direction::Down => "metrics.direction.down",
        Direction::Target => "metrics.direction.target",
    }
}

/// The key of how often a metric is taken.
pub(crate) fn every(every: Every) -> &'static str {
    match every {
        Every::Month => "metrics.every.month",
        Every::Quarter => "metrics.every.quarter",
        Every::HalfYear => "metrics.every.half_year",
        Every::Year => "metrics.every.year",
    }
}

/// A string by its whole key.
fn word(say: &Say, key: &str) -> Rc<str> {
    say.text.get(key)
}

fn fill(say: &Say, key: &str, values: &[(&str, &dyn Display)]) -> Rc<str> {
    say.text.fill(key, values)
}
