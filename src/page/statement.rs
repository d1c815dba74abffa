//! The Statement of Applicability (ISO/IEC 27001, 6.1.3 d): what it says in all, what identifies
//! it, and its themes. The controls themselves stand on a page for each theme.

mod bulk;
mod fields;
mod place;
mod row;
mod theme;

use super::parts::{self, button, details, link};
use super::Sheet;
use crate::answers::Mode;
use crate::node::{el, line, Element};
use crate::soa::{soa, Counts, HeadPart, Soa, Theme};
use fields::{date, field, text, text_area};
use place::Place;
use std::rc::Rc;

/// Themes beyond this are counted, not listed.
const MOST_THEMES: usize = 200;

const COLUMNS: [&str; 5] = [
    "statement.column.theme",
    "column.applicable",
    "statement.counts.excluded",
    "statement.applicable.undecided",
    "soa.complete",
];

/// The statement in all, or one of its themes.
pub(super) fn view(sheet: &Sheet, address: &str) -> Element {
    let soa = soa(sheet.pack, sheet.answers);
    match Place::parse(sheet, address) {
        Some(place) => theme::view(sheet, &soa, &place),
        None => overview(sheet, &soa),
    }
}

fn overview(sheet: &Sheet, soa: &Soa) -> Element {
    let quick = sheet.answers.mode == Mode::Quick;
    parts::page(sheet, sheet.say("statement.title"))
        .class("statement")
        .with(lead(sheet, &soa.counts))
        .with(line("p", sheet.say("soa.about")))
        .all(quick.then(|| line("p", sheet.say("soa.quick")).class("hint")))
        .with(head(sheet, soa))
        .with(line("h3", sheet.say("statement.controls")))
        .all(themes(sheet, soa))
        .with(line("p", sheet.say("soa.own_about")))
        .with(line("p", link(sheet.say("soa.own"), &Place::own().address(sheet))))
        .with(downloads(sheet))
        .with(line("p", sheet.say("statement.disclaimer")).class("small"))
}

/// The sentence before anything else: how many are how, and how many rows are complete.
fn lead(sheet: &Sheet, counts: &Counts) -> Element {
    if counts.total == 0 {
        return line("p", sheet.say("statement.controls.none")).class("lead");
    }
    let part = |key: &str, n: u32| sheet.count(key, n as usize);
    let (total, apply) = (part("soa.total", counts.total), part("soa.apply", counts.applicable));
    let (out, open) = (part("soa.out", counts.excluded), part("soa.open", counts.undecided));
    let values: [(&str, &dyn std::fmt::Display); 4] =
        [("total", &total), ("apply", &apply), ("out", &out), ("open", &open)];
    line("p", sheet.fill("soa.lead", &values))
        .class("lead")
        .with(" ")
        .with(part("soa.rows_complete", counts.complete))
}

/// What identifies the statement, to be filled in, and what of it is missing.
fn head(sheet: &Sheet, soa: &Soa) -> Element {
    let head = &soa.head;
    let scope = text_area(&head.scope).act("scope");
    let field = |key: &'static str, id: &str, control: Element| field(sheet, key, id, control);
    let missing = head.missing().into_iter().map(|part| sheet.say(head_key(part)));
    let missing = match sheet.words().list(missing) {
        list if list.is_empty() => sheet.say("soa.head_complete"),
        list => sheet.fill("soa.head_missing", &[("list", &list)]),
    };
    let organisation = text(&head.organisation).act("organisation");
    el("div")
        .class("head")
        .with(line("h3", sheet.say("soa.head")).key("head"))
        .with(line("p", missing).class("hint").key("missing"))
        .with(field("statement.organisation", "soa-organisation", organisation))
        .with(field("statement.scope", "soa-scope", scope))
        .with(field("statement.version", "soa-version", text(&head.version).act("version")))
        .with(field("statement.date", "soa-approved", date(head.date).act("approved")))
        .with(field("statement.approver", "soa-approver", text(&head.approver).act("approver")))
}

fn head_key(part: HeadPart) -> &'static str {
    match part {
        HeadPart::Organisation => "statement.organisation",
        HeadPart::Scope => "statement.scope",
        HeadPart::Version => "statement.version",
        HeadPart::Date => "statement.date",
        HeadPart::Approver => "statement.approver",
    }
}

fn themes(sheet: &Sheet, soa: &Soa) -> Vec<Element> {
    let more = soa.themes.len().saturating_sub(MOST_THEMES);
    let rows = soa.themes.iter().take(MOST_THEMES).map(|theme| theme_row(sheet, theme));
    let mut parts = Vec::new();
    if !soa.themes.is_empty() {
        parts.push(sheet.table(sheet.say("statement.counts.caption"), &COLUMNS, rows));
    }
    if more > 0 {
        parts.push(line("p", sheet.count("list.more", more)));
    }
    parts
}

fn theme_row(sheet: &Sheet, theme: &Theme) -> Element {
    let counts = &theme.counts;
    let address = Place::of(theme.section).address(sheet);
    let complete = [("n", &counts.complete as &dyn std::fmt::Display), ("total", &counts.total)];
    let number = |key: &str, n: u32| sheet.number(key, n.to_string());
    el("tr")
        .key(address.clone())
        .with(line("th", link(theme_name(sheet, theme.section), &address)).attr("scope", "row"))
        .with(number("column.applicable", counts.applicable))
        .with(number("statement.counts.excluded", counts.excluded))
        .with(number("statement.applicable.undecided", counts.undecided))
        .with(sheet.number("soa.complete", sheet.fill("task.count", &complete)))
}

/// A section by its identifier and name, or the organisation's own controls.
fn theme_name(sheet: &Sheet, section: Option<usize>) -> Rc<str> {
    match section {
        Some(section) => sheet.section_name(section),
        None => sheet.say("soa.own"),
    }
}

fn downloads(sheet: &Sheet) -> Element {
    let entry = |name: &str, about: &str, act: &'static str| {
        line("li", button(sheet.say(name), act))
            .with(" ")
            .with(line("span", sheet.say(about)).class("hint"))
    };
    let table = entry("download.csv", "soa.csv_about", "file statement.csv");
    let words = entry("download.markdown", "soa.markdown_about", "file statement.md");
    details(sheet.say("soa.download")).class("downloads").with(el("ul").with(table).with(words))
}
