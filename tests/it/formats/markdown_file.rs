//! The Markdown, read back with another implementation of CommonMark and GFM tables.

use crate::support::{english, samples, HOSTILE};
use plumbline::export::{render, Format};
use plumbline::report::Report;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_MATH)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS);

fn file(report: &Report) -> String {
    render(Format::Markdown, report, &english())
}

#[test]
fn nothing_typed_becomes_markup() {
    for (name, report) in samples() {
        let file = file(&report);
        let (mut headings, mut rules, mut entries) = (0, 0, 0);
        for event in Parser::new_ext(&file, OPTIONS) {
            match event {
                Event::Html(tag) | Event::InlineHtml(tag) => assert_eq!(&*tag, "<br>", "{name}"),
                Event::Start(Tag::Heading { level, .. }) => {
                    headings += 1;
                    entries += usize::from(level as usize == 4);
                }
                Event::Rule => rules += 1,
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
        assert_eq!(rules, 1, "{name}");
        assert_eq!(entries, report.rows.len(), "{name}");
        assert_eq!(headings, 1 + 15 + 3 + report.sections.len() + entries, "{name}");
    }
}

#[test]
fn headings_name_the_sections_and_items() {
    for (name, report) in samples() {
        let file = file(&report).replace('\\', "");
        for section in &report.sections {
            let heading = format!("\n### {} {}\n", section.id, section.name);
            assert!(file.contains(&heading), "{name}: {heading}");
        }
        for row in &report.rows {
            let heading = format!("\n#### {} {}\n", row.id, row.name);
            assert!(file.contains(&heading), "{name}: {heading}");
        }
    }
}

#[test]
fn no_text_breaks_a_row_of_a_table() {
    for (name, report) in samples() {
        let (mut cells, mut width, mut rows) = (0, 0, 0);
        let file = file(&report);
        for event in Parser::new_ext(&file, OPTIONS) {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => cells = 0,
                Event::End(TagEnd::TableCell) => cells += 1,
                Event::End(TagEnd::TableHead) => width = cells,
                Event::End(TagEnd::TableRow) => {
                    rows += 1;
                    assert_eq!(cells, width, "{name}");
                }
                _ => (),
            }
        }
        // The parser pads short rows and cuts long ones, so the pipes are counted as well.
        // Each table has a head and a line below it.
        let tables = file.matches("\n| --- |").count() + file.matches("\n| ---: |").count();
        let lines = file.lines().filter(|line| line.starts_with('|')).count();
        assert_eq!(rows, lines - 2 * tables, "{name}");
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
    let (_, report) = samples().pop().expect("the hostile sample");
    let mut seen = String::new();
    for event in Parser::new_ext(&file(&report), OPTIONS) {
        match event {
            Event::Text(text) => seen.push_str(&text),
            Event::InlineHtml(_) => seen.push('\n'),
            Event::End(TagEnd::Item | TagEnd::Paragraph) => seen.push_str("\n\n"),
            _ => (),
        }
    }
    for text in HOSTILE {
        let stray = |c: char| c.is_control() && c != '\n' && c != '\t';
        let plain = text.replace("\r\n", "\n").replace('\r', "\n").replace(stray, "\u{fffd}");
        assert!(seen.contains(plain.trim()), "{text:?}");
    }
}
