//! The Markdown of the statement, read back with another implementation of CommonMark and GFM
//! tables.

use super::{stated, statements};
use crate::formats::markdown_file::OPTIONS;
use crate::support::{default_pack, english, today, HOSTILE};
use plumbline::export::statement::render_statement_markdown;
use plumbline::rules::soa::{soa, Soa};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

fn file(soa: &Soa) -> String {
    render_statement_markdown(soa, &default_pack(), today(), &english())
}

/// The tables, as rows of the cells' plain text. Line breaks are spaces.
fn tables(file: &str) -> Vec<Vec<Vec<String>>> {
    let mut tables = Vec::new();
    let mut cell = String::new();
    for event in Parser::new_ext(file, OPTIONS) {
        match event {
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                tables.last_mut().expect("a table").push(Vec::new());
            }
            Event::Start(Tag::TableCell) => cell.clear(),
            Event::Text(text) => cell.push_str(&text),
            Event::InlineHtml(_) => cell.push(' '),
            Event::End(TagEnd::TableCell) => {
                let row = tables.last_mut().and_then(|table| table.last_mut()).expect("a row");
                row.push(cell.clone());
            }
            _ => (),
        }
    }
    tables
}

#[test]
fn there_are_the_counts_one_table_a_theme_and_what_is_missing() {
    for (name, soa) in statements() {
        let tables = tables(&file(&soa));
        let (counts, rest) = tables.split_first().expect("the counts");
        assert_eq!(counts.len(), 1 + soa.themes.len() + 1, "{name}");
        let all = counts.last().expect("the sum");
        assert_eq!(all[0], "All", "{name}");
        assert_eq!(all[1], soa.counts.total.to_string(), "{name}");
        assert_eq!(all[4], soa.counts.undecided.to_string(), "{name}");
        let (open, themes) = rest.split_last().expect("what is missing");
        assert_eq!(themes.len(), soa.themes.len(), "{name}");
        for (table, theme) in themes.iter().zip(&soa.themes) {
            assert_eq!(table.len() as u32, 1 + theme.counts.total, "{name}");
        }
        let listed = soa.rows.iter().filter(|row| !row.missing.is_empty() || row.contradicts);
        assert_eq!(open.len(), 1 + listed.count(), "{name}");
    }
}

#[test]
fn a_row_says_what_is_stated() {
    let soa = soa(&default_pack(), &stated(&default_pack()));
    let file = file(&soa);
    let tables = tables(&file);
    let row = |begin: &str, table: usize| -> Vec<String> {
        let row = tables[table].iter().find(|row| row[0].starts_with(begin));
        row.unwrap_or_else(|| panic!("no {begin}"))[1..].to_vec()
    };
    assert_eq!(
        row("A.5.1 ", 1),
        [
            "Yes",
            "Treats a risk, Law or regulator",
            "Not in place",
            "On the notice board of each shop",
            "We and a supplier, each a part",
            "",
            "",
            "Policy review \u{2013} Notice board (2026-03-02)",
        ]
    );
    let excluded = "We have no premises of our own, only stalls at markets.";
    assert_eq!(row("A.7.4 ", 3)[..3], ["No", excluded, ""]);
    assert_eq!(row("A.8.4 ", 4)[..3], ["Not decided", "n/a", ""]);
    assert_eq!(row("O.1 Clean flour store", 5)[2..7], ["Planned", "", "", "Tom", "1 Feb 2027"]);
    let open = tables.len() - 1;
    let conflict = "What is stated does not fit the level that was answered.";
    assert_eq!(row("A.5.1 ", open), ["", "Owner, Target date", conflict]);
    assert!(file.contains("- **Approved by:** Anna Miller\n"));
    assert!(file.contains("For 1 control, what is stated does not fit the level"));
}

#[test]
fn nothing_typed_becomes_markup() {
    for (name, soa) in statements() {
        let file = file(&soa);
        let mut headings = 0;
        for event in Parser::new_ext(&file, OPTIONS) {
            match event {
                Event::Html(tag) | Event::InlineHtml(tag) => assert_eq!(&*tag, "<br>", "{name}"),
                Event::Start(Tag::Heading { .. }) => headings += 1,
                Event::Start(
                    tag @ (Tag::CodeBlock(_)
                    | Tag::Link { .. }
                    | Tag::Image { .. }
                    | Tag::Emphasis
                    | Tag::Strikethrough),
                ) => panic!("{name}: {tag:?}"),
                Event::Code(code) => panic!("{name}: {code}"),
                Event::InlineMath(math) | Event::DisplayMath(math) => panic!("{name}: {math}"),
                _ => (),
            }
        }
        assert_eq!(headings, 1 + 3, "{name}");
        // The parser pads short rows and cuts long ones, so the pipes are counted as well.
        let mut pipes = 0;
        for line in file.lines() {
            let found = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            if line.starts_with('|') && pipes > 0 {
                assert_eq!(found, pipes, "{name}: {line}");
            }
            pipes = if line.starts_with('|') { found } else { 0 };
        }
    }
}

#[test]
fn a_reader_sees_every_sign_that_was_typed() {
    let (_, soa) = statements().pop().expect("the hostile statement");
    let seen = tables(&file(&soa)).concat().concat().join("\n\n");
    for text in HOSTILE {
        let stray = |c: char| c.is_control() && c != '\n' && c != '\t';
        let plain = text.replace("\r\n", "\n").replace('\r', "\n").replace(stray, "\u{fffd}");
        assert!(seen.contains(plain.trim().replace('\n', " ").as_str()), "{text:?}");
    }
}
