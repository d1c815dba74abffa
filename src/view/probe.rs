//! Lets native tests use the controls of a drawn view. Drawn to text, a control has no listener, so
//! it says in an attribute which action it asks for. In a browser there is no such attribute.

use crate::app::{Action, DateField};
use yew::AttrValue;

#[cfg(not(target_arch = "wasm32"))]
thread_local! {
    static ACTIONS: std::cell::RefCell<Vec<Action>> = const { std::cell::RefCell::new(Vec::new()) };
    static DATES: std::cell::RefCell<Vec<(usize, DateField)>> =
        const { std::cell::RefCell::new(Vec::new()) };
}

/// The value of `data-action`: the number of the action among those of this thread.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn attribute(action: &Action) -> Option<AttrValue> {
    ACTIONS.with_borrow_mut(|actions| {
        actions.push(action.clone());
        Some((actions.len() - 1).to_string().into())
    })
}

/// In a browser there is no such attribute.
#[cfg(target_arch = "wasm32")]
pub(crate) fn attribute(_: &Action) -> Option<AttrValue> {
    None
}

/// The same for a field for a day, of which more is to be known than the action that sets it.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn date(field: &DateField) -> Option<AttrValue> {
    let number = attribute(&field.set)?;
    let known = (number.parse().ok()?, field.clone());
    DATES.with_borrow_mut(|dates| dates.push(known));
    Some(number)
}

/// In a browser there is no such attribute.
#[cfg(target_arch = "wasm32")]
pub(crate) fn date(_: &DateField) -> Option<AttrValue> {
    None
}

/// The field for a day with this number.
#[cfg(not(target_arch = "wasm32"))]
pub fn date_field(number: usize) -> Option<DateField> {
    DATES.with_borrow(|dates| {
        dates.iter().find(|(known, _)| *known == number).map(|(_, field)| field.clone())
    })
}

/// The action with this number.
#[cfg(not(target_arch = "wasm32"))]
pub fn action(number: usize) -> Option<Action> {
    ACTIONS.with_borrow(|actions| actions.get(number).cloned())
}
