//! Days that are typed in parts.
//!
//! While somebody types, a field passes through days that nobody means: on the way to 2026 stand
//! the years 2, 20 and 202, and a part that is deleted leaves no day at all. So a day is stored
//! once it is whole and of a year that plans and evidence can have. Until then the day of before
//! stays stored, and the field says so.

use super::{Action, State};
use crate::model::date::Date;
use std::rc::Rc;

/// A field for a day as it was drawn. What using it asks for is decided here and not when the action
/// is handled: the first question has no such field, and need not wait for this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateField {
    /// Its identifier.
    pub field: Rc<str>,
    /// The action that sets its day.
    pub set: Action,
    /// The day that is stored.
    pub stored: Option<Date>,
    /// What fields for a day show that is not stored, this one perhaps among them.
    pub typed: Rc<Vec<TypedDate>>,
}

/// The use of a field for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateEdit {
    /// The identifier of the field.
    pub field: Rc<str>,
    /// What fields for a day now show that is not stored.
    pub typed: Rc<Vec<TypedDate>>,
    /// What is to be done, if the day is another one now.
    pub set: Option<Box<Action>>,
    /// Whether that goes on in the step before, as typing does.
    pub goes_on: bool,
    /// Whether what follows is another step.
    pub ends: bool,
}

/// What a reader does with a field for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateAct {
    /// Type or choose.
    Type,
    /// Go on to something else.
    Leave,
    /// Say that this day is meant, however unlikely its year.
    Insist,
}

/// What a field for a day shows that is not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedDate {
    /// The identifier of the field.
    pub field: Rc<str>,
    /// Its value; empty for a part of a date.
    pub text: Rc<str>,
    /// Whether the reader has gone on to something else.
    pub left: bool,
}

/// Years that are stored as they are typed. A day of another year is asked about.
const USUAL_YEARS: std::ops::RangeInclusive<u16> = 2000..=2100;

impl DateField {
    /// What the field shows that is not stored.
    pub fn unstored(&self) -> Option<&TypedDate> {
        self.typed.iter().find(|known| known.field == self.field)
    }

    /// What it asks for with this value; `None` where it shows something that has none, as a part
    /// of a date.
    pub fn used(&self, typed: Option<Rc<str>>, act: DateAct) -> Action {
        let DateField { field, set, stored, .. } = self;
        let usual = |day: &Date| act == DateAct::Insist || USUAL_YEARS.contains(&day.parts().0);
        let day = match typed.as_deref() {
            Some("") => Some(None),
            typed => typed.and_then(Date::parse).filter(usual).map(Some),
        };
        let known = self.unstored();
        let unstored = day.is_none().then(|| {
            let text = typed.unwrap_or_default();
            let left = known.is_some_and(|known| known.left && known.text == text);
            TypedDate { field: field.clone(), text, left: left || act == DateAct::Leave }
        });
        let mut typed = self.typed.clone();
        if known != unstored.as_ref() {
            let others = typed.iter().filter(|known| known.field != *field).cloned();
            typed = Rc::new(others.chain(unstored).collect());
        }
        let day = day.filter(|day| day != stored);
        Action::Date(DateEdit {
            field: field.clone(),
            typed,
            set: day.map(|day| Box::new(set.clone().with_date(day))),
            // Deleting is a step of its own.
            goes_on: day != Some(None),
            ends: act != DateAct::Type,
        })
    }
}

impl TypedDate {
    /// The day, if it is one that is asked about. A year of less than four digits is not, as long
    /// as it may be a part of one.
    pub fn unlikely(&self) -> Option<Date> {
        Date::parse(&self.text).filter(|date| self.left || date.parts().0 >= 1000)
    }
}

impl State {
    pub(super) fn edit_date(&mut self, edit: DateEdit) {
        if !Rc::ptr_eq(&self.page.dates, &edit.typed) {
            Rc::make_mut(&mut self.page).dates = edit.typed;
        }
        if let Some(set) = edit.set {
            self.date_field = Some(edit.field).filter(|_| edit.goes_on);
            self.act(*set);
            self.date_field = None;
        }
        if edit.ends {
            self.end_typing();
        }
    }

    /// Fields show again what is stored.
    pub(super) fn forget_typed_dates(&mut self) {
        if !self.page.dates.is_empty() {
            let page = Rc::make_mut(&mut self.page);
            page.dates = Rc::default();
            page.redrawn += 1;
        }
    }
}
