//! The scorecard as Markdown with GitHub-flavoured tables (GFM 0.29).
//!
//! Text from outside is escaped, so that it cannot become a heading, a link or markup; its line
//! breaks are written as `<br>`, the only tag there is.

use super::content::{content, Block, Cell, Chapter, Content, Entry, Table};
use crate::i18n::text::Text;
use crate::picture::element::html::tidy;
use crate::picture::Bar;
use crate::report::Report;
use crate::rules::score::Bounds;

/// Length of a bar in characters.
const CELLS: u32 = 20;

pub(super) fn render(report: &Report, text: &Text) -> String {
    set(&content(report, text))
}

/// What stands in a file, with its marks.
pub(super) fn set(content: &Content) -> String {
    let mut out = String::with_capacity(1 << 17);
    heading(&mut out, 1, &[&content.title.text]);
    paragraph(&mut out, &[&content.kind, " \u{b7} ", &content.subject.text].concat());
    for (name, value) in &content.facts {
        fact(&mut out, name, &[&value.text]);
    }
    out.push('\n');
    for (position, notice) in content.notices.iter().enumerate() {
        out.push_str(if position > 0 { ">\n> " } else { "> " });
        escape(&mut out, notice);
        out.push('\n');
    }
    out.push('\n');
    for chapter in content.front.iter().chain(&content.chapters) {
        self::chapter(&mut out, chapter);
    }
    out.push_str("---\n\n");
    for line in &content.footer {
        paragraph(&mut out, &line.text);
    }
    out.pop();
    out
}

fn chapter(out: &mut String, chapter: &Chapter) {
    heading(out, 2, &[&chapter.title]);
    blocks(out, &chapter.blocks);
}

fn blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Lead(words) => {
                out.push_str("**");
                escape(out, &words.text);
                out.push_str("**\n\n");
            }
            Block::Text(words) => paragraph(out, &words.text),
            Block::Heading(words) => heading(out, 3, &[&words.text]),
            Block::Columns(columns) => columns.iter().for_each(|blocks| self::blocks(out, blocks)),
            Block::Legend { lower, unknown, upper } => {
                out.push_str("\u{2588} ");
                escape(out, lower);
                if let Some(unknown) = unknown {
                    out.push_str(" ? ");
                    escape(out, unknown);
                }
                out.push_str(" \u{2592} ");
                paragraph(out, upper);
            }
            // What it shows stands in a table as well.
            Block::Picture(_) => (),
            Block::Table(table) => self::table(out, table),
            Block::Section { id, name, score } => {
                heading(out, 3, &[id, " ", &name.text]);
                paragraph(out, score);
            }
            Block::Entry(entry) => self::entry(out, entry),
        }
    }
}

fn table(out: &mut String, table: &Table) {
    out.push_str("**");
    escape(out, &table.caption);
    out.push_str("**\n\n|");
    for head in &table.head {
        out.push(' ');
        escape(out, head);
        out.push_str(" |");
    }
    out.push_str("\n|");
    let kinds = table.rows.first();
    for column in 0..table.head.len() {
        let number =
            kinds.and_then(|row| row.get(column)).is_some_and(|c| matches!(c, Cell::Number(_)));
        out.push_str(if number { " ---: |" } else { " --- |" });
    }
    for row in &table.rows {
        out.push_str("\n|");
        for cell in row {
            out.push(' ');
            self::cell(out, cell);
            out.push_str(" |");
        }
    }
    out.push_str("\n\n");
}

fn cell(out: &mut String, cell: &Cell) {
    match cell {
        Cell::Text(words) => escape(out, &words.text),
        Cell::Number(text) | Cell::Date(text) | Cell::ItemStatus(_, text) => escape(out, text),
        Cell::Item { id, name, .. } => {
            escape(out, id);
            out.push(' ');
            escape(out, name);
        }
        Cell::Bar { words, bounds, .. } => {
            bar(out, *bounds);
            escape(out, words);
        }
    }
}

fn bar(out: &mut String, bounds: Option<Bounds>) {
    let Some(bounds) = bounds else { return };
    let cells = Bar::from_bounds(bounds).cells(CELLS);
    for (cells, sign) in cells.into_iter().zip(["\u{2588}", "?", "\u{2592}", "\u{b7}"]) {
        for _ in 0..cells {
            out.push_str(sign);
        }
    }
    out.push(' ');
}

fn entry(out: &mut String, entry: &Entry) {
    heading(out, 4, &[&entry.id, " ", &entry.name]);
    let mut marks = String::new();
    for mark in Some(&entry.title).filter(|title| !title.is_empty()).into_iter().chain(&entry.marks)
    {
        if !marks.is_empty() {
            marks.push_str(" \u{b7} ");
        }
        marks.push_str(mark);
    }
    paragraph(out, &marks);
    paragraph(out, &entry.question);
    out.push_str("**");
    escape(out, &entry.answer);
    out.push_str("** ");
    paragraph(out, &entry.words.text);
    for (name, values) in &entry.details {
        let values: Vec<&str> = values.iter().map(|value| &*value.text).collect();
        fact(out, name, &values);
    }
    if !entry.details.is_empty() {
        out.push('\n');
    }
}

fn heading(out: &mut String, level: usize, pieces: &[&str]) {
    out.push_str("######".get(..level).unwrap_or("#"));
    out.push(' ');
    paragraph(out, &pieces.concat());
}

pub(super) fn paragraph(out: &mut String, text: &str) {
    escape(out, text);
    out.push_str("\n\n");
}

fn fact(out: &mut String, name: &str, values: &[&str]) {
    out.push_str("- **");
    escape(out, name);
    out.push_str(":** ");
    for (position, value) in values.iter().enumerate() {
        if position > 0 {
            out.push_str("<br>");
        }
        escape(out, value);
    }
    out.push('\n');
}

/// Text that stays text, in a paragraph, a heading and a cell alike. Any sign of ASCII may be
/// escaped (CommonMark 0.31, 2.4), those that mean nothing in the middle of a line are left
/// alone so that the file reads well as it is.
pub(super) fn escape(out: &mut String, text: &str) {
    let mut begins = true;
    let mut number = false;
    let text = tidy(text);
    let mut rest = text.trim().chars();
    while let Some(c) = rest.next() {
        let escaped = match c {
            '\n' => {
                out.push_str("<br>");
                begins = true;
                continue;
            }
            '<' => {
                out.push_str("&lt;");
                begins = false;
                continue;
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '|' | '~' | '&' | '$' => true,
            '#' | '+' | '-' | '=' => begins,
            // "1. " and "1) " begin a list.
            '.' | ')' => number && rest.as_str().chars().next().is_none_or(char::is_whitespace),
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(c);
        number = c.is_ascii_digit() && (begins || number);
        begins = begins && c.is_whitespace();
    }
}
