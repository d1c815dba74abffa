//! The exports: what they say, that they agree, and that nothing typed becomes markup.

mod agreement;
mod board_data;
mod board_files;
mod calendar_file;
mod csv_file;
mod html_file;
mod json_file;
mod markdown_file;
mod metrics_file;
mod names;
#[cfg(feature = "ssr")]
mod numbers;
mod spreadsheets;
mod statement;
mod tables;
mod tasks_file;
mod template_file;

use crate::script::statement::DECIDED;
use crate::script::{in_full, then};
use crate::support::{english, golden, samples, today};
use plumbline::export::{extract, render, Extract, Format};
use plumbline::report::Report;

/// A milestone, and after it something of everything that a report can tell.
const EVERYTHING: &str = "
    name Autumn review
    organisation Miller Bakery
    size 11-49
    sector Bread and cake
    scope The shop and the van
    4.1 = 1
    4.2 = 3
    5.3 = 2
    act milestone new | Spring
    act milestone add
    4.1 = 4
    4.1 evidence 0 Signed list
    4.1 kept 0 Cabinet 7
    4.1 check written
    4.2 = 2
    4.3 = 0
    4.3 owner Yusuf
    4.3 due 2026-11-01
    4.3 note Ask <Zoë> | first
    4.3 flag
    5.1 = ?
    5.2 = 1
    act start | 2026-12-01
    act pace | 7
    A.5.2 = 3
    A.8.25 = - Nobody in the bakery writes or changes software";

#[test]
fn every_format_is_as_it_was_last_read() {
    let full = then(&in_full(EVERYTHING), DECIDED);
    for (name, state, formats) in [
        ("full", &full, &Format::ALL[..]),
        ("quick", &then(&full, "mode quick"), &[Format::Markdown]),
        ("blank", &in_full(""), &[Format::Html]),
    ] {
        let report = Report::new(&state.pack, &state.assessment, today());
        for format in formats {
            let file = ["report-", name, ".", format.extension()].concat();
            golden(&file, &render(*format, &report, &english()));
        }
    }
}

#[test]
fn every_word_of_every_format_comes_from_the_locale_file() {
    let text = english();
    for (name, report) in samples() {
        for format in Format::ALL {
            let file = render(format, &report, &text);
            // A key without a string shows itself.
            assert_eq!(lost_key(&file, "report."), None, "{name}, {format:?}");
            // A file for programs has words of its own, and what was typed may look like a key.
            if format != Format::Json && name != "hostile" {
                for group in ["stage.", "verdict.", "findings.", "document.", "rule.", "unmet."] {
                    assert_eq!(lost_key(&file, group), None, "{name}, {format:?}");
                }
            }
        }
    }
}

/// Where a key of this group shows in a file.
fn lost_key<'a>(file: &'a str, group: &str) -> Option<&'a str> {
    let mut found = file.match_indices(group);
    let key = found.find(|(at, _)| {
        let begins = !file[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '/');
        begins && file[at + group.len()..].starts_with(|c: char| c.is_ascii_lowercase())
    });
    key.map(|(at, _)| &file[at..file.len().min(at + 40)])
}

#[test]
fn every_document_says_what_it_is_and_what_made_it() {
    let text = english();
    for (name, report) in samples() {
        let tally = report.tally();
        let complete = format!("based on {} of {} answered", tally.answered(), tally.total);
        let whole = [Format::Html, Format::Markdown].map(|format| render(format, &report, &text));
        let parts = Extract::ALL.map(|part| extract(part, &report, &text));
        for (n, file) in whole.into_iter().chain(parts).enumerate() {
            for needed in [
                "indication by self-assessment. Only an accredited body certifies",
                "with Plumbline 0.1.0, questionnaire iso-27001-2022 version 2026.2, report format 3",
                "Made on 22 Nov 2026",
                &complete,
                "independent project",
            ] {
                let plain = file.replace('\\', "");
                assert!(plain.contains(needed), "{name}, {n}: {needed}");
            }
            assert_eq!(
                file.contains("Provisional: fewer"),
                tally.provisional(&report.pack.thresholds),
                "{name}, {n}"
            );
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let text = english();
    for ((name, one), (_, other)) in samples().into_iter().zip(samples()) {
        for format in Format::ALL {
            assert!(render(format, &one, &text) == render(format, &other, &text), "{name}");
        }
    }
}
