//! The Statement of Applicability in words.

use super::Wording;
use crate::model::assessment::{DoneBy, Implementation, Inclusion};
use crate::rules::soa::{Applicability, Missing, SoaCounts, SoaRow};
use std::rc::Rc;

impl Wording<'_> {
    /// Whether a control applies.
    pub fn applicable(&self, row: &SoaRow) -> Rc<str> {
        self.get(match row.applicability {
            Applicability::Yes => "yes",
            Applicability::No { .. } => "no",
            Applicability::Undecided { .. } => "statement.applicable.undecided",
        })
    }

    /// Why a control is included.
    pub fn inclusion(&self, row: &SoaRow) -> Rc<str> {
        self.list(row.inclusion.iter().map(|reason| self.inclusion_reason(*reason)))
    }

    /// A reason for inclusion, in a few words.
    pub fn inclusion_reason(&self, reason: Inclusion) -> Rc<str> {
        self.get(match reason {
            Inclusion::Risk => "statement.inclusion.risk",
            Inclusion::Law => "statement.inclusion.law",
            Inclusion::Contract => "statement.inclusion.contract",
            Inclusion::Practice => "statement.inclusion.practice",
        })
    }

    /// How far a control is in place; for one that is left out, nothing.
    pub fn status(&self, row: &SoaRow) -> Rc<str> {
        match (row.status, &row.applicability) {
            (None, Applicability::No { .. } | Applicability::Undecided { .. }) => Rc::default(),
            (status, _) => self.implementation(status.map(|status| status.implementation)),
        }
    }

    /// How far a control is in place.
    pub fn implementation(&self, implementation: Option<Implementation>) -> Rc<str> {
        self.get(match implementation {
            None => "statement.not_stated",
            Some(Implementation::Full) => "statement.implementation.implemented",
            Some(Implementation::Partly) => "statement.implementation.partly",
            Some(Implementation::Planned) => "statement.implementation.planned",
            Some(Implementation::No) => "statement.implementation.no",
        })
    }

    /// Who does what a control asks for; empty where nobody said.
    pub fn done_by(&self, who: Option<DoneBy>) -> Rc<str> {
        who.map_or_else(Rc::default, |who| {
            self.get(match who {
                DoneBy::Us => "done_by.us",
                DoneBy::Shared => "done_by.shared",
                DoneBy::Supplier => "done_by.supplier",
            })
        })
    }

    /// Where what [`Wording::status`] says comes from.
    pub fn status_source(&self, row: &SoaRow) -> Rc<str> {
        row.status.map_or_else(Rc::default, |status| {
            self.get(match status.said {
                true => "statement.source.said",
                false => "statement.source.derived",
            })
        })
    }

    /// What is missing of what 6.1.3 d) asks for.
    pub fn required(&self, row: &SoaRow) -> Rc<str> {
        self.list(row.required().map(|missing| self.missing(missing)))
    }

    /// What is missing of good practice.
    pub fn advised(&self, row: &SoaRow) -> Rc<str> {
        self.list(row.advised().map(|missing| self.missing(missing)))
    }

    /// What a row lacks, in a few words.
    pub fn missing(&self, missing: Missing) -> Rc<str> {
        self.get(match missing {
            Missing::Name => "statement.missing.name",
            Missing::Decision => "statement.missing.decision",
            Missing::InclusionReason => "statement.missing.inclusion",
            Missing::ExclusionReason => "statement.missing.exclusion",
            Missing::Implementation => "statement.missing.implementation",
            Missing::How => "column.how",
            Missing::Owner => "column.owner",
            Missing::TargetDate => "due.label",
            Missing::Evidence => "more.evidence",
        })
    }

    /// That what is stated does not fit the answer, where that is so.
    pub fn conflict(&self, row: &SoaRow) -> Rc<str> {
        match row.contradicts {
            true => self.get("statement.conflict"),
            false => Rc::default(),
        }
    }

    /// How many rows have all that the standard asks for.
    pub fn complete(&self, counts: &SoaCounts) -> Rc<str> {
        self.text.count("statement.complete", counts.complete, &[("total", &counts.total)])
    }

    /// One text of several, with the separator of the language.
    pub fn list(&self, words: impl Iterator<Item = Rc<str>>) -> Rc<str> {
        words.collect::<Vec<_>>().join(&*self.get("statement.separator")).into()
    }
}
