//! What is planned: the actions with dates, by phase, and what to measure.

use super::{pictures, Block, Cell, Chapter, LangText, Table};
use crate::i18n::wording::Wording;
use crate::picture::Width;
use crate::report::Report;
use crate::rules::metrics::ChosenMetric;
use crate::rules::schedule::{Action, Timing};
use std::rc::Rc;

pub(super) fn plan(report: &Report, words: &Wording) -> Chapter {
    let plan = report.schedule();
    let mut blocks = overview(report, words);
    if plan.end.is_some() {
        blocks.push(Block::Table(phases(report, words)));
    }
    for total in &plan.phases {
        let actions = plan.actions.iter().filter(|action| action.in_phase() == total.phase);
        blocks.push(Block::Table(table(
            words.phase(total.phase),
            [
                "report.item",
                "column.days",
                "column.owner",
                "column.first",
                "column.last",
                "due.label",
                "more.note",
            ]
            .map(|key| words.get(key)),
            actions.map(|action| self::action(report, words, action)).collect(),
        )));
    }
    if !plan.done.is_empty() {
        blocks.push(Block::Table(done(report, words)));
    }
    Chapter { id: "plan", title: words.get("plan.title"), new_page: true, blocks }
}

/// How long it takes, and its phases as a picture.
pub(super) fn overview(report: &Report, words: &Wording) -> Vec<Block> {
    let plan = report.schedule();
    let mut blocks = Vec::new();
    match plan.end {
        None => blocks.push(Block::Text(LangText::own(words.no_plan(report.tally())))),
        Some(end) => {
            let (pace, days) = (words.days(plan.pace), words.work(plan.half_days));
            let values: [(&str, &dyn std::fmt::Display); 4] = [
                ("start", &words.date(plan.start)),
                ("end", &words.date(end)),
                ("pace", &pace),
                ("days", &days),
            ];
            blocks.push(Block::Text(LangText::own(words.fill("report.plan.intro", &values))));
            let picture = pictures::timeline(report, words, Width::Page);
            blocks.extend(picture.map(|picture| Block::Picture(Box::new(picture))));
        }
    }
    blocks
}

pub(super) fn table<const N: usize>(
    caption: Rc<str>,
    head: [Rc<str>; N],
    rows: Vec<Vec<Cell>>,
) -> Table {
    Table { caption, head: head.into(), rows }
}

fn phases(report: &Report, words: &Wording) -> Table {
    let rows = report.schedule().phases.iter().map(|total| {
        vec![
            Cell::Text(LangText::pack(&words.phase(total.phase))),
            Cell::number(total.count),
            Cell::number(words.days(total.half_days)),
            Cell::date(words, total.start),
            Cell::date(words, total.end),
        ]
    });
    let head = ["column.phase", "column.actions", "column.days", "column.first", "column.last"];
    table(words.get("report.plan.phases"), head.map(|key| words.get(key)), rows.collect())
}

fn action(report: &Report, words: &Wording, action: &Action) -> Vec<Cell> {
    vec![
        Cell::item(report, action.gap.item),
        Cell::number(words.days(action.gap.half_days)),
        Cell::Text(LangText::typed(&action.owner)),
        Cell::date(words, action.start),
        Cell::date(words, action.end),
        due(words, action),
        Cell::own(note(words, action)),
    ]
}

/// The day that somebody set for it.
pub(super) fn due(words: &Wording, action: &Action) -> Cell {
    match action.timing {
        Timing::Proposed => Cell::Date(Rc::default()),
        _ => Cell::date(words, action.target),
    }
}

/// Whether it is a gate, what it needs, and whether its target date can be met.
fn note(words: &Wording, action: &Action) -> Rc<str> {
    let mut notes = Vec::new();
    if action.gate {
        notes.push(words.get("gap.gate"));
    }
    notes.extend(words.waits_for(action));
    if matches!(action.timing, Timing::Tight | Timing::Passed) {
        notes.push(words.timing(action));
    }
    notes.join("; ").into()
}

fn done(report: &Report, words: &Wording) -> Table {
    let rows = report.schedule().done.iter().map(|done| {
        let note = if done.open { words.get("plan.still_open") } else { Rc::default() };
        vec![Cell::item(report, done.item), Cell::date(words, done.date), Cell::own(note)]
    });
    table(
        words.get("plan.was_done"),
        ["report.item", "report.date", "more.note"].map(|key| words.get(key)),
        rows.collect(),
    )
}

pub(super) fn metrics(report: &Report, words: &Wording) -> Chapter {
    let starter = &report.metrics().starter;
    let rows: Vec<Vec<Cell>> =
        starter.iter().filter_map(|choice| metric(report, words, choice)).collect();
    let blocks = if rows.is_empty() {
        vec![Block::Text(LangText::own(words.get("metrics.none")))]
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
            Block::Text(LangText::own(words.get("report.metrics.intro"))),
            Block::Table(table(
                words.get("report.metrics.caption"),
                head.map(|key| words.get(key)),
                rows,
            )),
        ]
    };
    Chapter { id: "metrics", title: words.get("metrics.title"), new_page: false, blocks }
}

fn metric(report: &Report, words: &Wording, choice: &ChosenMetric) -> Option<Vec<Cell>> {
    let metric = report.pack.metrics.get(choice.metric)?;
    let pack = |text: &Rc<str>| Cell::Text(LangText::pack(text));
    Some(vec![
        pack(&metric.name),
        pack(&metric.formula),
        pack(&metric.target),
        Cell::own(words.every(metric.every)),
        pack(&metric.who),
        Cell::own(words.metric_reason(choice.reason)),
    ])
}
