//! What can be undone.

use super::{Spoken, State, View, Write};
use crate::answers::{Answer, Organisation, Programme};
use crate::pack::ItemIx;
use std::rc::Rc;

/// Changes that can be undone, and those that were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    past: Vec<Rc<Step>>,
    future: Vec<Rc<Step>>,
}

/// A text field. Typing in one field is one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A field of an item, by its name and number.
    Item(ItemIx, &'static str, usize),
    /// A field of a control of the organisation's own.
    Own(usize, &'static str, usize),
    /// A field of the profile, by its name.
    Organisation(&'static str),
    /// A field of the statement, the plan or the milestones, by its name and number.
    Programme(&'static str, usize),
}

impl Field {
    /// Fields of an item.
    pub(super) fn item(item: ItemIx) -> impl Fn(&'static str, usize) -> Field {
        move |name, n| Field::Item(item, name, n)
    }

    /// Fields of a control of the organisation's own.
    pub(super) fn own(own: usize) -> impl Fn(&'static str, usize) -> Field {
        move |name, n| Field::Own(own, name, n)
    }
}

/// One change: what stood before and what stands after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) items: Vec<ItemChange>,
    pub(super) organisation: Option<(Rc<Organisation>, Rc<Organisation>)>,
    pub(super) programme: Option<(Rc<Programme>, Rc<Programme>)>,
    pub(super) typing: Option<Field>,
    /// Where it was made.
    pub(super) view: View,
}

/// An item, what stood before, and what stands after.
pub(super) type ItemChange = (ItemIx, Option<Rc<Answer>>, Option<Rc<Answer>>);

/// The oldest steps are forgotten beyond this many.
const MOST_STEPS: usize = 200;

impl History {
    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Notes a change. Typing on in the same field extends the last step.
    pub(super) fn note(&mut self, mut step: Step) {
        self.future.clear();
        if step.typing.is_some() {
            if let Some(last) = self.past.pop_if(|last| last.typing == step.typing) {
                for (new, old) in step.items.iter_mut().zip(&last.items) {
                    new.1 = old.1.clone();
                }
                if let (Some(new), Some(old)) = (&mut step.organisation, &last.organisation) {
                    new.0 = old.0.clone();
                }
                if let (Some(new), Some(old)) = (&mut step.programme, &last.programme) {
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
    pub(super) fn undo(&mut self) {
        let step = match self.may_edit() {
            true => Rc::make_mut(&mut self.history).past.pop(),
            false => None,
        };
        let Some(step) = step else { return self.speak(Spoken::NothingToUndo) };
        let answers = Rc::make_mut(&mut self.answers);
        for (item, before, _) in &step.items {
            answers.set(*item, before.clone());
        }
        if let Some((before, _)) = &step.organisation {
            answers.organisation = before.clone();
        }
        if let Some((before, _)) = &step.programme {
            answers.programme = before.clone();
        }
        self.stepped(&step, Spoken::Undone);
        Rc::make_mut(&mut self.history).future.push(step);
    }

    pub(super) fn redo(&mut self) {
        let step = match self.may_edit() {
            true => Rc::make_mut(&mut self.history).future.pop(),
            false => None,
        };
        let Some(step) = step else { return self.speak(Spoken::NothingToRedo) };
        let answers = Rc::make_mut(&mut self.answers);
        for (item, _, after) in &step.items {
            answers.set(*item, after.clone());
        }
        if let Some((_, after)) = &step.organisation {
            answers.organisation = after.clone();
        }
        if let Some((_, after)) = &step.programme {
            answers.programme = after.clone();
        }
        self.stepped(&step, Spoken::Redone);
        Rc::make_mut(&mut self.history).past.push(step);
    }

    /// A step was undone or redone: write it, say it and show its place.
    fn stepped(&mut self, step: &Step, sentence: fn(Option<ItemIx>) -> Spoken) {
        let items = step.items.iter().map(|(item, ..)| *item).collect();
        let head = step.organisation.is_some() || step.programme.is_some();
        self.write(Write { head, items });
        self.speak(sentence(step.items.first().map(|(item, ..)| *item)));
        let seen = match (&self.view, &step.view) {
            // All questions of a page are in sight.
            (View::Question { item: open, .. }, View::Question { item, .. }) => {
                self.page(*open).contains(item)
            }
            (view, place) => view == place,
        };
        if !seen {
            self.go(step.view.clone());
        }
    }
}
