//! What can be undone.

use super::{From, Spoken, State, View, Write};
use crate::answers::{Answer, Organisation};
use crate::pack::ItemIx;
use crate::scoping;
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
    /// A field of the profile, by its name.
    Organisation(&'static str),
}

/// One change: what stood before and what stands after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) items: Vec<ItemChange>,
    pub(super) organisation: Option<(Rc<Organisation>, Rc<Organisation>)>,
    pub(super) typing: Option<Field>,
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
        let items = step.items.iter().map(|(item, before, _)| (*item, before.clone())).collect();
        self.put(items, step.organisation.as_ref().map(|(before, _)| before.clone()));
        self.speak(Spoken::Undone(step.items.first().map(|(item, ..)| *item)));
        self.look_at(&step);
        Rc::make_mut(&mut self.history).future.push(step);
    }

    pub(super) fn redo(&mut self) {
        let step = match self.may_edit() {
            true => Rc::make_mut(&mut self.history).future.pop(),
            false => None,
        };
        let Some(step) = step else { return self.speak(Spoken::NothingToRedo) };
        let items = step.items.iter().map(|(item, _, after)| (*item, after.clone())).collect();
        self.put(items, step.organisation.as_ref().map(|(_, after)| after.clone()));
        self.speak(Spoken::Redone(step.items.first().map(|(item, ..)| *item)));
        self.look_at(&step);
        Rc::make_mut(&mut self.history).past.push(step);
    }

    fn put(
        &mut self,
        items: Vec<(ItemIx, Option<Rc<Answer>>)>,
        organisation: Option<Rc<Organisation>>,
    ) {
        let answers = Rc::make_mut(&mut self.answers);
        let head = organisation.is_some();
        if let Some(organisation) = organisation {
            answers.organisation = organisation;
        }
        let changed = items.iter().map(|(item, _)| *item).collect();
        for (item, answer) in items {
            answers.set(item, answer);
        }
        self.write(Write { head, items: changed });
    }

    /// Shows the place of a change that was undone, if another one is open.
    fn look_at(&mut self, step: &Step) {
        let first = step.items.first().map(|(item, ..)| *item);
        // Only the page of the proposals decides about several items, or refuses one.
        let refused =
            |(old, new): &(Rc<Organisation>, Rc<Organisation>)| old.refused != new.refused;
        let decided = step.items.len() > 1 || step.organisation.as_ref().is_some_and(refused);
        let place = match first {
            _ if decided => View::Proposals,
            Some(item) => View::Question { item, from: From::Sections },
            None => View::Profile,
        };
        let seen = match (&self.view, first) {
            (View::Question { item: open, .. }, Some(item)) if step.items.len() == 1 => {
                self.page(*open).contains(&item)
            }
            (View::Proposals, Some(item)) => {
                let proposals = scoping::proposals(&self.pack, &self.answers);
                proposals.iter().any(|proposal| proposal.item == item)
            }
            (view, _) => *view == place,
        };
        if !seen {
            self.go(place);
        }
    }
}
