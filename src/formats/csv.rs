//! One row an item, for spreadsheets.
//!
//! RFC 4180: commas, CRLF, quotes doubled. A byte order mark tells Excel that it is UTF-8. Text is
//! always quoted, numbers never.
//!
//! A spreadsheet runs a cell that begins like a formula (OWASP, "CSV Injection"; ASVS 5.0, 1.2.10;
//! CWE-1236), so such a text gets an apostrophe in front. Quotes do not help: they are gone once
//! the file is read. Where the list separator is a semicolon, Excel splits our cells at
//! semicolons and line breaks, so what follows one of them is guarded too.

use super::say::{evidence, thin_reason, Say};
use crate::answers::Standing;
use crate::node::html::tidy;
use crate::report::{Report, Row};
use crate::text::Text;

/// The columns in order, as keys of the interface texts.
const COLUMNS: [&str; 20] = [
    "id", "section", "kind", "name", "title", "question", "answer", "level", "words", "lower",
    "upper", "weight", "gate", "stage1", "stage2", "note", "evidence", "owner", "due", "flagged",
];

/// The file.
pub(super) fn render(report: &Report, text: &Text) -> String {
    let say = &Say { report, text };
    let mut out = String::with_capacity(1 << 16);
    out.push('\u{feff}');
    for column in COLUMNS {
        cell(&mut out, &say.get(["csv.", column].concat().as_str()));
    }
    end(&mut out);
    for row in &report.rows {
        item(&mut out, say, row);
        end(&mut out);
    }
    out
}

fn item(out: &mut String, say: &Say, row: &Row) {
    let pack = &say.report.pack;
    let item = pack.item(row.item);
    let answer = &row.answer;
    cell(out, &row.id);
    cell(out, pack.sections.get(row.section).map_or("", |section| &section.name));
    cell(out, &say.get(["kind.", row.kind.id()].concat().as_str()));
    cell(out, &row.name);
    cell(out, &row.title);
    cell(out, item.map_or("", |item| &item.question));
    cell(out, &say.answer(row.standing));
    match row.standing {
        Standing::Level(level) => {
            number(out, Some(u32::from(level.number())));
            let name = pack.level_names.get(usize::from(level.number()));
            cell(out, name.map_or("", |name| name));
        }
        _ => {
            number(out, None);
            cell(out, thin_reason(row).unwrap_or(&row.words));
        }
    }
    number(out, row.credit.map(|(lower, _)| lower * 100 / 3));
    number(out, row.credit.map(|(_, upper)| upper * 100 / 3));
    number(out, Some(row.weight));
    for holds in [|item| item.gate, |item| item.stage1, |item| item.stage2]
        as [fn(&crate::pack::Item) -> bool; 3]
    {
        yes_no(out, say, item.is_some_and(holds));
    }
    cell(out, &answer.note);
    let evidence: Vec<String> = answer.evidence.iter().map(evidence).collect();
    cell(out, &evidence.join("\n"));
    cell(out, &answer.owner);
    cell(out, &answer.due.map(|due| due.to_string()).unwrap_or_default());
    yes_no(out, say, answer.flagged);
}

fn yes_no(out: &mut String, say: &Say, yes: bool) {
    cell(out, &say.get(if yes { "yes" } else { "no" }));
}

pub(super) fn number(out: &mut String, number: Option<u32>) {
    if let Some(number) = number {
        out.push_str(&number.to_string());
    }
    out.push(',');
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
