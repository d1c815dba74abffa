//! What is to be entered for all marked rows of the Statement of Applicability.

use super::edit::apply;
use super::history::{Field, Undoable};
use super::{AnswerEdit, SoaRowId, State};
use crate::model::assessment::{
    Answer, Assessment, DoneBy, Implementation, Inclusion, OwnControl, Response,
};
use crate::model::date::Date;
use std::rc::Rc;

/// What is to be entered for all marked rows. Nothing of it counts before it is applied; what is
/// left empty leaves the rows as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SoaDraft {
    /// They apply, or are left out.
    pub applicable: Option<bool>,
    /// Why they are left out.
    pub reason: Rc<str>,
    /// Reasons for inclusion that are added to what they have.
    pub inclusion: Vec<Inclusion>,
    /// How far they are in place.
    pub implementation: Option<Implementation>,
    /// Who does what they ask for.
    pub done_by: Option<DoneBy>,
    /// Who looks after them.
    pub owner: Rc<str>,
    /// Their target date.
    pub due: Option<Date>,
    /// What was applied last, as long as nothing else was changed since.
    pub applied: Option<Applied>,
}

/// What was applied to the marked rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The number of rows that it changed.
    pub rows: usize,
    /// The assessment after it. Once there is another one, undo takes something else back.
    after: Rc<Assessment>,
}

impl SoaDraft {
    /// The identifier of the field for the target date.
    pub const DUE: &'static str = "bulk-due";

    /// What it changes, in the order in which it is applied. What is not shown is not applied: a
    /// control that is left out has no reason for inclusion.
    pub fn edits(&self) -> Vec<AnswerEdit> {
        let is_typed = |text: &str| !text.trim().is_empty();
        let mut edits = Vec::new();
        if self.applicable.is_some() {
            edits.push(AnswerEdit::Applicable(self.applicable));
        }
        if self.applicable == Some(false) {
            if is_typed(&self.reason) {
                edits.push(AnswerEdit::Reason(self.reason.clone()));
            }
            return edits;
        }
        edits.extend(self.inclusion.iter().map(|reason| AnswerEdit::Inclusion(*reason, true)));
        edits.extend(self.implementation.map(|said| AnswerEdit::Implementation(Some(said))));
        edits.extend(self.done_by.map(|who| AnswerEdit::DoneBy(Some(who))));
        if is_typed(&self.owner) {
            edits.push(AnswerEdit::Owner(self.owner.clone()));
        }
        edits.extend(self.due.map(|day| AnswerEdit::Due(Some(day))));
        edits
    }

    fn enter(&mut self, edit: AnswerEdit) {
        match edit {
            AnswerEdit::Applicable(said) => self.applicable = said,
            AnswerEdit::Reason(reason) => self.reason = reason,
            AnswerEdit::Inclusion(reason, ticked) => {
                self.inclusion.retain(|known| *known != reason);
                self.inclusion.extend(Some(reason).filter(|_| ticked));
            }
            AnswerEdit::Implementation(said) => self.implementation = said,
            AnswerEdit::DoneBy(who) => self.done_by = who,
            AnswerEdit::Owner(owner) => self.owner = owner,
            AnswerEdit::Due(day) => self.due = day,
            // No field of the draft asks for another.
            _ => (),
        }
    }
}

impl State {
    /// What is to be entered for the marked rows.
    pub fn draft(&self) -> Option<&SoaDraft> {
        self.page.draft.as_deref()
    }

    /// How many rows the draft that was applied last has changed, as long as nothing else was
    /// changed since.
    pub fn applied(&self) -> Option<usize> {
        let applied = self.draft()?.applied.as_ref()?;
        Rc::ptr_eq(&applied.after, &self.assessment).then_some(applied.rows)
    }

    pub(super) fn enter_draft(&mut self, edit: AnswerEdit) {
        let draft = Rc::make_mut(&mut self.page).draft.get_or_insert_default();
        let draft = Rc::make_mut(draft);
        draft.applied = None;
        draft.enter(edit);
    }

    /// Forgets what was entered for marked rows.
    pub(super) fn drop_draft(&mut self) {
        let page = Rc::make_mut(&mut self.page);
        page.draft = None;
        // A part of a date goes with its field.
        if page.dates.iter().any(|known| &*known.field == SoaDraft::DUE) {
            Rc::make_mut(&mut page.dates).retain(|known| &*known.field != SoaDraft::DUE);
        }
    }

    /// Changes the marked rows as the draft says, in one step, and unmarks them.
    pub(super) fn apply_draft(&mut self) {
        let edits = self.draft().map(SoaDraft::edits).unwrap_or_default();
        if edits.is_empty() || !self.may_edit() {
            return;
        }
        let rows = std::mem::take(&mut Rc::make_mut(&mut self.page).marked);
        let mut rest = Undoable::of(&self.assessment);
        let (mut items, mut changed) = (Vec::new(), Vec::new());
        for row in rows {
            match row {
                SoaRowId::Item(item) => {
                    let before = self.entered(item);
                    let allowed = edits.iter().filter(|edit| self.allows(item, edit));
                    let after = edited(&before, allowed, row);
                    if after != before {
                        items.push((item, Some(Rc::new(after))));
                        changed.push(row);
                    }
                }
                SoaRowId::Own(n) => {
                    let Some(own) = rest.own_controls.get_mut(n) else { continue };
                    let after = edited(&own.answer, edits.iter(), row);
                    if after != *own.answer {
                        let own: &mut OwnControl = Rc::make_mut(own);
                        own.answer = Rc::new(after);
                        changed.push(row);
                    }
                }
            }
        }
        self.change(items, rest, None);
        self.drop_draft();
        let applied = Applied { rows: changed.len(), after: self.assessment.clone() };
        let page = Rc::make_mut(&mut self.page);
        page.draft = Some(Rc::new(SoaDraft { applied: Some(applied), ..SoaDraft::default() }));
        // They stay in the list of those in which something is missing.
        changed.retain(|row| !page.changed.contains(row));
        page.changed.extend(changed);
    }
}

/// An answer after these edits. One that stays left out does not get what only a control has that
/// applies.
fn edited<'a>(
    before: &Answer,
    edits: impl Iterator<Item = &'a AnswerEdit>,
    row: SoaRowId,
) -> Answer {
    let mut answer = before.clone();
    for edit in edits {
        let left_out = matches!(answer.response, Some(Response::NotApplicable { .. }));
        let applies_only = matches!(
            edit,
            AnswerEdit::Inclusion(..) | AnswerEdit::Implementation(_) | AnswerEdit::DoneBy(_)
        );
        if left_out && applies_only {
            continue;
        }
        match row {
            SoaRowId::Item(item) => apply(&mut answer, edit.clone(), Field::item(item)),
            SoaRowId::Own(n) => apply(&mut answer, edit.clone(), Field::own(n)),
        };
    }
    answer
}
