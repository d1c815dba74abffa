//! What an auditor would likely raise, rule by rule with the boundary on both sides.

use crate::make;
use crate::support::today;
use plumbline::model::assessment::{Answer, Assessment, Level, OwnControl, Response};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::rules::findings::{findings, without_evidence, Finding, Grade, Rule, Subject};
use std::rc::Rc;

/// A place in the words of the pack.
pub fn subject(pack: &Pack, subject: Subject) -> String {
    match subject {
        Subject::Item(item) => pack.items[item].id.to_string(),
        Subject::Clause(section) => format!("clause {}", pack.sections[section].id),
        Subject::System => "system".into(),
    }
}

/// Findings in words: the grade, the place, the rule and what it rests on.
fn told(pack: &Pack, assessment: &Assessment) -> String {
    let told = |finding: Finding| {
        let grade = match finding.grade {
            Grade::Major => "major",
            Grade::Minor => "minor",
            Grade::Observation => "observation",
        };
        let rests_on = finding.rests_on.iter();
        let rests_on = rests_on.map(|(item, level)| {
            let level = level.map_or("-".into(), |level| level.number().to_string());
            format!("{}={level}", pack.items[*item].id)
        });
        let rests_on = rests_on.collect::<Vec<_>>().join(" ");
        format!("{grade} {}: {:?} by {rests_on}", subject(pack, finding.subject), finding.rule)
    };
    findings(pack, assessment, today()).into_iter().map(told).collect::<Vec<_>>().join("\n")
}

/// Holds what is found against lines without what they rest on.
#[track_caller]
fn check(outline: &str, answers: &str, expected: &[&str]) {
    let pack = make::pack(outline);
    let found = told(&pack, &make::assessment(&pack, answers));
    let found: Vec<&str> =
        found.lines().map(|line| line.split_once(" by ").expect("a basis").0).collect();
    assert_eq!(found, expected, "for {answers:?}");
}

#[test]
fn a_requirement_is_graded_by_its_level_and_its_marks() {
    let clause = "4 requirement\n 4.1\n 4.2 gate\n 4.3 light\n 4.4 determined\n 4.5 gate stage2\n \
                  4.6 light gate";
    for (answer, expected) in [
        ("4.1=0", Some("major 4.1: RequirementAbsent")),
        ("4.1=1", Some("minor 4.1: RequirementInformal")),
        ("4.1=1od", Some("minor 4.1: RequirementInformal")),
        ("4.1=2", Some("minor 4.1: RequirementNotOperating")),
        ("4.1=2e", Some("minor 4.1: RequirementNotOperating")),
        ("4.1=3", None),
        ("4.1=4", None),
        ("4.2=0", Some("major 4.2: RequirementAbsent")),
        ("4.2=1", Some("major 4.2: GateInformal")),
        ("4.2=2", Some("minor 4.2: RequirementNotOperating")),
        ("4.2=3", None),
        ("4.3=0", Some("minor 4.3: LightAbsent")),
        ("4.3=1", Some("minor 4.3: RequirementInformal")),
        ("4.3=2", Some("minor 4.3: RequirementNotOperating")),
        ("4.4=0", Some("major 4.4: RequirementAbsent")),
        ("4.4=1", Some("minor 4.4: RequirementInformal")),
        ("4.4=2", Some("observation 4.4: DeterminedOnly")),
        ("4.4=3", None),
        ("4.5=1", Some("major 4.5: GateInformal")),
        ("4.5=2", Some("major 4.5: NotCarriedOut")),
        ("4.5=3", None),
        // What is a major at level 1 cannot be less at level 0.
        ("4.6=0", Some("major 4.6: RequirementAbsent")),
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        check(clause, answer, &expected);
    }
}

#[test]
fn two_light_requirements_that_are_absent_are_a_major_together_wherever_they_stand() {
    let outline = "4 requirement\n 4.1 light\n 4.2\n5 requirement\n 5.1 light\n 5.2";
    let [one, other] = ["minor 4.1: LightAbsent", "minor 5.1: LightAbsent"];
    check(outline, "4.1=0", &[one]);
    check(outline, "4.1=0 5.1=0", &["major system: LightTogether", one, other]);
    check(outline, "4.1=0 5.1=1", &[one, "minor 5.1: RequirementInformal"]);
    check(outline, "4.1=0 5.1=?", &[one]);
}

#[test]
fn a_control_is_graded_by_its_level_its_plan_and_its_mark() {
    // Enough controls that are not known keep one from being a large share.
    let outline = "A control\n A.1\n A.2 core\n A.3\n A.4\n A.5";
    for (answer, expected) in [
        ("A.1=0", Some("minor A.1: ControlBelow")),
        ("A.1=2", Some("minor A.1: ControlBelow")),
        ("A.1=2o", Some("minor A.1: ControlBelow")),
        ("A.1=2d", Some("minor A.1: ControlBelow")),
        ("A.1=2od", Some("observation A.1: ControlPlanned")),
        ("A.1=0od", Some("observation A.1: ControlPlanned")),
        ("A.1=3", None),
        ("A.1=3od", None),
        ("A.1=4", None),
        ("A.2=0", Some("major A.2: CoreAbsent")),
        ("A.2=0o", Some("major A.2: CoreAbsent")),
        ("A.2=0od", Some("observation A.2: ControlPlanned")),
        ("A.2=1", Some("minor A.2: ControlBelow")),
        ("A.2=3", None),
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        check(outline, answer, &expected);
    }
}

#[test]
fn a_target_date_makes_a_plan_from_today_to_a_year_ahead() {
    let pack = make::pack("A control\n A.1\n A.2\n A.3\n A.4");
    for (due, planned) in [
        ("2026-11-21", false),
        ("2026-11-22", true),
        ("2027-11-22", true),
        ("2027-11-23", false),
        ("2029-11-22", false),
    ] {
        let mut assessment = make::assessment(&pack, "A.1=1od");
        let answer = Answer { due: Date::parse(due), ..make::answer("1od") };
        assessment.set(0, Some(Rc::new(answer)));
        let found = told(&pack, &assessment);
        assert_eq!(found.contains("ControlPlanned"), planned, "{due}: {found}");
        assert_eq!(found.contains("ControlBelow"), !planned, "{due}: {found}");
    }
}

#[test]
fn no_control_is_planned_while_risks_are_known_to_be_treated_by_no_plan() {
    let outline = "6 requirement\n 6.1 plan\n 6.2\nA control\n A.1 core\n A.2\n A.3\n A.4";
    for (plan, expected) in [
        ("6.1=0", "major A.1: CoreAbsent"),
        ("6.1=1", "major A.1: CoreAbsent"),
        ("6.1=2", "observation A.1: ControlPlanned"),
        ("6.1=3", "observation A.1: ControlPlanned"),
        ("6.1=?", "observation A.1: ControlPlanned"),
        ("", "observation A.1: ControlPlanned"),
    ] {
        let pack = make::pack(outline);
        let found = told(&pack, &make::assessment(&pack, &format!("{plan} A.1=0od")));
        assert!(found.contains(expected), "{plan}: {found}");
    }
}

#[test]
fn what_is_not_known_or_does_not_apply_is_no_finding() {
    let outline = "4 requirement\n 4.1 gate stage1 stage2\n 4.2\nA control\n A.1\n A.2\n A.3";
    check(outline, "", &[]);
    check(outline, "4.1=? 4.2=? A.1=? A.2=- A.3=~", &[]);
    // A requirement cannot be left out, so that is no answer either.
    check(outline, "4.1=-", &[]);
}

#[test]
fn three_parts_of_a_clause_and_half_of_it_at_level_0_or_1_are_one_major() {
    let clause = |answers, expected: bool| {
        let outline = "4 requirement\n 4.1\n 4.2\n 4.3\n 4.4\n 4.5\n 4.6";
        let pack = make::pack(outline);
        let found = told(&pack, &make::assessment(&pack, answers));
        assert_eq!(found.contains("major clause 4: ClauseLow"), expected, "{answers}: {found}");
    };
    clause("4.1=1 4.2=1", false);
    clause("4.1=1 4.2=1 4.3=1", true);
    clause("4.1=1 4.2=1 4.3=2", false);
    clause("4.1=1 4.2=0 4.3=?", false);
    clause("4.1=1 4.2=0 4.3=1 4.4=3 4.5=3 4.6=3", true);
    // Three of seven are less than half.
    let pack = make::pack("4 requirement\n 4.1\n 4.2\n 4.3\n 4.4\n 4.5\n 4.6\n 4.7");
    let found = told(&pack, &make::assessment(&pack, "4.1=1 4.2=1 4.3=1"));
    assert!(!found.contains("ClauseLow"), "{found}");
    // All of a clause of two are no three.
    let pack = make::pack("4 requirement\n 4.1\n 4.2");
    let found = told(&pack, &make::assessment(&pack, "4.1=0 4.2=0"));
    assert!(!found.contains("ClauseLow"), "{found}");
}

#[test]
fn the_items_of_a_subclause_count_once_by_the_lowest_level_known() {
    let outline = "7 requirement\n 7.1\n 7.2\n 7.5.1\n 7.5.2\n 7.5.3";
    for (answers, expected) in [
        // Three items, but two parts.
        ("7.1=1 7.5.1=1 7.5.2=1 7.5.3=1", false),
        ("7.1=1 7.2=1 7.5.1=3 7.5.2=3 7.5.3=1", true),
        ("7.1=1 7.2=1 7.5.2=1 7.5.3=?", true),
        ("7.1=1 7.2=1 7.5.1=2 7.5.2=3", false),
    ] {
        let pack = make::pack(outline);
        let found = told(&pack, &make::assessment(&pack, answers));
        assert_eq!(found.contains("ClauseLow"), expected, "{answers}: {found}");
    }
}

#[test]
fn more_than_a_quarter_of_the_controls_below_level_3_is_a_major_however_planned() {
    let outline = "8 requirement\n 8.2\n 8.3 treated\n\
                   A control\n A.1\n A.2\n A.3\n A.4\n A.5\n A.6\n A.7\n A.8";
    for (answers, expected) in [
        ("A.1=2 A.2=1", false),
        ("A.1=2 A.2=1 A.3=0", true),
        ("A.1=2od A.2=1od A.3=0od", true),
        // What is left out is no longer counted, what is not known counts as in place.
        ("A.1=2 A.2=1 A.3=-", true),
        ("A.1=2 A.2=1 A.3=?", false),
        ("A.1=2 A.2=1 A.3=~", false),
    ] {
        let pack = make::pack(outline);
        let found = told(&pack, &make::assessment(&pack, answers));
        let line = "major 8.3: ManyControlsBelow";
        assert_eq!(found.contains(line), expected, "{answers}: {found}");
    }
}

#[test]
fn controls_that_everybody_has_are_missed_one_by_one_and_three_together() {
    let outline =
        "6 requirement\n 6.1 plan\nA control\n A.1 expected\n A.2 expected\n A.3 expected\n \
                   A.4 expected\n A.5";
    let minor = |id| format!("minor {id}: ExpectedLeftOut");
    let minors: Vec<String> = ["A.1", "A.2", "A.3"].map(minor).into();
    let minors: Vec<&str> = minors.iter().map(String::as_str).collect();
    check(outline, "A.5=-", &[]);
    check(outline, "A.1=~", &[]);
    check(outline, "A.1=- A.2=-", &minors[..2]);
    let all = ["major 6.1: ManyLeftOut", minors[0], minors[1], minors[2]];
    check(outline, "A.1=- A.2=- A.3=-", &all);
}

#[test]
fn an_own_control_takes_the_place_of_one_that_everybody_has() {
    let pack = make::pack("A control\n A.1 expected\n A.2");
    for (name, answer, replaces, missed) in [
        ("Seal", "?", "A.1", false),
        ("Seal", "0", "A.1", false),
        ("Seal", "?", "A.2", true),
        ("Seal", "?", "", true),
        (" ", "?", "A.1", true),
        // One that is itself left out is no control.
        ("Seal", "-", "A.1", true),
    ] {
        let mut assessment = make::assessment(&pack, "A.1=-");
        let (answer, replaces) = (Rc::new(make::answer(answer)), replaces.into());
        assessment.own_controls.push(Rc::new(OwnControl {
            name: name.into(),
            answer,
            replaces,
            kept: "".into(),
        }));
        assert_eq!(!told(&pack, &assessment).is_empty(), missed, "{name:?}");
    }
}

#[test]
fn any_word_is_enough_to_leave_an_expected_control_out_and_none_accuses_nobody() {
    let pack = make::read(make::DEFAULT);
    let item = pack.find("A.7.7").expect("an item");
    for (reason, missed) in [("not relevant", true), ("No premises", true), ("  ", false)] {
        let mut assessment = make::assessment(&pack, "");
        let response = Some(Response::NotApplicable { reason: reason.into() });
        assessment.set(item, Some(Rc::new(Answer { response, ..Answer::default() })));
        assert_eq!(!told(&pack, &assessment).is_empty(), missed, "{reason:?}");
    }
}

#[test]
fn what_is_expected_under_answers_of_the_profile_is_missed_only_then() {
    let pack = make::read(make::DEFAULT);
    let told = |words: &str, premises: &str| {
        let mut assessment = make::assessment(&pack, words);
        let organisation = Rc::make_mut(&mut assessment.organisation);
        let chosen = [premises.into()].into_iter().collect();
        organisation.choices.insert("premises".into(), chosen);
        told(&pack, &assessment)
    };
    assert_eq!(told("A.7.1=-", "none"), "");
    assert_eq!(told("A.7.1=-", "own"), "minor A.7.1: ExpectedLeftOut by A.7.1=-");
    assert_eq!(told("A.7.7=-", "none"), "minor A.7.7: ExpectedLeftOut by A.7.7=-");
}

#[test]
fn the_gravest_come_first_and_then_the_order_of_the_pack() {
    let outline = "A control\n A.1\n A.2\n A.3 expected\n\
                   4 requirement\n 4.1 light\n 4.2 gate\n 4.3 determined\n\
                   5 requirement\n 5.1 light\n 5.2\n 5.3";
    check(
        outline,
        "A.1=0 A.2=0od A.3=- 4.1=0 4.2=2 4.3=2 5.1=0 5.2=1 5.3=0",
        &[
            "major system: LightTogether",
            "major system: ManyControlsBelow",
            "major clause 5: ClauseLow",
            "major 5.3: RequirementAbsent",
            "minor A.1: ControlBelow",
            "minor A.3: ExpectedLeftOut",
            "minor 4.1: LightAbsent",
            "minor 4.2: RequirementNotOperating",
            "minor 5.1: LightAbsent",
            "minor 5.2: RequirementInformal",
            "observation A.2: ControlPlanned",
            "observation 4.3: DeterminedOnly",
        ],
    );
}

#[test]
fn a_finding_names_what_it_rests_on() {
    for (answers, expected) in [
        ("4.1=2", "minor 4.1: RequirementNotOperating by 4.1=2"),
        ("4.1=1 4.2=0 4.9=1", "major clause 4: ClauseLow by 4.1=1 4.2=0 4.9=1"),
        ("A.1=-", "minor A.1: ExpectedLeftOut by A.1=-"),
    ] {
        let pack = make::pack("4 requirement\n 4.1\n 4.2 gate\n 4.9\nA control\n A.1 expected");
        let found = told(&pack, &make::assessment(&pack, answers));
        assert_eq!(found.lines().next(), Some(expected));
    }
}

#[test]
fn level_3_closes_all_but_what_is_left_out() {
    let outline = "4 requirement\n 4.1 gate\n 4.2\n 4.3 light\n 4.4 light\n\
                   A control\n A.1 core\n A.2\n A.3 expected";
    let pack = make::pack(outline);
    let assessment = make::assessment(&pack, "4.1=1 4.2=2 4.3=0 4.4=0 A.1=0 A.2=0od A.3=-");
    for finding in findings(&pack, &assessment, today()) {
        let left_out = finding.rule == Rule::ExpectedLeftOut;
        let expected = (!left_out).then_some(Level::OPERATING);
        assert_eq!(finding.closed_at(), expected, "{finding:?}");
    }
    let closed = make::assessment(&pack, "4.1=3 4.2=3 4.3=3 4.4=3 A.1=3 A.2=3od A.3=3");
    assert_eq!(findings(&pack, &closed, today()), []);
}

#[test]
fn the_quick_check_accuses_nobody_of_what_it_does_not_ask() {
    let outline =
        "4 requirement\n 4.1 quick\n 4.2 quick\n 4.3\nA control\n A.1 quick\n A.2\n A.3\n A.4";
    let pack = make::pack(outline);
    for (answers, expected) in [
        ("4.1=1 4.3=0", "minor 4.1: RequirementInformal by 4.1=1"),
        ("4.1=3 4.3=0", ""),
        (
            "4.1=1 4.2=1 4.3=1",
            "minor 4.1: RequirementInformal by 4.1=1\nminor 4.2: RequirementInformal by 4.2=1",
        ),
        ("A.1=2 A.2=0 A.3=0", "minor A.1: ControlBelow by A.1=2"),
    ] {
        assert_eq!(told(&pack, &make::quick(&pack, answers)), expected, "for {answers}");
    }
}

#[test]
fn what_stands_at_level_3_without_evidence_is_listed_for_both_kinds() {
    let pack = make::pack("4 requirement\n 4.1\n 4.2\n 4.3\nA control\n A.1\n A.2\n A.3\n A.4");
    let assessment = make::assessment(&pack, "4.1=2 4.2=3 4.3=4e A.1=3 A.2=4e A.3=- A.4=?");
    let found: Vec<&str> =
        without_evidence(&pack, &assessment).iter().map(|item| &*pack.items[*item].id).collect();
    assert_eq!(found, ["4.2", "A.1"]);
}
