//! What the answers say of a clause as a whole.
//!
//! The rule only counts levels that are low: a level that rises can end it, and so can one that is
//! taken back, but neither can begin it.

use super::{Finding, Grade, Rule, Subject};
use crate::model::assessment::{Assessment, ItemStatus, Level};
use crate::model::pack::{ItemIx, Kind, Pack};

/// One part of a clause: an item, or the items of a subclause such as 7.5, which count once.
struct Part<'a> {
    id: &'a str,
    /// Its items at level 0 or 1.
    low: Vec<(ItemIx, Level)>,
}

/// The systemic finding of a clause, if there is one. Themes of controls have none.
pub(super) fn finding(pack: &Pack, assessment: &Assessment, section: usize) -> Option<Finding> {
    let clause = pack.sections.get(section).filter(|clause| clause.kind == Kind::Requirement)?;
    let mut parts: Vec<Part> = Vec::new();
    for index in clause.items.clone() {
        let id = part(&pack.item(index)?.id);
        if parts.last().is_none_or(|last| last.id != id) {
            parts.push(Part { id, low: Vec::new() });
        }
        match assessment.item_status(index) {
            ItemStatus::Level(level) if level < Level::DEFINED && assessment.asks(pack, index) => {
                parts.last_mut()?.low.push((index, level));
            }
            _ => (),
        }
    }
    let low = parts.iter().filter(|part| !part.low.is_empty()).count();
    let limits = &pack.thresholds;
    let many = low >= limits.systemic_parts.max(1) as usize;
    let share = low * 100 >= limits.systemic_share as usize * parts.len();
    let rests_on = parts.into_iter().flat_map(|part| part.low);
    (many && share).then(|| Finding {
        grade: Grade::Major,
        subject: Subject::Clause(section),
        rule: Rule::ClauseLow,
        rests_on: rests_on.map(|(item, level)| (item, Some(level))).collect(),
    })
}

/// The part of a clause that an item belongs to: `7.5` for `7.5.1`.
fn part(id: &str) -> &str {
    id.match_indices('.').nth(1).and_then(|(end, _)| id.get(..end)).unwrap_or(id)
}
