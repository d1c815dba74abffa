//! Not yet.

use super::PageContext;
use crate::state::ThemePage;
use yew::prelude::*;

pub(super) fn view(_: &PageContext) -> Html {
    html! { <section /> }
}

pub(super) fn theme(_: &PageContext, _place: ThemePage) -> Html {
    html! { <section /> }
}
