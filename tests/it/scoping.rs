//! What the profile proposes, and what it contradicts. The small pack proposes to leave out A.1
//! and A.2 where there are no premises and nobody builds, and contradicts leaving out A.1 where
//! somebody does.

use crate::make::{self, SMALL};
use plumbline::model::assessment::{Assessment, Organisation};
use plumbline::model::pack::Pack;
use plumbline::rules::scoping::{contradiction, proposals};
use std::rc::Rc;

/// An assessment with scoping choices such as `premises=none builders=own,others`.
fn assessment(pack: &Pack, choices: &str, words: &str) -> Assessment {
    let mut assessment = make::assessment(pack, words);
    let choice = |word: &str| {
        let (question, options) = word.split_once('=').expect("a question and its options");
        let options = options.split(',').filter(|option| !option.is_empty());
        (question.into(), options.map(Rc::from).collect())
    };
    let choices = choices.split_whitespace().map(choice).collect();
    assessment.organisation = Rc::new(Organisation { choices, ..Organisation::default() });
    assessment
}

fn in_words(pack: &Pack, assessment: &Assessment) -> String {
    let word = |p: &plumbline::rules::scoping::Proposal| {
        format!("{} {:?}", pack.items[p.item].id, p.state)
    };
    proposals(pack, assessment).iter().map(word).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_proposal_needs_every_question_of_its_rule() {
    for (choices, expected) in [
        ("", ""),
        ("premises=none", ""),
        ("builders=nobody", ""),
        ("premises=own builders=nobody", ""),
        ("premises= builders=nobody", ""),
        ("premises=none builders=own", ""),
        ("premises=none builders=nobody", "A.1 Open, A.2 Open"),
    ] {
        let pack = make::read(SMALL);
        assert_eq!(in_words(&pack, &assessment(&pack, choices, "")), expected, "for {choices:?}");
    }
}

#[test]
fn options_that_exclude_each_other_propose_nothing() {
    let pack = make::read(SMALL);
    let undecided = assessment(&pack, "premises=none builders=nobody,own", "");
    assert_eq!(proposals(&pack, &undecided), []);
}

#[test]
fn a_proposal_is_open_until_it_is_accepted_or_refused() {
    for (words, expected) in [
        ("", "A.1 Open, A.2 Open"),
        ("A.1=?", "A.1 Open, A.2 Open"),
        ("A.1=~", "A.1 Open, A.2 Open"),
        ("A.1=-", "A.1 Accepted, A.2 Open"),
        ("A.1=0 A.2=4", "A.1 Refused, A.2 Refused"),
    ] {
        let pack = make::read(SMALL);
        let assessment = assessment(&pack, "premises=none builders=nobody", words);
        assert_eq!(in_words(&pack, &assessment), expected, "for {words:?}");
    }
}

#[test]
fn a_refusal_is_remembered_unless_the_control_is_left_out_after_all() {
    let pack = make::read(SMALL);
    for (words, expected) in [
        ("", "A.1 Refused, A.2 Open"),
        ("A.1=?", "A.1 Refused, A.2 Open"),
        ("A.1=-", "A.1 Accepted, A.2 Open"),
    ] {
        let mut assessment = assessment(&pack, "premises=none builders=nobody", words);
        Rc::make_mut(&mut assessment.organisation).refused.insert("A.1".into());
        assert_eq!(in_words(&pack, &assessment), expected, "for {words:?}");
    }
}

#[test]
fn a_proposal_brings_the_reason_of_its_rule() {
    let pack = make::read(SMALL);
    let found = proposals(&pack, &assessment(&pack, "premises=none builders=nobody", ""));
    assert_eq!(&*found[0].reason, "There are no rooms.");
}

#[test]
fn any_of_its_options_makes_a_contradiction() {
    let pack = make::read(SMALL);
    for (choices, expected) in [
        ("", None),
        ("builders=nobody", None),
        ("builders=own", Some("Something is built.")),
        ("builders=others", Some("Something is built.")),
        ("builders=nobody,others", Some("Something is built.")),
    ] {
        let organisation = assessment(&pack, choices, "").organisation;
        let found = |id: &str| {
            let item = pack.find(id).expect("a control");
            contradiction(&pack, &organisation, item).map(|reason| reason.to_string())
        };
        assert_eq!(found("A.1").as_deref(), expected, "for {choices:?}");
        assert_eq!(found("A.2"), None);
    }
}

#[test]
fn a_rule_with_an_unknown_condition_never_holds() {
    let text = SMALL.replace(r#"{"premises": ["none"], "#, r#"{"garden": ["none"], "#);
    let (pack, problems) = plumbline::model::pack::parse(&text);
    assert_eq!(problems.len(), 1);
    let assessment = assessment(&pack, "premises=none builders=nobody", "");
    assert_eq!(proposals(&pack, &assessment), []);
}
