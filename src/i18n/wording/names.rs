//! What things are called: items, sections, levels, answers, and how grave a finding is.

use super::Wording;
use crate::model::assessment::{ItemStatus, Level, Mode, Size};
use crate::model::pack::{Item, ItemIx, Kind};
use crate::report::board::{Major, Outcome};
use crate::rules::findings::{Grade, Subject};
use std::rc::Rc;

impl Wording<'_> {
    /// Identifier and name of an item, as one knows it again.
    pub fn item(&self, item: ItemIx) -> Rc<str> {
        self.pack.item(item).map(item_name).unwrap_or_default()
    }

    /// The identifiers of items, as a list.
    pub fn ids(&self, items: &[ItemIx]) -> String {
        let ids = items.iter().filter_map(|item| Some(&*self.pack.item(*item)?.id));
        ids.collect::<Vec<&str>>().join(", ")
    }

    /// Identifier and name of a section.
    pub fn section(&self, section: usize) -> Rc<str> {
        let section = self.pack.sections.get(section);
        section.map(|s| [&*s.id, " ", &s.name].concat().into()).unwrap_or_default()
    }

    /// The same for a place with lines of its own, which must not part the two.
    pub fn section_joined(&self, section: usize) -> String {
        self.section(section).replacen(' ', "\u{a0}", 1)
    }

    /// The item, the clause or the system at which something is found.
    pub fn subject(&self, subject: Subject) -> Rc<str> {
        match subject {
            Subject::Item(item) => self.item(item),
            Subject::Clause(section) => self.section(section),
            Subject::System => self.get("findings.system"),
        }
    }

    /// A phase of the plan, or what comes before all of them.
    pub fn phase(&self, phase: Option<usize>) -> Rc<str> {
        let found = phase.and_then(|phase| self.pack.phases.get(phase));
        found.map_or_else(|| self.get("plan.first"), |phase| phase.name.clone())
    }

    /// What the items of a section are.
    pub fn kind(&self, kind: Kind) -> Rc<str> {
        self.get(match kind {
            Kind::Requirement => "kind.requirement",
            Kind::Control => "kind.control",
        })
    }

    /// One of the two groups of scores.
    pub fn group(&self, kind: Kind) -> Rc<str> {
        self.get(match kind {
            Kind::Requirement => "group.requirement",
            Kind::Control => "group.control",
        })
    }

    /// Quick check or full assessment.
    pub fn mode(&self, mode: Mode) -> Rc<str> {
        self.get(match mode {
            Mode::Quick => "mode.quick",
            Mode::Full => "mode.full",
        })
    }

    /// How many people there are, or that nobody said so.
    pub fn size(&self, size: Option<Size>) -> Rc<str> {
        match size {
            None => self.get("statement.not_stated"),
            Some(size) => self.fill("profile.people", &[("n", &size.id())]),
        }
    }

    /// The name of a level, in the words of the pack.
    pub fn level(&self, level: Level) -> Rc<str> {
        self.pack.level_names.get(usize::from(level.number())).cloned().unwrap_or_default()
    }

    /// What a level says of an item.
    pub fn level_of(&self, item: ItemIx, level: Level) -> Rc<str> {
        let found = self.pack.item(item);
        found
            .map(|item| self.pack.levels(item)[usize::from(level.number())].clone())
            .unwrap_or_default()
    }

    /// The status of an item, in a word.
    pub fn item_status(&self, item_status: ItemStatus) -> Rc<str> {
        match item_status {
            ItemStatus::Unanswered => self.get("status.unanswered"),
            ItemStatus::DontKnow => self.get("status.dont_know"),
            ItemStatus::NotApplicable => self.get("status.not_applicable"),
            ItemStatus::Level(level) => self.level(level),
        }
    }

    /// The same, a level with its number: where no gauge shows it, or nobody has seen the questions.
    pub fn numbered(&self, item_status: ItemStatus) -> Rc<str> {
        match item_status {
            ItemStatus::Level(level) => {
                let (n, name) = (level.number(), self.level(level));
                self.fill("level.numbered", &[("n", &n), ("name", &name)])
            }
            _ => self.item_status(item_status),
        }
    }

    /// The kind of answer, as a label.
    pub fn answer(&self, item_status: ItemStatus) -> Rc<str> {
        self.get(match item_status {
            ItemStatus::Unanswered => "wanted.unanswered",
            ItemStatus::DontKnow => "wanted.dont-know",
            ItemStatus::NotApplicable => "wanted.not-applicable",
            ItemStatus::Level(_) => "column.level",
        })
    }

    /// How grave a finding is.
    pub fn grade(&self, grade: Grade) -> Rc<str> {
        self.get(match grade {
            Grade::Major => "grade.major",
            Grade::Minor => "grade.minor",
            Grade::Observation => "grade.observation",
        })
    }

    /// What a large gap has to do with a likely major, in a cell.
    pub fn major(&self, major: Major) -> Rc<str> {
        self.get(match major {
            Major::Itself => "board.major.itself",
            Major::Part => "board.major.part",
            Major::No => "no",
        })
    }

    /// How a stage would likely end, in a cell.
    pub fn outcome(&self, outcome: Outcome) -> Rc<str> {
        self.get(match outcome {
            Outcome::Ready => "outcome.ready",
            Outcome::ReadyWith => "outcome.ready_with",
            Outcome::NotReady => "outcome.not_ready",
            Outcome::CannotSay => "outcome.cannot_say",
        })
    }
}

fn item_name(item: &Item) -> Rc<str> {
    [&*item.id, " ", &item.name].concat().into()
}
