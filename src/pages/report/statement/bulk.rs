//! The bar at the lower edge: what is entered for all marked controls and applied to them together.

use super::fields::{applicable, day, done_by, inclusion, owner, status, Target};
use super::theme::ROWS;
use crate::app::{Action, AnswerEdit, PageEdit, SoaDraft};
use crate::pages::later::{later, Later};
use crate::pages::report::parts::details;
use crate::pages::report::PageContext;
use crate::view::button::Button;
use crate::view::date::DayField;
use yew::prelude::*;

/// Where the focus goes when the fields go: what was changed is said there.
const SAID: &str = "bulk-said";

/// How many rows are marked, and the fields that change them; after that, how many were changed. The
/// sentence has its place before it says anything: a screen reader tells what changes in it, not that
/// it comes.
pub(super) fn view(ctx: &PageContext) -> Html {
    let marked = ctx.state.page.marked.len();
    let applied = ctx.state.applied().filter(|_| marked == 0);
    html! {
        <div class="bulk">
            <p id={SAID} role="status" tabindex="-1">
                if marked > 0 {
                    { ctx.number_of("soa.marked", marked) }
                } else if let Some(rows) = applied {
                    { ctx.number_of("soa.changed", rows) }
                }
            </p>
            if marked > 0 {
                <div class="all" role="region" aria-label={ctx.t("soa.bulk")}>
                    { fields(ctx) }
                    { buttons(ctx, marked) }
                </div>
            } else if applied.is_some_and(|rows| rows > 0) {
                { undo(ctx) }
            }
        </div>
    }
}

/// In a line where there is room; else folded, so that rows stay in sight.
fn fields(ctx: &PageContext) -> Html {
    let empty = SoaDraft::default();
    let draft = ctx.state.draft().unwrap_or(&empty);
    let (of, as_is) = (Target::Marked, ctx.t("soa.as_is"));
    let due = DayField::new(SoaDraft::DUE, draft.due);
    let fields = html! {
        <div class="entries">
            { applicable(ctx, of, draft.applicable, Some(as_is.clone())) }
            if draft.applicable == Some(false) {
                <div class="field">{ later(ctx, Later::SharedReason) }</div>
            } else {
                { inclusion(ctx, of, ctx.t("soa.bulk_inclusion"), |reason| draft.inclusion.contains(&reason)) }
                { status(ctx, of, draft.implementation, as_is.clone()) }
                { owner(ctx, of, &draft.owner) }
                { day(ctx, "due.label", due, of.enter(AnswerEdit::Due(None))) }
                { done_by(ctx, of, draft.done_by, as_is) }
            }
        </div>
    };
    match ctx.state.wide {
        true => fields,
        false => details(None, ctx.t("soa.bulk"), fields),
    }
}

/// The buttons go with what is marked.
fn buttons(ctx: &PageContext, marked: usize) -> Html {
    let nothing = ctx.state.draft().is_none_or(|draft| draft.edits().is_empty());
    let apply = Action::Page(PageEdit::ApplyDraft);
    let apply = if nothing { apply } else { apply.then_focus(SAID) };
    let unmark = PageEdit::Mark(ctx.state.page.marked.clone(), false);
    let button = Button { idle: nothing, ..Button::default() };
    html! {
        <p class="actions">
            { button.draw(ctx, apply, ctx.number_of("soa.apply_draft", marked)) }
            { ctx.action_button("quiet", ctx.t("soa.unmark"), Action::Page(unmark).then_focus(ROWS)) }
        </p>
    }
}

/// Takes back what was applied. The button goes with it.
fn undo(ctx: &PageContext) -> Html {
    ctx.action_button("quiet", ctx.t("undo"), Action::Undo.then_focus(ROWS))
}
