//! One page for the board, as a value: where the organisation stands, what is in its way and what
//! comes next. It chooses from the report and counts; it judges nothing again, and words nothing.

mod facts;

pub use facts::{judged, Blocks, Fact, Value};

use crate::model::assessment::{ItemStatus, Mode};
use crate::model::date::Date;
use crate::model::pack::ItemIx;
use crate::report::{Report, Row};
use crate::rules::findings::{Finding, FindingCounts, Grade, Subject};
use crate::rules::plan::Gap;
use crate::rules::score::Score;
use crate::rules::verdict::{Stage, Unmet};
use std::cmp::Reverse;
use std::rc::Rc;

pub use crate::report::compare::Since;

/// How many gaps and how many strengths a page shows.
const MOST: usize = 5;

/// How many next steps a page shows.
const STEPS: usize = 3;

/// One page for the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The day on which it was made.
    pub date: Date,
    /// Name of the organisation; may be empty.
    pub organisation: Rc<str>,
    /// Quick check or full assessment.
    pub mode: Mode,
    /// Stage 1 and Stage 2.
    pub stages: [StageLine; 2],
    /// How many findings of each grade are likely.
    pub findings: FindingCounts,
    /// The mean of the two groups, with how much is answered.
    pub overall: Score,
    /// By [`crate::model::pack::Kind`].
    pub groups: [Score; 2],
    /// The largest gaps, at most five.
    pub gaps: Vec<LargeGap>,
    /// The greatest strengths, at most five: level 4 before level 3 with evidence named; of these
    /// what counts most in its section, then the order of the pack.
    pub strengths: Vec<ItemIx>,
    /// What is not known.
    pub unknown: Unknown,
    /// How much of what is done could be shown.
    pub evidence: Coverage,
    /// What changed since the last milestone, if there is one.
    pub since: Option<Since>,
    /// What to do first, at most three, each with its work.
    pub next: Vec<Gap>,
}

/// A stage in numbers. Each place is counted once, by the first of its reasons that stands here: an
/// absent gate that Stage 1 asks for is among the unwritten. [`Board::findings`] counts all majors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageLine {
    /// How it would likely end.
    pub outcome: Outcome,
    /// Places at which an item is not written and approved.
    pub unwritten: u32,
    /// Other places at which a major is likely.
    pub other_majors: u32,
    /// Other places at which an item is not done with records.
    pub not_operating: u32,
    /// Applicable controls that are neither in place nor on a plan with an owner and a date.
    pub controls: u32,
    /// Answers that are missing; counted only where nothing fails, else 0.
    pub missing: u32,
}

/// How a stage would likely end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing fails and nothing is missing.
    Ready,
    /// Something fails.
    NotReady,
    /// Answers are missing.
    CannotSay,
}

impl Outcome {
    /// The end of a stage, without its reasons.
    pub fn of(stage: &Stage) -> Outcome {
        match stage {
            Stage::Ready => Outcome::Ready,
            Stage::NotReady(_) => Outcome::NotReady,
            Stage::CannotSay { .. } => Outcome::CannotSay,
        }
    }
}

/// One of the largest gaps. First come the items that are a likely major by themselves, then those
/// that a likely major of their clause rests on, then the others; of these the largest `size`
/// first, then the order of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LargeGap {
    /// Position in the pack.
    pub item: ItemIx,
    /// Its level, 0 to 2.
    pub level: u8,
    /// (3 - level) x weight, from 1 to 15: by how many thirds of a weight it lowers its section.
    pub size: u32,
    /// What it has to do with a likely major.
    pub major: Major,
}

/// What an item has to do with a likely major, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Major {
    /// It is one.
    Itself,
    /// It is one of several lapses that are one together.
    Part,
    /// Nothing.
    No,
}

/// What is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// Items without an answer.
    pub unanswered: u32,
    /// Items whose state the respondent does not know.
    pub dont_know: u32,
    /// The sections that they are in: positions in the pack, with both counts.
    pub sections: Vec<(usize, u32, u32)>,
}

/// How much of what is done could be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Items at level 3 or 4.
    pub done: u32,
    /// Those of them that name evidence.
    pub shown: u32,
}

impl Board {
    /// The page of a report.
    pub fn new(report: &Report) -> Board {
        let verdict = &report.verdict;
        Board {
            date: report.date,
            organisation: report.organisation.clone(),
            mode: report.mode,
            stages: [&verdict.stage1, &verdict.stage2].map(line),
            findings: FindingCounts::of(&report.findings),
            overall: report.overall,
            groups: report.groups,
            gaps: gaps(report),
            strengths: strengths(report),
            unknown: unknown(report),
            evidence: coverage(report),
            since: report.since().cloned(),
            next: report.schedule().actions.iter().take(STEPS).map(|action| action.gap).collect(),
        }
    }
}

fn line(stage: &Stage) -> StageLine {
    let (reasons, missing) = match stage {
        Stage::Ready => (&[][..], 0),
        Stage::NotReady(reasons) => (&reasons[..], 0),
        Stage::CannotSay { missing } => (&[][..], missing.len() as u32),
    };
    let count = |counts: fn(Unmet) -> bool| {
        reasons.iter().filter(|reason| counts(reason.unmet)).count() as u32
    };
    StageLine {
        outcome: Outcome::of(stage),
        unwritten: count(|unmet| unmet == Unmet::Written),
        other_majors: count(|unmet| matches!(unmet, Unmet::NoMajor(_))),
        not_operating: count(|unmet| unmet == Unmet::Operating),
        controls: count(|unmet| unmet == Unmet::ControlInPlace),
        missing,
    }
}

fn gaps(report: &Report) -> Vec<LargeGap> {
    let majors = majors(report.pack.items.len(), &report.findings);
    let mut gaps = Vec::new();
    for gap in &report.gaps {
        let Some(row) = report.rows.get(gap.row) else { continue };
        let size = gap.gap.steps * row.weight;
        let major = majors.get(row.item).copied().unwrap_or(Major::No);
        gaps.push(LargeGap { item: row.item, level: gap.gap.level, size, major });
    }
    gaps.sort_by_key(|gap| (gap.major, Reverse(gap.size), gap.item));
    gaps.truncate(MOST);
    gaps
}

/// What each item has to do with a likely major.
fn majors(items: usize, found: &[Finding]) -> Vec<Major> {
    let mut majors = vec![Major::No; items];
    for finding in found.iter().filter(|finding| finding.grade == Grade::Major) {
        let major = match finding.subject {
            Subject::Item(_) => Major::Itself,
            Subject::Clause(_) => Major::Part,
        };
        for (item, _) in &finding.rests_on {
            if let Some(known) = majors.get_mut(*item) {
                *known = major.min(*known);
            }
        }
    }
    majors
}

fn strengths(report: &Report) -> Vec<ItemIx> {
    let level = |row: &Row| match row.item_status {
        ItemStatus::Level(level) => level.number(),
        _ => 0,
    };
    let mut rows: Vec<&Row> =
        report.strengths.iter().filter_map(|at| report.rows.get(*at)).collect();
    rows.sort_by_key(|row| (Reverse(level(row)), Reverse(row.weight), row.item));
    rows.truncate(MOST);
    rows.into_iter().map(|row| row.item).collect()
}

fn unknown(report: &Report) -> Unknown {
    let mut unknown = Unknown::default();
    for section in &report.sections {
        let (unanswered, dont_know) =
            (section.score.tally.unanswered(), section.score.tally.dont_know);
        unknown.unanswered += unanswered;
        unknown.dont_know += dont_know;
        if unanswered + dont_know > 0 {
            unknown.sections.push((section.section, unanswered, dont_know));
        }
    }
    unknown
}

fn coverage(report: &Report) -> Coverage {
    let mut coverage = Coverage::default();
    for row in &report.rows {
        if matches!(row.item_status, ItemStatus::Level(level) if level.number() >= 3) {
            coverage.done += 1;
            coverage.shown += u32::from(row.answer.has_evidence());
        }
    }
    coverage
}
