//! One control in the Statement of Applicability.

use super::missing::{missing, Missing};
use crate::model::assessment::{
    Answer, Assessment, DoneBy, Evidence, Implementation, Inclusion, ItemStatus, Level, OwnControl,
    Response,
};
use crate::model::date::Date;
use crate::model::pack::exclusion::reason_problem;
use crate::model::pack::{Item, ItemIx};
use std::rc::Rc;

/// A control with what is stated of it. Texts may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoaRow {
    /// Position in the pack; `None` for an own control.
    pub item: Option<ItemIx>,
    /// Identifier: that of the pack, or `O.1` and so on in the order of the own controls.
    pub id: Rc<str>,
    /// Our plain name, or what the organisation calls its own control.
    pub name: Rc<str>,
    /// Official short title.
    pub title: Rc<str>,
    /// Position of the section in the pack; `None` for an own control.
    pub section: Option<usize>,
    /// Whether it is necessary.
    pub applicability: Applicability,
    /// Why it is included, in the order of [`Inclusion::ALL`]; none where it is left out.
    pub inclusion: Vec<Inclusion>,
    /// How far it is in place; none where it is left out.
    pub status: Option<ImplementationStatus>,
    /// It was said to be in place and its level is below 3, or it was said not to be and its
    /// level is 3 or more. What was said counts; pages and files point it out.
    pub contradicts: bool,
    /// How and where it is in place.
    pub how: Rc<str>,
    /// Who does what it asks for, where that is said.
    pub done_by: Option<DoneBy>,
    /// Of an own control: identifier of the control of the pack whose place it takes.
    pub replaces: Rc<str>,
    /// Who looks after it.
    pub owner: Rc<str>,
    /// What would be shown to an auditor, without empty rows.
    pub evidence: Vec<Evidence>,
    /// Until when.
    pub due: Option<Date>,
    /// What the row lacks, in the order of [`Missing::ALL`].
    pub missing: Vec<Missing>,
}

/// Whether a control is necessary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// It is: it has a level or a reason for inclusion, or was said to be.
    Yes,
    /// It is left out, with a reason that holds.
    No {
        /// The justification.
        reason: Rc<str>,
    },
    /// Nobody has said so, or the reason for leaving it out says too little.
    Undecided {
        /// That reason, which may be empty; `None` where nothing was said.
        thin: Option<Rc<str>>,
    },
}

/// How far a control is in place, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImplementationStatus {
    /// How far it is in place.
    pub implementation: Implementation,
    /// The respondent said so; otherwise it follows from the level, or from an owner and a date.
    pub said: bool,
}

impl SoaRow {
    /// What ISO/IEC 27001, 6.1.3 d) asks for and is not there.
    pub fn required(&self) -> impl Iterator<Item = Missing> + '_ {
        self.missing.iter().copied().filter(|missing| missing.is_required())
    }

    /// What is only good practice and is not there.
    pub fn advised(&self) -> impl Iterator<Item = Missing> + '_ {
        self.missing.iter().copied().filter(|missing| !missing.is_required())
    }

    /// Whether the row has all that 6.1.3 d) asks for.
    pub fn is_complete(&self) -> bool {
        self.required().next().is_none()
    }
}

/// How far an applicable control is in place by its level, or by an owner and a date, whatever was
/// said of it.
pub fn derived(answer: &Answer) -> Option<Implementation> {
    follows(answer, level_of(answer), true)
}

/// The row of a control of the pack.
pub(super) fn of_item(assessment: &Assessment, position: ItemIx, item: &Item) -> SoaRow {
    let nothing = Rc::default();
    let answer = assessment.get(position).unwrap_or(&nothing);
    let open = Applicability::Undecided { thin: None };
    let holds = assessment.item_status(position) == ItemStatus::NotApplicable;
    let mut row = row(answer, holds, open);
    row.item = Some(position);
    row.id = item.id.clone();
    row.name = item.name.clone();
    row.title = item.title.clone();
    row.section = Some(item.section);
    row.missing = missing(&row);
    row
}

/// The row of an own control. It is applicable unless it is left out: nobody adds one for nothing.
pub(super) fn of_own(id: Rc<str>, control: &OwnControl) -> SoaRow {
    let holds = match &control.answer.response {
        Some(Response::NotApplicable { reason }) => reason_problem(reason).is_none(),
        _ => false,
    };
    let mut row = row(&control.answer, holds, Applicability::Yes);
    row.id = id;
    row.name = control.name.clone();
    row.replaces = control.replaces.clone();
    row.missing = missing(&row);
    row
}

/// What an answer says of a control, whichever it is; `holds` says whether its reason for being left
/// out does, `open` is its applicability where nothing says whether it is applicable.
fn row(answer: &Answer, holds: bool, open: Applicability) -> SoaRow {
    let applicability = decided(answer, holds, open);
    let excluded = matches!(applicability, Applicability::No { .. });
    let given = |reason: &Inclusion| !excluded && answer.inclusion.contains(reason.id());
    let level = level_of(answer);
    SoaRow {
        item: None,
        id: "".into(),
        name: "".into(),
        title: "".into(),
        section: None,
        inclusion: Inclusion::ALL.into_iter().filter(given).collect(),
        status: if excluded { None } else { status(answer, level, &applicability) },
        contradicts: level.is_some_and(|level| contradicts(answer.implementation, level)),
        how: answer.how.clone(),
        done_by: answer.done_by.filter(|_| !excluded),
        replaces: Rc::default(),
        owner: answer.owner.clone(),
        evidence: answer.evidence.iter().filter(|piece| !piece.is_blank()).cloned().collect(),
        due: answer.due,
        missing: Vec::new(),
        applicability,
    }
}

fn level_of(answer: &Answer) -> Option<Level> {
    match answer.response {
        Some(Response::Level(level)) => Some(level),
        _ => None,
    }
}

/// Whether a control is applicable, from what was said of it, or else `open`.
fn decided(answer: &Answer, holds: bool, open: Applicability) -> Applicability {
    match &answer.response {
        Some(Response::NotApplicable { reason }) => match holds {
            true => Applicability::No { reason: reason.clone() },
            false => Applicability::Undecided { thin: Some(reason.clone()) },
        },
        Some(Response::Level(_)) => Applicability::Yes,
        _ if answer.applicable || !answer.inclusion.is_empty() => Applicability::Yes,
        _ => open,
    }
}

/// What was said, or else what follows from the level: in place from 3 on, partly at 1 and 2. At
/// 0, and where there is no level, an owner and a date make a plan.
fn status(
    answer: &Answer,
    level: Option<Level>,
    decided: &Applicability,
) -> Option<ImplementationStatus> {
    if let Some(implementation) = answer.implementation {
        return Some(ImplementationStatus { implementation, said: true });
    }
    let implementation = follows(answer, level, *decided == Applicability::Yes)?;
    Some(ImplementationStatus { implementation, said: false })
}

fn follows(answer: &Answer, level: Option<Level>, applies: bool) -> Option<Implementation> {
    match level.map(Level::number) {
        Some(3..) => Some(Implementation::Full),
        Some(1..) => Some(Implementation::Partly),
        _ if answer.has_plan() && applies => Some(Implementation::Planned),
        Some(_) => Some(Implementation::No),
        None => None,
    }
}

fn contradicts(said: Option<Implementation>, level: Level) -> bool {
    match said {
        Some(Implementation::Full) => level < Level::OPERATING,
        Some(Implementation::Planned | Implementation::No) => level >= Level::OPERATING,
        Some(Implementation::Partly) | None => false,
    }
}
