//! The actions, a row each, with what can be set for each of them.

use super::super::PageContext;
use super::listed::{self, Group};
use super::pace;
use crate::app::{Action, AnswerEdit, SoaRowId};
use crate::model::pack::ItemIx;
use crate::picture::spot_mark;
use crate::rules::schedule::{self, Schedule, Timing};
use crate::view::button::Button;
use crate::view::controls::Field;
use crate::view::date::DayField;
use crate::view::drawing::draw;
use crate::view::parts::{children, tag};
use yew::prelude::*;

/// More actions than this are counted, not listed: the files have all, and what is done makes room.
const MOST_LISTED: usize = 200;

/// The hint that every button is described by.
const ABOUT: &str = "plan-done-about";

/// The actions under their headings.
pub(super) fn view(ctx: &PageContext, plan: &Schedule) -> Html {
    let groups = listed::groups(ctx, plan);
    let mut room = MOST_LISTED;
    html! {
        <div>
            { listed::choices(ctx, plan) }
            if ctx.state.may_edit() {
                <p id={ABOUT} class="hint">{ ctx.t("plan.done_about") }</p>
            }
            if groups.is_empty() {
                <p>{ ctx.t("plan.none") }</p>
            }
            for group in groups {
                {{
                    let listed = group.actions.len().min(room);
                    room -= listed;
                    self::group(ctx, &group, listed)
                }}
            }
        </div>
    }
}

fn group(ctx: &PageContext, group: &Group, listed: usize) -> Html {
    let Group { id, name, actions } = group;
    // The button that says that something is done goes with it.
    let focus_target = if actions.len() > 1 { &**id } else { "page-title" };
    let half_days: u64 = actions.iter().map(|action| u64::from(action.gap.half_days)).sum();
    let count = u32::try_from(actions.len()).unwrap_or(u32::MAX);
    html! {
        <div key={id.clone()}>
            <div class="group-head">
                <h3 id={id.clone()} tabindex="-1">{ name }</h3>
                <p class="hint">{ ctx.count("plan.group", count, &[("days", &ctx.work(half_days))]) }</p>
            </div>
            <ul class="actions-list" aria-labelledby={id.clone()}>
                for action in actions.iter().take(listed) {
                    { row(ctx, focus_target, action) }
                }
            </ul>
            { ctx.more(actions.len(), listed) }
        </div>
    }
}

/// An action: its mark, its name, who does it, until when, the work; what more there is opens below.
fn row(ctx: &PageContext, focus_target: &str, action: &schedule::Action) -> Html {
    let item = action.gap.item;
    let mark = draw(&spot_mark(ctx.report.item_status(item)));
    let owner = match action.owner.trim() {
        "" => ctx.t("plan.nobody"),
        owner => owner.to_owned().into(),
    };
    let class = match action.timing {
        Timing::Proposed | Timing::Fits | Timing::Tight => "date",
        Timing::Passed => "date passed",
    };
    let date = ctx.date(action.target);
    // Not by its colour alone.
    let date = match action.timing {
        Timing::Passed => children![date, " ", ctx.t("plan.show_late")],
        _ => date.into(),
    };
    html! {
        <li key={item}>
            <details>
                <summary>
                    { children![
                        mark,
                        tag("span", "name", AttrValue::from(ctx.words().item(item))),
                        tag("span", "owner", owner),
                        tag("span", class, date),
                        tag("span", "days", pace::words(ctx, action.gap.half_days)),
                    ] }
                </summary>
                { details(ctx, action) }
            </details>
            if ctx.state.may_edit() {
                { done(ctx, focus_target, item) }
            }
        </li>
    }
}

/// What is to be reached, what comes before it, and what can be set.
fn details(ctx: &PageContext, action: &schedule::Action) -> Html {
    let item = action.gap.item;
    html! {
        <div class="action-details">
            <p>{ ctx.status_of(item) }{ " " }{ ctx.words().aim(action) }</p>
            if action.gate {
                <p><span class="tag">{ ctx.t("gap.gate") }</span></p>
            }
            if !action.waits_for.is_empty() {
                <p class="hint">
                    { ctx.t("plan.waits") }
                    for need in &action.waits_for {
                        <span key={*need} class="block">{ ctx.question(*need) }</span>
                    }
                </p>
            }
            <p class="hint">
                { ctx.days(action.gap.half_days) }{ ". " }
                { ctx.fill("plan.proposed", &[("span", &ctx.span(action.start, action.end))]) }
            </p>
            if ctx.state.may_edit() {
                <div class="pair">{ owner(ctx, item) }{ target(ctx, action) }</div>
            }
            <p>{ ctx.words().timing(action) }</p>
            <p>{ ctx.t("plan.question") }{ ": " }{ ctx.question(item) }</p>
        </div>
    }
}

fn owner(ctx: &PageContext, item: ItemIx) -> Html {
    // As it was typed: without the space at its end, no second word could be typed.
    let typed =
        ctx.state.assessment.get(item).map(|answer| answer.owner.clone()).unwrap_or_default();
    let list = Some("people".into());
    let field = Field { list, ..Field::text(format!("owner-{item}"), &typed) };
    let label = label(ctx, "plan.owner_of", item, &field.id);
    let field = field.draw(ctx, change(item, AnswerEdit::Owner("".into())));
    tag("div", "field", children![label, field])
}

fn target(ctx: &PageContext, action: &schedule::Action) -> Html {
    let item = action.gap.item;
    let set = (action.timing != Timing::Proposed).then_some(action.target);
    let field = DayField::new(format!("due-{item}"), set);
    let label = label(ctx, "plan.due_of", item, &field.id);
    let field = field.draw(ctx, change(item, AnswerEdit::Due(None)));
    tag("div", "field", children![label, field])
}

/// The label of a field that names the item, for those who hear it alone.
fn label(ctx: &PageContext, label: &str, item: ItemIx, id: &str) -> Html {
    html! {
        <label for={id.to_owned()}>
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
    button.draw(ctx, action, ctx.t("plan.done"))
}
