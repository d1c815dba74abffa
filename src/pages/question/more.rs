//! What can be added to an answer, and what good looks like: a row of buttons, each of which opens
//! something below.

use super::card::{Card, Disclosure};
use crate::app::{Action, AnswerEdit};
use crate::model::assessment::Answer;
use crate::model::pack::{Item, ItemIx};
use crate::pages::later::{later, Later};
use crate::view::button::Button;
use crate::view::parts::children;
use crate::view::{parts, Props};
use std::rc::Rc;
use yew::prelude::*;

/// Note, evidence, owner and date, check list, guidance and explanations where the pack has any.
#[inline(never)]
pub(super) fn details(
    card: &Card,
    props: &Props,
    index: ItemIx,
    item: &Item,
    meeting: bool,
) -> Html {
    let blank = Rc::default();
    let answer: &Rc<Answer> = props.state.assessment.get(index).unwrap_or(&blank);
    let pack = &props.state.pack;
    let has_owner = !answer.owner.is_empty() || answer.due.is_some() || answer.done_by.is_some();
    // Each with whether the pack has something for it, and whether something is entered.
    let offered = [
        (NOTE, !meeting, !answer.note.is_empty()),
        (OWNER, !meeting, has_owner),
        ((Disclosure::Evidence, "more.evidence"), true, !answer.evidence.is_empty()),
        ((Disclosure::Checks, "item.checks"), !item.checks.is_empty(), !answer.checks.is_empty()),
        ((Disclosure::Guidance, "more.guidance"), has_guidance(props, index, item), false),
        ((Disclosure::Explained, "more.explained"), !pack.explanations.is_empty(), false),
        ((Disclosure::Words, "more.words"), !pack.glossary.is_empty(), false),
    ];
    let offered = || offered.into_iter().filter(|(_, has, _)| *has);
    children![
        parts::tag(
            "div",
            "more",
            children![
                html! {
                    for (part, _, filled) in offered() {
                        { opener(card, props, index, part, filled) }
                    }
                },
                flag(props, index, answer.flagged),
                clear(props, index, answer.response.is_some()),
            ],
        ),
        parts::tag(
            "div",
            "opened",
            html! {
                for (part, _, _) in offered() {
                    { opened(props, index, part, card.is_open(part.0)) }
                }
            },
        ),
    ]
}

/// The fields that everybody fills in: in a meeting they are open.
pub(super) fn fields(props: &Props, index: ItemIx) -> Html {
    children![opened(props, index, NOTE, true), opened(props, index, OWNER, true)]
}

/// A part with the key of its words.
type Part = (Disclosure, &'static str);

const NOTE: Part = (Disclosure::Note, "more.note");
const OWNER: Part = (Disclosure::OwnerAndDate, "more.owner_date");

/// A button with a mark where something is entered.
fn opener(card: &Card, props: &Props, index: ItemIx, (part, key): Part, filled: bool) -> Html {
    let expanded = if card.is_open(part) { "true" } else { "false" };
    let mark = || {
        parts::tag("span", "filled", parts::tag("span", "visually-hidden", props.t("more.filled")))
    };
    html! {
        <button {key} type="button" class="quiet" aria-expanded={expanded}
            aria-controls={format!("q{index}-{key}")} onclick={card.toggle(part)}>
            { children![props.t(key), parts::when(filled, mark)] }
        </button>
    }
}

/// What a part holds, as long as it is open. It always stands in the page, so that its button can
/// name it.
fn opened(props: &Props, index: ItemIx, (part, key): Part, open: bool) -> Html {
    // Drawn to a string there is nobody who opens it later.
    let labelled = matches!(part, Disclosure::Note | Disclosure::OwnerAndDate);
    let drawn = open || cfg!(not(target_arch = "wasm32"));
    html! {
        <fieldset {key} id={format!("q{index}-{key}")} class="plain" hidden={!open}
            disabled={!props.state.may_edit() && takes_words(part)}>
            { children![
                // A label says the same again.
                parts::tag("legend", if labelled { "visually-hidden" } else { "" }, props.t(key)),
                parts::when(drawn, || later(props, Later::Below(part, index))),
            ] }
        </fieldset>
    }
}

/// What only explains can be used where nothing can be changed.
fn takes_words(part: Disclosure) -> bool {
    !matches!(part, Disclosure::Guidance | Disclosure::Words | Disclosure::Explained)
}

fn flag(props: &Props, index: ItemIx, flagged: bool) -> Html {
    let disabled = !props.state.may_edit();
    let button = Button { pressed: Some(flagged), disabled, ..Button::new("quiet") };
    let flag = Action::Answer(index, AnswerEdit::Flag(!flagged));
    button.draw(props, flag, props.t("more.flag"))
}

/// It stays where it is when there is nothing to clear: a button that goes takes the focus along.
fn clear(props: &Props, index: ItemIx, something: bool) -> Html {
    let disabled = !props.state.may_edit();
    let button = Button { idle: !something, disabled, ..Button::new("quiet") };
    let clear = Action::Answer(index, AnswerEdit::Respond(None));
    button.draw(props, clear, props.t("answer.clear"))
}

/// Whether the pack says anything of what good looks like; a document alone is something.
fn has_guidance(props: &Props, index: ItemIx, item: &Item) -> bool {
    let pack = &props.state.pack;
    !(item.small.is_empty()
        && item.guidance.is_empty()
        && item.larger.is_empty()
        && item.evidence.is_empty())
        || pack.documents.iter().any(|document| document.items.contains(&index))
        || pack.metrics.iter().any(|metric| metric.items.contains(&index))
}
