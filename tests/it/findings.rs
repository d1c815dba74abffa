//! What an auditor would likely raise, rule by rule with the boundary on both sides.

use crate::make;
use plumbline::model::assessment::{Assessment, Level};
use plumbline::model::pack::Pack;
use plumbline::rules::findings::{findings, without_evidence, Finding, Grade, Rule, Subject};

/// A place in the words of the pack.
pub fn subject(pack: &Pack, subject: Subject) -> String {
    match subject {
        Subject::Item(item) => pack.items[item].id.to_string(),
        Subject::Clause(section) => format!("clause {}", pack.sections[section].id),
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
        let rests_on =
            rests_on.map(|(item, level)| format!("{}={}", pack.items[*item].id, level.number()));
        let rests_on = rests_on.collect::<Vec<_>>().join(" ");
        format!("{grade} {}: {:?} by {rests_on}", subject(pack, finding.subject), finding.rule)
    };
    findings(pack, assessment).into_iter().map(told).collect::<Vec<_>>().join("\n")
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

/// A clause whose last item is proven in most tests, so that nothing is systemic.
const CLAUSE: &str = "4 requirement\n 4.1\n 4.2 gate\n 4.9";

#[test]
fn a_requirement_is_graded_by_its_level_and_its_evidence() {
    for (answer, expected) in [
        ("4.1=0", Some("minor 4.1: RequirementLow")),
        ("4.1=1", Some("minor 4.1: RequirementLow")),
        ("4.1=1od", Some("minor 4.1: RequirementLow")),
        ("4.1=2", Some("minor 4.1: RequirementNotOperating")),
        ("4.1=2e", Some("minor 4.1: RequirementNotOperating")),
        ("4.1=3", Some("observation 4.1: NoEvidence")),
        ("4.1=4", Some("observation 4.1: NoEvidence")),
        ("4.1=3e", None),
        ("4.1=4e", None),
        ("4.2=0", Some("major 4.2: GateAbsent")),
        ("4.2=1", Some("major 4.2: GateAbsent")),
        ("4.2=2", Some("minor 4.2: RequirementNotOperating")),
        ("4.2=3", Some("observation 4.2: NoEvidence")),
        ("4.2=3e", None),
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        check(CLAUSE, &format!("{answer} 4.9=4e"), &expected);
    }
}

#[test]
fn a_control_is_graded_by_its_level_its_owner_and_its_date() {
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
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        check("A control\n A.1", answer, &expected);
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
fn a_clause_is_absent_only_where_all_of_it_is_answered_with_level_0_or_1() {
    let outline = "4 requirement\n 4.1\n 4.2";
    let low = ["minor 4.1: RequirementLow", "minor 4.2: RequirementLow"];
    check(outline, "4.1=0 4.2=1", &["major clause 4: ClauseAbsent", low[0], low[1]]);
    check(outline, "4.1=0 4.2=2", &[low[0], "minor 4.2: RequirementNotOperating"]);
    check(outline, "4.1=0 4.2=3e", &low[..1]);
    // What is open may be well in place.
    check(outline, "4.1=0", &low[..1]);
    check(outline, "4.1=0 4.2=?", &low[..1]);
    check(outline, "4.1=0 4.2=-", &low[..1]);
    // It says more than that there are many.
    let outline = "4 requirement\n 4.1\n 4.2\n 4.3";
    let rules = |answers| {
        let pack = make::pack(outline);
        let found = told(&pack, &make::assessment(&pack, answers));
        ["ClauseAbsent", "ManyMinors"].map(|rule| found.matches(rule).count())
    };
    assert_eq!(rules("4.1=0 4.2=0 4.3=1"), [1, 0]);
    assert_eq!(rules("4.1=0 4.2=0 4.3=2"), [0, 1]);
    assert_eq!(rules("4.1=0 4.2=0 4.3=3"), [0, 0]);
    assert_eq!(rules("4.1=0 4.2=0"), [0, 0]);
}

#[test]
fn three_requirements_of_a_clause_below_level_3_are_one_major_and_two_are_none() {
    let outline = "4 requirement\n 4.1\n 4.2 gate\n 4.3\n 4.4";
    let minors = ["minor 4.1: RequirementNotOperating", "minor 4.3: RequirementLow"];
    let many = "major clause 4: ManyMinors";
    check(outline, "4.1=2 4.2=3e 4.3=1 4.4=3e", &minors);
    check(outline, "4.1=2 4.2=2 4.3=1 4.4=3e", &{
        [many, minors[0], "minor 4.2: RequirementNotOperating", minors[1]]
    });
    // A gate that is absent counts, so that raising it to level 2 does not make the number full.
    check(outline, "4.1=2 4.2=1 4.3=1 4.4=3e", &{
        [many, "major 4.2: GateAbsent", minors[0], minors[1]]
    });
    // An observation does not.
    check(outline, "4.1=2 4.3=1 4.4=3", &[minors[0], minors[1], "observation 4.4: NoEvidence"]);
    check(outline, "4.1=2 4.2=? 4.3=1 4.4=3e", &minors);
}

#[test]
fn minors_of_two_clauses_and_of_controls_do_not_add_up() {
    let outline = "4 requirement\n 4.1\n 4.2\n 4.3\n5 requirement\n 5.1\n 5.2\n 5.3";
    let answers = "4.1=2 4.2=2 4.3=3e 5.1=2 5.2=2 5.3=3e";
    let minor = |id| format!("minor {id}: RequirementNotOperating");
    let expected = ["4.1", "4.2", "5.1", "5.2"].map(minor);
    check(outline, answers, &expected.each_ref().map(String::as_str));
    let minor = |id| format!("minor {id}: ControlBelow");
    let expected = ["A.1", "A.2", "A.3", "A.4"].map(minor);
    let outline = "A control\n A.1\n A.2\n A.3\n A.4";
    check(outline, "A.1=0 A.2=0 A.3=1 A.4=1", &expected.each_ref().map(String::as_str));
}

#[test]
fn the_gravest_come_first_and_then_the_order_of_the_pack() {
    let outline = "A control\n A.1\n A.2\n4 requirement\n 4.1\n 4.2 gate\n5 requirement\n 5.1 gate";
    check(
        outline,
        "A.1=0 A.2=0od 4.1=3 4.2=2 5.1=0",
        &[
            "major clause 5: ClauseAbsent",
            "major 5.1: GateAbsent",
            "minor A.1: ControlBelow",
            "minor 4.2: RequirementNotOperating",
            "observation A.2: ControlPlanned",
            "observation 4.1: NoEvidence",
        ],
    );
}

#[test]
fn a_finding_names_the_levels_it_rests_on() {
    for (answers, expected) in [
        ("4.1=2 4.9=3e", "minor 4.1: RequirementNotOperating by 4.1=2"),
        ("4.1=1 4.2=0 4.9=1", "major clause 4: ClauseAbsent by 4.1=1 4.2=0 4.9=1"),
        ("4.1=1 4.2=0 4.9=2", "major clause 4: ManyMinors by 4.1=1 4.2=0 4.9=2"),
    ] {
        let pack = make::pack(CLAUSE);
        let found = told(&pack, &make::assessment(&pack, answers));
        assert_eq!(found.lines().next(), Some(expected));
    }
}

#[test]
fn level_3_closes_what_evidence_does_not() {
    let pack = make::pack("4 requirement\n 4.1 gate\n 4.2\n 4.3\nA control\n A.1\n A.2");
    let assessment = make::assessment(&pack, "4.1=1 4.2=2 4.3=3 A.1=0 A.2=0od");
    for finding in findings(&pack, &assessment) {
        let expected = (finding.rule != Rule::NoEvidence).then_some(Level::OPERATING);
        assert_eq!(finding.closed_at(), expected, "{finding:?}");
    }
    let closed = make::assessment(&pack, "4.1=3e 4.2=3e 4.3=3e A.1=3 A.2=3od");
    assert_eq!(findings(&pack, &closed), []);
}

#[test]
fn the_quick_check_finds_what_it_asks_and_speaks_of_no_clause_that_it_does_not_know() {
    let pack = make::pack("4 requirement\n 4.1 quick\n 4.2 quick\n 4.3 quick\n 4.4");
    for (answers, expected) in [
        ("4.1=0 4.4=0", "minor 4.1: RequirementLow by 4.1=0"),
        ("4.1=3e 4.4=0", ""),
        (
            "4.1=0 4.2=2 4.3=1",
            "major clause 4: ManyMinors by 4.1=0 4.2=2 4.3=1\n\
             minor 4.1: RequirementLow by 4.1=0\n\
             minor 4.2: RequirementNotOperating by 4.2=2\n\
             minor 4.3: RequirementLow by 4.3=1",
        ),
    ] {
        assert_eq!(told(&pack, &make::quick(&pack, answers)), expected, "for {answers}");
    }
    for (outline, all_is_asked) in [(" 4.1 quick\n 4.2", false), (" 4.1 quick\n 4.2 quick", true)] {
        let pack = make::pack(&format!("4 requirement\n{outline}"));
        let found = told(&pack, &make::quick(&pack, "4.1=0 4.2=1"));
        assert_eq!(found.contains("ClauseAbsent"), all_is_asked, "{found}");
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
