//! The CSV, read back with another implementation of RFC 4180.

use crate::support::{english, samples, HOSTILE};
use plumbline::answers::Standing;
use plumbline::formats::{render, Format};
use plumbline::report::Report;

fn rows(report: &Report) -> Vec<csv::StringRecord> {
    let file = render(Format::Csv, report, &english());
    let file = file.strip_prefix('\u{feff}').expect("a byte order mark");
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file.as_bytes())
        .records()
        .collect::<Result<_, _>>()
        .expect("every row is as long as the first")
}

#[test]
fn there_is_a_header_and_one_row_an_item() {
    for (name, report) in samples() {
        let rows = rows(&report);
        assert_eq!(rows[0].len(), 20, "{name}");
        assert_eq!(&rows[0][0], "Id", "{name}");
        assert_eq!(&rows[0][19], "Flagged for later", "{name}");
        assert_eq!(rows.len(), report.rows.len() + 1, "{name}");
        for (row, item) in rows[1..].iter().zip(&report.rows) {
            assert_eq!(&row[0], &*item.id, "{name}");
            assert_eq!(&row[3], &*item.name, "{name}");
        }
    }
}

#[test]
fn lines_end_as_rfc_4180_asks() {
    for (name, report) in samples() {
        let file = render(Format::Csv, &report, &english());
        assert!(file.ends_with("\r\n"), "{name}");
        assert_eq!(file.matches("\r\n").count(), report.rows.len() + 1, "{name}");
        assert_eq!(file.matches('\r').count(), report.rows.len() + 1, "{name}");
    }
}

#[test]
fn numbers_stay_numbers() {
    for (name, report) in samples() {
        for (row, item) in rows(&report)[1..].iter().zip(&report.rows) {
            let level = match item.standing {
                Standing::Level(level) => level.number().to_string(),
                _ => String::new(),
            };
            assert_eq!(&row[7], level, "{name} {}", item.id);
            let (lower, upper) = match item.credit {
                Some((lower, upper)) => {
                    ((lower * 100 / 3).to_string(), (upper * 100 / 3).to_string())
                }
                None => Default::default(),
            };
            assert_eq!((&row[9], &row[10]), (&*lower, &*upper), "{name} {}", item.id);
            assert_eq!(row[11].parse(), Ok(item.weight), "{name} {}", item.id);
        }
    }
}

/// What a spreadsheet would run, by a rule of its own: drop what it may drop, look at the first
/// sign.
pub fn would_run(cell: &str) -> bool {
    let invisible = "\u{feff}\u{200b}\u{202e}\u{fffd}";
    let start =
        cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || invisible.contains(c));
    start.starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
        || cell.starts_with(['\t', '\r', '\n'])
}

#[test]
fn no_cell_would_run_as_a_formula_even_where_semicolons_separate() {
    for (name, report) in samples() {
        for row in rows(&report) {
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
    let (_, report) = samples().pop().expect("the hostile sample");
    let rows = rows(&report);
    for (position, text) in HOSTILE.iter().enumerate() {
        let stray = |c: char| c.is_control() && c != '\n' && c != '\t';
        let plain = text.replace("\r\n", "\n").replace('\r', "\n").replace(stray, "\u{fffd}");
        let note = &rows[position + 1][15];
        assert_eq!(note.replace('\'', ""), plain.replace('\'', ""), "{text:?}");
        if !text.contains(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']) {
            assert_eq!(note, plain);
        }
    }
}

#[test]
fn a_reason_that_says_too_little_is_not_lost() {
    let (_, report) = samples().swap_remove(0);
    let rows = rows(&report);
    let row = rows.iter().find(|row| &row[0] == "A.8.4").expect("the row");
    assert_eq!((&row[6], &row[8], &row[9], &row[10]), ("Unanswered", "n/a", "0", "100"));
}
