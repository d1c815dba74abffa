//! What an organisation decides and plans beyond its answers.

use super::Answer;
use crate::model::date::Date;
use std::rc::Rc;

/// What an organisation decides and plans beyond its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// What stands at the head of the Statement of Applicability.
    pub statement: Statement,
    /// Controls that the pack does not have (ISO/IEC 27001, 6.1.3 b: from any source).
    pub own: Vec<Rc<OwnControl>>,
    /// The day from which the action plan counts; today where it is not set.
    pub start: Option<Date>,
    /// Half days of work a week for the action plan, from 1 to [`Programme::MOST_PACE`].
    pub pace: Option<u8>,
    /// Earlier states of this assessment, the oldest first.
    pub milestones: Vec<Rc<Milestone>>,
}

impl Programme {
    /// Half days a week where nothing is set: two days.
    pub const USUAL_PACE: u8 = 4;

    /// The largest number of half days a week: ten people.
    pub const MOST_PACE: u8 = 100;
}

/// What stands at the head of the Statement of Applicability, besides the organisation and the
/// scope (ISO/IEC 27001, 7.5.2: title, date, version, approval).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Its version; may be empty.
    pub version: Rc<str>,
    /// When it was approved.
    pub date: Option<Date>,
    /// Who approved it; may be empty.
    pub approver: Rc<str>,
}

/// A control that the pack does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnControl {
    /// Its name.
    pub name: Rc<str>,
    /// What is entered for it, as for a control of the pack. It has no level.
    pub answer: Rc<Answer>,
}

/// An earlier state of the assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// How the respondent calls it.
    pub name: Rc<str>,
    /// When it was kept.
    pub date: Date,
    /// The frozen answers as a save file without milestones. It is kept as text, since it is
    /// written with every change of the head and read only to compare.
    pub save: Rc<str>,
}

/// Why a control is included (ISO/IEC 27001, 6.1.3 d). Several may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inclusion {
    /// It treats a risk.
    Risk,
    /// A law or a regulator asks for it.
    Law,
    /// A contract asks for it.
    Contract,
    /// Good practice.
    Practice,
}

impl Inclusion {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Inclusion; 4] =
        [Inclusion::Risk, Inclusion::Law, Inclusion::Contract, Inclusion::Practice];

    /// The word that files use.
    pub fn id(self) -> &'static str {
        match self {
            Inclusion::Risk => "risk",
            Inclusion::Law => "law",
            Inclusion::Contract => "contract",
            Inclusion::Practice => "practice",
        }
    }
}

/// How far a control is in place, as the Statement of Applicability says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Implementation {
    /// In place.
    Full,
    /// Partly in place.
    Partly,
    /// Not in place, and planned.
    Planned,
    /// Not in place.
    No,
}

impl Implementation {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Implementation; 4] =
        [Implementation::Full, Implementation::Partly, Implementation::Planned, Implementation::No];

    /// The word that files use.
    pub fn id(self) -> &'static str {
        match self {
            Implementation::Full => "implemented",
            Implementation::Partly => "partly",
            Implementation::Planned => "planned",
            Implementation::No => "no",
        }
    }
}
