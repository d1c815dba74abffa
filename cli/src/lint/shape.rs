//! Whether everything is there that a reader needs to answer honestly without buying a standard.

use super::{Problem, Rule};
use plumbline::model::pack::{Item, Kind, Pack};
use std::collections::BTreeSet;

/// How many entries a list of an item has.
const EVIDENCE: (usize, usize) = (2, 5);
const GUIDANCE: (usize, usize) = (3, 6);
const LARGER: (usize, usize) = (1, 3);
const CONTAINS: (usize, usize) = (3, 8);

/// A clause needs as many ticks as it has sub-points; a control stays within half a minute.
const CHECKS: [(usize, usize); 2] = [(2, 16), (3, 6)];

/// Fewer different first words make five levels look like one.
const BEGINNINGS: usize = 3;

pub(super) fn problems(pack: &Pack) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (s, section) in pack.sections.iter().enumerate() {
        let at = format!("/sections/{s}");
        Place { at: &at, id: &section.id, problems: &mut problems }.text("about", &section.about);
        for (i, index) in section.items.clone().enumerate() {
            if let Some(item) = pack.item(index) {
                let at = format!("{at}/items/{i}");
                self::item(Place { at: &at, id: &item.id, problems: &mut problems }, item);
            }
        }
    }
    for (n, document) in pack.documents.iter().enumerate() {
        let at = format!("/documents/{n}");
        let mut place = Place { at: &at, id: &document.id, problems: &mut problems };
        place.text("about", &document.about);
        place.list("contains", document.contains.len(), CONTAINS);
    }
    for (n, metric) in pack.metrics.iter().enumerate() {
        let at = format!("/metrics/{n}");
        let mut place = Place { at: &at, id: &metric.id, problems: &mut problems };
        place.text("who", &metric.who);
        place.text("source", &metric.source);
    }
    problems
}

fn item(mut place: Place, item: &Item) {
    place.text("why", &item.why);
    let [requirement, control] = CHECKS;
    let checks = if item.kind == Kind::Control { control } else { requirement };
    place.list("checks", item.checks.len(), checks);
    place.list("evidence", item.evidence.len(), EVIDENCE);
    place.list("guidance", item.guidance.len(), GUIDANCE);
    place.list("larger", item.larger.len(), LARGER);
    match &item.levels {
        None => place.missing("levels"),
        Some(levels) => {
            let first = |text: &str| text.split_whitespace().next().map(str::to_lowercase);
            let firsts: BTreeSet<_> = levels.iter().filter_map(|text| first(text)).collect();
            if firsts.len() < BEGINNINGS {
                let wrong = "begin alike".to_string();
                place.note("levels", Rule::Beginning, wrong, "begin each with what differs".into());
            }
        }
    }
    for level in [2, 3] {
        if !item.checks.is_empty() && item.checks.iter().all(|check| check.level != level) {
            let wrong = format!("have none at level {level}");
            place.note("checks", Rule::Check, wrong, "add what makes this level true".into());
        }
    }
    for (n, check) in item.checks.iter().enumerate() {
        let path = item.kind == Kind::Requirement && is_path(&check.id);
        if !path && !is_word(&check.id) && !check.id.is_empty() {
            let wrong = format!("\"{}\" says nothing to a reader of save files", check.id);
            let todo = match item.kind {
                Kind::Requirement => "use a word in small letters, or the sub-point (\"c.1\")",
                Kind::Control => "use a word in small letters, with hyphens",
            };
            place.note(&format!("checks/{n}/id"), Rule::Check, wrong, todo.into());
        }
    }
}

/// Small letters and hyphens, at least two.
fn is_word(id: &str) -> bool {
    id.len() > 1
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}

/// The path of a sub-point below its clause: `b`, `c.1`.
fn is_path(id: &str) -> bool {
    let (letter, number) = id.split_once('.').unwrap_or((id, "1"));
    letter.len() == 1
        && letter.chars().all(|c| c.is_ascii_lowercase())
        && !number.is_empty()
        && number.chars().all(|c| c.is_ascii_digit())
}

/// An object of the pack, and where its problems go.
struct Place<'a> {
    at: &'a str,
    id: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Place<'_> {
    fn note(&mut self, field: &str, rule: Rule, wrong: String, todo: String) {
        let (at, place) = (format!("{}/{field}", self.at), format!("{} {field}", self.id));
        self.problems.push(Problem { at, place, rule, wrong, todo });
    }

    fn missing(&mut self, field: &str) {
        self.note(field, Rule::Field, "is missing".into(), "add it".into());
    }

    fn text(&mut self, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.missing(field);
        }
    }

    fn list(&mut self, field: &str, found: usize, (least, most): (usize, usize)) {
        if found == 0 {
            self.missing(field);
        } else if found < least || found > most {
            let wrong = format!("has {found} entries");
            self.note(field, Rule::Field, wrong, format!("give {least} to {most}"));
        }
    }
}
