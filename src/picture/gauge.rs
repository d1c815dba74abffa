//! The gauge of one answer, filled from below in five steps, so that levels read in grey.

use super::draw::{path, Paint};
use crate::model::assessment::ItemStatus;
use crate::picture::element::Element;

/// The outline of the gauge in a view box of 14 by 20, as the `d` of a path. A page whose every
/// byte counts draws the gauge from these itself.
pub const FRAME: &str = "M3 1h8a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z";

/// The filling by level: level 0 is an outline.
pub const LEVELS: [&str; 5] =
    ["", "M2 14h10v4H2z", "M2 10h10v8H2z", "M2 6h10v12H2z", "M2 2h10v16H2z"];

/// The tick of level 4.
pub const TICK: &str = "M4 10.2l2.2 2.6 4-5.4";

/// The parts of the gauge of an answer, in a view box of 14 by 20: 0 is an outline, 4 is full with
/// a tick. Dashed is unanswered, with a question mark where the respondent does not know; a slash
/// is not applicable.
pub fn item_status(item_status: ItemStatus) -> Vec<Element> {
    let dashed = matches!(item_status, ItemStatus::Unanswered | ItemStatus::DontKnow);
    let frame = path(FRAME, Paint::Gauge);
    let frame = if dashed { frame.attr("stroke-dasharray", "2 1.6") } else { frame };
    let mut parts = vec![frame];
    match item_status {
        ItemStatus::Unanswered => (),
        ItemStatus::DontKnow => {
            let sign = "M4.8 8a2.3 2.3 0 1 1 3.2 2.1q-1 .5-1 2M7 13.6v1.4";
            parts.push(path(sign, Paint::Sign));
        }
        ItemStatus::NotApplicable => parts.push(path("M2 18L12 2", Paint::Sign)),
        ItemStatus::Level(level) => {
            let filled = LEVELS.get(usize::from(level.number())).filter(|d| !d.is_empty());
            parts.extend(filled.map(|d| path(*d, Paint::Solid)));
            if level.number() == 4 {
                parts.push(path(TICK, Paint::Tick));
            }
        }
    }
    parts
}
