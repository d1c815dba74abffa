//! The level that the ticks of a check list suggest. The respondent decides.

use super::Level;
use crate::model::pack::Item;
use crate::model::sorted::Set;

/// Of the levels that have checks, the highest one for which all of its checks and all of those
/// below it are ticked. `None`: a check of the lowest is open.
pub fn suggested_level(item: &Item, ticked: &Set) -> Option<Level> {
    let mut suggested = None;
    for level in Level::ALL {
        let mut checks =
            item.checks.iter().filter(|check| check.level == level.number()).peekable();
        if checks.peek().is_none() {
            continue;
        }
        if !checks.all(|check| ticked.contains(&check.id)) {
            break;
        }
        suggested = Some(level);
    }
    suggested
}
