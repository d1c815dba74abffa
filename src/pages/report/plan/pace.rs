//! From when the plan counts, and how much is done in a week.

use super::super::parts::details;
use super::super::PageContext;
use crate::app::{Action, PlanEdit};
use crate::rules::schedule::Schedule;
use crate::view::controls::{Select, SelectOption};
use crate::view::date::DayField;
use yew::prelude::*;

/// Half days a week that are offered: from half a day to ten people. What else a save file says is
/// offered too.
const OFFERED: [u8; 8] = [1, 2, 4, 6, 10, 20, 40, 100];

/// The start and the pace, and below that line the fields to set them.
pub(super) fn view(ctx: &PageContext, plan: &Schedule) -> Html {
    let (date, pace) = (ctx.date(plan.start), words(ctx, plan.pace.into()));
    let summary = ctx.fill("plan.when", &[("date", &date), ("pace", &pace)]);
    let content = html! {
        <>
            <p class="hint">{ ctx.t("plan.dates") }</p>
            if ctx.state.may_edit() {
                <div class="pair">
                    { start(ctx) }
                    { self::pace(ctx, plan) }
                </div>
            }
        </>
    };
    details(Some("pace"), summary, content)
}

fn start(ctx: &PageContext) -> Html {
    let set = ctx.state.assessment.plan_settings.start;
    let passed = set.is_some_and(|start| start < ctx.state.today);
    let about = if passed { "plan.start_passed" } else { "plan.start_about" };
    let field = DayField { describedby: "plan-start-about", ..DayField::new("plan-start", set) };
    html! {
        <div class="field">
            <label for="plan-start">{ ctx.t("plan.start") }</label>
            <p id="plan-start-about" class="hint">{ ctx.t(about) }</p>
            { field.draw(ctx, Action::Plan(PlanEdit::Start(None))) }
        </div>
    }
}

fn pace(ctx: &PageContext, plan: &Schedule) -> Html {
    let mut offered = OFFERED.to_vec();
    if let Err(place) = offered.binary_search(&plan.pace) {
        offered.insert(place, plan.pace);
    }
    let options = offered.into_iter().map(|pace| SelectOption {
        value: pace.to_string().into(),
        words: words(ctx, pace.into()),
        chosen: pace == plan.pace,
        action: Some(Action::Plan(PlanEdit::Pace(Some(pace)))),
    });
    let list = Select {
        id: "plan-pace".into(),
        describedby: Some("plan-pace-about".into()),
        ..Select::default()
    };
    html! {
        <div class="field">
            <label for="plan-pace">{ ctx.t("plan.pace") }</label>
            <p id="plan-pace-about" class="hint">{ ctx.t("plan.pace_about") }</p>
            { list.draw(ctx, options.collect()) }
        </div>
    }
}

/// Half days in words: "half a day", "2 days".
pub(super) fn words(ctx: &PageContext, half_days: u32) -> AttrValue {
    match (half_days as usize / 2, half_days % 2) {
        (0, _) => ctx.t("plan.pace.half"),
        (days, 0) => ctx.number_of("plan.pace.whole", days),
        (days, _) => ctx.number_of("plan.pace.and_half", days),
    }
}
