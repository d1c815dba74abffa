//! The answer to a question: native radios, nothing chosen beforehand, no jump by itself.

use crate::app::{Action, AnswerEdit, SoaRowId};
use crate::model::assessment::{Level, Response};
use crate::model::pack::{Item, ItemIx, Kind};
use crate::pages::later::{later, Later};
use crate::view::controls::Choice;
use crate::view::parts::children;
use crate::view::{parts, Props};
use std::rc::Rc;
use yew::prelude::*;

/// The possible answers.
#[inline(never)]
pub(super) fn form(props: &Props, index: ItemIx, item: &Item) -> Html {
    let answer = props.state.assessment.get(index);
    let response = answer.and_then(|answer| answer.response.as_ref());
    let excluded = matches!(response, Some(Response::NotApplicable { .. }));
    let levels = props.state.pack.levels(item);
    // Arrow keys choose too, without a pointer.
    let go_on = props.state.preferences.go_on.then(|| props.on(Action::GoOn(index)));
    html! {
        <fieldset
            class="question"
            disabled={!props.state.may_edit()}
            aria-labelledby={format!("q{index}-title")}
        >
            { children![
                parts::keyed("div", "", "outdated", parts::when(
                    answer.is_some_and(|answer| answer.outdated),
                    || later(props, Later::Outdated(index)),
                )),
                html! {
                    <div class="options" key="options" onpointerup={go_on}>
                        { children![
                            html! {
                                for (level, words) in Level::ALL.into_iter().zip(levels) {
                                    { parts::keyed("div", "", level.number(), level_option(props, index, response, level, words)) }
                                }
                            },
                            parts::tag("div", "others", children![
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
                        ] }
                    </div>
                },
                html! {
                    <div class="reason" key="reason" hidden={!excluded}>
                        if excluded {
                            { later(props, Later::Reason(SoaRowId::Item(index), "q")) }
                        }
                    </div>
                },
            ] }
        </fieldset>
    }
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
                parts::tag("strong", "", AttrValue::from(name.clone())),
                " ",
                AttrValue::from(words),
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
    let words = parts::tag("span", "words", props.t(key));
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
