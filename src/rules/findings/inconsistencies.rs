//! What does not fit together in the answers: worth a look before the result is read.
//!
//! Level 3 or 4 without evidence is a list of its own, [`super::without_evidence`]: it is true of
//! most of what a respondent has just answered, and would bury the rest.

use crate::model::assessment::{Answer, Assessment, ItemStatus, Level, Response};
use crate::model::date::Date;
use crate::model::pack::{ItemIx, Pack};
use crate::rules::scoping;
use std::rc::Rc;

/// Something in the answers that does not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inconsistency {
    /// Where it shows.
    pub item: ItemIx,
    /// What it is.
    pub kind: InconsistencyKind,
}

/// What does not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InconsistencyKind {
    /// A control is marked as not applicable without a reason that holds, so it counts
    /// as unanswered (ISO/IEC 27001, 6.1.3 d).
    ReasonMissing,
    /// A control is left out although the profile speaks against that.
    ExcludedAgainstProfile {
        /// What in the profile speaks against it.
        reason: Rc<str>,
    },
    /// An item is at level 3 or 4 while one that it rests on is absent.
    WithoutItsBasis {
        /// The item that it rests on.
        basis: ItemIx,
    },
    /// Below level 3 with a target date that has passed.
    DatePassed,
    /// At level 3 or 4, and the newest evidence that has a date is more than a year old. An
    /// internal audit and a management review come round within a year at most (the certification
    /// body looks once a year, ISO/IEC 17021-1, 9.1.3.3), and so should what proves the rest.
    EvidenceOld {
        /// The date of the newest.
        newest: Date,
    },
}

/// Everything that does not fit together, in the order of the pack.
pub fn inconsistencies(pack: &Pack, assessment: &Assessment, today: Date) -> Vec<Inconsistency> {
    let mut found = Vec::new();
    for item in assessment.asked(pack) {
        if let Some(answer) = assessment.get(item) {
            let kinds = check(pack, assessment, today, item, answer);
            found.extend(kinds.into_iter().flatten().map(|kind| Inconsistency { item, kind }));
        }
    }
    found
}

fn check(
    pack: &Pack,
    assessment: &Assessment,
    today: Date,
    item: ItemIx,
    answer: &Answer,
) -> [Option<InconsistencyKind>; 2] {
    match (&answer.response, assessment.item_status(item)) {
        (Some(Response::NotApplicable { .. }), ItemStatus::Unanswered) => {
            [Some(InconsistencyKind::ReasonMissing), None]
        }
        (_, ItemStatus::NotApplicable) => {
            let reason = scoping::contradiction(pack, &assessment.organisation, item).cloned();
            [reason.map(|reason| InconsistencyKind::ExcludedAgainstProfile { reason }), None]
        }
        (_, ItemStatus::Level(level)) if level >= Level::OPERATING => {
            let basis = absent_basis(pack, assessment, item);
            let old = old_evidence(answer, today);
            [
                basis.map(|basis| InconsistencyKind::WithoutItsBasis { basis }),
                old.map(|newest| InconsistencyKind::EvidenceOld { newest }),
            ]
        }
        (_, ItemStatus::Level(_)) => {
            let late = answer.due.is_some_and(|due| due < today);
            [late.then_some(InconsistencyKind::DatePassed), None]
        }
        _ => [None, None],
    }
}

/// The date of the newest evidence that has one, where it is more than a year old. What has no
/// date may be of any age, so it decides nothing.
fn old_evidence(answer: &Answer, today: Date) -> Option<Date> {
    let newest = answer.evidence_dates().max()?;
    newest.over_a_year_before(today).then_some(newest)
}

fn absent_basis(pack: &Pack, assessment: &Assessment, item: ItemIx) -> Option<ItemIx> {
    let absent = |need: &ItemIx| match assessment.item_status(*need) {
        ItemStatus::Level(level) => level.number() == 0,
        _ => false,
    };
    pack.item(item)?.needs.iter().copied().find(absent)
}
