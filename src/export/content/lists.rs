//! What is strong, what is missing and in which order to close it, and what is not known.

use super::{Block, Cell, Chapter, LangText, Table};
use crate::i18n::wording::{evidence, Wording};
use crate::report::{Report, Row};
use std::rc::Rc;

pub(super) fn strengths(report: &Report, words: &Wording) -> Chapter {
    let rows = report.strengths.iter().filter_map(|position| report.rows.get(*position));
    let rows: Vec<Vec<Cell>> =
        rows.map(|row| vec![item(row), item_status(words, row), evidence_names(row)]).collect();
    let blocks = match rows.is_empty() {
        true => vec![text(words, "result.no_strengths")],
        false => {
            let head = ["report.item", "column.answer", "more.evidence"];
            let table = table(words, "report.strengths.caption", &head, rows);
            vec![text(words, "report.strengths.intro"), table]
        }
    };
    Chapter { id: "strengths", title: words.get("result.strengths"), new_page: false, blocks }
}

pub(super) fn gaps(report: &Report, words: &Wording) -> Chapter {
    let blocks = match report.gaps.is_empty() {
        true => vec![Block::Text(LangText::own(words.no_plan(report.tally())))],
        false => vec![text(words, "report.gaps.intro"), gap_table(report, words)],
    };
    Chapter { id: "gaps", title: words.get("report.gaps"), new_page: false, blocks }
}

/// The gaps, in the order of the plan.
fn gap_table(report: &Report, words: &Wording) -> Block {
    let mut rows = Vec::new();
    for (position, gap) in report.gaps.iter().enumerate() {
        let Some(row) = report.rows.get(gap.row) else { continue };
        let gate = if gap.gate { words.get("gap.gate") } else { Rc::default() };
        let due = row.answer.due.map(|due| words.date(due)).unwrap_or_default();
        rows.push(vec![
            Cell::number(position + 1),
            item(row),
            item_status(words, row),
            Cell::own(gate),
            Cell::number(words.days(gap.gap.half_days)),
            Cell::Text(LangText::typed(&row.answer.owner)),
            Cell::Date(due),
        ]);
    }
    let head = [
        "column.number",
        "report.item",
        "column.answer",
        "column.gate",
        "column.days",
        "column.owner",
        "due.label",
    ];
    table(words, "report.gaps.caption", &head, rows)
}

pub(super) fn open(report: &Report, words: &Wording) -> Chapter {
    let sections = &report.pack.sections;
    let rows = report.open().map(|row| {
        let section = sections.get(row.section).map(|section| LangText::pack(&section.name));
        vec![item(row), Cell::Text(section.unwrap_or_default()), item_status(words, row)]
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let blocks = match rows.is_empty() {
        true => vec![text(words, "board.all_known")],
        false => {
            let head = ["report.item", "column.section", "column.answer"];
            let table = table(words, "report.open.caption", &head, rows);
            vec![text(words, "report.open.intro"), table]
        }
    };
    Chapter { id: "open", title: words.get("report.open"), new_page: false, blocks }
}

fn text(words: &Wording, key: &str) -> Block {
    Block::Text(LangText::own(words.get(key)))
}

fn table(words: &Wording, caption: &str, head: &[&str], rows: Vec<Vec<Cell>>) -> Block {
    let head = head.iter().map(|key| words.get(key)).collect();
    Block::Table(Table { caption: words.get(caption), head, rows })
}

fn item(row: &Row) -> Cell {
    Cell::Item { item: row.item, id: row.id.clone(), name: row.name.clone() }
}

fn item_status(words: &Wording, row: &Row) -> Cell {
    Cell::ItemStatus(row.item_status, words.numbered(row.item_status))
}

fn evidence_names(row: &Row) -> Cell {
    let names: Vec<String> = row.answer.evidence.iter().map(evidence).collect();
    Cell::Text(LangText::typed(&names.join("\n").into()))
}
