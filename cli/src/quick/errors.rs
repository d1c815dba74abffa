//! How far the quick figures lie from the full ones.

use super::Failed;

/// What came of one organisation. Figures are basis points: overall, requirements, controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Position in [`super::STORIES`].
    pub story: usize,
    /// With all items.
    pub full: [u32; 3],
    /// With the quick items.
    pub quick: [u32; 3],
    /// What fails with all items.
    pub failed: Failed,
    /// What fails with the quick items.
    pub found: Failed,
    /// What fails with the quick items that are gates.
    pub found_by_gates: Failed,
}

/// Errors of a figure in percentage points: quick less full.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Errors {
    /// Mean: above 0 where the quick check flatters.
    pub bias: f64,
    /// Mean without signs.
    pub mean: f64,
    /// Nine of ten are not larger, without signs.
    pub ninth: f64,
    /// The largest, without signs.
    pub worst: f64,
}

impl Errors {
    /// Of one of the three figures.
    pub fn of<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>, figure: usize) -> Errors {
        let error = |outcome: &Outcome| {
            let quick = outcome.quick.get(figure).copied().unwrap_or_default();
            let full = outcome.full.get(figure).copied().unwrap_or_default();
            (f64::from(quick) - f64::from(full)) / 100.0
        };
        let errors: Vec<f64> = outcomes.into_iter().map(error).collect();
        let n = errors.len().max(1) as f64;
        let mut sizes: Vec<f64> = errors.iter().map(|error| error.abs()).collect();
        sizes.sort_by(f64::total_cmp);
        let ninth = (sizes.len() * 9).div_ceil(10).saturating_sub(1);
        Errors {
            // Never -0.0.
            bias: errors.iter().sum::<f64>() / n + 0.0,
            mean: sizes.iter().sum::<f64>() / n,
            ninth: sizes.get(ninth).copied().unwrap_or_default(),
            worst: sizes.last().copied().unwrap_or_default(),
        }
    }
}

/// How often a stage that is not ready is found by the quick items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Not ready with all items.
    pub failed: usize,
    /// Among them, not ready with the quick items already.
    pub found: usize,
    /// Among them, not ready with the gates alone.
    pub by_gates: usize,
    /// Not ready with the quick items, but with all items not so. A fault of the rules.
    pub false_alarms: usize,
}

impl Found {
    /// Of Stage 1 or, else, Stage 2.
    pub fn of<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>, first_stage: bool) -> Found {
        let stage = |failed: &Failed| if first_stage { failed.stage1 } else { failed.stage2 };
        let mut count = Found::default();
        for outcome in outcomes {
            let (failed, found) = (stage(&outcome.failed), stage(&outcome.found));
            let by_gates = stage(&outcome.found_by_gates);
            count.failed += usize::from(failed);
            count.found += usize::from(failed && found);
            count.by_gates += usize::from(failed && by_gates);
            count.false_alarms += usize::from(!failed && (found || by_gates));
        }
        count
    }

    /// The share found, in percent.
    pub fn share(&self) -> f64 {
        self.found as f64 * 100.0 / self.failed.max(1) as f64
    }

    /// The share found by the gates alone, in percent.
    pub fn share_by_gates(&self) -> f64 {
        self.by_gates as f64 * 100.0 / self.failed.max(1) as f64
    }
}
