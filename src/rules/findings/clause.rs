//! What the answers say of a clause as a whole.
//!
//! Both rules only count levels that are low: a level that rises can end them, and so can one that
//! is taken back, but neither can begin them.

use super::{Finding, Grade, Rule, Subject};
use crate::model::assessment::{Assessment, ItemStatus, Level};
use crate::model::pack::{ItemIx, Kind, Pack};

/// How many requirements of a clause that are not met are a systemic major. ISO/IEC 17021-1 (3.12)
/// says "a number of"; three is the rule of the house.
const MANY: usize = 3;

/// The systemic finding of a clause, if there is one. Themes of controls have none.
pub(super) fn finding(pack: &Pack, assessment: &Assessment, section: usize) -> Option<Finding> {
    let clause = pack.sections.get(section).filter(|clause| clause.kind == Kind::Requirement)?;
    let unmet = unmet(pack, assessment, clause.items.clone());
    let low = unmet.iter().filter(|(_, level)| *level < Level::DEFINED).count();
    let rule = if low > 0 && low == clause.items.len() {
        Rule::ClauseAbsent
    } else if unmet.len() >= MANY {
        Rule::ManyMinors
    } else {
        return None;
    };
    Some(Finding { grade: Grade::Major, subject: Subject::Clause(section), rule, rests_on: unmet })
}

/// The asked items among these that are below level 3.
fn unmet(
    pack: &Pack,
    assessment: &Assessment,
    items: impl Iterator<Item = ItemIx>,
) -> Vec<(ItemIx, Level)> {
    let unmet = |item: ItemIx| match assessment.item_status(item) {
        ItemStatus::Level(level) if level < Level::OPERATING => Some((item, level)),
        _ => None,
    };
    items.filter(|item| assessment.asks(pack, *item)).filter_map(unmet).collect()
}
