//! Not yet.

use super::PageContext;
use yew::prelude::*;

pub(super) fn view(_: &PageContext) -> Html {
    html! { <section /> }
}
