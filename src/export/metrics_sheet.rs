//! The metrics as a sheet to fill in: one row a metric, those to begin with first.
//!
//! The columns are what ISO/IEC 27001, 9.1 wants decided: what is measured, how (b), when (c), by
//! whom (d), and when (e) and by whom (f) the values are judged. The pack does not say the last
//! two, so they are proposals. What follows is empty: the day of the first value, and values
//! enough for a year of the most frequent metrics.

use super::cells::Csv;
use super::Separator;
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

/// The file.
pub fn render(report: &Report, separator: Separator, text: &Text) -> String {
    let words = &Wording { text, pack: &report.pack };
    let mut out = Csv::marked(separator, text);
    for column in COLUMNS {
        out.cell(&words.get(column));
    }
    for n in 1..=VALUES {
        out.cell(&words.fill("metrics.column.value", &[("n", &n)]));
    }
    out.cell(&words.get("more.note"));
    out.end();
    let sheet = report.metrics();
    for choice in &sheet.starter {
        metric(&mut out, words, choice, "yes");
    }
    for choice in &sheet.rest {
        metric(&mut out, words, choice, "no");
    }
    out.finish()
}

fn metric(out: &mut Csv, words: &Wording, choice: &ChosenMetric, starter: &str) {
    let pack = words.pack;
    let Some(metric) = pack.metrics.get(choice.metric) else { return };
    out.cell(&words.get(starter));
    out.cell(&metric.name);
    out.cell(&metric.measures);
    out.id(&words.ids(&choice.items));
    out.cell(&words.metric_reason(choice.reason));
    out.cell(&metric.formula);
    out.cell(&metric.source);
    out.cell(&metric.unit);
    out.cell(&words.direction(metric.direction));
    out.cell(&metric.target);
    out.cell(&words.every(metric.every));
    out.cell(&metric.who);
    out.cell(&words.get("metrics.judged_when"));
    out.cell(&words.get("metrics.judged_by"));
    // The first day, the values and the note.
    for _ in 0..VALUES + 2 {
        out.cell("");
    }
    out.end();
}
