//! The questionnaire: sections, items, and what the rules need to know of them.
//!
//! [`parse`] reports every problem with its place and never stops at the first. The shape of the
//! file is described by `static/schemas/pack-2.json`; its text is written for this project and
//! reproduces no standard.

mod build;
mod documents;
pub mod exclusion;
mod explanations;
pub(crate) mod json;
mod judging;
pub(crate) mod members;
mod order;
mod problem;
mod profile;
pub(crate) mod read;
mod terms;
mod version;

pub use build::parse;
pub use documents::{Document, Obligation};
pub use explanations::{Explanation, Explanations, EXPLANATIONS_FORMAT};
pub use judging::{Stage1, Thresholds, Written};
pub use members::twice;
pub use order::{circles, dependency_order};
pub use problem::{Expected, OtherFile, Problem, ProblemKind};
pub use profile::{Profile, ProfileQuestion, Rule};
pub use version::PackVersion;

use crate::model::sorted::Map;
use exclusion::Exclusions;
use std::ops::Range;
use std::rc::Rc;

/// The newest version of the pack format that this build reads.
pub const FORMAT: u64 = 2;

/// The position of an item in [`Pack::items`].
pub type ItemIx = usize;

/// A questionnaire. The default one is `controls.json`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// Stable name of the questionnaire; save files carry it.
    pub id: Rc<str>,
    /// Version of the content, as the authors count it.
    pub version: Rc<str>,
    /// BCP 47 language of the texts.
    pub language: Rc<str>,
    /// What the questionnaire is called.
    pub title: Rc<str>,
    /// That the project is independent and reproduces no standard.
    pub notice: Rc<str>,
    /// The names of the levels 0 to 4, in everyday words.
    pub level_names: [Rc<str>; 5],
    /// What a legend calls them besides; all empty where the pack has no such names.
    pub formal_names: [Rc<str>; 5],
    /// How the levels are worded for items of each kind that have no wording of their own.
    pub level_texts: [[Rc<str>; 5]; 2],
    /// Its versions so far, the oldest first, with the items whose levels each gave another meaning.
    pub versions: Vec<PackVersion>,
    /// The file beside the pack that explains each item further; empty where there is none.
    pub explanations: Rc<str>,
    /// How many minutes the quick check takes, as the authors had it computed: a part of the pack
    /// lacks the texts for that. Zero where they did not.
    pub quick_minutes: u32,
    /// The same for all questions.
    pub full_minutes: u32,
    /// How well the quick check foretells the full result, in words; may be empty.
    pub quick_note: Rc<str>,
    /// How the ticks of a check list suggest a level, in words; may be empty.
    pub level_rule: Rc<str>,
    /// The numbers that the rules go by.
    pub thresholds: Thresholds,
    /// The steps of an implementation, in order.
    pub phases: Vec<Named>,
    /// The ways to look across the items.
    pub lenses: Vec<Lens>,
    /// The scoping questions and what follows from their answers.
    pub profile: Profile,
    /// Clauses 4 to 10 and themes A.5 to A.8, in order.
    pub sections: Vec<Section>,
    /// All items, in the order of the sections.
    pub items: Vec<Item>,
    /// The steps on the way to the certificate, in the order in which they build on each other.
    pub way: Vec<WayStep>,
    /// Documented information that the standard asks for, or that is commonly expected.
    pub documents: Vec<Document>,
    /// What can be measured (ISO/IEC 27004), and which items it shows the working of.
    pub metrics: Vec<Metric>,
    /// Terms that a reader may not know.
    pub glossary: Vec<Term>,
    /// What may be left out, and the facts that justify it, which come in a file of their own
    /// ([`Pack::with_facts`]).
    pub exclusions: Exclusions,
    by_id: Map<ItemIx>,
}

/// A thing with an identifier and a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Unique among its kind.
    pub id: Rc<str>,
    /// What a reader sees.
    pub name: Rc<str>,
}

/// A way to look across the items, with its values.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lens {
    /// Unique among lenses, e.g. `effect`.
    pub id: Rc<str>,
    /// What a reader sees.
    pub name: Rc<str>,
    /// The values that an item may have.
    pub values: Vec<Named>,
}

/// What an item is judged by. They are scored apart (ISO/IEC 27001, clauses 4-10 and Annex A).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A requirement of ISO/IEC 27001; it cannot be left out.
    #[default]
    Requirement,
    /// A control of Annex A with guidance in ISO/IEC 27002; it is chosen by risk.
    Control,
}

impl Kind {
    /// Both kinds, in the order of the standard.
    pub const ALL: [Kind; 2] = [Kind::Requirement, Kind::Control];

    /// As in packs and files.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Requirement => "requirement",
            Kind::Control => "control",
        }
    }
}

/// A clause or a theme.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// `4` to `10` or `A.5` to `A.8` in the default pack.
    pub id: Rc<str>,
    /// What its items are.
    pub kind: Kind,
    /// Our plain name.
    pub name: Rc<str>,
    /// What it is about, in a sentence; may be empty.
    pub about: Rc<str>,
    /// Its items, as positions in [`Pack::items`].
    pub items: Range<ItemIx>,
}

/// One question with everything around it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// `4.1` or `A.5.1` in the default pack.
    pub id: Rc<str>,
    /// Position of its section in [`Pack::sections`].
    pub section: usize,
    /// Requirement or control, from the section.
    pub kind: Kind,
    /// Our plain name.
    pub name: Rc<str>,
    /// The official short title, where the pack carries it; may be empty.
    pub title: Rc<str>,
    /// One question about one thing, 8 to 26 words in the default pack.
    pub question: Rc<str>,
    /// What goes wrong without it.
    pub why: Rc<str>,
    /// The item's own wording of the levels 0 to 4.
    pub levels: Option<[Rc<str>; 5]>,
    /// Ticks that suggest a level.
    pub checks: Vec<Check>,
    /// What an auditor asks to see.
    pub evidence: Vec<Rc<str>>,
    /// How it is usually done in a small organisation, step by step.
    pub guidance: Vec<Rc<str>>,
    /// What a larger organisation adds.
    pub larger: Vec<Rc<str>>,
    /// The simpler way that still conforms, for one to ten people; may be empty.
    pub small: Rc<str>,
    /// Items that must be in place first.
    pub needs: Vec<ItemIx>,
    /// What the standard wants on paper of it.
    pub written: Written,
    /// A requirement whose absence alone is a likely major nonconformity, at level 1 too.
    pub gate: bool,
    /// A requirement whose absence is a likely minor by itself, and a likely major with another one.
    pub light: bool,
    /// A requirement that something is determined: at level 2 that is done, and only its traces lack.
    pub determined: bool,
    /// What Stage 1 does where it is below level 2.
    pub stage1: Option<Stage1>,
    /// A requirement that has to be carried out before a certificate: at level 2 it is planned.
    pub stage2: bool,
    /// The requirement that risks are treated by a plan: while it is answered below level 2, no
    /// control counts as planned (ISO/IEC 27001, 6.1.3).
    pub plan: bool,
    /// The requirement that the plan is carried out: too many controls below level 3 are a major on
    /// it (ISO/IEC 27001, 8.3).
    pub treated: bool,
    /// A control whose absence without a plan is a likely major.
    pub core: bool,
    /// How much it counts in its section, 1 to 5.
    pub weight: u32,
    /// Work from nothing to level 3.
    pub effort: Effort,
    /// Position of its phase in [`Pack::phases`].
    pub phase: usize,
    /// Its values: for each lens of the pack, positions in [`Lens::values`].
    pub lenses: Vec<Vec<usize>>,
    /// Identifiers of the 2013 edition that it replaces.
    pub was: Vec<Rc<str>>,
    /// New in the 2022 edition.
    pub new: bool,
    /// It belongs to the quick check.
    pub quick: bool,
}

/// One tick of a check list.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Identifier within the item.
    pub id: Rc<str>,
    /// What is ticked.
    pub text: Rc<str>,
    /// The level that needs this tick, 1 to 4.
    pub level: u8,
}

/// Work in half days, by size of the organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Up to 10 people.
    pub micro: u32,
    /// 11 to 49 people.
    pub small: u32,
    /// 50 to 249 people.
    pub medium: u32,
    /// 250 people and more.
    pub large: u32,
}

/// A step on the way to the certificate.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct WayStep {
    /// As a reader sees it.
    pub name: Rc<str>,
    /// The items that show it done.
    pub items: Vec<ItemIx>,
    /// Stage 1 reads it; Stage 2 looks at all of them.
    pub stage1: bool,
}

/// Something to measure at set times (ISO/IEC 27001, 9.1; guidance in ISO/IEC 27004).
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Metric {
    /// Unique among metrics.
    pub id: Rc<str>,
    /// Our name for it; the standard names none.
    pub name: Rc<str>,
    /// What it shows, and which decision it helps.
    pub measures: Rc<str>,
    /// How it is worked out.
    pub formula: Rc<str>,
    /// What it is counted in, e.g. `%` or `days`.
    pub unit: Rc<str>,
    /// Where it should go.
    pub direction: Direction,
    /// A sensible value to reach, in words.
    pub target: Rc<str>,
    /// How often it is taken.
    pub every: Every,
    /// Who takes it.
    pub who: Rc<str>,
    /// Where the numbers come from.
    pub source: Rc<str>,
    /// The items whose working it shows.
    pub items: Vec<ItemIx>,
}

/// Where a metric should go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    #[default]
    Up,
    /// Less is better.
    Down,
    /// Near its target is best.
    Target,
}

impl Direction {
    /// All of them with the words that files use.
    pub const ALL: [(&'static str, Direction); 3] =
        [("up", Direction::Up), ("down", Direction::Down), ("target", Direction::Target)];
}

/// How often a metric is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Every {
    /// Each month.
    #[default]
    Month,
    /// Four times a year.
    Quarter,
    /// Twice a year.
    HalfYear,
    /// Once a year.
    Year,
}

impl Every {
    /// All of them with the words that files use.
    pub const ALL: [(&'static str, Every); 4] = [
        ("month", Every::Month),
        ("quarter", Every::Quarter),
        ("half-year", Every::HalfYear),
        ("year", Every::Year),
    ];
}

/// A term and what it means.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// Unique among terms.
    pub id: Rc<str>,
    /// The term, as the texts use it.
    pub term: Rc<str>,
    /// Other forms and other words for it.
    pub also: Vec<Rc<str>>,
    /// What it means, in a sentence or two.
    pub text: Rc<str>,
}

impl Pack {
    /// `None` where no item has this identifier.
    pub fn find(&self, id: &str) -> Option<ItemIx> {
        self.by_id.get(id).copied()
    }

    /// The wording of the five levels for an item: its own, or that of its kind.
    pub fn levels(&self, item: &Item) -> [Rc<str>; 5] {
        match &item.levels {
            Some(levels) => levels.clone(),
            None => self.level_texts[item.kind as usize].clone(),
        }
    }

    /// The item at a position, if there is one.
    pub fn item(&self, item: ItemIx) -> Option<&Item> {
        self.items.get(item)
    }

    /// The section of an item.
    pub fn section_of(&self, item: ItemIx) -> Option<&Section> {
        self.sections.get(self.items.get(item)?.section)
    }
}
