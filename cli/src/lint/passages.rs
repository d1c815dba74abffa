//! All texts of a pack that are written for this project, each with its place.
//!
//! Left out: the notice, which is a legal text; official titles and the glossary's `term` and
//! `also`, which are other people's words.

use super::Role;
use plumbline::model::pack::{Item, Named, Pack};
use std::rc::Rc;

/// A text with where it is and what is asked of it.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// JSON pointer (RFC 6901).
    pub at: String,
    /// Identifier and field, for a reader.
    pub place: String,
    /// The part of the pack: the identifier of a section, or `documents`, `metrics` and so on.
    pub part: &'a str,
    /// What is asked of it.
    pub role: Role,
    /// As the pack has it, white space included.
    pub text: &'a str,
}

/// All texts, in the order of the file format.
pub fn passages(pack: &Pack) -> Vec<Passage<'_>> {
    let mut all = Collected { passages: Vec::new() };
    whole(&mut all, pack);
    profile(&mut all, pack);
    for (n, section) in pack.sections.iter().enumerate() {
        let mut part = all.part(format!("/sections/{n}"), &section.id, &section.id);
        part.text("name", Role::Name, &section.name);
        part.text("about", Role::About, &section.about);
        for (i, index) in section.items.clone().enumerate() {
            if let Some(found) = pack.item(index) {
                item(all.part(format!("/sections/{n}/items/{i}"), &section.id, &found.id), found);
            }
        }
    }
    for (n, document) in pack.documents.iter().enumerate() {
        let mut part = all.part(format!("/documents/{n}"), "documents", &document.id);
        part.text("name", Role::Name, &document.name);
        part.text("about", Role::Purpose, &document.about);
        part.list("contains", |_| Role::Content, &document.contains);
    }
    for (n, metric) in pack.metrics.iter().enumerate() {
        let mut part = all.part(format!("/metrics/{n}"), "metrics", &metric.id);
        part.text("name", Role::Name, &metric.name);
        part.text("measures", Role::Measures, &metric.measures);
        part.text("formula", Role::Formula, &metric.formula);
        part.text("target", Role::Target, &metric.target);
        part.text("who", Role::Who, &metric.who);
        part.text("source", Role::Source, &metric.source);
    }
    for (n, term) in pack.glossary.iter().enumerate() {
        let mut part = all.part(format!("/glossary/{n}"), "glossary", &term.id);
        part.text("text", Role::Meaning, &term.text);
    }
    all.passages
}

fn whole<'a>(all: &mut Collected<'a>, pack: &'a Pack) {
    let mut part = all.part("/levels".into(), "pack", "levels");
    part.list("names", |_| Role::Name, &pack.level_names);
    if pack.formal_names.iter().any(|name| !name.is_empty()) {
        part.list("formal", |_| Role::Name, &pack.formal_names);
    }
    let [requirement, control] = &pack.level_texts;
    part.list("requirement", |_| Role::General, requirement);
    part.list("control", |_| Role::General, control);
    part.text("checks", Role::General, &pack.level_rule);
    names(all, "/phases", "phases", &pack.phases, "name", Role::Name);
    for (n, lens) in pack.lenses.iter().enumerate() {
        let at = format!("/lenses/{n}");
        all.part(at.clone(), "pack", &lens.id).text("name", Role::Name, &lens.name);
        names(all, &format!("{at}/values"), &lens.id, &lens.values, "name", Role::Name);
    }
}

fn names<'a>(
    all: &mut Collected<'a>,
    at: &str,
    id: &str,
    named: &'a [Named],
    field: &str,
    role: Role,
) {
    let part = if role == Role::Choice { "profile" } else { "pack" };
    for (n, named) in named.iter().enumerate() {
        let id = format!("{id} {}", named.id);
        all.part(format!("{at}/{n}"), part, &id).text(field, role, &named.name);
    }
}

fn profile<'a>(all: &mut Collected<'a>, pack: &'a Pack) {
    for (n, question) in pack.profile.questions.iter().enumerate() {
        let at = format!("/profile/questions/{n}");
        let mut part = all.part(at.clone(), "profile", &question.id);
        part.text("question", Role::Scoping, &question.question);
        part.text("hint", Role::Hint, &question.hint);
        let options = format!("{at}/options");
        names(all, &options, &question.id, &question.options, "text", Role::Choice);
    }
    let rules =
        [("proposals", &pack.profile.proposals), ("contradictions", &pack.profile.contradictions)];
    for (list, rules) in rules {
        for (n, rule) in rules.iter().enumerate() {
            let id = format!("{list} {n}");
            let mut part = all.part(format!("/profile/{list}/{n}"), "profile", &id);
            part.text("reason", Role::Reason, &rule.reason);
        }
    }
}

fn item<'a>(mut part: Part<'_, 'a>, item: &'a Item) {
    part.text("name", Role::Name, &item.name);
    part.text("question", Role::Question, &item.question);
    part.text("why", Role::Why, &item.why);
    part.list("levels", Role::Level, item.levels.iter().flatten());
    for (n, check) in item.checks.iter().enumerate() {
        part.text(&format!("checks/{n}/text"), Role::Check, &check.text);
    }
    part.list("evidence", |_| Role::Evidence, &item.evidence);
    part.list("guidance", |_| Role::Step, &item.guidance);
    part.list("larger", |_| Role::Step, &item.larger);
    part.text("small", Role::Small, &item.small);
}

struct Collected<'a> {
    passages: Vec<Passage<'a>>,
}

/// An object of the pack whose texts are collected.
struct Part<'c, 'a> {
    all: &'c mut Collected<'a>,
    at: String,
    part: &'a str,
    id: String,
}

impl<'a> Collected<'a> {
    fn part(&mut self, at: String, part: &'a str, id: &str) -> Part<'_, 'a> {
        Part { all: self, at, part, id: id.into() }
    }
}

impl<'a> Part<'_, 'a> {
    /// A text that is absent is no passage: whether it may be is another rule.
    fn text(&mut self, field: &str, role: Role, text: &'a str) {
        if !text.trim().is_empty() {
            self.all.passages.push(Passage {
                at: format!("{}/{field}", self.at),
                place: format!("{} {field}", self.id),
                part: self.part,
                role,
                text,
            });
        }
    }

    fn list(
        &mut self,
        field: &str,
        role: impl Fn(usize) -> Role,
        texts: impl IntoIterator<Item = &'a Rc<str>>,
    ) {
        for (n, text) in texts.into_iter().enumerate() {
            self.text(&format!("{field}/{n}"), role(n), text);
        }
    }
}
