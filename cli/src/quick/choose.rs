//! Finds the items that predict best: adds one by one, then swaps as long as that helps.
//!
//! A set is judged by the mean error without signs of the three figures together. The sums are
//! the core's without its rounding, kept by section, so that thousands of sets can be tried.

use super::Respondent;
use plumbline::model::pack::{ItemIx, Kind, Pack};
use plumbline::rules::score::credit;

/// A swap that gains less, in percentage points, is noise.
const LEAST_GAIN: f64 = 0.001;

/// The fewest items that have every gate and touch every section.
pub fn fewest(pack: &Pack) -> usize {
    let gates = pack.items.iter().filter(|item| item.gate).count();
    let without =
        |section: usize| pack.items.iter().all(|item| item.section != section || !item.gate);
    gates + (0..pack.sections.len()).filter(|section| without(*section)).count()
}

/// The set of this size that predicts best, in the order of the pack.
pub(super) fn choose(pack: &Pack, respondents: &[Respondent], wanted: usize) -> Vec<ItemIx> {
    let table = Table::new(pack, respondents);
    let items = 0..pack.items.len();
    let is_gate = |item: &ItemIx| pack.item(*item).is_some_and(|item| item.gate);
    let mut set = Set { table: &table, chosen: items.clone().filter(is_gate).collect() };
    // A section without items has no figure, so each gets one first.
    for section in 0..pack.sections.len() {
        let inside = |item: &ItemIx| table.section(*item) == Some(section);
        if !set.chosen.iter().any(inside) {
            set.add_best(items.clone().filter(inside));
        }
    }
    while set.chosen.len() < wanted && set.add_best(items.clone()) {}
    while set.swap_best(items.clone(), is_gate).is_some() {}
    set.chosen.sort_unstable();
    set.chosen
}

/// One item for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swap {
    /// The item that goes.
    pub out: ItemIx,
    /// The item that comes.
    pub new: ItemIx,
}

/// The swaps that gain most, one after the other, beginning with a set; gates stay.
pub(super) fn swaps(
    pack: &Pack,
    respondents: &[Respondent],
    from: &[ItemIx],
    most: usize,
) -> Vec<Swap> {
    let table = Table::new(pack, respondents);
    let mut set = Set { table: &table, chosen: from.to_vec() };
    let is_gate = |item: &ItemIx| pack.item(*item).is_some_and(|item| item.gate);
    std::iter::from_fn(|| set.swap_best(0..pack.items.len(), is_gate)).take(most).collect()
}

/// The answers as sums can use them.
struct Table {
    kinds: Vec<Kind>,
    /// By item: its section and weight.
    items: Vec<(usize, f64)>,
    /// By respondent and item: the share that counts, `None` where it leaves the sum.
    shares: Vec<Vec<Option<f64>>>,
    /// By respondent: the three figures over all items, from 0 to 1.
    full: Vec<[f64; 3]>,
}

impl Table {
    fn new(pack: &Pack, respondents: &[Respondent]) -> Table {
        let share = |respondent: &Respondent, item: ItemIx| {
            credit(respondent.assessment.item_status(item)).map(|(lower, _)| f64::from(lower) / 3.0)
        };
        let row = |respondent: &Respondent| {
            (0..pack.items.len()).map(|item| share(respondent, item)).collect()
        };
        let mut table = Table {
            kinds: pack.sections.iter().map(|section| section.kind).collect(),
            items: pack.items.iter().map(|item| (item.section, f64::from(item.weight))).collect(),
            shares: respondents.iter().map(row).collect(),
            full: Vec::new(),
        };
        let all: Vec<ItemIx> = (0..pack.items.len()).collect();
        table.full = table.shares.iter().map(|row| table.figures(&table.sums(row, &all))).collect();
        table
    }

    fn section(&self, item: ItemIx) -> Option<usize> {
        self.items.get(item).map(|(section, _)| *section)
    }

    /// By section: what counts, and the weights.
    fn sums(&self, row: &[Option<f64>], items: &[ItemIx]) -> Vec<(f64, f64)> {
        let mut sums = vec![(0.0, 0.0); self.kinds.len()];
        for item in items {
            self.add(&mut sums, row, *item, 1.0);
        }
        sums
    }

    /// Adds an item to the sums, or with a sign of -1 takes it out.
    fn add(&self, sums: &mut [(f64, f64)], row: &[Option<f64>], item: ItemIx, sign: f64) {
        let (Some((section, weight)), Some(Some(share))) = (self.items.get(item), row.get(item))
        else {
            return;
        };
        if let Some((part, weights)) = sums.get_mut(*section) {
            *part += sign * share * weight;
            *weights += sign * weight;
        }
    }

    fn figures(&self, sums: &[(f64, f64)]) -> [f64; 3] {
        let (mut parts, mut counts) = ([0.0; 2], [0.0; 2]);
        for (kind, (part, weights)) in self.kinds.iter().zip(sums) {
            // Weights are whole numbers; what is left of them after subtraction is exactly 0.
            if let (true, Some(sum), Some(count)) =
                (*weights > 0.0, parts.get_mut(*kind as usize), counts.get_mut(*kind as usize))
            {
                *sum += part / weights;
                *count += 1.0;
            }
        }
        let mean = |part: f64, count: f64| if count > 0.0 { part / count } else { 0.0 };
        let ([a, b], [m, n]) = (parts, counts);
        let (requirements, controls) = (mean(a, m), mean(b, n));
        [(requirements + controls) / 2.0, requirements, controls]
    }
}

/// A set that is being built.
struct Set<'a> {
    table: &'a Table,
    chosen: Vec<ItemIx>,
}

impl Set<'_> {
    /// The error of the set in percentage points after a change to the sums of each respondent.
    fn error(&self, sums: &[Vec<(f64, f64)>], out: Option<ItemIx>, new: Option<ItemIx>) -> f64 {
        let table = self.table;
        let (mut total, mut changed) = (0.0, Vec::new());
        for ((row, sums), full) in table.shares.iter().zip(sums).zip(&table.full) {
            changed.clone_from(sums);
            for (item, sign) in [(out, -1.0), (new, 1.0)] {
                if let Some(item) = item {
                    table.add(&mut changed, row, item, sign);
                }
            }
            let quick = table.figures(&changed);
            total += quick.iter().zip(full).map(|(quick, full)| (quick - full).abs()).sum::<f64>();
        }
        total * 100.0 / (3 * table.full.len().max(1)) as f64
    }

    fn sums(&self) -> Vec<Vec<(f64, f64)>> {
        self.table.shares.iter().map(|row| self.table.sums(row, &self.chosen)).collect()
    }

    /// Adds the best of these items that is not in the set yet; false where none is left.
    fn add_best(&mut self, items: impl Iterator<Item = ItemIx>) -> bool {
        let sums = self.sums();
        let new = items.filter(|item| !self.chosen.contains(item));
        let errors = new.map(|item| (self.error(&sums, None, Some(item)), item));
        match errors.min_by(|(a, _), (b, _)| a.total_cmp(b)) {
            Some((_, best)) => {
                self.chosen.push(best);
                true
            }
            None => false,
        }
    }

    /// Makes the best swap that keeps every section; `None` where none gains anything.
    fn swap_best(
        &mut self,
        items: std::ops::Range<ItemIx>,
        keep: impl Fn(&ItemIx) -> bool,
    ) -> Option<Swap> {
        let sums = self.sums();
        let before = self.error(&sums, None, None);
        let mut best: Option<(f64, usize, ItemIx)> = None;
        for (place, out) in self.chosen.iter().enumerate() {
            if keep(out) {
                continue;
            }
            let section = self.table.section(*out);
            let inside = |item: &&ItemIx| self.table.section(**item) == section;
            let last = self.chosen.iter().filter(inside).count() == 1;
            for new in items.clone().filter(|item| !self.chosen.contains(item)) {
                if last && self.table.section(new) != section {
                    continue;
                }
                let error = self.error(&sums, Some(*out), Some(new));
                if best.is_none_or(|(least, _, _)| error < least) {
                    best = Some((error, place, new));
                }
            }
        }
        let (_, place, new) = best.filter(|(error, _, _)| *error < before - LEAST_GAIN)?;
        let slot = self.chosen.get_mut(place)?;
        Some(Swap { out: std::mem::replace(slot, new), new })
    }
}
