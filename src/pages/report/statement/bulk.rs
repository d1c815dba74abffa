//! What is entered for all marked controls at once.

use super::fields::{applicable, change, day, inclusion, same, status};
use super::row::Entry;
use crate::app::AnswerEdit;
use crate::pages::report::parts::details;
use crate::pages::report::PageContext;
use crate::view::controls::Field;
use crate::view::date::DayField;
use yew::prelude::*;

/// How many rows are marked, and the fields that change them. The count is there before it says
/// anything: a screen reader tells what changes in it, not that it comes.
pub(super) fn view(ctx: &PageContext, entries: &[Entry]) -> Html {
    let marked: Vec<&Entry> = entries.iter().filter(|entry| entry.marked).collect();
    html! {
        <div class="bulk">
            <p role="status">
                if !marked.is_empty() {
                    { ctx.number_of("soa.marked", marked.len()) }
                }
            </p>
            if !marked.is_empty() {
                <div role="region" aria-label={ctx.t("soa.bulk")}>
                    { details(None, ctx.t("soa.bulk"), fields(ctx, &marked)) }
                </div>
            }
        </div>
    }
}

fn fields(ctx: &PageContext, marked: &[&Entry]) -> Html {
    let due = DayField::new("bulk-due", same(marked, |entry| entry.answer.due).flatten());
    html! {
        <div class="pair">
            { applicable(ctx, "bulk-applicable".into(), marked) }
            { status(ctx, "bulk-status".into(), marked, ctx.t("soa.by_answers")) }
            { owner(ctx, marked) }
            { day(ctx, "due.label", due, change(marked, AnswerEdit::Due(None))) }
            { inclusion(ctx, ctx.t("soa.bulk_inclusion"), marked) }
        </div>
    }
}

fn owner(ctx: &PageContext, marked: &[&Entry]) -> Html {
    let owner = same(marked, |entry| entry.answer.owner.clone()).unwrap_or_default();
    let field = Field {
        describedby: Some("bulk-hint".into()),
        list: Some("people".into()),
        disabled: !ctx.state.may_edit(),
        ..Field::text("bulk-owner", &owner)
    };
    html! {
        <div class="field">
            <label for="bulk-owner">{ ctx.t("column.owner") }</label>
            { field.draw(ctx, change(marked, AnswerEdit::Owner("".into()))) }
            <p class="hint" id="bulk-hint">{ ctx.t("soa.bulk_hint") }</p>
        </div>
    }
}
