//! The way to the certificate: whether its steps can stand in the order in which they build on each
//! other, before the audits that look at them.
//!
//! Stage 1 reads what is prepared, Stage 2 sees it work (ISO/IEC 17021-1, 9.3.1.2 and 9.3.1.3). So a
//! risk assessment comes before the statement that rests on it, and the internal audit and what it
//! led to before the management review that has to see both (ISO/IEC 27001, 9.3.2). How many months
//! of records a body wants to see is its own matter: the questionnaire gives the number.

use crate::model::assessment::{Assessment, AuditDates, ItemStatus, Level};
use crate::model::date::Date;
use crate::model::pack::{ItemIx, Pack, WayStep};

/// The steps on the way, and what does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// When each step of [`Pack::way`] is done, in its order.
    pub steps: Vec<When>,
    /// What does not fit, in the order of the steps; empty as long as no date is known.
    pub conflicts: Vec<Conflict>,
}

/// When a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It is done: the first and the last day of its evidence.
    Done(Date, Date),
    /// It is done, and no evidence has a date.
    Undated,
    /// It is not done, and this is its target date, the latest of its items.
    Planned(Date),
    /// Nobody has said when.
    Open,
}

/// What does not fit on the way. Positions are those of [`Clock::steps`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// A step that others build on comes after one of them.
    Order {
        /// The step that has to come first.
        first: usize,
        /// The step that comes before it now.
        then: usize,
    },
    /// Stage 1 comes before something that it reads.
    AfterStage1(usize),
    /// Stage 2 comes before something that it looks at.
    AfterStage2(usize),
    /// A step has no day, though an audit has one.
    NoDay(usize),
    /// Stage 2 comes before Stage 1.
    StagesSwapped,
    /// Fewer months of records than a body usually wants to see at Stage 2.
    FewRecords,
    /// Stage 2 has a day, and nobody has said since when the system runs.
    RunningSinceUnknown,
    /// An audit that lies behind us is still planned.
    Passed,
}

/// The way as the answers, their evidence and the plan show it.
pub fn clock(pack: &Pack, assessment: &Assessment, today: Date) -> Clock {
    let steps: Vec<When> = pack.way.iter().map(|step| when(assessment, step)).collect();
    let conflicts = conflicts(pack, &steps, assessment.audit_dates, today);
    Clock { steps, conflicts }
}

impl When {
    /// The first and the last day on which it is done.
    fn span(self) -> Option<(Date, Date)> {
        match self {
            When::Done(first, last) => Some((first, last)),
            When::Planned(date) => Some((date, date)),
            When::Undated | When::Open => None,
        }
    }
}

/// A step is done once all its items are at level 3; what Stage 1 reads has only to be written.
fn when(assessment: &Assessment, step: &WayStep) -> When {
    let least = if step.stage1 { Level::DEFINED } else { Level::OPERATING };
    let done = |item: &ItemIx| {
        let status = assessment.item_status(*item);
        matches!(status, ItemStatus::Level(level) if level >= least)
    };
    let items = &step.items;
    let answers = || items.iter().filter_map(|item| assessment.get(*item));
    if items.iter().all(done) {
        let dates = || answers().flat_map(|answer| answer.evidence_dates());
        return match (dates().min(), dates().max()) {
            (Some(first), Some(last)) => When::Done(first, last),
            _ => When::Undated,
        };
    }
    answers().filter_map(|answer| answer.due).max().map_or(When::Open, When::Planned)
}

fn conflicts(pack: &Pack, steps: &[When], audit: AuditDates, today: Date) -> Vec<Conflict> {
    let AuditDates { running_since, stage1, stage2 } = audit;
    let mut found = Vec::new();
    for (then, step) in steps.iter().enumerate() {
        let Some((earliest, latest)) = step.span() else {
            if stage1.is_some() || stage2.is_some() {
                found.push(Conflict::NoDay(then));
            }
            continue;
        };
        // A step is repeated: only where it never came after the first of an earlier one is the
        // order wrong.
        let before = steps
            .iter()
            .take(then)
            .rposition(|earlier| earlier.span().is_some_and(|(first, _)| first > latest));
        found.extend(before.map(|first| Conflict::Order { first, then }));
        let read_at_stage1 = pack.way.get(then).is_some_and(|step| step.stage1);
        if read_at_stage1 && stage1.is_some_and(|stage1| earliest > stage1) {
            found.push(Conflict::AfterStage1(then));
        } else if stage2.is_some_and(|stage2| earliest > stage2) {
            found.push(Conflict::AfterStage2(then));
        }
    }
    if let (Some(stage1), Some(stage2)) = (stage1, stage2) {
        found.extend((stage2 < stage1).then_some(Conflict::StagesSwapped));
    }
    match (running_since, stage2) {
        (Some(since), Some(stage2))
            if since.plus_months(pack.thresholds.records_months) > stage2 =>
        {
            found.push(Conflict::FewRecords);
        }
        (None, Some(_)) => found.push(Conflict::RunningSinceUnknown),
        _ => (),
    }
    found.extend(stage2.or(stage1).is_some_and(|last| last < today).then_some(Conflict::Passed));
    found
}
