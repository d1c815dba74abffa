//! What explains the items further: how its file is read, and when it is asked for.

use crate::make;
use crate::script::{effects, in_full, then, told};
use plumbline::app::Explained;
use plumbline::model::pack::{Explanations, Pack, Problem};
use serde_json::{json, Value};
use std::rc::Rc;

fn pack() -> Rc<Pack> {
    make::pack("4 requirement\n 4.1\n 4.2")
}

fn file(pack: &Pack) -> Value {
    json!({
        "plumbline": "explanations", "format": 1, "pack": &*pack.id,
        "items": {
            "4.1": {
                "example": "A bakery has a list.", "mistakes": ["No date"], "asked": ["When?"],
                "who": "The owner", "related": ["4.2"], "shows": "The list",
                "templates": ["texts/a.md"],
            },
        },
    })
}

fn parse(file: &Value, pack: &Pack) -> (Option<Explanations>, Vec<String>) {
    let (explanations, problems) = Explanations::parse(&file.to_string(), pack);
    let words = |problem: &Problem| format!("{} {:?}", problem.at, problem.kind);
    (explanations, problems.iter().map(words).collect())
}

#[test]
fn a_file_of_explanations_is_read_item_by_item() {
    let pack = pack();
    let (explanations, problems) = parse(&file(&pack), &pack);
    assert_eq!(problems, [""; 0]);
    let explanations = explanations.expect("a file");
    let told = explanations.get("4.1", &pack).expect("an explanation");
    assert_eq!((&*told.example, &*told.who), ("A bakery has a list.", "The owner"));
    assert_eq!(told.related, [1]);
    assert_eq!(explanations.get("4.2", &pack), None);
}

#[test]
fn what_does_not_fit_is_named_and_the_rest_is_read() {
    let pack = pack();
    for (at, value, problem) in [
        ("/format", json!(2), "/format Newer { found: 2, newest: 1 }"),
        ("/plumbline", json!("pack"), " NotThisFormat"),
        ("/pack", json!("other"), "/pack OtherPack(\"other\")"),
        ("/items/4.1/example", json!(7), "/items/4.1/example Expected(Text)"),
        ("/items/4.1/related/0", json!("9.9"), "/items/4.1/related/0 NoSuchId(\"9.9\")"),
        ("/items/4.1", json!("text"), "/items/4.1 Expected(Object)"),
        ("/items/4.1/templates/0", json!(1), "/items/4.1/templates/0 Expected(Text)"),
    ] {
        let mut file = file(&pack);
        *file.pointer_mut(at).expect("a place") = value;
        let (explanations, problems) = parse(&file, &pack);
        assert_eq!(problems, [problem]);
        let file = explanations.as_ref();
        assert_eq!(file.is_some(), at.starts_with("/items"), "{at}");
        let told = file.and_then(|file| file.get("4.1", &pack));
        assert_eq!(told.is_some(), at.starts_with("/items/4.1/"), "{at}");
    }
    let mut file = file(&pack);
    file["items"]["9.9"] = json!({"example": "Of nothing."});
    let (explanations, problems) = parse(&file, &pack);
    assert_eq!(problems, ["/items/9.9 NoSuchId(\"9.9\")"]);
    assert!(explanations.is_some_and(|file| file.get("4.1", &pack).is_some()));
    assert_eq!(Explanations::parse("{", &pack).1.len(), 1);
}

#[test]
fn explanations_are_fetched_once_however_often_they_are_opened() {
    let state = in_full("");
    assert_eq!(state.explained, Explained::NotAsked);
    let asked = then(&state, "explain");
    told(effects(&asked), "explain");
    assert_eq!(asked.explained, Explained::Coming);
    told(effects(&then(&asked, "explain")), "");
    let file = file(&state.pack).to_string();
    let here = then(&asked, &format!("explained {file}"));
    assert!(
        matches!(&here.explained, Explained::Here(all) if all.get("4.1", &state.pack).is_some())
    );
    told(effects(&then(&here, "explain")), "");
    let other = then(&here, "begin quick\ncreated b");
    assert!(matches!(other.explained, Explained::Here(_)), "they belong to the questionnaire");
}

#[test]
fn explanations_that_did_not_come_can_be_asked_for_again() {
    let state = then(&in_full(""), "explain\nexplained");
    assert_eq!(state.explained, Explained::Failed);
    let again = then(&state, "explain");
    told(effects(&again), "explain");
    assert_eq!(again.explained, Explained::Coming);
}

#[test]
fn what_changes_of_them_is_drawn() {
    let state = in_full("");
    for script in ["explain", "explain\nexplained"] {
        assert!(!then(&state, script).is_same(&state), "{script}");
    }
    let asked = then(&state, "explain");
    assert!(then(&asked, "explain").is_same(&asked));
}
