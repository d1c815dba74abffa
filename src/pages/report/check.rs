//! What to look at before the result: unanswered, flagged, contradictory.

use super::parts::heading;
use super::PageContext;
use crate::app::{Action, Origin, Route};
use crate::model::assessment::ItemStatus;
use crate::model::pack::ItemIx;
use crate::rules::findings::{self, Inconsistency, InconsistencyKind};
use yew::prelude::*;

/// More entries than this are counted, not listed.
const MOST_LISTED: usize = 50;

pub(super) fn view(ctx: &PageContext) -> Html {
    let (pack, assessment) = (&ctx.state.pack, &ctx.state.assessment);
    let asked = || assessment.asked(pack);
    let flagged = asked().filter(|i| assessment.get(*i).is_some_and(|a| a.flagged)).collect();
    let item_status =
        |wanted| asked().filter(|item| assessment.item_status(*item) == wanted).collect();
    let odd = findings::inconsistencies(pack, assessment, ctx.state.today);
    let lists: [(&str, Vec<ItemIx>); 4] = [
        ("check.flagged", flagged),
        ("check.no_evidence", findings::without_evidence(pack, assessment)),
        ("check.unanswered", item_status(ItemStatus::Unanswered)),
        ("check.dont_know", item_status(ItemStatus::DontKnow)),
    ];
    let nothing = odd.is_empty() && lists.iter().all(|(_, items)| items.is_empty());
    html! {
        <section aria-labelledby="page-title">
            { heading(ctx.t("check.title")) }
            <p class="lead">{ ctx.t(if nothing { "check.nothing" } else { "check.lead" }) }</p>
            if !odd.is_empty() {
                { contradictory(ctx, &odd) }
            }
            for (key, items) in lists.iter().filter(|(_, items)| !items.is_empty()) {
                { list(ctx, key, items) }
            }
            <p class="actions">
                { ctx.action_button("", ctx.t("check.result"), Action::Go(Route::RESULT)) }
                { ctx.action_button("quiet", ctx.t("page.sections"), Action::Go(Route::Sections)) }
            </p>
        </section>
    }
}

fn list(ctx: &PageContext, key: &'static str, items: &[ItemIx]) -> Html {
    html! {
        <div {key}>
            <h3>{ ctx.number_of(key, items.len()) }</h3>
            <ul class="hits">
                for item in items.iter().take(MOST_LISTED) {
                    <li key={*item}>{ ctx.question_link(*item, Origin::Check) }</li>
                }
            </ul>
            { ctx.more(items.len(), MOST_LISTED) }
        </div>
    }
}

fn contradictory(ctx: &PageContext, odd: &[Inconsistency]) -> Html {
    html! {
        <div>
            <h3>{ ctx.number_of("check.odd", odd.len()) }</h3>
            <ul class="hits">
                // An item can be odd in two ways.
                for (n, odd) in odd.iter().take(MOST_LISTED).enumerate() {
                    <li key={n}>
                        { ctx.question_link(odd.item, Origin::Check) }
                        <p>{ words(ctx, &odd.kind) }</p>
                    </li>
                }
            </ul>
        </div>
    }
}

fn words(ctx: &PageContext, kind: &InconsistencyKind) -> AttrValue {
    match kind {
        InconsistencyKind::ReasonMissing => ctx.t("odd.reason_missing"),
        InconsistencyKind::ExcludedAgainstProfile { reason } => {
            ctx.fill("odd.against_profile", &[("reason", reason)])
        }
        InconsistencyKind::WithoutItsBasis { basis } => {
            ctx.fill("odd.without_basis", &[("basis", &ctx.words().item(*basis))])
        }
        InconsistencyKind::EvidenceOld { newest } => {
            ctx.fill("odd.evidence_old", &[("date", newest)])
        }
        InconsistencyKind::DatePassed => ctx.t("odd.date_passed"),
    }
}
