//! What an organisation enters for its Statement of Applicability, beyond its answers.

use super::Answer;
use crate::model::date::Date;
use std::rc::Rc;

/// Head of the Statement of Applicability, besides the organisation and the scope (ISO/IEC 27001,
/// 7.5.2: title, date, version, approval).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SoaHeader {
    /// May be empty.
    pub version: Rc<str>,
    /// When it was approved.
    pub date: Option<Date>,
    /// Who approved it; may be empty.
    pub approver: Rc<str>,
}

/// A control that the pack does not have (ISO/IEC 27001, 6.1.3 b: from any source).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnControl {
    /// What the organisation calls it; empty until it is typed.
    pub name: Rc<str>,
    /// What is entered for it, as for a control of the pack. It has no level.
    pub answer: Rc<Answer>,
    /// Identifier of the control of the pack whose place it takes; empty where it takes none.
    pub replaces: Rc<str>,
    /// As in [`Answer::kept`].
    pub kept: Rc<str>,
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

    /// As in save files.
    pub fn id(self) -> &'static str {
        match self {
            Inclusion::Risk => "risk",
            Inclusion::Law => "law",
            Inclusion::Contract => "contract",
            Inclusion::Practice => "practice",
        }
    }
}

/// Who does what a control asks for. A control that a supplier does still applies: the organisation
/// answers for it (ISO/IEC 27001, 8.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoneBy {
    /// The organisation itself.
    Us,
    /// The organisation and a supplier, each a part.
    Shared,
    /// A supplier.
    Supplier,
}

impl DoneBy {
    /// All of them, in the order in which they are offered.
    pub const ALL: [DoneBy; 3] = [DoneBy::Us, DoneBy::Shared, DoneBy::Supplier];

    /// As in save files.
    pub fn id(self) -> &'static str {
        match self {
            DoneBy::Us => "us",
            DoneBy::Shared => "shared",
            DoneBy::Supplier => "supplier",
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

    /// As in save files.
    pub fn id(self) -> &'static str {
        match self {
            Implementation::Full => "implemented",
            Implementation::Partly => "partly",
            Implementation::Planned => "planned",
            Implementation::No => "no",
        }
    }
}
