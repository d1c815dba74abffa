//! "27001 or 27002?": what each standard is for, and which to read first.

use super::parts::all;
use super::{parts, Props};
use crate::state::View;
use yew::prelude::*;

/// The standards of the family that this questionnaire leans on.
const FAMILY: [&str; 5] = ["27001", "27002", "27003", "27004", "27005"];

/// What each standard is for.
pub(super) fn view(props: &Props) -> Html {
    html! {
        <section class="prose" aria-labelledby="standards-title">
            { all![
                parts::heading("standards-title", props.say("standards.title")),
                parts::said("p", "lead", props.say("standards.lead")),
                html! {
                    <dl>
                        for number in FAMILY {
                            <div key={number}>
                                { all![
                                    parts::said("dt", "", format!("ISO/IEC {number}")),
                                    parts::said("dd", "", props.say(&format!("standards.{number}"))),
                                ] }
                            </div>
                        }
                    </dl>
                },
                parts::said("h3", "", props.say("standards.first.title")),
                parts::said("p", "", props.say("standards.first.text")),
                parts::said("h3", "", props.say("standards.here.title")),
                parts::said("p", "", props.say("standards.here.text")),
                parts::said("p", "", props.say("standards.buy")),
                parts::said("p", "", props.link(props.say("back.start"), View::Start)),
            ] }
        </section>
    }
}
