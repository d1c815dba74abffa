//! What is planned: the actions with dates, by phase, and what to measure.

use super::{pictures, Block, Cell, Part, Table, Words};
use crate::formats::metrics_sheet;
use crate::formats::say::Say;
use crate::formats::todo::ids;
use crate::metrics::Choice;
use crate::roadmap::{Action, Timing};
use std::rc::Rc;

pub(super) fn plan(say: &Say) -> Part {
    let report = say.report;
    let plan = report.roadmap();
    let mut blocks = Vec::new();
    match plan.end {
        None => blocks.push(Block::Text(Words::own(say.get("gaps.none")))),
        Some(end) => {
            let (pace, days) = (say.days(plan.pace), say.days(plan.half_days));
            let values: [(&str, &dyn std::fmt::Display); 4] =
                [("start", &plan.start), ("end", &end), ("pace", &pace), ("days", &days)];
            blocks.push(Block::Text(Words::own(say.fill("plan.intro", &values))));
            blocks.extend(pictures::timeline(say).map(Block::Picture));
            blocks.push(Block::Table(phases(say)));
        }
    }
    for total in &plan.phases {
        let actions = plan.actions.iter().filter(|action| action.in_phase() == total.phase);
        blocks.push(Block::Table(table(
            say.phase(total.phase),
            ["item", "effort", "owner", "plan.start", "plan.end", "due", "note"]
                .map(|key| say.get(key)),
            actions.map(|action| self::action(say, action)).collect(),
        )));
    }
    if !plan.done.is_empty() {
        blocks.push(Block::Table(done(say)));
    }
    Part { id: "plan", title: say.get("plan"), new_page: true, blocks }
}

fn table<const N: usize>(caption: Rc<str>, head: [Rc<str>; N], rows: Vec<Vec<Cell>>) -> Table {
    Table { caption, head: head.into(), rows }
}

fn phases(say: &Say) -> Table {
    let rows = say.report.roadmap().phases.iter().map(|total| {
        vec![
            Cell::Words(Words::pack(&say.phase(total.phase))),
            Cell::number(total.count),
            Cell::number(say.days(total.half_days)),
            Cell::date(total.start),
            Cell::date(total.end),
        ]
    });
    let head = ["plan.phase", "plan.actions", "effort", "plan.start", "plan.end"];
    table(say.get("plan.phases"), head.map(|key| say.get(key)), rows.collect())
}

fn action(say: &Say, action: &Action) -> Vec<Cell> {
    let due = match action.timing {
        Timing::Proposed => Cell::Date(Rc::default()),
        _ => Cell::date(action.target),
    };
    vec![
        Cell::item(say.report, action.gap.item),
        Cell::number(say.days(action.gap.half_days)),
        Cell::Words(Words::typed(&action.owner)),
        Cell::date(action.start),
        Cell::date(action.end),
        due,
        Cell::own(note(say, action)),
    ]
}

/// Whether it is a gate, what it needs, and whether its target date can be met.
fn note(say: &Say, action: &Action) -> Rc<str> {
    let mut notes = Vec::new();
    if action.gate {
        notes.push(say.get("gate"));
    }
    if !action.waits_for.is_empty() {
        let items = ids(&say.report.pack, &action.waits_for);
        notes.push(say.word_with("roadmap.after", &[("items", &items)]));
    }
    match action.timing {
        Timing::Tight => notes.push(say.get("plan.tight")),
        Timing::Passed => notes.push(say.get("plan.passed")),
        Timing::Proposed | Timing::Fits => (),
    }
    notes.join("; ").into()
}

fn done(say: &Say) -> Table {
    let rows = say.report.roadmap().done.iter().map(|done| {
        let note = if done.open { say.get("plan.open") } else { Rc::default() };
        vec![Cell::item(say.report, done.item), Cell::date(done.date), Cell::own(note)]
    });
    table(say.get("plan.done"), ["item", "date", "note"].map(|key| say.get(key)), rows.collect())
}

pub(super) fn metrics(say: &Say) -> Part {
    let starter = &say.report.metrics().starter;
    let rows: Vec<Vec<Cell>> = starter.iter().filter_map(|choice| metric(say, choice)).collect();
    let blocks = if rows.is_empty() {
        vec![Block::Text(Words::own(say.get("metrics.none")))]
    } else {
        let head = [
            "metrics.column.metric",
            "metrics.column.how",
            "metrics.column.target",
            "metrics.column.when",
            "metrics.column.who",
            "metrics.column.reason",
        ];
        vec![
            Block::Text(Words::own(say.get("metrics.intro"))),
            Block::Table(table(say.get("metrics.caption"), head.map(|key| say.word(key)), rows)),
        ]
    };
    Part { id: "metrics", title: say.get("metrics"), new_page: false, blocks }
}

fn metric(say: &Say, choice: &Choice) -> Option<Vec<Cell>> {
    let metric = say.report.pack.metrics.get(choice.metric)?;
    let pack = |text: &Rc<str>| Cell::Words(Words::pack(text));
    Some(vec![
        pack(&metric.name),
        pack(&metric.formula),
        pack(&metric.target),
        Cell::own(say.word(metrics_sheet::every(metric.every))),
        pack(&metric.who),
        Cell::own(metrics_sheet::reason(say, choice.reason)),
    ])
}
