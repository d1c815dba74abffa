//! What the answers say of the controls as a whole, and of those that are left out.

use super::{Finding, Grade, Rule, Subject};
use crate::model::assessment::{Assessment, ItemStatus, Level, Response};
use crate::model::pack::{Item, ItemIx, Kind, Pack};
use crate::rules::scoping;

/// Too many controls that apply are below level 3, whether they are planned or not: what the plan
/// for treating risks says is not carried out (ISO/IEC 27001, 8.3).
pub(super) fn many_below(pack: &Pack, assessment: &Assessment) -> Option<Finding> {
    let InPlace { applying, below } = in_place(pack, assessment);
    (below.len() * 100 > pack.thresholds.weak_controls_share as usize * applying).then(|| Finding {
        grade: Grade::Major,
        subject: marked(pack, |item| item.treated),
        rule: Rule::ManyControlsBelow,
        rests_on: below,
    })
}

/// How many controls of the pack are in place.
pub(crate) struct InPlace {
    /// How many apply, as far as is known: what is not asked or not answered is not left out.
    pub applying: usize,
    /// Those that are asked and below level 3.
    pub below: Vec<(ItemIx, Option<Level>)>,
}

/// How many controls of the pack are in place. What is not known accuses nobody: it counts as a
/// control that applies and not among those below level 3.
pub(crate) fn in_place(pack: &Pack, assessment: &Assessment) -> InPlace {
    let mut found = InPlace { applying: 0, below: Vec::new() };
    for (index, item) in pack.items.iter().enumerate() {
        if item.kind != Kind::Control {
            continue;
        }
        match assessment.item_status(index) {
            _ if !assessment.asks(pack, index) => (),
            ItemStatus::NotApplicable => continue,
            ItemStatus::Level(level) if level < Level::OPERATING => {
                found.below.push((index, Some(level)));
            }
            _ => (),
        }
        found.applying += 1;
    }
    found
}

/// The controls that hardly any organisation can leave out and that are left out: each by itself,
/// and all together where they are many (ISO/IEC 27001, 6.1.3 c and d).
pub(super) fn left_out(pack: &Pack, assessment: &Assessment) -> Vec<Finding> {
    let out: Vec<ItemIx> =
        assessment.asked(pack).filter(|item| is_left_out(pack, assessment, *item)).collect();
    let finding = |grade, subject, rule, items: &[ItemIx]| Finding {
        grade,
        subject,
        rule,
        rests_on: items.iter().map(|item| (*item, None)).collect(),
    };
    let mut found: Vec<Finding> = out
        .iter()
        .map(|item| finding(Grade::Minor, Subject::Item(*item), Rule::ExpectedLeftOut, &[*item]))
        .collect();
    if !out.is_empty() && out.len() >= pack.thresholds.expected_left_out as usize {
        let subject = marked(pack, |item| item.plan);
        found.push(finding(Grade::Major, subject, Rule::ManyLeftOut, &out));
    }
    found
}

/// Whether an expected control is left out, as somebody said with any reason at all: no reason for it
/// holds, so that whether one does is no question here.
fn is_left_out(pack: &Pack, assessment: &Assessment, item: ItemIx) -> bool {
    let response = assessment.get(item).and_then(|answer| answer.response.as_ref());
    matches!(response, Some(Response::NotApplicable { reason }) if !reason.trim().is_empty())
        && scoping::expected(pack, &assessment.organisation, item).is_some()
        && !is_replaced(pack, assessment, item)
}

/// Whether an own control that applies takes the place of this one.
fn is_replaced(pack: &Pack, assessment: &Assessment, item: ItemIx) -> bool {
    let Some(item) = pack.item(item) else { return false };
    assessment.own_controls.iter().any(|own| {
        let excluded = matches!(own.answer.response, Some(Response::NotApplicable { .. }));
        own.replaces == item.id && !own.name.trim().is_empty() && !excluded
    })
}

/// The item that a pack marks so; where it marks none, the management system as a whole.
pub(crate) fn marked(pack: &Pack, is: impl Fn(&Item) -> bool) -> Subject {
    pack.items.iter().position(is).map_or(Subject::System, Subject::Item)
}
