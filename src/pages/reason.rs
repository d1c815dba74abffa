//! Why a control is left out: the reason as it is typed, what is wrong with it, and the facts that
//! usually justify it, to take and to edit.

use crate::app::{Action, AnswerEdit, SoaRowId};
use crate::model::assessment::Response;
use crate::model::pack::exclusion::{judge, reason_problem, ReasonProblem};
use crate::model::pack::ItemIx;
use crate::part;
use crate::rules::scoping;
use crate::view::button::Button;
use crate::view::controls::Field;
use crate::view::parts::children;
use crate::view::{parts, Props};
use std::rc::Rc;
use yew::prelude::*;

/// The field and what belongs to it, for a row of the statement. Its identifiers begin with `of`.
pub(in crate::pages) fn view(props: &Props, row: SoaRowId, of: &str) -> Html {
    let assessment = &props.state.assessment;
    let (item, answer) = match row {
        SoaRowId::Item(item) => (Some(item), assessment.get(item)),
        SoaRowId::Own(n) => (None, assessment.own_controls.get(n).map(|own| &own.answer)),
    };
    let reason = match answer.and_then(|answer| answer.response.as_ref()) {
        Some(Response::NotApplicable { reason }) => reason.clone(),
        _ => Rc::default(),
    };
    let change = |edit| Action::Rows(vec![(row, edit)]);
    let take = |reason| change(AnswerEdit::Respond(Some(Response::NotApplicable { reason })));
    let exclusions = &props.state.pack.exclusions;
    let problem = match item {
        Some(item) => part::now(judge(exclusions, item, &reason)).flatten(),
        None => reason_problem(&reason),
    };
    let facts = item.map(|item| exclusions.offered(item)).unwrap_or_default();
    let id = format!("{of}{}-reason", row.word());
    let (hint, error) = (format!("{id}-hint"), format!("{id}-error"));
    let disabled = !props.state.may_edit();
    let field = Field {
        describedby: Some(format!("{hint} {error}")),
        invalid: problem.is_some(),
        disabled,
        ..Field::lines(id.clone(), &reason, "3")
    };
    let hinted = match facts.is_empty() && item.is_some_and(|item| exclusions.knows(item)) {
        true => "reason.hint_no_fact",
        false => "reason.hint",
    };
    children![
        html! { <label for={id}>{ props.t("reason.label") }</label> },
        html! { <p class="hint" id={hint}>{ props.t(hinted) }</p> },
        field.draw(props, change(AnswerEdit::Reason("".into()))),
        html! {
            <p class="error" id={error} role="status">
                { problem.map(|problem| words(props, item, problem)).unwrap_or_default() }
            </p>
        },
        parts::when(!facts.is_empty() && !disabled, || children![
            parts::tag("p", "hint", props.t("reason.facts")),
            parts::tag(
                "ul",
                "facts",
                html! {
                    for (n, fact) in facts.iter().enumerate() {
                        { parts::keyed("li", "", n, {
                            let button = Button { idle: **fact == *reason, ..Button::new("quiet") };
                            button.draw(props, take(fact.clone()), AttrValue::from(fact.clone()))
                        }) }
                    }
                },
            ),
        ]),
    ]
}

/// What is wrong with a reason, and why no fact takes the control away where that is so.
fn words(props: &Props, item: Option<ItemIx>, problem: ReasonProblem) -> AttrValue {
    let key = match problem {
        ReasonProblem::Empty => "reason.empty",
        ReasonProblem::Short => "reason.short",
        ReasonProblem::SaysNothing => "reason.says_nothing",
        ReasonProblem::State => "reason.state",
        ReasonProblem::Unfit => "reason.unfit",
        ReasonProblem::Unclear => "reason.unclear",
        ReasonProblem::NoFact => "reason.no_fact",
    };
    let (pack, organisation) = (&props.state.pack, &props.state.assessment.organisation);
    let why = item.filter(|_| problem == ReasonProblem::NoFact).and_then(|item| {
        let expected = scoping::expected(pack, organisation, item).cloned();
        expected.or_else(|| pack.exclusions.none_because(item))
    });
    match why {
        Some(why) => format!("{why} {}", props.t(key)).into(),
        None => props.t(key),
    }
}
