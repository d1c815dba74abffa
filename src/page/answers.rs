//! Not yet.

use super::PageContext;
use yew::prelude::*;

pub(super) fn view(_: &PageContext, _grouping: crate::groups::Grouping) -> Html {
    html! { <section /> }
}
