//! What can be added to an answer, and what good looks like: what opens below a question.

use super::card::{Card, Disclosure};
use crate::app::{Action, AnswerEdit};
use crate::model::pack::{Item, ItemIx};
use crate::view::controls::Choice;
use crate::view::parts::children;
use crate::view::{parts, Props};
use yew::prelude::*;

/// Note, evidence, owner and date, flag, and guidance and explanations where the pack has any.
#[inline(never)]
pub(super) fn details(card: &Card, props: &Props, index: ItemIx, item: &Item) -> Html {
    let answer = props.state.assessment.get(index).cloned().unwrap_or_default();
    let disabled = !props.state.may_edit();
    let has_owner = !answer.owner.is_empty() || answer.due.is_some() || answer.done_by.is_some();
    let evidence = !answer.evidence.is_empty();
    parts::tag(
        "div",
        "more",
        children![
            card.disclosure(props, Disclosure::Note, index, "more.note", !answer.note.is_empty()),
            card.disclosure(props, Disclosure::Evidence, index, "more.evidence", evidence),
            card.disclosure(props, Disclosure::OwnerAndDate, index, "more.owner_date", has_owner),
            parts::when(has_guidance(props, index, item), || {
                card.disclosure(props, Disclosure::Guidance, index, "more.guidance", false)
            }),
            parts::when(!props.state.pack.explanations.is_empty(), || {
                card.disclosure(props, Disclosure::Explained, index, "more.explained", false)
            }),
            parts::keyed("div", "", "flag", flag(props, index, answer.flagged, disabled)),
        ],
    )
}

fn flag(props: &Props, index: ItemIx, checked: bool, disabled: bool) -> Html {
    let words = parts::tag("span", "", props.t("more.flag"));
    let flag = Action::Answer(index, AnswerEdit::Flag(false));
    Choice::tick(checked, disabled).draw(props, "option flag", words, flag)
}

/// Whether the pack says anything of what good looks like; a document alone is something.
fn has_guidance(props: &Props, index: ItemIx, item: &Item) -> bool {
    let pack = &props.state.pack;
    !(item.small.is_empty()
        && item.guidance.is_empty()
        && item.larger.is_empty()
        && item.evidence.is_empty())
        || pack.documents.iter().any(|document| document.items.contains(&index))
        || pack.metrics.iter().any(|metric| metric.items.contains(&index))
}
