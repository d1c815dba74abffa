//! What to look at before the result: unanswered, flagged, contradictory.

use super::parts::all;
use super::{parts, Props};
use crate::answers::Standing;
use crate::findings::{self, Inconsistency, InconsistencyKind};
use crate::pack::ItemIx;
use crate::state::{Action, From, View};
use yew::prelude::*;

/// More entries than this are counted, not listed.
const MOST_LISTED: usize = 50;

/// The check page.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let state = &props.state;
    let (pack, answers) = (&state.pack, &state.answers);
    let standing = |wanted: Standing| -> Vec<ItemIx> {
        answers.asked(pack).filter(|item| answers.standing(*item) == wanted).collect()
    };
    let flagged: Vec<ItemIx> =
        answers.asked(pack).filter(|i| answers.get(*i).is_some_and(|a| a.flagged)).collect();
    let odd = findings::inconsistencies(pack, answers, state.today);
    let (unanswered, unknown) = (standing(Standing::Unanswered), standing(Standing::DontKnow));
    let nothing =
        odd.is_empty() && flagged.is_empty() && unanswered.is_empty() && unknown.is_empty();
    html! {
        <section aria-labelledby="check-title">
            { all![
                parts::heading("check-title", props.say("check.title")),
                parts::tag("p", "lead", props.say(if nothing { "check.nothing" } else { "check.lead" })),
                contradictory(props, &odd),
                list(props, "check.flagged", &flagged),
                list(props, "check.unanswered", &unanswered),
                list(props, "check.dont_know", &unknown),
                parts::tag("p", "actions", all![
                    props.button("check.result", "", Action::Go(View::Result)),
                    props.button("page.sections", "quiet", Action::Go(View::Sections)),
                ]),
            ] }
        </section>
    }
}

fn list(props: &Props, key: &'static str, items: &[ItemIx]) -> Html {
    if items.is_empty() {
        return html! { <div {key} /> };
    }
    let more = items.len().saturating_sub(MOST_LISTED) as u32;
    parts::keyed(
        "div",
        "",
        key,
        all![
            parts::tag("h3", "", props.count(key, items.len() as u32, &[])),
            parts::tag(
                "ul",
                "hits",
                html! {
                    for item in items.iter().take(MOST_LISTED) {
                        { parts::keyed("li", "", *item, props.question_link(*item, From::Check)) }
                    }
                }
            ),
            if more > 0 {
                parts::tag("p", "", props.count("search.more", more, &[]))
            } else {
                html! {}
            },
        ],
    )
}

fn contradictory(props: &Props, odd: &[Inconsistency]) -> Html {
    if odd.is_empty() {
        return html! { <div key="odd" /> };
    }
    parts::keyed(
        "div",
        "",
        "odd",
        all![
            parts::tag("h3", "", props.count("check.odd", odd.len() as u32, &[])),
            parts::tag(
                "ul",
                "hits",
                html! {
                    for (n, odd) in odd.iter().take(MOST_LISTED).enumerate() {
                        { parts::keyed("li", "", n, all![
                            props.question_link(odd.item, From::Check),
                            parts::tag("p", "", words(props, &odd.kind)),
                        ]) }
                    }
                }
            ),
        ],
    )
}

fn words(props: &Props, kind: &InconsistencyKind) -> AttrValue {
    match kind {
        InconsistencyKind::ReasonMissing => props.say("odd.reason_missing"),
        InconsistencyKind::ExcludedAgainstProfile { reason } => {
            props.fill("odd.against_profile", &[("reason", reason)])
        }
        InconsistencyKind::WithoutItsBasis { basis } => {
            let basis = props.item(*basis).map(|item| format!("{} {}", item.id, item.name));
            props.fill("odd.without_basis", &[("basis", &basis.unwrap_or_default())])
        }
        InconsistencyKind::DatePassed => props.say("odd.date_passed"),
        InconsistencyKind::EvidenceOld { newest } => {
            props.fill("odd.evidence_old", &[("date", newest)])
        }
        InconsistencyKind::NoEvidence => props.say("odd.no_evidence"),
    }
}
