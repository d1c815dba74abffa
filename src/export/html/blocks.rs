//! The parts of the page: paragraphs, tables, sections and answers.

use super::markup::Markup;
use super::svg;
use crate::export::content::{Block, Cell, Chapter, Entry, LangText, Table};

pub(super) fn chapter(page: &mut Markup, chapter: &Chapter) {
    let title = ["t-", chapter.id].concat();
    let class = if chapter.new_page { "part new-page" } else { "part" };
    page.open("section", &[("id", chapter.id), ("class", class), ("aria-labelledby", &title)]);
    page.line("h2", &[("id", &title)], &chapter.title);
    for block in &chapter.blocks {
        self::block(page, block);
    }
    page.raw("</section>\n");
}

fn block(page: &mut Markup, block: &Block) {
    match block {
        Block::Lead(words) => page.words("p", &[("class", "lead")], words),
        Block::Text(words) => page.words("p", &[], words),
        Block::Heading(words) => page.words("h3", &[], words),
        Block::Columns(columns) => {
            page.raw("<div class=\"columns\">");
            for column in columns {
                page.raw("<div>");
                for block in column {
                    self::block(page, block);
                }
                page.raw("</div>");
            }
            page.raw("</div>");
        }
        Block::Picture(picture) => page.element(picture),
        Block::Legend { lower, unknown, upper } => {
            page.raw("<p class=\"legend\">");
            let lower = [(" fill=\"#0b5f66\"", lower)].into_iter();
            let unknown = unknown.iter().map(|words| (" fill=\"url(#dots)\"", words));
            let upper = [(" fill=\"url(#hatch)\"", upper)];
            for (fill, words) in lower.chain(unknown).chain(upper) {
                page.raw("<span><svg aria-hidden=\"true\" viewBox=\"-3 -3 106 62\">");
                page.raw("<path d=\"M0 0H100V56H0Z\" stroke=\"#7f8995\" stroke-width=\"5\"");
                page.raw(fill);
                page.raw("/></svg>");
                page.text(words);
                page.raw("</span> ");
            }
            page.raw("</p>");
        }
        Block::Table(table) => self::table(page, table),
        Block::Section { id, name, score } => {
            page.raw("<div class=\"section\"><h3>");
            page.line("span", &[("class", "id")], id);
            page.raw(" ");
            page.words("span", &[], name);
            page.raw("</h3>");
            page.line("p", &[], score);
            page.raw("</div>");
        }
        Block::Entry(entry) => self::entry(page, entry),
    }
    page.raw("\n");
}

/// On a narrow screen the style turns rows into blocks, which takes the table from assistive
/// technology in some browsers; the roles keep it there.
fn table(page: &mut Markup, table: &Table) {
    page.raw("<table role=\"table\">");
    page.line("caption", &[], &table.caption);
    page.raw("<thead role=\"rowgroup\"><tr role=\"row\">");
    let kinds = table.rows.first();
    for (column, head) in table.head.iter().enumerate() {
        let class = kinds.and_then(|row| row.get(column)).map_or("", class);
        page.line("th", &[("role", "columnheader"), ("scope", "col"), ("class", class)], head);
    }
    page.raw("</tr></thead><tbody role=\"rowgroup\">");
    for row in &table.rows {
        let header = row.iter().position(|cell| matches!(cell, Cell::Item { .. })).unwrap_or(0);
        page.raw("<tr role=\"row\">");
        for (column, cell) in row.iter().enumerate() {
            let head = table.head.get(column).map_or("", |head| head);
            self::cell(page, cell, column == header, head);
        }
        page.raw("</tr>\n");
    }
    page.raw("</tbody></table>");
}

fn cell(page: &mut Markup, cell: &Cell, header: bool, head: &str) {
    let (tag, role) = if header { ("th", "rowheader") } else { ("td", "cell") };
    // A word that repeats its head needs no label where a narrow screen stacks the cells.
    let head = match cell {
        Cell::Text(words) if *words.text == *head => "",
        _ => head,
    };
    let mut attributes = vec![("role", role), ("class", class(cell)), ("data-l", head)];
    if header {
        attributes.push(("scope", "row"));
    }
    match cell {
        Cell::Text(words) => return page.words(tag, &attributes, words),
        Cell::Number(text) | Cell::Date(text) => return page.line(tag, &attributes, text),
        Cell::Item { item, id, name } => {
            page.open(tag, &attributes);
            let target = ["#i", &item.to_string()].concat();
            // Without a target it is where a link would be (HTML, 4.5.1), and looks the same.
            let href: &[(&str, &str)] = &[("href", &target)];
            page.open("a", if page.has_answers { href } else { &[] });
            page.line("span", &[("class", "id")], id);
            page.raw(" ");
            page.words("span", &[], &LangText::pack(name));
            page.close("a");
        }
        Cell::ItemStatus(item_status, words) => {
            page.open(tag, &attributes);
            svg::item_status(page, *item_status);
            page.raw(" ");
            page.words("span", &[], &LangText::pack(words));
        }
        Cell::Bar { label, words, bounds } => {
            page.open(tag, &attributes);
            svg::bar(page, label, words, *bounds);
        }
    }
    page.close(tag);
}

fn class(cell: &Cell) -> &'static str {
    match cell {
        Cell::Text(_) => "w",
        Cell::Number(_) => "n",
        Cell::Date(_) => "d",
        Cell::Item { .. } => "i",
        Cell::ItemStatus(..) => "s",
        Cell::Bar { .. } => "b",
    }
}

fn entry(page: &mut Markup, entry: &Entry) {
    let id = ["i", &entry.item.to_string()].concat();
    page.open("article", &[("id", &id)]);
    page.raw("<div><h4>");
    page.line("span", &[("class", "id")], &entry.id);
    page.raw(" ");
    page.words("span", &[], &LangText::pack(&entry.name));
    page.raw("</h4><p class=\"marks\">");
    if !entry.title.is_empty() {
        page.words("span", &[("class", "title")], &LangText::pack(&entry.title));
    }
    for mark in &entry.marks {
        page.raw(" ");
        page.line("span", &[], mark);
    }
    page.raw("</p></div><div>");
    page.words("p", &[("class", "question")], &LangText::pack(&entry.question));
    page.raw("<p class=\"answer\">");
    svg::item_status(page, entry.item_status);
    page.raw(" ");
    page.line("strong", &[], &entry.answer);
    page.raw(" ");
    page.words("span", &[], &entry.words);
    page.raw("</p>");
    if !entry.details.is_empty() {
        page.raw("<dl class=\"details\">");
        for (name, values) in &entry.details {
            page.raw("<div>");
            page.line("dt", &[], name);
            for value in values {
                page.words("dd", &[], value);
            }
            page.raw("</div>");
        }
        page.raw("</dl>");
    }
    page.raw("</div></article>");
}
