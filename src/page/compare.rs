//! Two states of the assessment beside each other: milestones, today's, and that of another file.

use super::change::Change;
use super::parts::{self, link};
use super::{changed, other, Sheet};
use crate::answers::{Answers, Mode};
use crate::compare::open;
use crate::node::{el, line, Element};
use crate::save;
use std::rc::Rc;

/// More milestones than this are not offered; the newest are.
const MOST_OFFERED: usize = 50;

/// What the heads of tables call the two.
pub(super) const SIDES: [&str; 2] = ["compare.before", "compare.after"];

/// A state that can be compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// A milestone, by position.
    Milestone(usize),
    /// Today's answers.
    Now,
    /// The other file.
    Other,
}

impl Side {
    fn parse(word: &str) -> Option<Side> {
        match word {
            "now" => Some(Side::Now),
            "other" => Some(Side::Other),
            n => n.parse().ok().map(Side::Milestone),
        }
    }

    fn word(self) -> String {
        match self {
            Side::Milestone(n) => n.to_string(),
            Side::Now => "now".into(),
            Side::Other => "other".into(),
        }
    }

    fn name(self, sheet: &Sheet) -> Rc<str> {
        match self {
            Side::Milestone(n) => name_of(sheet, n),
            Side::Now => sheet.say("compare.now"),
            Side::Other => {
                let opened = sheet.other.and_then(|text| save::restore(text, sheet.pack).ok());
                let names = opened.map(|(answers, _)| other::names(&answers)).unwrap_or_default();
                match names.is_empty() {
                    true => sheet.say("compare.other"),
                    false => sheet.fill("compare.other_named", &[("name", &names)]),
                }
            }
        }
    }

    /// The answers; or why there are none, in words.
    fn answers(self, sheet: &Sheet) -> Result<Answers, Rc<str>> {
        let opened = match self {
            Side::Now => return Ok(sheet.answers.clone()),
            Side::Milestone(n) => {
                let milestone = sheet.answers.programme.milestones.get(n);
                milestone.map(|milestone| open(sheet.pack, milestone))
            }
            Side::Other => sheet.other.map(|text| save::restore(text, sheet.pack)),
        };
        match opened {
            None => Err(sheet.say("compare.none")),
            Some(Err(problem)) => {
                let problem = sheet.text.problem(&problem);
                Err(sheet.fill(
                    "compare.unreadable",
                    &[("name", &self.name(sheet)), ("problem", &problem)],
                ))
            }
            Some(Ok((answers, _))) => Ok(answers),
        }
    }
}

/// Comparing: `/BEFORE/AFTER`, of which each is the position of a milestone, `now` or `other`.
pub(super) fn view(sheet: &Sheet, address: &str) -> Element {
    let newest = sheet.answers.programme.milestones.len().checked_sub(1).map(Side::Milestone);
    let mut words = address.trim_start_matches('/').split('/');
    let mut side = || words.next().and_then(Side::parse);
    let before = side().or(newest).unwrap_or(Side::Other);
    let after = side().unwrap_or(Side::Now);
    let page = el("section")
        .attr("aria-labelledby", "page-title")
        .with(line("p", link(sheet.say("compare.back"), "result/milestones")).class("back"))
        .with(parts::heading(sheet.say("compare.title")));
    let choices = choices(sheet, before, after);
    let (then, now) = match (before.answers(sheet), after.answers(sheet)) {
        (Ok(then), Ok(now)) => (then, now),
        (Err(told), _) | (_, Err(told)) => {
            return page.with(line("p", told).class("lead")).with(choices);
        }
    };
    let change = Change::new(sheet, [&then, &now], SIDES);
    let sides =
        [("before", &before.name(sheet) as &dyn std::fmt::Display), ("after", &after.name(sheet))];
    let page = page
        .with(line("p", lead(sheet, &change)).class("lead"))
        .with(line("p", sheet.fill("compare.sides", &sides)))
        .all(notes(sheet, &change, &then, &now))
        .with(choices);
    if change.found.is_empty() {
        return page;
    }
    page.with(line("h3", sheet.say("compare.judged")))
        .with(change.judged(sheet, sheet.say("compare.judged")))
        .with(line("h3", sheet.say("result.figures")))
        .with(line("p", sheet.say("result.legend")).class("hint"))
        .with(change.figures(sheet, sheet.say("result.figures")))
        .all(changed::items(sheet, &change.found.items))
        .all(changed::found(sheet, "compare.closed", &change.found.closed))
        .all(changed::found(sheet, "compare.raised", &change.found.raised))
        .all(changed::regraded(sheet, &change.found.regraded))
}

/// Name and day of a milestone.
pub(super) fn name_of(sheet: &Sheet, n: usize) -> Rc<str> {
    let name = bare_name(sheet, n);
    match sheet.answers.programme.milestones.get(n) {
        Some(milestone) => {
            sheet.fill("milestones.label", &[("name", &name), ("date", &milestone.date)])
        }
        None => name,
    }
}

/// Name of a milestone, or its number where it has none.
pub(super) fn bare_name(sheet: &Sheet, n: usize) -> Rc<str> {
    let milestone = sheet.answers.programme.milestones.get(n);
    match milestone.filter(|milestone| !milestone.name.trim().is_empty()) {
        Some(milestone) => milestone.name.clone(),
        None => sheet.fill("milestones.unnamed", &[("n", &(n + 1))]),
    }
}

/// Links to choose what is compared.
fn choices(sheet: &Sheet, before: Side, after: Side) -> Element {
    let milestones = sheet.answers.programme.milestones.len();
    let offered = (milestones.saturating_sub(MOST_OFFERED)..milestones).map(Side::Milestone);
    let other = sheet.other.map(|_| Side::Other);
    let sides: Vec<Side> = offered.chain([Side::Now]).chain(other).collect();
    let list = |key: &str, chosen: Side, address: &dyn Fn(Side) -> String| {
        let links = sides.iter().map(|side| {
            let link = link(side.name(sheet), &address(*side));
            line(
                "li",
                match *side == chosen {
                    true => link.attr("aria-current", "true"),
                    false => link,
                },
            )
        });
        el("div").with(line("h4", sheet.say(key))).with(el("ul").class("hits").all(links))
    };
    let address = |before: Side, after: Side| {
        format!("result/milestones/compare/{}/{}", before.word(), after.word())
    };
    el("nav")
        .class("sides")
        .attr("aria-label", sheet.say("compare.choose"))
        .with(line("h3", sheet.say("compare.choose")))
        .with(
            el("div")
                .class("pair")
                .with(list(SIDES[0], before, &|side| address(side, after)))
                .with(list(SIDES[1], after, &|side| address(before, side))),
        )
}

fn lead(sheet: &Sheet, change: &Change) -> Rc<str> {
    if change.found.is_empty() {
        return sheet.say("compare.same");
    }
    let counts = change.found.counts;
    let [before, after] = change.overall(sheet);
    sheet.fill(
        "compare.lead",
        &[
            ("better", &counts.better),
            ("worse", &counts.worse),
            ("other", &counts.other),
            ("same", &counts.same),
            ("before", &before),
            ("after", &after),
        ],
    )
}

/// What has to be known to read the comparison.
fn notes(sheet: &Sheet, change: &Change, then: &Answers, now: &Answers) -> Vec<Element> {
    let mut notes = Vec::new();
    let (before, after) = (then.organisation.name.trim(), now.organisation.name.trim());
    // An organisation that had no name yet may well be the same.
    if !before.is_empty() && !after.is_empty() && before != after {
        let names = [("before", &before as &dyn std::fmt::Display), ("after", &after)];
        notes.push(sheet.fill("compare.organisations", &names));
    }
    if then.mode != now.mode {
        notes.push(sheet.say("compare.mixed"));
    } else if change.found.mode == Mode::Quick {
        notes.push(sheet.words().quick(change.found.after.scores.overall.tally));
    }
    notes.into_iter().map(|note| line("p", note).class("hint")).collect()
}
