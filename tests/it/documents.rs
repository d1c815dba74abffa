//! How the documents stand that the standard asks for.

use crate::make;
use plumbline::model::assessment::{Answer, Assessment, Mode};
use plumbline::model::pack::{Obligation, Pack};
use plumbline::rules::documents::{documents, there, DocumentRow};
use serde_json::json;
use std::rc::Rc;

/// Two requirements and two controls, with one document of each sort.
fn pack() -> Rc<Pack> {
    let item = |id| json!({"id": id, "name": id, "question": id, "quick": id == "4.1"});
    let mut pack = make::whole(vec![
        json!({"id": "4", "kind": "requirement", "name": "4", "items": [item("4.1"), item("4.2")]}),
        json!({"id": "A", "kind": "control", "name": "A", "items": [item("A.1"), item("A.2")]}),
    ]);
    let document = |id, obligation, kind, items: &[&str]| {
        json!({
            "id": id, "name": id, "where": id, "obligation": obligation, "kind": kind,
            "items": items,
        })
    };
    pack["documents"] = json!([
        document("one", "mandatory", "document", &["4.1"]),
        document("record", "mandatory", "record", &["4.1"]),
        document("both", "mandatory", "document", &["4.1", "4.2"]),
        document("control", "if-applicable", "document", &["A.1", "A.2"]),
        document("always", "mandatory", "document", &["A.1"]),
        document("nobody", "if-applicable", "document", &[]),
        document("expected", "expected", "document", &["4.1"]),
        document("list", "expected", "record", &["4.1", "A.1"]),
    ]);
    make::read(&pack.to_string())
}

#[track_caller]
fn row(pack: &Pack, assessment: &Assessment, id: &str) -> DocumentRow {
    let rows = documents(pack, assessment);
    let position = pack.documents.iter().position(|document| &*document.id == id);
    let row = rows[position.expect("a document")].clone();
    assert_eq!(Some(row.document), position);
    row
}

#[test]
fn the_answers_to_its_items_say_how_a_document_stands() {
    let pack = pack();
    for (answers, id, expected) in [
        ("4.1=0", "one", "Absent"),
        ("4.1=1", "one", "Informal"),
        ("4.1=2", "one", "Written"),
        ("4.1=3", "one", "InUse"),
        ("4.1=4", "one", "InUse"),
        ("4.1=?", "one", "Unknown"),
        ("4.1=-", "one", "Unknown"),
        ("", "one", "Unknown"),
        // A record that is only prepared may not exist.
        ("4.1=0", "record", "Absent"),
        ("4.1=1", "record", "Informal"),
        ("4.1=2", "record", "Prepared"),
        ("4.1=3", "record", "InUse"),
        // The lowest level decides, and what is open could be lower.
        ("4.1=4 4.2=1", "both", "Informal"),
        ("4.1=2 4.2=3", "both", "Written"),
        ("4.1=3 4.2=4", "both", "InUse"),
        ("4.1=3 4.2=?", "both", "Unknown"),
        ("4.1=1", "both", "Unknown"),
        ("4.1=0", "both", "Absent"),
        ("4.1=? 4.2=0", "both", "Absent"),
        // A control that is left out asks for nothing.
        ("A.1=- A.2=-", "control", "NotNeeded"),
        ("A.1=- A.2=2", "control", "Written"),
        ("A.1=- A.2=?", "control", "Unknown"),
        ("A.1=- A.2=~", "control", "Unknown"),
        ("A.1=3 A.2=-", "control", "InUse"),
        ("A.1=-", "always", "Unknown"),
        ("", "nobody", "Unknown"),
        // No text demands on paper what is only expected.
        ("4.1=0", "expected", "Absent"),
        ("4.1=1", "expected", "Informal"),
        ("4.1=2", "expected", "Agreed"),
        ("4.1=3", "expected", "InUse"),
        ("4.1=2 A.1=3", "list", "Agreed"),
        ("4.1=2 A.1=-", "list", "Agreed"),
        ("4.1=?", "expected", "Unknown"),
    ] {
        let found = row(&pack, &make::assessment(&pack, answers), id).state;
        assert_eq!(format!("{found:?}"), expected, "{id} after {answers:?}");
    }
}

#[test]
fn what_the_quick_check_does_not_ask_is_unknown() {
    let pack = pack();
    for (answers, id, expected) in [
        ("4.1=2 4.2=2", "one", "Written"),
        ("4.1=2 4.2=2", "both", "Unknown"),
        ("4.1=2 4.2=0", "both", "Unknown"),
        ("4.1=0 4.2=2", "both", "Absent"),
        ("A.1=2 A.2=2", "control", "Unknown"),
        ("A.1=- A.2=-", "control", "NotNeeded"),
    ] {
        let found = row(&pack, &make::quick(&pack, answers), id).state;
        assert_eq!(format!("{found:?}"), expected, "{id} after {answers:?}");
    }
}

#[test]
fn what_is_only_expected_never_counts_as_demanded() {
    let pack = pack();
    for answers in ["", "4.1=0 4.2=0", "4.1=2 4.2=2", "4.1=3 4.2=3 A.1=3 A.2=3"] {
        let rows = documents(&pack, &make::assessment(&pack, answers));
        let expected =
            |row: &DocumentRow| pack.documents[row.document].obligation == Obligation::Expected;
        let (demanded, rest): (Vec<_>, Vec<_>) =
            rows.clone().into_iter().partition(|row| !expected(row));
        assert_eq!(rest.len(), 2);
        assert_eq!(there(&pack, &rows), there(&pack, &demanded), "{answers}");
        assert_eq!(there(&pack, &rows).1, 4, "{answers}");
    }
}

#[test]
fn the_owners_of_its_items_own_a_document() {
    let pack = pack();
    let own = |assessment: &mut Assessment, id: &str, owner: &str| {
        let item = pack.find(id).expect("an item");
        let answer = assessment.get(item).map(|answer| Answer::clone(answer)).unwrap_or_default();
        assessment.set(item, Some(Rc::new(Answer { owner: owner.into(), ..answer })));
    };
    for (owners, id, expected) in [
        ([("4.1", ""), ("4.2", "")], "both", vec![]),
        ([("4.1", "Ann"), ("4.2", "Bo")], "both", vec!["Ann", "Bo"]),
        ([("4.1", "Ann"), ("4.2", " Ann ")], "both", vec!["Ann"]),
        ([("4.1", " "), ("4.2", "Bo")], "both", vec!["Bo"]),
        ([("4.1", "Ann"), ("4.2", "Bo")], "one", vec!["Ann"]),
        // Who looked after what is left out owns nothing of it.
        ([("A.1", "Ann"), ("A.2", "Bo")], "control", vec!["Bo"]),
    ] {
        let mut assessment = make::assessment(&pack, "A.1=-");
        for (item, owner) in owners {
            own(&mut assessment, item, owner);
        }
        let found = row(&pack, &assessment, id).owners;
        assert_eq!(found.iter().map(|owner| &**owner).collect::<Vec<_>>(), expected, "{id}");
    }
}

#[test]
fn every_document_of_the_default_pack_has_a_row() {
    let pack = make::read(make::DEFAULT);
    for mode in [Mode::Full, Mode::Quick] {
        let rows = documents(&pack, &Assessment::new(&pack, mode));
        assert_eq!(rows.len(), pack.documents.len());
        assert!(rows.iter().all(|row| format!("{:?}", row.state) == "Unknown"));
    }
}
