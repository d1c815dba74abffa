//! The files beside the default pack fit it: explanations, texts to fill in, reasons for leaving out.

use crate::make;
use plumbline::export::unknown_markdown;
use plumbline::model::pack::{Explanations, Kind, Pack};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::rc::Rc;

const EXPLANATIONS: &str = include_str!("../../packs/iso-27001-2022/explanations.json");

/// What a text to fill in may take from the profile.
const FIELDS: [&str; 4] = ["organisation", "scope", "sector", "size"];

fn read(text: &str) -> (Rc<Pack>, Value) {
    (make::read(make::DEFAULT), serde_json::from_str(text).expect("the file is JSON"))
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("packs/iso-27001-2022")
}

fn source(file: &str) -> String {
    std::fs::read_to_string(folder().join(file)).expect("the text")
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(|text| text.as_str().expect("a text")).collect()
}

#[test]
fn each_item_is_explained_by_an_example_two_mistakes_and_two_questions() {
    let (pack, file) = read(EXPLANATIONS);
    assert_eq!(file["pack"], *pack.id);
    let explained = file["items"].as_object().expect("an object");
    assert_eq!(explained.len(), pack.items.len());
    for item in &pack.items {
        let one = &explained[&*item.id];
        assert_eq!(texts(&one["mistakes"]).len(), 2, "{}", item.id);
        let asked = texts(&one["asked"]);
        assert_eq!(asked.len(), 2, "{}", item.id);
        assert!(asked.iter().all(|question| question.ends_with('?')), "{}", item.id);
        for key in ["example", "who", "shows"] {
            assert!(one[key].as_str().is_some_and(|text| text.len() > 10), "{key} of {}", item.id);
        }
        let related = texts(&one["related"]);
        assert!((1..=4).contains(&related.len()), "{}", item.id);
        for id in related {
            assert!(pack.find(id).is_some() && *id != *item.id, "{} and {id}", item.id);
        }
    }
}

#[test]
fn the_explanations_are_read_without_a_problem() {
    let pack = make::read(make::DEFAULT);
    assert_eq!(&*pack.explanations, "explanations.json", "the file of this folder");
    let (explanations, problems) = Explanations::parse(EXPLANATIONS, &pack);
    assert_eq!(problems, []);
    let explanations = explanations.expect("a file");
    for item in &pack.items {
        let told = explanations.get(&item.id, &pack).expect("an explanation");
        assert!(!told.example.is_empty() && !told.related.is_empty(), "{}", item.id);
    }
}

/// All texts that documents or explanations name, each once.
fn templates() -> BTreeSet<String> {
    let pack = make::read(make::DEFAULT);
    let explanations = Explanations::parse(EXPLANATIONS, &pack).0.expect("a file");
    let named = pack.documents.iter().flat_map(|document| document.templates.clone());
    let all: BTreeSet<String> = named.map(|file| file.to_string()).collect();
    for item in &pack.items {
        let told = explanations.get(&item.id, &pack).expect("an explanation");
        for file in &told.templates {
            assert!(all.contains(&**file), "{}: no document has {file}", item.id);
            let by_document = pack.documents.iter().any(|document| {
                document.templates.contains(file)
                    && document.items.iter().any(|at| pack.items[*at].id == item.id)
            });
            assert!(!by_document, "{}: {file} stands at its document already", item.id);
        }
    }
    all
}

#[test]
fn each_text_to_fill_in_takes_only_what_the_profile_has() {
    for file in templates() {
        let text = source(&file);
        assert!(text.starts_with("# "), "{file} begins with its title");
        for field in text.split('{').skip(1).map(|rest| rest.split('}').next()) {
            assert!(field.is_some_and(|known| FIELDS.contains(&known)), "{file}: {field:?}");
        }
        assert_eq!(text.matches('[').count(), text.matches(']').count(), "{file}");
    }
}

#[test]
fn no_text_to_fill_in_uses_more_of_markdown_than_is_set() {
    for file in templates() {
        assert_eq!(unknown_markdown(&source(&file)), [0; 0], "{file}");
    }
    for (text, lines) in [
        ("# One\n\n*Two.*\n\n- three\n- four\n\n1. five\n2. six\n\n| a | b |\n|---|---|\n| [c] | d |", &[][..]),
        ("A **word**", &[1]),
        ("one\ntwo", &[2]),
        ("[a link](b)", &[1]),
        ("[Name]: who", &[1]),
        ("### Deep", &[1]),
        ("- one\n  - two", &[2]),
        ("> said", &[1]),
        ("a | b", &[1]),
        ("A <b> and `code`", &[1]),
        ("---", &[1]),
    ] {
        assert_eq!(unknown_markdown(text), lines, "{text}");
    }
}

#[test]
fn every_text_of_the_folder_is_offered() {
    let texts = std::fs::read_dir(folder().join("texts")).expect("the folder");
    let names = texts.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    assert_eq!(names.map(|name| format!("texts/{name}")).collect::<BTreeSet<_>>(), templates());
}

#[test]
fn each_control_has_a_fact_that_leaves_it_out_or_says_why_none_does() {
    let (pack, file) = read(make::FACTS);
    let mut told = BTreeSet::new();
    for fact in file["facts"].as_array().expect("a list") {
        told.extend(texts(&fact["items"]));
    }
    told.extend(file["none_because"].as_object().expect("an object").keys().map(String::as_str));
    for rule in &pack.profile.expected {
        told.extend(rule.items.iter().map(|item| &*pack.items[*item].id));
    }
    assert_eq!(pack.exclusions.problems(), []);
    let is_control = |kind| kind == Kind::Control;
    let controls = pack.items.iter().filter(|item| is_control(item.kind));
    assert_eq!(told, controls.map(|item| &*item.id).collect());
}
