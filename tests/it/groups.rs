//! The same answers from other sides.

use crate::any::*;
use crate::make;
use crate::support::enter;
use crate::support::today;
use plumbline::model::assessment::Assessment;
use plumbline::model::date::Date;
use plumbline::model::pack::{ItemIx, Pack};
use plumbline::rules::findings::{findings, FindingCounts, Subject};
use plumbline::rules::groups::{groups, tasks, wanted, Group, GroupKey, Grouping};
use plumbline::rules::score::{score, Bounds};

fn ids(pack: &Pack, items: &[ItemIx]) -> String {
    items.iter().map(|item| &*pack.items[*item].id).collect::<Vec<_>>().join(" ")
}

fn name(pack: &Pack, by: &GroupKey) -> String {
    match by {
        GroupKey::Section(section) => pack.sections[*section].id.to_string(),
        GroupKey::Lens { lens, value } => pack.lenses[*lens].values[*value].id.to_string(),
        GroupKey::Phase(phase) => pack.phases[*phase].id.to_string(),
        GroupKey::Owner(owner) => format!("<{owner}>"),
        other => format!("{other:?}"),
    }
}

/// Groups in words: `4: 4.1 4.2 | 5: 5.1`.
fn told(pack: &Pack, assessment: &Assessment, side: Grouping) -> String {
    let found = groups(pack, assessment, side, today());
    let told =
        found.iter().map(|one| format!("{}: {}", name(pack, &one.by), ids(pack, &one.items)));
    told.collect::<Vec<_>>().join(" | ")
}

const PACK: &str = "
    4 requirement
      4.1 stage1 gate quick
      4.2 stage2 weight=3
      4.3 stage1 stage2
    5 requirement
      5.1
    A control
      A.1 quick
      A.2
";

#[test]
fn clauses_and_themes_are_those_of_the_scorecard() {
    for_any(CASES, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let sections = score(&pack, &assessment).sections;
        let found = groups(&pack, &assessment, Grouping::Sections, today());
        for group in &found {
            let GroupKey::Section(section) = group.by else { panic!("{group:?}") };
            assert_eq!(group.score, sections[section]);
        }
        let asked: Vec<ItemIx> = found.iter().flat_map(|group| group.items.clone()).collect();
        assert_eq!(asked, assessment.asked(&pack).collect::<Vec<_>>());
        let mut grades = FindingCounts::default();
        for group in &found {
            grades.majors += group.findings.majors;
            grades.minors += group.findings.minors;
            grades.observations += group.findings.observations;
        }
        // What is about the whole system belongs to no section.
        let mut of_sections = findings(&pack, &assessment, today());
        of_sections.retain(|finding| finding.subject != Subject::System);
        assert_eq!(grades, FindingCounts::of(&of_sections), "none is lost, none twice");
    });
}

#[test]
fn a_section_that_the_quick_check_does_not_ask_is_left_out() {
    let pack = make::pack(PACK);
    assert_eq!(told(&pack, &make::quick(&pack, ""), Grouping::Sections), "4: 4.1 | A: A.1");
    let all = "4: 4.1 4.2 4.3 | 5: 5.1 | A: A.1 A.2";
    assert_eq!(told(&pack, &make::assessment(&pack, ""), Grouping::Sections), all);
}

#[test]
fn a_lens_puts_items_under_each_value_they_have() {
    let pack = make::read(make::SMALL);
    let assessment = make::assessment(&pack, "");
    for (lens, of_pack) in pack.lenses.iter().enumerate() {
        let found = groups(&pack, &assessment, Grouping::Lens(lens), today());
        for (value, named) in of_pack.values.iter().enumerate() {
            let group = found.iter().find(|group| group.by == GroupKey::Lens { lens, value });
            let items: Vec<ItemIx> = (0..pack.items.len())
                .filter(|item| pack.items[*item].lenses[lens].contains(&value))
                .collect();
            assert_eq!(group.map(|group| group.items.clone()).unwrap_or_default(), items);
            assert_eq!(group.is_none(), items.is_empty(), "{}", named.id);
        }
    }
    assert_eq!(groups(&pack, &assessment, Grouping::Lens(99), today()), []);
}

#[test]
fn each_item_is_in_one_phase() {
    let pack = make::read(make::DEFAULT);
    let assessment = make::assessment(&pack, "");
    let found = groups(&pack, &assessment, Grouping::Phases, today());
    let names: Vec<String> = found.iter().map(|group| name(&pack, &group.by)).collect();
    assert_eq!(names, ["set-up", "assess", "build", "run", "check", "certify"]);
    let mut items: Vec<ItemIx> = found.iter().flat_map(|group| group.items.clone()).collect();
    items.sort_unstable();
    assert_eq!(items, (0..pack.items.len()).collect::<Vec<_>>());
}

#[test]
fn owners_come_by_name_and_nobody_has_the_gaps_that_are_left() {
    let pack = make::pack(PACK);
    let mut assessment = make::assessment(&pack, "4.1=0 4.2=3 4.3=? 5.1=2 A.1=0 A.2=1");
    for (id, owner) in [("4.2", "Zoe"), ("4.3", " Ann "), ("5.1", "Ann"), ("A.1", "ann")] {
        enter(&pack, &mut assessment, id, |answer| answer.owner = owner.into());
    }
    enter(&pack, &mut assessment, "A.2", |answer| answer.owner = "  ".into());
    let expected = "<Ann>: 4.3 5.1 | <Zoe>: 4.2 | <ann>: A.1 | Nobody: 4.1 A.2";
    assert_eq!(told(&pack, &assessment, Grouping::Owners), expected);
    assert_eq!(told(&pack, &make::assessment(&pack, "4.1=3 4.2=?"), Grouping::Owners), "");
}

#[test]
fn a_stage_has_what_it_asks_to_see() {
    let pack = make::pack(PACK);
    let stages = |words| told(&pack, &make::assessment(&pack, words), Grouping::Stages);
    assert_eq!(stages(""), "Stage1: 4.1 4.3 | Stage2: 4.1 4.2 4.3 5.1 A.1 A.2");
    assert_eq!(stages("A.1=- A.2=~"), "Stage1: 4.1 4.3 | Stage2: 4.1 4.2 4.3 5.1 A.2");
    let quick = told(&pack, &make::quick(&pack, ""), Grouping::Stages);
    assert_eq!(quick, "Stage1: 4.1 | Stage2: 4.1 A.1");
}

#[test]
fn an_item_comes_with_the_documents_that_it_asks_for() {
    let pack = make::read(make::DEFAULT);
    let stages = groups(&pack, &make::assessment(&pack, ""), Grouping::Stages, today());
    let first = wanted(&pack, &stages[0]);
    assert_eq!(first.len(), stages[0].items.len());
    let scope = first.iter().find(|one| &*pack.items[one.item].id == "4.3").expect("the scope");
    assert!(!scope.documents.is_empty());
    for one in &first {
        for (document, of_pack) in pack.documents.iter().enumerate() {
            assert_eq!(one.documents.contains(&document), of_pack.items.contains(&one.item));
        }
    }
}

#[test]
fn a_group_has_the_weighted_mean_of_its_items_and_their_findings() {
    let pack = make::pack(PACK);
    let assessment = make::assessment(&pack, "4.1=0o 4.2=3o 4.3=?o 5.1=1 A.1=-o");
    let found = groups(&pack, &assessment, Grouping::Owners, today());
    let [ann, nobody] = &found[..] else { panic!("{found:?}") };
    // Weights 1, 3 and 1: (0 + 3 + 0..1) / 5.
    assert_eq!(ann.score.bounds, Some(Bounds { lower: 6000, upper: 8000, unknown: 2000 }));
    let tally = ann.score.tally;
    assert_eq!((tally.total, tally.levels, tally.dont_know, tally.not_applicable), (4, 2, 1, 1));
    assert_eq!(ann.findings, FindingCounts { majors: 1, minors: 0, observations: 0 });
    assert_eq!(nobody.findings, FindingCounts { majors: 0, minors: 1, observations: 0 });
    let clause = &groups(&pack, &assessment, Grouping::Sections, today())[1];
    assert_eq!(clause.findings, FindingCounts { majors: 0, minors: 1, observations: 0 });
}

#[test]
fn what_there_is_to_do_begins_with_the_gap_that_is_due_first() {
    let pack = make::pack("4 requirement\n 1\n 2\n 3\n 4\n 5\n 6\n 7\nA control\n 8");
    let mut assessment = make::assessment(&pack, "1=3o 2=0o 3=2o 4=1o 5=2o 6=?o 8=-o");
    for (id, due) in [("3", "2027-02-01"), ("4", "2026-12-01"), ("1", "2026-01-01")] {
        enter(&pack, &mut assessment, id, |answer| answer.due = Date::parse(due));
    }
    enter(&pack, &mut assessment, "5", |answer| answer.done = Date::parse("2026-11-01"));
    enter(&pack, &mut assessment, "7", |answer| answer.owner = "Ann".into());
    let found: Vec<Group> = groups(&pack, &assessment, Grouping::Owners, today());
    let told = tasks(&assessment, &found[0]).into_iter().map(|task| {
        let due = task.due.map(|due| format!(" {due}")).unwrap_or_default();
        format!("{} {:?}{due}", pack.items[task.item].id, task.kind)
    });
    let expected = "4 Close 2026-12-01, 3 Close 2027-02-01, 2 Close, 5 Confirm, 6 FindOut, \
                    7 FindOut, 1 Keep 2026-01-01";
    assert_eq!(told.collect::<Vec<_>>().join(", "), expected);
}

#[test]
fn bounds_of_a_group_contain_whatever_the_open_answers_turn_out_to_be() {
    for_any(CASES, (outline(), given(), choices()), |(outline, given, choices)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let mut completed = assessment.clone();
        complete(&pack, &mut completed, &choices);
        for side in [Grouping::Sections, Grouping::Phases] {
            let (before, after) = (
                groups(&pack, &assessment, side, today()),
                groups(&pack, &completed, side, today()),
            );
            for (before, after) in before.iter().zip(&after) {
                assert_eq!((&before.by, &before.items), (&after.by, &after.items));
                if let (Some(before), Some(after)) = (before.score.bounds, after.score.bounds) {
                    assert!(before.lower <= after.lower && after.upper <= before.upper);
                }
            }
        }
    });
}
