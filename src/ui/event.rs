//! What a form control holds when its event fires: the one place where views touch browser types.

use crate::date::Date;
use std::rc::Rc;
use yew::prelude::*;
use yew::TargetCast;

/// The text of an input or a text area.
pub(super) fn text(event: &InputEvent) -> Rc<str> {
    if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
        return input.value().into();
    }
    let area = event.target_dyn_into::<web_sys::HtmlTextAreaElement>();
    area.map(|area| area.value()).unwrap_or_default().into()
}
