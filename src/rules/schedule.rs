//! The action plan with dates: what to do, in which order, and when it could be done.
//!
//! **Actions** are the gaps of [`plan::gaps`]. **Order**: first the gates, then by phase as the
//! pack has them (they are its own: ISO/IEC 27003:2017 is no project plan), within each in the
//! order of the plan. An item at
//! level 0 or 1 that another one needs, directly or by way of others, takes that one's place where
//! it would stand later, so that it comes before it; of several that share such a place, each comes
//! after what it needs, else in the order of the pack. At level 2 it is decided and known, and the
//! other can build on it. Items that need each other in a circle only keep their own place.
//!
//! **Dates**: one action is done after the other. With a pace of `p` half days a week, each day
//! from Monday to Friday gives `p / 5` half days; holidays are not known. The days are numbered
//! from 0, the first working day on or after [`Schedule::start`]. Where the actions before need `b`
//! half days and the action itself `e`, it starts on day `floor(5 b / p)`, which still has room,
//! and ends on day `ceil(5 (b + e) / p) - 1`, the first by whose evening all of it can be done. An
//! action can so start on the day on which the one before it ends.
//!
//! Nothing is planned into the past: a plan whose start has passed counts from today.

use crate::model::assessment::{Assessment, ItemStatus, Level, PlanSettings};
use crate::model::date::Date;
use crate::model::pack::{dependency_order, ItemIx, Pack};
use crate::rules::plan::{self, Gap};
use std::rc::Rc;

/// The action plan as a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// From when it counts: the set start, or today where none is set or it has passed.
    pub start: Date,
    /// Half days of work a week, from 1 to [`PlanSettings::MOST_PACE`].
    pub pace: u8,
    /// What to do, in order.
    pub actions: Vec<Action>,
    /// What was done, the latest last.
    pub done: Vec<Done>,
    /// The gates with what they need, then the phases that have other actions, in the order of the
    /// pack.
    pub phases: Vec<PhaseTotal>,
    /// Work of all actions, in half days.
    pub half_days: u64,
    /// When the last action ends; `None` where there is none.
    pub end: Option<Date>,
}

/// One thing to do: an item to bring to level 3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The gap that it closes, with the work that is left.
    pub gap: Gap,
    /// Its absence alone is a likely major nonconformity.
    pub gate: bool,
    /// It is a gate, or a gate has to wait for it.
    pub first: bool,
    /// Position of its phase in [`Pack::phases`].
    pub phase: usize,
    /// Who looks after it; may be empty.
    pub owner: Rc<str>,
    /// The first day on which somebody works on it, as the plan proposes it.
    pub start: Date,
    /// The day on which it is done, as the plan proposes it.
    pub end: Date,
    /// Until when: the date that was set for the item, else the proposed end.
    pub target: Date,
    /// What is to be said of the target date.
    pub timing: Timing,
    /// The items that it needs and that are at level 0 or 1, in the order of the pack.
    pub waits_for: Vec<ItemIx>,
}

/// Whether the plan can make a target date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Nobody set a date: the target is what the plan proposes.
    Proposed,
    /// A date was set, and the plan can make it.
    Fits,
    /// A date was set, and at this pace the plan ends the action later.
    Tight,
    /// A date was set, and it lies before today.
    Passed,
}

/// Something that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// Position in the pack.
    pub item: ItemIx,
    /// The day that was given for it.
    pub date: Date,
    /// Its level is still below 3 (or unknown), whatever was done.
    pub open: bool,
}

/// A phase with the actions that are done in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseTotal {
    /// Its position in [`Pack::phases`]; `None` for what comes before all of them.
    pub phase: Option<usize>,
    /// How many actions.
    pub count: u32,
    /// Their work, in half days.
    pub half_days: u64,
    /// When the first of them starts.
    pub start: Date,
    /// When the last of them ends.
    pub end: Date,
}

impl Action {
    /// The first and the last day to show it on: from its start to its target date, and the target
    /// date alone where that was set before the start.
    pub fn span(&self) -> (Date, Date) {
        (self.start.min(self.target), self.target)
    }

    /// The phase in which it is done; `None` for what comes before all of them.
    pub fn in_phase(&self) -> Option<usize> {
        (!self.first).then_some(self.phase)
    }
}

impl Schedule {
    /// The plan for these answers on this day.
    pub fn new(pack: &Pack, assessment: &Assessment, today: Date) -> Schedule {
        Schedule::of_gaps(pack, assessment, today, &plan::gaps(pack, assessment))
    }

    /// The same where the gaps of these answers are known already.
    pub fn of_gaps(pack: &Pack, assessment: &Assessment, today: Date, gaps: &[Gap]) -> Schedule {
        let PlanSettings { start, pace } = assessment.plan_settings;
        let pace = pace.unwrap_or(PlanSettings::USUAL_PACE).clamp(1, PlanSettings::MOST_PACE);
        let start = start.unwrap_or(today).max(today);
        let mut waited_for = vec![false; pack.items.len()];
        for gap in gaps.iter().filter(|gap| is_in_the_way(gap)) {
            waited_for[gap.item] = true;
        }
        let mut half_days = 0;
        let mut actions = Vec::with_capacity(gaps.len());
        for (gap, first) in in_order(pack, gaps) {
            let before = half_days;
            half_days += u64::from(gap.half_days);
            let dates = (first_day(start, pace, before), last_day(start, pace, half_days));
            let action = action(pack, assessment, &waited_for, gap, dates, today);
            actions.extend(action.map(|action| Action { first, ..action }));
        }
        Schedule {
            start,
            pace,
            done: done(pack, assessment),
            phases: phases(pack, &actions),
            half_days,
            end: actions.last().map(|action| action.end),
            actions,
        }
    }
}

/// The gaps in the order in which to work on them, each with whether it comes before all phases.
/// All positions are the pack's own.
fn in_order<'a>(pack: &Pack, gaps: &'a [Gap]) -> Vec<(&'a Gap, bool)> {
    // The place of an item: its phase, and within that its position in the plan. Gates come before
    // the first phase.
    let mut places = vec![(usize::MAX, usize::MAX); pack.items.len()];
    for (position, gap) in gaps.iter().enumerate() {
        let item = &pack.items[gap.item];
        places[gap.item] = (if item.gate { 0 } else { item.phase + 1 }, position);
    }
    let order = dependency_order(pack);
    let mut ranks = vec![usize::MAX; pack.items.len()];
    let mut handed = places.clone();
    for (rank, item) in order.iter().enumerate().rev() {
        // Reverse topological order propagates each place to all that it needs.
        ranks[*item] = rank;
        for need in &pack.items[*item].needs {
            handed[*need] = handed[*need].min(handed[*item]);
        }
    }
    for gap in gaps.iter().filter(|gap| is_in_the_way(gap)) {
        places[gap.item] = handed[gap.item];
    }
    let mut sorted: Vec<&Gap> = gaps.iter().collect();
    sorted.sort_by_key(|gap| (places[gap.item], ranks[gap.item]));
    sorted.into_iter().map(|gap| (gap, places[gap.item].0 == 0)).collect()
}

/// Whether what needs this has to wait for it.
fn is_in_the_way(gap: &Gap) -> bool {
    gap.level < Level::DEFINED.number()
}

/// The day on which there is room again after this much work.
fn first_day(start: Date, pace: u8, before: u64) -> Date {
    working_day(start, before * 5 / u64::from(pace))
}

/// The day by whose evening this much work, at least one half day, can be done.
fn last_day(start: Date, pace: u8, work: u64) -> Date {
    working_day(start, (work * 5).div_ceil(u64::from(pace)).saturating_sub(1))
}

fn working_day(start: Date, number: u64) -> Date {
    start.plus_working_days(u32::try_from(number).unwrap_or(u32::MAX))
}

fn action(
    pack: &Pack,
    assessment: &Assessment,
    waited_for: &[bool],
    gap: &Gap,
    (start, end): (Date, Date),
    today: Date,
) -> Option<Action> {
    let item = pack.item(gap.item)?;
    let answer = assessment.get(gap.item)?;
    let waits = |need: &ItemIx| waited_for.get(*need) == Some(&true);
    let mut waits_for: Vec<ItemIx> = item.needs.iter().copied().filter(waits).collect();
    waits_for.sort_unstable();
    Some(Action {
        gap: *gap,
        gate: item.gate,
        first: item.gate,
        phase: item.phase,
        owner: answer.owner.trim().into(),
        start,
        end,
        target: answer.due.unwrap_or(end),
        timing: match answer.due {
            None => Timing::Proposed,
            Some(due) if due < today => Timing::Passed,
            Some(due) if due < end => Timing::Tight,
            Some(_) => Timing::Fits,
        },
        waits_for,
    })
}

/// What is marked as done among the items that are asked and not left out, by date and then in the
/// order of the pack.
fn done(pack: &Pack, assessment: &Assessment) -> Vec<Done> {
    let mut found = Vec::new();
    for item in assessment.asked(pack) {
        let open = match assessment.item_status(item) {
            ItemStatus::NotApplicable => continue,
            ItemStatus::Level(level) => level.number() < 3,
            ItemStatus::Unanswered | ItemStatus::DontKnow => true,
        };
        if let Some(date) = assessment.get(item).and_then(|answer| answer.done) {
            found.push(Done { item, date, open });
        }
    }
    found.sort_by_key(|done| done.date);
    found
}

fn phases(pack: &Pack, actions: &[Action]) -> Vec<PhaseTotal> {
    let mut totals = Vec::new();
    for phase in [None].into_iter().chain((0..pack.phases.len()).map(Some)) {
        let mut here = actions.iter().filter(|action| action.in_phase() == phase);
        let Some(first) = here.next() else { continue };
        let mut total = PhaseTotal {
            phase,
            count: 1,
            half_days: u64::from(first.gap.half_days),
            start: first.start,
            end: first.end,
        };
        for action in here {
            total.count += 1;
            total.half_days += u64::from(action.gap.half_days);
            // Dates never go back from one action to the next.
            total.end = action.end;
        }
        totals.push(total);
    }
    totals
}
