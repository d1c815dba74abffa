//! Changes to the Statement of Applicability.

use super::edit::apply;
use super::history::Undoable;
use super::{AnswerEdit, Field, SoaRowId, State};
use crate::model::assessment::OwnControl;
use crate::model::date::Date;
use std::rc::Rc;

/// A change to the head of the Statement of Applicability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SoaHeaderEdit {
    /// Type its version.
    Version(Rc<str>),
    /// Type who approved it.
    Approver(Rc<str>),
    /// Set or clear when it was approved.
    Approved(Option<Date>),
}

/// A change to the list of controls that the pack does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnControlEdit {
    /// Add one without a name.
    Add,
    /// Type the name of the one at this position.
    Name(usize, Rc<str>),
    /// Say which control of the pack it takes the place of, by identifier; empty for none.
    Replaces(usize, Rc<str>),
    /// Remove the one at this position; the others move up.
    Remove(usize),
}

impl State {
    pub(super) fn edit_soa_header(&mut self, edit: SoaHeaderEdit) {
        let mut rest = Undoable::of(&self.assessment);
        let (header, mut typing) = (&mut rest.soa_header, None);
        match edit {
            SoaHeaderEdit::Version(version) => {
                header.version = version;
                typing = Some(Field::SoaHeader("version"));
            }
            SoaHeaderEdit::Approver(approver) => {
                header.approver = approver;
                typing = Some(Field::SoaHeader("approver"));
            }
            SoaHeaderEdit::Approved(date) => header.date = date,
        }
        self.change(Vec::new(), rest, typing);
    }

    pub(super) fn edit_own_control(&mut self, edit: OwnControlEdit) {
        let mut rest = Undoable::of(&self.assessment);
        let (own, mut typing) = (&mut rest.own_controls, None);
        match edit {
            OwnControlEdit::Add => {
                Rc::make_mut(&mut self.page).added = Some(own.len());
                own.push(Rc::default());
            }
            OwnControlEdit::Replaces(n, id) => {
                if let Some(own) = own.get_mut(n) {
                    Rc::make_mut(own).replaces = id;
                }
            }
            OwnControlEdit::Name(n, name) => {
                if let Some(own) = own.get_mut(n) {
                    Rc::make_mut(own).name = name;
                }
                typing = Some(Field::own(n)("name", 0));
            }
            OwnControlEdit::Remove(n) => {
                if n < own.len() {
                    own.remove(n);
                    // A mark would be on another control.
                    let page = Rc::make_mut(&mut self.page);
                    page.marked.clear();
                    page.changed.clear();
                    page.added = None;
                    self.drop_draft();
                }
            }
        }
        self.change(Vec::new(), rest, typing);
    }

    /// Changes rows of the Statement of Applicability, all in one step.
    pub(super) fn edit_rows(&mut self, edits: Vec<(SoaRowId, AnswerEdit)>) {
        let mut rest = Undoable::of(&self.assessment);
        let (mut items, mut typing, alone) = (Vec::new(), None, edits.len() == 1);
        for (row, edit) in edits {
            match row {
                SoaRowId::Item(item) if self.allows(item, &edit) => {
                    let mut answer = self.entered(item);
                    typing = apply(&mut answer, edit, Field::item(item));
                    items.push((item, Some(Rc::new(answer))));
                }
                SoaRowId::Item(_) => (),
                SoaRowId::Own(n) => {
                    if let Some(own) = rest.own_controls.get_mut(n) {
                        let own: &mut OwnControl = Rc::make_mut(own);
                        typing = apply(Rc::make_mut(&mut own.answer), edit, Field::own(n));
                    }
                }
            }
        }
        // Only typing in one row goes on in the same step.
        let typing = typing.filter(|_| alone);
        self.change(items, rest, typing);
    }
}
