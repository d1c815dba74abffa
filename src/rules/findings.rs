//! What an auditor would likely raise, and what does not fit together in the answers.
//!
//! A nonconformity is a requirement that is not met. It is major where the management system
//! cannot do what it is for: something that it rests on is absent, or several lapses point to one
//! cause (ISO/IEC 17021-1, 3.12); it is minor otherwise (3.13). What exactly counts is the rule of
//! this project; an auditor judges by more than answers. What is unanswered, not known or not
//! applicable is never a finding, and to take an answer back or to raise a level never makes one
//! graver.

mod clause;
mod inconsistencies;

pub use inconsistencies::{inconsistencies, Inconsistency, InconsistencyKind};

use crate::model::assessment::{Assessment, ItemStatus, Level};
use crate::model::pack::{ItemIx, Kind, Pack};

/// Something that an auditor would likely raise. A nonconformity names what is not met and what
/// that rests on (ISO/IEC 17021-1, 9.4.5.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub grade: Grade,
    /// The item or the clause that it is about.
    pub subject: Subject,
    /// What raised it.
    pub rule: Rule,
    /// The levels that it rests on, in the order of the pack: one for an item, those that count
    /// towards it for a clause. Never empty.
    pub rests_on: Vec<(ItemIx, Level)>,
}

/// How grave a finding is, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A likely major nonconformity: no certificate before it is corrected and that was verified
    /// (ISO/IEC 17021-1, 9.5.2).
    Major,
    /// A likely minor nonconformity: a certificate once a plan for its correction is accepted
    /// (ISO/IEC 17021-1, 9.5.2).
    Minor,
    /// It does not stop a certificate.
    Observation,
}

/// Finding counts by grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FindingCounts {
    /// Likely major nonconformities.
    pub majors: u32,
    /// Likely minor nonconformities.
    pub minors: u32,
    /// Worth a look; they stop nothing.
    pub observations: u32,
}

impl FindingCounts {
    /// Counts these findings.
    pub fn of(findings: &[Finding]) -> FindingCounts {
        let mut grades = FindingCounts::default();
        findings.iter().for_each(|finding| grades.add(finding.grade));
        grades
    }

    /// Counts one more.
    pub fn add(&mut self, grade: Grade) {
        match grade {
            Grade::Major => self.majors += 1,
            Grade::Minor => self.minors += 1,
            Grade::Observation => self.observations += 1,
        }
    }
}

/// Subject of a finding, or of a reason why a stage stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An item, by its position in the pack.
    Item(ItemIx),
    /// A whole clause, by its position in [`Pack::sections`]; what is found there is systemic.
    Clause(usize),
}

/// What raises a finding. A view words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Major: a requirement marked `gate` at level 0 or 1.
    GateAbsent,
    /// Major: every item of a clause is asked and is at level 0 or 1.
    ClauseAbsent,
    /// Major: three or more requirements of a clause are below level 3, which points to one cause.
    /// A gate at level 0 or 1 counts too: it is worse than a minor, and raising it must not be what
    /// makes the number full.
    ManyMinors,
    /// Minor: any other requirement at level 0 or 1.
    RequirementLow,
    /// Minor: a requirement at level 2, which is written but not done, or without records.
    RequirementNotOperating,
    /// Minor: an applicable control below level 3 without an owner and a target date.
    ControlBelow,
    /// Observation: an applicable control below level 3 that has both. The standard lets a
    /// control be on its way, as long as the risk treatment plan says so (ISO/IEC 27001,
    /// 6.1.3 d and e).
    ControlPlanned,
    /// Observation: a requirement at level 3 or 4 for which no evidence is named.
    NoEvidence,
}

impl Finding {
    /// The level from which nothing is left to find in the items that it rests on, apart from
    /// evidence. `None` where no level helps: [`Rule::NoEvidence`] wants evidence named.
    ///
    /// It is always 3. A gate at level 2 is no major any more, but still a minor; an owner and a
    /// date make an observation of a control, which level 3 alone removes.
    pub fn closed_at(&self) -> Option<Level> {
        (self.rule != Rule::NoEvidence).then_some(Level::OPERATING)
    }
}

/// What an auditor would likely raise among the items that the mode asks: the gravest first, then
/// in the order of the pack, a clause before its items.
pub fn findings(pack: &Pack, assessment: &Assessment) -> Vec<Finding> {
    let mut found = Vec::new();
    for (position, section) in pack.sections.iter().enumerate() {
        found.extend(clause::finding(pack, assessment, position));
        let asked = section.items.clone().filter(|item| assessment.asks(pack, *item));
        found.extend(asked.filter_map(|item| of_item(pack, assessment, item)));
    }
    // A stable sort keeps the order of the pack within a grade.
    found.sort_by_key(|finding| finding.grade);
    found
}

/// The asked items at level 3 or 4 for which no evidence is named, in the order of the pack.
///
/// As a finding only a requirement is among them, by the rule of the house. A control is not: an
/// auditor samples controls, and does not ask for proof of each. It is still worth a look, since a
/// control that is sampled has to be shown at work.
pub fn without_evidence(pack: &Pack, assessment: &Assessment) -> Vec<ItemIx> {
    assessment.asked(pack).filter(|item| lacks_evidence(assessment, *item)).collect()
}

fn of_item(pack: &Pack, assessment: &Assessment, index: ItemIx) -> Option<Finding> {
    let ItemStatus::Level(level) = assessment.item_status(index) else { return None };
    let (grade, rule) = grade(pack, assessment, index, level)?;
    Some(Finding { grade, subject: Subject::Item(index), rule, rests_on: vec![(index, level)] })
}

fn grade(
    pack: &Pack,
    assessment: &Assessment,
    index: ItemIx,
    level: Level,
) -> Option<(Grade, Rule)> {
    let item = pack.item(index)?;
    let planned = || assessment.get(index).is_some_and(|answer| answer.has_plan());
    let found = match item.kind {
        Kind::Requirement if level < Level::DEFINED && item.gate => {
            (Grade::Major, Rule::GateAbsent)
        }
        Kind::Requirement if level < Level::DEFINED => (Grade::Minor, Rule::RequirementLow),
        Kind::Requirement if level < Level::OPERATING => {
            (Grade::Minor, Rule::RequirementNotOperating)
        }
        Kind::Requirement if lacks_evidence(assessment, index) => {
            (Grade::Observation, Rule::NoEvidence)
        }
        Kind::Control if level < Level::OPERATING && planned() => {
            (Grade::Observation, Rule::ControlPlanned)
        }
        Kind::Control if level < Level::OPERATING => (Grade::Minor, Rule::ControlBelow),
        _ => return None,
    };
    Some(found)
}

fn lacks_evidence(assessment: &Assessment, item: ItemIx) -> bool {
    matches!(assessment.item_status(item), ItemStatus::Level(level) if level >= Level::OPERATING)
        && !assessment.get(item).is_some_and(|answer| answer.has_evidence())
}
