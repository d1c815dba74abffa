//! Small packs and answers from a few words.

use plumbline::model::assessment::{Answer, Assessment, Evidence, Level, Mode, Response};
use plumbline::model::date::Date;
use plumbline::model::pack::{parse, Pack};
use serde_json::{json, Map, Value};
use std::rc::Rc;

/// A pack that has each field of the format at least once.
pub const SMALL: &str = include_str!("pack/small.json");

/// The default pack.
pub const DEFAULT: &str = include_str!("../../controls.json");

/// The facts of the default pack that justify leaving controls out.
pub const FACTS: &str = include_str!("../../packs/iso-27001-2022/exclusions.json");

/// A reason that says something.
pub const REASON: &str = "We rent no rooms and own no servers";

/// Reads a pack that must have no problem.
#[track_caller]
pub fn read(text: &str) -> Rc<Pack> {
    let (pack, problems) = parse(text);
    assert_eq!(problems, [], "the pack has problems");
    Rc::new(if text == DEFAULT { pack.with_facts(FACTS) } else { pack })
}

/// A pack from an outline: one line a section (`4 requirement`) or, indented, an item with words
/// such as `weight=3 needs=4.1,4.2 effort=2 phase=finish gate quick stage1=concern expected`.
#[track_caller]
pub fn pack(outline: &str) -> Rc<Pack> {
    let mut sections: Vec<Value> = Vec::new();
    for line in outline.lines().filter(|line| !line.trim().is_empty()) {
        let mut words = line.split_whitespace();
        let id = words.next().expect("a line has an identifier");
        match words.next() {
            Some(kind @ ("requirement" | "control")) => {
                sections.push(json!({"id": id, "kind": kind, "name": id, "items": []}));
            }
            first => {
                let item = item(id, first.into_iter().chain(words));
                let section = sections.last_mut().expect("a section comes first");
                section["items"].as_array_mut().expect("a list").push(item);
            }
        }
    }
    let mut expected = Vec::new();
    for section in &mut sections {
        for item in section["items"].as_array_mut().expect("a list") {
            if item.as_object_mut().expect("an object").remove("expected").is_some() {
                expected.push(json!({"items": [item["id"]], "reason": "Everybody has it."}));
            }
        }
    }
    let mut pack = whole(sections);
    pack["profile"] = json!({ "expected": expected });
    read(&pack.to_string())
}

/// A pack with these sections and the rest of the small one.
pub fn whole(sections: Vec<Value>) -> Value {
    let mut pack: Value = serde_json::from_str(SMALL).expect("the small pack is JSON");
    for key in ["documents", "metrics", "profile", "titles", "versions", "way"] {
        pack.as_object_mut().expect("an object").remove(key);
    }
    pack["sections"] = Value::Array(sections);
    pack
}

fn item<'a>(id: &str, words: impl Iterator<Item = &'a str>) -> Value {
    let mut item = Map::new();
    for key in ["id", "name", "question"] {
        item.insert(key.into(), id.into());
    }
    for word in words {
        let (key, value) = match word.split_once('=') {
            None if word == "stage1" => (word, "stop".into()),
            None => (word, Value::Bool(true)),
            Some(("needs", ids)) => ("needs", ids.split(',').collect()),
            Some((key @ ("phase" | "stage1" | "written"), word)) => (key, word.into()),
            Some(("effort", days)) => {
                let mut days = days.split(',').map(|n| n.parse::<f64>().expect("days"));
                let small = days.next().expect("one number at least");
                let medium = days.next().unwrap_or(small);
                let large = days.next().unwrap_or(medium);
                (
                    "effort",
                    json!({"micro": small, "small": small, "medium": medium, "large": large}),
                )
            }
            Some((key, number)) => (key, number.parse::<u64>().expect("a number").into()),
        };
        item.insert(key.into(), value);
    }
    Value::Object(item)
}

/// An assessment from words such as `4.1=3 4.2=? A.5.1=-`: a level, don't know, not applicable with a
/// good reason, or (`~`) with an empty one. Letters after it add to the answer: `e` evidence, `o`
/// an owner, `d` a target date, as in `A.5.1=1od`.
#[track_caller]
pub fn assessment(pack: &Pack, words: &str) -> Assessment {
    let mut assessment = Assessment::new(pack, Mode::Full);
    for word in words.split_whitespace() {
        let (id, what) = word.split_once('=').expect("an item and an answer");
        let item = pack.find(id).expect("an item of the pack");
        assessment.set(item, Some(Rc::new(answer(what))));
    }
    assessment
}

/// The same in quick mode.
#[track_caller]
pub fn quick(pack: &Pack, words: &str) -> Assessment {
    let mut assessment = assessment(pack, words);
    assessment.mode = Mode::Quick;
    assessment
}

/// An answer from the words that [`assessment`] knows.
pub fn answer(what: &str) -> Answer {
    let response = what.trim_end_matches(['e', 'o', 'd']);
    let extras = &what[response.len()..];
    let response = match response {
        "?" => Response::DontKnow,
        "-" => Response::NotApplicable { reason: REASON.into() },
        "~" => Response::NotApplicable { reason: "".into() },
        level => Response::Level(
            Level::new(level.parse().expect("a number")).expect("a level from 0 to 4"),
        ),
    };
    let evidence = Evidence { name: "Minutes".into(), ..Evidence::default() };
    Answer {
        response: Some(response),
        evidence: extras.contains('e').then_some(evidence).into_iter().collect(),
        owner: if extras.contains('o') { "Ann" } else { "" }.into(),
        due: extras.contains('d').then(|| Date::new(2027, 1, 31).expect("a date")),
        ..Answer::default()
    }
}
