//! Whether a reason for leaving a control out holds.
//!
//! ISO/IEC 27001, 6.1.3 d) asks for a justification of each exclusion. An auditor accepts a fact
//! that takes away what the control is about ("no premises of our own"), and neither "not relevant"
//! nor "our supplier does that". A questionnaire may come with such facts, each bound to controls,
//! and with the words of its language that tell them from words that fit anything. Where it does
//! not, a reason holds if it says something at all ([`reason_problem`]).

mod clause;
mod facts;
mod general;
mod names;

pub use general::reason_problem;

use super::{ItemIx, Kind, Pack, Problem};
use crate::part::{self, Missing};
use facts::Facts;
use std::cell::OnceCell;
use std::rc::Rc;

/// The newest version of the file of facts that this build reads.
pub const FORMAT: u64 = 1;

/// What is wrong with a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonProblem {
    /// Nothing was written.
    Empty,
    /// Too short to name a fact; only where the questionnaire has no facts.
    Short,
    /// It repeats that the control does not apply, in other words.
    SaysNothing,
    /// It says who does it, or that it is done: a state of the control and no exclusion.
    State,
    /// It names a fact that takes away other controls, not this one.
    Unfit,
    /// It names no fact that is known.
    Unclear,
    /// No fact takes this control away.
    NoFact,
}

/// What may be left out of a questionnaire, and the facts that justify it. A copy shares them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exclusions(Rc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    /// By position in the pack.
    items: Vec<Excludable>,
    /// The file of facts; empty where there is none.
    file: Rc<str>,
    /// The same, read when it is first asked for; `None` where it cannot be read.
    facts: OnceCell<Option<Facts>>,
}

/// What is needed of an item to judge a reason for leaving it out.
#[derive(Debug, PartialEq, Eq)]
struct Excludable {
    id: Rc<str>,
    /// Name and question; `None` where it may not be left out.
    words: Option<[Rc<str>; 2]>,
}

/// Whether it has been read yet makes no difference.
impl PartialEq for Shared {
    fn eq(&self, other: &Shared) -> bool {
        self.items == other.items && self.file == other.file
    }
}

impl Eq for Shared {}

impl Exclusions {
    /// What may be left out of this questionnaire, by a file of facts; an empty one has none.
    pub fn new(pack: &Pack, file: &str) -> Exclusions {
        let items = pack.items.iter().map(|item| Excludable {
            id: item.id.clone(),
            words: (item.kind == Kind::Control).then(|| [item.name.clone(), item.question.clone()]),
        });
        let (items, file) = (items.collect(), file.into());
        Exclusions(Rc::new(Shared { items, file, facts: OnceCell::new() }))
    }

    /// Whether an item may be left out at all: a requirement may not (ISO/IEC 27001, clause 1).
    pub fn allows(&self, item: ItemIx) -> bool {
        self.0.items.get(item).is_some_and(|item| item.words.is_some())
    }

    /// Whether an item may be left out, for this reason. Not as long as the part of the program has
    /// not come that can tell.
    pub fn accepts(&self, item: ItemIx, reason: &str) -> bool {
        self.allows(item) && part::now(judge(self, item, reason)) == Some(None)
    }

    /// The facts that usually justify leaving a control out, as sentences for its reason; none
    /// where nothing does, or the questionnaire has no facts.
    pub fn offered(&self, item: ItemIx) -> Vec<Rc<str>> {
        let facts = self.facts().map(|facts| facts.of(item));
        facts.into_iter().flatten().map(|fact| fact.text.clone()).collect()
    }

    /// Whether the questionnaire says which facts take this control away, or that none does.
    pub fn knows(&self, item: ItemIx) -> bool {
        self.allows(item) && self.facts().is_some()
    }

    /// Why no fact takes a control away, where the file says so.
    pub fn none_because(&self, item: ItemIx) -> Option<Rc<str>> {
        self.facts()?.none_because.get(&self.0.items.get(item)?.id).cloned()
    }

    /// What is wrong with the file of facts, each with its place.
    pub fn problems(&self) -> Vec<Problem> {
        match self.0.file.is_empty() {
            true => Vec::new(),
            false => facts::read(&self.0.file, &self.0.items)
                .map_or_else(|problem| vec![problem], |(_, problems)| problems),
        }
    }

    /// `None` where the questionnaire has no facts.
    fn facts(&self) -> Option<&Facts> {
        let shared = &*self.0;
        let read = || Some(facts::read(&shared.file, &shared.items).ok()?.0);
        shared.facts.get_or_init(|| if shared.file.is_empty() { None } else { read() }).as_ref()
    }
}

impl Pack {
    /// The same with the facts that justify leaving controls out, as the file of them says.
    pub fn with_facts(mut self, file: &str) -> Pack {
        self.exclusions = Exclusions::new(&self, file);
        self
    }
}

/// What is wrong with a reason for leaving an item out; `None` where it holds.
#[cfg_attr(
    feature = "split",
    wasm_split_helpers::wasm_split(
        pages,
        fallible,
        preload(
            /// Fetches what can tell whether a reason holds.
            load
        )
    )
)]
pub fn judge(
    exclusions: &Exclusions,
    item: ItemIx,
    reason: &str,
) -> Result<Option<ReasonProblem>, Missing> {
    let words = exclusions.0.items.get(item).and_then(|item| item.words.as_ref());
    Ok(match (exclusions.facts(), words) {
        (Some(facts), Some(words)) => facts.judge(item, words, reason),
        _ => reason_problem(reason),
    })
}

/// What can tell whether a reason holds is here.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<(), Missing> {
    Ok(())
}
