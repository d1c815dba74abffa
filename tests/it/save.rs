//! The save file: what is written can be read again, all of it.

mod bad;
mod kept;
mod other;
mod programme;
pub mod random;
mod sample;
mod schema;

use crate::any::for_any;
use crate::make;
use crate::script::Played;
use crate::script::{in_full, item, pack, today};
use crate::support::enter;
use plumbline::model::assessment::{
    Answer, Assessment, AuditDates, DoneBy, Evidence, Implementation, Milestone, OwnControl,
    PlanSettings, Response, SoaHeader,
};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::save::{answer, assemble, head, restore, save, summary, FORMAT};
use std::rc::Rc;

/// An assessment that uses every field of format 1.
pub fn rich() -> Played {
    in_full(
        "name Spring check
         organisation Müller & Söhne \"Bakery\"
         size 11-49
         sector Bread, <b>cake</b>
         scope All of it\\ and more
         choose premises none
         tick software us
         tick software others
         accept A.7.1
         refuse A.7.2
         4.1 = 0
         4.1 note Nobody has time. 日本語 👩‍👩‍👧
         4.2 = 1
         4.2 owner Zoë
         4.2 due 2027-02-28
         4.3 = 4
         4.3 evidence 0 The scope, signed
         4.3 kept 0 Shared drive
         4.3 kept 1 Cabinet
         5.1 = ?
         5.2 flag
         A.5.1 = 3
         A.5.1 check written
         A.5.1 check read
         A.8.25 = -
         go question/5.2/sections",
    )
}

/// The same with every field that format 1 did not have.
pub fn richer() -> Assessment {
    let state = rich();
    let (pack, mut assessment) = (&state.pack, (*state.assessment).clone());
    let earlier = save(pack, &assessment);
    let day = |text| Date::parse(text);
    let texts = |texts: &[&str]| texts.iter().map(|text| Rc::from(*text)).collect();
    enter(pack, &mut assessment, "A.5.1", |answer| {
        answer.done = day("2026-10-01");
        answer.applicable = true;
        answer.inclusion = texts(&["contract", "law", "practice", "risk"]);
        answer.implementation = Some(Implementation::Partly);
        answer.how = "In the handbook,\nchapter 3".into();
        answer.done_by = Some(DoneBy::Shared);
        answer.outdated = true;
        let (name, place) = ("Handbook".into(), "".into());
        answer.evidence = vec![Evidence { name, place, date: day("2026-03-02"), kept: "".into() }];
    });
    let own = Answer { inclusion: texts(&["risk"]), owner: "Zoë".into(), ..Answer::default() };
    assessment.soa_header = SoaHeader {
        version: "1.2".into(),
        date: day("2026-11-20"),
        approver: "Anna \"Müller\"".into(),
    };
    assessment.own_controls = vec![
        Rc::new(OwnControl {
            name: "Flour store".into(),
            answer: Rc::new(own),
            replaces: "A.7.2".into(),
            kept: "".into(),
        }),
        Rc::default(),
    ];
    assessment.plan_settings =
        PlanSettings { start: day("2026-12-01"), pace: Some(PlanSettings::MOST_PACE) };
    assessment.audit_dates = AuditDates {
        running_since: day("2026-09-01"),
        stage1: day("2026-12-10"),
        stage2: day("2027-02-01"),
    };
    let kept = Milestone {
        name: "Spring".into(),
        date: Some(today()),
        save: earlier.into(),
        automatic: false,
        kept: "".into(),
    };
    assessment.milestones = vec![Rc::new(kept)];
    assessment
}

/// The same without what format 2 did not have.
fn of_format_2() -> Assessment {
    let (pack, mut assessment) = (pack(), richer());
    enter(&pack, &mut assessment, "A.5.1", |answer| {
        (answer.done_by, answer.outdated) = (None, false);
    });
    Rc::make_mut(&mut assessment.own_controls[0]).replaces = "".into();
    assessment.audit_dates = AuditDates::default();
    assessment
}

/// With answers to items that the pack does not have, which are kept all the same.
fn with_unknown(assessment: &Assessment) -> Assessment {
    let mut assessment = assessment.clone();
    let old = Answer {
        response: Some(Response::NotApplicable { reason: "We did not need it then".into() }),
        note: "from an older questionnaire".into(),
        evidence: vec![Evidence { name: "A list".into(), ..Evidence::default() }],
        due: Date::parse("2025-12-31"),
        ..Answer::default()
    };
    assessment.elsewhere.insert("A.9.4.1/x~y \"z\"".into(), Rc::new(old));
    assessment.elsewhere.insert("".into(), Rc::new(Answer { flagged: true, ..Answer::default() }));
    assessment
}

#[track_caller]
fn comes_back(pack: &Pack, assessment: &Assessment) {
    let text = save(pack, assessment);
    let (restored, problems) = restore(&text, pack).expect("what was written can be read");
    let problems: Vec<_> = problems.into_iter().filter(|p| !p.kind.is_remark()).collect();
    let unknown = problems.iter().filter(|p| p.at.starts_with("/answers/")).count();
    assert_eq!(
        (problems.len(), unknown),
        (assessment.elsewhere.len(), problems.len()),
        "{problems:?}"
    );
    assert_eq!(&restored, assessment, "{text}");
    assert_eq!(save(pack, &restored), text, "and is written the same");
}

#[test]
fn what_was_saved_comes_back() {
    let state = rich();
    comes_back(&state.pack, &state.assessment);
    comes_back(&state.pack, &richer());
    comes_back(&state.pack, &with_unknown(&richer()));
    comes_back(&state.pack, &in_full("").assessment);
    comes_back(&state.pack, &in_full("mode quick").assessment);
}

#[test]
fn whatever_is_answered_comes_back() {
    let pack = pack();
    for_any(600, random::assessment(&pack), |assessment| comes_back(&pack, &assessment));
    for_any(600, random::with_unknown_members(&pack), |assessment| comes_back(&pack, &assessment));
}

#[test]
fn the_pieces_that_a_browser_keeps_make_the_same_file() {
    let pack = pack();
    for_any(200, random::with_unknown_members(&pack), |assessment| {
        let given = (0..pack.items.len())
            .filter_map(|item| Some((pack.items[item].id.clone(), assessment.get(item)?.clone())));
        let elsewhere =
            assessment.elsewhere.iter().map(|(id, answer)| (id.clone(), answer.clone()));
        let records: Vec<(Rc<str>, String)> =
            given.chain(elsewhere).map(|(id, record)| (id, answer(&record))).collect();
        assert_eq!(assemble(&head(&pack, &assessment), records), save(&pack, &assessment));
    });
}

#[test]
fn pieces_in_any_order_and_a_damaged_head_still_make_a_file() {
    let pack = pack();
    let rich = rich().assessment.clone();
    let records = || {
        let given = (0..pack.items.len()).filter_map(|item| Some((item, rich.get(item)?)));
        given.map(|(item, record)| (pack.items[item].id.clone(), answer(record)))
    };
    let backwards: Vec<_> = records().collect::<Vec<_>>().into_iter().rev().collect();
    let file = assemble(&head(&pack, &rich), backwards);
    assert_eq!(restore(&file, &pack).expect("a save file").0, *rich);
    let none = assemble(&head(&pack, &rich), Vec::<(String, String)>::new());
    assert!(restore(&none, &pack).is_ok());
    for damaged in ["", "{", "nonsense"] {
        let file = assemble(damaged, records());
        assert!(restore(&file, &pack).is_err(), "{damaged}: told, not taken for an empty one");
    }
}

#[test]
fn a_list_of_assessments_shows_how_far_each_one_is() {
    let state = rich();
    let summary = summary(&state.pack, &state.assessment);
    assert_eq!((&*summary.name, summary.answered, summary.total), ("Spring check", 6, 15));
    let quick = in_full("mode quick\n4.1 = 3\n4.2 = 3");
    let summary = plumbline::save::summary(&quick.pack, &quick.assessment);
    assert_eq!((summary.answered, summary.total), (1, 6), "of what a quick check asks");
}

#[test]
fn a_milestone_opens_as_what_was_kept() {
    let (pack, assessment) = (pack(), richer());
    let (restored, _) = restore(&save(&pack, &assessment), &pack).expect("a save file");
    let milestone = &restored.milestones[0];
    let (earlier, problems) = restore(&milestone.save, &pack).expect("a save file");
    assert_eq!((earlier, problems), ((*rich().assessment).clone(), Vec::new()));
}

#[test]
fn a_file_of_every_past_format_still_opens() {
    let files = [
        (include_str!("saves/v1.json"), (*rich().assessment).clone()),
        (include_str!("saves/v2.json"), of_format_2()),
        (include_str!("saves/v3.json"), richer()),
    ];
    assert_eq!(files.len() as u64, FORMAT, "keep a file of each format");
    for (text, expected) in files {
        let (assessment, problems) = restore(text, &pack()).expect("a save file");
        assert_eq!(problems, []);
        assert_eq!(assessment, expected);
        assert_eq!(assessment.last, Some(item(&pack(), "5.2")));
    }
}

/// Answers to an older version of the small pack, of these levels at 4.1 and A.5.1.
fn answers_to(version: &str, levels: [u8; 2]) -> (Assessment, Vec<String>) {
    let pack = make::read(make::SMALL);
    let [first, second] = levels;
    let text = format!(
        r#"{{"plumbline": "save", "format": 2, "pack": {{"id": "small", "version": "{version}"}},
            "mode": "full", "answers": {{"1.1": {{"level": {first}}}, "1.2": {{"level": 1}},
            "A.1": {{"level": {second}}}}}}}"#
    );
    let (assessment, problems) = restore(&text, &pack).expect("the file is read");
    let told = problems.iter().map(|problem| format!("{} {:?}", problem.at, problem.kind));
    (assessment, told.collect())
}

#[test]
fn levels_that_meant_something_else_are_told_and_marked_until_they_are_confirmed() {
    let pack = make::read(make::SMALL);
    for (version, changed) in [("1.0", false), ("0.9", true), ("0.1", true), ("", true)] {
        let (assessment, told) = answers_to(version, [2, 3]);
        let marked = |id: &str| {
            let item = pack.find(id).expect("an item");
            assessment.get(item).is_some_and(|answer| answer.outdated)
        };
        assert_eq!(["1.1", "1.2", "A.1"].map(marked), [changed, false, changed], "{version:?}");
        let expected: &[&str] = match changed {
            true => &[" LevelsChanged(\"1.1, A.1\")"],
            false => &[],
        };
        assert_eq!(told, expected, "{version:?}");
        comes_back(&pack, &assessment);
    }
}

#[test]
fn levels_of_a_milestone_that_meant_something_else_are_marked_for_comparing_and_not_to_confirm() {
    let pack = make::read(make::SMALL);
    let frozen = |version: &str| {
        format!(
            r#"{{"plumbline": "save", "format": 2, "pack": {{"id": "small", "version": "{version}"}},
                "mode": "full", "answers": {{"1.1": {{"level": 1}}, "1.2": {{"level": 1}}}}}}"#
        )
    };
    let file = frozen("1.0").replacen(
        r#""mode""#,
        &format!(
            r#""programme": {{"statement": {{}}, "milestones": [
                {{"name": "Spring", "date": "2026-03-01", "save": {}}}]}}, "mode""#,
            frozen("0.9")
        ),
        1,
    );
    let (assessment, problems) = restore(&file, &pack).expect("the file is read");
    assert_eq!(problems, [], "nothing of today's answers is to be confirmed");
    let marked = |assessment: &Assessment, id: &str| {
        let item = pack.find(id).expect("an item");
        assessment.get(item).is_some_and(|answer| answer.outdated)
    };
    assert!(!marked(&assessment, "1.1"));
    let milestone = &assessment.milestones[0].save;
    let (earlier, _) = restore(milestone, &pack).expect("the milestone is read");
    assert_eq!(["1.1", "1.2"].map(|id| marked(&earlier, id)), [true, false]);
}
