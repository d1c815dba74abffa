//! What a spreadsheet makes of the tables, in English and in German.

mod libreoffice;

use super::csv_file::{unmarked, would_run};
use crate::make;
use crate::support::{default_pack, english, enter, today, HOSTILE};
use plumbline::export::{file, Export, Format, Separator};
use plumbline::model::assessment::{Assessment, Mode};
use plumbline::model::pack::Pack;
use std::rc::Rc;

/// The tables that are opened in spreadsheets, the tasks for trackers among them.
const TABLES: [Export; 4] =
    [Export::Scorecard(Format::Csv), Export::StatementTable, Export::Tasks, Export::Metrics];

fn table(export: Export, assessment: &Assessment, separator: Separator) -> String {
    let made = file(export, &default_pack(), assessment, today(), separator, &english());
    made.expect("a table").content
}

fn read(file: &str, separator: Separator) -> Vec<csv::StringRecord> {
    let delimiter = match separator {
        Separator::Comma => b',',
        Separator::Semicolon => b';',
    };
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).delimiter(delimiter);
    let records = reader.from_reader(file.trim_start_matches('\u{feff}').as_bytes()).into_records();
    records.collect::<Result<_, _>>().expect("every row is as long as the first")
}

/// All items at level 0 or 1, so that each has an action, with these texts as owners.
fn owned_by(pack: &Rc<Pack>, owners: &[&str]) -> Assessment {
    let mut assessment = Assessment::new(pack, Mode::Full);
    for (at, item) in pack.items.iter().enumerate() {
        enter(pack, &mut assessment, &item.id.clone(), |answer| {
            *answer = make::answer(if at % 2 == 0 { "0" } else { "1" });
            answer.owner = owners[at % owners.len()].into();
        });
    }
    assessment
}

#[test]
fn a_number_of_a_clause_is_marked_as_text_and_the_identifier_of_a_control_needs_no_mark() {
    let pack = default_pack();
    let rows =
        read(&table(TABLES[0], &owned_by(&pack, &["Eve"]), Separator::Comma), Separator::Comma);
    for (row, item) in rows[1..].iter().zip(&pack.items) {
        let clause = item.id.starts_with(|c: char| c.is_ascii_digit());
        assert_eq!(unmarked(&row[0]), &*item.id);
        assert_eq!(row[0].starts_with('\''), clause, "{}", item.id);
    }
}

#[test]
fn what_somebody_typed_stays_a_text_and_days_and_whole_numbers_are_what_they_say() {
    let pack = default_pack();
    for (typed, marked) in [
        ("4.1", true),
        ("5.10", true),
        ("6.1.2", true),
        ("1.10 ", true),
        ("1,5", true),
        ("1/2", true),
        ("1-2", true),
        ("007", true),
        ("1234567890123456", true),
        ("1E5", true),
        ("12:30", true),
        ("5 pm", true),
        ("May 5", true),
        ("SEP2", true),
        ("1. M\u{e4}rz", true),
        ("\u{ff14}\u{ff0e}\u{ff11}", true),
        ("\u{664}\u{66b}\u{661}", true),
        ("0", false),
        ("42", false),
        ("2026-11-30", false),
        ("50 %", false),
        ("4.1, 4.2", false),
        ("Room 4.1", false),
        ("A.5.10", false),
        ("1.1 Mayer", true),
        ("Maya", false),
        ("May Miller 5", false),
        ("", false),
        ("\u{2026}", false),
    ] {
        let assessment = owned_by(&pack, &[typed]);
        for separator in Separator::ALL {
            let rows = read(&table(TABLES[0], &assessment, separator), separator);
            let mark = if marked { "'" } else { "" };
            assert_eq!(rows[1][17], format!("{mark}{typed}"), "{separator:?}");
        }
    }
}

#[test]
fn an_identifier_is_never_a_number_even_a_whole_one() {
    let pack = make::pack("4 requirement\n 4.1\n12 control\n 12.1");
    let assessment = make::assessment(&pack, "4.1=0");
    let export = Export::Scorecard(Format::Csv);
    let made = file(export, &pack, &assessment, today(), Separator::Comma, &english());
    let rows = read(&made.expect("a table").content, Separator::Comma);
    let figures = rows.split(|row| row.iter().all(str::is_empty)).nth(1).expect("figures");
    let ids: Vec<&str> = figures[1..].iter().map(|row| &row[1]).collect();
    assert_eq!(ids, ["", "", "", "'4", "'12"], "the sections, below the whole and the groups");
}

#[test]
fn a_table_with_semicolons_has_the_same_cells_and_numbers_with_a_comma() {
    let pack = default_pack();
    let assessment = owned_by(&pack, &["Eve", "Miller; Sons", "Miller, Sons", "a \"b\"\nc"]);
    for export in TABLES {
        let [comma, semicolon] =
            Separator::ALL.map(|separator| table(export, &assessment, separator));
        if export == Export::Tasks {
            assert_eq!(comma, semicolon, "programs read the tasks");
            continue;
        }
        let (comma, semicolon) =
            (read(&comma, Separator::Comma), read(&semicolon, Separator::Semicolon));
        assert_eq!(comma.len(), semicolon.len(), "{export:?}");
        let mut decimals = 0;
        for (one, other) in comma.iter().flatten().zip(semicolon.iter().flatten()) {
            if one == other {
                continue;
            }
            decimals += 1;
            assert!(one.contains('.') && one.parse::<f64>().is_ok(), "{one:?}, {other:?}");
            assert_eq!(one.replace('.', ","), other);
        }
        let has_decimals = export == TABLES[0];
        assert_eq!(decimals > 0, has_decimals, "{export:?}");
    }
}

#[test]
fn no_cell_would_run_as_a_formula_where_the_other_separator_separates() {
    let pack = default_pack();
    let assessment = owned_by(&pack, HOSTILE);
    for export in TABLES {
        for (separator, other) in [(Separator::Comma, ';'), (Separator::Semicolon, ',')] {
            // Tasks have commas whatever is asked for.
            if export == Export::Tasks && separator == Separator::Semicolon {
                continue;
            }
            for cell in read(&table(export, &assessment, separator), separator).iter().flatten() {
                assert!(!would_run(cell), "{export:?}, {separator:?}: {cell:?}");
                for piece in cell.split([other, '\n']) {
                    let piece = piece.trim_start_matches('\t');
                    assert!(!would_run(piece), "{export:?}, {separator:?}: {piece:?} in {cell:?}");
                }
            }
        }
    }
}

#[test]
fn a_text_beyond_what_a_cell_holds_is_cut_with_words_that_say_where_all_of_it_is() {
    let pack = default_pack();
    let words = english().get("report.csv.cut");
    let units = |text: &str| text.encode_utf16().count();
    // As long as can be, one more, and much more of what counts twice, is doubled or is guarded.
    for (typed, whole) in [
        ("n".repeat(32_767), true),
        ("n".repeat(32_768), false),
        ("\u{1f41d}".repeat(20_000), false),
        ("\"".repeat(40_000), false),
        (";=,=".repeat(8_000), false),
    ] {
        let mut assessment = owned_by(&pack, &["Eve"]);
        enter(&pack, &mut assessment, "4.1", |answer| answer.note = (&*typed).into());
        for separator in Separator::ALL {
            let rows = read(&table(TABLES[0], &assessment, separator), separator);
            let cell = &rows[1][15];
            match whole {
                true => assert_eq!(cell, typed),
                false => {
                    assert!(cell.ends_with(&*words), "it says that it was cut");
                    assert!((32_700..=32_767).contains(&units(cell)), "{} units", units(cell));
                }
            }
        }
        let json = Export::Scorecard(Format::Json);
        let json = table(json, &assessment, Separator::Comma);
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["items"][0]["note"], *typed, "all of it is where the words say");
    }
}
