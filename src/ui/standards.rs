//! "27001 or 27002?": what each standard is for, and which to read first.

use super::parts::all;
use super::{parts, Props};
use crate::state::View;
use yew::prelude::*;

/// The standards of the family that this questionnaire leans on.
const FAMILY: [&str; 5] = ["27001", "27002", "27003", "27004", "27005"];

/// What each standard is for.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    html! {
        <section class="prose" aria-labelledby="standards-title">
            { all![
                parts::heading("standards-title", props.say("standards.title")),
                parts::tag("p", "lead", props.say("standards.lead")),
                parts::tag("dl", "", html! {
                    for number in FAMILY {
                        { parts::keyed("div", "", number, all![
                            parts::tag("dt", "", format!("ISO/IEC {number}")),
                            parts::tag("dd", "", props.say(&format!("standards.{number}"))),
                        ]) }
                    }
                }),
                parts::tag("h3", "", props.say("standards.first.title")),
                parts::tag("p", "", props.say("standards.first.text")),
                parts::tag("h3", "", props.say("standards.here.title")),
                parts::tag("p", "", props.say("standards.here.text")),
                parts::tag("p", "", props.say("standards.buy")),
                parts::tag("p", "", props.link(props.say("back.start"), View::Start)),
            ] }
        </section>
    }
}
