//! What a Statement of Applicability still lacks.

use super::row::{Applicability, SoaRow};
use crate::model::assessment::Implementation;

/// What a row lacks. Those before [`Missing::How`] are what ISO/IEC 27001, 6.1.3 d) itself asks
/// for; the others are what an auditor usually looks for in the same table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// An own control has no name, so that nobody can tell what is necessary.
    Name,
    /// Nobody has said whether the control is applicable.
    Decision,
    /// An applicable control without a justification for its inclusion.
    InclusionReason,
    /// A control was left out without a reason that holds.
    ExclusionReason,
    /// Nothing says whether an applicable control is implemented.
    Implementation,
    /// How and where a control is in place that is, at least in part.
    How,
    /// Who looks after an applicable control.
    Owner,
    /// Until when a control will be in place that is not, or not in full.
    TargetDate,
    /// What would be shown of a control that is in place.
    Evidence,
}

/// What the head of the statement can lack. 6.1.3 d) asks for none of it; 4.3 asks for the scope,
/// and 7.5.2 that a document can be identified and is approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadPart {
    /// Name of the organisation.
    Organisation,
    /// What the management system covers.
    Scope,
    /// Version of the statement.
    Version,
    /// When it was approved.
    Date,
    /// Who approved it.
    Approver,
}

impl Missing {
    /// All of them, those that 6.1.3 d) asks for first.
    pub const ALL: [Missing; 9] = [
        Missing::Name,
        Missing::Decision,
        Missing::InclusionReason,
        Missing::ExclusionReason,
        Missing::Implementation,
        Missing::How,
        Missing::Owner,
        Missing::TargetDate,
        Missing::Evidence,
    ];

    /// Whether ISO/IEC 27001, 6.1.3 d) itself asks for it.
    pub fn is_required(self) -> bool {
        matches!(
            self,
            Missing::Name
                | Missing::Decision
                | Missing::InclusionReason
                | Missing::ExclusionReason
                | Missing::Implementation
        )
    }
}

/// What a row lacks, in the order of [`Missing::ALL`]. While it is not decided that a control is
/// applicable, nothing more is asked of it.
pub(super) fn missing(row: &SoaRow) -> Vec<Missing> {
    let yes = row.applicability == Applicability::Yes;
    let status = row.status.map(|status| status.implementation);
    let full = status == Some(Implementation::Full);
    let blank = |text: &str| text.trim().is_empty();
    let lacks = |missing: &Missing| match missing {
        Missing::Name => row.item.is_none() && blank(&row.name),
        Missing::Decision => row.applicability == Applicability::Undecided { thin: None },
        Missing::ExclusionReason => {
            matches!(row.applicability, Applicability::Undecided { thin: Some(_) })
        }
        Missing::InclusionReason => yes && row.inclusion.is_empty(),
        Missing::Implementation => yes && status.is_none(),
        Missing::How => yes && (full || status == Some(Implementation::Partly)) && blank(&row.how),
        Missing::Owner => yes && blank(&row.owner),
        Missing::TargetDate => yes && !full && row.due.is_none(),
        Missing::Evidence => yes && full && row.evidence.is_empty(),
    };
    Missing::ALL.into_iter().filter(lacks).collect()
}
