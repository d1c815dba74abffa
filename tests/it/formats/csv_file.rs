//! The CSV, read back with another implementation of RFC 4180.

use crate::support::{english, samples, HOSTILE};
use plumbline::export::{render, Format};
use plumbline::model::assessment::ItemStatus;
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

/// The rows of the table, with its head: an empty row is its border.
fn table(report: &Report) -> Vec<csv::StringRecord> {
    rows(report).into_iter().take_while(|row| row.iter().any(|cell| !cell.is_empty())).collect()
}

#[test]
fn there_is_a_header_and_one_row_an_item() {
    for (name, report) in samples() {
        let rows = table(&report);
        assert_eq!(rows[0].len(), 34, "{name}");
        assert_eq!(&rows[0][0], "Id", "{name}");
        assert_eq!(&rows[0][19], "Flagged for review", "{name}");
        assert_eq!(rows.len(), report.rows.len() + 1, "{name}");
        for (row, item) in rows[1..].iter().zip(&report.rows) {
            assert_eq!(unmarked(&row[0]), &*item.id, "{name}");
            assert_eq!(&row[3], &*item.name, "{name}");
        }
    }
}

#[test]
fn lines_end_as_rfc_4180_asks() {
    for (name, report) in samples() {
        let file = render(Format::Csv, &report, &english());
        assert!(file.ends_with("\r\n"), "{name}");
        let rows = rows(&report).len();
        assert_eq!(file.matches("\r\n").count(), rows, "{name}");
        assert_eq!(file.matches('\r').count(), rows, "{name}");
    }
}

#[test]
fn numbers_stay_numbers() {
    for (name, report) in samples() {
        for (row, item) in table(&report)[1..].iter().zip(&report.rows) {
            let level = match item.item_status {
                ItemStatus::Level(level) => level.number().to_string(),
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

/// A text without the mark that says that it is one.
pub fn unmarked(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
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

#[test]
fn an_item_has_its_finding_its_plan_and_its_place_in_the_statement() {
    let (_, report) = samples().swap_remove(0);
    let rows = table(&report);
    let row = |id: &str| rows.iter().find(|row| unmarked(&row[0]) == id).expect("the row");
    let of = |id: &str, columns: [usize; 4]| columns.map(|column| row(id)[column].to_owned());
    // A gate at level 1, a requirement at 3 with evidence, a control that is left out.
    let why = "The management system rests on this, and nothing is decided.";
    let days = |half_days: u32| (f64::from(half_days) / 2.0).to_string();
    let action =
        report.schedule().actions.iter().find(|one| report.pack.find("4.3") == Some(one.gap.item));
    let action = action.expect("an action");
    assert_eq!(action.in_phase(), None, "a gate comes before all phases");
    let phase = &*english().get("plan.first");
    assert_eq!(
        of("4.3", [20, 21, 22, 23]),
        ["likely major", why, phase, &days(action.gap.half_days)]
    );
    assert_eq!(
        of("4.3", [24, 25, 26, 27]),
        [&*action.start.to_string(), &action.end.to_string(), "", ""]
    );
    assert_eq!(of("5.2", [20, 21, 23, 24]), ["", "", "", ""]);
    assert_eq!(of("A.7.4", [20, 27, 28, 29]), ["", "No", "", ""]);
    assert_eq!(of("A.5.1", [20, 27, 28, 29]), ["", "Yes", "", "In place"]);
}

#[test]
fn no_row_below_the_table_looks_like_an_item() {
    for (name, report) in samples() {
        let rows = rows(&report);
        let parts: Vec<_> = rows.split(|row| row.iter().all(str::is_empty)).collect();
        let [items, figures, facts] = parts[..] else { panic!("{name}: {} parts", parts.len()) };
        assert_eq!(items.len(), report.rows.len() + 1, "{name}");
        assert_eq!(figures.len(), report.sections.len() + 4, "{name}: a head and three more");
        assert!(facts.len() > 25, "{name}: the board's facts follow");
        let ids: Vec<&str> = items.iter().map(|row| &row[0]).collect();
        for row in figures.iter().chain(facts) {
            assert!(!row[0].is_empty() && !ids.contains(&&row[0]), "{name}: {row:?}");
        }
        for row in facts {
            assert!(row.iter().skip(2).all(str::is_empty), "{name}: {row:?}");
        }
    }
}

#[test]
fn the_figures_stay_numbers() {
    for (name, report) in samples() {
        let rows = rows(&report);
        let figures = rows.split(|row| row.iter().all(str::is_empty)).nth(1).expect("figures");
        for row in &figures[1..] {
            for cell in row.iter().skip(3).filter(|cell| !cell.is_empty()) {
                assert!(cell.parse::<f64>().is_ok(), "{name}: {cell} in {row:?}");
            }
        }
    }
}
