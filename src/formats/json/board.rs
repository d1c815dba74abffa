//! The page for the board, and the milestones.

use super::judged::{id, section_id};
use super::shape::{figure, mode, FigureShape};
use crate::board::{LargeGap, Major, Outcome, StageLine};
use crate::compare::{Comparison, Judgement, Since};
use crate::findings::Grades;
use crate::report::Report;
use crate::verdict;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Board<'a> {
    stage1: StageShape,
    stage2: StageShape,
    findings: GradesShape,
    gaps: Vec<LargeGapShape<'a>>,
    strengths: Vec<&'a str>,
    unknown: Unknown<'a>,
    evidence: Evidence,
    since: Option<SinceShape<'a>>,
    next: Vec<Next<'a>>,
}

#[derive(Serialize)]
struct StageShape {
    outcome: &'static str,
    unwritten: u32,
    other_majors: u32,
    not_operating: u32,
    controls: u32,
    missing: u32,
}

#[derive(Serialize)]
struct GradesShape {
    majors: u32,
    minors: u32,
    observations: u32,
}

#[derive(Serialize)]
struct LargeGapShape<'a> {
    id: &'a str,
    level: u8,
    size: u32,
    major: &'static str,
}

#[derive(Serialize)]
struct Unknown<'a> {
    unanswered: u32,
    dont_know: u32,
    sections: Vec<OpenSection<'a>>,
}

#[derive(Serialize)]
struct OpenSection<'a> {
    id: &'a str,
    unanswered: u32,
    dont_know: u32,
}

#[derive(Serialize)]
struct Evidence {
    done: u32,
    shown: u32,
}

#[derive(Serialize)]
struct Next<'a> {
    id: &'a str,
    effort_half_days: u32,
}

#[derive(Serialize)]
struct SinceShape<'a> {
    name: &'a str,
    date: String,
    change: Option<Change>,
}

#[derive(Serialize)]
struct Change {
    mode: &'static str,
    before: JudgementShape,
    after: JudgementShape,
    items: Counts,
    findings: Findings,
}

#[derive(Serialize)]
struct Counts {
    better: u32,
    worse: u32,
    other: u32,
    same: u32,
}

#[derive(Serialize)]
struct Findings {
    closed: usize,
    raised: usize,
    regraded: usize,
}

#[derive(Serialize)]
pub(super) struct Milestone<'a> {
    name: &'a str,
    date: String,
    judged: Option<JudgementShape>,
}

#[derive(Serialize)]
struct JudgementShape {
    stage1: &'static str,
    stage2: &'static str,
    overall: FigureShape,
    requirement: FigureShape,
    control: FigureShape,
}

impl<'a> Board<'a> {
    pub fn new(report: &'a Report) -> Board<'a> {
        let pack = &report.pack;
        let board = crate::board::Board::new(report);
        let [stage1, stage2] = board.stages.map(stage);
        let Grades { majors, minors, observations } = board.findings;
        let (unknown, evidence) = (&board.unknown, board.evidence);
        let sections = unknown.sections.iter().map(|(section, unanswered, dont_know)| {
            let id = section_id(pack, *section);
            OpenSection { id, unanswered: *unanswered, dont_know: *dont_know }
        });
        let next = board.next.iter();
        Board {
            stage1,
            stage2,
            findings: GradesShape { majors, minors, observations },
            gaps: board.gaps.iter().map(|gap| large(report, gap)).collect(),
            strengths: board.strengths.iter().map(|item| id(pack, *item)).collect(),
            unknown: Unknown {
                unanswered: unknown.unanswered,
                dont_know: unknown.dont_know,
                sections: sections.collect(),
            },
            evidence: Evidence { done: evidence.done, shown: evidence.shown },
            since: report.since().map(since),
            next: next
                .map(|gap| Next { id: id(pack, gap.item), effort_half_days: gap.half_days })
                .collect(),
        }
    }
}

fn stage(line: StageLine) -> StageShape {
    StageShape {
        outcome: match line.outcome {
            Outcome::Ready => "ready",
            Outcome::NotReady => "not_ready",
            Outcome::CannotSay => "cannot_say",
        },
        unwritten: line.unwritten,
        other_majors: line.other_majors,
        not_operating: line.not_operating,
        controls: line.controls,
        missing: line.missing,
    }
}

fn large<'a>(report: &'a Report, gap: &LargeGap) -> LargeGapShape<'a> {
    LargeGapShape {
        id: id(&report.pack, gap.item),
        level: gap.level,
        size: gap.size,
        major: match gap.major {
            Major::Itself => "itself",
            Major::Part => "part",
            Major::No => "no",
        },
    }
}

fn since(since: &Since) -> SinceShape<'_> {
    let change = since.change.as_ref().ok();
    SinceShape {
        name: &since.name,
        date: since.date.to_string(),
        change: change.map(|(change, _)| self::change(change)),
    }
}

fn change(change: &Comparison) -> Change {
    let counts = &change.counts;
    Change {
        mode: mode(change.mode),
        before: judgement(&change.before),
        after: judgement(&change.after),
        items: Counts {
            better: counts.better,
            worse: counts.worse,
            other: counts.other,
            same: counts.same,
        },
        findings: Findings {
            closed: change.closed.len(),
            raised: change.raised.len(),
            regraded: change.regraded.len(),
        },
    }
}

/// The milestones, without today's state, which the rest of the file is about.
pub(super) fn milestones(report: &Report) -> Vec<Milestone<'_>> {
    let milestones = report.trend().len().saturating_sub(1);
    let points = report.trend().iter().take(milestones);
    let shape = |point: &'_ crate::compare::Point| {
        point.judged.as_ref().ok().map(|(judged, _)| judgement(judged))
    };
    points
        .map(|point| Milestone {
            name: &point.name,
            date: point.date.to_string(),
            judged: shape(point),
        })
        .collect()
}

fn judgement(judged: &Judgement) -> JudgementShape {
    let [requirement, control] = &judged.scores.groups;
    JudgementShape {
        stage1: outcome(&judged.verdict.stage1),
        stage2: outcome(&judged.verdict.stage2),
        overall: figure(&judged.scores.overall),
        requirement: figure(requirement),
        control: figure(control),
    }
}

pub(super) fn outcome(stage: &verdict::Stage) -> &'static str {
    match stage {
        verdict::Stage::Ready => "ready",
        verdict::Stage::NotReady(_) => "not_ready",
        verdict::Stage::CannotSay { .. } => "cannot_say",
    }
}
