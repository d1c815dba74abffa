//! A page of questions.

mod answer;
pub(super) mod ask;
pub(super) mod below;
pub(super) mod card;
mod explained;
mod more;

use crate::app::{Action, AnswerEdit, Layout, Origin, Route};
use crate::model::assessment::{ItemStatus, Level, Mode, Response};
use crate::model::pack::{ItemIx, Kind};
use crate::rules::score::Tally;
use crate::view::parts::children;
use crate::view::{event, parts, Props};
use card::Card;
use yew::prelude::*;

/// The questions of a section, a few or one at a time.
#[inline(never)]
pub(super) fn view(props: &Props, item: ItemIx, from: Origin) -> Html {
    let state = &props.state;
    let Some(section) = state.pack.section_of(item) else { return html! { <section /> } };
    let layout = state.layout();
    let few = layout == Layout::Few;
    let class = match layout {
        Layout::Few => "page",
        Layout::One => "page one",
        Layout::Meeting => "page one meeting",
    };
    html! {
        <section {class} aria-labelledby="page-title" onkeydown={keys(props, item, from)}>
            { children![
                if few {
                    parts::heading("page-title", section.name.clone().into())
                } else {
                    html! { <h2 id="page-title" class="eyebrow">{ eyebrow(props, item, &section.name) }</h2> }
                },
                parts::when(few, || {
                    let position = state.pack.item(item).map_or(0, |item| item.section);
                    let asked = state.asked_in(position).into_iter();
                    let tally = Tally::of(&state.pack, &state.assessment, asked);
                    parts::tag("p", "hint", props.progress(&tally, section.items.clone()))
                }),
                parts::tag("div", "", html! {
                    for item in state.questions_with(item) {
                        <Card key={item} props={props.clone()} {item} />
                    }
                }),
                parts::when(by_key(props), || parts::tag("p", "hint keys", props.t("keys"))),
                onward(props, item, from),
            ] }
        </section>
    }
}

/// The section and the plain name of its question.
fn eyebrow(props: &Props, item: ItemIx, section: &str) -> AttrValue {
    match props.item(item) {
        Some(item) => {
            props.fill("question.eyebrow", &[("section", &section), ("name", &item.name)])
        }
        None => "".into(),
    }
}

fn onward(props: &Props, item: ItemIx, from: Origin) -> Html {
    let to = |item| Action::Go(Route::Question { item, from });
    let state = &props.state;
    parts::tag(
        "p",
        "actions onward",
        children![
            if from != Origin::Sections {
                props.button("page.return", "", Action::Go(state.origin(from)))
            } else if let Some(next) = state.after(item) {
                props.button("page.continue", "", to(next))
            } else {
                props.button("page.check", "", Action::Go(Route::Check))
            },
            state.before(item).map_or_else(
                || html! {},
                |before| props.button("page.before", "quiet", to(before))
            ),
            parts::when(at_end_of_section(props, item), || {
                props.button("sections.result", "link", Action::Go(Route::RESULT))
            }),
        ],
    )
}

/// Whether a section has just been completed: on its last page, or on the first of the next one, to
/// which a choice may have led by itself.
fn at_end_of_section(props: &Props, item: ItemIx) -> bool {
    let state = &props.state;
    let section = |item| state.pack.item(item).map(|item| item.section);
    let done = |section: usize| {
        let is_open = |item| state.assessment.item_status(item) == ItemStatus::Unanswered;
        !state.asked_in(section).into_iter().any(is_open)
    };
    let here = section(item);
    let ends = state.after(item).and_then(section) != here;
    let before = state.before(item).and_then(section).filter(|before| Some(*before) != here);
    before.or(here.filter(|_| ends)).is_some_and(done)
}

/// Whether single keys answer. A page of several questions would leave open which one is meant.
fn by_key(props: &Props) -> bool {
    let state = &props.state;
    let wanted = state.preferences.keys && state.wide && state.assessment.mode == Mode::Full;
    wanted && state.layout() != Layout::Few && state.may_edit()
}

/// What single keys do: 1 to 5 choose a level, 0 "I don't know", N "not applicable", Enter goes on.
fn keys(props: &Props, index: ItemIx, from: Origin) -> Option<Callback<KeyboardEvent>> {
    if !by_key(props) {
        return None;
    }
    let is_control = props.item(index)?.kind == Kind::Control;
    let next = props.state.after(index).filter(|_| from == Origin::Sections);
    let onward = match next {
        Some(item) => Route::Question { item, from },
        None if from == Origin::Sections => Route::Check,
        None => props.state.origin(from),
    };
    let send = props.send.clone();
    Some(Callback::from(move |event: KeyboardEvent| {
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        if held || event::in_text_field(&event) {
            return;
        }
        let response = match event.key().as_str() {
            "0" => Response::DontKnow,
            "n" | "N" if is_control => Response::NotApplicable { reason: "".into() },
            "Enter" if !event::presses(&event) => {
                event.stop_propagation();
                event.prevent_default();
                return send.emit(Action::Go(onward));
            }
            key => {
                let digit = key.parse::<usize>().ok().and_then(|digit| digit.checked_sub(1));
                let Some(level) = digit.and_then(|digit| Level::ALL.get(digit)) else { return };
                Response::Level(*level)
            }
        };
        // The page around has shortcuts of its own.
        event.stop_propagation();
        event.prevent_default();
        send.emit(Action::Answer(index, AnswerEdit::Respond(Some(response))));
    }))
}
