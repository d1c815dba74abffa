//! What an auditor would likely raise, the gravest first, with what would close it.

use super::parts::{self, details};
use super::Sheet;
use crate::findings::{findings, Finding, Grade, Place};
use crate::node::{el, line, Element};

/// More of a grade than this are counted, not listed; the files have all.
const MOST_LISTED: usize = 200;

/// The same for the findings inside one about a clause.
const MOST_INSIDE: usize = 50;

/// The findings.
pub(super) fn view(sheet: &Sheet) -> Element {
    let found = findings(sheet.pack, sheet.answers);
    let of = |grade| found.iter().filter(move |finding| finding.grade == grade);
    let lead = sheet.words().findings(&found);
    let page = parts::page(sheet, sheet.say("findings.title")).with(line("p", lead).class("lead"));
    let grades = [
        (Grade::Major, "findings.major", "findings.major_about", "findings major"),
        (Grade::Minor, "findings.minor", "findings.minor_about", "findings minor"),
        (Grade::Observation, "findings.observation", "findings.observation_about", "findings"),
    ];
    let parts = grades.into_iter().filter_map(|(grade, title, about, class)| {
        let all: Vec<&Finding> = of(grade).collect();
        (!all.is_empty()).then(|| part(sheet, (title, about, class), &all))
    });
    page.all(parts).with(line("p", sheet.say("findings.limits")).class("hint"))
}

fn part(
    sheet: &Sheet,
    (title, about, class): (&str, &str, &'static str),
    all: &[&Finding],
) -> Element {
    // An auditor writes one nonconformity about a clause, with what stands under it: the findings
    // about items of a clause that has one of its own stand in it.
    let clauses: Vec<usize> = all.iter().filter_map(|finding| clause(finding)).collect();
    let above = |finding: &Finding| match finding.place {
        Place::Clause(_) => None,
        Place::Item(item) => {
            let section = sheet.pack.item(item)?.section;
            clauses.contains(&section).then_some(section)
        }
    };
    let outer: Vec<&&Finding> = all.iter().filter(|finding| above(finding).is_none()).collect();
    let entries = outer.iter().take(MOST_LISTED).map(|finding| {
        let own = clause(finding);
        let inner = all.iter().filter(|other| own.is_some() && above(other) == own);
        let inner: Vec<&&Finding> = inner.collect();
        let listed = inner.iter().take(MOST_INSIDE).map(|finding| entry(sheet, finding));
        let list = (!inner.is_empty()).then(|| el("ul").class(class).all(listed));
        entry(sheet, finding).all(list).all(more(sheet, inner.len(), MOST_INSIDE))
    });
    let rest = more(sheet, outer.len(), MOST_LISTED);
    el("div")
        .key(title)
        .with(line("h3", sheet.count(title, all.len())))
        .with(line("p", sheet.say(about)).class("hint"))
        .with(el("ul").class(class).all(entries))
        .all(rest)
}

/// The clause that a finding is about as a whole.
fn clause(finding: &Finding) -> Option<usize> {
    match finding.place {
        Place::Clause(section) => Some(section),
        Place::Item(_) => None,
    }
}

/// How many are not listed, if any.
fn more(sheet: &Sheet, all: usize, most: usize) -> Option<Element> {
    let more = all.saturating_sub(most);
    (more > 0).then(|| line("p", sheet.count("list.more", more)))
}

fn entry(sheet: &Sheet, finding: &Finding) -> Element {
    let (entry, rests_on) = match finding.place {
        Place::Item(item) => {
            let entry = line("li", sheet.question(item)).key(item.to_string());
            let standing = sheet.standing(sheet.answers.standing(item));
            let said =
                finding.rests_on.iter().map(|(item, level)| sheet.words().level_of(*item, *level));
            let said = said.map(|words| line("p", words).class("said")).collect();
            (entry.with(" ").with(standing), said)
        }
        Place::Clause(section) => {
            let name = line("strong", sheet.section_name(section));
            let said = finding.rests_on.iter().map(|(item, level)| {
                let words = sheet.words().level_of(*item, *level);
                line("p", sheet.question(*item)).with(" ").with(words).class("said")
            });
            let said: Vec<Element> = said.take(MOST_INSIDE).collect();
            (line("li", name).key(format!("clause {section}")), said)
        }
    };
    entry
        .with(line("p", sheet.words().rule(finding)))
        .with(details(sheet.say("findings.rests_on")).all(rests_on).all(more(
            sheet,
            finding.rests_on.len(),
            MOST_INSIDE,
        )))
        .with(line("p", sheet.words().closing(finding)).class("closing"))
}
