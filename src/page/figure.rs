//! Not yet.

use super::PageContext;
use yew::prelude::*;

pub(super) fn view(_: &PageContext, _of: crate::state::FigureOf) -> Html {
    html! { <section /> }
}
