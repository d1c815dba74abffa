//! The files beside the default pack fit it: explanations, texts to fill in, reasons for leaving out.

use crate::make;
use plumbline::model::pack::{Kind, Pack};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::rc::Rc;

const EXPLANATIONS: &str = include_str!("../../packs/iso-27001-2022/explanations.json");
const TEXTS: &str = include_str!("../../packs/iso-27001-2022/texts/index.json");

/// What a text to fill in may take from the profile.
const FIELDS: [&str; 4] = ["organisation", "scope", "sector", "size"];

fn read(text: &str) -> (Rc<Pack>, Value) {
    (make::read(make::DEFAULT), serde_json::from_str(text).expect("the file is JSON"))
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
fn each_text_to_fill_in_serves_items_and_takes_only_what_the_profile_has() {
    let (pack, file) = read(TEXTS);
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("packs/iso-27001-2022/texts");
    for one in file.as_array().expect("a list") {
        let id = one["id"].as_str().expect("an identifier");
        let text = std::fs::read_to_string(folder.join(format!("{id}.md"))).expect("the text");
        assert!(text.starts_with("# "), "{id} begins with its title");
        for item in texts(&one["items"]) {
            assert!(pack.find(item).is_some(), "{id} serves {item}");
        }
        if let Some(document) = one["document"].as_str() {
            assert!(pack.documents.iter().any(|known| &*known.id == document), "{id}: {document}");
        }
        for field in text.split('{').skip(1).map(|rest| rest.split('}').next()) {
            assert!(field.is_some_and(|field| FIELDS.contains(&field)), "{id}: {field:?}");
        }
    }
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
