//! The tasks for trackers, read back with another implementation of RFC 4180.

use crate::make;
use crate::support::{bakery, default_pack, english, enter, today, HOSTILE};
use plumbline::export::tasks;
use plumbline::model::assessment::{Assessment, Mode};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::report::Report;
use plumbline::rules::schedule::Schedule;
use std::rc::Rc;

fn file(pack: &Rc<Pack>, assessment: &Assessment) -> String {
    let report = Report::new(pack, assessment, today());
    tasks::render(&report, &english())
}

fn rows(file: &str) -> Vec<csv::StringRecord> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file.as_bytes())
        .records()
        .collect::<Result<_, _>>()
        .expect("every row is as long as the first")
}

#[test]
fn the_header_is_what_importers_look_for() {
    let pack = default_pack();
    let file = file(&pack, &bakery(&pack, Mode::Full, 9));
    assert!(file.starts_with("\"Title\","), "nothing stands before the first name");
    assert_eq!(
        rows(&file)[0].iter().collect::<Vec<_>>(),
        [
            "Title",
            "Description",
            "Section",
            "Assignee",
            "Start date",
            "Due date",
            "Priority",
            "Labels",
            "Estimate in days",
            "Depends on"
        ]
    );
}

#[test]
fn each_action_is_a_row_in_the_order_of_the_plan() {
    let pack = default_pack();
    for mode in [Mode::Full, Mode::Quick] {
        let assessment = bakery(&pack, mode, 9);
        let plan = Schedule::new(&pack, &assessment, today());
        let rows = rows(&file(&pack, &assessment));
        assert_eq!(rows.len(), plan.actions.len() + 1);
        for (row, action) in rows[1..].iter().zip(&plan.actions) {
            let item = &pack.items[action.gap.item];
            assert_eq!(row[0], *format!("{} {}", item.id, item.name));
            assert_eq!(row[2], *pack.phases[item.phase].name);
            assert_eq!(row[3], *action.owner);
            assert_eq!(Date::parse(&row[4]), Some(action.start.min(action.target)));
            assert_eq!(Date::parse(&row[5]), Some(action.target));
            assert_eq!(&row[7], "iso-27001-2022");
            assert_eq!(row[8].parse(), Ok(f64::from(action.gap.half_days) / 2.0));
        }
    }
}

#[test]
fn a_row_says_how_much_it_matters_and_what_comes_before_it() {
    let outline = "
        4 requirement
          4.1 effort=0.5 stage1 gate
          4.2 effort=1 stage2
          4.3 effort=1.5 stage1
          4.4 effort=10.5 needs=4.3,4.2
    ";
    let pack = make::pack(outline);
    let rows = rows(&file(&pack, &make::assessment(&pack, "4.1=0 4.2=0 4.3=0 4.4=0")));
    let cells =
        |column: usize| rows[1..].iter().map(|row| row[column].to_string()).collect::<Vec<_>>();
    assert_eq!(cells(0), ["'4.1 4.1", "'4.2 4.2", "'4.3 4.3", "'4.4 4.4"]);
    assert_eq!(cells(6), ["High", "Medium", "Medium", "Low"]);
    assert_eq!(cells(8), ["0.5", "1", "1.5", "10.5"]);
    assert_eq!(cells(9), ["", "", "", "4.2, 4.3"]);
}

#[test]
fn lines_end_as_rfc_4180_asks_and_no_cell_would_run_as_a_formula() {
    let pack = default_pack();
    let mut assessment = bakery(&pack, Mode::Full, 10);
    for (item, text) in HOSTILE.iter().enumerate() {
        let id = pack.items[item].id.clone();
        enter(&pack, &mut assessment, &id, |answer| {
            *answer = make::answer("1");
            answer.owner = (*text).into();
        });
    }
    let file = file(&pack, &assessment);
    let rows = rows(&file);
    assert!(file.ends_with("\r\n"));
    assert_eq!(file.matches("\r\n").count(), rows.len());
    assert_eq!(file.matches('\r').count(), rows.len());
    let skipped = |c: char| c.is_whitespace() || "\"\u{feff}\u{200b}\u{202e}\u{fffd}".contains(c);
    for cell in rows.iter().flatten() {
        for piece in cell.split([';', '\n']) {
            let start = piece.trim_start_matches(skipped);
            assert!(
                !start.starts_with([
                    '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'
                ]),
                "{piece:?} in {cell:?}"
            );
        }
    }
}

#[test]
fn without_actions_there_is_the_header_alone() {
    let pack = make::pack("4 requirement\n 4.1");
    assert_eq!(rows(&file(&pack, &make::assessment(&pack, "4.1=3"))).len(), 1);
}
