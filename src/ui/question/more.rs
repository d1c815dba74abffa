//! What can be added to an answer, and what good looks like.

use super::super::parts::all;
use super::super::parts::Choice;
use super::super::{event, parts, Props};
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
            { all![
                part("more.note", !answer.note.is_empty(), note(props, index, &answer)),
                part("more.evidence", !answer.evidence.is_empty(), evidence(props, index, &answer)),
                part(
                    "more.owner_date",
                    !answer.owner.is_empty() || answer.due.is_some(),
                    owner_and_date(props, index, &answer),
                ),
                guidance(props, item),
                html! { <div key="flag">{ flag(props, index, answer.flagged, disabled) }</div> },
            ] }
        </div>
    }
}

fn note(props: &Props, index: ItemIx, answer: &Answer) -> Html {
    let id = format!("q{index}-note");
    html! {
        <div class="field">
            { all![
                html! { <label for={id.clone()}>{ props.say("note.label") }</label> },
                parts::area(
                    id,
                    None,
                    &answer.note,
                    false,
                    props.typed(move |text| Action::Answer(index, AnswerEdit::Note(text))),
                ),
            ] }
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
                <li key={n}>
                    { piece_of_evidence(props, index, n, piece, n < answer.evidence.len()) }
                </li>
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
            { all![
                parts::field(name, props.say("evidence.name"), &piece.name, edit(AnswerEdit::EvidenceName)),
                parts::field(place, props.say("evidence.place"), &piece.place, edit(AnswerEdit::EvidencePlace)),
                html! {
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
                },
            ] }
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
            { all![
                parts::field(
                    owner,
                    props.say("owner.label"),
                    &answer.owner,
                    props.typed(move |text| Action::Answer(index, AnswerEdit::Owner(text))),
                ),
                html! {
                    <div class="field">
                        { all![
                            html! {
                                <label for={due.clone()}>{ props.say("due.label") }</label>
                            },
                            html! {
                                <input
                                    id={due}
                                    type="date"
                                    value={answer.due.map(|due| due.to_string()).unwrap_or_default()}
                                    onchange={dated}
                                />
                            },
                        ] }
                    </div>
                },
            ] }
        </div>
    }
}

fn flag(props: &Props, index: ItemIx, checked: bool, disabled: bool) -> Html {
    let send = props.send.clone();
    let onchange = Callback::from(move |event: Event| {
        send.emit(Action::Answer(index, AnswerEdit::Flag(event::ticked(&event))));
    });
    let choice = Choice { checked, disabled, onchange, ..Choice::default() };
    choice.draw("option flag", parts::said("span", "", props.say("more.flag")))
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
            { all![
                parts::said("summary", "", props.say("more.guidance")),
                parts::when(!item.small.is_empty(), || all![
                    parts::said("h4", "", props.say("guidance.small")),
                    parts::said("p", "", AttrValue::from(item.small.clone())),
                ]),
                html! {
                    for (key, list) in lists {
                        <div {key} hidden={list.is_empty()}>
                            { all![
                                parts::said("h4", "", props.say(key)),
                                html! {
                                    <ul>
                                        for (n, line) in list.iter().enumerate() {
                                            <li key={n}>{ AttrValue::from(line.clone()) }</li>
                                        }
                                    </ul>
                                },
                            ] }
                        </div>
                    }
                },
            ] }
        </details>
    }
}
