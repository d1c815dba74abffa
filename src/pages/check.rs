//! What to look at before the result: unanswered, flagged, contradictory.

use super::report::parts::heading;
use crate::app::{Action, AnswerEdit, Origin, Route, SoaRowId};
use crate::model::assessment::ItemStatus;
use crate::model::pack::ItemIx;
use crate::rules::findings::{self, Inconsistency, InconsistencyKind};
use crate::view::Props;
use yew::prelude::*;

/// More entries than this are counted, not listed.
const MOST_LISTED: usize = 50;

pub(super) fn view(props: &Props) -> Html {
    let (pack, assessment) = (&props.state.pack, &props.state.assessment);
    let asked = || assessment.asked(pack);
    let flagged = asked().filter(|i| assessment.get(*i).is_some_and(|a| a.flagged)).collect();
    let item_status =
        |wanted| asked().filter(|item| assessment.item_status(*item) == wanted).collect();
    let odd = findings::inconsistencies(pack, assessment, props.state.today);
    let lists: [(&str, Vec<ItemIx>); 4] = [
        ("check.flagged", flagged),
        ("check.no_evidence", findings::without_evidence(pack, assessment)),
        ("check.unanswered", item_status(ItemStatus::Unanswered)),
        ("check.dont_know", item_status(ItemStatus::DontKnow)),
    ];
    let outdated: Vec<ItemIx> =
        asked().filter(|i| assessment.get(*i).is_some_and(|a| a.outdated)).collect();
    let nothing =
        odd.is_empty() && outdated.is_empty() && lists.iter().all(|(_, items)| items.is_empty());
    html! {
        <section aria-labelledby="page-title">
            { heading(props.t("check.title")) }
            <p class="lead">{ props.t(if nothing { "check.nothing" } else { "check.lead" }) }</p>
            if !odd.is_empty() {
                { contradictory(props, &odd) }
            }
            if !outdated.is_empty() {
                { list(props, "check.outdated", &outdated) }
                { confirm(props, &outdated) }
            }
            for (key, items) in lists.iter().filter(|(_, items)| !items.is_empty()) {
                { list(props, key, items) }
            }
            <p class="actions">
                { props.action_button("", props.t("check.result"), Action::Go(Route::RESULT)) }
                { props.action_button("quiet", props.t("page.sections"), Action::Go(Route::Sections)) }
            </p>
        </section>
    }
}

fn list(props: &Props, key: &'static str, items: &[ItemIx]) -> Html {
    html! {
        <div {key}>
            <h3>{ props.number_of(key, items.len()) }</h3>
            <ul class="hits">
                for item in items.iter().take(MOST_LISTED) {
                    <li key={*item}>{ props.question_link(*item, Origin::Check) }</li>
                }
            </ul>
            { props.more(items.len(), MOST_LISTED) }
        </div>
    }
}

/// Confirms all answers that are older than their levels.
fn confirm(props: &Props, items: &[ItemIx]) -> Html {
    let rows = items.iter().map(|item| (SoaRowId::Item(*item), AnswerEdit::Confirm));
    let confirm = Action::Rows(rows.collect()).then_focus("page-title");
    html! {
        <>
            <p>{ props.t("check.outdated_about") }</p>
            if props.state.may_edit() {
                <p>{ props.action_button("quiet", props.t("check.outdated_confirm"), confirm) }</p>
            }
        </>
    }
}

fn contradictory(props: &Props, odd: &[Inconsistency]) -> Html {
    html! {
        <div>
            <h3>{ props.number_of("check.odd", odd.len()) }</h3>
            <ul class="hits">
                // An item can be odd in two ways.
                for (n, odd) in odd.iter().take(MOST_LISTED).enumerate() {
                    <li key={n}>
                        { props.question_link(odd.item, Origin::Check) }
                        <p>{ words(props, &odd.kind) }</p>
                    </li>
                }
            </ul>
        </div>
    }
}

fn words(props: &Props, kind: &InconsistencyKind) -> AttrValue {
    match kind {
        InconsistencyKind::ReasonMissing => props.t("odd.reason_missing"),
        InconsistencyKind::ExcludedAgainstProfile { reason } => {
            props.fill("odd.against_profile", &[("reason", reason)])
        }
        InconsistencyKind::WithoutItsBasis { basis } => {
            props.fill("odd.without_basis", &[("basis", &props.words().item(*basis))])
        }
        InconsistencyKind::EvidenceOld { newest } => {
            props.fill("odd.evidence_old", &[("date", &props.date(*newest))])
        }
        InconsistencyKind::DatePassed => props.t("odd.date_passed"),
    }
}
