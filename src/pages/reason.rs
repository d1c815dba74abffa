//! Why a control is left out: the reason as it is typed, what is wrong with it, and the facts that
//! usually justify it, to take and to edit.

use crate::app::{Action, AnswerEdit, PageEdit, SoaRowId};
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
    let problem = match item {
        Some(item) => part::now(judge(&props.state.pack.exclusions, item, &reason)).flatten(),
        None => reason_problem(&reason),
    };
    let change = |edit| Action::Rows(vec![(row, edit)]);
    let facts = item.map(|item| props.state.pack.exclusions.offered(item)).unwrap_or_default();
    let knows = item.is_some_and(|item| props.state.pack.exclusions.knows(item));
    let field = Reason {
        id: format!("{of}{}-reason", row.word()),
        label: "reason.label",
        rows: "3",
        hint: if facts.is_empty() && knows { "reason.hint_no_fact" } else { "reason.hint" },
        facts,
        wrong: problem.map(|problem| words(props, item, problem)),
        take: |reason| AnswerEdit::Respond(Some(Response::NotApplicable { reason })),
        change: &change,
        reason,
    };
    field.draw(props)
}

/// The same for all marked rows together: a fact is offered that takes each of them away.
pub(in crate::pages) fn shared(props: &Props) -> Html {
    let exclusions = &props.state.pack.exclusions;
    let marked = &props.state.page.marked;
    let offered = |row: &SoaRowId| match row {
        SoaRowId::Item(item) => exclusions.offered(*item),
        SoaRowId::Own(_) => Vec::new(),
    };
    let mut facts = marked.first().map(offered).unwrap_or_default();
    for row in marked.iter().skip(1) {
        let others = offered(row);
        facts.retain(|fact| others.contains(fact));
    }
    let reason = props.state.draft().map(|draft| draft.reason.clone()).unwrap_or_default();
    let change = |edit| Action::Page(PageEdit::Draft(edit));
    let field = Reason {
        id: "bulk-reason".into(),
        label: "soa.bulk_reason",
        rows: "2",
        hint: "reason.hint",
        facts,
        wrong: unfit(props, &reason),
        take: AnswerEdit::Reason,
        change: &change,
        reason,
    };
    field.draw(props)
}

/// For which of the marked rows a reason does not hold. As long as nothing is typed, nothing is
/// wrong: no row has changed.
fn unfit(props: &Props, reason: &str) -> Option<AttrValue> {
    if reason.trim().is_empty() {
        return None;
    }
    let (pack, assessment) = (&props.state.pack, &props.state.assessment);
    let name = |row: &SoaRowId| match row {
        SoaRowId::Item(item) if pack.exclusions.accepts(*item, reason) => None,
        SoaRowId::Item(item) => Some(pack.item(*item)?.id.clone()),
        SoaRowId::Own(_) if reason_problem(reason).is_none() => None,
        SoaRowId::Own(n) => Some(assessment.own_controls.get(*n)?.name.clone()),
    };
    let marked = &props.state.page.marked;
    let names: Vec<Rc<str>> = marked.iter().filter_map(name).collect();
    if names.len() == marked.len() {
        return Some(props.t("soa.reason_unfit_all"));
    }
    let list = names.join(&*props.t("statement.separator"));
    (!names.is_empty()).then(|| props.fill("soa.reason_unfit", &[("list", &list)]))
}

/// A field for a reason, with what is wrong with it and the facts that can be taken for it.
struct Reason<'a> {
    id: String,
    label: &'static str,
    /// Lines that are in sight.
    rows: &'static str,
    hint: &'static str,
    facts: Vec<Rc<str>>,
    wrong: Option<AttrValue>,
    take: fn(Rc<str>) -> AnswerEdit,
    change: &'a dyn Fn(AnswerEdit) -> Action,
    reason: Rc<str>,
}

impl Reason<'_> {
    fn draw(self, props: &Props) -> Html {
        let Reason { id, label, rows, hint: hinted, facts, wrong, take, change, reason } = self;
        let (hint, error) = (format!("{id}-hint"), format!("{id}-error"));
        let disabled = !props.state.may_edit();
        let field = Field {
            describedby: Some(format!("{hint} {error}")),
            invalid: wrong.is_some(),
            disabled,
            ..Field::lines(id.clone(), &reason, rows)
        };
        children![
            html! { <label for={id}>{ props.t(label) }</label> },
            html! { <p class="hint" id={hint}>{ props.t(hinted) }</p> },
            field.draw(props, change(AnswerEdit::Reason("".into()))),
            html! {
                <p class="error" id={error} role="status">{ wrong.unwrap_or_default() }</p>
            },
            parts::when(!facts.is_empty() && !disabled, || children![
                parts::tag("p", "hint", props.t("reason.facts")),
                parts::tag(
                    "ul",
                    "facts",
                    html! {
                        for (n, fact) in facts.iter().enumerate() {
                            { parts::keyed("li", "", n, {
                                let button =
                                    Button { idle: **fact == *reason, ..Button::new("quiet") };
                                let words = AttrValue::from(fact.clone());
                                button.draw(props, change(take(fact.clone())), words)
                            }) }
                        }
                    },
                ),
            ]),
        ]
    }
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
