//! What to do first.
//!
//! Gates come first, in the order in which they depend on each other; then whatever gains most
//! for the work: (3 - level) x weight / effort.

use crate::model::assessment::{Assessment, ItemStatus, Size};
use crate::model::pack::{dependency_order, Effort, ItemIx, Pack};
use std::cmp::Ordering;

/// An item below level 3, with what its place in the order rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Position in the pack.
    pub item: ItemIx,
    /// Its level, 0 to 2.
    pub level: u8,
    /// How often its weight can still be gained: 3 - level.
    pub steps: u32,
    /// Work in half days for this size of organisation, from nothing to level 3. The order goes by
    /// it.
    pub effort: u32,
    /// What of it is left, in half days and at least one: a third for each step, rounded up.
    pub half_days: u32,
}

/// The gaps in the order in which to close them. Only items with a level can be gaps: what is
/// not known is not a finding.
pub fn gaps(pack: &Pack, assessment: &Assessment) -> Vec<Gap> {
    let order = dependency_order(pack);
    let mut rank = vec![0; pack.items.len()];
    for (position, item) in order.into_iter().enumerate() {
        rank[item] = position;
    }
    let mut gaps: Vec<Gap> =
        assessment.asked(pack).filter_map(|item| gap(pack, assessment, item)).collect();
    gaps.sort_by(|a, b| compare(pack, &rank, a, b));
    gaps
}

fn gap(pack: &Pack, assessment: &Assessment, item: ItemIx) -> Option<Gap> {
    let ItemStatus::Level(level) = assessment.item_status(item) else { return None };
    let steps = 3u32.checked_sub(u32::from(level.number())).filter(|steps| *steps > 0)?;
    let effort = half_days(pack.item(item)?.effort, assessment.organisation.size);
    let half_days = (effort * steps).div_ceil(3);
    Some(Gap { item, level: level.number(), steps, effort, half_days })
}

/// Work for a size of organisation; a small one where the size is not known.
pub fn half_days(effort: Effort, size: Option<Size>) -> u32 {
    match size {
        Some(Size::Micro) => effort.micro,
        None | Some(Size::Small) => effort.small,
        Some(Size::Medium) => effort.medium,
        Some(Size::Large) => effort.large,
    }
}

fn compare(pack: &Pack, rank: &[usize], a: &Gap, b: &Gap) -> Ordering {
    let (Some(x), Some(y)) = (pack.item(a.item), pack.item(b.item)) else { return Ordering::Equal };
    if x.gate && y.gate {
        return rank[a.item].cmp(&rank[b.item]);
    }
    // Fractions are compared by cross-multiplying, so that no rounding decides.
    let gain = |gap: &Gap, weight: u32| u64::from(gap.steps * weight);
    let (left, right) =
        (gain(a, x.weight) * u64::from(b.effort), gain(b, y.weight) * u64::from(a.effort));
    y.gate.cmp(&x.gate).then(right.cmp(&left)).then(a.item.cmp(&b.item))
}
