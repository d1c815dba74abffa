//! The first screen: what this is, how long it takes, and where to begin.

use super::button::Button;
use super::parts::all;
use super::{parts, Props};
use crate::answers::Mode;
use crate::pack::Kind;
use crate::state::{Action, Command, View};
use yew::prelude::*;

/// The first screen.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let pack = &props.state.pack;
    let quick = pack.items.iter().filter(|item| item.quick).count();
    let of = |kind| pack.items.iter().filter(|item| item.kind == kind).count();
    let (requirements, controls) = (of(Kind::Requirement), of(Kind::Control));
    let minutes = |n: usize| super::parts::minutes(n as u32);
    html! {
        <section class="start" aria-labelledby="start-title">
            { all![
                parts::heading("start-title", props.say("start.title")),
                parts::tag("p", "lead", props.say("start.lead")),
                parts::tag("div", "choices", all![
                    parts::tag("div", "choice", all![
                        parts::tag("h3", "", props.say("start.quick.title")),
                        parts::tag("p", "", props.fill(
                            "start.quick.text",
                            &[("n", &quick), ("minutes", &minutes(quick))],
                        )),
                        props.button("start.quick.begin", "", Action::Begin(Mode::Quick)),
                    ]),
                    parts::tag("div", "choice", all![
                        parts::tag("h3", "", props.say("start.full.title")),
                        parts::tag("p", "", props.fill(
                            "start.full.text",
                            &[
                                ("requirements", &requirements),
                                ("controls", &controls),
                                ("minutes", &minutes(requirements + controls)),
                            ],
                        )),
                        props.button("start.full.begin", "", Action::Begin(Mode::Full)),
                    ]),
                ]),
                resume(props),
                parts::tag("ul", "promises", all![
                    parts::tag("li", "", props.say("start.private")),
                    parts::tag("li", "", props.say("start.no_certificate")),
                    parts::tag("li", "", props.link(props.say("start.standards"), View::Standards)),
                ]),
                parts::when(props.state.samples, || all![
                    parts::tag("h3", "", props.say("start.samples")),
                    parts::tag("p", "", props.say("start.samples_text")),
                    parts::tag("ul", "promises", html! {
                        for name in ["starting", "halfway", "ready"] {
                            { parts::keyed("li", "", name, {
                                let words = props.say(&format!("start.sample.{name}"));
                                let open = Action::Do(Command::Sample(name));
                                Button::new("link").draw(props, open, words)
                            }) }
                        }
                    }),
                ]),
                parts::tag("p", "actions", props.button("shelf.open_file", "quiet", Action::Do(Command::PickFile))),
            ] }
        </section>
    }
}

fn resume(props: &Props) -> Html {
    let Some(last) = props.state.shelf.first() else { return html! { <div class="resume" /> } };
    let summary = &last.summary;
    let name = super::shelf::name_of(props, &last.id);
    parts::tag(
        "div",
        "resume",
        all![
            parts::tag(
                "p",
                "",
                all![
                    props.button("start.resume", "", Action::Do(Command::Open(last.id.clone()))),
                    " ",
                    props.count(
                        "start.resume_what",
                        summary.answered,
                        &[("name", &name), ("total", &summary.total), ("changed", &last.changed)],
                    ),
                ]
            ),
            if props.state.shelf.len() > 1 {
                parts::tag("p", "", props.link(props.say("start.all"), View::Shelf))
            } else {
                html! {}
            },
        ],
    )
}
