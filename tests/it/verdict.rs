//! Whether the stages of a certification could be passed.

use crate::{findings::subject, make};
use plumbline::model::assessment::{Assessment, Mode, Organisation, Size};
use plumbline::model::pack::{ItemIx, Pack};
use plumbline::rules::verdict::{next_answers, verdict, Reason, Stage, Unmet};
use plumbline::save;
use std::rc::Rc;

fn ids(pack: &Pack, items: &[ItemIx]) -> String {
    items.iter().map(|item| &*pack.items[*item].id).collect::<Vec<_>>().join(" ")
}

/// A stage in words, such as `not: 4.1 Written, clause 5 NoMajor(ClauseAbsent)` or `missing 4.2`.
fn told(pack: &Pack, stage: &Stage) -> String {
    match stage {
        Stage::Ready => "ready".into(),
        Stage::CannotSay { missing } => format!("missing {}", ids(pack, missing)).trim().into(),
        Stage::NotReady(reasons) => {
            let reasons = reasons.iter();
            let told = reasons.map(|one| format!("{} {:?}", subject(pack, one.subject), one.unmet));
            format!("not: {}", told.collect::<Vec<_>>().join(", "))
        }
    }
}

#[track_caller]
fn check(pack: &Pack, assessment: &Assessment, words: &str, [first, second]: [&str; 2]) {
    let found = verdict(pack, assessment);
    assert_eq!(told(pack, &found.stage1), first, "Stage 1 for {words:?}");
    assert_eq!(told(pack, &found.stage2), second, "Stage 2 for {words:?}");
}

const PACK: &str = "
    4 requirement
      4.1 stage1
      4.2 stage2
      4.3 gate stage1 stage2
      4.4
    A control
      A.1
      A.2
";

#[test]
fn each_condition_has_its_boundary() {
    let pack = make::pack(PACK);
    for (change, first, second) in [
        ("", "ready", "ready"),
        // Stage 1 asks for level 2, and Stage 2 for Stage 1.
        ("4.1=2", "ready", "ready"),
        ("4.1=1", "not: 4.1 Written", "not: 4.1 Written"),
        ("4.1=0", "not: 4.1 Written", "not: 4.1 Written"),
        // Stage 2 asks for level 3.
        ("4.2=3", "ready", "ready"),
        ("4.2=2", "ready", "not: 4.2 Operating"),
        ("4.3=2", "ready", "not: 4.3 Operating"),
        // A place has one reason, the first.
        ("4.3=1", "not: 4.3 Written", "not: 4.3 Written"),
        // What neither stage is marked for stops only together with others.
        ("4.4=0", "ready", "ready"),
        ("4.1=2 4.4=0", "ready", "ready"),
        ("4.1=2 4.2=2 4.4=0", "ready", "not: clause 4 NoMajor(ManyMinors), 4.2 Operating"),
        // A control is in place, planned by an owner and a date, or left out.
        ("A.1=2", "ready", "not: A.1 ControlInPlace"),
        ("A.1=2o", "ready", "not: A.1 ControlInPlace"),
        ("A.1=2d", "ready", "not: A.1 ControlInPlace"),
        ("A.1=0od", "ready", "ready"),
        ("A.1=-", "ready", "ready"),
        // What is open.
        ("4.1=?", "missing 4.1", "missing 4.1"),
        ("4.1=-", "missing 4.1", "missing 4.1"),
        ("4.2=?", "ready", "missing 4.2"),
        ("4.4=?", "ready", "missing 4.4"),
        ("A.1=?", "ready", "missing A.1"),
        ("A.1=?od", "ready", "missing A.1"),
        ("A.1=~", "ready", "missing A.1"),
        ("A.1=? 4.3=?", "missing 4.3", "missing 4.3 A.1"),
        // What fails goes before what is open.
        ("4.1=1 4.2=? 4.3=?", "not: 4.1 Written", "not: 4.1 Written"),
        ("4.1=? A.1=0", "missing 4.1", "not: A.1 ControlInPlace"),
    ] {
        let base = "4.1=3 4.2=3 4.3=3 4.4=3 A.1=3 A.2=3";
        let words = format!("{base} {change}");
        check(&pack, &make::assessment(&pack, &words), &words, [first, second]);
    }
}

#[test]
fn without_an_answer_nothing_can_be_said() {
    let pack = make::pack(PACK);
    let expected = ["missing 4.1 4.3", "missing 4.1 4.2 4.3 4.4 A.1 A.2"];
    check(&pack, &make::assessment(&pack, ""), "", expected);
}

#[test]
fn a_gate_without_a_mark_for_a_stage_still_stops_the_second() {
    let pack = make::pack("4 requirement\n 4.1 gate\n 4.2 stage1 stage2");
    for (answers, second) in [
        ("4.1=2 4.2=3", "ready"),
        ("4.1=1 4.2=3", "not: 4.1 NoMajor(GateAbsent)"),
        ("4.1=? 4.2=3", "missing 4.1"),
    ] {
        check(&pack, &make::assessment(&pack, answers), answers, ["ready", second]);
    }
}

#[test]
fn a_pack_that_marks_nothing_for_a_stage_says_nothing_of_it() {
    let pack = make::pack("4 requirement\n 4.1 stage1");
    check(&pack, &make::assessment(&pack, "4.1=3"), "4.1=3", ["ready", "missing"]);
    let pack = make::pack("4 requirement\n 4.1 stage2");
    check(&pack, &make::assessment(&pack, "4.1=3"), "4.1=3", ["missing", "missing"]);
}

#[test]
fn reasons_stand_in_the_order_of_the_pack_with_a_clause_before_its_items() {
    let pack = make::pack("A control\n A.1\n4 requirement\n 4.1 stage1\n 4.2\n 4.3 stage2 gate");
    let words = "A.1=0 4.1=0 4.2=0 4.3=0";
    let clause = "clause 4 NoMajor(ClauseAbsent), 4.1 Written, 4.3 NoMajor(GateAbsent)";
    let second = format!("not: A.1 ControlInPlace, {clause}");
    check(&pack, &make::assessment(&pack, words), words, ["not: 4.1 Written", &second]);
}

#[test]
fn the_quick_check_is_not_ready_or_cannot_say() {
    let pack = make::pack(
        "4 requirement\n 4.1 stage1 gate quick\n 4.2 stage1\n 4.3 stage2\nA control\n A.1 quick",
    );
    for (answers, first, second) in [
        ("", "missing 4.1 4.2", "missing 4.1 4.2 4.3 A.1"),
        ("4.1=4 A.1=4", "missing 4.2", "missing 4.2 4.3"),
        ("4.1=4 4.2=4 4.3=4 A.1=4", "missing 4.2", "missing 4.2 4.3"),
        ("4.1=4 4.2=0 4.3=0 A.1=4", "missing 4.2", "missing 4.2 4.3"),
        ("4.1=1", "not: 4.1 Written", "not: 4.1 Written"),
        ("4.1=4 A.1=2", "missing 4.2", "not: A.1 ControlInPlace"),
        ("4.1=4 A.1=2od", "missing 4.2", "missing 4.2 4.3"),
    ] {
        check(&pack, &make::quick(&pack, answers), answers, [first, second]);
    }
    let pack = make::pack("4 requirement\n 4.1 stage1 stage2 quick");
    check(&pack, &make::quick(&pack, "4.1=4"), "all is asked", ["missing", "missing"]);
}

#[test]
fn the_cheapest_missing_answers_come_first() {
    let outline =
        "4 requirement\n 4.1 stage1 effort=3,1\n 4.2 stage1 effort=2,2\n 4.3 effort=1,3\n \
                   4.4 stage2 effort=2,2";
    let pack = make::pack(outline);
    for (size, words, first, second) in [
        (None, "", "4.2 4.1", "4.3 4.2 4.4 4.1"),
        (Some(Size::Medium), "", "4.1 4.2", "4.1 4.2 4.4 4.3"),
        (None, "4.1=3 4.2=?", "4.2", "4.3 4.2 4.4"),
        (None, "4.1=3 4.2=3", "", "4.3 4.4"),
        (None, "4.1=3 4.2=3 4.3=3 4.4=3", "", ""),
        // No answer helps where a level has to rise first.
        (None, "4.1=1 4.3=3", "", ""),
        (None, "4.1=3 4.2=3 4.4=2", "", ""),
        // One low answer does not make a clause absent.
        (None, "4.3=1", "4.2 4.1", "4.2 4.4 4.1"),
    ] {
        let mut assessment = make::assessment(&pack, words);
        assessment.organisation = Rc::new(Organisation { size, ..Organisation::default() });
        let found = verdict(&pack, &assessment);
        let next = |stage| ids(&pack, &next_answers(&pack, &assessment, stage));
        assert_eq!(next(&found.stage1), first, "Stage 1 for {words:?}, {size:?}");
        assert_eq!(next(&found.stage2), second, "Stage 2 for {words:?}, {size:?}");
    }
}

/// A sample with the default pack.
fn sample(text: &str) -> (Rc<Pack>, Assessment) {
    let pack = make::read(make::DEFAULT);
    let (assessment, problems) = save::restore(text, &pack).expect("a save file");
    assert_eq!(problems, []);
    assert_eq!(assessment.mode, Mode::Full);
    (pack, assessment)
}

/// The reasons of a stage without controls, and how many of these it has.
fn without_controls(pack: &Pack, stage: &Stage) -> (String, usize) {
    let Stage::NotReady(reasons) = stage else { panic!("{stage:?}") };
    let of_control = |reason: &&Reason| reason.unmet == Unmet::ControlInPlace;
    let controls = reasons.iter().filter(of_control).count();
    let others = reasons.iter().filter(|reason| !of_control(reason)).copied().collect();
    (told(pack, &Stage::NotReady(others)), controls)
}

#[test]
fn the_sample_that_starts_is_ready_for_neither_stage() {
    let (pack, assessment) = sample(include_str!("../../static/samples/starting.json"));
    let found = verdict(&pack, &assessment);
    let (first, _) = without_controls(&pack, &found.stage1);
    let items = "4.1 4.2 4.3 5.2 5.3 6.1.2 6.1.3 6.2 7.5.1 7.5.3 8.2 9.2.2";
    assert_eq!(first, format!("not: {} Written", items.replace(' ', " Written, ")));
    let (second, controls) = without_controls(&pack, &found.stage2);
    // Three clauses are answered in full, and three have open answers but enough that is low.
    for (clauses, rule) in [(["4", "5", "8"], "ClauseAbsent"), (["6", "7", "9"], "ManyMinors")] {
        for clause in clauses {
            let reason = format!("clause {clause} NoMajor({rule})");
            assert!(second.contains(&reason), "{reason} in {second}");
        }
    }
    assert!(!second.contains("clause 10 "), "one of its two items is open: {second}");
    assert_eq!(controls, 33);
    assert!(next_answers(&pack, &assessment, &found.stage2).is_empty(), "no answer helps");
}

#[test]
fn the_sample_halfway_is_not_ready_for_stage_1() {
    let (pack, assessment) = sample(include_str!("../../static/samples/halfway.json"));
    let found = verdict(&pack, &assessment);
    assert_eq!(told(&pack, &found.stage1), "not: 6.1.3 Written, 7.5.1 Written, 9.3.2 Written");
    let (second, controls) = without_controls(&pack, &found.stage2);
    let expected = [
        "not: clause 4 NoMajor(ManyMinors), 5.1 Operating, clause 6 NoMajor(ManyMinors)",
        "6.1.3 Written, 6.2 Operating, clause 7 NoMajor(ManyMinors), 7.2 Operating",
        "7.3 Operating, 7.5.1 Written, 8.1 Operating, 8.3 Operating, clause 9 NoMajor(ManyMinors), 9.1 Operating",
        "9.2.1 NoMajor(GateAbsent), 9.2.2 Operating, 9.3.1 NoMajor(GateAbsent), 9.3.2 Written",
        "9.3.3 Operating, 10.2 Operating",
    ];
    assert_eq!((second, controls), (expected.join(", "), 13));
}

#[test]
fn the_ready_sample_lacks_three_things_for_stage_2() {
    let (pack, assessment) = sample(include_str!("../../static/samples/ready.json"));
    let second = "not: 7.3 Operating, 9.2.1 Operating, 10.2 Operating";
    check(&pack, &assessment, "ready", ["ready", second]);
    let mut quick = assessment.clone();
    quick.mode = Mode::Quick;
    let first = "missing 4.1 4.2 5.3 6.2 7.5.3 9.3.2";
    check(&pack, &quick, "ready", [first, "not: 9.2.1 Operating, 10.2 Operating"]);
}
