//! A page of the report, drawn by the part of the program that has it.

use super::Props;
use crate::page::Page;
use yew::prelude::*;

pub(super) fn view(props: &Props) -> Html {
    html! { <Page props={props.clone()} /> }
}
