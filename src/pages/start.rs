//! The first screen: what this is, how long it takes, and where to begin.

use super::later::{later, Later};
use crate::app::{Action, FilePurpose, Route};
use crate::model::assessment::Mode;
use crate::model::pack::Kind;
use crate::rules::reading;
use crate::save::SAMPLES;
use crate::view::button::Button;
use crate::view::parts::children;
use crate::view::{parts, Props};
use yew::prelude::*;

#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let pack = &props.state.pack;
    let quick = pack.items.iter().filter(|item| item.quick).count();
    let of = |kind| pack.items.iter().filter(|item| item.kind == kind).count();
    let (requirements, controls) = (of(Kind::Requirement), of(Kind::Control));
    let (short, long) = (reading::whole(pack, true), reading::whole(pack, false));
    // Nobody answers for hours at a stretch.
    let full_text = if long > 60 { "start.full.text_long" } else { "start.full.text" };
    html! {
        <section class="start" aria-labelledby="start-title">
            { children![
                parts::heading("start-title", props.t("start.title")),
                resume(props),
                parts::tag("p", "lead", props.t("start.lead")),
                parts::tag("div", "choices", children![
                    parts::tag("div", "choice", children![
                        parts::tag("h3", "", props.t("start.quick.title")),
                        parts::tag("p", "", props.fill(
                            "start.quick.text",
                            &[("n", &quick), ("time", &props.time(short))],
                        )),
                        props.button("start.quick.begin", "", Action::Begin(Mode::Quick)),
                    ]),
                    parts::tag("div", "choice", children![
                        parts::tag("h3", "", props.t("start.full.title")),
                        parts::tag("p", "", props.fill(
                            full_text,
                            &[
                                ("requirements", &requirements),
                                ("controls", &controls),
                                ("time", &props.time(long)),
                            ],
                        )),
                        props.button("start.full.begin", "", Action::Begin(Mode::Full)),
                    ]),
                ]),
                parts::tag("p", "hint", props.t("start.times")),
                parts::tag("ul", "promises", children![
                    parts::tag("li", "", props.t("start.private")),
                    parts::tag("li", "", props.t("start.no_certificate")),
                ]),
                parts::tag("p", "", props.link(props.t("start.standards"), Route::Standards)),
                parts::when(props.state.samples, || children![
                    parts::tag("h3", "", props.t("start.samples")),
                    parts::tag("p", "", props.t("start.samples_text")),
                    parts::tag("ul", "samples", html! {
                        for name in SAMPLES {
                            { parts::keyed("li", "", name, {
                                let words = props.t(&format!("start.sample.{name}"));
                                let open = Action::OpenSample(name);
                                Button::new("link").draw(props, open, words)
                            }) }
                        }
                    }),
                ]),
                example(props),
                parts::tag("p", "actions", props.button("library.open_file", "quiet", Action::PickFile(FilePurpose::Open))),
            ] }
        </section>
    }
}

/// The assessment that was used last. Its place is held from the first draw on where one is
/// expected, so that nothing moves when it has come.
fn resume(props: &Props) -> Html {
    let here = !props.state.library.is_empty();
    let class = if here || props.state.expects_library { "resume" } else { "" };
    parts::tag("div", class, parts::when(here, || later(props, Later::Resume)))
}

/// Its words and pictures come with the report; its place is held until then.
fn example(props: &Props) -> Html {
    let drawn = parts::when(props.state.report_part, || later(props, Later::Example));
    parts::tag("div", "example", drawn)
}
