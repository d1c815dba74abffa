//! The sheet of metrics, read back with another implementation of RFC 4180.

use crate::make;
use crate::support::{bakery, default_pack, english, today};
use plumbline::export::{metrics_sheet, Separator};
use plumbline::model::assessment::{Assessment, Mode};
use plumbline::model::pack::Pack;
use plumbline::report::Report;
use plumbline::rules::metrics::{Sheet, STARTER};
use std::rc::Rc;

fn file(pack: &Rc<Pack>, assessment: &Assessment) -> String {
    let report = Report::new(pack, assessment, today());
    metrics_sheet::render(&report, Separator::Comma, &english())
}

fn rows(file: &str) -> Vec<csv::StringRecord> {
    let file = file.strip_prefix('\u{feff}').expect("a byte order mark");
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file.as_bytes())
        .records()
        .collect::<Result<_, _>>()
        .expect("every row is as long as the first")
}

#[test]
fn there_is_a_row_a_metric_with_room_for_a_year_of_values() {
    let pack = default_pack();
    for (mode, step) in [(Mode::Full, 10), (Mode::Quick, 9), (Mode::Full, 0)] {
        let assessment = bakery(&pack, mode, step);
        let sheet = Sheet::new(&pack, &assessment);
        let rows = rows(&file(&pack, &assessment));
        assert_eq!(rows.len(), sheet.all().count() + 1);
        assert_eq!(rows[0].len(), 15 + 12 + 1);
        assert_eq!(
            (&rows[0][0], &rows[0][15], &rows[0][26]),
            ("Begin with it", "Value 1", "Value 12")
        );
        for (position, (row, choice)) in rows[1..].iter().zip(sheet.all()).enumerate() {
            let metric = &pack.metrics[choice.metric];
            let starter = if position < sheet.starter.len() { "Yes" } else { "No" };
            assert_eq!((&row[0], &row[1]), (starter, &*metric.name));
            assert_eq!((&row[5], &row[11]), (&*metric.formula, &*metric.who));
            for decided in &row.iter().collect::<Vec<_>>()[..14] {
                assert!(!decided.trim().is_empty(), "{row:?}");
            }
            assert!(row.iter().skip(14).all(str::is_empty), "the rest is to be filled in");
        }
    }
}

#[test]
fn every_word_comes_from_the_locale_file() {
    let pack = default_pack();
    for step in [0, 5, 10] {
        let file = file(&pack, &bakery(&pack, Mode::Full, step));
        assert!(!file.contains("metrics.") && !file.contains("report.") && !file.contains('{'));
    }
}

#[test]
fn a_row_says_why_it_stands_there() {
    let pack = default_pack();
    let mut words = String::new();
    for (id, level) in [("6.2", 3), ("5.1", 1), ("7.2", 4)] {
        words += &format!("{id}={level} ");
    }
    let rows = rows(&file(&pack, &make::assessment(&pack, &words)));
    let name = |id: &str| pack.items[pack.find(id).expect("an item")].name.clone();
    let reasons: Vec<&str> = rows[1..].iter().map(|row| &row[4]).collect();
    assert_eq!(
        reasons[0],
        format!(
            "6.2 {} is at level 3. It runs, and measuring it is the step to level 4.",
            name("6.2")
        )
    );
    let weak = format!(
        "5.1 {} is at level 1. The values show whether it gets into practice.",
        name("5.1")
    );
    assert_eq!(reasons[1], weak);
    let proven = format!("7.2 {} is at level 4, so it is measured already.", name("7.2"));
    assert!(reasons.contains(&&*proven));
    assert_eq!(reasons.last(), Some(&"None of its items has a level yet."));
    assert!(rows[1..].iter().filter(|row| &row[0] == "yes").count() <= STARTER);
}

#[test]
fn lines_end_as_rfc_4180_asks() {
    let pack = default_pack();
    let file = file(&pack, &bakery(&pack, Mode::Full, 9));
    let rows = rows(&file).len();
    assert!(file.ends_with("\r\n"));
    assert_eq!((file.matches("\r\n").count(), file.matches('\r').count()), (rows, rows));
}
