//! From answers to JSON.

use super::json::{string, Object};
use super::{programme, Part, FORMAT};
use crate::model::assessment::{Answer, Assessment, Mode, Response};
use crate::model::pack::Pack;
use crate::rules::score::Tally;
use crate::TOOL_VERSION;
use std::rc::Rc;

/// The whole assessment as the text of a save file.
pub fn save(pack: &Pack, assessment: &Assessment) -> String {
    let given = (0..pack.items.len())
        .filter_map(|item| Some((&*pack.item(item)?.id, self::answer(assessment.get(item)?))));
    let elsewhere = assessment.elsewhere.iter().map(|(id, answer)| (&**id, self::answer(answer)));
    assemble(&head(pack, assessment), given.chain(elsewhere))
}

/// Everything but the answers to items, as a JSON object.
pub fn head(pack: &Pack, assessment: &Assessment) -> String {
    let organisation = &assessment.organisation;
    let mut head = Object::new();
    head.text("plumbline", "save");
    head.raw("format", &FORMAT.to_string());
    head.text("tool", TOOL_VERSION);
    let mut name = Object::new();
    name.text("id", &pack.id);
    name.text("version", &pack.version);
    name.kept(kept(assessment, Part::Pack));
    head.raw("pack", &name.end());
    head.text("name", &assessment.name);
    head.text("mode", mode(assessment.mode));
    if let Some(item) = assessment.last.and_then(|item| pack.item(item)) {
        head.text("last", &item.id);
    }
    let mut about = Object::new();
    about.text("name", &organisation.name);
    if let Some(size) = organisation.size {
        about.text("size", size.id());
    }
    about.text("sector", &organisation.sector);
    about.text("scope", &organisation.scope);
    let mut choices = Object::new();
    for (question, options) in organisation.choices.iter() {
        choices.texts(question, options);
    }
    about.raw("choices", &choices.end());
    about.texts("refused", &organisation.refused);
    about.kept(kept(assessment, Part::Organisation));
    head.raw("organisation", &about.end());
    if let Some(programme) = programme::write(assessment) {
        head.raw("programme", &programme);
    }
    head.kept(kept(assessment, Part::File));
    head.end()
}

/// What is kept of an object that stands once in a file.
pub(super) fn kept(assessment: &Assessment, part: Part) -> &str {
    assessment.kept.get(part as usize).map_or("", |members| members)
}

/// One answer as a JSON object.
pub fn answer(answer: &Answer) -> String {
    let mut shape = Object::new();
    match &answer.response {
        Some(Response::Level(level)) => shape.raw("level", &level.number().to_string()),
        Some(Response::DontKnow) => shape.raw("dontKnow", "true"),
        Some(Response::NotApplicable { reason }) => shape.text("notApplicable", reason),
        None => (),
    }
    shape.some_text("note", &answer.note);
    let pieces = answer.evidence.iter().map(|piece| {
        let mut shape = Object::new();
        shape.text("name", &piece.name);
        shape.text("place", &piece.place);
        shape.date("date", piece.date);
        shape.kept(&piece.kept);
        shape.end()
    });
    shape.list("evidence", &pieces.collect::<Vec<_>>());
    shape.some_text("owner", &answer.owner);
    shape.date("due", answer.due);
    shape.date("done", answer.done);
    if answer.flagged {
        shape.raw("flagged", "true");
    }
    if !answer.checks.is_empty() {
        shape.texts("checks", &answer.checks);
    }
    if answer.applicable {
        shape.raw("applicable", "true");
    }
    if !answer.inclusion.is_empty() {
        shape.texts("inclusion", &answer.inclusion);
    }
    if let Some(implementation) = answer.implementation {
        shape.text("implementation", implementation.id());
    }
    shape.some_text("how", &answer.how);
    if let Some(who) = answer.done_by {
        shape.text("doneBy", who.id());
    }
    if answer.outdated {
        shape.raw("outdated", "true");
    }
    shape.kept(&answer.kept);
    shape.end()
}

/// A save file from a head and answers by identifier, each written by this module.
pub fn assemble<Id: AsRef<str>, Json: AsRef<str>>(
    head: &str,
    answers: impl IntoIterator<Item = (Id, Json)>,
) -> String {
    let mut file = head.trim_end().strip_suffix('}').unwrap_or("{").to_owned();
    file.push_str(",\n\"answers\":{");
    for (position, (id, answer)) in answers.into_iter().enumerate() {
        file.push_str(if position == 0 { "\n" } else { ",\n" });
        string(&mut file, id.as_ref());
        file.push(':');
        file.push_str(answer.as_ref());
    }
    file.push_str("}}\n");
    file
}

/// What a list of assessments shows of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How the respondent calls it; may be empty.
    pub name: Rc<str>,
    /// Name of the organisation; may be empty.
    pub organisation: Rc<str>,
    /// Quick check or full assessment.
    pub mode: Mode,
    /// Items with an answer.
    pub answered: u32,
    /// Items that are asked.
    pub total: u32,
    /// The item that was open last, by identifier; empty where none was.
    pub last: Rc<str>,
}

/// What a list of assessments shows of this one.
pub fn summary(pack: &Pack, assessment: &Assessment) -> Summary {
    let tally = Tally::of(pack, assessment, assessment.asked(pack));
    Summary {
        name: assessment.name.clone(),
        organisation: assessment.organisation.name.clone(),
        mode: assessment.mode,
        answered: tally.answered(),
        total: tally.total,
        last: assessment
            .last
            .and_then(|item| pack.item(item))
            .map(|i| i.id.clone())
            .unwrap_or_default(),
    }
}

pub(super) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Quick => "quick",
        Mode::Full => "full",
    }
}
