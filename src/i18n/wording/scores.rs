//! Numbers in words: percent, points, days.

use super::Wording;
use crate::report::percents;
use crate::rules::score::{Bounds, Points, Tally};
use std::rc::Rc;

impl Wording<'_> {
    /// The bounds in whole percent: "41-63 %", "63 %", or that nothing applies.
    pub fn bounds(&self, bounds: Option<Bounds>) -> Rc<str> {
        match bounds.map(percents) {
            None => self.get("score.none"),
            Some((lower, upper)) if lower == upper => self.percent(lower),
            Some((lower, upper)) => {
                self.fill("score.range", &[("lower", &lower), ("upper", &upper)])
            }
        }
    }

    /// A whole number of percent.
    pub fn percent(&self, n: u32) -> Rc<str> {
        self.fill("score.exact", &[("n", &n)])
    }

    /// How a scale from nothing to all is written.
    pub fn steps(&self) -> [Rc<str>; 5] {
        [0, 25, 50, 75, 100].map(|n| self.percent(n))
    }

    /// Basis points as percent with two decimals, or that nothing applies.
    pub fn exact(&self, basis_points: Option<u32>) -> Rc<str> {
        let Some(n) = basis_points else { return self.get("score.none") };
        let n = format!("{}{}{:02}", n / 100, self.get("decimal_mark"), n % 100);
        self.fill("score.exact", &[("n", &n)])
    }

    /// How many of how many are answered.
    pub fn answered(&self, tally: &Tally) -> Rc<str> {
        self.fill("task.count", &[("n", &tally.answered()), ("total", &tally.total)])
    }

    /// What is earned of what could be: "6 of 9 points", "2-5 of 9 points".
    pub fn points(&self, points: Points) -> Rc<str> {
        let Points { lower, upper, most, .. } = points;
        match lower == upper {
            true => self.fill("points.exact", &[("n", &lower), ("most", &most)]),
            false => {
                self.fill("points.range", &[("lower", &lower), ("upper", &upper), ("most", &most)])
            }
        }
    }

    /// Half days as a number of days.
    pub fn days(&self, half_days: impl Into<u64>) -> String {
        let half_days = half_days.into();
        let mut days = (half_days / 2).to_string();
        if half_days % 2 == 1 {
            days.push_str(&self.get("decimal_mark"));
            days.push('5');
        }
        days
    }

    /// Work in a sentence: "about half a day", "about 2.5 days".
    pub fn work(&self, half_days: impl Into<u64>) -> Rc<str> {
        let half_days = half_days.into();
        match (usize::try_from(half_days / 2).unwrap_or(usize::MAX), half_days % 2) {
            (0, _) => self.get("days.half"),
            (days, 0) => self.count("days.whole", days),
            (days, _) => self.count("days.and_half", days),
        }
    }
}
