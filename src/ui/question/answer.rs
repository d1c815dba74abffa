//! The answer to a question: native radios, nothing chosen beforehand, no jump by itself.

use super::super::parts::span;
use super::super::{event, parts, Props};
use crate::answers::{reason_problem, Answer, Level, ReasonProblem, Response};
use crate::pack::{Item, ItemIx, Kind};
use crate::state::{Action, AnswerEdit};
use std::rc::Rc;
use yew::prelude::*;

/// The question with its possible answers.
pub(super) fn form(props: &Props, index: ItemIx, item: &Item) -> Html {
    let answer = props.state.answers.get(index);
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
            <legend>{ AttrValue::from(item.question.clone()) }</legend>
            if !item.why.is_empty() {
                <p class="why" id={why}>
                    <strong>{ props.say("item.why") }</strong>{ " " }{ AttrValue::from(item.why.clone()) }
                </p>
            }
            { checks(props, index, item, answer) }
            <div class="options" key="options">
                for (level, words) in Level::ALL.into_iter().zip(levels) {
                    <div key={level.number()}>{ level_option(props, index, response, level, words) }</div>
                }
                { other(props, index, "dont-know", Response::DontKnow, response, "answer.dont_know") }
                if item.kind == Kind::Control {
                    { other(
                        props,
                        index,
                        "not-applicable",
                        Response::NotApplicable { reason: "".into() },
                        response,
                        "answer.not_applicable",
                    ) }
                }
            </div>
            <div class="reason" key="reason" hidden={!excluded}>
                if item.kind == Kind::Control {
                    { reason(props, index, response) }
                }
            </div>
            <div class="clear" key="clear">
                if response.is_some() {
                    { props.button("answer.clear", "quiet", Action::Answer(index, AnswerEdit::Respond(None))) }
                }
            </div>
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
    let chosen = Response::Level(level);
    let name = &props.state.pack.level_names[usize::from(level.number())];
    html! {
        <label class="option">
            <input
                type="radio"
                name={format!("q{index}")}
                value={level.number().to_string()}
                checked={response == Some(&chosen)}
                onchange={props.on(Action::Answer(index, AnswerEdit::Respond(Some(chosen))))}
            />
            { parts::gauge(level) }
            <span class="words">
                { AttrValue::from(words) }
                { " " }
                { span("level", AttrValue::from(name.clone())) }
            </span>
        </label>
    }
}

fn other(
    props: &Props,
    index: ItemIx,
    value: &'static str,
    new: Response,
    response: Option<&Response>,
    key: &str,
) -> Html {
    let same = |r: &Response| std::mem::discriminant(r) == std::mem::discriminant(&new);
    let checked = response.is_some_and(same);
    html! {
        <label class="option" key={value}>
            <input
                type="radio"
                name={format!("q{index}")}
                {value}
                {checked}
                onchange={props.on(Action::Answer(index, AnswerEdit::Respond(Some(new))))}
            />
            <span class="no-gauge" />
            { span("words", props.say(key)) }
        </label>
    }
}

fn reason(props: &Props, index: ItemIx, response: Option<&Response>) -> Html {
    let reason = match response {
        Some(Response::NotApplicable { reason }) => reason.clone(),
        _ => "".into(),
    };
    let problem = reason_problem(&reason);
    let (id, hint, error) =
        (format!("q{index}-reason"), format!("q{index}-reason-hint"), format!("q{index}-error"));
    html! {
        <>
            <label for={id.clone()}>{ props.say("reason.label") }</label>
            <p class="hint" id={hint.clone()}>{ props.say("reason.hint") }</p>
            <textarea
                {id}
                rows="2"
                value={reason}
                aria-describedby={format!("{hint} {error}")}
                aria-invalid={problem.is_some().to_string()}
                oninput={props.typed(move |text| Action::Answer(index, AnswerEdit::Reason(text)))}
            />
            <p class="error" id={error} role="status">
                { problem.map(|problem| props.say(match problem {
                    ReasonProblem::Empty => "reason.empty",
                    ReasonProblem::Short => "reason.short",
                    ReasonProblem::SaysNothing => "reason.says_nothing",
                })).unwrap_or_default() }
            </p>
        </>
    }
}

fn checks(props: &Props, index: ItemIx, item: &Item, answer: Option<&Rc<Answer>>) -> Html {
    if item.checks.is_empty() {
        return html! { <div key="checks" /> };
    }
    html! {
        <fieldset class="checks" key="checks">
            <legend>{ props.say("item.checks") }</legend>
            for check in item.checks.iter() {
                <label class="option" key={&*check.id}>
                    <input
                        type="checkbox"
                        checked={answer.is_some_and(|answer| answer.checks.contains(&check.id))}
                        onchange={tick(props, index, &check.id)}
                    />
                    { span("", AttrValue::from(check.text.clone())) }
                </label>
            }
        </fieldset>
    }
}

fn tick(props: &Props, index: ItemIx, check: &Rc<str>) -> Callback<Event> {
    let (send, check) = (props.send.clone(), check.clone());
    Callback::from(move |event: Event| {
        let edit = AnswerEdit::Check(check.clone(), event::ticked(&event));
        send.emit(Action::Answer(index, edit));
    })
}
