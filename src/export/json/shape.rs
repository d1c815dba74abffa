//! The shapes of the file, in the order in which they stand in it.

use super::board::{self, Members, Milestone};
use super::judged::{self, Document, Finding, Metric, Verdict};
use super::planned::{Plan, Statement};
use crate::model::assessment::{self, ItemStatus, Mode};
use crate::model::pack::Stage1;
use crate::report::{GapRow, Report, Row, TOOL_VERSION};
use crate::rules::score::{Score, Tally};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct File<'a> {
    plumbline: &'static str,
    format: u32,
    tool: &'static str,
    pack: Pack<'a>,
    date: String,
    mode: &'static str,
    name: &'a str,
    organisation: Organisation<'a>,
    tally: TallyShape,
    provisional: bool,
    overall: ScoreShape,
    groups: Groups,
    sections: Vec<Section<'a>>,
    strengths: Vec<&'a str>,
    gaps: Vec<Gap<'a>>,
    board: Members<'a>,
    verdict: Verdict<'a>,
    findings: Vec<Finding<'a>>,
    documents: Vec<Document<'a>>,
    plan: Plan<'a>,
    statement: Statement<'a>,
    metrics: Vec<Metric<'a>>,
    milestones: Vec<Milestone<'a>>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Pack<'a> {
    id: &'a str,
    version: &'a str,
    language: &'a str,
    title: &'a str,
    notice: &'a str,
}

#[derive(Serialize)]
struct Organisation<'a> {
    name: &'a str,
    size: Option<&'static str>,
    sector: &'a str,
    scope: &'a str,
}

#[derive(Serialize)]
struct TallyShape {
    total: u32,
    answered: u32,
    levels: u32,
    dont_know: u32,
    not_applicable: u32,
    unanswered: u32,
}

#[derive(Serialize)]
pub(super) struct ScoreShape {
    lower: Option<u32>,
    upper: Option<u32>,
    tally: TallyShape,
}

#[derive(Serialize)]
struct Groups {
    requirement: ScoreShape,
    control: ScoreShape,
}

#[derive(Serialize)]
struct Section<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    figure: ScoreShape,
}

#[derive(Serialize)]
struct Gap<'a> {
    id: &'a str,
    level: u8,
    effort_half_days: u32,
    gate: bool,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    section: &'a str,
    kind: &'static str,
    name: &'a str,
    title: &'a str,
    question: &'a str,
    standing: &'static str,
    level: Option<u8>,
    level_name: Option<&'a str>,
    level_words: Option<&'a str>,
    reason: Option<&'a str>,
    credit: Option<Credit>,
    weight: u32,
    gate: bool,
    written: &'static str,
    light: bool,
    determined: bool,
    stage1: Option<&'static str>,
    stage2: bool,
    core: bool,
    note: &'a str,
    evidence: Vec<Evidence<'a>>,
    owner: &'a str,
    due: Option<String>,
    done: Option<String>,
    flagged: bool,
}

#[derive(Serialize)]
struct Credit {
    lower_thirds: u32,
    upper_thirds: u32,
}

#[derive(Serialize)]
pub(super) struct Evidence<'a> {
    name: &'a str,
    place: &'a str,
    date: Option<String>,
}

impl<'a> File<'a> {
    pub fn new(report: &'a Report) -> File<'a> {
        let pack = &report.pack;
        let [requirement, control] = &report.groups;
        let strengths = report.strengths.iter().filter_map(|position| report.rows.get(*position));
        File {
            plumbline: "report",
            format: super::FORMAT,
            tool: TOOL_VERSION,
            pack: Pack {
                id: &pack.id,
                version: &pack.version,
                language: &pack.language,
                title: &pack.title,
                notice: &pack.notice,
            },
            date: report.date.to_string(),
            mode: mode(report.mode),
            name: &report.name,
            organisation: Organisation {
                name: &report.organisation,
                size: report.size.map(|size| size.id()),
                sector: &report.sector,
                scope: &report.scope,
            },
            tally: tally(&report.tally()),
            provisional: report.tally().provisional(&report.pack.thresholds),
            overall: score(&report.overall),
            groups: Groups { requirement: score(requirement), control: score(control) },
            sections: report
                .sections
                .iter()
                .map(|section| Section {
                    id: &section.id,
                    name: &section.name,
                    kind: section.kind.id(),
                    figure: score(&section.score),
                })
                .collect(),
            strengths: strengths.map(|row| &*row.id).collect(),
            gaps: report.gaps.iter().filter_map(|gap| self::gap(report, gap)).collect(),
            board: board::board(report),
            verdict: Verdict::new(report),
            findings: judged::findings(report),
            documents: judged::documents(report),
            plan: Plan::new(report),
            statement: Statement::new(report),
            metrics: judged::metrics(report),
            milestones: board::milestones(report),
            items: report.rows.iter().map(|row| item(report, row)).collect(),
        }
    }
}

pub(super) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Quick => "quick",
        Mode::Full => "full",
    }
}

fn tally(tally: &Tally) -> TallyShape {
    TallyShape {
        total: tally.total,
        answered: tally.answered(),
        levels: tally.levels,
        dont_know: tally.dont_know,
        not_applicable: tally.not_applicable,
        unanswered: tally.unanswered(),
    }
}

pub(super) fn score(score: &Score) -> ScoreShape {
    ScoreShape {
        lower: score.bounds.map(|bounds| bounds.lower),
        upper: score.bounds.map(|bounds| bounds.upper),
        tally: tally(&score.tally),
    }
}

impl<'a> Evidence<'a> {
    pub fn new(evidence: &'a assessment::Evidence) -> Evidence<'a> {
        Evidence {
            name: &evidence.name,
            place: &evidence.place,
            date: evidence.date.map(|date| date.to_string()),
        }
    }
}

fn gap<'a>(report: &'a Report, gap: &GapRow) -> Option<Gap<'a>> {
    Some(Gap {
        id: &report.rows.get(gap.row)?.id,
        level: gap.gap.level,
        effort_half_days: gap.gap.half_days,
        gate: gap.gate,
    })
}

fn item<'a>(report: &'a Report, row: &'a Row) -> Item<'a> {
    let pack = &report.pack;
    let item = pack.item(row.item);
    let (standing, level) = match row.item_status {
        ItemStatus::Unanswered => ("unanswered", None),
        ItemStatus::DontKnow => ("dont_know", None),
        ItemStatus::NotApplicable => ("not_applicable", None),
        ItemStatus::Level(level) => ("level", Some(level.number())),
    };
    let level_name = level.and_then(|level| pack.level_names.get(usize::from(level)));
    let excluded = row.item_status == ItemStatus::NotApplicable;
    let answer = &row.answer;
    Item {
        id: &row.id,
        section: pack.sections.get(row.section).map_or("", |section| &section.id),
        kind: row.kind.id(),
        name: &row.name,
        title: &row.title,
        question: item.map_or("", |item| &item.question),
        standing,
        level,
        level_name: level_name.map(|name| &**name),
        level_words: level.map(|_| &*row.words),
        reason: excluded.then_some(&row.words).or(row.thin_reason()).map(|reason| &**reason),
        credit: row
            .credit
            .map(|(lower, upper)| Credit { lower_thirds: lower, upper_thirds: upper }),
        weight: row.weight,
        gate: item.is_some_and(|item| item.gate),
        stage1: item.and_then(|item| item.stage1).map(|stage| match stage {
            Stage1::Stop => "stop",
            Stage1::Concern => "concern",
        }),
        light: item.is_some_and(|item| item.light),
        determined: item.is_some_and(|item| item.determined),
        core: item.is_some_and(|item| item.core),
        written: item.map_or("free", |item| item.written.id()),
        stage2: item.is_some_and(|item| item.stage2),
        note: &answer.note,
        evidence: answer.evidence.iter().map(Evidence::new).collect(),
        owner: &answer.owner,
        due: answer.due.map(|due| due.to_string()),
        done: answer.done.map(|done| done.to_string()),
        flagged: answer.flagged,
    }
}
