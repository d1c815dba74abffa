//! What is entered for all marked controls at once.

use super::fields::{date, field, select, text, tick, Choice};
use super::row::{choices_of_applicable, choices_of_status, Entry};
use crate::answers::Inclusion;
use crate::node::{el, line, Element};
use crate::page::parts::details;
use crate::page::Sheet;
use std::rc::Rc;

/// How many rows are marked, and the fields that change them. The count is there before it says
/// anything: a screen reader tells what changes in it, not that it comes.
pub(super) fn view(sheet: &Sheet, entries: &[Entry]) -> Element {
    let marked: Vec<&Entry> = entries.iter().filter(|entry| entry.marked).collect();
    let count = (!marked.is_empty()).then(|| sheet.count("soa.marked", marked.len()));
    let count = el("p").attr("role", "status").key("count").all(count);
    let fields = (!marked.is_empty()).then(|| {
        el("div")
            .attr("role", "region")
            .attr("aria-label", sheet.say("soa.bulk"))
            .key("fields")
            .with(fields(sheet, &marked))
    });
    el("div").class("bulk").key("bulk").with(count).all(fields)
}

fn fields(sheet: &Sheet, marked: &[&Entry]) -> Element {
    let hint = line("p", sheet.say("soa.bulk_hint")).class("hint").attr("id", "bulk-hint");
    let owner = same(marked, |entry| entry.answer.owner.clone()).unwrap_or_default();
    let owner = text(&owner).act("bulk owner").attr("aria-describedby", "bulk-hint");
    let due = date(same(marked, |entry| entry.answer.due).flatten()).act("bulk due");
    details(sheet.say("soa.bulk")).with(
        el("div")
            .class("pair")
            .with(applicable(sheet, marked))
            .with(status(sheet, marked))
            .with(field(sheet, "column.owner", "bulk-owner", owner).with(hint.key("hint")))
            .with(field(sheet, "due.label", "bulk-due", due))
            .with(inclusion(sheet, marked)),
    )
}

/// What all of them have; `None` where they differ.
fn same<T: PartialEq>(marked: &[&Entry], of: impl Fn(&Entry) -> T) -> Option<T> {
    let (first, others) = marked.split_first()?;
    let first = of(first);
    others.iter().all(|entry| of(entry) == first).then_some(first)
}

/// Stands in front where the marked rows differ; it cannot be chosen.
fn mixed(sheet: &Sheet, differ: bool) -> Option<Choice> {
    differ.then(|| Choice { value: None, words: sheet.say("soa.mixed"), chosen: true })
}

fn applicable(sheet: &Sheet, marked: &[&Entry]) -> Element {
    let chosen = same(marked, |entry| entry.chosen());
    let open = chosen == Some("") || marked.iter().all(|entry| entry.may_be_open());
    // No choice is the value of rows that differ.
    let choices = choices_of_applicable(sheet, chosen.unwrap_or("mixed"), open);
    let choices = mixed(sheet, chosen.is_none()).into_iter().chain(choices).collect();
    let control = select(choices, "bulk applicable".into());
    field(sheet, "column.applicable", "bulk-applicable", control)
}

fn status(sheet: &Sheet, marked: &[&Entry]) -> Element {
    let said = same(marked, |entry| entry.answer.implementation);
    let choices = choices_of_status(sheet, sheet.say("soa.by_answers"), said);
    let choices = mixed(sheet, said.is_none()).into_iter().chain(choices).collect();
    let control = select(choices, "bulk implementation".into());
    field(sheet, "column.implementation", "bulk-status", control)
}

fn inclusion(sheet: &Sheet, marked: &[&Entry]) -> Element {
    let ticks = Inclusion::ALL.into_iter().map(|reason| {
        let with = marked.iter().filter(|entry| entry.answer.inclusion.contains(reason.id()));
        let (n, total) = (with.count(), marked.len());
        let name = sheet.words().inclusion_reason(reason);
        let words: Rc<str> = match n == 0 || n == total {
            true => name,
            false => sheet.fill("soa.some", &[("name", &name), ("n", &n), ("total", &total)]),
        };
        tick(sheet, words, n == total, format!("bulk inclusion {}", reason.id()))
    });
    let legend = line("legend", sheet.say("soa.bulk_inclusion"));
    el("fieldset").class("inclusion").key("inclusion").with(legend).all(ticks)
}
