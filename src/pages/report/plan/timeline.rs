//! The plan as a picture: when each phase is worked on, and each action where they are few.

use super::super::parts::details;
use super::super::PageContext;
use super::phase_id;
use crate::model::date::Date;
use crate::picture::element::Element;
use crate::picture::{timeline, Caption, Stretch, TimelineWords, Width};
use crate::rules::schedule::Schedule;
use crate::view::drawing::draw;
use std::rc::Rc;
use yew::prelude::*;

/// With more actions than this, the picture would be longer than a screen, so it shows phases only.
const MOST_ACTIONS: usize = 20;

/// What the table says of a phase.
const COLUMNS: [&str; 5] =
    ["column.phase", "column.actions", "plan.column.work", "column.first", "column.last"];

/// A row of the picture: its name, its days, and whether it is a phase.
type TimelineRow = (Rc<str>, (Date, Date), bool);

/// The picture, and what it shows as a table.
pub(super) fn view(ctx: &PageContext, plan: &Schedule) -> Html {
    html! {
        <div>
            <h3>{ ctx.t("plan.time") }</h3>
            if let Some(picture) = picture(ctx, plan) {
                { draw(&picture) }
            }
            { details(None, ctx.t("plan.time_table"), table(ctx, plan)) }
        </div>
    }
}

fn picture(ctx: &PageContext, plan: &Schedule) -> Option<Element> {
    let all = plan.actions.len() <= MOST_ACTIONS;
    let rows = rows(ctx, plan, all);
    let stretches: Vec<Stretch> = rows
        .iter()
        .map(|(name, (start, end), phase)| Stretch {
            name,
            start: *start,
            end: *end,
            phase: *phase,
            done: false,
        })
        .collect();
    let first = rows.iter().map(|(_, (start, _), _)| *start).min()?;
    let last = rows.iter().map(|(_, (_, end), _)| *end).max()?;
    let key = if all { "plan.time_about_all" } else { "plan.time_about" };
    let about = ctx.fill(key, &[("first", &ctx.date(first)), ("last", &ctx.date(last))]);
    let words = TimelineWords {
        today: &ctx.t("milestones.today"),
        done: &ctx.t("plan.time_done"),
        planned: &ctx.t("plan.time_planned"),
        late: &ctx.t("plan.time_late"),
    };
    let caption = Caption { id: "plan-time", title: &ctx.t("plan.time"), words: &about };
    timeline(&caption, &stretches, ctx.state.today, &words, Width::Phone)
}

/// Phases at their proposed days, actions at those that the calendar has.
fn rows(ctx: &PageContext, plan: &Schedule, all: bool) -> Vec<TimelineRow> {
    let mut rows: Vec<TimelineRow> = Vec::new();
    for total in &plan.phases {
        rows.push((ctx.words().phase(total.phase), (total.start, total.end), true));
        let here = plan.actions.iter().filter(|action| all && action.in_phase() == total.phase);
        rows.extend(here.map(|a| (ctx.words().item(a.gap.item), a.span(), false)));
    }
    rows
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
