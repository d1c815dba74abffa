//! The controls of one theme, to be decided one by one or several together.

use super::place::Place;
use super::row::{self, Entry};
use super::{bulk, fields, lead, theme_name};
use crate::node::{el, line, Element};
use crate::page::parts::{button, heading, link};
use crate::page::Sheet;
use crate::soa::{Counts, Soa, SoaRow};
use crate::state::Row;

/// The identifier of the button that adds a control of one's own.
pub(super) const ADD: &str = "soa-add";

/// A page of the theme. Each part has a key: those beside it come and go.
pub(super) fn view(sheet: &Sheet, soa: &Soa, place: &Place) -> Element {
    let rows: Vec<&SoaRow> = soa.rows.iter().filter(|row| row.section == place.section).collect();
    let shown: Vec<(usize, Row, &SoaRow)> = rows
        .iter()
        .enumerate()
        .map(|(n, row)| (n + 1, row.item.map_or(Row::Own(n), Row::Item), *row))
        .filter(|(_, row, soa)| !place.missing || stays(sheet, *row, soa))
        .collect();
    let numbers: Vec<usize> = shown.iter().map(|(number, ..)| *number).collect();
    let here = shown.get(place.window(&numbers)).unwrap_or_default();
    let entries: Vec<Entry> =
        here.iter().map(|(_, row, soa)| Entry::new(sheet, *row, soa)).collect();
    let theme = soa.themes.iter().find(|theme| theme.section == place.section);
    let counts = theme.map(|theme| theme.counts).unwrap_or_default();
    let list = el("ul").class("controls").key("rows");
    let list = list.all(entries.iter().map(|entry| row::view(sheet, entry)));
    let title = theme_name(sheet, place.section);
    let back = link(sheet.say("soa.back"), "result/statement");
    el("section")
        .class("statement")
        .attr("aria-labelledby", "page-title")
        .with(line("p", back).class("back").key("back"))
        .with(heading(title).key("title"))
        .all(intro(sheet, place, &counts))
        .all((!rows.is_empty()).then(|| filter(sheet, place, &rows)))
        .all(
            (entries.is_empty() && counts.total > 0)
                .then(|| line("p", sheet.say("soa.nothing_missing")).key("nothing")),
        )
        .all((sheet.editable && !entries.is_empty()).then(|| mark_all(sheet, &entries)))
        .all((!entries.is_empty()).then_some(list))
        .all((sheet.editable && place.section.is_none()).then(|| add(sheet)))
        .all(sheet.editable.then(|| bulk::view(sheet, &entries)))
        .all(pages(sheet, place, &numbers))
}

fn intro(sheet: &Sheet, place: &Place, counts: &Counts) -> Vec<Element> {
    let mut intro = Vec::new();
    if counts.total > 0 {
        intro.push(lead(sheet, counts).key("lead"));
    } else {
        intro.push(line("p", sheet.say("soa.own_none")).class("lead").key("lead"));
    }
    if place.section.is_none() {
        intro.push(line("p", sheet.say("soa.own_about")).key("about"));
    }
    intro
}

/// Whether a row stands among those in which something is missing.
fn stays(sheet: &Sheet, row: Row, soa: &SoaRow) -> bool {
    let desk = sheet.desk;
    !soa.missing.is_empty() || desk.changed.contains(&row) || desk.marked.contains(&row)
}

fn filter(sheet: &Sheet, place: &Place, rows: &[&SoaRow]) -> Element {
    let open = rows.iter().filter(|row| !row.missing.is_empty()).count();
    let entry = |missing: bool, key: &str, n: usize| {
        let there = Place { missing, ..Place::of(place.section) };
        let link = link(sheet.count(key, n), &there.address(sheet));
        line("li", if missing == place.missing { link.attr("aria-current", "page") } else { link })
    };
    let all = entry(false, "soa.show_all", rows.len());
    let list = el("ul").with(all).with(entry(true, "soa.show_missing", open));
    el("nav").attr("aria-label", sheet.say("soa.show")).key("filter").with(list)
}

/// The rows of this page, all at once.
fn mark_all(sheet: &Sheet, entries: &[Entry]) -> Element {
    let all = entries.iter().all(|entry| entry.marked);
    let words: Vec<String> = entries.iter().map(|entry| entry.row.word()).collect();
    let label = sheet.count("soa.mark_all", entries.len());
    fields::tick(sheet, label, all, format!("mark {}", words.join(" "))).key("mark-all")
}

/// The button stays where it is; the name of the new row is what is typed next.
fn add(sheet: &Sheet) -> Element {
    let act = format!("own add #so{}-name", sheet.answers.programme.own.len());
    let add = button(sheet.say("soa.own_add"), act).class("quiet").attr("id", ADD);
    line("p", add).class("actions").key("add")
}

/// The way to the rows before and after these.
fn pages(sheet: &Sheet, place: &Place, numbers: &[usize]) -> Option<Element> {
    let here = place.window(numbers);
    let (first, last) = (here.start + 1, here.end);
    let where_ =
        sheet.fill("soa.page", &[("first", &first), ("last", &last), ("total", &numbers.len())]);
    let beside = place.beside(numbers);
    let links = ["soa.page_before", "soa.page_after"].into_iter().zip(beside);
    let links: Vec<Element> = links
        .filter_map(|(key, beside)| Some(line("li", link(sheet.say(key), &beside?.address(sheet)))))
        .collect();
    (!links.is_empty()).then(|| {
        el("nav")
            .attr("aria-label", sheet.say("soa.pages"))
            .key("pages")
            .with(line("p", where_).class("hint"))
            .with(el("ul").all(links))
    })
}
