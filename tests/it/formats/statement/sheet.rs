//! The CSV of the statement, read back with another implementation of RFC 4180.

use super::{stated, statements};
use crate::formats::csv_file::would_run;
use crate::support::{default_pack, english, today, HOSTILE};
use plumbline::export::statement::{render_statement_csv, HEAD_ROWS};
use plumbline::export::Separator;
use plumbline::rules::soa::{soa, Soa};

fn file(soa: &Soa) -> String {
    render_statement_csv(soa, &default_pack(), today(), Separator::Comma, &english())
}

fn rows(soa: &Soa) -> Vec<csv::StringRecord> {
    let file = file(soa);
    let file = file.strip_prefix('\u{feff}').expect("a byte order mark");
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file.as_bytes())
        .records()
        .collect::<Result<_, _>>()
        .expect("every row is as long as the first")
}

#[test]
fn what_identifies_the_statement_stands_above_an_empty_row_and_the_table_below() {
    let rows = rows(&soa(&default_pack(), &stated(&default_pack())));
    let head: Vec<(&str, &str)> = rows[..HEAD_ROWS].iter().map(|r| (&r[0], &r[1])).collect();
    let expected = [
        ("Statement of Applicability", "It says which controls"),
        ("Organisation", "Bakery Miller"),
        ("Scope", "The online shop, the customers' orders"),
        ("Version", "'1.2"),
        ("Approved on", "2026-11-20"),
        ("Approved by", "Anna Miller"),
        ("Completeness", ""),
        ("Made", "Made on 22 Nov 2026 with Plumbline"),
        ("", ""),
    ];
    for ((name, value), (expected, begin)) in head.into_iter().zip(expected) {
        assert_eq!(name, expected);
        assert!(value.starts_with(begin), "{value}");
    }
    assert_eq!(rows[HEAD_ROWS - 1].iter().collect::<String>(), "", "a border for spreadsheets");
    assert_eq!((&rows[HEAD_ROWS][0], &rows[HEAD_ROWS][17]), ("Control", "To look at"));
}

#[test]
fn there_is_one_row_a_control_whatever_is_entered() {
    for (name, soa) in statements() {
        let rows = rows(&soa);
        assert_eq!(rows[0].len(), 18, "{name}");
        assert_eq!(rows.len(), HEAD_ROWS + 1 + soa.rows.len(), "{name}");
        for (row, control) in rows[HEAD_ROWS + 1..].iter().zip(&soa.rows) {
            assert_eq!(&row[0], &*control.id, "{name}");
        }
        let file = file(&soa);
        assert!(file.ends_with("\r\n"), "{name}");
        assert_eq!(file.matches('\r').count(), rows.len(), "{name}: lines end as RFC 4180 asks");
    }
}

#[test]
fn a_row_says_what_is_stated() {
    let soa = soa(&default_pack(), &stated(&default_pack()));
    let rows = rows(&soa);
    let row = |id: &str| -> Vec<String> {
        let row = rows.iter().find(|row| &row[0] == id).expect("the row");
        row.iter().skip(4).map(str::to_owned).collect()
    };
    assert_eq!(
        row("A.5.1"),
        [
            "Yes",
            "Treats a risk, Law or regulator",
            "",
            "Not in place",
            "Stated",
            "On the notice board\nof each shop",
            "We and a supplier, each a part",
            "",
            "",
            "",
            "Policy review \u{2013} Notice board (2026-03-02)",
            "",
            "Owner, Target date",
            "What is stated does not fit the level that was answered.",
        ]
    );
    let excluded = "We have no premises of our own, only stalls at markets.";
    assert_eq!(row("A.7.4")[..4], ["No", "", excluded, ""]);
    assert_eq!(row("A.8.4")[..4], ["Not decided", "", "n/a", ""], "no reason is lost");
    assert_eq!(row("A.8.4")[11], "Why it is left out");
    assert_eq!(row("O.1")[..5], ["Yes", "", "", "Planned", "From the answer"]);
    assert_eq!(row("O.1")[7], "A.8.4", "whose place it takes");
    assert_eq!(row("O.1")[11..], ["Why it is included", "", ""]);
}

#[test]
fn no_cell_would_run_as_a_formula_even_where_semicolons_separate() {
    for (name, soa) in statements() {
        for row in rows(&soa) {
            for cell in &row {
                assert!(!would_run(cell), "{name}: {cell:?}");
                for piece in cell.split([';', '\n']) {
                    let piece = piece.trim_start_matches('\t');
                    assert!(!would_run(piece), "{name}: {piece:?} in {cell:?}");
                }
            }
        }
    }
}

#[test]
fn a_guarded_text_is_whole_without_its_apostrophes() {
    let (_, soa) = statements().pop().expect("the hostile statement");
    let rows = rows(&soa);
    for (position, text) in HOSTILE.iter().enumerate() {
        let stray = |c: char| c.is_control() && c != '\n' && c != '\t';
        let plain = text.replace("\r\n", "\n").replace('\r', "\n").replace(stray, "\u{fffd}");
        let id = format!("O.{}", position + 2);
        let row = rows.iter().find(|row| row[0] == id).expect("the row");
        for column in [1, 9, 12] {
            assert_eq!(row[column].replace('\'', ""), plain.replace('\'', ""), "{text:?}");
        }
    }
}
