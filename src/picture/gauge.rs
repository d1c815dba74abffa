//! The gauge of one answer, filled from below in five steps, so that levels read in grey.

use super::draw::{path, rect, Paint};
use crate::model::assessment::ItemStatus;
use crate::picture::element::Element;

/// The parts of the gauge of an answer, in a view box of 14 by 20: 0 is an outline, 4 is full with
/// a tick. Dashed is unanswered, with a question mark where the respondent does not know; a slash
/// is not applicable.
pub fn item_status(item_status: ItemStatus) -> Vec<Element> {
    let dashed = matches!(item_status, ItemStatus::Unanswered | ItemStatus::DontKnow);
    let frame = rect(10, 10, 120, 180, Paint::Gauge).attr("rx", "2");
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
            let (top, height) = super::gauge(level.number());
            if height > 0 {
                let (top, height) = (20 + top as i32 * 10, height as i32 * 10);
                parts.push(rect(20, top, 100, height, Paint::Solid).attr("rx", "1"));
            }
            if level.number() == 4 {
                parts.push(path("M4 10.2l2.2 2.6 4-5.4", Paint::Tick));
            }
        }
    }
    parts
}
