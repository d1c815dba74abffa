//! What could not be written to disk, or not yet. It goes with the page.

use crate::model::assessment::Assessment;
use crate::model::sorted::Map;
use std::cell::RefCell;
use std::rc::Rc;

/// An assessment, and the count of writes that it builds on if an older state is on disk.
#[derive(Clone, Debug)]
pub struct Unsaved {
    /// The answers.
    pub answers: Rc<Assessment>,
    /// See [`super::Change::builds_on`].
    pub builds_on: Option<u32>,
    /// When they were changed, in milliseconds since 1970.
    pub changed: f64,
}

/// Assessments by identifier.
#[derive(Debug, Default)]
pub struct UnsavedStore(RefCell<Map<Unsaved>>);

impl UnsavedStore {
    /// Whether everything is on disk.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// Keeps an assessment in place of what was kept of it before.
    pub fn keep(&self, id: &Rc<str>, unsaved: Unsaved) {
        self.0.borrow_mut().insert(id.clone(), unsaved);
    }

    /// Removes and gives what was kept.
    pub fn forget(&self, id: &str) -> Option<Unsaved> {
        self.0.borrow_mut().remove(id)
    }

    /// Forgets all.
    pub fn clear(&self) {
        self.0.take();
    }

    /// What is kept of an assessment.
    pub fn get(&self, id: &str) -> Option<Unsaved> {
        self.0.borrow().get(id).cloned()
    }

    /// All of them.
    pub fn all(&self) -> Vec<(Rc<str>, Unsaved)> {
        self.0.borrow().iter().map(|(id, kept)| (id.clone(), kept.clone())).collect()
    }
}
