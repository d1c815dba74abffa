//! The member `programme` of a save file: the head of the Statement of Applicability, own controls,
//! the settings of the action plan and the milestones.

use super::json::Object;
use super::read::{answer, assessment, date};
use super::{write, FORMAT};
use crate::model::assessment::{
    Assessment, AuditDates, Milestone, OwnControl, PlanSettings, SoaHeader,
};
use crate::model::pack::json::Json;
use crate::model::pack::read::{check, Place, Reader};
use crate::model::pack::{Pack, ProblemKind};
use std::rc::Rc;

/// The member as a JSON object, `None` where nothing of it is set. What is not set is left out.
pub(super) fn write(assessment: &Assessment) -> Option<String> {
    let Assessment { soa_header, own_controls, plan_settings, audit_dates, milestones, .. } =
        assessment;
    let is_set = *soa_header != SoaHeader::default()
        || !own_controls.is_empty()
        || *plan_settings != PlanSettings::default()
        || *audit_dates != AuditDates::default()
        || !milestones.is_empty();
    if !is_set {
        return None;
    }
    let mut shape = Object::new();
    let mut statement = Object::new();
    statement.some_text("version", &soa_header.version);
    statement.date("date", soa_header.date);
    statement.some_text("approver", &soa_header.approver);
    shape.raw("statement", &statement.end());
    let own = own_controls.iter().map(|control| {
        let mut shape = Object::new();
        shape.text("name", &control.name);
        shape.raw("answer", &write::answer(&control.answer));
        shape.some_text("replaces", &control.replaces);
        shape.end()
    });
    shape.list("own", &own.collect::<Vec<_>>());
    shape.date("start", plan_settings.start);
    if let Some(pace) = plan_settings.pace {
        shape.raw("pace", &pace.to_string());
    }
    if *audit_dates != AuditDates::default() {
        let mut audit = Object::new();
        audit.date("runningSince", audit_dates.running_since);
        audit.date("stage1", audit_dates.stage1);
        audit.date("stage2", audit_dates.stage2);
        shape.raw("audit", &audit.end());
    }
    let milestones = milestones.iter().map(|milestone| {
        let mut shape = Object::new();
        shape.text("name", &milestone.name);
        shape.date("date", Some(milestone.date));
        shape.raw("save", milestone.save.trim_end());
        shape.end()
    });
    shape.list("milestones", &milestones.collect::<Vec<_>>());
    Some(shape.end())
}

/// Reads the member into an assessment, its milestones where they are wanted.
pub(super) fn read(
    r: &mut Reader,
    place: &Place,
    pack: &Pack,
    milestones: bool,
    assessment: &mut Assessment,
) {
    assessment.plan_settings.start = date(r, place, "start");
    if let Some(place) = r.child(place, "statement") {
        assessment.soa_header = SoaHeader {
            version: r.optional_str(&place, "version"),
            date: date(r, &place, "date"),
            approver: r.optional_str(&place, "approver"),
        };
    }
    for place in r.objects(place, "own") {
        let name = r.optional_str(&place, "name");
        let answer = r.child(&place, "answer").map(|place| answer(r, &place));
        let answer = Rc::new(answer.unwrap_or_default());
        let replaces = r.optional_str(&place, "replaces");
        if !replaces.is_empty() && pack.find(&replaces).is_none() {
            r.note(place.path("replaces"), ProblemKind::NoSuchId(replaces.to_string()));
        }
        assessment.own_controls.push(Rc::new(OwnControl { name, answer, replaces }));
    }
    if place.has("pace") {
        let before = r.problems.len();
        let pace = r.number(place, "pace", 1, u64::from(PlanSettings::MOST_PACE));
        // Report an invalid pace; do not default it.
        let valid = u8::try_from(pace).ok().filter(|_| r.problems.len() == before);
        assessment.plan_settings.pace = valid;
    }
    if let Some(place) = r.child(place, "audit") {
        assessment.audit_dates = AuditDates {
            running_since: date(r, &place, "runningSince"),
            stage1: date(r, &place, "stage1"),
            stage2: date(r, &place, "stage2"),
        };
    }
    if milestones {
        let places = r.objects(place, "milestones");
        let read = places.iter().filter_map(|place| milestone(r, place, pack));
        assessment.milestones = read.map(Rc::new).collect();
    }
}

/// A milestone. Without a day or answers that can be read there is none.
fn milestone(r: &mut Reader, place: &Place, pack: &Pack) -> Option<Milestone> {
    let (name, date) = (r.optional_str(place, "name"), date(r, place, "date"));
    if date.is_none() && !place.has("date") {
        r.note(place.path("date"), ProblemKind::Missing);
    }
    let at = place.path("save");
    let frozen = place.map.get("save").unwrap_or(&Json::Null);
    if let Err(problem) = check(frozen, "save", FORMAT) {
        r.note(at + &problem.at, problem.kind);
        return None;
    }
    let root = r.object(frozen, at)?;
    // Read and written again, so that what is put into the next file raw is whole.
    let assessment = assessment(r, &root, pack, false);
    Some(Milestone { name, date: date?, save: write::save(pack, &assessment).into() })
}
