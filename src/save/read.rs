//! From JSON to answers, keeping all that can be kept.

use super::write::mode;
use super::{programme, FORMAT};
use crate::model::assessment::{
    Answer, Assessment, DoneBy, Evidence, Implementation, Inclusion, Level, Mode, Organisation,
    Response, Size,
};
use crate::model::date::Date;
use crate::model::pack::json::Json;
use crate::model::pack::read::{self, Place, Reader};
use crate::model::pack::{Expected, Pack, Problem, ProblemKind};
use crate::model::sorted::Set;
use std::rc::Rc;

/// Reads a save file. Answers that fit are restored, answers to items that the pack does not have
/// are kept aside, and everything else is reported with its place.
///
/// # Errors
/// The one problem because of which nothing was read: empty, too large, not JSON, another kind of
/// file, or written by a newer version.
pub fn restore(text: &str, pack: &Pack) -> Result<(Assessment, Vec<Problem>), Problem> {
    let value = read::open(text, "save", FORMAT)?;
    let mut reader = Reader::default();
    let r = &mut reader;
    let Some(root) = r.object(&value, String::new()) else {
        return Err(Problem { at: String::new(), kind: ProblemKind::NotThisFormat });
    };
    let assessment = assessment(r, &root, pack, true);
    Ok((assessment, reader.problems))
}

/// The assessment of a save file. The milestones are left out where it is one itself.
pub(super) fn assessment(
    r: &mut Reader,
    root: &Place,
    pack: &Pack,
    milestones: bool,
) -> Assessment {
    let modes = [Mode::Full, Mode::Quick];
    let mut assessment = Assessment::new(pack, modes[r.one_of(root, "mode", &modes.map(mode))]);
    assessment.name = r.optional_str(root, "name");
    let mut changed = Set::default();
    if let Some(place) = r.child(root, "pack") {
        changed = pack.levels_changed_since(&r.optional_str(&place, "version"));
        let id = r.text(&place, "id");
        if !id.is_empty() && id != pack.id {
            r.note(place.path("id"), ProblemKind::OtherPack(id.to_string()));
        }
    }
    if let Some(place) = r.child(root, "organisation") {
        assessment.organisation = Rc::new(organisation(r, &place));
    }
    if let Some(place) = r.child(root, "programme") {
        programme::read(r, &place, pack, milestones, &mut assessment);
    }
    let last = r.optional_str(root, "last");
    assessment.last = pack.find(&last);
    if let Some(place) = r.child(root, "answers") {
        for id in place.map.keys() {
            answer_to(r, &place, id, pack, &mut assessment);
        }
        outdate(r, &place, &changed, pack, &mut assessment);
    }
    assessment
}

/// Marks the levels that meant something else when they were chosen, and tells them.
fn outdate(r: &mut Reader, answers: &Place, changed: &Set, pack: &Pack, into: &mut Assessment) {
    let mut outdated = Vec::new();
    for id in changed.iter() {
        let Some(item) = pack.find(id) else { continue };
        let Some(answer) = into.get(item) else { continue };
        if matches!(answer.response, Some(Response::Level(_))) {
            let answer = Answer { outdated: true, ..(**answer).clone() };
            into.set(item, Some(Rc::new(answer)));
            outdated.push(&**id);
        }
    }
    if !outdated.is_empty() {
        r.note(answers.at.clone(), ProblemKind::LevelsChanged(outdated.join(", ")));
    }
}

fn answer_to(r: &mut Reader, place: &Place, id: &str, pack: &Pack, assessment: &mut Assessment) {
    let Some(shape) = r.child(place, id) else { return };
    let mut answer = answer(r, &shape);
    let Some(item) = pack.find(id) else {
        r.note(shape.at, ProblemKind::NoSuchId(id.to_owned()));
        assessment.elsewhere.insert(id.into(), Rc::new(answer));
        return;
    };
    if let Some(Response::NotApplicable { reason }) = &answer.response {
        if !pack.exclusions.allows(item) {
            // The reason may be worth reading, so it moves to the note.
            let lines = [&*answer.note, reason];
            let kept: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
            answer.note = kept.join("\n").into();
            answer.response = None;
            r.note(shape.path("notApplicable"), ProblemKind::RequirementExcluded);
        }
    }
    assessment.set(item, Some(Rc::new(answer)));
}

fn organisation(r: &mut Reader, place: &Place) -> Organisation {
    let mut organisation = Organisation {
        name: r.optional_str(place, "name"),
        sector: r.optional_str(place, "sector"),
        scope: r.optional_str(place, "scope"),
        refused: r.texts(place, "refused").into_iter().collect(),
        ..Organisation::default()
    };
    let size = word(r, place, "size", &Size::ALL.map(Size::id));
    organisation.size = size.and_then(|size| Size::ALL.get(size).copied());
    if let Some(choices) = r.child(place, "choices") {
        for question in choices.map.keys() {
            let options = r.texts(&choices, question).into_iter().collect();
            organisation.choices.insert(question.clone(), options);
        }
    }
    organisation
}

/// The position of the word among these; one that is none of them is reported and left out.
fn word(r: &mut Reader, place: &Place, key: &str, words: &[&str]) -> Option<usize> {
    let word = r.optional_str(place, key);
    place.map.get(key)?.as_str()?;
    r.word(&word, place.path(key), words)
}

pub(super) fn answer(r: &mut Reader, place: &Place) -> Answer {
    let mut answer = Answer {
        response: response(r, place),
        note: r.optional_str(place, "note"),
        owner: r.optional_str(place, "owner"),
        flagged: r.bool_or(place, "flagged"),
        checks: r.texts(place, "checks").into_iter().collect(),
        applicable: r.bool_or(place, "applicable"),
        how: r.optional_str(place, "how"),
        outdated: r.bool_or(place, "outdated"),
        ..Answer::default()
    };
    for piece in r.objects(place, "evidence") {
        let name = r.optional_str(&piece, "name");
        let (place, date) = (r.optional_str(&piece, "place"), date(r, &piece, "date"));
        answer.evidence.push(Evidence { name, place, date });
    }
    answer.due = date(r, place, "due");
    answer.done = date(r, place, "done");
    for (word, at) in r.texts_at(place, "inclusion") {
        if r.word(&word, at, &Inclusion::ALL.map(Inclusion::id)).is_some() {
            answer.inclusion.insert(word);
        }
    }
    let implementation =
        word(r, place, "implementation", &Implementation::ALL.map(Implementation::id));
    answer.implementation = implementation.and_then(|n| Implementation::ALL.get(n).copied());
    let done_by = word(r, place, "doneBy", &DoneBy::ALL.map(DoneBy::id));
    answer.done_by = done_by.and_then(|n| DoneBy::ALL.get(n).copied());
    answer
}

/// A day; text that is none is reported and left out.
pub(super) fn date(r: &mut Reader, place: &Place, key: &str) -> Option<Date> {
    let text = r.optional_str(place, key);
    let date = Date::parse(&text);
    if date.is_none() && !text.is_empty() {
        r.note(place.path(key), ProblemKind::Expected(Expected::Date));
    }
    date
}

fn response(r: &mut Reader, place: &Place) -> Option<Response> {
    let has = |key: &str| place.has(key);
    if has("level") {
        let level = place.map.get("level").and_then(Json::as_u64).and_then(Level::new);
        if let Some(level) = level {
            return Some(Response::Level(level));
        }
        r.note(place.path("level"), ProblemKind::OutOfRange { least: 0, most: 4 });
    }
    if has("notApplicable") {
        return Some(Response::NotApplicable { reason: r.optional_str(place, "notApplicable") });
    }
    r.bool_or(place, "dontKnow").then_some(Response::DontKnow)
}
