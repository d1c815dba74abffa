//! The page of documents: those that are demanded, those that are expected, and texts to fill in.

use crate::composed::{only_read, sample, state};
use crate::drawn::{acts, elements, report, Element};
use crate::make;
use crate::support::{default_pack, enter, excluded};
use plumbline::model::assessment::{Assessment, Mode};
use plumbline::model::pack::Obligation;
use std::collections::BTreeSet;

/// The headings of the page, each with the names of the documents below it.
fn groups(page: &Element) -> Vec<(String, Vec<String>)> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for element in elements(&page.children) {
        match &*element.tag {
            "h3" => groups.push((element.words(), Vec::new())),
            "h4" => groups.last_mut().expect("a heading before").1.push(element.words()),
            _ => (),
        }
    }
    groups
}

#[test]
fn what_is_expected_stands_apart_from_what_is_demanded() {
    let pack = default_pack();
    let page = report(&state(&pack, Assessment::new(&pack, Mode::Full)), "documents");
    let groups = groups(&page);
    let names = |obligation: Obligation| -> Vec<String> {
        let here = pack.documents.iter().filter(|one| one.obligation == obligation);
        here.map(|one| one.name.to_string()).collect()
    };
    let found: Vec<(&str, usize)> =
        groups.iter().map(|(name, documents)| (&**name, documents.len())).collect();
    assert_eq!(
        found,
        [
            ("Needed by every organisation", 18),
            ("Needed where the control applies", 10),
            ("Commonly expected, not demanded", 14),
        ]
    );
    for ((_, shown), (_, obligation)) in groups.iter().zip(Obligation::ALL) {
        assert_eq!(*shown, names(obligation));
    }
    assert!(page.words().contains("0 of 18 that every organisation needs"));
}

#[test]
fn what_is_only_expected_is_no_gap() {
    let pack = default_pack();
    for (answers, words, there) in [
        ("4.1=0", "Not there", false),
        ("4.1=1", "Not agreed", false),
        ("4.1=2", "Agreed; auditors often ask for it on paper", false),
        ("4.1=3", "Something shows it", true),
    ] {
        let page = report(&state(&pack, make::assessment(&pack, answers)), "documents");
        let cards = elements(&page.children).into_iter().filter(|element| element.tag == "li");
        let name = "Conditions inside and outside";
        let card = cards.into_iter().find(|card| card.words().starts_with(name)).expect("a card");
        assert!(card.words().contains(words), "{answers}: {}", card.words());
        assert!(!card.has_class("open"), "{answers}");
        assert_eq!(card.has_class("there"), there, "{answers}");
    }
}

#[test]
fn every_text_to_fill_in_is_offered_once_in_both_forms() {
    let pack = default_pack();
    let page = report(&state(&pack, Assessment::new(&pack, Mode::Full)), "documents");
    let acts = acts(&page.children);
    let texts: BTreeSet<_> = pack.documents.iter().flat_map(|one| &one.templates).collect();
    assert_eq!(texts.len(), 18);
    for file in texts {
        for form in ["html", "markdown"] {
            let act = format!("text {file} {form}");
            assert_eq!(acts.iter().filter(|known| **known == act).count(), 1, "{act}");
        }
    }
    let see = "\u{201c}risk method\u{201d} serves this too; see \u{201c}";
    assert!(page.words().contains(see), "the second document says where the text is");
}

#[test]
fn a_text_is_offered_where_its_document_is_needed() {
    let pack = default_pack();
    let reason = "No software is developed by us or for us; we use ready-made products only.";
    let mut assessment = Assessment::new(&pack, Mode::Full);
    let offers = |assessment: &Assessment| {
        let page = report(&state(&pack, assessment.clone()), "documents");
        acts(&page.children).contains(&"text texts/secure-development-rule.md html".to_owned())
    };
    assert!(offers(&assessment));
    enter(&pack, &mut assessment, "A.8.25", |answer| answer.response = excluded(reason));
    assert!(!offers(&assessment), "its control is left out");
}

#[test]
fn the_page_of_documents_only_reads() {
    only_read(&sample("halfway"), "documents");
}
