//! Files that are taken for a save file: told what they are.

use crate::script::{in_full, pack, today, PACK};
use crate::support::{bakery, default_pack, english};
use plumbline::export::{file, Export, Format, Separator};
use plumbline::model::assessment::{Assessment, Mode};
use plumbline::model::pack::{OtherFile, ProblemKind};
use plumbline::save::{restore, save};

#[track_caller]
fn told(text: &str) -> ProblemKind {
    let problem = restore(text, &pack()).map(|_| ()).expect_err("this is no save file");
    assert_eq!(problem.at, "");
    problem.kind
}

fn is_told(export: Export) -> OtherFile {
    match export {
        Export::Scorecard(Format::Html) | Export::Extract(_) => OtherFile::WebPage,
        Export::Scorecard(Format::Json) => OtherFile::Data,
        Export::Scorecard(Format::Markdown) | Export::StatementText => OtherFile::Text,
        Export::Calendar => OtherFile::Calendar,
        Export::Scorecard(Format::Csv)
        | Export::StatementTable
        | Export::Tasks
        | Export::Metrics => OtherFile::Table,
    }
}

#[test]
fn every_file_that_can_be_downloaded_is_told_as_what_it_is() {
    let pack = default_pack();
    let full = bakery(&pack, Mode::Full, 3);
    for assessment in [full, Assessment::new(&pack, Mode::Quick)] {
        for export in Export::ALL {
            let Some(file) =
                file(export, &pack, &assessment, today(), Separator::Comma, &english())
            else {
                continue;
            };
            let expected = ProblemKind::OtherFile(is_told(export));
            assert_eq!(told(&file.content), expected, "{}", file.name);
            let with_mark = format!("\u{feff}{}", file.content.trim_start_matches('\u{feff}'));
            assert_eq!(told(&with_mark), expected, "{}", file.name);
            let by_windows = file.content.replace("\r\n", "\n").replace('\n', "\r\n");
            assert_eq!(told(&by_windows), expected, "{}", file.name);
        }
    }
}

#[test]
fn a_questionnaire_a_printed_scorecard_and_a_table_of_a_spreadsheet_are_told() {
    for (text, expected) in [
        (PACK, OtherFile::Pack),
        (include_str!("../../../controls.json"), OtherFile::Pack),
        ("%PDF-1.7\n%\u{e2}\u{e3}", OtherFile::Document),
        ("PK\u{3}\u{4}\u{14}\u{0}", OtherFile::Document),
        ("Id;Section;Kind;Name;Official title\r\n4.1;Context;;;", OtherFile::Table),
        ("Id\tSection\tKind\tName\tOfficial title\n", OtherFile::Table),
    ] {
        assert_eq!(told(text), ProblemKind::OtherFile(expected), "{text:.40}");
    }
}

#[test]
fn what_is_not_known_is_not_taken_for_a_file_of_ours() {
    for text in [
        "nonsense",
        "Dear Ann, we met in May, as you know, and found it good",
        "# A list\n\n- of something else",
        "<!DOCTYPE html><html><head><title>Plumbline</title></head></html>",
        "{\"plumbline\": \"save\", \"a\": [1, 2, 3, 4, 5",
        "[1, 2, 3, 4, 5, 6",
    ] {
        assert!(matches!(told(text), ProblemKind::NotJson { .. }), "{text}");
    }
    for text in ["{}", "[1,2,3,4,5,6]", r#"{"plumbline":"garden"}"#, r#"{"plumbline":7}"#] {
        assert_eq!(told(text), ProblemKind::NotThisFormat, "{text}");
    }
}

#[test]
fn a_save_file_that_was_cut_off_is_no_other_file() {
    let state = in_full("4.1 = 3");
    let text = save(&state.pack, &state.assessment);
    let half = text.get(..text.len() / 2).expect("ASCII");
    assert!(matches!(told(half), ProblemKind::NotJson { .. }));
}
