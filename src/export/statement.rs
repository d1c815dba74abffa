//! The Statement of Applicability as a document and as a table for spreadsheets.
//!
//! What a reader sees is composed once, as [`Content`], so that any format for readers can set it.

mod sheet;
mod words;

pub use sheet::{render_statement_csv, HEAD_ROWS};

use super::content::{Block, Cell, Chapter, Content, LangText, Table};
use super::{file_name, markdown, File, Format, Separator};
pub(super) use words::made_by;

use crate::i18n::text::Text;
use crate::i18n::wording::Wording;
use crate::model::assessment::Implementation;
use crate::model::date::Date;
use crate::model::pack::Pack;
use crate::report::Report;
use crate::rules::soa::{Applicability, Soa, SoaCounts, SoaRow};
use std::rc::Rc;

/// The statement as Markdown with GitHub-flavoured tables.
pub fn render_statement_markdown(soa: &Soa, pack: &Pack, today: Date, text: &Text) -> String {
    markdown::set(&statement(soa, pack, today, text))
}

/// A name for the file that every system accepts, such as
/// `statement-of-applicability-bakery-2026-11-22.csv`. The extension comes without its dot.
pub fn statement_file_name(soa: &Soa, today: Date, extension: &str) -> String {
    let names = [&*soa.head.organisation, "draft"];
    file_name("statement-of-applicability", &names, today, extension)
}

/// The statement as a file: a table, or text in any other format.
pub fn file(format: Format, report: &Report, separator: Separator, text: &Text) -> File {
    let (soa, pack, today) = (report.soa(), &report.pack, report.date);
    let content = match format {
        Format::Csv => render_statement_csv(soa, pack, today, separator, text),
        _ => render_statement_markdown(soa, pack, today, text),
    };
    let name = statement_file_name(soa, today, format.extension());
    File { name, media_type: format.media_type(), content }
}

/// What the statement says to a reader, made on this day.
pub fn statement(soa: &Soa, pack: &Pack, today: Date, text: &Text) -> Content {
    let words = &Wording { text, pack };
    let title = text.get("statement.title");
    let organisation = words::stated(words, &soa.head.organisation);
    let language = text.get("lang");
    let made_by = made_by(words, today);
    let mut notices = vec![text.get("statement.meaning"), text.get("statement.disclaimer")];
    if soa.counts.contradicting > 0 {
        notices.push(text.count("statement.conflicts", soa.counts.contradicting, &[]));
    }
    Content {
        pack_language: Some(pack.language.clone()).filter(|pack| *pack != language),
        language,
        direction: text.get("dir"),
        kind: organisation.text.clone(),
        subject: LangText::pack(&pack.title),
        label: [&title, ": ", &*organisation.text].concat().into(),
        title: LangText::own(title),
        front: None,
        facts: words::facts(soa, words),
        notices,
        contents: text.get("statement.contents"),
        chapters: vec![counts(soa, words), controls(soa, words), open(soa, words)],
        footer: [text.get("statement.disclaimer"), made_by].map(LangText::own).into(),
    }
}

/// The statement as a part of the scorecard. Owner, date and evidence stand with the answers.
pub(super) fn chapter(report: &Report, words: &Wording) -> Chapter {
    let soa = report.soa();
    let mut blocks = vec![Block::Text(LangText::own(words.get("statement.meaning")))];
    blocks.append(&mut counts(soa, words).blocks);
    let named = |row: &SoaRow| match row.item {
        Some(item) => Cell::item(report, item),
        None => name(row),
    };
    blocks.append(&mut tables(soa, words, SHORT, &named));
    Chapter { id: "statement", title: words.get("statement.title"), new_page: true, blocks }
}

/// What the statement says of a control, as four cells: whether it is applicable, why, how far it
/// is in place, and how. Empty for what is no control.
pub(super) fn cells(words: &Wording, row: Option<&SoaRow>) -> [Rc<str>; 4] {
    let Some(row) = row else { return Default::default() };
    [words.applicable(row), words.inclusion(row), words.status(row), row.how.clone()]
}

fn counts(soa: &Soa, words: &Wording) -> Chapter {
    let get = |key| words.get(key);
    let mut head = vec![
        get("statement.column.theme"),
        get("group.control"),
        get("column.applicable"),
        get("statement.counts.excluded"),
        get("statement.applicable.undecided"),
    ];
    head.extend(Implementation::ALL.map(|one| words.implementation(Some(one))));
    head.push(words.implementation(None));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for theme in &soa.themes {
        rows.push(numbers(words::theme(words, theme.section), &theme.counts));
    }
    rows.push(numbers(LangText::own(get("statement.counts.all")), &soa.counts));
    let caption = get("statement.counts.caption");
    let complete = Block::Text(LangText::own(words.complete(&soa.counts)));
    let blocks = vec![complete, Block::Table(Table { caption, head, rows })];
    Chapter { id: "counts", title: get("statement.counts"), new_page: false, blocks }
}

fn numbers(name: LangText, counts: &SoaCounts) -> Vec<Cell> {
    let before = [counts.total, counts.applicable, counts.excluded, counts.undecided];
    let numbers = before.iter().chain(&counts.implementation).chain([&counts.unstated]);
    let mut cells = vec![Cell::Text(name)];
    cells.extend(numbers.map(|number| Cell::Number(number.to_string().into())));
    cells
}

/// The columns of a control, as keys, and how many of them a scorecard has.
const COLUMNS: [&str; 9] = [
    "kind.control",
    "column.applicable",
    "statement.column.reason",
    "column.implementation",
    "column.how",
    "done_by.label",
    "column.owner",
    "due.label",
    "more.evidence",
];
const SHORT: usize = 5;

fn controls(soa: &Soa, words: &Wording) -> Chapter {
    let blocks = tables(soa, words, COLUMNS.len(), &name);
    Chapter { id: "controls", title: words.get("statement.controls"), new_page: true, blocks }
}

/// One table a theme, with so many columns: 93 rows in one would be hard to read.
fn tables(
    soa: &Soa,
    words: &Wording,
    columns: usize,
    name: &dyn Fn(&SoaRow) -> Cell,
) -> Vec<Block> {
    let key = match soa.rows.is_empty() {
        true => "statement.controls.none",
        false => "statement.controls.intro",
    };
    let mut blocks = vec![Block::Text(LangText::own(words.get(key)))];
    for theme in &soa.themes {
        let rows = soa.rows.iter().filter(|row| row.section == theme.section);
        blocks.push(Block::Table(Table {
            caption: words::theme(words, theme.section).text,
            head: COLUMNS.iter().take(columns).map(|key| words.get(key)).collect(),
            rows: rows.map(|row| control(words, row, columns, name(row))).collect(),
        }));
    }
    blocks
}

fn control(words: &Wording, row: &SoaRow, columns: usize, name: Cell) -> Vec<Cell> {
    let reason = match &row.applicability {
        Applicability::Yes => LangText::own(words.inclusion(row)),
        _ => LangText::typed(&words::exclusion(row)),
    };
    let mut cells = vec![
        name,
        Cell::Text(LangText::own(words.applicable(row))),
        Cell::Text(reason),
        Cell::Text(LangText::own(words.status(row))),
        Cell::Text(LangText::typed(&row.how)),
        Cell::Text(LangText::own(words.done_by(row.done_by))),
        Cell::Text(LangText::typed(&row.owner)),
        Cell::Date(row.due.map(|due| words.date(due)).unwrap_or_default()),
        Cell::Text(LangText::typed(&words::evidence(row))),
    ];
    cells.truncate(columns);
    cells
}

/// What is missing, and what does not fit.
fn open(soa: &Soa, words: &Wording) -> Chapter {
    let get = |key| words.get(key);
    let rows = soa.rows.iter().filter(|row| !row.missing.is_empty() || row.contradicts);
    let cells = |row: &SoaRow| {
        let lists = [words.required(row), words.advised(row), words.conflict(row)];
        let lists = lists.map(|list| Cell::Text(LangText::own(list)));
        [name(row)].into_iter().chain(lists).collect()
    };
    let rows: Vec<Vec<Cell>> = rows.map(cells).collect();
    let head = vec![
        get("kind.control"),
        get("statement.column.required"),
        get("statement.column.advised"),
        get("statement.column.conflict"),
    ];
    let blocks = match rows.is_empty() {
        true => vec![Block::Text(LangText::own(get("statement.open.none")))],
        false => vec![
            Block::Text(LangText::own(get("statement.open.intro"))),
            Block::Table(Table { caption: get("statement.open.caption"), head, rows }),
        ],
    };
    Chapter { id: "open", title: get("statement.open"), new_page: true, blocks }
}

/// A control by its identifier and name. It links to no answer: the statement stands by itself.
fn name(row: &SoaRow) -> Cell {
    let name: Rc<str> = [&row.id, " ", &*row.name].concat().into();
    Cell::Text(match row.item {
        Some(_) => LangText::pack(&name),
        None => LangText::typed(&name),
    })
}
