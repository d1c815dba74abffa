//! What the rows and the head of the statement lack.

use super::{assessment, row};
use crate::make;
use plumbline::model::assessment::{Organisation, SoaHeader};
use plumbline::model::date::Date;
use plumbline::rules::soa::{soa, Missing, SoaRow};
use std::rc::Rc;

/// What a row lacks: what 6.1.3 d) asks for, and after a bar what is good practice.
fn lacks(row: &SoaRow) -> String {
    let words = |lacks: Vec<Missing>| lacks.iter().map(|one| format!("{one:?} ")).collect();
    let [required, advised]: [String; 2] =
        [words(row.required().collect()), words(row.advised().collect())];
    assert_eq!(row.is_complete(), required.is_empty());
    [required.trim(), " | ", advised.trim()].concat().trim().to_owned()
}

#[test]
fn what_the_standard_asks_for_is_told_apart_from_good_practice() {
    let pack = make::pack(super::PACK);
    for (what, expected) in [
        ("", "Decision |"),
        ("?", "Decision |"),
        ("od:implemented", "Decision |"),
        ("~", "ExclusionReason |"),
        ("-", "|"),
        ("!", "InclusionReason Implementation | Owner TargetDate"),
        ("+law", "Implementation | Owner TargetDate"),
        // In place: how, who, and what shows it.
        ("3", "InclusionReason | How Owner Evidence"),
        ("3+risk", "| How Owner Evidence"),
        ("3o+risk", "| How Evidence"),
        ("3oe+risk", "| How"),
        ("3oed+risk", "| How"),
        ("!:implemented", "InclusionReason | How Owner Evidence"),
        // Partly: how, who, until when.
        ("2+risk", "| How Owner TargetDate"),
        ("2od+risk", "| How"),
        ("1e+risk", "| How Owner TargetDate"),
        // Not yet.
        ("0+risk", "| Owner TargetDate"),
        ("0o+risk", "| TargetDate"),
        ("0d+risk", "| Owner"),
        ("0od+risk", "|"),
        ("3oe+risk:no", "| TargetDate"),
    ] {
        let soa = soa(&pack, &assessment(&pack, &format!("A.5.1={what}")));
        assert_eq!(lacks(row(&soa, "A.5.1")), expected, "{what:?}");
    }
}

#[test]
fn how_it_is_done_is_asked_for_until_it_is_said() {
    let pack = make::pack(super::PACK);
    let mut assessment = assessment(&pack, "A.5.1=3oe+risk");
    for (how, expected) in [(" ", "| How"), ("In the handbook", "|")] {
        crate::support::enter(&pack, &mut assessment, "A.5.1", |answer| answer.how = how.into());
        assert_eq!(lacks(row(&soa(&pack, &assessment), "A.5.1")), expected, "{how:?}");
    }
}

#[test]
fn an_own_control_needs_a_name_and_no_decision() {
    let pack = make::pack(super::PACK);
    let mut assessment = assessment(&pack, "Ovens=od+risk");
    assert_eq!(lacks(row(&soa(&pack, &assessment), "O.1")), "|");
    Rc::make_mut(&mut assessment.own_controls[0]).name = " ".into();
    assert_eq!(lacks(row(&soa(&pack, &assessment), "O.1")), "Name |");
}

#[test]
fn every_kind_of_lack_is_listed_once_with_the_required_ones_first() {
    let required: Vec<bool> = Missing::ALL.iter().map(|missing| missing.is_required()).collect();
    assert!(required.is_sorted_by(|a, b| a >= b));
    assert_eq!(required.iter().filter(|required| **required).count(), 5);
}

#[test]
fn the_head_lacks_what_is_blank() {
    let pack = make::pack(super::PACK);
    let mut assessment = assessment(&pack, "");
    let told = |assessment: &_| {
        let lacks = soa(&pack, assessment).head.missing();
        lacks.iter().map(|part| format!("{part:?}")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told(&assessment), "Organisation Scope Version Date Approver");
    let organisation =
        Organisation { name: "Bakery".into(), scope: " ".into(), ..Default::default() };
    assessment.organisation = Rc::new(organisation);
    assessment.soa_header =
        SoaHeader { version: "1".into(), date: Date::parse("2026-11-22"), approver: "".into() };
    assert_eq!(told(&assessment), "Scope Approver");
    Rc::make_mut(&mut assessment.organisation).scope = "All of it".into();
    assessment.soa_header.approver = "Anna".into();
    assert_eq!(told(&assessment), "");
}
