//! A page of questions.

mod answer;
mod more;
mod part;

use super::button::Button;
use super::parts::all;
use super::{parts, Props};
use crate::pack::{Item, ItemIx, Kind};
use crate::score::Tally;
use crate::state::{Action, From, PerPage, View};
use yew::prelude::*;

/// The questions of a section, a few or one at a time.
#[inline(never)]
pub(super) fn view(props: &Props, item: ItemIx, from: From) -> Html {
    let state = &props.state;
    let Some(section) = state.pack.section_of(item) else { return html! { <section /> } };
    let position = state.pack.item(item).map(|item| item.section).unwrap_or_default();
    let tally = Tally::of(&state.pack, &state.answers, state.asked_in(position).into_iter());
    html! {
        <section class="page" aria-labelledby="page-title">
            { all![
                parts::tag("p", "back", props.link(props.say(match from {
                    From::Sections => "back.sections",
                    From::Search => "back.search",
                    From::Check => "back.check",
                    From::Result => "back.result",
                }), from.view())),
                html! {
                    <h2 id="page-title" tabindex="-1" data-focus="">
                        { all![
                            parts::tag("span", "id", AttrValue::from(section.id.clone())),
                            " ",
                            AttrValue::from(section.name.clone()),
                        ] }
                    </h2>
                },
                parts::tag("p", "hint", props.progress(&tally)),
                per_page(props),
                parts::tag("div", "", html! {
                    for item in state.page(item) {
                        { parts::keyed("div", "", item, question(props, item)) }
                    }
                }),
                onward(props, item, from),
            ] }
        </section>
    }
}

fn per_page(props: &Props) -> Html {
    let choice = |per_page: PerPage, key: &str| {
        let pressed = Some(props.state.per_page == per_page);
        let button = Button { pressed, ..Button::new("quiet") };
        button.draw(props, Action::PerPage(per_page), props.say(key))
    };
    html! {
        <div class="switch" role="group" aria-label={props.say("page.per_page")}>
            { all![choice(PerPage::Few, "page.few"), choice(PerPage::One, "page.one")] }
        </div>
    }
}

fn onward(props: &Props, item: ItemIx, from: From) -> Html {
    let to = |item| Action::Go(View::Question { item, from });
    parts::tag(
        "p",
        "actions",
        all![
            if from != From::Sections {
                props.button("page.return", "", Action::Go(from.view()))
            } else if let Some(next) = props.state.after(item) {
                props.button("page.continue", "", to(next))
            } else {
                props.button("page.check", "", Action::Go(View::Check))
            },
            if let Some(before) = props.state.before(item) {
                props.button("page.before", "quiet", to(before))
            } else {
                html! {}
            },
            props.button("page.sections", "quiet", Action::Go(View::Sections)),
        ],
    )
}

fn question(props: &Props, index: ItemIx) -> Html {
    let Some(item) = props.item(index) else { return html! { <article /> } };
    let title = format!("q{index}-title");
    html! {
        <article class="question-card" data-item={item.id.clone()} aria-labelledby={title.clone()}>
            { all![
                parts::tag("header", "", all![
                    parts::tag("p", "labels", all![
                        parts::tag("span", "id", AttrValue::from(item.id.clone())),
                        " ",
                        parts::tag("span", item.kind.id(), props.kind(item.kind)),
                        parts::when(item.new, || all![
                            " ",
                            parts::tag("span", "new", props.say("item.new")),
                        ]),
                    ]),
                    html! {
                        <h3 id={title} tabindex="-1">
                            { AttrValue::from(item.name.clone()) }
                        </h3>
                    },
                    official(props, item),
                ]),
                answer::form(props, index, item),
                more::details(props, index, item),
            ] }
        </article>
    }
}

/// The official short title, and which standard speaks of the item.
fn official(props: &Props, item: &Item) -> Html {
    let key = match item.kind {
        Kind::Requirement => "item.in_27001",
        Kind::Control => "item.in_27002",
    };
    parts::tag(
        "p",
        "official",
        all![
            if !item.title.is_empty() {
                all![props.fill("item.official", &[("title", &item.title)]), " "]
            } else {
                html! {}
            },
            props.fill(key, &[("id", &item.id.trim_start_matches("A."))]),
        ],
    )
}
