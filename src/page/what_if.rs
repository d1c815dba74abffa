//! Not yet.

use super::PageContext;
use yew::prelude::*;

pub(super) fn view(_: &PageContext, _part: Option<crate::state::SectionPart>) -> Html {
    html! { <section /> }
}
