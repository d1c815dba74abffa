//! What is judged: verdict, findings, documents, and what to measure.

use super::board::outcome;
use crate::model::assessment::Level;
use crate::model::pack::{ItemIx, Pack};
use crate::report::board::Outcome;
use crate::report::Report;
use crate::rules::documents::DocumentState;
use crate::rules::findings::{self, Grade, Rule, Subject};
use crate::rules::metrics::Reason;
use crate::rules::verdict::{self, Unmet};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Verdict<'a> {
    stage1: Stage<'a>,
    stage2: Stage<'a>,
}

#[derive(Serialize)]
struct Stage<'a> {
    outcome: &'static str,
    reasons: Vec<ReasonShape<'a>>,
    missing: Vec<MissingShape<'a>>,
}

#[derive(Serialize)]
struct MissingShape<'a> {
    what: &'static str,
    item: Option<&'a str>,
    own_control: Option<usize>,
}

#[derive(Serialize)]
struct ReasonShape<'a> {
    item: Option<&'a str>,
    section: Option<&'a str>,
    unmet: &'static str,
    rule: Option<&'static str>,
    count: Option<u32>,
}

#[derive(Serialize)]
pub(super) struct Finding<'a> {
    grade: &'static str,
    item: Option<&'a str>,
    section: Option<&'a str>,
    rule: &'static str,
    rests_on: Vec<RestsOn<'a>>,
    closed_at: Option<u8>,
}

#[derive(Serialize)]
struct RestsOn<'a> {
    id: &'a str,
    level: Option<u8>,
}

#[derive(Serialize)]
pub(super) struct Document<'a> {
    id: &'a str,
    name: &'a str,
    record: bool,
    obligation: &'static str,
    state: &'static str,
    owners: Vec<&'a str>,
    items: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Metric<'a> {
    id: &'a str,
    name: &'a str,
    starter: bool,
    items: Vec<&'a str>,
    reason: &'static str,
    item: Option<&'a str>,
}

/// Empty where the pack has no such item.
pub(super) fn id(pack: &Pack, item: ItemIx) -> &str {
    pack.item(item).map_or("", |item| &item.id)
}

/// Empty where the pack has no such section.
pub(super) fn section_id(pack: &Pack, section: usize) -> &str {
    pack.sections.get(section).map_or("", |section| &section.id)
}

pub(super) fn ids<'a>(pack: &'a Pack, items: &[ItemIx]) -> Vec<&'a str> {
    items.iter().map(|item| id(pack, *item)).collect()
}

/// The identifier of the item, or else that of the section; neither for the whole system.
fn subject(pack: &Pack, subject: Subject) -> (Option<&str>, Option<&str>) {
    match subject {
        Subject::Item(item) => (Some(id(pack, item)), None),
        Subject::Clause(section) => (None, Some(section_id(pack, section))),
        Subject::System => (None, None),
    }
}

impl<'a> Verdict<'a> {
    pub fn new(report: &'a Report) -> Verdict<'a> {
        let verdict = &report.verdict;
        Verdict {
            stage1: stage(&report.pack, &verdict.stage1),
            stage2: stage(&report.pack, &verdict.stage2),
        }
    }
}

fn stage<'a>(pack: &'a Pack, stage: &verdict::Stage) -> Stage<'a> {
    let reason = |reason: &verdict::Reason| {
        let (item, section) = subject(pack, reason.subject);
        let (unmet, rule, count) = match reason.unmet {
            Unmet::Defined => ("defined", None, None),
            Unmet::LeftOut(n) => ("left_out", None, Some(n)),
            Unmet::NoMajor(rule) => ("no_major", Some(self::rule(rule)), None),
            Unmet::ControlsInPlace(n) => ("controls_in_place", None, Some(n)),
            Unmet::NoConcern => ("no_concern", None, None),
            Unmet::NoMinor(rule) => ("no_minor", Some(self::rule(rule)), None),
        };
        ReasonShape { item, section, unmet, rule, count }
    };
    let missing = |missing: &verdict::MissingInput| {
        let (what, own_control) = match missing {
            verdict::MissingInput::Answer(_) => ("answer", None),
            verdict::MissingInput::Decision(_) => ("decision", None),
            verdict::MissingInput::Evidence(_) => ("evidence", None),
            verdict::MissingInput::OwnControl(at) => ("own_control", Some(*at)),
        };
        MissingShape { what, item: missing.item().map(|item| id(pack, item)), own_control }
    };
    Stage {
        outcome: outcome(Outcome::of(stage)),
        reasons: match stage {
            verdict::Stage::NotReady(reasons) | verdict::Stage::ReadyWith(reasons) => {
                reasons.iter().map(reason).collect()
            }
            _ => Vec::new(),
        },
        missing: match stage {
            verdict::Stage::CannotSay { missing: all } => all.iter().map(missing).collect(),
            _ => Vec::new(),
        },
    }
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::RequirementAbsent => "requirement_absent",
        Rule::GateInformal => "gate_informal",
        Rule::NotCarriedOut => "not_carried_out",
        Rule::LightTogether => "light_together",
        Rule::ClauseLow => "clause_low",
        Rule::CoreAbsent => "core_absent",
        Rule::ManyControlsBelow => "many_controls_below",
        Rule::ManyLeftOut => "many_left_out",
        Rule::LightAbsent => "light_absent",
        Rule::RequirementInformal => "requirement_informal",
        Rule::RequirementNotOperating => "requirement_not_operating",
        Rule::ControlBelow => "control_below",
        Rule::ExpectedLeftOut => "expected_left_out",
        Rule::DeterminedOnly => "determined_only",
        Rule::ControlPlanned => "control_planned",
    }
}

pub(super) fn findings(report: &Report) -> Vec<Finding<'_>> {
    let pack = &report.pack;
    let shape = |finding: &findings::Finding| {
        let (item, section) = subject(pack, finding.subject);
        let rests_on = finding.rests_on.iter();
        Finding {
            grade: match finding.grade {
                Grade::Major => "major",
                Grade::Minor => "minor",
                Grade::Observation => "observation",
            },
            item,
            section,
            rule: rule(finding.rule),
            rests_on: rests_on
                .map(|(item, level)| {
                    let level = level.map(Level::number);
                    RestsOn { id: id(pack, *item), level }
                })
                .collect(),
            closed_at: finding.closed_at().map(|level| level.number()),
        }
    };
    report.findings.iter().map(shape).collect()
}

pub(super) fn documents(report: &Report) -> Vec<Document<'_>> {
    let pack = &report.pack;
    let shape = |row: &'_ crate::rules::documents::DocumentRow| {
        pack.documents.get(row.document).map(|document| {
            let state = match row.state {
                DocumentState::Absent => "absent",
                DocumentState::Informal => "informal",
                DocumentState::Prepared => "prepared",
                DocumentState::Agreed => "agreed",
                DocumentState::Written => "written",
                DocumentState::InUse => "in_use",
                DocumentState::Unknown => "unknown",
                DocumentState::NotNeeded => "not_needed",
            };
            (document, state)
        })
    };
    report
        .documents()
        .iter()
        .filter_map(|row| {
            let (document, state) = shape(row)?;
            Some(Document {
                id: &document.id,
                name: &document.name,
                record: document.record,
                obligation: document.obligation.id(),
                state,
                owners: row.owners.iter().map(|owner| &**owner).collect(),
                items: ids(pack, &document.items),
            })
        })
        .collect()
}

pub(super) fn metrics(report: &Report) -> Vec<Metric<'_>> {
    let (pack, sheet) = (&report.pack, report.metrics());
    let begins = sheet.starter.iter().map(|choice| (true, choice));
    let choices = begins.chain(sheet.rest.iter().map(|choice| (false, choice)));
    let shape = |(starter, choice): (bool, &crate::rules::metrics::ChosenMetric)| {
        let (reason, item) = match choice.reason {
            Reason::Operating(item) => ("operating", Some(item)),
            Reason::Weak { item, .. } => ("weak", Some(item)),
            Reason::Proven(item) => ("proven", Some(item)),
            Reason::Open => ("open", None),
        };
        pack.metrics.get(choice.metric).map(|metric| Metric {
            id: &metric.id,
            name: &metric.name,
            starter,
            items: ids(pack, &choice.items),
            reason,
            item: item.map(|item| id(pack, item)),
        })
    };
    choices.filter_map(shape).collect()
}
