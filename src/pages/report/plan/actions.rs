//! The actions, phase by phase, with what can be set for each of them.

use super::super::PageContext;
use super::phase_id;
use crate::app::{Action, AnswerEdit, SoaRowId};
use crate::model::pack::ItemIx;
use crate::rules::schedule::{self, PhaseTotal, Schedule, Timing};
use crate::view::button::Button;
use crate::view::controls::Field;
use crate::view::date::DayField;
use yew::prelude::*;

/// More actions than this are counted, not listed: the files have all, and what is done makes room.
const MOST_LISTED: usize = 200;

/// What is said of an action. The last column has a button and is only there where it can be used.
const COLUMNS: [&str; 7] = [
    "plan.column.question",
    "plan.column.state",
    "plan.column.work",
    "column.owner",
    "plan.column.proposed",
    "due.label",
    "plan.column.done",
];

/// The hint that every button is described by.
const ABOUT: &str = "plan-done-about";

/// The phases that have actions.
pub(super) fn view(ctx: &PageContext, plan: &Schedule) -> Html {
    let mut room = MOST_LISTED;
    let mut phases: Vec<(&PhaseTotal, Vec<&schedule::Action>)> = Vec::new();
    for total in &plan.phases {
        let here = plan.actions.iter().filter(|action| action.in_phase() == total.phase);
        let here: Vec<&schedule::Action> = here.take(room).collect();
        room -= here.len();
        phases.push((total, here));
    }
    html! {
        <div>
            if ctx.state.may_edit() {
                <p id={ABOUT} class="hint">{ ctx.t("plan.done_about") }</p>
            }
            for (total, listed) in phases {
                { phase(ctx, total, &listed) }
            }
        </div>
    }
}

fn phase(ctx: &PageContext, total: &PhaseTotal, listed: &[&schedule::Action]) -> Html {
    let id = phase_id(total.phase);
    // The button that says that something is done goes with it.
    let focus_target = if total.count > 1 { &*id } else { "page-title" };
    let name = ctx.words().phase(total.phase);
    let (days, span) = (ctx.work(total.half_days), ctx.span(total.start, total.end));
    html! {
        <div key={id.clone()}>
            <h3 id={id.clone()} tabindex="-1">{ name.clone() }</h3>
            <p>{ ctx.count("plan.phase", total.count, &[("days", &days), ("span", &span)]) }</p>
            if !listed.is_empty() {
                { table(ctx, &name, focus_target, listed) }
            }
            { ctx.more(total.count as usize, listed.len()) }
        </div>
    }
}

fn table(ctx: &PageContext, phase: &str, focus_target: &str, listed: &[&schedule::Action]) -> Html {
    let columns = COLUMNS.split_at(if ctx.state.may_edit() { 7 } else { 6 }).0;
    html! {
        <table class="action-table">
            <caption class="visually-hidden">
                { ctx.fill("plan.table", &[("phase", &phase)]) }
            </caption>
            <thead><tr>{ ctx.heads(columns) }</tr></thead>
            <tbody>
                for action in listed {
                    { row(ctx, focus_target, action) }
                }
            </tbody>
        </table>
    }
}

fn row(ctx: &PageContext, focus_target: &str, action: &schedule::Action) -> Html {
    html! {
        <tr key={action.gap.item}>
            <th scope="row">{ ctx.question(action.gap.item) }</th>
            { state(ctx, action) }
            { ctx.cell("plan.column.work", ctx.days(action.gap.half_days)) }
            { owner(ctx, action) }
            { ctx.cell("plan.column.proposed", ctx.span(action.start, action.end)) }
            { target(ctx, action) }
            if ctx.state.may_edit() {
                { done(ctx, focus_target, action.gap.item) }
            }
        </tr>
    }
}

/// The state of the item, what level 3 says, and what comes before it.
fn state(ctx: &PageContext, action: &schedule::Action) -> Html {
    let content = html! {
        <>
            { ctx.status_of(action.gap.item) }
            if action.gate {
                <span class="tag">{ ctx.t("gap.gate") }</span>
            }
            <span class="block">{ ctx.words().aim(action) }</span>
            if !action.waits_for.is_empty() {
                <span class="hint block">
                    { ctx.t("plan.waits") }
                    for need in &action.waits_for {
                        <span key={*need} class="block">{ ctx.question(*need) }</span>
                    }
                </span>
            }
        </>
    };
    ctx.cell("plan.column.state", content)
}

fn owner(ctx: &PageContext, action: &schedule::Action) -> Html {
    let item = action.gap.item;
    if !ctx.state.may_edit() {
        let owner = match action.owner.is_empty() {
            true => ctx.t("plan.nobody"),
            false => action.owner.clone().into(),
        };
        return ctx.cell("column.owner", owner);
    }
    // As it was typed: without the space at its end, no second word could be typed.
    let typed =
        ctx.state.assessment.get(item).map(|answer| answer.owner.clone()).unwrap_or_default();
    let list = Some("people".into());
    let field = Field { list, ..Field::text(format!("owner-{item}"), &typed) };
    let label = label(ctx, "plan.owner_of", item, &field.id);
    let field = field.draw(ctx, change(item, AnswerEdit::Owner("".into())));
    ctx.cell("column.owner", html! { <>{ label }{ field }</> })
}

fn target(ctx: &PageContext, action: &schedule::Action) -> Html {
    let item = action.gap.item;
    let class = match action.timing {
        Timing::Proposed | Timing::Fits => "hint block",
        Timing::Tight => "timing tight block",
        Timing::Passed => "timing passed block",
    };
    let set = (action.timing != Timing::Proposed).then_some(action.target);
    let field = DayField::new(format!("due-{item}"), set);
    let content = html! {
        <>
            if ctx.state.may_edit() {
                { label(ctx, "plan.due_of", item, &field.id) }
                { field.draw(ctx, change(item, AnswerEdit::Due(None))) }
            } else {
                { ctx.date(action.target) }
            }
            <span {class}>{ ctx.words().timing(action) }</span>
        </>
    };
    ctx.cell("due.label", content)
}

/// The label of a field that names the item, for those who hear it alone.
fn label(ctx: &PageContext, label: &str, item: ItemIx, id: &str) -> Html {
    html! {
        <label class="visually-hidden" for={id.to_owned()}>
            { ctx.fill(label, &[("item", &ctx.words().item(item))]) }
        </label>
    }
}

fn change(item: ItemIx, edit: AnswerEdit) -> Action {
    Action::Rows(vec![(SoaRowId::Item(item), edit)])
}

fn done(ctx: &PageContext, focus_target: &str, item: ItemIx) -> Html {
    let button = Button {
        label: Some(ctx.fill("plan.done_of", &[("item", &ctx.words().item(item))])),
        describedby: Some(ABOUT),
        ..Button::new("quiet")
    };
    let edit = AnswerEdit::Done(ctx.state.today);
    let action = change(item, edit).then_focus(focus_target);
    html! { <td>{ button.draw(ctx, action, ctx.t("plan.done")) }</td> }
}
