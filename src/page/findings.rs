//! What an auditor would likely raise, the gravest first, with what would close it.

use super::parts::{self, details};
use super::Sheet;
use crate::answers::Level;
use crate::findings::{findings, Finding, Grade, Place};
use crate::node::{el, line, Element};
use crate::pack::ItemIx;
use crate::wording;
use std::rc::Rc;

/// More of a grade than this are counted, not listed; the files have all.
const MOST_LISTED: usize = 200;

/// The findings.
pub(super) fn view(sheet: &Sheet) -> Element {
    let found = findings(sheet.pack, sheet.answers);
    let of = |grade| found.iter().filter(move |finding| finding.grade == grade);
    let lead = wording::findings(sheet.text, &found);
    let page = parts::page(sheet, sheet.say("findings.title")).add(line("p", lead).class("lead"));
    let grades = [
        (Grade::Major, "findings.major", "findings.major_about"),
        (Grade::Minor, "findings.minor", "findings.minor_about"),
        (Grade::Observation, "findings.observation", "findings.observation_about"),
    ];
    let parts = grades.into_iter().filter_map(|(grade, title, about)| {
        let all: Vec<&Finding> = of(grade).collect();
        (!all.is_empty()).then(|| part(sheet, title, about, &all))
    });
    page.all(parts).add(line("p", sheet.say("findings.limits")).class("hint"))
}

fn part(sheet: &Sheet, title: &str, about: &str, all: &[&Finding]) -> Element {
    let more = all.len().saturating_sub(MOST_LISTED);
    let list = el("ul").class("findings");
    let entries = all.iter().take(MOST_LISTED).map(|finding| entry(sheet, finding));
    el("div")
        .key(title)
        .add(line("h3", sheet.count(title, all.len())))
        .add(line("p", sheet.say(about)).class("hint"))
        .add(list.all(entries))
        .all((more > 0).then(|| line("p", sheet.count("search.more", more))))
}

fn entry(sheet: &Sheet, finding: &Finding) -> Element {
    let entry = match finding.place {
        Place::Item(item) => el("li")
            .key(item.to_string())
            .add(sheet.question(item))
            .add(" ")
            .add(sheet.standing(sheet.answers.standing(item))),
        Place::Clause(section) => el("li")
            .key(format!("clause {section}"))
            .add(line("strong", sheet.section_name(section))),
    };
    let entry = entry.add(line("p", wording::rule(sheet.text, finding)));
    let rests = finding.rests_on.iter().map(|(item, level)| match finding.place {
        Place::Item(_) => line("p", wording(sheet, *item, *level)).class("said"),
        Place::Clause(_) => line("p", sheet.question(*item))
            .add(" ")
            .add(wording(sheet, *item, *level))
            .class("said"),
    });
    let rests = details(sheet.say("findings.rests_on")).all(rests);
    entry
        .add(rests)
        .add(line("p", wording::closing(sheet.text, sheet.pack, finding)).class("closing"))
}

/// What a level of an item says.
pub(super) fn wording(sheet: &Sheet, item: ItemIx, level: Level) -> Rc<str> {
    wording::level(sheet.pack, item, level)
}
