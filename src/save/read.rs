//! From JSON to answers, keeping all that can be kept.

use super::other::recognised;
use super::reader::SaveReader;
use super::write::mode;
use super::{programme, Part, FORMAT};
use crate::model::assessment::{
    Answer, Assessment, DoneBy, Evidence, Implementation, Inclusion, Level, Mode, Organisation,
    Response, Size,
};
use crate::model::date::Date;
use crate::model::pack::read::{self, Place};
use crate::model::pack::{Expected, Pack, Problem, ProblemKind};
use crate::model::sorted::Set;
use std::rc::Rc;

/// Reads a save file. Answers that fit are restored, answers to items that the pack does not have
/// are kept aside, members that this version does not know are kept for the next save, and
/// everything else is reported with its place. Of members that stand twice the last is read.
///
/// # Errors
/// The one problem because of which nothing was read: empty, too large, not JSON, another kind of
/// file, or written by a newer version.
pub fn restore(text: &str, pack: &Pack) -> Result<(Assessment, Vec<Problem>), Problem> {
    let value = read::open(text, "save", FORMAT).map_err(|problem| recognised(text, problem))?;
    let mut reader = SaveReader::new(read::without_mark(text));
    let r = &mut reader;
    let Some(root) = r.object(&value, String::new()) else {
        return Err(Problem { at: String::new(), kind: ProblemKind::NotThisFormat });
    };
    let assessment = assessment(r, &root, pack, true);
    Ok((assessment, reader.into_problems()))
}

/// The assessment of a save file. The milestones are left out where it is one itself.
pub(super) fn assessment(
    r: &mut SaveReader,
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
        keep(r, &place, Part::Pack, &mut assessment);
    }
    if let Some(place) = r.child(root, "organisation") {
        assessment.organisation = Rc::new(organisation(r, &place));
        keep(r, &place, Part::Organisation, &mut assessment);
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
        let outdated = outdate(&changed, pack, &mut assessment);
        // Nobody confirms a milestone: comparing with it tells of its words.
        if milestones && !outdated.is_empty() {
            r.note(String::new(), ProblemKind::LevelsChanged(outdated.join(", ")));
        }
    }
    for read_before in ["plumbline", "format", "tool"] {
        r.has(root, read_before);
    }
    keep(r, root, Part::File, &mut assessment);
    assessment
}

/// Marks the levels that meant something else when they were chosen; gives the items.
fn outdate<'a>(changed: &Set, pack: &'a Pack, into: &mut Assessment) -> Vec<&'a str> {
    let mut outdated = Vec::new();
    let items = pack.items.iter().enumerate();
    for (item, asked) in items.filter(|(_, asked)| changed.contains(&asked.id)) {
        let Some(answer) = into.get(item) else { continue };
        if matches!(answer.response, Some(Response::Level(_))) {
            let answer = Answer { outdated: true, ..(**answer).clone() };
            into.set(item, Some(Rc::new(answer)));
            outdated.push(&*asked.id);
        }
    }
    outdated
}

/// Keeps what is not known of an object that stands once in a file.
#[inline(never)]
pub(super) fn keep(r: &mut SaveReader, place: &Place, part: Part, assessment: &mut Assessment) {
    let rest = r.rest(place);
    if !rest.is_empty() {
        let mut kept = assessment.kept.to_vec();
        kept.resize(Part::COUNT, "".into());
        if let Some(slot) = kept.get_mut(part as usize) {
            *slot = rest;
        }
        assessment.kept = kept.into();
    }
}

fn answer_to(
    r: &mut SaveReader,
    place: &Place,
    id: &str,
    pack: &Pack,
    assessment: &mut Assessment,
) {
    let Some(shape) = r.entry(place, id) else { return };
    let mut answer = answer(r, &shape);
    let Some(item) = pack.find(id) else {
        r.note(shape.at, ProblemKind::NoSuchId(id.to_owned()));
        assessment.elsewhere.insert(id.into(), Rc::new(answer));
        return;
    };
    if let Some(Response::NotApplicable { reason }) = &answer.response {
        if !pack.exclusions.allows(item) {
            // The reason may be worth reading, so it moves to the note.
            answer.note = lines(&[&answer.note, reason]);
            answer.response = None;
            r.note(shape.path("notApplicable"), ProblemKind::RequirementExcluded);
        }
    }
    assessment.set(item, Some(Rc::new(answer)));
}

fn organisation(r: &mut SaveReader, place: &Place) -> Organisation {
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
            let options = r.entry_texts(&choices, question).into_iter().collect();
            organisation.choices.insert(question.clone(), options);
        }
    }
    organisation
}

/// The position of the word among these; one that is none of them is reported and left out.
fn word(r: &mut SaveReader, place: &Place, key: &str, words: &[&str]) -> Option<usize> {
    let word = r.optional_str(place, key);
    r.get(place, key)?.as_str()?;
    r.word(&word, place.path(key), words)
}

pub(super) fn answer(r: &mut SaveReader, place: &Place) -> Answer {
    let mut others = vec![r.optional_str(place, "note")];
    let response = response(r, place, &mut others);
    let mut answer = Answer {
        response,
        note: lines(&others),
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
        answer.evidence.push(Evidence { name, place, date, kept: r.rest(&piece) });
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
    answer.kept = r.rest(place);
    answer
}

/// A day; text that is none is reported and left out.
pub(super) fn date(r: &mut SaveReader, place: &Place, key: &str) -> Option<Date> {
    let text = r.optional_str(place, key);
    let date = Date::parse(&text);
    if date.is_none() && !text.is_empty() {
        r.note(place.path(key), ProblemKind::Expected(Expected::Date));
    }
    date
}

/// What was answered. Where several kinds of answer stand, the first of these counts; the others are
/// told and become lines of the note, so that nothing of them is lost.
fn response(r: &mut SaveReader, place: &Place, note: &mut Vec<Rc<str>>) -> Option<Response> {
    let level = r.optional_number(place, "level", 0, 4).and_then(Level::new);
    let excluded = r.has(place, "notApplicable");
    let reason = r.optional_str(place, "notApplicable");
    let said = [
        ("level", level.map(Response::Level)),
        ("notApplicable", excluded.then_some(Response::NotApplicable { reason })),
        ("dontKnow", r.bool_or(place, "dontKnow").then_some(Response::DontKnow)),
    ];
    let mut said = said.into_iter().filter_map(|(key, response)| Some((key, response?)));
    let (_, taken) = said.next()?;
    for (key, other) in said {
        r.note(place.path(key), ProblemKind::SecondAnswer);
        note.push(match other {
            Response::NotApplicable { reason } if !reason.is_empty() => reason,
            _ => key.into(),
        });
    }
    Some(taken)
}

/// Those that say something, one under the other.
fn lines<Line: AsRef<str>>(lines: &[Line]) -> Rc<str> {
    let lines = lines.iter().map(AsRef::as_ref).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n").into()
}
