//! The items and findings that differ between two states.

use super::compare::SIDES;
use super::Sheet;
use crate::compare::{Course, ItemChange};
use crate::findings::{Finding, Place};
use crate::node::{el, line, Element};
use std::rc::Rc;

/// More entries of a list than this are counted, not listed.
const MOST_LISTED: usize = 200;

const COLUMNS: [&str; 4] = ["column.question", SIDES[0], SIDES[1], "compare.course"];

/// The items that stand differently.
pub(super) fn items(sheet: &Sheet, all: &[ItemChange]) -> Vec<Element> {
    if all.is_empty() {
        return Vec::new();
    }
    let more = all.len().saturating_sub(MOST_LISTED);
    let rows = all.iter().take(MOST_LISTED).map(|change| {
        let course = sheet.say(match change.course {
            Course::Better => "compare.better",
            Course::Worse => "compare.worse",
            Course::Other => "compare.otherwise",
        });
        el("tr")
            .key(change.item.to_string())
            .with(line("th", sheet.question(change.item)).attr("scope", "row"))
            .with(sheet.cell(COLUMNS[1], sheet.standing(change.before)))
            .with(sheet.cell(COLUMNS[2], sheet.standing(change.after)))
            .with(sheet.cell(COLUMNS[3], course))
    });
    let mut parts = vec![
        line("h3", sheet.count("compare.items", all.len())),
        sheet.table(sheet.say("column.question"), &COLUMNS, rows),
    ];
    parts.extend((more > 0).then(|| line("p", sheet.count("list.more", more))));
    parts
}

/// Findings with their grade and rule.
pub(super) fn found(sheet: &Sheet, key: &str, all: &[Finding]) -> Vec<Element> {
    let entry = |finding: &Finding| {
        place(sheet, finding)
            .with(" ")
            .with(grade(sheet, finding))
            .with(line("span", sheet.words().rule(finding)).class("hint block"))
    };
    listed(sheet, key, all.len(), all.iter().map(entry))
}

/// Findings that are judged by another rule than before.
pub(super) fn regraded(sheet: &Sheet, all: &[(Finding, Finding)]) -> Vec<Element> {
    let entry = |(then, now): &(Finding, Finding)| {
        let words = [
            ("before", &grade_words(sheet, then) as &dyn std::fmt::Display),
            ("after", &grade_words(sheet, now)),
        ];
        let words = match then.grade == now.grade {
            true => grade_words(sheet, now),
            false => sheet.fill("compare.regrade", &words),
        };
        place(sheet, now)
            .with(" ")
            .with(words)
            .with(line("span", sheet.words().rule(now)).class("hint block"))
    };
    listed(sheet, "compare.regraded", all.len(), all.iter().map(entry))
}

fn listed(
    sheet: &Sheet,
    key: &str,
    n: usize,
    entries: impl Iterator<Item = Element>,
) -> Vec<Element> {
    if n == 0 {
        return Vec::new();
    }
    let more = n.saturating_sub(MOST_LISTED);
    let list = el("ul").class("hits").all(entries.take(MOST_LISTED));
    let mut parts = vec![line("h3", sheet.count(key, n)), list];
    parts.extend((more > 0).then(|| line("p", sheet.count("list.more", more))));
    parts
}

fn place(sheet: &Sheet, finding: &Finding) -> Element {
    match finding.place {
        Place::Item(item) => line("li", sheet.question(item)),
        Place::Clause(section) => line("li", line("strong", sheet.section_name(section))),
    }
}

fn grade(sheet: &Sheet, finding: &Finding) -> Element {
    line("span", grade_words(sheet, finding)).class("tag")
}

fn grade_words(sheet: &Sheet, finding: &Finding) -> Rc<str> {
    sheet.words().grade(finding.grade)
}
