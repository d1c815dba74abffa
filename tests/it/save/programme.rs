//! What format 2 added, where it is not as it should be: told with its place, the rest is kept.

use super::bad::{file, kept};
use super::richer;
use crate::script::pack;
use plumbline::model::assessment::{Answer, Assessment, Implementation, PlanSettings};
use plumbline::save::{restore, save};
use serde_json::{json, Value};

#[test]
fn what_does_not_fit_in_what_an_answer_decides_is_told_and_the_rest_is_kept() {
    let word = |at: &str, found: &str, allowed: &str| {
        format!("/{at} NotOneOf {{ found: {found:?}, allowed: {allowed:?} }}")
    };
    let reasons = "risk, law, contract, practice";
    let states = "implemented, partly, planned, no";
    for (key, wrong, problem) in [
        ("done", json!("2027-02-30"), "/done Expected(Date)".into()),
        ("done", json!(1), "/done Expected(Text)".into()),
        ("applicable", json!("yes"), "/applicable Expected(Bool)".into()),
        ("inclusion", json!("risk"), "/inclusion Expected(List)".into()),
        ("inclusion", json!([1]), "/inclusion/0 Expected(Text)".into()),
        ("inclusion", json!(["fashion"]), word("inclusion/0", "fashion", reasons)),
        ("inclusion", json!(["Risk"]), word("inclusion/0", "Risk", reasons)),
        ("implementation", json!("full"), word("implementation", "full", states)),
        ("implementation", json!(""), word("implementation", "", states)),
        ("implementation", json!(3), "/implementation Expected(Text)".into()),
        ("how", json!([]), "/how Expected(Text)".into()),
        (
            "evidence",
            json!([{"name": "", "date": "May"}]),
            "/evidence/0/date Expected(Date)".into(),
        ),
        ("done", json!(null), String::new()),
        ("implementation", json!(null), String::new()),
        ("applicable", json!(false), String::new()),
    ] {
        let text = file(json!({"A.5.1": {"note": "kept", key: wrong}}), json!({}));
        let (state, problems) = kept(&text);
        let expected: Vec<String> = match &*problem {
            "" => Vec::new(),
            problem => vec![format!("/answers/A.5.1{problem}")],
        };
        assert_eq!(problems, expected, "{text}");
        let item = state.pack.find("A.5.1").expect("the item");
        let mut answer = (**state.assessment.get(item).expect("an answer")).clone();
        // The row of the evidence stays, without its day.
        answer.evidence.clear();
        assert_eq!(answer, Answer { note: "kept".into(), ..Answer::default() }, "{text}");
    }
}

#[test]
fn of_several_reasons_for_inclusion_those_that_are_known_are_kept_once() {
    let reasons = json!(["law", "fashion", "law", "risk"]);
    let (state, problems) = kept(&file(
        json!({"A.5.1": {"inclusion": reasons, "implementation": "partly"}}),
        json!({}),
    ));
    assert_eq!(problems.len(), 1, "{problems:?}");
    let item = state.pack.find("A.5.1").expect("the item");
    let answer = state.assessment.get(item).expect("an answer");
    let words: Vec<&str> = answer.inclusion.iter().map(|word| &**word).collect();
    assert_eq!(words, ["law", "risk"]);
    assert_eq!(answer.implementation, Some(Implementation::Partly));
}

/// The richest file with one place of its member `programme` changed: what is kept of it, and what
/// is told.
#[track_caller]
fn with(pointer: &str, wrong: Value) -> (Assessment, Vec<String>) {
    let text = save(&pack(), &richer());
    let mut file: Value = serde_json::from_str(&text).expect("JSON");
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    file.pointer_mut(parent).expect("there is such a place")[key] = wrong;
    let (state, problems) = kept(&file.to_string());
    ((*state.assessment).clone(), problems)
}

#[test]
fn what_does_not_fit_in_the_programme_is_told_and_the_rest_is_kept() {
    type Lost = fn(&mut Assessment);
    let out_of_range = "/programme/pace OutOfRange { least: 1, most: 100 }";
    let all: Lost = |assessment| {
        assessment.soa_header = Default::default();
        assessment.own_controls.clear();
        assessment.plan_settings = PlanSettings::default();
        assessment.audit_dates = Default::default();
        assessment.milestones.clear();
    };
    let no_header: Lost = |assessment| assessment.soa_header = Default::default();
    let no_own: Lost = |assessment| assessment.own_controls.clear();
    let no_audit: Lost = |assessment| assessment.audit_dates = Default::default();
    let no_pace: Lost = |assessment| assessment.plan_settings.pace = None;
    let cases: [(&str, Value, &str, Lost); 26] = [
        ("/programme", json!([]), "/programme Expected(Object)", all),
        ("/programme", json!(null), "", all),
        ("/programme", json!({}), "", all),
        ("/programme/statement", json!(1), "/programme/statement Expected(Object)", no_header),
        ("/programme/statement", json!(null), "", no_header),
        (
            "/programme/statement/version",
            json!(1.2),
            "/programme/statement/version Expected(Text)",
            |assessment| assessment.soa_header.version = "".into(),
        ),
        (
            "/programme/statement/date",
            json!("20 November"),
            "/programme/statement/date Expected(Date)",
            |assessment| assessment.soa_header.date = None,
        ),
        (
            "/programme/statement/approver",
            json!(["Anna"]),
            "/programme/statement/approver Expected(Text)",
            |assessment| assessment.soa_header.approver = "".into(),
        ),
        ("/programme/own", json!({}), "/programme/own Expected(List)", no_own),
        ("/programme/own", json!([3]), "/programme/own/0 Expected(Object)", no_own),
        ("/programme/own/0/name", json!(3), "/programme/own/0/name Expected(Text)", |assessment| {
            std::rc::Rc::make_mut(&mut assessment.own_controls[0]).name = "".into();
        }),
        (
            "/programme/own/0/answer",
            json!("yes"),
            "/programme/own/0/answer Expected(Object)",
            |assessment| {
                std::rc::Rc::make_mut(&mut assessment.own_controls[0]).answer = Default::default()
            },
        ),
        ("/programme/own/0/answer", json!(null), "", |assessment| {
            std::rc::Rc::make_mut(&mut assessment.own_controls[0]).answer = Default::default();
        }),
        (
            "/programme/start",
            json!("2026-13-01"),
            "/programme/start Expected(Date)",
            |assessment| {
                assessment.plan_settings.start = None;
            },
        ),
        ("/programme/audit", json!("soon"), "/programme/audit Expected(Object)", no_audit),
        ("/programme/audit", json!(null), "", no_audit),
        (
            "/programme/audit/stage2",
            json!("soon"),
            "/programme/audit/stage2 Expected(Date)",
            |assessment| assessment.audit_dates.stage2 = None,
        ),
        (
            "/programme/own/0/replaces",
            json!("A.9"),
            "/programme/own/0/replaces NoSuchId(\"A.9\")",
            |assessment| {
                std::rc::Rc::make_mut(&mut assessment.own_controls[0]).replaces = "A.9".into();
            },
        ),
        ("/programme/pace", json!(0), out_of_range, no_pace),
        ("/programme/pace", json!(1), "", |assessment| assessment.plan_settings.pace = Some(1)),
        ("/programme/pace", json!(100), "", |assessment| assessment.plan_settings.pace = Some(100)),
        ("/programme/pace", json!(101), out_of_range, no_pace),
        ("/programme/pace", json!(-4), out_of_range, no_pace),
        ("/programme/pace", json!("4"), "/programme/pace TextForNumber", no_pace),
        ("/programme/pace", json!(null), "", no_pace),
        ("/programme/colour", json!("red"), "/programme/colour Unknown", |assessment| {
            let colour = ["", "", "", r#""colour":"red""#, "", ""];
            assessment.kept = colour.map(std::rc::Rc::from).into();
        }),
    ];
    for (pointer, wrong, problem, lose) in cases {
        let (found, problems) = with(pointer, wrong.clone());
        let told: Vec<&str> = [problem].into_iter().filter(|p| !p.is_empty()).collect();
        let mut expected = richer();
        lose(&mut expected);
        assert_eq!(
            (found, problems),
            (expected, told.iter().map(|p| p.to_string()).collect()),
            "{pointer} {wrong}"
        );
    }
}

#[test]
fn a_milestone_without_a_date_is_kept_and_told() {
    let mut expected = richer();
    std::rc::Rc::make_mut(&mut expected.milestones[0]).date = None;
    for (date, problem) in [
        (json!("soon"), "/date Expected(Date)"),
        (json!("2026-02-30"), "/date Expected(Date)"),
        (json!(20260230), "/date Expected(Text)"),
        (json!(""), "/date NoDate"),
        (json!(null), "/date NoDate"),
    ] {
        let (found, problems) = with("/programme/milestones/0/date", date.clone());
        let told: Vec<&str> = [problem].into_iter().filter(|problem| !problem.is_empty()).collect();
        let told: Vec<String> =
            told.iter().map(|problem| format!("/programme/milestones/0{problem}")).collect();
        assert_eq!(problems, told, "{date}");
        assert_eq!(found, expected, "{date}");
        let (again, _) = restore(&save(&pack(), &found), &pack()).expect("a save file");
        assert_eq!(again, expected, "{date}: it is saved again");
    }
}

#[test]
fn answers_of_a_milestone_that_cannot_be_read_are_told_and_kept_as_they_are() {
    for (wrong, problem) in [
        (json!(null), "/save NotThisFormat"),
        (json!("{}"), "/save NotThisFormat"),
        (json!([]), "/save NotThisFormat"),
        (json!({}), "/save NotThisFormat"),
        (json!({"plumbline": "pack", "format": 1}), "/save NotThisFormat"),
        (json!({"plumbline": "save"}), "/save/format Expected(Number)"),
        (
            json!({"plumbline": "save", "format": 99, "answers": {"4.1": {"depth": 7}}}),
            "/save/format Newer",
        ),
    ] {
        let (found, problems) = with("/programme/milestones/0/save", wrong.clone());
        let told = format!("/programme/milestones/0{problem}");
        assert!(problems.len() == 1 && problems[0].starts_with(&told), "{wrong}: {problems:?}");
        let milestone = &found.milestones[0];
        assert_eq!((&*milestone.name, &*milestone.save), ("Spring", &*wrong.to_string()));
        let mut rest = found.clone();
        rest.milestones = richer().milestones;
        assert_eq!(rest, richer(), "{wrong}");
        let (again, _) = restore(&save(&pack(), &found), &pack()).expect("a save file");
        assert_eq!(again, found, "{wrong}: it is saved again");
    }
    let (found, problems) = with("/programme/milestones", json!([7]));
    assert_eq!(problems, ["/programme/milestones/0 Expected(Object)"]);
    assert!(found.milestones.is_empty());
}

#[test]
fn what_does_not_fit_in_the_answers_of_a_milestone_is_told_with_its_place_and_the_rest_is_kept() {
    let frozen = json!({
        "plumbline": "save", "format": 1, "mode": "quick", "pack": {"id": "small"},
        "answers": {"4.1": {"level": 9, "note": "kept"}, "9/9": {"level": 1}},
        "programme": {"milestones": [{"name": "one within another"}], "pace": 7},
    });
    let (found, problems) = with("/programme/milestones/0/save", frozen);
    let at = "/programme/milestones/0/save/answers";
    let problem = |rest: &str| format!("{at}{rest}");
    assert_eq!(
        problems,
        [
            problem("/4.1/level OutOfRange { least: 0, most: 4 }"),
            problem(r#"/9~19 NoSuchId("9/9")"#)
        ]
    );
    let (earlier, problems) = restore(&found.milestones[0].save, &pack()).expect("a save file");
    assert_eq!(problems.len(), 1, "only the item that is not there: {problems:?}");
    assert_eq!(
        &*earlier.get(pack().find("4.1").expect("the item")).expect("an answer").note,
        "kept"
    );
    assert!(earlier.elsewhere.contains_key("9/9"));
    assert_eq!((earlier.plan_settings.pace, earlier.milestones.len()), (Some(7), 0));
}

#[test]
fn milestones_within_milestones_do_not_add_up() {
    let mut frozen = json!({"plumbline": "save", "format": 2, "mode": "full"});
    for _ in 0..20 {
        let milestone = json!({"name": "", "date": "2026-01-01", "save": frozen});
        frozen = json!({"plumbline": "save", "format": 2, "mode": "full",
            "pack": {"id": "small"}, "programme": {"milestones": [milestone]}});
    }
    let (state, problems) = kept(&frozen.to_string());
    assert_eq!(problems, [""; 0]);
    let milestones = &state.assessment.milestones;
    assert_eq!(milestones.len(), 1);
    assert!(!milestones[0].save.contains("milestones"));
}
