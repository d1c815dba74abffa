//! "27001 or 27002?": what each standard is for, and which to read first.

use super::parts::{h3, p, title};
use super::Props;
use crate::state::View;
use yew::prelude::*;

/// The standards of the family that this questionnaire leans on.
const FAMILY: [&str; 5] = ["27001", "27002", "27003", "27004", "27005"];

/// What each standard is for.
pub(super) fn view(props: &Props) -> Html {
    html! {
        <section class="prose" aria-labelledby="standards-title">
            { title("standards-title", props.say("standards.title")) }
            { p("lead", props.say("standards.lead")) }
            <dl>
                for number in FAMILY {
                    <div key={number}>
                        <dt>{ format!("ISO/IEC {number}") }</dt>
                        <dd>{ props.say(&format!("standards.{number}")) }</dd>
                    </div>
                }
            </dl>
            { h3(props.say("standards.first.title")) }
            { p("", props.say("standards.first.text")) }
            { h3(props.say("standards.here.title")) }
            { p("", props.say("standards.here.text")) }
            { p("", props.say("standards.buy")) }
            { p("", props.link(props.say("back.start"), View::Start)) }
        </section>
    }
}
