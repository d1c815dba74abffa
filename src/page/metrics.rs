//! What to measure first, and how (ISO/IEC 27001, 9.1; ISO/IEC 27004).

use super::parts::{self, details};
use super::{result, Sheet};
use crate::metrics::{self, Choice, Reason};
use crate::node::{el, line, Element};
use std::rc::Rc;

/// More of the others than this are counted, not listed; the file has all.
const MOST_LISTED: usize = 100;

/// The metrics: first those to begin with.
pub(super) fn view(sheet: &Sheet) -> Element {
    let chosen = metrics::Sheet::new(sheet.pack, sheet.answers);
    let page = parts::page(sheet, sheet.say("metrics.title")).class("metrics");
    if chosen.all().next().is_none() {
        return page.with(line("p", sheet.say("metrics.absent")).class("lead"));
    }
    let lead = match chosen.starter.len() {
        0 => sheet.say("metrics.none"),
        n => sheet.count("metrics.lead", n),
    };
    let download = result::download(sheet, "metrics", "file metrics.csv");
    page.with(line("p", lead).class("lead"))
        .with(line("p", sheet.say("metrics.about")))
        .with(
            details(sheet.say("metrics.download")).class("downloads").with(el("ul").with(download)),
        )
        .all(starter(sheet, &chosen.starter).into_iter().flatten())
        .all(rest(sheet, &chosen.rest).into_iter().flatten())
}

fn starter(sheet: &Sheet, chosen: &[Choice]) -> Option<[Element; 2]> {
    let cards = chosen.iter().filter_map(|choice| card(sheet, choice));
    let list = el("ul").class("measures").all(cards);
    (!chosen.is_empty()).then(|| [line("h3", sheet.say("metrics.starter")), list])
}

fn rest(sheet: &Sheet, chosen: &[Choice]) -> Option<[Element; 2]> {
    let more = chosen.len().saturating_sub(MOST_LISTED);
    let cards = chosen.iter().take(MOST_LISTED).filter_map(|choice| card(sheet, choice));
    let part = details(sheet.count("metrics.rest", chosen.len()))
        .with(el("ul").class("measures").all(cards))
        .all((more > 0).then(|| line("p", sheet.count("list.more", more))));
    (!chosen.is_empty()).then(|| [line("h3", sheet.say("metrics.others")), part])
}

fn card(sheet: &Sheet, choice: &Choice) -> Option<Element> {
    let metric = sheet.pack.metrics.get(choice.metric)?;
    let target = format!("{}. {}", metric.target, sheet.words().direction(metric.direction));
    let facts: [(&str, Rc<str>); 6] = [
        ("metrics.column.how", metric.formula.clone()),
        ("metrics.column.unit", metric.unit.clone()),
        ("metrics.column.target", target.into()),
        ("metrics.column.when", sheet.words().every(metric.every)),
        ("metrics.column.who", metric.who.clone()),
        ("metrics.column.source", metric.source.clone()),
    ];
    let fact = |(key, words): &(&str, Rc<str>)| {
        el("div").with(line("dt", sheet.say(key))).with(line("dd", words))
    };
    let facts = facts.iter().filter(|(_, words)| !words.is_empty()).map(fact);
    Some(
        el("li")
            .key(metric.id.clone())
            .with(line("h4", &metric.name))
            .all((!metric.measures.is_empty()).then(|| line("p", &metric.measures)))
            .with(why(sheet, choice.reason))
            .with(el("dl").class("facts").all(facts)),
    )
}

/// Why it stands where it does: the item with its level, and what that says.
fn why(sheet: &Sheet, reason: Reason) -> Element {
    let item = match reason {
        Reason::Operating(item) | Reason::Weak { item, .. } | Reason::Proven(item) => Some(item),
        Reason::Open => None,
    };
    let words = line("span", sheet.words().metric_why(reason)).class("hint block");
    let Some(item) = item else { return line("p", words) };
    let standing = sheet.standing(sheet.answers.standing(item));
    line("p", sheet.question(item)).with(" ").with(standing).with(words)
}
