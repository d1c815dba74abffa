//! A page of questions.

mod answer;
pub(super) mod below;
pub(super) mod card;
mod explained;
mod more;

use crate::app::{Action, Origin, PerPage, Route};
use crate::model::pack::ItemIx;
use crate::rules::score::Tally;
use crate::view::button::Button;
use crate::view::parts::children;
use crate::view::{parts, Props};
use card::Card;
use yew::prelude::*;

/// The questions of a section, a few or one at a time.
#[inline(never)]
pub(super) fn view(props: &Props, item: ItemIx, from: Origin) -> Html {
    let state = &props.state;
    let Some(section) = state.pack.section_of(item) else { return html! { <section /> } };
    let position = state.pack.item(item).map(|item| item.section).unwrap_or_default();
    let tally = Tally::of(&state.pack, &state.assessment, state.asked_in(position).into_iter());
    html! {
        <section class="page" aria-labelledby="page-title">
            { children![
                parts::tag("p", "back", props.link(props.t(match from {
                    Origin::Sections => "back.sections",
                    Origin::Search => "back.search",
                    Origin::Check => "back.check",
                    Origin::Way => "back.way",
                    Origin::Result => "back.result",
                }), props.state.origin(from))),
                html! {
                    <h2 id="page-title" tabindex="-1" data-focus="">
                        { children![
                            parts::tag("span", "id", AttrValue::from(section.id.clone())),
                            " ",
                            AttrValue::from(section.name.clone()),
                        ] }
                    </h2>
                },
                parts::tag("p", "hint", props.progress(&tally, section.items.clone())),
                per_page(props),
                parts::tag("div", "", html! {
                    for item in state.questions_with(item) {
                        <Card key={item} props={props.clone()} {item} />
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
        button.draw(props, Action::PerPage(per_page), props.t(key))
    };
    html! {
        <div class="switch" role="group" aria-label={props.t("page.per_page")}>
            { children![choice(PerPage::Few, "page.few"), choice(PerPage::One, "page.one")] }
        </div>
    }
}

fn onward(props: &Props, item: ItemIx, from: Origin) -> Html {
    let to = |item| Action::Go(Route::Question { item, from });
    parts::tag(
        "p",
        "actions",
        children![
            if from != Origin::Sections {
                props.button("page.return", "", Action::Go(props.state.origin(from)))
            } else if let Some(next) = props.state.after(item) {
                props.button("page.continue", "", to(next))
            } else {
                props.button("page.check", "", Action::Go(Route::Check))
            },
            if let Some(before) = props.state.before(item) {
                props.button("page.before", "quiet", to(before))
            } else {
                html! {}
            },
            props.button("page.sections", "quiet", Action::Go(Route::Sections)),
        ],
    )
}
