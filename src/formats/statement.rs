//! The Statement of Applicability as a document and as a table for spreadsheets.
//!
//! What a reader sees is composed once, as [`Content`], so that any format for readers can set it.

mod sheet;
pub(crate) mod words;

pub use sheet::{render_statement_csv, HEAD_ROWS};

use super::content::{Block, Cell, Content, Part, Table, Words};
use super::{file_name, markdown, File, Format};
use crate::answers::{Answers, Implementation};
use crate::date::Date;
use crate::pack::Pack;
use crate::soa::{soa, Applicability, Counts, Soa, SoaRow};
use crate::text::Text;
use std::rc::Rc;
use words::Say;

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

/// The statement as the file that a page offers by this word: `statement.csv` or `statement.md`.
pub fn file(id: &str, pack: &Pack, answers: &Answers, today: Date, text: &Text) -> Option<File> {
    let render = match id {
        "statement.csv" => render_statement_csv,
        "statement.md" => render_statement_markdown,
        _ => return None,
    };
    let format = if id == "statement.csv" { Format::Csv } else { Format::Markdown };
    let soa = soa(pack, answers);
    Some(File {
        name: statement_file_name(&soa, today, format.extension()),
        media_type: format.media_type(),
        content: render(&soa, pack, today, text),
    })
}

/// What the statement says to a reader, made on this day.
pub fn statement(soa: &Soa, pack: &Pack, today: Date, text: &Text) -> Content {
    let say = &Say { soa, pack, text };
    let title = text.get("statement.title");
    let organisation = say.stated(&soa.head.organisation);
    let language = text.get("lang");
    let made_by = say.made_by(today);
    let mut notices = vec![text.get("statement.meaning"), text.get("statement.disclaimer")];
    if soa.counts.contradicting > 0 {
        notices.push(text.count("statement.conflicts", soa.counts.contradicting, &[]));
    }
    Content {
        pack_language: Some(pack.language.clone()).filter(|pack| *pack != language),
        language,
        direction: text.get("dir"),
        kind: organisation.text.clone(),
        subject: Words::pack(&pack.title),
        label: [&title, ": ", &*organisation.text].concat().into(),
        title: Words::own(title),
        front: None,
        facts: say.facts(),
        notices,
        contents: text.get("statement.contents"),
        parts: vec![counts(say), controls(say), open(say)],
        footer: vec![text.get("statement.disclaimer"), made_by],
    }
}

/// The statement as a part of the scorecard. Owner, date and evidence stand with the answers.
pub(super) fn part(whole: &super::say::Say) -> Part {
    let (report, text) = (whole.report, whole.text);
    let say = &Say { soa: report.soa(), pack: &report.pack, text };
    let mut blocks = vec![Block::Text(Words::own(text.get("statement.meaning")))];
    blocks.append(&mut counts(say).blocks);
    let named = |row: &SoaRow| match row.item {
        Some(item) => Cell::item(report, item),
        None => name(row),
    };
    blocks.append(&mut tables(say, SHORT, &named));
    Part { id: "statement", title: text.get("statement.title"), new_page: true, blocks }
}

/// How a control stands in the statement, as four cells: whether it is applicable, why, how far it
/// is in place, and how. Empty for what is no control.
pub(super) fn cells(whole: &super::say::Say, row: Option<&SoaRow>) -> [Rc<str>; 4] {
    let Some(row) = row else { return Default::default() };
    let (report, text) = (whole.report, whole.text);
    let say = &Say { soa: report.soa(), pack: &report.pack, text };
    [say.applicable(row), say.inclusion(row), say.status(row), row.how.clone()]
}

fn counts(say: &Say) -> Part {
    let get = |key| say.text.get(key);
    let mut head = vec![
        get("statement.column.theme"),
        get("statement.counts.total"),
        get("statement.counts.applicable"),
        get("statement.counts.excluded"),
        get("statement.counts.undecided"),
    ];
    head.extend(Implementation::ALL.map(|one| say.implementation(one)));
    head.push(get("statement.not_stated"));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for theme in &say.soa.themes {
        rows.push(numbers(say.theme(theme.section), &theme.counts));
    }
    rows.push(numbers(Words::own(get("statement.counts.all")), &say.soa.counts));
    let caption = get("statement.counts.caption");
    let blocks =
        vec![Block::Text(Words::own(say.complete())), Block::Table(Table { caption, head, rows })];
    Part { id: "counts", title: get("statement.counts"), new_page: false, blocks }
}

fn numbers(name: Words, counts: &Counts) -> Vec<Cell> {
    let before = [counts.total, counts.applicable, counts.excluded, counts.undecided];
    let numbers = before.iter().chain(&counts.implementation).chain([&counts.unstated]);
    let mut cells = vec![Cell::Words(name)];
    cells.extend(numbers.map(|number| Cell::Number(number.to_string().into())));
    cells
}

/// The columns of a control, as keys, and how many of them a scorecard has.
const COLUMNS: [&str; 8] = [
    "statement.column.id",
    "statement.column.applicable",
    "statement.column.reason",
    "statement.column.implementation",
    "statement.column.how",
    "statement.column.owner",
    "statement.column.due",
    "statement.column.evidence",
];
const SHORT: usize = 5;

fn controls(say: &Say) -> Part {
    let title = say.text.get("statement.controls");
    Part { id: "controls", title, new_page: true, blocks: tables(say, COLUMNS.len(), &name) }
}

/// One table a theme, with so many columns: 93 rows in one would be hard to read.
fn tables(say: &Say, columns: usize, name: &dyn Fn(&SoaRow) -> Cell) -> Vec<Block> {
    let key = match say.soa.rows.is_empty() {
        true => "statement.controls.none",
        false => "statement.controls.intro",
    };
    let mut blocks = vec![Block::Text(Words::own(say.text.get(key)))];
    for theme in &say.soa.themes {
        let rows = say.soa.rows.iter().filter(|row| row.section == theme.section);
        blocks.push(Block::Table(Table {
            caption: say.theme(theme.section).text,
            head: COLUMNS.iter().take(columns).map(|key| say.text.get(key)).collect(),
            rows: rows.map(|row| control(say, row, columns, name(row))).collect(),
        }));
    }
    blocks
}

fn control(say: &Say, row: &SoaRow, columns: usize, name: Cell) -> Vec<Cell> {
    let reason = match &row.applicability {
        Applicability::Yes => Words::own(say.inclusion(row)),
        _ => Words::typed(&say.exclusion(row)),
    };
    let mut cells = vec![
        name,
        Cell::Words(Words::own(say.applicable(row))),
        Cell::Words(reason),
        Cell::Words(Words::own(say.status(row))),
        Cell::Words(Words::typed(&row.how)),
        Cell::Words(Words::typed(&row.owner)),
        Cell::Date(say.due(row)),
        Cell::Words(Words::typed(&say.evidence(row))),
    ];
    cells.truncate(columns);
    cells
}

/// What is missing, and what does not fit.
fn open(say: &Say) -> Part {
    let get = |key| say.text.get(key);
    let rows = say.soa.rows.iter().filter(|row| !row.missing.is_empty() || row.contradicts);
    let cells = |row: &SoaRow| {
        let lists = [say.required(row), say.advised(row), say.conflict(row)];
        let lists = lists.map(|list| Cell::Words(Words::own(list)));
        [name(row)].into_iter().chain(lists).collect()
    };
    let rows: Vec<Vec<Cell>> = rows.map(cells).collect();
    let head = vec![
        get("statement.column.id"),
        get("statement.column.required"),
        get("statement.column.advised"),
        get("statement.column.conflict"),
    ];
    let blocks = match rows.is_empty() {
        true => vec![Block::Text(Words::own(get("statement.open.none")))],
        false => vec![
            Block::Text(Words::own(get("statement.open.intro"))),
            Block::Table(Table { caption: get("statement.open.caption"), head, rows }),
        ],
    };
    Part { id: "open", title: get("statement.open"), new_page: true, blocks }
}

/// A control by its identifier and name. It links to no answer: the statement stands by itself.
fn name(row: &SoaRow) -> Cell {
    let name: Rc<str> = [&row.id, " ", &*row.name].concat().into();
    Cell::Words(match row.item {
        Some(_) => Words::pack(&name),
        None => Words::typed(&name),
    })
}
