//! From answers to JSON.

use super::FORMAT;
use crate::answers::{Answer, Answers, Mode, Response};
use crate::pack::Pack;
use crate::report::TOOL_VERSION;
use crate::score::Tally;
use crate::sorted::{Map, Set};
use serde::Serialize;
use std::rc::Rc;

/// The whole assessment as the text of a save file.
pub fn save(pack: &Pack, answers: &Answers) -> String {
    let given = (0..pack.items.len())
        .filter_map(|item| Some((&*pack.item(item)?.id, self::answer(answers.get(item)?))));
    let elsewhere = answers.elsewhere.iter().map(|(id, answer)| (&**id, self::answer(answer)));
    assemble(&head(pack, answers), given.chain(elsewhere))
}

/// Everything but the answers to items, as a JSON object.
pub fn head(pack: &Pack, answers: &Answers) -> String {
    let organisation = &answers.organisation;
    json(&Head {
        plumbline: "save",
        format: FORMAT,
        tool: TOOL_VERSION,
        pack: PackName { id: &pack.id, version: &pack.version },
        name: &answers.name,
        mode: mode(answers.mode),
        last: answers.last.and_then(|item| pack.item(item)).map(|item| &*item.id),
        organisation: Organisation {
            name: &organisation.name,
            size: organisation.size.map(|size| size.id()),
            sector: &organisation.sector,
            scope: &organisation.scope,
            choices: &organisation.choices,
            refused: &organisation.refused,
        },
    })
}

/// One answer as a JSON object.
pub fn answer(answer: &Answer) -> String {
    let (mut level, mut dont_know, mut not_applicable) = (None, false, None);
    match &answer.response {
        Some(Response::Level(given)) => level = Some(given.number()),
        Some(Response::DontKnow) => dont_know = true,
        Some(Response::NotApplicable { reason }) => not_applicable = Some(&**reason),
        None => (),
    }
    let evidence =
        answer.evidence.iter().map(|e| Evidence { name: &e.name, place: &e.place }).collect();
    json(&AnswerShape {
        level,
        dont_know,
        not_applicable,
        note: &answer.note,
        evidence,
        owner: &answer.owner,
        due: answer.due.map(|due| due.to_string()),
        flagged: answer.flagged,
        checks: &answer.checks,
    })
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
        file.push_str(&json(&id.as_ref()));
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
}

/// What a list of assessments shows of this one.
pub fn summary(pack: &Pack, answers: &Answers) -> Summary {
    let tally = Tally::of(pack, answers, answers.asked(pack));
    Summary {
        name: answers.name.clone(),
        organisation: answers.organisation.name.clone(),
        mode: answers.mode,
        answered: tally.answered(),
        total: tally.total,
    }
}

pub(super) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Quick => "quick",
        Mode::Full => "full",
    }
}

/// Serialising text, numbers and maps with text keys into memory cannot fail.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[derive(Serialize)]
struct Head<'a> {
    plumbline: &'a str,
    format: u64,
    tool: &'a str,
    pack: PackName<'a>,
    name: &'a str,
    mode: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<&'a str>,
    organisation: Organisation<'a>,
}

#[derive(Serialize)]
struct PackName<'a> {
    id: &'a str,
    version: &'a str,
}

#[derive(Serialize)]
struct Organisation<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<&'a str>,
    sector: &'a str,
    scope: &'a str,
    choices: &'a Map<Set>,
    refused: &'a Set,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AnswerShape<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(skip_serializing_if = "is_false")]
    dont_know: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_applicable: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Evidence<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    owner: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    flagged: bool,
    #[serde(skip_serializing_if = "Set::is_empty")]
    checks: &'a Set,
}

#[derive(Serialize)]
struct Evidence<'a> {
    name: &'a str,
    place: &'a str,
}

fn is_false(yes: &bool) -> bool {
    !yes
}
