//! The member `programme` of a save file: the head of the Statement of Applicability, own controls,
//! the settings of the action plan and the milestones.

use super::json::Object;
use super::read::{answer, assessment, date, keep};
use super::reader::SaveReader;
use super::{write, Part, FORMAT};
use crate::model::assessment::{
    Assessment, AuditDates, Milestone, OwnControl, PlanSettings, SoaHeader,
};
use crate::model::pack::json::Json;
use crate::model::pack::read::{check, Place};
use crate::model::pack::{Pack, ProblemKind};
use std::rc::Rc;

/// The member as a JSON object, `None` where nothing of it is set. What is not set is left out.
pub(super) fn write(assessment: &Assessment) -> Option<String> {
    let Assessment { soa_header, own_controls, plan_settings, audit_dates, milestones, .. } =
        assessment;
    let kept = |part| write::kept(assessment, part);
    let mut statement = Object::new();
    statement.some_text("version", &soa_header.version);
    statement.date("date", soa_header.date);
    statement.some_text("approver", &soa_header.approver);
    statement.kept(kept(Part::Statement));
    let mut rest = Object::new();
    let own = own_controls.iter().map(|control| {
        let mut shape = Object::new();
        shape.text("name", &control.name);
        shape.raw("answer", &write::answer(&control.answer));
        shape.some_text("replaces", &control.replaces);
        shape.kept(&control.kept);
        shape.end()
    });
    rest.list("own", &own.collect::<Vec<_>>());
    rest.date("start", plan_settings.start);
    if let Some(pace) = plan_settings.pace {
        rest.raw("pace", &pace.to_string());
    }
    let mut audit = Object::new();
    audit.date("runningSince", audit_dates.running_since);
    audit.date("stage1", audit_dates.stage1);
    audit.date("stage2", audit_dates.stage2);
    audit.kept(kept(Part::Audit));
    if !audit.members().is_empty() {
        rest.raw("audit", &audit.end());
    }
    let milestones = milestones.iter().map(|milestone| {
        let mut shape = Object::new();
        shape.text("name", &milestone.name);
        shape.date("date", milestone.date);
        if milestone.automatic {
            shape.raw("automatic", "true");
        }
        shape.raw("save", milestone.save.trim_end());
        shape.kept(&milestone.kept);
        shape.end()
    });
    rest.list("milestones", &milestones.collect::<Vec<_>>());
    rest.kept(kept(Part::Programme));
    if statement.members().is_empty() && rest.members().is_empty() {
        return None;
    }
    let mut shape = Object::new();
    shape.raw("statement", &statement.end());
    shape.kept(rest.members());
    Some(shape.end())
}

/// Reads the member into an assessment, its milestones where they are wanted.
pub(super) fn read(
    r: &mut SaveReader,
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
        keep(r, &place, Part::Statement, assessment);
    }
    for place in r.objects(place, "own") {
        let name = r.optional_str(&place, "name");
        let answer = r.child(&place, "answer").map(|place| answer(r, &place));
        let answer = Rc::new(answer.unwrap_or_default());
        let replaces = r.optional_str(&place, "replaces");
        if !replaces.is_empty() && pack.find(&replaces).is_none() {
            r.note(place.path("replaces"), ProblemKind::NoSuchId(replaces.to_string()));
        }
        let kept = r.rest(&place);
        assessment.own_controls.push(Rc::new(OwnControl { name, answer, replaces, kept }));
    }
    let pace = r.optional_number(place, "pace", 1, u64::from(PlanSettings::MOST_PACE));
    assessment.plan_settings.pace = pace.and_then(|pace| u8::try_from(pace).ok());
    if let Some(place) = r.child(place, "audit") {
        assessment.audit_dates = AuditDates {
            running_since: date(r, &place, "runningSince"),
            stage1: date(r, &place, "stage1"),
            stage2: date(r, &place, "stage2"),
        };
        keep(r, &place, Part::Audit, assessment);
    }
    if milestones {
        let places = r.objects(place, "milestones");
        let read = places.iter().map(|place| milestone(r, place, pack));
        assessment.milestones = read.map(Rc::new).collect();
    } else {
        // Milestones within milestones are left out, so that they do not add up.
        r.has(place, "milestones");
    }
    keep(r, place, Part::Programme, assessment);
}

/// A milestone. Answers that cannot be read are kept as they are: a newer program may read them.
fn milestone(r: &mut SaveReader, place: &Place, pack: &Pack) -> Milestone {
    let (name, date) = (r.optional_str(place, "name"), date(r, place, "date"));
    let says_none = |value: &Json| value.is_null() || value.as_str() == Some("");
    if r.get(place, "date").is_none_or(says_none) {
        r.note(place.path("date"), ProblemKind::NoDate);
    }
    let automatic = r.bool_or(place, "automatic");
    let save = frozen(r, place, pack);
    Milestone { name, date, save, automatic, kept: r.rest(place) }
}

/// The answers of a milestone, as the text of a save file.
fn frozen(r: &mut SaveReader, place: &Place, pack: &Pack) -> Rc<str> {
    let at = place.path("save");
    let frozen = r.get(place, "save").unwrap_or(&Json::Null);
    if let Err(problem) = check(frozen, "save", FORMAT) {
        let text = r.raw(&at).unwrap_or("null").into();
        r.note(at + &problem.at, problem.kind);
        return text;
    }
    let Some(root) = r.object(frozen, at) else { return "null".into() };
    // Read and written again, so that it has the form of this version.
    let assessment = assessment(r, &root, pack, false);
    write::save(pack, &assessment).into()
}
