//! In which order items depend on each other.

use super::{ItemIx, Pack};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// All items, each after those it needs, otherwise in the order of the pack. Items that wait for a
/// circle are left out.
pub fn dependency_order(pack: &Pack) -> Vec<ItemIx> {
    ordered(&pack.items.iter().map(|item| item.needs.clone()).collect::<Vec<_>>())
}

/// The items that need each other in a circle, with those that lie between two circles.
pub fn circles(pack: &Pack) -> Vec<ItemIx> {
    let needs: Vec<_> = pack.items.iter().map(|item| item.needs.clone()).collect();
    // Walking from the first items and from the last ones meets all others.
    let mut met = vec![false; needs.len()];
    for item in ordered(&needs).into_iter().chain(ordered(&reversed(&needs))) {
        met[item] = true;
    }
    (0..met.len()).filter(|item| !met[*item]).collect()
}

fn ordered(needs: &[Vec<ItemIx>]) -> Vec<ItemIx> {
    let mut waits: Vec<usize> = needs.iter().map(Vec::len).collect();
    let needed_by = reversed(needs);
    let mut ready: BinaryHeap<Reverse<ItemIx>> =
        (0..waits.len()).filter(|item| waits[*item] == 0).map(Reverse).collect();
    let mut order = Vec::with_capacity(waits.len());
    while let Some(Reverse(next)) = ready.pop() {
        order.push(next);
        for item in &needed_by[next] {
            waits[*item] -= 1;
            if waits[*item] == 0 {
                ready.push(Reverse(*item));
            }
        }
    }
    order
}

fn reversed(needs: &[Vec<ItemIx>]) -> Vec<Vec<ItemIx>> {
    let mut needed_by = vec![Vec::new(); needs.len()];
    for (item, needs) in needs.iter().enumerate() {
        for need in needs {
            needed_by[*need].push(item);
        }
    }
    needed_by
}
