//! The metrics as a sheet to fill in: one row a metric, those to begin with first.
//!
//! The columns are what ISO/IEC 27001, 9.1 wants decided: what is measured, how (b), when (c), by
//! whom (d), and when (e) and by whom (f) the values are judged. The pack does not say the last
//! two, so they are proposals. What follows is empty: the day of the first value, and values
//! enough for a year of the most frequent metrics.

use super::cells::{cell, end};
use crate::i18n::text::Text;
use crate::i18n::wording::Wording;
use crate::report::Report;
use crate::rules::metrics::ChosenMetric;

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
    let words = &Wording { text, pack: &report.pack };
    let mut out = String::with_capacity(1 << 14);
    out.push('\u{feff}');
    for column in COLUMNS {
        cell(&mut out, &words.get(column));
    }
    for n in 1..=VALUES {
        cell(&mut out, &words.fill("metrics.column.value", &[("n", &n)]));
    }
    cell(&mut out, &words.get("more.note"));
    end(&mut out);
    let sheet = report.metrics();
    for choice in &sheet.starter {
        metric(&mut out, words, choice, "yes");
    }
    for choice in &sheet.rest {
        metric(&mut out, words, choice, "no");
    }
    out
}

fn metric(out: &mut String, words: &Wording, choice: &ChosenMetric, starter: &str) {
    let pack = words.pack;
    let Some(metric) = pack.metrics.get(choice.metric) else { return };
    cell(out, &words.get(starter));
    cell(out, &metric.name);
    cell(out, &metric.measures);
    cell(out, &words.ids(&choice.items));
    cell(out, &words.metric_reason(choice.reason));
    cell(out, &metric.formula);
    cell(out, &metric.source);
    cell(out, &metric.unit);
    cell(out, &words.direction(metric.direction));
    cell(out, &metric.target);
    cell(out, &words.every(metric.every));
    cell(out, &metric.who);
    cell(out, &words.get("metrics.judged_when"));
    cell(out, &words.get("metrics.judged_by"));
    // The first day, the values and the note.
    for _ in 0..VALUES + 2 {
        cell(out, "");
    }
    end(out);
}
