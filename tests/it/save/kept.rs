//! What this version does not know of a file: told with its place, kept and saved again.

use super::bad::kept;
use super::richer;
use crate::script::{action, item, pack};
use plumbline::model::assessment::{Answer, Assessment};
use plumbline::model::pack::Pack;
use plumbline::save::{restore, save};
use serde_json::{json, Value};
use std::rc::Rc;

/// Objects of a save file, one of each kind.
const OBJECTS: [&str; 14] = [
    "",
    "/pack",
    "/organisation",
    "/programme",
    "/programme/statement",
    "/programme/audit",
    "/programme/own/0",
    "/programme/own/0/answer",
    "/programme/milestones/0",
    "/programme/milestones/0/save",
    "/programme/milestones/0/save/answers/4.1",
    "/answers/4.1",
    "/answers/9.9",
    "/answers/4.3/evidence/0",
];

/// The richest file, with an answer to an item that the pack does not have.
fn rich_file() -> (Rc<Pack>, Value) {
    let (pack, mut assessment) = (pack(), richer());
    let answer = Answer { flagged: true, ..Answer::default() };
    assessment.elsewhere.insert("9.9".into(), Rc::new(answer));
    let file = serde_json::from_str(&save(&pack, &assessment)).expect("JSON");
    (pack, file)
}

#[test]
fn a_member_that_is_not_known_is_told_and_saved_again_in_every_object() {
    for object in OBJECTS {
        let (pack, mut file) = rich_file();
        let place = file.pointer_mut(object).expect("there is such a place");
        place["more~/"] = json!({"of": ["it", 1.5, null], "level": 3});
        let (assessment, problems) = restore(&file.to_string(), &pack).expect("a save file");
        let told: Vec<String> = problems.iter().map(|p| format!("{} {:?}", p.at, p.kind)).collect();
        let unknown = format!("{object}/more~0~1 Unknown");
        assert!(told.contains(&unknown), "{unknown} in {told:?}");
        assert_eq!(told.len(), 2, "besides the item that is not known: {told:?}");
        let again: Value = serde_json::from_str(&save(&pack, &assessment)).expect("JSON");
        assert_eq!(again, file, "{object}");
    }
}

#[test]
fn all_of_them_at_once_are_kept_apart() {
    let (pack, mut file) = rich_file();
    for (n, object) in OBJECTS.iter().enumerate() {
        file.pointer_mut(object).expect("there is such a place")["more"] = json!(n);
    }
    let (assessment, problems) = restore(&file.to_string(), &pack).expect("a save file");
    assert_eq!(problems.len(), OBJECTS.len() + 1, "{problems:?}");
    let again: Value = serde_json::from_str(&save(&pack, &assessment)).expect("JSON");
    assert_eq!(again, file);
}

#[test]
fn what_is_kept_is_written_as_it_was() {
    let members = r#""a":12345678901234567890.10e3, "b" : "\u00e9\/", "c":{"d":1,"d":2}"#;
    let text = format!(
        r#"{{"plumbline":"save","format":1,"mode":"full","answers":{{"4.1":{{{members},"level":1}}}}}}"#
    );
    let (state, problems) = kept(&text);
    assert_eq!(
        problems,
        [
            "/answers/4.1/c/d Twice",
            "/answers/4.1/a Unknown",
            "/answers/4.1/b Unknown",
            "/answers/4.1/c Unknown"
        ]
    );
    let answer = state.assessment.get(item(&state.pack, "4.1")).expect("an answer");
    assert_eq!(&*answer.kept, r#""a":12345678901234567890.10e3,"b":"\u00e9\/","c":{"d":1,"d":2}"#);
}

#[test]
fn a_member_that_is_known_and_does_not_fit_is_not_kept_as_well() {
    let text = r#"{"plumbline":"save","format":1,"mode":"full","organisation":7,
        "answers":{"4.1":{"level":"3","due":"soon","evidence":7,"note":"x"}}}"#;
    let (state, problems) = kept(text);
    assert_eq!(problems.len(), 4, "{problems:?}");
    let answer = state.assessment.get(item(&state.pack, "4.1")).expect("an answer");
    assert_eq!((&*answer.kept, state.assessment.kept.len()), ("", 0));
}

/// The text of an answer of a file that has `more` in it.
fn opened() -> plumbline::app::State {
    let text = r#"{"plumbline":"save","format":1,"mode":"full","more":1,
        "answers":{"4.1":{"level":1,"more":2,"evidence":[{"name":"A","place":"","more":3}]}}}"#;
    kept(text).0
}

#[test]
fn a_change_leaves_what_is_kept_and_undo_brings_back_the_rest() {
    let opened = opened();
    let before = opened.assessment.clone();
    let (changed, _) = opened.reduce(action(&opened, "4.1 = 4"));
    let (changed, _) = changed.reduce(action(&changed, "4.1 evidence 0 B"));
    let answer = changed.assessment.get(item(&changed.pack, "4.1")).expect("an answer");
    assert_eq!((&*answer.kept, &*answer.evidence[0].kept), (r#""more":2"#, r#""more":3"#));
    assert_eq!(changed.assessment.kept, before.kept);
    let (undone, _) = changed.reduce(action(&changed, "undo"));
    let (undone, _) = undone.reduce(action(&undone, "undo"));
    assert_eq!(undone.assessment, before);
}

#[test]
fn an_answer_that_says_nothing_that_is_known_stays_for_what_is_kept_of_it() {
    let text = r#"{"plumbline":"save","format":1,"mode":"full","answers":{"4.1":{"more":2}}}"#;
    let (state, _) = kept(text);
    assert!(!state.assessment.is_blank());
    let (again, _) = kept(&save(&state.pack, &state.assessment));
    assert_eq!(again.assessment, state.assessment);
    let none = Assessment::new(&state.pack, state.assessment.mode);
    assert_eq!(none.changes(&state.assessment), Some(vec![item(&state.pack, "4.1")]));
}

#[test]
fn a_milestone_of_today_keeps_it_too() {
    let opened = opened();
    let (kept, _) = opened.reduce(action(&opened, "act milestone add"));
    let frozen: Value = serde_json::from_str(&kept.assessment.milestones[0].save).expect("JSON");
    assert_eq!((&frozen["more"], &frozen["answers"]["4.1"]["more"]), (&json!(1), &json!(2)));
}
