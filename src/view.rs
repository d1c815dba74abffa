//! What pages are made of: controls, buttons, small pieces, pictures.

pub(crate) mod button;
pub(crate) mod controls;
pub(crate) mod date;
pub(crate) mod drawing;
pub(crate) mod event;
pub(crate) mod parts;
pub(crate) mod people;
pub mod probe;
pub(crate) mod templates;

use crate::app::{Action, DateAct, DateField, State};
use crate::i18n::text::Text;
use std::rc::Rc;
use yew::prelude::*;

/// What every view gets.
#[derive(Clone)]
pub struct Props {
    /// What there is to show.
    pub state: Rc<State>,
    /// The words of the interface and, once they have come, of the report.
    pub text: Rc<Text>,
    /// The way to act.
    pub send: Callback<Action>,
}

impl Props {
    /// The string of a key that has no placeholders.
    pub(crate) fn t(&self, key: &str) -> AttrValue {
        self.text.get(key).into()
    }

    /// An action to take on a click.
    pub(crate) fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |_: E| send.emit(action.clone()))
    }

    /// What typing in a field does.
    pub(crate) fn typed(&self, action: Action) -> Callback<InputEvent> {
        let send = self.send.clone();
        Callback::from(move |event| send.emit(action.clone().with_text(event::text(&event))))
    }

    /// What a field does once its value is entered.
    pub(crate) fn entered(&self, action: Action) -> Callback<Event> {
        let send = self.send.clone();
        Callback::from(move |event| {
            send.emit(action.clone().with_text(event::value(&event).into()))
        })
    }

    /// What using a field for a day does.
    pub(crate) fn dated<E>(&self, field: &Rc<DateField>, act: DateAct) -> Callback<E>
    where
        E: AsRef<Event> + 'static,
    {
        let (send, field) = (self.send.clone(), field.clone());
        Callback::from(move |event: E| {
            send.emit(field.used(event::date(event.as_ref()), act));
        })
    }

    /// What a check box does.
    pub(crate) fn ticked(&self, action: Action) -> Callback<Event> {
        let send = self.send.clone();
        Callback::from(move |event| send.emit(action.clone().with_tick(event::ticked(&event))))
    }
}
