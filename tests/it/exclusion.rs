//! Reasons for leaving controls of the default pack out: what holds and what does not.

use crate::make;
use plumbline::model::assessment::{Answer, Assessment, ItemStatus, Mode, Response};
use plumbline::model::pack::exclusion::{judge, ReasonProblem};
use plumbline::model::pack::{Expected, Pack, ProblemKind};
use plumbline::part::now;
use proptest::prelude::*;
use serde_json::Value;
use std::rc::Rc;

/// Reasons as people write them, and what an auditor would say of each.
const CASES: &str = include_str!("exclusion_cases.json");

fn cases() -> Value {
    serde_json::from_str(CASES).expect("the cases are JSON")
}

/// What is wrong with a reason of this pack; `None` where it holds.
fn wrong(pack: &Pack, id: &str, reason: &str) -> Option<ReasonProblem> {
    let item = pack.find(id).expect("an item of the pack");
    now(judge(&pack.exclusions, item, reason)).expect("every part is here")
}

/// The cases of a group with whether each reason holds.
#[track_caller]
fn check(group: &str, holds: impl Fn(&Value) -> bool) {
    let pack = make::read(make::DEFAULT);
    let cases = cases();
    let mut surprising = Vec::new();
    for case in cases[group].as_array().expect("a list") {
        let [id, text] = ["item", "text"].map(|key| case[key].as_str().expect("a text"));
        let found = wrong(&pack, id, text);
        if found.is_none() != holds(case) {
            surprising.push(format!("{id}: {text:?} is {found:?}"));
        }
    }
    assert!(surprising.is_empty(), "{}", surprising.join("\n"));
}

#[test]
fn words_that_fit_anything_are_no_reason() {
    check("hollow", |_| false);
}

#[test]
fn a_fact_that_fits_the_control_is_a_reason_however_short() {
    check("good", |_| true);
}

#[test]
fn a_fact_that_takes_another_control_away_or_a_state_is_no_reason() {
    check("unfit", |_| false);
}

#[test]
fn what_the_rule_still_gets_wrong_is_known() {
    check("misses", |case| !case["want"].as_bool().expect("whether it should hold"));
}

#[test]
fn each_fact_that_is_offered_holds_where_it_is_offered() {
    let pack = make::read(make::DEFAULT);
    let mut offered = 0;
    for (index, item) in pack.items.iter().enumerate() {
        for fact in pack.exclusions.offered(index) {
            assert_eq!(wrong(&pack, &item.id, &fact), None, "{} at {}", fact, item.id);
            offered += 1;
        }
    }
    assert!(offered > 50, "{offered}");
}

#[test]
fn each_reason_that_the_profile_proposes_holds() {
    let pack = make::read(make::DEFAULT);
    for rule in &pack.profile.proposals {
        for item in &rule.items {
            let id = &pack.items[*item].id;
            assert_eq!(wrong(&pack, id, &rule.reason), None, "{} at {id}", rule.reason);
        }
    }
}

#[test]
fn a_reason_is_told_what_is_wrong_with_it() {
    let pack = make::read(make::DEFAULT);
    for (id, reason, expected) in [
        ("A.7.4", "", ReasonProblem::Empty),
        ("A.7.4", " ... ", ReasonProblem::Empty),
        ("A.7.4", "Not relevant for our business", ReasonProblem::SaysNothing),
        ("A.8.4", "All code is written by our supplier", ReasonProblem::State),
        ("A.8.11", "No premises", ReasonProblem::Unfit),
        ("A.8.28", "asdf jkl qwert", ReasonProblem::Unclear),
        ("A.7.7", "No premises", ReasonProblem::NoFact),
    ] {
        assert_eq!(wrong(&pack, id, reason), Some(expected), "{id}: {reason:?}");
    }
}

#[test]
fn a_reason_in_another_language_than_the_questionnaire_has_only_to_say_something() {
    let pack = make::read(make::DEFAULT);
    for reason in [
        "Wir haben keine eigenen Räume, alle arbeiten zu Hause",
        "Nous ne avons pas de locaux, tout le monde travaille à distance",
        "У нас нет помещений",
        "当社には事務所がありません",
    ] {
        assert_eq!(wrong(&pack, "A.7.4", reason), None, "{reason}");
    }
    assert_eq!(wrong(&pack, "A.7.4", "keine nicht"), Some(ReasonProblem::Short));
}

#[test]
fn a_questionnaire_without_facts_asks_only_that_a_reason_says_something() {
    let pack = make::pack("A.5 control\n A.5.1\n");
    assert!(pack.exclusions.offered(0).is_empty() && !pack.exclusions.knows(0));
    assert_eq!(wrong(&pack, "A.5.1", "We rent no rooms and own no servers"), None);
    assert_eq!(wrong(&pack, "A.5.1", "not relevant"), Some(ReasonProblem::SaysNothing));
}

#[test]
fn answers_are_judged_again_once_the_facts_have_come() {
    let (pack, _) = plumbline::model::pack::parse(make::DEFAULT);
    let item = pack.find("A.7.7").expect("an item");
    let mut assessment = Assessment::new(&pack, Mode::Full);
    let response = Some(Response::NotApplicable { reason: "We rent no rooms at all".into() });
    assessment.set(item, Some(Rc::new(Answer { response, ..Answer::default() })));
    assert_eq!(assessment.item_status(item), ItemStatus::NotApplicable);
    let pack = pack.with_facts(make::FACTS);
    assessment.judge_reasons(&pack);
    assert_eq!(assessment.item_status(item), ItemStatus::Unanswered);
    assert!(assessment.get(item).is_some(), "what was typed stays");
}

#[test]
fn a_file_of_facts_that_does_not_fit_is_told_with_the_place() {
    let pack = |file| plumbline::model::pack::parse(make::SMALL).0.with_facts(file);
    let file = r#"{"plumbline": "exclusions", "format": 1, "facts": [
        {"id": "a", "text": "We have no a.", "items": ["nowhere"], "words": "a"}]}"#;
    let found = pack(file).exclusions.problems();
    let told: Vec<_> = found.iter().map(|problem| (&*problem.at, &problem.kind)).collect();
    assert_eq!(
        told,
        [
            ("/facts/0/items/0", &ProblemKind::NoSuchId("nowhere".into())),
            ("/facts/0/words", &ProblemKind::Expected(Expected::List)),
            ("/words", &ProblemKind::Missing),
        ]
    );
    let newer = r#"{"plumbline": "exclusions", "format": 2}"#;
    let found = pack(newer).exclusions.problems();
    assert_eq!(found[0].kind, ProblemKind::Newer { found: 2, newest: 1 });
}

thread_local! {
    static PACK: Rc<Pack> = make::read(make::DEFAULT);
}

proptest! {
    #[test]
    fn any_text_can_be_judged(text in ".{0,200}", words in "([a-z,.'-]{1,9} ){0,12}") {
        for text in [text, words] {
            for id in ["A.7.1", "A.7.7", "A.8.30"] {
                PACK.with(|pack| wrong(pack, id, &text));
            }
        }
    }
}
