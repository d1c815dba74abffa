//! What can be undone.

use super::{Announcement, Changed, Route, State};
use crate::model::assessment::{
    Answer, Assessment, AuditDates, Milestone, Organisation, OwnControl, PlanSettings, SoaHeader,
};
use crate::model::pack::ItemIx;
use std::rc::Rc;

/// Changes that can be undone, and those that were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    past: Vec<Rc<Step>>,
    future: Vec<Rc<Step>>,
    /// How often a field for a day was left after a change.
    dates_left: u32,
}

/// A field to type in. Typing in one field is one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A field of an item, by its name and number.
    Item(ItemIx, &'static str, usize),
    /// A field of a control of the organisation's own.
    Own(usize, &'static str, usize),
    /// A field of the profile, by its name.
    Organisation(&'static str),
    /// A field of the head of the Statement of Applicability, by its name.
    SoaHeader(&'static str),
    /// The name of a milestone.
    Milestone(usize),
    /// A field for a day, by its identifier, and how often such fields were left before: a second
    /// change is a step of its own.
    Date(Rc<str>, u32),
}

impl Field {
    /// Makes the fields of an item from a name and a number.
    pub(super) fn item(item: ItemIx) -> impl Fn(&'static str, usize) -> Field {
        move |name, n| Field::Item(item, name, n)
    }

    /// Makes the fields of a control of the organisation's own from a name and a number.
    pub(super) fn own(own: usize) -> impl Fn(&'static str, usize) -> Field {
        move |name, n| Field::Own(own, name, n)
    }
}

/// One change: what stood before and what stands after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) items: Vec<ItemChange>,
    pub(super) rest: Option<(Undoable, Undoable)>,
    pub(super) typing: Option<Field>,
    /// Where it was made.
    pub(super) route: Route,
}

impl Step {
    pub(super) fn changes_something(&self) -> bool {
        self.rest.is_some() || !self.items.is_empty()
    }

    /// What it changed, as it is written.
    pub(super) fn changed(&self) -> Changed {
        Changed {
            items: self.items.iter().map(|(item, ..)| *item).collect(),
            // A day is there at once.
            typing: matches!(&self.typing, Some(field) if !matches!(field, Field::Date(..))),
        }
    }
}

/// An item, what stood before, and what stands after.
pub(super) type ItemChange = (ItemIx, Option<Rc<Answer>>, Option<Rc<Answer>>);

/// What can be undone of an assessment besides the answers to items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Undoable {
    pub(super) organisation: Rc<Organisation>,
    pub(super) soa_header: SoaHeader,
    pub(super) audit_dates: AuditDates,
    pub(super) own_controls: Vec<Rc<OwnControl>>,
    pub(super) plan_settings: PlanSettings,
    pub(super) milestones: Vec<Rc<Milestone>>,
}

impl Undoable {
    pub(super) fn of(assessment: &Assessment) -> Undoable {
        Undoable {
            organisation: assessment.organisation.clone(),
            soa_header: assessment.soa_header.clone(),
            audit_dates: assessment.audit_dates,
            own_controls: assessment.own_controls.clone(),
            plan_settings: assessment.plan_settings,
            milestones: assessment.milestones.clone(),
        }
    }

    pub(super) fn restore(self, assessment: &mut Assessment) {
        assessment.organisation = self.organisation;
        assessment.soa_header = self.soa_header;
        assessment.audit_dates = self.audit_dates;
        assessment.own_controls = self.own_controls;
        assessment.plan_settings = self.plan_settings;
        assessment.milestones = self.milestones;
    }
}

/// The oldest steps are forgotten beyond this many.
const MOST_STEPS: usize = 200;

impl History {
    /// Whether there is a step to take back; the last 200 are kept.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a step was taken back and nothing was changed since.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Adds a change. Typing on in the same field extends the last step.
    pub(super) fn push(&mut self, mut step: Step) {
        self.future.clear();
        if step.typing.is_some() {
            if let Some(last) = self.past.pop_if(|last| last.typing == step.typing) {
                for old in &last.items {
                    match step.items.iter_mut().find(|new| new.0 == old.0) {
                        Some(new) => new.1 = old.1.clone(),
                        None => step.items.push(old.clone()),
                    }
                }
                if let (Some(new), Some(old)) = (&mut step.rest, &last.rest) {
                    new.0 = old.0.clone();
                }
            }
        }
        self.past.push(Rc::new(step));
        if self.past.len() > MOST_STEPS {
            self.past.remove(0);
        }
    }
}

impl State {
    /// The field in which a day is typed.
    pub(super) fn take_date_field(&mut self) -> Option<Field> {
        Some(Field::Date(self.date_field.take()?, self.history.dates_left))
    }

    /// What is typed in a field for a day from here on is another step.
    pub(super) fn end_typing(&mut self) {
        let last = self.history.past.last().and_then(|step| step.typing.as_ref());
        if matches!(last, Some(Field::Date(_, left)) if *left == self.history.dates_left) {
            Rc::make_mut(&mut self.history).dates_left += 1;
        }
    }

    pub(super) fn undo(&mut self) {
        let step = match self.may_edit() {
            true => Rc::make_mut(&mut self.history).past.pop(),
            false => None,
        };
        let Some(step) = step else { return self.announce(Announcement::NothingToUndo) };
        let assessment = Rc::make_mut(&mut self.assessment);
        for (item, before, _) in &step.items {
            assessment.set(*item, before.clone());
        }
        if let Some((before, _)) = &step.rest {
            before.clone().restore(assessment);
        }
        self.stepped(&step, Announcement::Undone);
        Rc::make_mut(&mut self.history).future.push(step);
    }

    pub(super) fn redo(&mut self) {
        let step = match self.may_edit() {
            true => Rc::make_mut(&mut self.history).future.pop(),
            false => None,
        };
        let Some(step) = step else { return self.announce(Announcement::NothingToRedo) };
        let assessment = Rc::make_mut(&mut self.assessment);
        for (item, _, after) in &step.items {
            assessment.set(*item, after.clone());
        }
        if let Some((_, after)) = &step.rest {
            after.clone().restore(assessment);
        }
        self.stepped(&step, Announcement::Redone);
        Rc::make_mut(&mut self.history).past.push(step);
    }

    /// A step was undone or redone: write it, announce it and show its place.
    fn stepped(&mut self, step: &Step, announcement: fn(Option<ItemIx>) -> Announcement) {
        self.forget_typed_dates();
        self.write(Changed { typing: false, ..step.changed() });
        self.announce(announcement(step.items.first().map(|(item, ..)| *item)));
        let in_sight = match (self.route, step.route) {
            // All questions of a page are in sight.
            (Route::Question { item: open, .. }, Route::Question { item, .. }) => {
                self.questions_with(open).contains(&item)
            }
            (here, there) => here == there,
        };
        if !in_sight {
            self.go(step.route);
        }
    }
}
