//! What is strong, what is missing and in which order to close it, and what is not known.

use super::{Block, Cell, Part, Table, Words};
use crate::formats::say::{evidence, Say};
use crate::report::Row;
use std::rc::Rc;

pub(super) fn strengths(say: &Say) -> Part {
    let report = say.report;
    let rows = report.strengths.iter().filter_map(|position| report.rows.get(*position));
    let rows = rows.map(|row| vec![item(row), standing(say, row), evidence_names(row)]).collect();
    part(say, "strengths", &["item", "answer", "evidence"], rows)
}

pub(super) fn gaps(say: &Say) -> Part {
    let mut part = part(say, "gaps", &[], Vec::new());
    if !say.report.gaps.is_empty() {
        part.blocks =
            vec![Block::Text(Words::own(say.get("gaps.intro"))), Block::Table(gap_table(say))];
    }
    part
}

/// The gaps, in the order of the plan.
fn gap_table(say: &Say) -> Table {
    let mut rows = Vec::new();
    for (position, gap) in say.report.gaps.iter().enumerate() {
        let Some(row) = say.report.rows.get(gap.row) else { continue };
        let gate = if gap.gate { say.get("gate") } else { Rc::default() };
        let due = row.answer.due.map(|due| due.to_string()).unwrap_or_default();
        rows.push(vec![
            Cell::Number((position + 1).to_string().into()),
            item(row),
            standing(say, row),
            Cell::Words(Words::own(gate)),
            Cell::Number(say.days(gap.gap.half_days).into()),
            Cell::Words(Words::typed(&row.answer.owner)),
            Cell::Date(due.into()),
        ]);
    }
    let head = ["rank", "item", "answer", "gate", "effort", "owner", "due"];
    table(say, "gaps.caption", &head, rows)
}

pub(super) fn open(say: &Say) -> Part {
    let sections = &say.report.pack.sections;
    let rows = say.report.open().map(|row| {
        let section = sections.get(row.section).map(|section| Words::pack(&section.name));
        vec![item(row), Cell::Words(section.unwrap_or_default()), standing(say, row)]
    });
    part(say, "open", &["item", "section", "answer"], rows.collect())
}

/// A part with one table, or with a sentence that says what would stand there.
fn part(say: &Say, id: &'static str, head: &[&str], rows: Vec<Vec<Cell>>) -> Part {
    let key = |suffix: &str| say.get([id, suffix].concat().as_str());
    let blocks = if rows.is_empty() {
        vec![Block::Text(Words::own(key(".none")))]
    } else {
        let table = table(say, [id, ".caption"].concat().as_str(), head, rows);
        vec![Block::Text(Words::own(key(".intro"))), Block::Table(table)]
    };
    Part { id, title: say.get(id), new_page: false, blocks }
}

fn table(say: &Say, caption: &str, head: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    let head = head.iter().map(|key| say.get(key)).collect();
    Table { caption: say.get(caption), head, rows }
}

fn item(row: &Row) -> Cell {
    Cell::Item { item: row.item, id: row.id.clone(), name: row.name.clone() }
}

fn standing(say: &Say, row: &Row) -> Cell {
    Cell::Standing(row.standing, say.standing(row.standing))
}

fn evidence_names(row: &Row) -> Cell {
    let names: Vec<String> = row.answer.evidence.iter().map(evidence).collect();
    Cell::Words(Words::typed(&names.join("\n").into()))
}
