//! LibreOffice itself opens the tables. It is not on every machine, so this runs when it is asked
//! for: `cargo test --features ssr --test it libreoffice -- --ignored`.

use super::{owned_by, table, TABLES};
use crate::formats::tables::{between, plain};
use crate::support::default_pack;
use plumbline::export::{Export, Separator};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// A cell as LibreOffice took it: `string`, `float`, `date` ..., and what it shows.
type Taken = (String, String);

/// Opens a table as somebody with this language does, and gives its rows.
fn opened(csv: &str, separator: Separator, language: u16, numbers: bool) -> Vec<Vec<Taken>> {
    static OPENED: AtomicU32 = AtomicU32::new(0);
    let n = OPENED.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("plumbline-{}-{n}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("table.csv"), csv).expect("the table");
    let sign = match separator {
        Separator::Comma => 44,
        Separator::Semicolon => 59,
    };
    // The sign, quotes, UTF-8, the first row, no formats of columns, the language, quoted cells
    // like all others, and whether days and the like are looked for.
    let filter = format!("--infilter=CSV:{sign},34,76,1,,{language},false,{numbers}");
    let program = std::env::var("PLUMBLINE_SOFFICE").unwrap_or_else(|_| "soffice".into());
    let status = Command::new(program)
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", "fods", &filter, "--outdir"])
        .args([&folder, &folder.join("table.csv")])
        .output()
        .expect("LibreOffice; PLUMBLINE_SOFFICE says where it is")
        .status;
    assert!(status.success());
    let rows = rows(&folder.join("table.fods"));
    std::fs::remove_dir_all(&folder).expect("the folder is ours");
    rows
}

fn rows(file: &Path) -> Vec<Vec<Taken>> {
    let file = std::fs::read_to_string(file).expect("what LibreOffice wrote");
    let cell = |cell: &str| {
        let (tag, _) = cell.split_once('>').expect("a tag ends");
        let said = |begin: &str| between(tag, begin, "\"").next().map(str::to_owned);
        let kind = said("office:value-type=\"").unwrap_or_default();
        let words: Vec<String> =
            between(cell, "<text:p", "</text:p>").map(|p| plain(&["<p", p].concat())).collect();
        let times = said("table:number-columns-repeated=\"").and_then(|n| n.parse().ok());
        std::iter::repeat_n((kind, words.join("\n")), times.unwrap_or(1).min(40))
    };
    between(&file, "<table:table-row", "</table:table-row>")
        .map(|row| row.split("<table:table-cell").skip(1).flat_map(cell).collect())
        .collect()
}

const ENGLISH: u16 = 1033;
const GERMAN: u16 = 1031;

/// Of each row, how the cell in this column was taken and what it shows.
fn column(rows: &[Vec<Taken>], at: usize) -> impl Iterator<Item = (&str, &str)> {
    let cells = rows.iter().filter_map(move |row| row.get(at));
    cells.map(|(kind, words)| (&**kind, &**words))
}

#[test]
#[ignore = "needs LibreOffice"]
fn identifiers_stay_texts_in_english_and_in_german() {
    let pack = default_pack();
    let assessment = owned_by(&pack, &["4.1", "5.10", "6.1.2", "1/2", "May 5", "1E5", "12:30"]);
    for export in TABLES {
        for separator in Separator::ALL {
            // Tasks have commas whatever is asked for.
            if export == Export::Tasks && separator == Separator::Semicolon {
                continue;
            }
            let csv = table(export, &assessment, separator);
            for (language, numbers) in
                [(ENGLISH, true), (ENGLISH, false), (GERMAN, true), (GERMAN, false)]
            {
                let at = format!("{export:?}, {separator:?}, {language}, {numbers}");
                let rows = opened(&csv, separator, language, numbers);
                // Identifiers, then owners.
                let texts: &[usize] = match export {
                    Export::Scorecard(_) => &[0, 17],
                    Export::StatementTable => &[0, 10],
                    Export::Tasks => &[0, 3, 9],
                    _ => &[3],
                };
                let mut seen = 0;
                for text in texts {
                    // The facts for the board have values in their second column alone.
                    for (kind, words) in column(&rows, *text).filter(|(_, words)| !words.is_empty())
                    {
                        seen += 1;
                        assert_eq!(kind, "string", "{at}: {words}");
                    }
                }
                assert!(seen > 40, "{at}: {seen} texts");
            }
        }
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn numbers_and_days_are_taken_for_what_they_are_with_the_separator_of_the_place() {
    let pack = default_pack();
    let mut assessment = owned_by(&pack, &["Eve"]);
    let due = plumbline::model::date::Date::new(2026, 11, 30);
    crate::support::enter(&pack, &mut assessment, "4.1", |answer| answer.due = due);
    for (separator, language) in [(Separator::Comma, ENGLISH), (Separator::Semicolon, GERMAN)] {
        let rows = opened(&table(TABLES[0], &assessment, separator), separator, language, true);
        assert_eq!(rows[1][18].0, "date", "a target date is a day");
        let days: Vec<(&str, &str)> = column(&rows[1..124], 23).collect();
        assert!(days.iter().all(|(kind, _)| *kind == "float"), "{language}: {days:?}");
        let half = days.iter().filter(|(_, words)| words.ends_with(".5")).count();
        assert!(half > 0, "{language}: half days are numbers: {days:?}");
    }
    // This is why there is a choice.
    let rows =
        opened(&table(TABLES[0], &assessment, Separator::Comma), Separator::Comma, GERMAN, true);
    assert!(column(&rows[1..124], 23).any(|(kind, _)| kind == "string"), "10.5 is no number there");
}
