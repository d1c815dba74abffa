//! Not yet.

use super::PageContext;
use yew::prelude::*;

pub(super) fn view(_: &PageContext, _sides: Option<(crate::state::Snapshot, crate::state::Snapshot)>) -> Html {
    html! { <section /> }
}
