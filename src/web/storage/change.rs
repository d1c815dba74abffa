//! What one transaction writes.

use super::Row;
use crate::app::Changed;
use crate::model::assessment::Assessment;
use crate::model::pack::{ItemIx, Pack};
use crate::save;
use std::rc::Rc;

/// The parts of an assessment that are not on disk yet. The head is written with each of them: it
/// is small, and the count of answers that lists show changes with every answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Everything.
    pub all: bool,
    /// The answers to these items, in order.
    pub items: Vec<ItemIx>,
}

impl Part {
    /// All of it.
    pub fn all() -> Part {
        Part { all: true, items: Vec::new() }
    }

    /// Takes in another part.
    pub fn add(&mut self, other: Part) {
        self.all |= other.all;
        for item in other.items {
            if let Err(place) = self.items.binary_search(&item) {
                self.items.insert(place, item);
            }
        }
    }
}

impl From<Changed> for Part {
    fn from(changed: Changed) -> Part {
        Part { all: false, items: changed.items }
    }
}

/// What one transaction writes.
#[derive(Clone, Debug)]
pub struct Change {
    /// The record as it will be, but for the count of writes.
    pub row: Row,
    /// The count that the change builds on; `None` where nothing is on disk yet.
    pub builds_on: Option<u32>,
    /// Assessment as JSON by identifier; `None` removes one.
    pub answers: Vec<(Rc<str>, Option<String>)>,
}

impl Change {
    /// The change that puts parts of an assessment on disk.
    pub fn new(
        pack: &Pack,
        id: &Rc<str>,
        builds_on: Option<u32>,
        answers: &Assessment,
        part: &Part,
        now: f64,
    ) -> Change {
        let row = Row {
            id: id.clone(),
            pack: pack.id.clone(),
            head: save::head(pack, answers),
            summary: save::summary(pack, answers),
            rev: 0,
            changed: now,
        };
        let mut changed = Vec::new();
        let mut put = |item: ItemIx| {
            let Some(id) = pack.item(item).map(|item| item.id.clone()) else { return };
            let answer = answers.get(item).map(|answer| save::answer(answer));
            // Nothing has to be removed from an assessment that is new.
            if answer.is_some() || builds_on.is_some() {
                changed.push((id, answer));
            }
        };
        if part.all {
            (0..pack.items.len()).for_each(&mut put);
            let elsewhere = answers.elsewhere.iter();
            changed.extend(elsewhere.map(|(id, a)| (id.clone(), Some(save::answer(a)))));
        } else {
            part.items.iter().copied().for_each(&mut put);
        }
        Change { row, builds_on, answers: changed }
    }

    /// A copy of a stored assessment, answer for answer, whether they can be read or not.
    pub fn copy((row, answers): &super::Stored, id: Rc<str>, name: &Rc<str>, now: f64) -> Change {
        let mut row = Row { id, changed: now, ..row.clone() };
        row.rename(name);
        let answers = answers.iter().map(|(id, a)| (id.as_str().into(), Some(a.clone()))).collect();
        Change { row, builds_on: None, answers }
    }
}
