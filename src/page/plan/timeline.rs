//! The plan as a picture: when each phase is worked on, and each action where they are few.

use super::super::parts::details;
use super::super::Sheet;
use crate::date::Date;
use crate::node::{el, line, Element};
use crate::picture::{timeline, Caption, Stretch, TimelineWords, Width};
use crate::roadmap::Roadmap;
use std::rc::Rc;

/// With more actions than this, the picture would be longer than a screen, so it shows phases only.
const MOST_ACTIONS: usize = 20;

/// What the table says of a phase.
const COLUMNS: [&str; 5] =
    ["column.phase", "column.actions", "plan.column.work", "column.first", "column.last"];

/// A row of the picture: its name, its days, and whether it is a phase.
type Row = (Rc<str>, (Date, Date), bool);

/// The picture, and what it shows as a table.
pub(super) fn view(sheet: &Sheet, plan: &Roadmap) -> Element {
    let title = sheet.say("plan.time");
    let about = details(sheet.say("plan.time_table")).with(table(sheet, plan));
    el("div").with(line("h3", &title)).all(picture(sheet, plan, &title)).with(about)
}

fn picture(sheet: &Sheet, plan: &Roadmap, title: &str) -> Option<Element> {
    let all = plan.actions.len() <= MOST_ACTIONS;
    let rows = rows(sheet, plan, all);
    let stretches: Vec<Stretch> = rows
        .iter()
        .map(|(name, (start, end), phase)| Stretch {
            name,
            start: *start,
            end: *end,
            phase: *phase,
            done: false,
        })
        .collect();
    let first = rows.iter().map(|(_, (start, _), _)| *start).min()?;
    let last = rows.iter().map(|(_, (_, end), _)| *end).max()?;
    let key = if all { "plan.time_about_all" } else { "plan.time_about" };
    let about = sheet.fill(key, &[("first", &first), ("last", &last)]);
    let words = TimelineWords {
        today: &sheet.say("milestones.today"),
        done: &sheet.say("plan.time_done"),
        planned: &sheet.say("plan.time_planned"),
        late: &sheet.say("plan.time_late"),
    };
    let caption = Caption { id: "plan-time", title, words: &about };
    timeline(&caption, &stretches, sheet.today, &words, Width::Phone)
}

/// Phases at their proposed days, actions at those that the calendar has.
fn rows(sheet: &Sheet, plan: &Roadmap, all: bool) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for total in &plan.phases {
        let name = phase(sheet, total.phase);
        rows.push((name, (total.start, total.end), true));
        let here = plan.actions.iter().filter(|action| all && action.in_phase() == total.phase);
        rows.extend(here.filter_map(|action| {
            let item = sheet.pack.item(action.gap.item)?;
            Some((format!("{} {}", item.id, item.name).into(), action.span(), false))
        }));
    }
    rows
}

fn table(sheet: &Sheet, plan: &Roadmap) -> Element {
    let rows = plan.phases.iter().map(|total| {
        el("tr")
            .key(total.phase.map_or_else(|| "first".into(), |phase| phase.to_string()))
            .with(line("th", phase(sheet, total.phase)).attr("scope", "row"))
            .with(sheet.number("column.actions", total.count.to_string()))
            .with(sheet.cell("plan.column.work", sheet.work(total.half_days)))
            .with(sheet.number("column.first", total.start.to_string()))
            .with(sheet.number("column.last", total.end.to_string()))
    });
    el("div").class("phases").with(sheet.table(sheet.say("plan.time"), &COLUMNS, rows))
}

/// The name of a phase, or of what comes before all of them.
pub(super) fn phase(sheet: &Sheet, phase: Option<usize>) -> Rc<str> {
    sheet.words().phase(phase)
}
