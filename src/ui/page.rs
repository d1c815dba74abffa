use super::Props;
use yew::prelude::*;
pub(super) fn view(_: &Props) -> Html { html! {} }
