//! What a respondent said: about the organisation and about each item.

mod soa;
mod suggest;

pub use soa::{DoneBy, Implementation, Inclusion, OwnControl, SoaHeader};
pub use suggest::suggested_level;

use crate::model::date::Date;
use crate::model::pack::exclusion::Exclusions;
use crate::model::pack::{ItemIx, Pack};
use crate::model::sorted::{Map, Set};
use std::rc::Rc;

/// One assessment of one organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// How the respondent calls this assessment; may be empty.
    pub name: Rc<str>,
    /// Quick check or full assessment. Both share the same answers.
    pub mode: Mode,
    /// The profile, which scoping proposals follow from.
    pub organisation: Rc<Organisation>,
    /// What its Statement of Applicability says of itself.
    pub soa_header: SoaHeader,
    /// Controls that the pack does not have, in the order in which they were added.
    pub own_controls: Vec<Rc<OwnControl>>,
    /// What the action plan counts with.
    pub plan_settings: PlanSettings,
    /// When the audits are, as far as that is planned.
    pub audit_dates: AuditDates,
    /// Earlier states of this assessment, the oldest first.
    pub milestones: Vec<Rc<Milestone>>,
    /// By position in the pack; `None` where nothing was entered.
    answers: Vec<Option<Rc<Answer>>>,
    /// By position in the pack: whether it is left out for a reason that holds.
    left_out: Vec<bool>,
    /// What may be left out.
    exclusions: Exclusions,
    /// Answers to items that this pack does not have. They are kept and saved again.
    pub elsewhere: Map<Rc<Answer>>,
    /// The item that was open last.
    pub last: Option<ItemIx>,
    /// What this version does not know of the objects that stand once in a save file, one text for
    /// each, as in [`Answer::kept`]; none at all where nothing is kept. [`crate::save`] orders them.
    pub kept: Rc<[Rc<str>]>,
}

/// How much is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The items marked `quick`.
    Quick,
    /// All items.
    #[default]
    Full,
}

/// About the organisation; everything may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    /// May be empty.
    pub name: Rc<str>,
    /// How many people work in it.
    pub size: Option<Size>,
    /// What it does; may be empty.
    pub sector: Rc<str>,
    /// What the management system is to cover (ISO/IEC 27001, 4.3); may be empty.
    pub scope: Rc<str>,
    /// Chosen options by scoping question, both as identifiers of the pack.
    pub choices: Map<Set>,
    /// Items whose proposed exclusion was refused, by identifier.
    pub refused: Set,
}

/// How many people work in the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 1 to 10.
    Micro,
    /// 11 to 49.
    Small,
    /// 50 to 249.
    Medium,
    /// 250 and more.
    Large,
}

impl Size {
    /// From small to large.
    pub const ALL: [Size; 4] = [Size::Micro, Size::Small, Size::Medium, Size::Large];

    /// As in save files, e.g. `11-49`.
    pub fn id(self) -> &'static str {
        match self {
            Size::Micro => "1-10",
            Size::Small => "11-49",
            Size::Medium => "50-249",
            Size::Large => "250+",
        }
    }
}

/// What the action plan counts with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanSettings {
    /// The day from which the plan counts; today where it is not set.
    pub start: Option<Date>,
    /// Half days of work a week, from 1 to [`PlanSettings::MOST_PACE`].
    pub pace: Option<u8>,
}

impl PlanSettings {
    /// Half days a week where nothing is set: two days.
    pub const USUAL_PACE: u8 = 4;

    /// The largest number of half days a week: ten people.
    pub const MOST_PACE: u8 = 100;
}

/// When a certification body comes, and since when there is something to look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AuditDates {
    /// Since when the management system runs.
    pub running_since: Option<Date>,
    /// When Stage 1 is planned.
    pub stage1: Option<Date>,
    /// When Stage 2 is planned.
    pub stage2: Option<Date>,
}

/// An earlier state of the assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// How the respondent calls it; may be empty.
    pub name: Rc<str>,
    /// When it was kept; `None` where a file does not say it. It is judged on the day it is looked
    /// at then.
    pub date: Option<Date>,
    /// The frozen answers as a save file without milestones. It is kept as text, since it is
    /// written with every change of the head and read only to compare.
    pub save: Rc<str>,
    /// Nobody asked to keep it: it was kept at the first result, or before a return. Such ones are
    /// thinned out, unless they got a name.
    pub automatic: bool,
    /// As in [`Answer::kept`].
    pub kept: Rc<str>,
}

/// Everything entered for one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The answer itself; `None` is unanswered.
    pub response: Option<Response>,
    /// Free text; may be empty.
    pub note: Rc<str>,
    /// What would be shown to an auditor.
    pub evidence: Vec<Evidence>,
    /// Who looks after it; may be empty.
    pub owner: Rc<str>,
    /// The day by which it is to be at level 3.
    pub due: Option<Date>,
    /// When the action for it was done.
    pub done: Option<Date>,
    /// To be looked at again.
    pub flagged: bool,
    /// Ticked checks, by identifier.
    pub checks: Set,
    /// Controls only: said to be applicable, whether or not it has a level.
    pub applicable: bool,
    /// Controls only: why it is included, as words of [`Inclusion::id`].
    pub inclusion: Set,
    /// Controls only: how far it is in place, where that differs from what the level says.
    pub implementation: Option<Implementation>,
    /// Controls only: how and where it is in place.
    pub how: Rc<str>,
    /// Controls only: who does it; nothing is said where it is `None`.
    pub done_by: Option<DoneBy>,
    /// Its level was chosen when the levels meant something else, and nobody has confirmed it yet.
    /// It counts as it stands.
    pub outdated: bool,
    /// Members of a save file that this version does not know, as JSON without the braces around
    /// them; may be empty. They are saved again, so that a file of a program that knows more loses
    /// nothing here.
    pub kept: Rc<str>,
}

impl Answer {
    /// Whether evidence is named; a row that was added and left empty names none.
    pub fn has_evidence(&self) -> bool {
        self.evidence.iter().any(|evidence| !evidence.is_blank())
    }

    /// The days of what is named as evidence; a day alone names nothing.
    pub fn evidence_dates(&self) -> impl Iterator<Item = Date> + '_ {
        self.evidence.iter().filter(|piece| !piece.is_blank()).filter_map(|piece| piece.date)
    }

    /// Whether an owner and a target date are named, as a risk treatment plan asks for. One that
    /// has passed is still a date (`findings::inconsistencies` points it out).
    pub fn has_plan(&self) -> bool {
        !self.owner.trim().is_empty() && self.due.is_some()
    }
}

/// An answer. Unanswered is none of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// A level from 0 to 4.
    Level(Level),
    /// The respondent does not know.
    DontKnow,
    /// Controls only. It counts once the reason holds ([`crate::model::pack::exclusion`]).
    NotApplicable {
        /// Why the control is not needed, as typed.
        reason: Rc<str>,
    },
}

/// 0 Absent, 1 Informal, 2 Defined, 3 Operating, 4 Proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// Level 2: decided, and those concerned know it; written and approved where the standard demands
    /// a document. Stage 1 of a certification asks for it.
    pub const DEFINED: Level = Level(2);

    /// Level 3: done that way, and something shows it. Stage 2 of a certification asks for it.
    pub const OPERATING: Level = Level(3);

    /// All five, from Absent to Proven.
    pub const ALL: [Level; 5] = [Level(0), Level(1), Level(2), Level(3), Level(4)];

    /// `None` above 4.
    pub fn new(level: u64) -> Option<Level> {
        Level::ALL.get(usize::try_from(level).ok()?).copied()
    }

    /// 0 to 4.
    pub fn number(self) -> u8 {
        self.0
    }
}

/// Something that would be shown to an auditor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub name: Rc<str>,
    /// Where it is kept.
    pub place: Rc<str>,
    /// From when it is.
    pub date: Option<Date>,
    /// As in [`Answer::kept`].
    pub kept: Rc<str>,
}

impl Evidence {
    /// Whether neither a name nor a place is entered; a day alone names nothing.
    pub fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.place.trim().is_empty()
    }
}

/// What scores, filters and counts go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemStatus {
    /// Nothing was answered, or an exclusion has no reason yet or is not allowed.
    Unanswered,
    /// The respondent does not know.
    DontKnow,
    /// Left out, with a reason.
    NotApplicable,
    /// At this level.
    Level(Level),
}

impl Assessment {
    /// No answers yet, for this pack.
    pub fn new(pack: &Pack, mode: Mode) -> Assessment {
        Assessment {
            mode,
            answers: vec![None; pack.items.len()],
            left_out: vec![false; pack.items.len()],
            exclusions: pack.exclusions.clone(),
            ..Assessment::default()
        }
    }

    /// `None` where nothing was entered, or there is no such item.
    pub fn get(&self, item: ItemIx) -> Option<&Rc<Answer>> {
        self.answers.get(item)?.as_ref()
    }

    /// Replaces what was entered for an item; an answer that says nothing is removed.
    pub fn set(&mut self, item: ItemIx, answer: Option<Rc<Answer>>) {
        if let (Some(slot), Some(left_out)) =
            (self.answers.get_mut(item), self.left_out.get_mut(item))
        {
            *slot = answer.filter(|answer| **answer != Answer::default());
            *left_out = match slot.as_ref().and_then(|answer| answer.response.as_ref()) {
                Some(Response::NotApplicable { reason }) => self.exclusions.accepts(item, reason),
                _ => false,
            };
        }
    }

    /// Judges the reasons for leaving controls out again: the facts of this pack have come, or what
    /// can tell whether they hold.
    pub fn judge_reasons(&mut self, pack: &Pack) {
        self.exclusions = pack.exclusions.clone();
        for item in 0..self.answers.len() {
            self.set(item, self.answers[item].clone());
        }
    }

    /// The items whose answers differ from those of later answers to the same pack; `None` where
    /// what is kept of other packs differs too.
    pub fn changes(&self, later: &Assessment) -> Option<Vec<ItemIx>> {
        let shared = |a: &Option<Rc<Answer>>, b: &Option<Rc<Answer>>| match (a, b) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        let both = self.answers.iter().zip(&later.answers).enumerate();
        let changed = both.filter(|(_, (a, b))| !shared(a, b)).map(|(item, _)| item).collect();
        (self.elsewhere == later.elsewhere && self.answers.len() == later.answers.len())
            .then_some(changed)
    }

    /// The status of an item. A requirement marked as not applicable is unanswered.
    pub fn item_status(&self, item: ItemIx) -> ItemStatus {
        match self.get(item).and_then(|answer| answer.response.as_ref()) {
            Some(Response::Level(level)) => ItemStatus::Level(*level),
            Some(Response::DontKnow) => ItemStatus::DontKnow,
            Some(Response::NotApplicable { .. }) if self.left_out.get(item) == Some(&true) => {
                ItemStatus::NotApplicable
            }
            Some(Response::NotApplicable { .. }) | None => ItemStatus::Unanswered,
        }
    }

    /// Whether an item is asked in the chosen mode.
    pub fn asks(&self, pack: &Pack, item: ItemIx) -> bool {
        self.mode == Mode::Full || pack.item(item).is_some_and(|item| item.quick)
    }

    /// The items that are asked in the chosen mode, in order.
    pub fn asked<'a>(&'a self, pack: &'a Pack) -> impl Iterator<Item = ItemIx> + 'a {
        (0..pack.items.len()).filter(move |item| self.asks(pack, *item))
    }

    /// Whether nothing at all was entered. The mode and the item that was open do not count.
    pub fn is_blank(&self) -> bool {
        *self
            == Assessment {
                mode: self.mode,
                answers: vec![None; self.answers.len()],
                left_out: self.left_out.clone(),
                exclusions: self.exclusions.clone(),
                last: self.last,
                ..Assessment::default()
            }
    }
}
