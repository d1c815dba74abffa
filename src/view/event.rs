//! What a form control holds when its event fires: the one place where views touch browser types.

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

/// The value of a field for a day; `None` while the field shows something that has none, as a part
/// of a date.
pub(super) fn date(event: &Event) -> Option<Rc<str>> {
    let input = event.target_dyn_into::<web_sys::HtmlInputElement>()?;
    let text = input.value();
    (!text.is_empty() || !input.validity().bad_input()).then(|| text.into())
}

/// The value of an input or a select.
pub(super) fn value(event: &Event) -> String {
    if let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() {
        return select.value();
    }
    let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
    input.map(|input| input.value()).unwrap_or_default()
}

/// Whether a check box is ticked.
pub(super) fn ticked(event: &Event) -> bool {
    event.target_dyn_into::<web_sys::HtmlInputElement>().is_some_and(|input| input.checked())
}

/// Whether Enter does something of its own where a key was pressed.
pub(crate) fn presses(event: &KeyboardEvent) -> bool {
    event.target_dyn_into::<web_sys::Element>().is_some_and(|element| {
        matches!(&*element.tag_name().to_ascii_lowercase(), "button" | "summary" | "select")
    })
}

/// Whether a key was pressed in a field that has an undo of its own.
pub(crate) fn in_text_field(event: &KeyboardEvent) -> bool {
    if event.target_dyn_into::<web_sys::HtmlTextAreaElement>().is_some() {
        return true;
    }
    let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
    input.is_some_and(|input| !matches!(&*input.type_(), "radio" | "checkbox"))
}
