//! What can be added to an answer, and what good looks like.

use super::super::parts::{p, span};
use super::super::{event, Props};
use super::part::Part;
use crate::answers::{Answer, Evidence};
use crate::date::Date;
use crate::pack::{Item, ItemIx};
use crate::state::{Action, AnswerEdit};
use std::rc::Rc;
use yew::prelude::*;

/// Note, evidence, owner and date, flag, and guidance where the pack has any.
pub(super) fn details(props: &Props, index: ItemIx, item: &Item) -> Html {
    let answer = props.state.answers.get(index).cloned().unwrap_or_default();
    let disabled = !props.state.may_edit();
    let part = |key: &'static str, filled: bool, body: Html| {
        html! { <Part {key} summary={props.say(key)} {filled} {disabled}>{ body }</Part> }
    };
    html! {
        <div class="more">
            { part("more.note", !answer.note.is_empty(), note(props, index, &answer)) }
            { part("more.evidence", !answer.evidence.is_empty(), evidence(props, index, &answer)) }
            { part(
                "more.owner_date",
                !answer.owner.is_empty() || answer.due.is_some(),
                owner_and_date(props, index, &answer),
            ) }
            { guidance(props, item) }
            <label class="option flag" key="flag">
                <input type="checkbox" checked={answer.flagged} {disabled} onchange={flag(props, index)} />
                { span("", props.say("more.flag")) }
            </label>
        </div>
    }
}

fn note(props: &Props, index: ItemIx, answer: &Answer) -> Html {
    let id = format!("q{index}-note");
    html! {
        <div class="field">
            <label for={id.clone()}>{ props.say("note.label") }</label>
            <textarea
                {id}
                rows="3"
                value={answer.note.clone()}
                oninput={props.typed(move |text| Action::Answer(index, AnswerEdit::Note(text)))}
            />
        </div>
    }
}

/// The pieces that there are and an empty one to add to.
fn evidence(props: &Props, index: ItemIx, answer: &Answer) -> Html {
    let empty = Evidence::default();
    let pieces = answer.evidence.iter().chain([&empty]).enumerate();
    html! {
        <ul class="evidence">
            for (n, piece) in pieces {
                <li key={n}>{ piece_of_evidence(props, index, n, piece, n < answer.evidence.len()) }</li>
            }
        </ul>
    }
}

fn piece_of_evidence(
    props: &Props,
    index: ItemIx,
    n: usize,
    piece: &Evidence,
    exists: bool,
) -> Html {
    let (name, place) = (format!("q{index}-evidence{n}"), format!("q{index}-place{n}"));
    let edit = |edit: fn(usize, Rc<str>) -> AnswerEdit| {
        props.typed(move |text| Action::Answer(index, edit(n, text)))
    };
    html! {
        <div class="pair">
            <div class="field">
                <label for={name.clone()}>{ props.say("evidence.name") }</label>
                <input
                    id={name}
                    type="text"
                    value={piece.name.clone()}
                    oninput={edit(AnswerEdit::EvidenceName)}
                    autocomplete="off"
                />
            </div>
            <div class="field">
                <label for={place.clone()}>{ props.say("evidence.place") }</label>
                <input
                    id={place}
                    type="text"
                    value={piece.place.clone()}
                    oninput={edit(AnswerEdit::EvidencePlace)}
                    autocomplete="off"
                />
            </div>
            <div>
                if exists {
                    <button
                        type="button"
                        class="quiet"
                        aria-label={props.fill("evidence.remove_named", &[("name", &piece.name)])}
                        onclick={props.on(Action::Answer(index, AnswerEdit::RemoveEvidence(n)))}
                    >
                        { props.say("evidence.remove") }
                    </button>
                }
            </div>
        </div>
    }
}

fn owner_and_date(props: &Props, index: ItemIx, answer: &Answer) -> Html {
    let (owner, due) = (format!("q{index}-owner"), format!("q{index}-due"));
    let send = props.send.clone();
    let dated = Callback::from(move |event: Event| {
        let edit = AnswerEdit::Due(Date::parse(&event::value(&event)));
        send.emit(Action::Answer(index, edit));
    });
    html! {
        <div class="pair">
            <div class="field">
                <label for={owner.clone()}>{ props.say("owner.label") }</label>
                <input
                    id={owner}
                    type="text"
                    value={answer.owner.clone()}
                    oninput={props.typed(move |text| Action::Answer(index, AnswerEdit::Owner(text)))}
                    autocomplete="off"
                />
            </div>
            <div class="field">
                <label for={due.clone()}>{ props.say("due.label") }</label>
                <input
                    id={due}
                    type="date"
                    value={answer.due.map(|due| due.to_string()).unwrap_or_default()}
                    onchange={dated}
                />
            </div>
        </div>
    }
}

fn flag(props: &Props, index: ItemIx) -> Callback<Event> {
    let send = props.send.clone();
    Callback::from(move |event: Event| {
        send.emit(Action::Answer(index, AnswerEdit::Flag(event::ticked(&event))));
    })
}

fn guidance(props: &Props, item: &Item) -> Html {
    let lists = [
        ("guidance.steps", &item.guidance),
        ("guidance.larger", &item.larger),
        ("guidance.evidence", &item.evidence),
    ];
    if item.small.is_empty() && lists.iter().all(|(_, list)| list.is_empty()) {
        return html! { <div key="guidance" /> };
    }
    html! {
        <details key="guidance">
            <summary>{ props.say("more.guidance") }</summary>
            if !item.small.is_empty() {
                <h4>{ props.say("guidance.small") }</h4>
                { p("", AttrValue::from(item.small.clone())) }
            }
            for (key, list) in lists {
                <div {key} hidden={list.is_empty()}>
                    <h4>{ props.say(key) }</h4>
                    <ul>
                        for (n, line) in list.iter().enumerate() {
                            <li key={n}>{ AttrValue::from(line.clone()) }</li>
                        }
                    </ul>
                </div>
            }
        </details>
    }
}
