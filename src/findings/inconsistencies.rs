//! What does not fit together in the answers: worth a look before the result is read.
//!
//! Level 3 or 4 without evidence is not among it, so that nothing is told twice: it is a finding
//! where it is a requirement ([`super::findings`]), and [`super::without_evidence`] has it for both
//! kinds. The age of evidence is not checked, since evidence has no date.

use crate::answers::{Answer, Answers, Response, Standing};
use crate::date::Date;
use crate::pack::{ItemIx, Pack};
use crate::scoping;
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
    /// A control is marked as not applicable without a reason that says something, so it counts
    /// as unanswered (ISO/IEC 27001, 6.1.3 d).
    ReasonMissing,
    /// A control is left out although the profile speaks against that.
    ExcludedAgainstProfile {
        /// What in the profile speaks against it.
        reason: Rc<str>,
    },
    /// An item is done with records while one that it rests on is absent.
    WithoutItsBasis {
        /// The item that it rests on.
        basis: ItemIx,
    },
    /// Below level 3 with a target date that has passed.
    DatePassed,
}

/// Everything that does not fit together, in the order of the pack.
pub fn inconsistencies(pack: &Pack, answers: &Answers, today: Date) -> Vec<Inconsistency> {
    let mut found = Vec::new();
    for item in answers.asked(pack) {
        if let Some(answer) = answers.get(item) {
            let kinds = check(pack, answers, today, item, answer);
            found.extend(kinds.into_iter().flatten().map(|kind| Inconsistency { item, kind }));
        }
    }
    found
}

fn check(
    pack: &Pack,
    answers: &Answers,
    today: Date,
    item: ItemIx,
    answer: &Answer,
) -> [Option<InconsistencyKind>; 2] {
    let standing = answers.standing(item);
    let level = match standing {
        Standing::Level(level) => Some(level.number()),
        _ => None,
    };
    let excluded = match (&answer.response, standing) {
        (Some(Response::NotApplicable { .. }), Standing::Unanswered) => {
            Some(InconsistencyKind::ReasonMissing)
        }
        (_, Standing::NotApplicable) => scoping::contradiction(pack, &answers.organisation, item)
            .map(|reason| InconsistencyKind::ExcludedAgainstProfile { reason: reason.clone() }),
        _ => None,
    };
    let basis = match level {
        Some(3..) => absent_basis(pack, answers, item)
            .map(|basis| InconsistencyKind::WithoutItsBasis { basis }),
        _ => None,
    };
    let late = level.is_some_and(|level| level < 3) && answer.due.is_some_and(|due| due < today);
    [excluded.or(basis), late.then_some(InconsistencyKind::DatePassed)]
}

fn absent_basis(pack: &Pack, answers: &Answers, item: ItemIx) -> Option<ItemIx> {
    let absent = |need: &ItemIx| match answers.standing(*need) {
        Standing::Level(level) => level.number() == 0,
        _ => false,
    };
    pack.item(item)?.needs.iter().copied().find(absent)
}
