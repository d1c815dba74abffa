//! Changes to what an organisation decides and plans beyond its answers.

use super::edit::apply;
use super::{AnswerEdit, Field, SoaRowId, State};
use crate::model::assessment::{OwnControl, Programme};
use crate::model::date::Date;
use crate::report::compare::milestone;
use std::rc::Rc;

/// A change to what an organisation decides and plans beyond its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgrammeEdit {
    /// Type the version of the Statement of Applicability.
    Version(Rc<str>),
    /// Type who approved it.
    Approver(Rc<str>),
    /// Set or clear when it was approved.
    Approved(Option<Date>),
    /// Set or clear the day from which the action plan counts.
    Start(Option<Date>),
    /// Half days of work a week.
    Pace(Option<u8>),
    /// Add a control of the organisation's own.
    AddOwn,
    /// Type its name.
    OwnName(usize, Rc<str>),
    /// Remove it.
    RemoveOwn(usize),
    /// Keep the answers of today as a milestone.
    AddMilestone,
    /// Type its name.
    MilestoneName(usize, Rc<str>),
    /// Remove it.
    RemoveMilestone(usize),
}

impl State {
    pub(super) fn programme(&mut self, edit: ProgrammeEdit) {
        let mut programme = (*self.answers.programme).clone();
        let typing = self.change(&mut programme, edit);
        self.change_answers(Vec::new(), None, Some(programme), typing);
    }

    fn change(&mut self, programme: &mut Programme, edit: ProgrammeEdit) -> Option<Field> {
        match edit {
            ProgrammeEdit::Version(version) => {
                programme.statement.version = version;
                return Some(Field::Programme("version", 0));
            }
            ProgrammeEdit::Approver(approver) => {
                programme.statement.approver = approver;
                return Some(Field::Programme("approver", 0));
            }
            ProgrammeEdit::Approved(date) => programme.statement.date = date,
            ProgrammeEdit::Start(date) => programme.start = date,
            ProgrammeEdit::Pace(pace) => {
                programme.pace = pace.map(|pace| pace.clamp(1, Programme::MOST_PACE));
            }
            ProgrammeEdit::AddOwn => programme.own.push(Rc::default()),
            ProgrammeEdit::OwnName(n, name) => {
                if let Some(own) = programme.own.get_mut(n) {
                    Rc::make_mut(own).name = name;
                }
                return Some(Field::Programme("own", n));
            }
            ProgrammeEdit::RemoveOwn(n) => {
                if n < programme.own.len() {
                    programme.own.remove(n);
                    // The others move up, and a mark would be on another control.
                    let page = Rc::make_mut(&mut self.page);
                    page.marked.clear();
                    page.changed.clear();
                }
            }
            ProgrammeEdit::AddMilestone => {
                let name = std::mem::take(&mut Rc::make_mut(&mut self.page).milestone);
                let milestone = milestone(&self.pack, &self.answers, &name, self.today);
                programme.milestones.push(Rc::new(milestone));
            }
            ProgrammeEdit::MilestoneName(n, name) => {
                if let Some(milestone) = programme.milestones.get_mut(n) {
                    Rc::make_mut(milestone).name = name;
                }
                return Some(Field::Programme("milestone", n));
            }
            ProgrammeEdit::RemoveMilestone(n) => {
                if n < programme.milestones.len() {
                    programme.milestones.remove(n);
                }
            }
        }
        None
    }

    /// Changes rows of the Statement of Applicability, all in one step.
    pub(super) fn edit_rows(&mut self, edits: Vec<(SoaRowId, AnswerEdit)>) {
        let mut programme = (*self.answers.programme).clone();
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
                    if let Some(own) = programme.own.get_mut(n) {
                        let own: &mut OwnControl = Rc::make_mut(own);
                        typing = apply(Rc::make_mut(&mut own.answer), edit, Field::own(n));
                    }
                }
            }
        }
        // Only typing in one row goes on in the same step.
        let typing = typing.filter(|_| alone);
        self.change_answers(items, None, Some(programme), typing);
    }
}
