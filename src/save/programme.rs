//! What an organisation decides and plans, to JSON and back.

use super::json::Object;
use super::read::{answer, assessment, date};
use super::{write, FORMAT};
use crate::model::assessment::{Milestone, OwnControl, Programme, Statement};
use crate::model::pack::json::Json;
use crate::model::pack::read::{check, Place, Reader};
use crate::model::pack::{Pack, ProblemKind};
use std::rc::Rc;

/// The programme as a JSON object; what is not set is left out.
pub(super) fn write(programme: &Programme) -> String {
    let mut shape = Object::new();
    let mut statement = Object::new();
    statement.some_text("version", &programme.statement.version);
    statement.date("date", programme.statement.date);
    statement.some_text("approver", &programme.statement.approver);
    shape.raw("statement", &statement.end());
    let own = programme.own.iter().map(|control| {
        let mut shape = Object::new();
        shape.text("name", &control.name);
        shape.raw("answer", &write::answer(&control.answer));
        shape.end()
    });
    shape.list("own", &own.collect::<Vec<_>>());
    shape.date("start", programme.start);
    if let Some(pace) = programme.pace {
        shape.raw("pace", &pace.to_string());
    }
    let milestones = programme.milestones.iter().map(|milestone| {
        let mut shape = Object::new();
        shape.text("name", &milestone.name);
        shape.date("date", Some(milestone.date));
        shape.raw("save", milestone.save.trim_end());
        shape.end()
    });
    shape.list("milestones", &milestones.collect::<Vec<_>>());
    shape.end()
}

/// The programme of a save file.
pub(super) fn read(r: &mut Reader, place: &Place, pack: &Pack, milestones: bool) -> Programme {
    let mut programme = Programme { start: date(r, place, "start"), ..Programme::default() };
    if let Some(place) = r.child(place, "statement") {
        programme.statement = Statement {
            version: r.text_or_blank(&place, "version"),
            date: date(r, &place, "date"),
            approver: r.text_or_blank(&place, "approver"),
        };
    }
    for place in r.objects(place, "own") {
        let name = r.text_or_blank(&place, "name");
        let answer = r.child(&place, "answer").map(|place| answer(r, &place));
        let answer = Rc::new(answer.unwrap_or_default());
        programme.own.push(Rc::new(OwnControl { name, answer }));
    }
    if place.has("pace") {
        let before = r.problems.len();
        let pace = r.number(place, "pace", 1, u64::from(Programme::MOST_PACE));
        // A pace that is none is told and not guessed.
        programme.pace = u8::try_from(pace).ok().filter(|_| r.problems.len() == before);
    }
    if milestones {
        let places = r.objects(place, "milestones");
        let read = places.iter().filter_map(|place| milestone(r, place, pack));
        programme.milestones = read.map(Rc::new).collect();
    }
    programme
}

/// A milestone. Without a day or answers that can be read there is none.
fn milestone(r: &mut Reader, place: &Place, pack: &Pack) -> Option<Milestone> {
    let (name, date) = (r.text_or_blank(place, "name"), date(r, place, "date"));
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
    let answers = assessment(r, &root, pack, false);
    Some(Milestone { name, date: date?, save: write::save(pack, &answers).into() })
}
