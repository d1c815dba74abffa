//! Files that are not as they should be: what fits is kept, and everything else is told with its
//! place. None of them is a panic.

use super::rich;
use crate::any::for_any;
use crate::script::{item, pack, said};
use plumbline::app::State;
use plumbline::model::pack::{twice, Expected, Problem, ProblemKind as Kind};
use plumbline::save::{restore, save};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::{select, Index};
use serde_json::{json, Value};
use std::rc::Rc;

#[track_caller]
fn refused(text: &str) -> Problem {
    let found = restore(text, &pack());
    found.map(|_| ()).expect_err("this is no save file")
}

fn whole(kind: Kind) -> Problem {
    Problem { at: String::new(), kind }
}

#[test]
fn what_is_no_save_file_is_refused_with_the_reason() {
    let deep = "[".repeat(10_000);
    let deep_members = r#"{"a":"#.repeat(10_000);
    let huge = " ".repeat(40_000_001) + "{}";
    let most = 40_000_000;
    let at_format = |kind| Problem { at: "/format".into(), kind };
    for (text, problem) in [
        ("", whole(Kind::Empty)),
        (" \r\n\t ", whole(Kind::Empty)),
        ("\u{feff}", whole(Kind::Empty)),
        ("nonsense", whole(Kind::NotJson { line: 1, column: 2 })),
        ("{\n  \"plumbline\": save", whole(Kind::NotJson { line: 2, column: 16 })),
        ("\u{0}\u{1}\u{fffd}PNG", whole(Kind::NotJson { line: 1, column: 1 })),
        (&deep, whole(Kind::NotJson { line: 1, column: 128 })),
        (&deep_members, whole(Kind::NotJson { line: 1, column: 636 })),
        ("null", whole(Kind::NotThisFormat)),
        ("[]", whole(Kind::NotThisFormat)),
        ("{}", whole(Kind::NotThisFormat)),
        ("\"plumbline\"", whole(Kind::NotThisFormat)),
        (r#"{"plumbline":"save"}"#, at_format(Kind::Expected(Expected::Number))),
        (r#"{"plumbline":"save","format":0}"#, at_format(Kind::Expected(Expected::Number))),
        (r#"{"plumbline":"save","format":-1}"#, at_format(Kind::Expected(Expected::Number))),
        (r#"{"plumbline":"save","format":"1"}"#, at_format(Kind::TextForNumber)),
        (r#"{"plumbline":"save","format":4}"#, at_format(Kind::Newer { found: 4, newest: 3 })),
    ] {
        assert_eq!(refused(text), problem, "{:.60}", text);
    }
    assert_eq!(refused(&huge), whole(Kind::TooLarge { found: huge.len(), most }));
}

#[test]
fn a_file_that_was_cut_off_is_refused_wherever_it_was_cut() {
    let state = rich();
    let text = save(&state.pack, &state.assessment);
    for cut in (0..text.trim_end().len()).step_by(50).filter(|cut| text.is_char_boundary(*cut)) {
        let problem = refused(&text[..cut]);
        let expected = matches!(problem.kind, Kind::NotJson { .. } | Kind::Empty);
        assert!(expected && problem.at.is_empty(), "{cut}: {problem:?}");
    }
}

#[test]
fn no_change_of_a_byte_is_a_panic() {
    let state = rich();
    let text = save(&state.pack, &state.assessment);
    for_any(1_000, vec(any::<(Index, u8)>(), 1..=3), |changes| {
        let mut bytes = text.clone().into_bytes();
        for (at, byte) in changes {
            *at.get_mut(&mut bytes) = byte;
        }
        let _ = restore(&String::from_utf8_lossy(&bytes), &state.pack);
    });
}

/// A save file with these answers and this organisation.
pub fn file(answers: Value, organisation: Value) -> String {
    json!({
        "plumbline": "save", "format": 1, "pack": {"id": "small", "version": "1"},
        "mode": "full", "organisation": organisation, "answers": answers,
    })
    .to_string()
}

/// What is kept of a file, and each problem as `place kind`.
#[track_caller]
pub fn kept(text: &str) -> (State, Vec<String>) {
    let (assessment, problems) = restore(text, &pack()).expect("a save file");
    let told = problems.into_iter().map(|p| format!("{} {:?}", p.at, p.kind)).collect();
    let mut state = crate::script::in_full("").state;
    state.assessment = Rc::new(assessment);
    (state, told)
}

#[test]
fn what_does_not_fit_in_an_answer_is_told_and_the_rest_is_kept() {
    for (answer, expected, problem) in [
        (json!({"level": 7, "note": "x"}), "4.1 note x", "/level OutOfRange { least: 0, most: 4 }"),
        (json!({"level": -1}), "", "/level OutOfRange { least: 0, most: 4 }"),
        (json!({"level": 2.5}), "", "/level Expected(Number)"),
        (json!({"level": "2"}), "", "/level TextForNumber"),
        (json!({"level": "7"}), "", "/level TextForNumber"),
        (json!({"level": "high", "dontKnow": true}), "4.1 = ?", "/level TextForNumber"),
        (json!({"level": null, "dontKnow": true}), "4.1 = ?", ""),
        (
            json!({"level": 9, "dontKnow": true}),
            "4.1 = ?",
            "/level OutOfRange { least: 0, most: 4 }",
        ),
        (json!({"dontKnow": "yes"}), "", "/dontKnow Expected(Bool)"),
        (json!({"level": 2, "note": 5}), "4.1 = 2", "/note Expected(Text)"),
        (json!({"level": 2, "owner": []}), "4.1 = 2", "/owner Expected(Text)"),
        (json!({"level": 2, "flagged": 1}), "4.1 = 2", "/flagged Expected(Bool)"),
        (json!({"due": "2027-02-30", "owner": "Zoë"}), "4.1 owner Zoë", "/due Expected(Date)"),
        (json!({"due": "tomorrow"}), "", "/due Expected(Date)"),
        (json!({"due": 20270228}), "", "/due Expected(Text)"),
        (json!({"level": 2, "checks": "a"}), "4.1 = 2", "/checks Expected(List)"),
        (json!({"checks": ["a", 7, "b"]}), "4.1 check a check b", "/checks/1 Expected(Text)"),
        (json!({"checks": [" "]}), "", "/checks/0 Blank"),
        (json!({"level": 2, "evidence": {}}), "4.1 = 2", "/evidence Expected(List)"),
        (
            json!({"evidence": ["x", {"name": "A"}, {"place": "B"}]}),
            "4.1 evidence A @  evidence  @ B",
            "/evidence/0 Expected(Object)",
        ),
        (
            json!({"evidence": [{"name": 1, "place": "B"}]}),
            "4.1 evidence  @ B",
            "/evidence/0/name Expected(Text)",
        ),
        (
            json!({"notApplicable": "We are few"}),
            "4.1 note We are few",
            "/notApplicable RequirementExcluded",
        ),
        (
            json!({"notApplicable": "We are few", "note": "Ask"}),
            "4.1 note Ask\nWe are few",
            "/notApplicable RequirementExcluded",
        ),
        (
            json!({"notApplicable": "", "note": "Ask"}),
            "4.1 note Ask",
            "/notApplicable RequirementExcluded",
        ),
        (json!({"notApplicable": 1}), "", "/notApplicable Expected(Text)"),
        (json!([]), "", " Expected(Object)"),
        (json!(3), "", " Expected(Object)"),
        (json!(null), "", ""),
        (json!({}), "", ""),
        (json!({"colour": "red", "level": 1}), "4.1 = 1", "/colour Unknown"),
    ] {
        let (state, problems) =
            kept(&file(json!({"4.1": answer.clone(), "5.1": {"level": 3}}), json!({})));
        let expected = [expected, "5.1 = 3"].join("\n");
        assert_eq!(said(&state).trim(), expected.trim(), "{answer}");
        let problem = match problem {
            "" => Vec::new(),
            problem if answer == json!({"notApplicable": 1}) => {
                vec![
                    format!("/answers/4.1{problem}"),
                    "/answers/4.1/notApplicable RequirementExcluded".into(),
                ]
            }
            problem => vec![format!("/answers/4.1{problem}")],
        };
        assert_eq!(problems, problem, "{answer}");
    }
}

#[test]
fn what_does_not_fit_elsewhere_is_told_and_the_rest_is_kept() {
    for (pointer, wrong, problem) in [
        ("/name", json!(7), "/name Expected(Text)"),
        ("/mode", json!("slow"), r#"/mode NotOneOf { found: "slow", allowed: "full, quick" }"#),
        ("/mode", json!(1), "/mode Expected(Text)"),
        ("/last", json!(4), "/last Expected(Text)"),
        ("/last", json!("9.9"), ""),
        ("/tool", json!({}), ""),
        ("/pack", json!("small"), "/pack Expected(Object)"),
        ("/pack/id", json!("other"), r#"/pack/id OtherPack("other")"#),
        ("/pack/id", json!(3), "/pack/id Expected(Text)"),
        ("/pack/version", json!("99"), ""),
        ("/organisation", json!("Miller"), "/organisation Expected(Object)"),
        ("/organisation/name", json!(1), "/organisation/name Expected(Text)"),
        (
            "/organisation/size",
            json!("12"),
            r#"/organisation/size NotOneOf { found: "12", allowed: "1-10, 11-49, 50-249, 250+" }"#,
        ),
        ("/organisation/size", json!(12), "/organisation/size Expected(Text)"),
        ("/organisation/choices", json!([]), "/organisation/choices Expected(Object)"),
        (
            "/organisation/choices/premises",
            json!("own"),
            "/organisation/choices/premises Expected(List)",
        ),
        (
            "/organisation/choices/premises",
            json!([1]),
            "/organisation/choices/premises/0 Expected(Text)",
        ),
        ("/organisation/refused", json!({}), "/organisation/refused Expected(List)"),
    ] {
        let rich = rich();
        let mut file: Value =
            serde_json::from_str(&save(&rich.pack, &rich.assessment)).expect("JSON");
        *file.pointer_mut(pointer).expect("there is such a place") = wrong;
        let (state, problems) = kept(&file.to_string());
        let expected: Vec<&str> = [problem].into_iter().filter(|p| !p.is_empty()).collect();
        assert_eq!(problems, expected, "{pointer}");
        assert_eq!(said(&state), said(&rich), "{pointer}: every answer is kept");
    }
}

#[test]
fn a_size_that_is_not_known_is_none() {
    for size in [json!("12"), json!(12), json!("")] {
        let (state, problems) = kept(&file(json!({}), json!({"size": size})));
        assert_eq!(state.assessment.organisation.size, None, "{size}");
        assert_eq!(problems.len(), 1, "{size}");
    }
    let (state, problems) = kept(&file(json!({}), json!({"size": null})));
    assert_eq!((state.assessment.organisation.size, problems.len()), (None, 0));
}

#[test]
fn a_file_without_its_parts_opens_with_what_there_is() {
    for (text, problems) in [
        (r#"{"plumbline":"save","format":1}"#, vec!["/mode Missing"]),
        (r#"{"plumbline":"save","format":1,"mode":"full","pack":{}}"#, vec!["/pack/id Missing"]),
        (r#"{"plumbline":"save","format":1,"mode":"full","answers":null}"#, vec![]),
        (
            r#"{"plumbline":"save","format":1,"mode":"full","answers":[]}"#,
            vec!["/answers Expected(Object)"],
        ),
    ] {
        let (state, found) = kept(text);
        assert_eq!(found, problems, "{text}");
        assert!(state.assessment.is_blank());
    }
}

#[test]
fn answers_to_unknown_items_are_kept_aside_and_told() {
    let (state, problems) =
        kept(&file(json!({"9/9": {"notApplicable": "x", "note": "y"}}), json!({})));
    assert_eq!(problems, [r#"/answers/9~19 NoSuchId("9/9")"#]);
    let answer = &state.assessment.elsewhere.get("9/9").expect("an answer");
    assert_eq!((&*answer.note, said(&state)), ("y", String::new()));
}

#[test]
fn a_byte_order_mark_and_blanks_are_skipped() {
    let rich = rich();
    let text = save(&rich.pack, &rich.assessment);
    for text in [format!("\u{feff}{text}"), format!("\n {text}\n\n"), text.replace('\n', "\r\n")] {
        let (assessment, problems) = restore(&text, &rich.pack).expect("a save file");
        assert_eq!((assessment, problems), ((*rich.assessment).clone(), Vec::new()));
    }
}

#[test]
fn of_a_member_that_stands_twice_the_last_counts_and_it_is_told() {
    let text = r#"{"plumbline":"save","format":1,"mode":"full","mode":"quick",
        "answers":{"4.2":{"level":1}},
        "answers":{"4.1":{"level":1},"4.1":{"level":3,"\u006cevel":2,"level":2}}}"#;
    let (state, problems) = kept(text);
    assert_eq!(said(&state), "4.1 = 2");
    assert_eq!(
        problems,
        ["/answers/4.1/level Twice", "/answers/4.1 Twice", "/mode Twice", "/answers Twice"]
    );
    assert_eq!(state.assessment.mode, plumbline::model::assessment::Mode::Quick);
    assert_eq!(state.assessment.get(item(&state.pack, "4.2")), None);
}

#[test]
fn members_that_stand_twice_are_found_wherever_they_are() {
    for (text, places) in [
        (r#"{"a":1,"b":{"a":1}}"#, vec![]),
        (r#"{"a":1,"a":1,"a":1}"#, vec!["/a"]),
        (r#"[{"a":1},{"a":1,"a":1}]"#, vec!["/1/a"]),
        (r#"{"x":[[],{"~/":[{"":0,"":0}]}]}"#, vec!["/x/1/~0~1/0/"]),
        (r#"{"a":"\"a\":","\"a\\":[],"\"a\\":[]}"#, vec!["/\"a\\"]),
        (" \t\r\n{ \"é\" : 1 , \"\\u00e9\" : 2 } ", vec!["/é"]),
        (r#"{"b":1,"a":1,"b":2,"a":2}"#, vec!["/b", "/a"]),
    ] {
        assert_eq!(twice(text), places, "{text}");
    }
}

#[test]
fn looking_for_members_that_stand_twice_ends_for_any_text() {
    let deep = "[{\"a\":".repeat(100_000);
    for text in ["", "{", "[", "\"", "\\", "{\"a\"", "{\"a\":}", "[,,]", "}{", "{]", "[}", &deep] {
        let _ = twice(text);
    }
    const SIGNS: &[&str] =
        &["{", "}", "[", "]", "\"", "\\", ":", ",", "a", " ", "1", "é", "\u{feff}"];
    for_any(2_000, vec(select(SIGNS), 0..24), |signs| {
        let _ = twice(&signs.concat());
    });
}

#[test]
fn of_two_kinds_of_answer_one_counts_and_the_other_goes_into_the_note() {
    for (id, answer, expected, problems) in [
        (
            "A.7.1",
            json!({"level": 2, "notApplicable": "We rent no rooms"}),
            "A.7.1 = 2 note We rent no rooms",
            vec!["/notApplicable SecondAnswer"],
        ),
        (
            "A.7.1",
            json!({"level": 2, "notApplicable": "We rent no rooms", "note": "Ask"}),
            "A.7.1 = 2 note Ask\nWe rent no rooms",
            vec!["/notApplicable SecondAnswer"],
        ),
        (
            "4.1",
            json!({"notApplicable": "We are few", "level": 0}),
            "4.1 = 0 note We are few",
            vec!["/notApplicable SecondAnswer"],
        ),
        (
            "4.1",
            json!({"level": 1, "dontKnow": true}),
            "4.1 = 1 note dontKnow",
            vec!["/dontKnow SecondAnswer"],
        ),
        (
            "A.7.1",
            json!({"notApplicable": "We rent no rooms", "dontKnow": true}),
            "A.7.1 = - We rent no rooms note dontKnow",
            vec!["/dontKnow SecondAnswer"],
        ),
        (
            "A.7.1",
            json!({"level": 3, "notApplicable": "", "dontKnow": true}),
            "A.7.1 = 3 note notApplicable\ndontKnow",
            vec!["/notApplicable SecondAnswer", "/dontKnow SecondAnswer"],
        ),
        (
            "A.7.1",
            json!({"level": 9, "notApplicable": "We rent no rooms"}),
            "A.7.1 = - We rent no rooms",
            vec!["/level OutOfRange { least: 0, most: 4 }"],
        ),
        ("4.1", json!({"level": 1, "dontKnow": false, "notApplicable": null}), "4.1 = 1", vec![]),
    ] {
        let (state, told) = kept(&file(json!({id: answer.clone()}), json!({})));
        assert_eq!(said(&state), expected, "{answer}");
        let problems: Vec<String> =
            problems.iter().map(|problem| format!("/answers/{id}{problem}")).collect();
        assert_eq!(told, problems, "{answer}");
        let (again, told) = kept(&save(&state.pack, &state.assessment));
        assert_eq!((said(&again), told), (said(&state), Vec::new()), "told once: {answer}");
    }
}
