//! The default pack by itself: its questions, its gates and its scoping rules.

use crate::make::{read, DEFAULT};
use crate::support::SAMPLES;
use plumbline::model::assessment::{suggested_level, Response};
use plumbline::model::pack::{Pack, Rule, Thresholds};
use plumbline::save;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

fn pack() -> Rc<Pack> {
    read(DEFAULT)
}

fn repeated<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    texts.filter(|text| !seen.insert(*text)).collect()
}

#[test]
fn questions_and_names_are_unique() {
    let pack = pack();
    assert_eq!(repeated(pack.items.iter().map(|item| &*item.question)), [""; 0]);
    assert_eq!(repeated(pack.items.iter().map(|item| &*item.name)), [""; 0]);
    assert_eq!(repeated(pack.sections.iter().map(|section| &*section.name)), [""; 0]);
}

#[test]
fn every_question_is_a_question() {
    for item in &pack().items {
        assert!(item.question.ends_with('?'), "{}", item.id);
        assert!(!item.why.trim().is_empty(), "{} says why", item.id);
    }
    for question in &pack().profile.questions {
        assert!(question.question.ends_with('?'), "{}", question.id);
    }
}

#[test]
fn the_quick_check_is_about_two_dozen_items_from_every_section_with_all_gates() {
    let pack = pack();
    let quick: Vec<_> = pack.items.iter().filter(|item| item.quick).collect();
    assert!((24..=27).contains(&quick.len()), "{} items", quick.len());
    let sections: BTreeSet<usize> = quick.iter().map(|item| item.section).collect();
    assert_eq!(sections.len(), pack.sections.len());
    let left_out = |item: &&plumbline::model::pack::Item| item.gate && !item.quick;
    assert_eq!(pack.items.iter().filter(left_out).count(), 0);
}

#[test]
fn gates_are_requirements_and_each_can_be_reached() {
    let pack = pack();
    let order = plumbline::model::pack::dependency_order(&pack);
    assert_eq!(order.len(), pack.items.len(), "nothing waits for a circle");
    let gates: Vec<&str> = order
        .iter()
        .map(|item| &pack.items[*item])
        .filter(|item| item.gate)
        .map(|item| &*item.id)
        .collect();
    assert!(!gates.is_empty());
    for item in pack.items.iter().filter(|item| item.gate) {
        assert_eq!(item.kind, plumbline::model::pack::Kind::Requirement, "{}", item.id);
    }
}

#[test]
fn the_numbers_of_the_rules_are_those_of_a_pack_that_gives_none() {
    assert_eq!(pack().thresholds, Thresholds::default());
}

#[test]
fn rules_name_questions_and_options_that_exist() {
    let pack = pack();
    for rule in pack.profile.proposals.iter().chain(&pack.profile.contradictions) {
        assert!(!rule.when.is_empty() && !rule.items.is_empty(), "{}", rule.reason);
        for (id, options) in &rule.when {
            let question = pack.profile.questions.iter().find(|question| question.id == *id);
            let known = &question.expect("a question of the profile").options;
            for option in options {
                assert!(known.iter().any(|known| known.id == *option), "{id}: {option}");
            }
        }
    }
}

#[test]
fn no_answers_both_propose_and_contradict_leaving_a_control_out() {
    let pack = pack();
    for proposal in &pack.profile.proposals {
        for contradiction in &pack.profile.contradictions {
            let items: Vec<&str> = proposal
                .items
                .iter()
                .filter(|item| contradiction.items.contains(item))
                .map(|item| &*pack.items[*item].id)
                .collect();
            let together = can_hold_together(proposal, contradiction);
            assert!(items.is_empty() || !together, "{items:?}: {}", contradiction.reason);
        }
    }
}

/// Whether one answer to each question can make both rules hold: for each question that both
/// name, they share an option.
fn can_hold_together(a: &Rule, b: &Rule) -> bool {
    let b: BTreeMap<_, _> = b.when.iter().map(|(question, options)| (question, options)).collect();
    a.when.iter().all(|(question, options)| {
        b.get(question).is_none_or(|others| options.iter().any(|option| others.contains(option)))
    })
}

#[test]
fn a_control_is_proposed_by_one_rule_only() {
    let pack = pack();
    let proposed = pack.profile.proposals.iter().flat_map(|rule| &rule.items);
    assert_eq!(repeated(proposed.map(|item| &*pack.items[*item].id)), [""; 0]);
}

#[test]
fn the_samples_fit_the_pack_and_say_that_they_are_samples() {
    let pack = pack();
    for ((name, sample), answered) in SAMPLES.iter().zip([75, 110, 123]) {
        let (assessment, problems) = save::restore(sample, &pack).expect("a save file");
        assert_eq!(problems, [], "{name}");
        assert!(assessment.name.starts_with("Sample: "), "{name}");
        assert!(assessment.organisation.name.starts_with("Sample: "), "{name}");
        assert_eq!(save::summary(&pack, &assessment).answered, answered, "{name}");
        // They stay in the format in which they were written, so that old files are seen to open.
        let written = save::save(&pack, &assessment).replacen("\"format\":3", "\"format\":1", 1);
        assert!(written == *sample, "{name} is as Plumbline writes it");
    }
}

#[test]
fn the_ticks_of_the_samples_suggest_no_more_than_the_chosen_level() {
    let pack = pack();
    for (_, sample) in SAMPLES {
        let (assessment, _) = save::restore(sample, &pack).expect("a save file");
        for (index, item) in pack.items.iter().enumerate() {
            let Some(answer) = assessment.get(index) else { continue };
            let suggested = suggested_level(item, &answer.checks);
            if let (Some(Response::Level(level)), Some(suggested)) = (&answer.response, suggested) {
                assert_eq!(suggested, *level, "{} of {}", item.id, assessment.name);
            }
        }
    }
}
