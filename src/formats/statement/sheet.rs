//! The Statement of Applicability as CSV: what identifies it, an empty row, one row a control.
//!
//! A statement is a controlled document, so what identifies it (ISO/IEC 27001, 7.5.2) has to
//! travel in the file: a name of a file cannot hold a scope or an approver and is soon changed.
//! Repeated in columns it would make every row wider, and spoil what a reader wants to sort and
//! filter. A spreadsheet takes the empty row for the border of the table, so that filters and
//! sorting work on the controls alone. Programs skip a number of rows that is always the same
//! ([`HEAD_ROWS`]), and each row has as many cells as the table (RFC 4180, section 2, rule 4).

use super::words::Say;
use crate::date::Date;
use crate::formats::cells::{begin, cell, end, number};
use crate::pack::Pack;
use crate::soa::{Soa, SoaRow};
use crate::text::Text;

/// Rows before the heads of the columns: the title, six facts, what made the file, an empty one.
pub const HEAD_ROWS: usize = 9;

/// The columns in order, as keys of the texts.
const COLUMNS: [&str; 16] = [
    "statement.column.id",
    "statement.column.name",
    "statement.column.official",
    "statement.column.theme",
    "statement.column.applicable",
    "statement.column.inclusion",
    "statement.column.exclusion",
    "statement.column.implementation",
    "statement.column.source",
    "statement.column.how",
    "statement.column.owner",
    "statement.column.due",
    "statement.column.evidence",
    "statement.column.required",
    "statement.column.advised",
    "statement.column.conflict",
];

/// The statement for spreadsheets (RFC 4180), made on this day.
pub fn render_statement_csv(soa: &Soa, pack: &Pack, today: Date, text: &Text) -> String {
    let say = &Say { soa, pack, text };
    let mut out = begin();
    let title = text.get("statement.title");
    fact(&mut out, &title, &text.get("statement.meaning"));
    for (name, value) in say.facts() {
        fact(&mut out, &name, &value.text);
    }
    let made_by = [&*say.made_by(today), " ", &text.get("statement.disclaimer")].concat();
    fact(&mut out, &text.get("statement.made"), &made_by);
    row(&mut out, &[]);
    let heads = COLUMNS.map(|key| text.get(key));
    row(&mut out, &heads.each_ref().map(|head| &**head));
    for control in &soa.rows {
        self::control(&mut out, say, control);
    }
    out
}

fn fact(out: &mut String, name: &str, value: &str) {
    row(out, &[name, value]);
}

fn control(out: &mut String, say: &Say, control: &SoaRow) {
    row(
        out,
        &[
            &control.id,
            &control.name,
            &control.title,
            &say.theme(control.section).text,
            &say.applicable(control),
            &say.inclusion(control),
            &say.exclusion(control),
            &say.status(control),
            &say.source(control),
            &control.how,
            &control.owner,
            &say.due(control),
            &say.evidence(control),
            &say.required(control),
            &say.advised(control),
            &say.conflict(control),
        ],
    );
}

/// A row as wide as the table. Cells that are not given are empty and not quoted, so that no
/// reader takes them for text.
fn row(out: &mut String, cells: &[&str]) {
    for text in cells {
        cell(out, text);
    }
    for _ in cells.len()..COLUMNS.len() {
        number(out, None);
    }
    end(out);
}
