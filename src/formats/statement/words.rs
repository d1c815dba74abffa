//! How the values of a statement are put into words, the same in every format.

use crate::answers::{Evidence, Implementation, Inclusion};
use crate::date::Date;
use crate::formats::content::Words;
use crate::formats::say;
use crate::pack::Pack;
use crate::report::TOOL_VERSION;
use crate::soa::{Applicability, Missing, Soa, SoaRow};
use crate::text::Text;
use std::rc::Rc;

/// A statement with the words of one language.
pub(super) struct Say<'a> {
    pub soa: &'a Soa,
    pub pack: &'a Pack,
    pub text: &'a Text,
}

impl Say<'_> {
    /// What identifies the statement, and how complete it is.
    pub fn facts(&self) -> Vec<(Rc<str>, Words)> {
        let (head, get) = (&self.soa.head, |key| self.text.get(key));
        let date = head.date.map(|date| date.to_string()).unwrap_or_default().into();
        vec![
            (get("statement.organisation"), self.stated(&head.organisation)),
            (get("statement.scope"), self.stated(&head.scope)),
            (get("statement.version"), self.stated(&head.version)),
            (get("statement.date"), self.stated(&date)),
            (get("statement.approver"), self.stated(&head.approver)),
            (get("statement.completeness"), Words::own(self.complete())),
        ]
    }

    /// What was entered, or that nothing was.
    pub fn stated(&self, typed: &Rc<str>) -> Words {
        match typed.trim().is_empty() {
            true => Words::own(self.text.get("statement.not_stated")),
            false => Words::typed(typed),
        }
    }

    /// How many rows have all that the standard asks for.
    pub fn complete(&self) -> Rc<str> {
        let counts = &self.soa.counts;
        self.text.count("statement.complete", counts.complete, &[("total", &counts.total)])
    }

    /// What made the file, and when.
    pub fn made_by(&self, today: Date) -> Rc<str> {
        let (pack, version) = (&self.pack.id, &self.pack.version);
        let values: [(&str, &dyn std::fmt::Display); 4] =
            [("tool", &TOOL_VERSION), ("date", &today), ("pack", pack), ("version", version)];
        self.text.fill("statement.made_by", &values)
    }

    /// A section by its identifier and name, or the organisation's own controls.
    pub fn theme(&self, section: Option<usize>) -> Words {
        match section.and_then(|section| self.pack.sections.get(section)) {
            Some(section) => Words::pack(&[&section.id, " ", &*section.name].concat().into()),
            None => Words::own(self.text.get("statement.own")),
        }
    }

    pub fn applicable(&self, row: &SoaRow) -> Rc<str> {
        self.text.get(match row.applicability {
            Applicability::Yes => "statement.applicable.yes",
            Applicability::No { .. } => "statement.applicable.no",
            Applicability::Undecided { .. } => "statement.applicable.undecided",
        })
    }

    /// Why a control is included.
    pub fn inclusion(&self, row: &SoaRow) -> Rc<str> {
        self.list(row.inclusion.iter().map(|reason| inclusion(*reason)))
    }

    /// Why a control is left out. A reason that says too little is shown too: it was typed, and it
    /// is what has to be mended.
    pub fn exclusion(&self, row: &SoaRow) -> Rc<str> {
        match &row.applicability {
            Applicability::No { reason } => reason.clone(),
            Applicability::Undecided { thin: Some(reason) } => reason.clone(),
            _ => Rc::default(),
        }
    }

    /// How far a control is in place; for one that is left out, nothing.
    pub fn status(&self, row: &SoaRow) -> Rc<str> {
        match (row.status, &row.applicability) {
            (Some(status), _) => self.implementation(status.implementation),
            (None, Applicability::Yes) => self.text.get("statement.not_stated"),
            (None, _) => Rc::default(),
        }
    }

    pub fn implementation(&self, implementation: Implementation) -> Rc<str> {
        self.text.get(self::implementation(implementation))
    }

    /// Where what [`Say::status`] says comes from.
    pub fn source(&self, row: &SoaRow) -> Rc<str> {
        row.status.map_or_else(Rc::default, |status| {
            self.text.get(match status.said {
                true => "statement.source.said",
                false => "statement.source.derived",
            })
        })
    }

    pub fn due(&self, row: &SoaRow) -> Rc<str> {
        row.due.map(|due| due.to_string()).unwrap_or_default().into()
    }

    /// One piece a line.
    pub fn evidence(&self, row: &SoaRow) -> Rc<str> {
        let pieces: Vec<String> =
            row.evidence.iter().map(|piece: &Evidence| say::evidence(piece)).collect();
        pieces.join("\n").into()
    }

    /// What is missing of what 6.1.3 d) asks for.
    pub fn required(&self, row: &SoaRow) -> Rc<str> {
        self.list(row.required().map(missing))
    }

    /// What is missing of good practice.
    pub fn advised(&self, row: &SoaRow) -> Rc<str> {
        self.list(row.advised().map(missing))
    }

    pub fn conflict(&self, row: &SoaRow) -> Rc<str> {
        match row.contradicts {
            true => self.text.get("statement.conflict"),
            false => Rc::default(),
        }
    }

    fn list(&self, keys: impl Iterator<Item = &'static str>) -> Rc<str> {
        let words: Vec<Rc<str>> = keys.map(|key| self.text.get(key)).collect();
        words.join(&*self.text.get("statement.separator")).into()
    }
}

/// The key of a reason for inclusion.
pub(crate) fn inclusion(reason: Inclusion) -> &'static str {
    match reason {
        Inclusion::Risk => "statement.inclusion.risk",
        Inclusion::Law => "statement.inclusion.law",
        Inclusion::Contract => "statement.inclusion.contract",
        Inclusion::Practice => "statement.inclusion.practice",
    }
}

/// The key of how far a control is in place.
pub(crate) fn implementation(implementation: Implementation) -> &'static str {
    match implementation {
        Implementation::Full => "statement.implementation.implemented",
        Implementation::Partly => "statement.implementation.partly",
        Implementation::Planned => "statement.implementation.planned",
        Implementation::No => "statement.implementation.no",
    }
}

/// The key of something that is missing.
pub(crate) fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::Name => "statement.missing.name",
        Missing::Decision => "statement.missing.decision",
        Missing::InclusionReason => "statement.missing.inclusion",
        Missing::ExclusionReason => "statement.missing.exclusion",
        Missing::Implementation => "statement.missing.implementation",
        Missing::How => "statement.missing.how",
        Missing::Owner => "statement.missing.owner",
        Missing::TargetDate => "statement.missing.due",
        Missing::Evidence => "statement.missing.evidence",
    }
}
