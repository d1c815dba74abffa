//! The action plan and the metrics in words.

use super::Wording;
use crate::model::assessment::Level;
use crate::model::pack::{Direction, Every};
use crate::rules::metrics::Reason;
use crate::rules::schedule::{Action, Timing};
use crate::rules::score::Tally;
use std::rc::Rc;

impl Wording<'_> {
    /// That nothing is to do: there is no gap, or nothing is known yet.
    pub fn no_plan(&self, tally: Tally) -> Rc<str> {
        self.get(if tally.levels > 0 { "plan.nothing" } else { "plan.empty" })
    }

    /// What an action is to reach.
    pub fn aim(&self, action: &Action) -> Rc<str> {
        let words = self.level_of(action.gap.item, Level::OPERATING);
        self.fill("action.do", &[("words", &words)])
    }

    /// Whether the plan makes the target date of an action.
    pub fn timing(&self, action: &Action) -> Rc<str> {
        let key = match action.timing {
            Timing::Proposed => "plan.timing.proposed",
            Timing::Fits => "plan.timing.fits",
            Timing::Tight => "plan.timing.tight",
            Timing::Passed => "plan.timing.passed",
        };
        self.fill(key, &[("date", &self.date(action.end))])
    }

    /// What to do, where it stands, and what to know of it, a line each: for a calendar, or for
    /// tasks, that know nothing else of the plan.
    pub fn description(&self, action: &Action) -> String {
        let mut lines = vec![self.aim(action)];
        if let Some(level) = Level::new(action.gap.level.into()) {
            let words = self.level_of(action.gap.item, level);
            lines.push(self.fill("action.now", &[("n", &action.gap.level), ("words", &words)]));
        }
        if action.gate {
            lines.push(self.get("action.gate"));
        }
        if !action.owner.is_empty() {
            lines.push(self.fill("action.owner", &[("owner", &action.owner)]));
        }
        let days = self.days(action.gap.half_days);
        lines.push(self.fill("action.work", &[("days", &days)]));
        lines.extend(self.waits_for(action));
        match action.timing {
            Timing::Proposed | Timing::Fits => (),
            Timing::Tight => {
                lines.push(self.fill("action.tight", &[("date", &self.date(action.end))]))
            }
            Timing::Passed => {
                lines.push(self.fill("action.passed", &[("date", &self.date(action.end))]))
            }
        }
        lines.join("\n")
    }

    /// What has to be done before an action.
    pub fn waits_for(&self, action: &Action) -> Option<Rc<str>> {
        let items = self.ids(&action.waits_for);
        (!items.is_empty()).then(|| self.fill("action.after", &[("items", &items)]))
    }

    /// Why a metric stands where it does, in a sentence.
    pub fn metric_reason(&self, reason: Reason) -> Rc<str> {
        let (key, item, level) = match reason {
            Reason::Operating(item) => ("metrics.reason.operating", item, 3),
            Reason::Weak { item, level } => ("metrics.reason.weak", item, level),
            Reason::Proven(item) => ("metrics.reason.proven", item, 4),
            Reason::Open => return self.get("metrics.reason.open"),
        };
        self.fill(key, &[("item", &self.item(item)), ("n", &level)])
    }

    /// The same beside the item and its level, which it does not name.
    pub fn metric_why(&self, reason: Reason) -> Rc<str> {
        self.get(match reason {
            Reason::Operating(_) => "metrics.why.operating",
            Reason::Weak { .. } => "metrics.why.weak",
            Reason::Proven(_) => "metrics.why.proven",
            Reason::Open => "metrics.reason.open",
        })
    }

    /// Which values of a metric are good.
    pub fn direction(&self, direction: Direction) -> Rc<str> {
        self.get(match direction {
            Direction::Up => "metrics.direction.up",
            Direction::Down => "metrics.direction.down",
            Direction::Target => "metrics.direction.target",
        })
    }

    /// How often a metric is taken.
    pub fn every(&self, every: Every) -> Rc<str> {
        self.get(match every {
            Every::Month => "metrics.every.month",
            Every::Quarter => "metrics.every.quarter",
            Every::HalfYear => "metrics.every.half_year",
            Every::Year => "metrics.every.year",
        })
    }
}
