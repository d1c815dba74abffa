//! The answer to a question: native radios, nothing chosen beforehand, no jump by itself.

use super::card::{Card, Disclosure};
use crate::app::{Action, AnswerEdit, SoaRowId};
use crate::model::assessment::{Answer, Level, Response};
use crate::model::pack::{Item, ItemIx, Kind};
use crate::pages::later::{later, Later};
use crate::view::button::Button;
use crate::view::controls::Choice;
use crate::view::parts::children;
use crate::view::{parts, Props};
use std::rc::Rc;
use yew::prelude::*;

/// The question with its possible answers.
#[inline(never)]
pub(super) fn form(card: &Card, props: &Props, index: ItemIx, item: &Item) -> Html {
    let answer = props.state.assessment.get(index);
    let response = answer.and_then(|answer| answer.response.as_ref());
    let excluded = matches!(response, Some(Response::NotApplicable { .. }));
    let levels = props.state.pack.levels(item);
    let why = format!("q{index}-why");
    html! {
        <fieldset
            class="question"
            disabled={!props.state.may_edit()}
            aria-describedby={(!item.why.is_empty()).then(|| why.clone())}
        >
            { children![
                parts::tag("legend", "", AttrValue::from(item.question.clone())),
                parts::when(!item.why.is_empty(), || html! {
                    <p class="why" id={why}>
                        { children![
                            parts::tag("strong", "", props.t("item.why")),
                            " ",
                            AttrValue::from(item.why.clone()),
                        ] }
                    </p>
                }),
                parts::keyed("div", "", "outdated", parts::when(
                    answer.is_some_and(|answer| answer.outdated),
                    || later(props, Later::Outdated(index)),
                )),
                checks(card, props, index, item, answer),
                parts::keyed("div", "options", "options", children![
                    html! {
                        for (level, words) in Level::ALL.into_iter().zip(levels) {
                            { parts::keyed("div", "", level.number(), level_option(props, index, response, level, words)) }
                        }
                    },
                    other(props, index, "dont-know", Response::DontKnow, response, "answer.dont_know"),
                    parts::when(item.kind == Kind::Control, || other(
                        props,
                        index,
                        "not-applicable",
                        Response::NotApplicable { reason: "".into() },
                        response,
                        "answer.not_applicable",
                    )),
                ]),
                html! {
                    <div class="reason" key="reason" hidden={!excluded}>
                        if excluded {
                            { later(props, Later::Reason(SoaRowId::Item(index), "q")) }
                        }
                    </div>
                },
                parts::keyed("div", "clear", "clear", clear(props, index, response.is_some())),
            ] }
        </fieldset>
    }
}

/// It stays where it is when there is nothing to clear: a button that goes takes the focus along.
fn clear(props: &Props, index: ItemIx, something: bool) -> Html {
    let button = Button { idle: !something, ..Button::new("quiet") };
    let clear = Action::Answer(index, AnswerEdit::Respond(None));
    button.draw(props, clear, props.t("answer.clear"))
}

fn level_option(
    props: &Props,
    index: ItemIx,
    response: Option<&Response>,
    level: Level,
    words: Rc<str>,
) -> Html {
    let name = &props.state.pack.level_names[usize::from(level.number())];
    let words = children![
        parts::gauge(level),
        parts::tag(
            "span",
            "words",
            children![
                AttrValue::from(words),
                " ",
                parts::tag("span", "level", AttrValue::from(name.clone())),
            ]
        ),
    ];
    let value = ["0", "1", "2", "3", "4"][usize::from(level.number())];
    option(props, index, value, Response::Level(level), response, words)
}

fn other(
    props: &Props,
    index: ItemIx,
    value: &'static str,
    new: Response,
    response: Option<&Response>,
    key: &str,
) -> Html {
    let words =
        children![parts::tag("span", "no-gauge", ""), parts::tag("span", "words", props.t(key))];
    parts::keyed("div", "", value, option(props, index, value, new, response, words))
}

fn option(
    props: &Props,
    index: ItemIx,
    value: &'static str,
    new: Response,
    response: Option<&Response>,
    words: Html,
) -> Html {
    // The reason of an exclusion does not make it another choice.
    let checked = response.is_some_and(|response| match (response, &new) {
        (Response::NotApplicable { .. }, Response::NotApplicable { .. }) => true,
        (response, new) => response == new,
    });
    let choose = Action::Answer(index, AnswerEdit::Respond(Some(new)));
    let group = Some(format!("q{index}"));
    let choice = Choice { group, value: Some(value), checked, ..Choice::default() };
    choice.draw(props, "option", words, choose)
}

fn checks(
    card: &Card,
    props: &Props,
    index: ItemIx,
    item: &Item,
    answer: Option<&Rc<Answer>>,
) -> Html {
    if item.checks.is_empty() {
        return html! { <div key="item.checks" /> };
    }
    let ticked = answer.is_some_and(|answer| !answer.checks.is_empty());
    card.disclosure(props, Disclosure::Checks, index, "item.checks", ticked)
}
