//! How far the whole check is: a segment for each section, filled as far as it is answered.

use crate::app::{Action, Route};
use crate::rules::score::Tally;
use crate::view::button::Button;
use crate::view::parts::children;
use crate::view::{parts, Props};
use std::fmt::Write;
use yew::prelude::*;

/// Leads to the task list.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let (pack, assessment) = (&props.state.pack, &props.state.assessment);
    let mut at = 0;
    let (mut answered, mut total) = (0, 0);
    let (mut track, mut full) = (String::new(), String::new());
    for section in 0..pack.sections.len() {
        let asked = props.state.asked_in(section);
        if asked.is_empty() {
            continue;
        }
        let tally = Tally::of(pack, assessment, asked.into_iter());
        answered += tally.answered();
        total += tally.total;
        // A section is as long as it has questions; a gap tells it from the next.
        let length = tally.total * 4;
        let _ = write!(track, "M{at} 0h{length}v8h-{length}z");
        let done = tally.answered() * 4;
        let _ = write!(full, "M{at} 0h{done}v8h-{done}z");
        at += length + 3;
    }
    let view_box = format!("0 0 {} 8", at.saturating_sub(3));
    let said = props.fill("progress.of", &[("n", &answered), ("total", &total)]);
    let words = children![
        html! {
            <svg class="segments" viewBox={view_box} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                { children![
                    html! { <path class="track" d={track} /> },
                    html! { <path class="full" d={full} /> },
                ] }
            </svg>
        },
        parts::tag("span", "count", said),
        parts::tag("span", "visually-hidden", props.t("progress.all")),
    ];
    Button::new("link progress").draw(props, Action::Go(Route::Sections), words)
}
