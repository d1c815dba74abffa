//! The Statement of Applicability as CSV: what identifies it, an empty row, one row a control.
//!
//! A statement is a controlled document, so what identifies it (ISO/IEC 27001, 7.5.2) has to
//! travel in the file: a name of a file cannot hold a scope or an approver and is soon changed.
//! Repeated in columns it would make every row wider, and spoil what a reader wants to sort and
//! filter. A spreadsheet takes the empty row for the border of the table, so that filters and
//! sorting work on the controls alone. Programs skip a number of rows that is always the same
//! ([`HEAD_ROWS`]), and each row has as many cells as the table (RFC 4180, section 2, rule 4).

use super::words;
use crate::export::cells::Csv;
use crate::export::Separator;
use crate::i18n::text::Text;
use crate::i18n::wording::Wording;
use crate::model::date::Date;
use crate::model::pack::Pack;
use crate::rules::soa::{Soa, SoaRow};

/// Rows before the heads of the columns: the title, six facts, what made the file, an empty one.
pub const HEAD_ROWS: usize = 9;

/// The columns in order, as keys of the texts.
const COLUMNS: [&str; 18] = [
    "kind.control",
    "column.name",
    "column.official",
    "statement.column.theme",
    "column.applicable",
    "column.inclusion",
    "statement.column.exclusion",
    "column.implementation",
    "statement.column.source",
    "column.how",
    "done_by.label",
    "soa.replaces",
    "column.owner",
    "due.label",
    "more.evidence",
    "statement.column.required",
    "statement.column.advised",
    "statement.column.conflict",
];

/// The statement for spreadsheets (RFC 4180), made on this day.
pub fn render_statement_csv(
    soa: &Soa,
    pack: &Pack,
    today: Date,
    separator: Separator,
    text: &Text,
) -> String {
    let words = &Wording { text, pack };
    let mut out = Csv::marked(separator, text);
    let title = text.get("statement.title");
    fact(&mut out, &title, &text.get("statement.meaning"));
    for (name, value) in words::facts(soa, words) {
        fact(&mut out, &name, &value.text);
    }
    let made_by = [&*words::made_by(words, today), " ", &text.get("statement.disclaimer")].concat();
    fact(&mut out, &text.get("statement.made"), &made_by);
    row(&mut out, &[]);
    let heads = COLUMNS.map(|key| text.get(key));
    row(&mut out, &heads.each_ref().map(|head| &**head));
    for control in &soa.rows {
        self::control(&mut out, words, control);
    }
    out.finish()
}

fn fact(out: &mut Csv, name: &str, value: &str) {
    row(out, &[name, value]);
}

fn control(out: &mut Csv, words: &Wording, control: &SoaRow) {
    out.id(&control.id);
    let cells: [&str; COLUMNS.len() - 1] = [
        &control.name,
        &control.title,
        &words::theme(words, control.section).text,
        &words.applicable(control),
        &words.inclusion(control),
        &words::exclusion(control),
        &words.status(control),
        &words.status_source(control),
        &control.how,
        &words.done_by(control.done_by),
        &control.replaces,
        &control.owner,
        &words::due(control),
        &words::evidence(control),
        &words.required(control),
        &words.advised(control),
        &words.conflict(control),
    ];
    cells.iter().for_each(|text| out.cell(text));
    out.end();
}

/// A row as wide as the table.
fn row(out: &mut Csv, cells: &[&str]) {
    cells.iter().for_each(|text| out.cell(text));
    out.nothing(COLUMNS.len() - cells.len());
    out.end();
}
