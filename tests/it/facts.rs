//! The default pack against facts about the standards (`tests/facts/README.md`).

use crate::make::{read, DEFAULT};
use plumbline::model::pack::{Document, Item, Kind, Obligation, Pack};
use std::collections::BTreeSet;
use std::rc::Rc;

const CONTROLS: &str = include_str!("../facts/controls.tsv");
const CLAUSES: &str = include_str!("../facts/clauses.tsv");
const DOCUMENTS: &str = include_str!("../facts/documents.tsv");
const SUBPOINTS: &str = include_str!("../facts/subpoints.tsv");
const CSF: &str = include_str!("../facts/csf.tsv");

/// The rows of a table without its head; `N` is how many columns it has.
fn rows<const N: usize>(table: &str) -> Vec<[&str; N]> {
    let split = |line| str::split(line, '\t').collect::<Vec<_>>().try_into();
    table.lines().skip(1).map(|line| split(line).expect("a row has all columns")).collect()
}

fn pack() -> Rc<Pack> {
    read(DEFAULT)
}

fn items(pack: &Pack, kind: Kind) -> impl Iterator<Item = &Item> {
    pack.items.iter().filter(move |item| item.kind == kind)
}

#[test]
fn every_clause_and_control_stands_in_the_order_of_the_standard() {
    let pack = pack();
    let clauses = rows::<3>(CLAUSES).into_iter().map(|[id, ..]| id);
    let controls = rows::<5>(CONTROLS).into_iter().map(|[id, ..]| id);
    let ids: Vec<&str> = pack.items.iter().map(|item| &*item.id).collect();
    assert_eq!(ids, clauses.chain(controls).collect::<Vec<_>>());
}

#[test]
fn sections_have_the_counts_of_the_standard() {
    let pack = pack();
    let counts: Vec<_> = pack.sections.iter().map(|s| (&*s.id, s.kind, s.items.len())).collect();
    let (clause, theme) = (Kind::Requirement, Kind::Control);
    let expected = [
        ("4", clause, 4),
        ("5", clause, 3),
        ("6", clause, 5),
        ("7", clause, 7),
        ("8", clause, 3),
        ("9", clause, 6),
        ("10", clause, 2),
        ("A.5", theme, 37),
        ("A.6", theme, 8),
        ("A.7", theme, 14),
        ("A.8", theme, 34),
    ];
    assert_eq!(counts, expected);
    assert_eq!(items(&pack, clause).count(), 30);
    assert_eq!(items(&pack, theme).count(), 93);
}

#[test]
fn themes_hold_the_controls_of_their_theme() {
    let pack = pack();
    for [id, _, theme, ..] in rows::<5>(CONTROLS) {
        let section = pack.find(id).and_then(|item| pack.section_of(item)).expect("a control");
        let expected = match theme {
            "Organizational" => "A.5",
            "People" => "A.6",
            "Physical" => "A.7",
            _ => "A.8",
        };
        assert_eq!(&*section.id, expected, "{id}");
    }
}

#[test]
fn controls_carry_the_official_short_titles() {
    let pack = pack();
    let titles: Vec<&str> = items(&pack, Kind::Control).map(|item| &*item.title).collect();
    let expected: Vec<&str> = rows::<5>(CONTROLS).into_iter().map(|[_, title, ..]| title).collect();
    assert_eq!(titles, expected);
}

#[test]
fn our_own_name_comes_before_the_official_title() {
    for item in &pack().items {
        assert_ne!(item.name.to_lowercase(), item.title.to_lowercase(), "{}", item.id);
        assert!(!item.title.is_empty(), "{}", item.id);
    }
}

#[test]
fn items_name_what_they_replace_of_the_2013_edition() {
    let pack = pack();
    let clauses = rows::<3>(CLAUSES).into_iter().map(|[id, _, was]| (id, was));
    let controls = rows::<5>(CONTROLS).into_iter().map(|[id, .., was]| (id, was));
    for (id, was) in clauses.chain(controls) {
        let item = &pack.items[pack.find(id).expect("an item")];
        assert_eq!(item.was.join(" "), was, "{id}");
    }
}

#[test]
fn controls_that_are_new_in_2022_are_marked() {
    let pack = pack();
    let new: Vec<&str> =
        items(&pack, Kind::Control).filter(|item| item.new).map(|item| &*item.id).collect();
    let fresh = rows::<5>(CONTROLS).into_iter().filter(|[.., new, _]| *new == "yes");
    assert_eq!(new, fresh.map(|[id, ..]| id).collect::<Vec<_>>());
    assert_eq!(new.len(), 11);
}

#[test]
fn documents_are_those_that_the_standard_asks_for() {
    let pack = pack();
    let documents: Vec<_> =
        pack.documents.iter().map(|d| (&*d.id, &*d.place, d.obligation.id(), d.record)).collect();
    let expected: Vec<_> = rows::<4>(DOCUMENTS)
        .into_iter()
        .map(|[id, place, obligation, kind]| (id, place, obligation, kind == "record"))
        .collect();
    assert_eq!(documents, expected);
}

#[test]
fn a_document_belongs_to_the_item_of_its_place() {
    let pack = pack();
    for document in &pack.documents {
        let ids: Vec<&str> = document.items.iter().map(|item| &*pack.items[*item].id).collect();
        let kind = pack.items[document.items[0]].kind;
        if document.obligation == Obligation::Expected {
            // Its place may be several items, or the clause above them.
            let places: Vec<&str> = document.place.split(" / ").collect();
            let here = |id: &&str| places.iter().any(|place| id.starts_with(place));
            assert!(ids.iter().all(here) && ids.len() >= places.len(), "{}", document.id);
            continue;
        }
        let place = document.place.split(' ').next();
        assert_eq!(ids, place.into_iter().collect::<Vec<_>>(), "{}", document.id);
        let mandatory = document.obligation == Obligation::Mandatory;
        assert_eq!(mandatory, kind == Kind::Requirement, "{}", document.id);
    }
}

#[test]
fn each_clause_with_mandatory_documents_has_one() {
    let pack = pack();
    let mut bare = Vec::new();
    for [id, documented, _] in rows::<3>(CLAUSES) {
        let item = pack.find(id).expect("a clause");
        let asks = |d: &Document| d.obligation == Obligation::Mandatory && d.items.contains(&item);
        if documented != "no" && !pack.documents.iter().any(asks) {
            bare.push(id);
        }
    }
    assert_eq!(bare, [""; 0]);
}

/// Controls whose CSF functions are readings of our own (PROVENANCE.md says so).
const OWN_READINGS: &[&str] = &[
    "A.5.11", "A.5.23", "A.5.30", "A.5.32", "A.5.33", "A.5.34", "A.5.36", "A.5.37", "A.5.5",
    "A.5.6", "A.7.11", "A.7.6", "A.7.8", "A.7.9", "A.8.1", "A.8.10", "A.8.11", "A.8.12", "A.8.23",
    "A.8.24", "A.8.27", "A.8.29", "A.8.30", "A.8.31", "A.8.33", "A.8.34",
];

#[test]
fn csf_functions_follow_from_the_outcomes_that_nist_references() {
    let pack = pack();
    let lens = pack.lenses.iter().position(|lens| &*lens.id == "csf").expect("a lens for CSF");
    for item in &pack.items {
        let values = item.lenses[lens].iter().map(|value| &*pack.lenses[lens].values[*value].id);
        let confirmed: BTreeSet<&str> = rows::<2>(CSF)
            .into_iter()
            .filter(|[id, _]| *id == &*item.id)
            .map(|[_, outcome]| &outcome[..2])
            .collect();
        // NIST references no outcome for these; their functions are readings of our own.
        if OWN_READINGS.contains(&&*item.id) {
            assert_eq!(confirmed, BTreeSet::new(), "{}", item.id);
            assert!(values.count() > 0, "{}", item.id);
            continue;
        }
        assert_eq!(values.collect::<BTreeSet<_>>(), confirmed, "{}", item.id);
    }
}

#[test]
fn every_sub_point_of_a_clause_has_a_check() {
    let pack = pack();
    let mut missing = Vec::new();
    for [clause, path] in rows(SUBPOINTS) {
        let item = &pack.items[pack.find(clause).expect("a clause of the pack")];
        if item.checks.iter().all(|check| *check.id != *path) {
            missing.push(format!("{clause} {path}"));
        }
    }
    assert_eq!(missing, [""; 0]);
}

#[test]
fn climate_change_can_be_closed_where_amendment_1_asks_for_it() {
    let pack = pack();
    // In 4.1 it is a requirement, in 4.2 a note: there it must not be needed for level 2.
    for (id, tick, least) in [("4.1", "climate", 2), ("4.2", "climate-wishes", 3)] {
        let item = &pack.items[pack.find(id).expect("a clause of the pack")];
        let check = item.checks.iter().find(|check| &*check.id == tick).expect("a tick");
        assert!(check.level >= least, "{id}");
    }
}
