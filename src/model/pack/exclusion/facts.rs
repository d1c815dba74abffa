//! The facts that a questionnaire comes with, and how they are read.

use super::clause::{Entry, Stem};
use super::{Excludable, FORMAT};
use crate::model::pack::read::{self, Place, Reader};
use crate::model::pack::{ItemIx, Problem, ProblemKind};
use crate::model::sorted::{Map, Set};
use std::rc::Rc;

/// The facts, and the words of the language that they are in.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) facts: Vec<Fact>,
    pub(super) states: Vec<State>,
    /// Why no fact takes a control away, by identifier.
    pub(super) none_because: Map<Rc<str>>,
    pub(super) words: Words,
}

/// A fact that takes away what some controls are about.
#[derive(Debug)]
pub(super) struct Fact {
    id: Rc<str>,
    /// As a reason, in a sentence.
    pub(super) text: Rc<str>,
    /// The controls that it takes away.
    pub(super) items: Vec<ItemIx>,
    /// What it denies: "no" before one of these names the fact.
    pub(super) words: Vec<Entry>,
    /// What names it without a denial.
    pub(super) says: Vec<Entry>,
    /// Where one of these stands, the fact is not meant.
    pub(super) unless: Vec<Entry>,
}

/// Who does it, or that it is done. It takes facts away: who lets others develop has no developers,
/// but development.
#[derive(Debug)]
pub(super) struct State {
    /// Who.
    pub(super) words: Vec<Entry>,
    /// Does it; where there are none, the first alone will do.
    pub(super) does: Vec<Entry>,
    /// Identifiers of the facts that it takes away.
    undoes: Vec<Rc<str>>,
}

/// What the words of a language do in a reason.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// They fit any control.
    pub(super) fillers: Set,
    /// "No": what follows is denied.
    pub(super) no: Set,
    /// "Not".
    pub(super) not: Set,
    /// Those that deny what goes before by themselves: "premises: none".
    pub(super) bare: Set,
    /// "Yet", "currently": they may stand behind a "not".
    pub(super) times: Set,
    /// "Prohibited": what goes before is denied.
    pub(super) forbids: Set,
    /// A denial of these denies nothing else: "not relevant".
    pub(super) stops: Vec<Stem>,
    /// "Exist", "used": what may follow "are not".
    pub(super) done: Vec<Stem>,
    /// "Sometimes", "most": the fact does not hold as a whole.
    pub(super) partial: Vec<Entry>,
    /// "So", "because": another thought begins.
    pub(super) joins: Vec<Stem>,
    /// "But": another clause begins. Several words in a row are one entry.
    pub(super) breaks: Vec<Vec<Rc<str>>>,
    /// "And", "or": a list goes on.
    pub(super) lists: Set,
    /// Frequent words of other languages that this one does not have.
    pub(super) foreign: Set,
}

impl Facts {
    /// Those that take a control away, in the order of the file.
    pub(super) fn of(&self, item: ItemIx) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.items.contains(&item))
    }
}

impl State {
    /// Whether it takes a fact away.
    pub(super) fn undoes(&self, fact: &Fact) -> bool {
        self.undoes.contains(&fact.id)
    }
}

/// Reads the file of facts. What does not fit is left out and reported with its place.
///
/// # Errors
/// The one problem because of which nothing was read.
pub(super) fn read(file: &str, items: &[Excludable]) -> Result<(Facts, Vec<Problem>), Problem> {
    let value = read::open(file, "exclusions", FORMAT)?;
    let mut reader = Reader::default();
    let r = &mut reader;
    let Some(root) = r.object(&value, String::new()) else {
        return Err(Problem { at: String::new(), kind: ProblemKind::NotThisFormat });
    };
    let mut taken = Set::default();
    let facts: Vec<Fact> = r
        .non_empty_objects(&root, "facts")
        .iter()
        .map(|place| Fact {
            id: r.id(&mut taken, place),
            text: r.text(place, "text"),
            items: controls(r, place, items),
            words: entries(r, place, "words"),
            says: entries(r, place, "says"),
            unless: entries(r, place, "unless"),
        })
        .collect();
    let states = r.objects(&root, "states").iter().map(|place| state(r, place, &taken)).collect();
    let mut none_because = Map::default();
    if let Some(place) = r.child(&root, "none_because") {
        for id in place.map.keys() {
            if position(items, id).is_none() {
                r.note(place.path(id), ProblemKind::NoSuchId(id.to_string()));
            }
            none_because.insert(id.clone(), r.text(&place, id));
        }
    }
    let words = words(r, &root);
    Ok((Facts { facts, states, none_because, words }, reader.problems))
}

fn position(items: &[Excludable], id: &str) -> Option<ItemIx> {
    items.iter().position(|item| *item.id == *id && item.words.is_some())
}

fn controls(r: &mut Reader, place: &Place, items: &[Excludable]) -> Vec<ItemIx> {
    let mut found = Vec::new();
    for (id, at) in r.texts_at(place, "items") {
        match position(items, &id) {
            Some(item) => found.push(item),
            None => r.note(at, ProblemKind::NoSuchId(id.to_string())),
        }
    }
    found
}

fn state(r: &mut Reader, place: &Place, facts: &Set) -> State {
    let mut undoes = Vec::new();
    for (id, at) in r.texts_at(place, "undoes") {
        match facts.contains(&id) {
            true => undoes.push(id),
            false => r.note(at, ProblemKind::NoSuchId(id.to_string())),
        }
    }
    State { words: entries(r, place, "words"), does: entries(r, place, "does"), undoes }
}

fn words(r: &mut Reader, root: &Place) -> Words {
    let fillers = r.texts(root, "fillers").into_iter().collect();
    let Some(place) = r.child(root, "words") else {
        r.note(root.path("words"), ProblemKind::Missing);
        return Words::default();
    };
    let mut words = Words {
        fillers,
        stops: stems(r, &place, "stops"),
        done: stems(r, &place, "done"),
        partial: entries(r, &place, "partial"),
        joins: stems(r, &place, "joins"),
        breaks: r
            .texts(&place, "breaks")
            .iter()
            .map(|row| row.split(' ').map(Rc::from).collect())
            .collect(),
        lists: set(r, &place, "lists"),
        foreign: set(r, &place, "foreign"),
        times: set(r, &place, "times"),
        ..Words::default()
    };
    if let Some(place) = r.child(&place, "negations") {
        words.no = set(r, &place, "no");
        words.not = set(r, &place, "not");
        words.bare = set(r, &place, "bare");
        words.forbids = set(r, &place, "forbids");
    }
    words
}

fn set(r: &mut Reader, place: &Place, key: &str) -> Set {
    r.texts(place, key).into_iter().collect()
}

fn stems(r: &mut Reader, place: &Place, key: &str) -> Vec<Stem> {
    r.texts(place, key).iter().map(|text| Stem::new(text)).collect()
}

fn entries(r: &mut Reader, place: &Place, key: &str) -> Vec<Entry> {
    r.texts(place, key).iter().map(|text| Entry::new(text)).collect()
}
