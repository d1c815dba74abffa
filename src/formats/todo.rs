//! How an action of the plan is put into words, the same in the calendar and in the tasks.

use super::say::Say;
use crate::pack::{Item, ItemIx, Pack};
use crate::roadmap::{Action, Timing};
use std::fmt::Display;
use std::rc::Rc;

/// What to do, where it stands, and what to know of it, a line each.
pub(super) fn description(say: &Say, action: &Action) -> String {
    let pack = &say.report.pack;
    let mut lines = Vec::new();
    if let Some(item) = pack.item(action.gap.item) {
        let [_, _, _, operating, _] = pack.levels(item);
        let now = pack.levels(item).into_iter().nth(usize::from(action.gap.level));
        lines.push(fill(say, "roadmap.do", &[("words", &operating)]));
        if let Some(now) = now {
            lines.push(fill(say, "roadmap.now", &[("n", &action.gap.level), ("words", &now)]));
        }
    }
    if action.gate {
        lines.push(fill(say, "roadmap.gate", &[]));
    }
    if !action.owner.is_empty() {
        lines.push(fill(say, "roadmap.owner", &[("owner", &action.owner)]));
    }
    let days = say.days(action.gap.half_days);
    lines.push(fill(say, "roadmap.work", &[("days", &days)]));
    if !action.waits_for.is_empty() {
        let items = ids(pack, &action.waits_for);
        lines.push(fill(say, "roadmap.after", &[("items", &items)]));
    }
    match action.timing {
        Timing::Proposed | Timing::Fits => (),
        Timing::Tight => lines.push(fill(say, "roadmap.tight", &[("date", &action.end)])),
        Timing::Passed => lines.push(fill(say, "roadmap.passed", &[("date", &action.end)])),
    }
    lines.join("\n")
}

/// The item with its identifier, as one knows it again.
pub(super) fn title(item: &Item) -> String {
    [&*item.id, " ", &item.name].concat()
}

/// The identifiers of items, as a list.
pub(super) fn ids(pack: &Pack, items: &[ItemIx]) -> String {
    let ids: Vec<&str> = items.iter().filter_map(|item| Some(&*pack.item(*item)?.id)).collect();
    ids.join(", ")
}

/// A string by its whole key. What a value brings along is not filled again, so that a typed brace
/// stays one.
fn fill(say: &Say, key: &str, values: &[(&str, &dyn Display)]) -> Rc<str> {
    say.text.fill(key, values)
}
