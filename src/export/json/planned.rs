//! What is planned: the actions with dates, and the Statement of Applicability.

use super::judged::{id, ids};
use super::shape::Evidence;
use crate::model::assessment::DoneBy;
use crate::model::pack::Pack;
use crate::report::Report;
use crate::rules::schedule::{self, Timing};
use crate::rules::soa::{Applicability, Missing, SoaRow};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Plan<'a> {
    start: String,
    end: Option<String>,
    pace_half_days: u8,
    effort_half_days: u64,
    phases: Vec<Phase<'a>>,
    actions: Vec<Action<'a>>,
    done: Vec<Done<'a>>,
}

#[derive(Serialize)]
struct Phase<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
    actions: u32,
    effort_half_days: u64,
    start: String,
    end: String,
}

#[derive(Serialize)]
struct Action<'a> {
    id: &'a str,
    phase: Option<&'a str>,
    effort_half_days: u32,
    owner: &'a str,
    start: String,
    end: String,
    target: String,
    timing: &'static str,
    waits_for: Vec<&'a str>,
}

#[derive(Serialize)]
struct Done<'a> {
    id: &'a str,
    date: String,
    open: bool,
}

#[derive(Serialize)]
pub(super) struct Statement<'a> {
    version: &'a str,
    date: Option<String>,
    approver: &'a str,
    rows: Vec<Control<'a>>,
}

#[derive(Serialize)]
struct Control<'a> {
    id: &'a str,
    own: bool,
    name: &'a str,
    applicable: &'static str,
    reason: Option<&'a str>,
    inclusion: Vec<&'static str>,
    implementation: Option<&'static str>,
    stated: bool,
    contradicts: bool,
    how: &'a str,
    done_by: Option<&'static str>,
    replaces: Option<&'a str>,
    owner: &'a str,
    due: Option<String>,
    evidence: Vec<Evidence<'a>>,
    missing: Vec<&'static str>,
}

impl<'a> Plan<'a> {
    pub fn new(report: &'a Report) -> Plan<'a> {
        let (pack, plan) = (&report.pack, report.schedule());
        let named = |phase: Option<usize>| phase.and_then(|phase| pack.phases.get(phase));
        let phase = |total: &schedule::PhaseTotal| Phase {
            id: named(total.phase).map(|phase| &*phase.id),
            name: named(total.phase).map(|phase| &*phase.name),
            actions: total.count,
            effort_half_days: total.half_days,
            start: total.start.to_string(),
            end: total.end.to_string(),
        };
        let done = |done: &schedule::Done| Done {
            id: id(pack, done.item),
            date: done.date.to_string(),
            open: done.open,
        };
        Plan {
            start: plan.start.to_string(),
            end: plan.end.map(|end| end.to_string()),
            pace_half_days: plan.pace,
            effort_half_days: plan.half_days,
            phases: plan.phases.iter().map(phase).collect(),
            actions: plan
                .actions
                .iter()
                .map(|action| {
                    let phase = named(action.in_phase()).map(|phase| &*phase.id);
                    self::action(pack, phase, action)
                })
                .collect(),
            done: plan.done.iter().map(done).collect(),
        }
    }
}

fn action<'a>(pack: &'a Pack, phase: Option<&'a str>, action: &'a schedule::Action) -> Action<'a> {
    Action {
        id: id(pack, action.gap.item),
        phase,
        effort_half_days: action.gap.half_days,
        owner: &action.owner,
        start: action.start.to_string(),
        end: action.end.to_string(),
        target: action.target.to_string(),
        timing: match action.timing {
            Timing::Proposed => "proposed",
            Timing::Fits => "fits",
            Timing::Tight => "tight",
            Timing::Passed => "passed",
        },
        waits_for: ids(pack, &action.waits_for),
    }
}

impl<'a> Statement<'a> {
    pub fn new(report: &'a Report) -> Statement<'a> {
        let head = &report.soa().head;
        Statement {
            version: &head.version,
            date: head.date.map(|date| date.to_string()),
            approver: &head.approver,
            rows: report.soa().rows.iter().map(control).collect(),
        }
    }
}

fn control(row: &SoaRow) -> Control<'_> {
    let (applicable, reason) = match &row.applicability {
        Applicability::Yes => ("yes", None),
        Applicability::No { reason } => ("no", Some(&**reason)),
        Applicability::Undecided { thin } => ("undecided", thin.as_deref()),
    };
    Control {
        id: &row.id,
        own: row.item.is_none(),
        name: &row.name,
        applicable,
        reason,
        inclusion: row.inclusion.iter().map(|reason| reason.id()).collect(),
        implementation: row.status.map(|status| status.implementation.id()),
        stated: row.status.is_some_and(|status| status.said),
        contradicts: row.contradicts,
        how: &row.how,
        done_by: row.done_by.map(DoneBy::id),
        replaces: Some(&*row.replaces).filter(|id| !id.is_empty()),
        owner: &row.owner,
        due: row.due.map(|due| due.to_string()),
        evidence: row.evidence.iter().map(Evidence::new).collect(),
        missing: row.missing.iter().map(|missing| self::missing(*missing)).collect(),
    }
}

fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::Name => "name",
        Missing::Decision => "decision",
        Missing::InclusionReason => "inclusion",
        Missing::ExclusionReason => "exclusion",
        Missing::Implementation => "implementation",
        Missing::How => "how",
        Missing::Owner => "owner",
        Missing::TargetDate => "due",
        Missing::Evidence => "evidence",
    }
}
