//! The action plan: what to do, in which order, by when and by whom.

mod actions;
mod pace;
mod timeline;

use super::parts::{self, button, details, link};
use super::{result, Sheet};
use crate::answers::Mode;
use crate::date::Date;
use crate::node::{el, line, Element};
use crate::roadmap::{Action, Done, Roadmap};
use crate::verdict::{next_answers, verdict};
use std::rc::Rc;

/// What comes next: all of it stands below, by phase.
const MOST_NEXT: usize = 3;

/// Answers of a stage that are listed here; its own page has more.
const MOST_ANSWERS: usize = 5;

/// More that was done than this is counted, not listed.
const MOST_DONE: usize = 100;

/// The action plan.
pub(super) fn view(sheet: &Sheet) -> Element {
    let plan = Roadmap::new(sheet.pack, sheet.answers, sheet.today);
    let page = parts::page(sheet, sheet.say("plan.title")).class("plan");
    let page = page.with(line("p", lead(sheet, &plan)).class("lead"));
    let page = match plan.actions.is_empty() {
        true => page.all(cheapest(sheet)),
        false => page
            .with(line("p", sheet.say("plan.order")))
            .with(pace::view(sheet, &plan))
            .with(line("h3", sheet.say("plan.next")))
            .with(next(sheet, &plan))
            .all(cheapest(sheet))
            .with(downloads(sheet))
            .with(timeline::view(sheet, &plan))
            .with(actions::view(sheet, &plan)),
    };
    page.all(done(sheet, &plan.done))
}

/// The sentence before anything else.
fn lead(sheet: &Sheet, plan: &Roadmap) -> Rc<str> {
    let Some(end) = plan.end else {
        return sheet.words().no_plan(sheet.report().tally());
    };
    let actions = u32::try_from(plan.actions.len()).unwrap_or(u32::MAX);
    let (days, pace) = (sheet.work(plan.half_days), pace::words(sheet, plan.pace));
    sheet.text.count("plan.lead", actions, &[("days", &days), ("pace", &pace), ("date", &end)])
}

fn next(sheet: &Sheet, plan: &Roadmap) -> Element {
    let step = |action: &Action| {
        let item = action.gap.item;
        let owner = (!action.owner.is_empty()).then(|| format!(", {}", action.owner));
        let dates = sheet.span(action.start, action.end);
        line("li", sheet.question(item))
            .key(item.to_string())
            .with(" ")
            .with(sheet.standing(sheet.answers.standing(item)))
            .with(" ")
            .with(
                line("span", sheet.days(action.gap.half_days))
                    .class("hint")
                    .with(", ")
                    .with(dates)
                    .all(owner),
            )
    };
    el("ol").class("steps").all(plan.actions.iter().take(MOST_NEXT).map(step))
}

/// The answers that would decide a stage, where answers can.
fn cheapest(sheet: &Sheet) -> Vec<Element> {
    let title = line("h3", sheet.say("plan.cheapest"));
    if sheet.answers.mode == Mode::Quick {
        let full = line("p", button(sheet.say("verdict.full"), "full"));
        let about = line("p", sheet.say("verdict.quick"));
        return [title, about].into_iter().chain(sheet.editable.then_some(full)).collect();
    }
    let verdict = verdict(sheet.pack, sheet.answers);
    let mut parts = Vec::new();
    for (key, stage) in [("plan.decide1", &verdict.stage1), ("plan.decide2", &verdict.stage2)] {
        let next = next_answers(sheet.pack, sheet.answers, stage);
        if next.is_empty() {
            continue;
        }
        let more = next.len().saturating_sub(MOST_ANSWERS);
        let lines = next.iter().take(MOST_ANSWERS).map(|item| line("li", sheet.question(*item)));
        parts.push(line("p", sheet.count(key, next.len())));
        parts.push(el("ul").class("hits").all(lines));
        if more > 0 {
            parts.push(line("p", link(sheet.count("verdict.more", more), "result/stages")));
        }
    }
    if !parts.is_empty() {
        parts.insert(0, title);
    }
    parts
}

fn downloads(sheet: &Sheet) -> Element {
    let entries = [("calendar", "file calendar.ics"), ("tasks", "file tasks.csv")];
    let entries = entries.map(|(key, act)| result::download(sheet, key, act));
    details(sheet.say("plan.downloads")).class("downloads").with(el("ul").all(entries))
}

/// What was done, the latest first.
fn done(sheet: &Sheet, done: &[Done]) -> Option<Element> {
    let entry = |done: &Done| {
        let open = || line("span", sheet.say("plan.still_open")).class("hint block");
        line("li", line("span", done.date.to_string()).class("number"))
            .key(done.item.to_string())
            .with(" ")
            .with(sheet.question(done.item))
            .with(" ")
            .with(sheet.standing(sheet.answers.standing(done.item)))
            .all(done.open.then(open))
    };
    let more = done.len().saturating_sub(MOST_DONE);
    let part = el("div")
        .key("done")
        .with(line("h3", sheet.say("plan.was_done")))
        .with(el("ul").class("hits").all(done.iter().rev().take(MOST_DONE).map(entry)))
        .all((more > 0).then(|| line("p", sheet.count("list.more", more))));
    (!done.is_empty()).then_some(part)
}

impl Sheet<'_> {
    /// Much work in days.
    fn work(&self, half_days: u64) -> Rc<str> {
        self.words().work(half_days)
    }

    /// From one day to another in words; one day where they are the same.
    fn span(&self, first: Date, last: Date) -> Rc<str> {
        if first == last {
            return first.to_string().into();
        }
        self.fill("plan.span", &[("first", &first), ("last", &last)])
    }
}
