//! Lets native tests use the controls of a drawn view. Drawn to text, a control has no listener, so
//! it says in an attribute which action it asks for. In a browser there is no such attribute.

use crate::app::Action;
use yew::AttrValue;

#[cfg(not(target_arch = "wasm32"))]
thread_local! {
    static ACTIONS: std::cell::RefCell<Vec<Action>> = const { std::cell::RefCell::new(Vec::new()) };
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

/// The action with this number.
#[cfg(not(target_arch = "wasm32"))]
pub fn action(number: usize) -> Option<Action> {
    ACTIONS.with_borrow(|actions| actions.get(number).cloned())
}
