//! Search over all text, with filters.

use super::filter::{Filter, Wanted};
use super::parts::{self, button};
use super::Sheet;
use crate::node::{el, line, Element};
use crate::pack::{ItemIx, Kind};
use std::rc::Rc;

/// More hits than this are counted, not listed, so that a pack of 10,000 items stays usable.
const MOST_LISTED: usize = 100;

/// Search and filters.
pub(super) fn view(sheet: &Sheet) -> Element {
    let fields = &sheet.desk.filter;
    let filter = Filter::of(fields);
    let found = filter.found(sheet.pack, sheet.answers, |text| sheet.text.lower(text));
    let more = found.len().saturating_sub(MOST_LISTED);
    let words = el("input")
        .attr("id", "search-words")
        .attr("type", "search")
        .attr("value", filter.words.clone())
        .attr("autocomplete", "off")
        .act("filter words");
    let label = line("label", sheet.say("search.words")).attr("for", "search-words");
    let filters = el("div")
        .class("filters")
        .attr("role", "search")
        .attr("aria-labelledby", "page-title")
        .with(el("div").class("field wide").with(label).with(words))
        .all(choices(sheet, &filter));
    let status = line("p", sheet.count("search.found", found.len())).attr("role", "status");
    let clear = || button(sheet.say("search.clear"), "filter-nothing").class("quiet");
    let lines = found.iter().take(MOST_LISTED).map(|item| hit(sheet, *item));
    parts::section(sheet.say("search.title"))
        .with(filters)
        .with(status.with(" ").all((!fields.is_empty()).then(clear)))
        .with(el("ul").class("hits").all(lines))
        .all((more > 0).then(|| line("p", sheet.count("list.more", more))))
}

fn hit(sheet: &Sheet, item: ItemIx) -> Element {
    line("li", sheet.question(item).act(format!("item {item} search")))
        .key(item.to_string())
        .with(" ")
        .with(sheet.standing(sheet.answers.standing(item)))
}

fn choices(sheet: &Sheet, filter: &Filter) -> [Element; 4] {
    let wanted = Wanted::ALL.map(|w| (w.id().into(), sheet.say(&format!("wanted.{}", w.id()))));
    let kinds = Kind::ALL.map(|kind| (kind.id().into(), sheet.say(&format!("kind.{}", kind.id()))));
    let sections = (0..sheet.pack.sections.len())
        .map(|section| (section.to_string(), sheet.section_name(section)));
    let mut lenses = Vec::new();
    for (l, lens) in sheet.pack.lenses.iter().enumerate() {
        for (v, value) in lens.values.iter().enumerate() {
            lenses.push((format!("{l} {v}"), format!("{}: {}", lens.name, value.name).into()));
        }
    }
    let lens = filter.lens.map(|(lens, value)| format!("{lens} {value}"));
    [
        choice(sheet, "wanted", wanted.into(), filter.wanted.map(|w| w.id().into())),
        choice(sheet, "kind", kinds.into(), filter.kind.map(|kind| kind.id().into())),
        choice(sheet, "section", sections.collect(), filter.section.map(|n| n.to_string())),
        choice(sheet, "lens", lenses, lens),
    ]
}

/// A select whose first option is "any"; each of the others has a value and words.
fn choice(
    sheet: &Sheet,
    name: &str,
    options: Vec<(String, Rc<str>)>,
    chosen: Option<String>,
) -> Element {
    let id = format!("search-{name}");
    let any = (String::new(), sheet.say("search.any"));
    let chosen = chosen.unwrap_or_default();
    let options = [any].into_iter().chain(options).map(|(value, words)| {
        line("option", words).flag("selected", value == chosen).attr("value", value)
    });
    let select = el("select").attr("id", id.clone()).act(format!("filter {name}")).all(options);
    let label = line("label", sheet.say(&format!("search.{name}"))).attr("for", id);
    el("div").class("field").with(label).with(select)
}
