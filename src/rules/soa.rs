//! The Statement of Applicability (ISO/IEC 27001, 6.1.3 d): which controls are necessary and why,
//! whether they are implemented, and why the others of Annex A are not needed.
//!
//! Requirements never stand in it: none of them may be left out (clause 1).

mod missing;
mod row;

pub use missing::{HeadPart, Missing};
pub use row::{derived, Applicability, ImplementationStatus, SoaRow};

use crate::model::assessment::{Assessment, Implementation, OwnControl};
use crate::model::date::Date;
use crate::model::pack::{ItemIx, Kind, Pack};
use std::rc::Rc;

/// The statement as one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Soa {
    /// What identifies it.
    pub head: Head,
    /// All controls of the pack in its order, then the organisation's own. The mode does not
    /// matter: a statement about some of the controls would be none.
    pub rows: Vec<SoaRow>,
    /// Over all rows.
    pub counts: SoaCounts,
    /// The sections with controls in the order of the pack, then the own controls, if any.
    pub themes: Vec<Theme>,
}

/// What identifies the statement (ISO/IEC 27001, 4.3 and 7.5.2). Texts may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Name of the organisation.
    pub organisation: Rc<str>,
    /// What the management system covers.
    pub scope: Rc<str>,
    /// Version of the statement.
    pub version: Rc<str>,
    /// When it was approved.
    pub date: Option<Date>,
    /// Who approved it.
    pub approver: Rc<str>,
}

/// A section of the pack with its rows counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Position in [`Pack::sections`]; `None` for the organisation's own controls.
    pub section: Option<usize>,
    /// Over its rows.
    pub counts: SoaCounts,
}

/// How many rows are how. `total` is `applicable`, `excluded` and `undecided` together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SoaCounts {
    /// All rows.
    pub total: u32,
    /// Applicable controls.
    pub applicable: u32,
    /// Controls left out with a reason that holds.
    pub excluded: u32,
    /// The others.
    pub undecided: u32,
    /// Of the applicable ones, in the order of [`Implementation::ALL`].
    pub implementation: [u32; 4],
    /// Applicable ones of which it is not known how far they are in place.
    pub unstated: u32,
    /// Rows that have all that 6.1.3 d) asks for.
    pub complete: u32,
    /// Rows in which what was said about a control contradicts its level.
    pub contradicting: u32,
}

/// The statement of these answers.
pub fn soa(pack: &Pack, assessment: &Assessment) -> Soa {
    let controls = pack.items.iter().enumerate().filter(|(_, item)| item.kind == Kind::Control);
    let mut rows: Vec<SoaRow> =
        controls.map(|(position, item)| row::of_item(assessment, position, item)).collect();
    let prefix = own_prefix(pack);
    for (position, control) in assessment.own_controls.iter().enumerate() {
        rows.push(row::of_own(format!("{prefix}{}", position + 1).into(), control));
    }
    let (mut counts, mut themes) = (SoaCounts::default(), Vec::new());
    for row in &rows {
        counts.add(row);
        count_in_theme(&mut themes, row);
    }
    Soa { head: head(assessment), rows, counts, themes }
}

impl Head {
    /// What is not stated, in the order in which it is asked for.
    pub fn missing(&self) -> Vec<HeadPart> {
        let blank = |text: &str| text.trim().is_empty();
        let open = [
            (HeadPart::Organisation, blank(&self.organisation)),
            (HeadPart::Scope, blank(&self.scope)),
            (HeadPart::Version, blank(&self.version)),
            (HeadPart::Date, self.date.is_none()),
            (HeadPart::Approver, blank(&self.approver)),
        ];
        open.into_iter().filter(|(_, open)| *open).map(|(part, _)| part).collect()
    }
}

impl SoaCounts {
    /// Applicable controls that are this far in place.
    pub fn of(&self, implementation: Implementation) -> u32 {
        self.implementation.get(implementation as usize).copied().unwrap_or_default()
    }

    fn add(&mut self, row: &SoaRow) {
        self.total += 1;
        self.complete += u32::from(row.is_complete());
        self.contradicting += u32::from(row.contradicts);
        match row.applicability {
            Applicability::No { .. } => self.excluded += 1,
            Applicability::Undecided { .. } => self.undecided += 1,
            Applicability::Yes => {
                self.applicable += 1;
                let counted = row
                    .status
                    .and_then(|status| self.implementation.get_mut(status.implementation as usize));
                *counted.unwrap_or(&mut self.unstated) += 1;
            }
        }
    }
}

fn head(assessment: &Assessment) -> Head {
    let (organisation, header) = (&assessment.organisation, &assessment.soa_header);
    Head {
        organisation: organisation.name.clone(),
        scope: organisation.scope.clone(),
        version: header.version.clone(),
        date: header.date,
        approver: header.approver.clone(),
    }
}

/// The row of an own control, without an identifier.
pub fn own_row(control: &OwnControl) -> SoaRow {
    row::of_own("".into(), control)
}

/// Whether it is said of a control that it applies, whether or not it has a level.
pub fn is_said_to_apply(assessment: &Assessment, item: ItemIx) -> bool {
    let answer = assessment.get(item);
    answer.is_some_and(|answer| answer.applicable || !answer.inclusion.is_empty())
}

/// What the identifiers of own controls begin with: `O.`, or more of the letter where the pack
/// has such identifiers itself.
fn own_prefix(pack: &Pack) -> String {
    let mut prefix = "O.".to_owned();
    while pack.items.iter().any(|item| item.id.starts_with(&prefix)) {
        prefix.insert(0, 'O');
    }
    prefix
}

fn count_in_theme(themes: &mut Vec<Theme>, row: &SoaRow) {
    // Rows of a section follow each other.
    match themes.last_mut().filter(|theme| theme.section == row.section) {
        Some(theme) => theme.counts.add(row),
        None => {
            let mut counts = SoaCounts::default();
            counts.add(row);
            themes.push(Theme { section: row.section, counts });
        }
    }
}
