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
/// absent gate at which Stage 1 stops is among those below level 2. [`Board::findings`] counts all
/// majors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageLine {
    /// How it would likely end.
    pub outcome: Outcome,
    /// Places at which Stage 1 stops because an item is below level 2.
    pub below_defined: u32,
    /// Controls that are left out and hardly ever can be, where they are too many.
    pub left_out: u32,
    /// Other places at which a major is likely.
    pub other_majors: u32,
    /// Controls below level 3, where they are too many for Stage 2.
    pub controls: u32,
    /// Areas of concern, where nothing stops Stage 1.
    pub concerns: u32,
    /// Likely minors, where nothing stops Stage 2.
    pub minors: u32,
    /// What is missing to say how it ends; counted only where nothing fails, else 0.
    pub missing: u32,
}

/// How a stage would likely end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing fails and nothing is missing.
    Ready,
    /// The same, with areas of concern or likely minors.
    ReadyWith,
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
            Stage::ReadyWith(_) => Outcome::ReadyWith,
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
    let mut line = StageLine {
        outcome: Outcome::of(stage),
        below_defined: 0,
        left_out: 0,
        other_majors: 0,
        controls: 0,
        concerns: 0,
        minors: 0,
        missing: 0,
    };
    match stage {
        Stage::Ready => (),
        Stage::CannotSay { missing } => line.missing = missing.len() as u32,
        Stage::ReadyWith(reasons) | Stage::NotReady(reasons) => {
            for reason in reasons {
                match reason.unmet {
                    Unmet::Defined => line.below_defined += 1,
                    Unmet::LeftOut(n) => line.left_out += n,
                    Unmet::NoMajor(_) => line.other_majors += 1,
                    Unmet::ControlsInPlace(n) => line.controls += n,
                    Unmet::NoConcern => line.concerns += 1,
                    Unmet::NoMinor(_) => line.minors += 1,
                }
            }
        }
    }
    line
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
        let itself = matches!(finding.subject, Subject::Item(item) if finding.is_about(item));
        let major = if itself { Major::Itself } else { Major::Part };
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
