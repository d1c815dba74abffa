//! What to measure first (ISO/IEC 27001, 9.1; guidance in ISO/IEC 27004).
//!
//! An auditor wants to see figures of what runs, so the metrics of the pack are put in this order,
//! by the item that says most for each of them:
//!
//! 1. an item is at level 3: it runs, and measuring it is what level 4 asks for;
//! 2. an item is below it, level 2 first: what is written can be measured once it begins, while
//!    there is little to count where nothing is done yet;
//! 3. all items with a level are at level 4, so they are measured already;
//! 4. no item has a level yet.
//!
//! At the same level, gates come first, then what weighs most, then the order of the pack. No
//! second metric is taken for an item before the others of that level have one. The first
//! [`STARTER`] of 1 and 2 are enough to begin with. A metric all of whose items are left out is
//! left out too.

use crate::model::assessment::{Assessment, ItemStatus};
use crate::model::pack::{ItemIx, Pack};
use std::cmp::Reverse;

/// Most metrics to begin with: enough for an audit to follow, few enough to be kept up.
pub const STARTER: usize = 12;

/// The metrics of the pack in the order in which to take them up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Those to begin with.
    pub starter: Vec<ChosenMetric>,
    /// The others, in the same order.
    pub rest: Vec<ChosenMetric>,
}

/// A metric and why it stands where it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenMetric {
    /// Position in [`Pack::metrics`].
    pub metric: usize,
    /// The items that it measures, without those that are left out.
    pub items: Vec<ItemIx>,
    /// Why it has its place in the order.
    pub reason: Reason,
}

/// Why a metric stands where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// This item is at level 3.
    Operating(ItemIx),
    /// This item is below level 3.
    Weak {
        /// Position in the pack.
        item: ItemIx,
        /// Its level, 0 to 2.
        level: u8,
    },
    /// This item is at level 4, and no other with a level is below it.
    Proven(ItemIx),
    /// No item has a level.
    Open,
}

/// What orders the items of a metric and the metrics themselves; the least comes first.
type Rank = (u8, bool, Reverse<u32>, ItemIx);

impl Sheet {
    /// The metrics for these answers. In quick mode, only its items have a level.
    pub fn new(pack: &Pack, assessment: &Assessment) -> Sheet {
        let mut found: Vec<(Rank, ChosenMetric)> = Vec::new();
        for (metric, about) in pack.metrics.iter().enumerate() {
            let needed = |item: &ItemIx| assessment.item_status(*item) != ItemStatus::NotApplicable;
            let items: Vec<ItemIx> = about.items.iter().copied().filter(needed).collect();
            if items.is_empty() && !about.items.is_empty() {
                continue;
            }
            let (rank, reason) = reason(pack, assessment, &items);
            found.push((rank, ChosenMetric { metric, items, reason }));
        }
        // Stable, so that equals keep the order of the pack.
        found.sort_by_key(|(rank, _)| *rank);
        let mut seen = vec![false; pack.items.len()];
        let mut in_turn: Vec<((u8, bool), ChosenMetric)> = Vec::new();
        for ((step, .., item), choice) in found {
            let again = seen.get_mut(item).is_some_and(|seen| std::mem::replace(seen, true));
            in_turn.push(((step, again), choice));
        }
        in_turn.sort_by_key(|(turn, _)| *turn);
        let mut sheet = Sheet::default();
        for (_, choice) in in_turn {
            let begins = matches!(choice.reason, Reason::Operating(_) | Reason::Weak { .. });
            match begins && sheet.starter.len() < STARTER {
                true => sheet.starter.push(choice),
                false => sheet.rest.push(choice),
            }
        }
        sheet
    }

    /// All of them, those to begin with first.
    pub fn all(&self) -> impl Iterator<Item = &ChosenMetric> {
        self.starter.iter().chain(&self.rest)
    }
}

/// The item that says most, with its place.
fn reason(pack: &Pack, assessment: &Assessment, items: &[ItemIx]) -> (Rank, Reason) {
    let mut best = ((5, false, Reverse(0), usize::MAX), Reason::Open);
    for index in items.iter().copied().filter(|item| assessment.asks(pack, *item)) {
        let (Some(item), ItemStatus::Level(level)) =
            (pack.item(index), assessment.item_status(index))
        else {
            continue;
        };
        let (step, reason) = match level.number() {
            3 => (0, Reason::Operating(index)),
            level @ ..=2 => (3 - level, Reason::Weak { item: index, level }),
            _ => (4, Reason::Proven(index)),
        };
        let rank = (step, !item.gate, Reverse(item.weight), index);
        if rank < best.0 {
            best = (rank, reason);
        }
    }
    best
}
