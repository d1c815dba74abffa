//! Reads back the tables of the files for readers, and the facts of the CSV.

use super::markdown_file::OPTIONS;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::BTreeMap;

/// The tables of a file by part and caption, each as rows of plain text without its head.
#[derive(Default)]
pub struct Tables {
    all: Vec<(String, String, Vec<Vec<String>>)>,
}

impl Tables {
    /// A table of the page for the board; no rows where there is none.
    pub fn get(&self, caption: &str) -> Vec<Vec<String>> {
        self.rows("For the board", caption)
    }

    /// The row of a section in the table of its group.
    pub fn section(&self, caption: &str, name: &str) -> Vec<String> {
        let rows = self.rows("Figures by section", caption);
        rows.into_iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("{caption}: {name}"))
    }

    /// The rows of all tables of a part.
    pub fn of_part(&self, part: &str) -> Vec<Vec<String>> {
        let tables = self.all.iter().filter(|(at, ..)| at == part);
        tables.flat_map(|(.., rows)| rows.clone()).collect()
    }

    fn rows(&self, part: &str, caption: &str) -> Vec<Vec<String>> {
        let mut found = self.all.iter().filter(|(at, name, _)| at == part && name == caption);
        let rows = found.next().map(|(.., rows)| rows.clone()).unwrap_or_default();
        assert!(found.next().is_none(), "{part}: {caption} twice");
        rows
    }
}

/// The texts between these marks.
pub fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split_once(close).map(|(inner, _)| inner))
}

/// What a reader sees of some markup, without what is said of its drawings.
pub fn plain(markup: &str) -> String {
    let mut text = String::new();
    let mut drawing = false;
    for piece in markup.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').expect("a tag ends");
        drawing = (drawing || tag.starts_with("svg")) && !tag.starts_with("/svg");
        if !drawing {
            text.push_str(words);
        }
    }
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn html_tables(file: &str) -> Tables {
    let mut tables = Tables::default();
    for part in between(file, "<section ", "</section>") {
        let title = between(part, "<h2", "</h2>").next().expect("a heading");
        let title = plain(&["<h2", title].concat());
        for table in between(part, "<table", "</table>") {
            let caption = between(table, "<caption", "</caption>").next().expect("a caption");
            let body = between(table, "<tbody", "</tbody>").next().expect("a body");
            let rows = between(body, "<tr", "</tr>").map(|row| {
                let row = row.replace("</th>", "</td>").replace("<th ", "<td ");
                between(&row, "<td ", "</td>").map(|cell| plain(&["<td ", cell].concat())).collect()
            });
            let caption = plain(&["<caption", caption].concat());
            tables.all.push((title.clone(), caption, rows.collect()));
        }
    }
    tables
}

pub fn markdown_tables(file: &str) -> Tables {
    let mut tables = Tables::default();
    let (mut part, mut text, mut caption) = (String::new(), String::new(), String::new());
    let (mut row, mut rows) = (Vec::new(), Vec::new());
    for event in Parser::new_ext(file, OPTIONS) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::InlineHtml(_) | Event::SoftBreak => text.push(' '),
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell) => text.clear(),
            Event::End(TagEnd::Heading(level)) if level as usize == 2 => part = text.clone(),
            Event::End(TagEnd::Paragraph) => caption = text.clone(),
            Event::End(TagEnd::TableCell) => {
                row.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            Event::End(TagEnd::TableHead) => row.clear(),
            Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
            Event::End(TagEnd::Table) => {
                tables.all.push((part.clone(), caption.clone(), std::mem::take(&mut rows)));
            }
            _ => (),
        }
    }
    tables
}

/// What stands below the items and the figures of a CSV file, by name.
pub fn board_facts(file: &str) -> BTreeMap<String, String> {
    let file = file.trim_start_matches('\u{feff}').as_bytes();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file);
    let rows = reader.records().map(|row| row.expect("every row is as long as the first"));
    let rows: Vec<csv::StringRecord> = rows.collect();
    let below = rows.rsplit(|row| row.iter().all(str::is_empty)).next().expect("the facts");
    below.iter().map(|row| (row[0].to_owned(), row[1].to_owned())).collect()
}
