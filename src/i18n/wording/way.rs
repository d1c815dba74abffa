//! The way to a certificate in words: what a verdict means, and what is open at each stop.

use super::Wording;
use crate::model::pack::{ItemIx, Written};
use crate::report::compare::Comparison;
use crate::report::Report;
use crate::rules::findings::Subject;
use crate::rules::schedule::Action;
use crate::rules::score::Bounds;
use crate::rules::stops::{stops, Stop};
use crate::rules::verdict::{Reason, Stage};
use std::rc::Rc;

const NAMES: [&str; 4] = ["stop.today", "stop.stage1", "stop.stage2", "stop.certificate"];

/// The way to a certificate in words.
pub struct Way {
    /// Each stop with its name and what is open there, which may be empty.
    pub stops: [(Stop, Rc<str>, Rc<str>); 4],
    /// At which of them one stands, from 0.
    pub here: usize,
    /// All of it as a text.
    pub text: String,
}

impl Wording<'_> {
    /// The way of this report.
    pub fn way(&self, report: &Report) -> Way {
        let (stops, here) = stops(&report.verdict);
        self.way_of(stops, here, report.overall.bounds)
    }

    /// A way with these stops, where one stands at this one with this score.
    pub fn way_of(&self, stops: [Stop; 4], here: usize, overall: Option<Bounds>) -> Way {
        let mut names = NAMES.into_iter();
        let stops = stops.map(|stop| {
            let note = match stop {
                Stop::Start => self.bounds(overall),
                stop => self.stop(stop),
            };
            (stop, self.get(names.next().unwrap_or_default()), note)
        });
        let said = |(_, name, note): &(Stop, Rc<str>, Rc<str>)| match &**note {
            "" => name.to_string(),
            note => [&**name, ": ", note].concat(),
        };
        let text = stops.each_ref().map(said).join(", ");
        Way { stops, here, text }
    }

    /// What is open at a stop.
    fn stop(&self, stop: Stop) -> Rc<str> {
        match stop {
            Stop::Stopped(n) => self.count("stop.stops", n),
            Stop::Unknown => self.get("stop.unknown"),
            Stop::Passed(0) => self.get("stop.passed"),
            Stop::Passed(n) => self.count("stop.rest", n),
            Stop::Start | Stop::Ahead => Rc::default(),
        }
    }

    /// What a comparison moved, each with what was before: the stages, and the section whose certain
    /// part moved most.
    pub fn moved(&self, change: &Comparison) -> Vec<Rc<str>> {
        let said = |name: &str, before: &str, after: &str| {
            self.fill("moved", &[("name", &name), ("before", &before), ("after", &after)])
        };
        let (before, after) = (stops(&change.before.verdict).0, stops(&change.after.verdict).0);
        let sides = before.into_iter().zip(after).zip(NAMES);
        let stages = sides.filter(|((before, after), _)| before != after);
        let mut moved: Vec<Rc<str>> = stages
            .map(|((before, after), name)| {
                said(&self.get(name), &self.stop(before), &self.stop(after))
            })
            .collect();
        let scores = change.before.scores.sections.iter().zip(&change.after.scores.sections);
        let bounds = scores.enumerate().filter_map(|(section, (before, after))| {
            Some((section, before.bounds?, after.bounds?))
        });
        let most = bounds.max_by_key(|(_, before, after)| after.lower.abs_diff(before.lower));
        if let Some((section, before, after)) = most {
            let [before, after] = [before, after].map(|bounds| self.bounds(Some(bounds)));
            if before == after {
                return moved;
            }
            moved.push(said(&self.section(section), &before, &after));
        }
        moved
    }

    /// What a verdict means, in plain words: what stands in the way, of what sort, and the work.
    pub fn meaning(&self, report: &Report) -> Rc<str> {
        let (stage, first) = report.verdict.deciding();
        match stage {
            Stage::Ready => self.get("meaning.ready"),
            Stage::CannotSay { missing } if missing.is_empty() => self.get("stage.too_little"),
            Stage::CannotSay { missing } => self.count("meaning.missing", missing.len()),
            Stage::ReadyWith(rest) => self.with_work("meaning.rest", report, rest),
            Stage::NotReady(reasons) => {
                let key = if first { "meaning.stops1" } else { "meaning.stops2" };
                let said = self.with_work(key, report, reasons);
                match items(reasons).filter(|item| is_document(report, *item)).count() {
                    0 => said,
                    n => [&*said, " ", &self.count("meaning.documents", n)].concat().into(),
                }
            }
        }
    }

    /// How many reasons there are, and the work of what they are about, where that is known.
    fn with_work(&self, key: &str, report: &Report, reasons: &[Reason]) -> Rc<str> {
        let said = self.count(key, reasons.len());
        match work(report, reasons) {
            0 => said,
            half_days => {
                let work = self.work(half_days);
                [&*said, " ", &self.fill("meaning.work", &[("work", &work)])].concat().into()
            }
        }
    }
}

fn items(reasons: &[Reason]) -> impl Iterator<Item = ItemIx> + '_ {
    reasons.iter().filter_map(|reason| match reason.subject {
        Subject::Item(item) => Some(item),
        Subject::Clause(_) | Subject::System => None,
    })
}

fn is_document(report: &Report, item: ItemIx) -> bool {
    report.pack.item(item).is_some_and(|item| item.written == Written::Document)
}

/// The work of what the reasons are about and of what has to come before that, in half days.
fn work(report: &Report, reasons: &[Reason]) -> u64 {
    let actions = &report.schedule().actions;
    let meant: Vec<ItemIx> = items(reasons).collect();
    let counts = |item: &ItemIx| {
        let waits =
            |action: &&Action| action.waits_for.contains(item) && meant.contains(&action.gap.item);
        meant.contains(item) || actions.iter().any(|action| waits(&action))
    };
    let counted = actions.iter().filter(|action| counts(&action.gap.item));
    counted.map(|action| u64::from(action.gap.half_days)).sum()
}
