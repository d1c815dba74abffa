//! The plan as a picture: when each phase is worked on, and each action where they are few.

use super::super::parts::details;
use super::super::PageContext;
use super::phase_id;
use crate::export::content::pictures::timeline;
use crate::rules::schedule::Schedule;
use crate::view::drawing::draw;
use yew::prelude::*;

/// What the table says of a phase.
const COLUMNS: [&str; 5] =
    ["column.phase", "column.actions", "plan.column.work", "column.first", "column.last"];

/// The picture, and what it shows as a table.
pub(super) fn view(ctx: &PageContext, plan: &Schedule) -> Html {
    html! {
        <div>
            <h3>{ ctx.t("plan.time") }</h3>
            if let Some(picture) = timeline(ctx.report, &ctx.words(), ctx.picture_width()) {
                { draw(&picture) }
            }
            { details(None, ctx.t("plan.time_table"), table(ctx, plan)) }
        </div>
    }
}

fn table(ctx: &PageContext, plan: &Schedule) -> Html {
    let rows = html! {
        for total in &plan.phases {
            <tr key={phase_id(total.phase)}>
                <th scope="row">{ ctx.words().phase(total.phase) }</th>
                { ctx.number("column.actions", total.count.to_string().into()) }
                { ctx.cell("plan.column.work", ctx.work(total.half_days)) }
                { ctx.number("column.first", ctx.date(total.start)) }
                { ctx.number("column.last", ctx.date(total.end)) }
            </tr>
        }
    };
    html! { <div class="phases">{ ctx.table(ctx.t("plan.time"), &COLUMNS, rows) }</div> }
}
