//! A part of a question that opens and closes.

use super::super::parts;
use super::super::parts::all;
use yew::prelude::*;

/// What the part shows.
#[derive(Clone, PartialEq, Properties)]
pub struct PartProps {
    /// What it is called.
    pub summary: AttrValue,
    /// Whether something is entered.
    pub filled: bool,
    /// Whether nothing can be entered.
    pub disabled: bool,
    /// Its fields.
    pub children: Html,
}

/// Opens by itself where something is entered. It stays open from then on: who clears a field
/// to write it anew still needs it.
#[component]
pub fn Part(props: &PartProps) -> Html {
    let open = use_mut_ref(|| false);
    let open = {
        let mut open = open.borrow_mut();
        *open |= props.filled;
        *open
    };
    html! {
        <details {open}>
            { all![
                parts::tag("summary", "", &props.summary),
                html! {
                    <fieldset class="plain" disabled={props.disabled}>
                        { all![
                            parts::tag("legend", "visually-hidden", &props.summary),
                            props.children.clone(),
                        ] }
                    </fieldset>
                },
            ] }
        </details>
    }
}
