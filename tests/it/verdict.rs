//! Whether the stages of a certification could be passed.

use crate::{findings::subject, make, support::today};
use plumbline::model::assessment::{
    Answer, Assessment, Implementation, Mode, Organisation, OwnControl, Size,
};
use plumbline::model::pack::{ItemIx, Pack};
use plumbline::rules::verdict::{next_answers, verdict, MissingInput, Reason, Stage};
use plumbline::save;
use std::rc::Rc;

fn ids(pack: &Pack, items: &[ItemIx]) -> String {
    items.iter().map(|item| &*pack.items[*item].id).collect::<Vec<_>>().join(" ")
}

/// A stage in words, such as `not: 4.1 Defined, clause 5 NoMajor(ClauseLow)` or `missing 4.2`, where
/// `4.2!` is a decision, `4.2e` evidence and `own 0` an own control.
fn told(pack: &Pack, stage: &Stage) -> String {
    let reasons = |reasons: &[Reason]| {
        let told =
            reasons.iter().map(|one| format!("{} {:?}", subject(pack, one.subject), one.unmet));
        told.collect::<Vec<_>>().join(", ")
    };
    match stage {
        Stage::Ready => "ready".into(),
        Stage::ReadyWith(rest) => format!("ready with: {}", reasons(rest)),
        Stage::NotReady(stops) => format!("not: {}", reasons(stops)),
        Stage::CannotSay { missing } => {
            let told = missing.iter().map(|one| match *one {
                MissingInput::Answer(item) => ids(pack, &[item]),
                MissingInput::Decision(item) => ids(pack, &[item]) + "!",
                MissingInput::Evidence(item) => ids(pack, &[item]) + "e",
                MissingInput::OwnControl(at) => format!("own {at}"),
            });
            format!("missing {}", told.collect::<Vec<_>>().join(" ")).trim().into()
        }
    }
}

#[track_caller]
fn check(pack: &Pack, assessment: &Assessment, words: &str, [first, second]: [&str; 2]) {
    let found = verdict(pack, assessment, today());
    assert_eq!(told(pack, &found.stage1), first, "Stage 1 for {words:?}");
    assert_eq!(told(pack, &found.stage2), second, "Stage 2 for {words:?}");
}

const PACK: &str = "
    4 requirement
      4.1 stage1=stop
      4.2 stage1=concern
      4.3 gate stage1=stop
      4.4 gate stage2
      4.5
    A control
      A.1
      A.2
";

#[test]
fn each_condition_has_its_boundary() {
    let pack = make::pack(PACK);
    for (change, first, second) in [
        ("", "ready", "ready"),
        // Stage 1 stops below level 2, and Stage 2 with it.
        ("4.1=2", "ready", "ready with: 4.1 NoMinor(RequirementNotOperating)"),
        ("4.1=1", "not: 4.1 Defined", "not: 4.1 Defined"),
        ("4.1=0", "not: 4.1 Defined", "not: 4.1 Defined"),
        // An area of concern does not stop it.
        ("4.2=2", "ready", "ready with: 4.2 NoMinor(RequirementNotOperating)"),
        ("4.2=1", "ready with: 4.2 NoConcern", "ready with: 4.2 NoMinor(RequirementInformal)"),
        ("4.2=0", "ready with: 4.2 NoConcern", "not: 4.2 NoMajor(RequirementAbsent)"),
        // A place has one reason, the first.
        ("4.3=1", "not: 4.3 Defined", "not: 4.3 Defined"),
        ("4.3=2e", "ready", "ready with: 4.3 NoMinor(RequirementNotOperating)"),
        // What is planned and was never done stops Stage 2 alone.
        ("4.4=2e", "ready", "not: 4.4 NoMajor(NotCarriedOut)"),
        // A few controls are minors, planned ones not even that.
        ("A.1=2", "ready", "not: system NoMajor(ManyControlsBelow)"),
        ("A.1=-", "ready", "ready"),
        // What is open.
        ("4.1=?", "missing 4.1", "missing 4.1"),
        ("4.1=-", "missing 4.1", "missing 4.1"),
        ("4.2=?", "missing 4.2", "missing 4.2"),
        ("4.5=?", "ready", "missing 4.5"),
        ("A.1=?", "missing A.1!", "missing A.1"),
        ("A.1=~", "missing A.1!", "missing A.1"),
        // A gate shows something.
        ("4.3=3", "ready", "missing 4.3e"),
        ("4.4=4", "ready", "missing 4.4e"),
        ("4.3=? 4.4=4", "missing 4.3", "missing 4.3 4.4e"),
        // What fails goes before what is open.
        ("4.1=1 4.2=? 4.3=?", "not: 4.1 Defined", "not: 4.1 Defined"),
        ("4.1=? 4.4=2e", "missing 4.1", "not: 4.4 NoMajor(NotCarriedOut)"),
        ("4.1=2 4.2=?", "missing 4.2", "missing 4.2"),
    ] {
        let base = "4.1=3 4.2=3 4.3=3e 4.4=3e 4.5=3 A.1=3 A.2=3";
        let words = format!("{base} {change}");
        check(&pack, &make::assessment(&pack, &words), &words, [first, second]);
    }
}

/// A pack with one requirement and so many controls.
fn with_controls(n: usize) -> Rc<Pack> {
    let controls: String = (1..=n).map(|n| format!(" A.{n}\n")).collect();
    make::pack(&format!("8 requirement\n 8.3 treated stage1=stop\nA control\n{controls}"))
}

#[test]
fn more_than_three_controls_and_more_than_a_tenth_below_level_3_stop_stage_2_however_planned() {
    let judge = |n: usize, below: usize, how: &str| {
        let pack = with_controls(n);
        let level = |at| if at <= below { how } else { "3" };
        let words: String = (1..=n).map(|at| format!(" A.{at}={}", level(at))).collect();
        let found = verdict(&pack, &make::assessment(&pack, &format!("8.3=3{words}")), today());
        assert_eq!(found.stage1, Stage::Ready);
        told(&pack, &found.stage2)
    };
    assert_eq!(judge(40, 4, "2od"), "ready");
    assert_eq!(judge(40, 5, "2od"), "not: 8.3 ControlsInPlace(5)");
    assert_eq!(judge(39, 4, "2od"), "not: 8.3 ControlsInPlace(4)");
    assert_eq!(judge(12, 3, "2od"), "ready");
    assert!(judge(40, 4, "2").starts_with("ready with: A.1 NoMinor(ControlBelow), A.2 "));
}

#[test]
fn own_controls_count_by_their_state_and_need_one() {
    let pack = with_controls(40);
    let words: String =
        (1..=40).map(|at| format!(" A.{at}={}", if at <= 3 { "2od" } else { "3" })).collect();
    let mut assessment = make::assessment(&pack, &format!("8.3=3{words}"));
    check(&pack, &assessment, "without", ["ready", "ready"]);
    let own = |implementation| {
        let answer = Answer { implementation, ..Answer::default() };
        Rc::new(OwnControl {
            name: "Seal".into(),
            answer: Rc::new(answer),
            ..OwnControl::default()
        })
    };
    assessment.own_controls = vec![own(None)];
    check(&pack, &assessment, "without a state", ["ready", "missing own 0"]);
    assessment.own_controls = vec![own(Some(Implementation::Full))];
    check(&pack, &assessment, "in place", ["ready", "ready"]);
    // Four of 41 are no tenth, five of 42 are one.
    assessment.own_controls = vec![own(Some(Implementation::Partly))];
    check(&pack, &assessment, "partly", ["ready", "ready"]);
    assessment.own_controls =
        vec![own(Some(Implementation::No)), own(Some(Implementation::Planned))];
    check(&pack, &assessment, "two", ["ready", "not: 8.3 ControlsInPlace(5)"]);
}

#[test]
fn three_controls_left_out_that_everybody_has_stop_stage_1() {
    let outline = "6 requirement\n 6.1 plan stage1=stop\n\
                   A control\n A.1 expected\n A.2 expected\n A.3 expected\n A.4";
    let pack = make::pack(outline);
    for (answers, first, second) in [
        (
            "6.1=3 A.1=- A.2=- A.3=3 A.4=3",
            "ready",
            "ready with: A.1 NoMinor(ExpectedLeftOut), A.2 NoMinor(ExpectedLeftOut)",
        ),
        ("6.1=3 A.1=- A.2=- A.3=- A.4=3", "not: 6.1 LeftOut(3)", "not: 6.1 LeftOut(3)"),
        ("6.1=1 A.1=- A.2=- A.3=- A.4=3", "not: 6.1 Defined", "not: 6.1 Defined"),
    ] {
        check(&pack, &make::assessment(&pack, answers), answers, [first, second]);
    }
}

#[test]
fn a_control_is_decided_by_a_level_a_reason_or_that_it_applies() {
    let pack = make::pack("4 requirement\n 4.1 stage1=stop\nA control\n A.1");
    for (applicable, what, first) in [
        (false, "?", "missing A.1!"),
        (true, "?", "ready"),
        (false, "~", "missing A.1!"),
        (false, "-", "ready"),
        (false, "3", "ready"),
    ] {
        let mut assessment = make::assessment(&pack, "4.1=3");
        let answer = Answer { applicable, ..make::answer(what) };
        assessment.set(1, Some(Rc::new(answer)));
        let found = verdict(&pack, &assessment, today());
        assert_eq!(told(&pack, &found.stage1), first, "{applicable} {what}");
    }
}

#[test]
fn without_an_answer_nothing_can_be_said() {
    let pack = make::pack(PACK);
    let expected = ["missing 4.1 4.2 4.3 A.1! A.2!", "missing 4.1 4.2 4.3 4.4 4.5 A.1 A.2"];
    check(&pack, &make::assessment(&pack, ""), "", expected);
}

#[test]
fn a_pack_that_marks_nothing_for_stage_1_says_nothing() {
    let pack = make::pack("4 requirement\n 4.1 stage2");
    check(&pack, &make::assessment(&pack, "4.1=3"), "4.1=3", ["missing", "missing"]);
}

#[test]
fn reasons_stand_in_the_order_of_the_pack_with_a_clause_before_its_items() {
    let outline =
        "A control\n A.1 core\n A.2\n A.3\n A.4\n4 requirement\n 4.1 stage1=stop\n 4.2 light\n 4.3 gate";
    let pack = make::pack(outline);
    let words = "A.1=0 4.1=0 4.2=0 4.3=1";
    let rest = "clause 4 NoMajor(ClauseLow), 4.1 Defined, 4.3 NoMajor(GateInformal)";
    let second = format!("not: A.1 NoMajor(CoreAbsent), {rest}");
    check(&pack, &make::assessment(&pack, words), words, ["not: 4.1 Defined", &second]);
}

#[test]
fn the_quick_check_is_not_ready_or_cannot_say() {
    let pack = make::pack(
        "4 requirement\n 4.1 stage1=stop gate quick\n 4.2 stage1=stop\n 4.3\nA control\n A.1 quick\n A.2",
    );
    let (first, second) = ("missing 4.2 A.2!", "missing 4.2 4.3 A.2");
    for (answers, first, second) in [
        ("", "missing 4.1 4.2 A.1! A.2!", "missing 4.1 4.2 4.3 A.1 A.2"),
        ("4.1=4e A.1=4", first, second),
        ("4.1=4e 4.2=4 4.3=4 A.1=4 A.2=4", first, second),
        ("4.1=4e 4.2=0 4.3=0 A.1=4", first, second),
        ("4.1=4 A.1=4", first, "missing 4.1e 4.2 4.3 A.2"),
        ("4.1=1 A.1=4", "not: 4.1 Defined", "not: 4.1 Defined"),
    ] {
        check(&pack, &make::quick(&pack, answers), answers, [first, second]);
    }
    // It decides nothing that it does not ask.
    let mut assessment = make::quick(&pack, "4.1=4e A.1=4");
    assessment.set(4, Some(Rc::new(Answer { applicable: true, ..Answer::default() })));
    check(&pack, &assessment, "said to apply", [first, second]);
    let pack = make::pack("4 requirement\n 4.1 stage1=stop quick");
    check(&pack, &make::quick(&pack, "4.1=4"), "all is asked", ["missing", "missing"]);
}

#[test]
fn the_cheapest_missing_answers_come_first() {
    let outline = "4 requirement\n 4.1 stage1=stop effort=3,1\n 4.2 stage1=stop effort=2,2\n \
                   4.3 effort=1,3\n 4.4 gate effort=2,2";
    let pack = make::pack(outline);
    for (size, words, first, second) in [
        (None, "", "4.2 4.1", "4.3 4.2 4.4 4.1"),
        (Some(Size::Medium), "", "4.1 4.2", "4.1 4.2 4.4 4.3"),
        (None, "4.1=3 4.2=?", "4.2", "4.3 4.2 4.4"),
        (None, "4.1=3 4.2=3", "", "4.3 4.4"),
        // Evidence is missing where a gate names none.
        (None, "4.1=3 4.2=3 4.3=3 4.4=3", "", "4.4"),
        (None, "4.1=3 4.2=3 4.3=3 4.4=3e", "", ""),
        // No answer helps where a level has to rise first.
        (None, "4.1=1 4.3=3", "", ""),
        (None, "4.1=3 4.2=3 4.4=1", "", ""),
    ] {
        let mut assessment = make::assessment(&pack, words);
        assessment.organisation = Rc::new(Organisation { size, ..Organisation::default() });
        let found = verdict(&pack, &assessment, today());
        let next = |stage| ids(&pack, &next_answers(&pack, &assessment, stage));
        assert_eq!(next(&found.stage1), first, "Stage 1 for {words:?}, {size:?}");
        assert_eq!(next(&found.stage2), second, "Stage 2 for {words:?}, {size:?}");
    }
}

/// The default pack with all at level 3, evidence named everywhere, and some changes.
fn all_at_3_but(change: impl Fn(&str) -> Option<&'static str>) -> (Rc<Pack>, Assessment) {
    let pack = make::read(make::DEFAULT);
    let words =
        pack.items.iter().map(|item| format!("{}={}", item.id, change(&item.id).unwrap_or("3e")));
    let assessment = make::assessment(&pack, &words.collect::<Vec<_>>().join(" "));
    (pack, assessment)
}

#[test]
fn a_lead_auditor_would_say_the_same() {
    let is_control = |id: &str| id.starts_with('A');
    for (case, change, first, second) in [
        (
            "controls run with records and no paper",
            Box::new(|_: &str| None) as Box<dyn Fn(&str) -> Option<&'static str>>,
            "ready",
            "ready",
        ),
        (
            "only 7.2 is decided and not done",
            Box::new(|id| (id == "7.2").then_some("2e")),
            "ready",
            "ready with: 7.2 NoMinor(RequirementNotOperating)",
        ),
        (
            "audit and review planned and not yet held",
            Box::new(|id| ["9.2.1", "9.3.1"].contains(&id).then_some("2e")),
            "ready",
            "not: 9.2.1 NoMajor(NotCarriedOut), 9.3.1 NoMajor(NotCarriedOut)",
        ),
        (
            "only 6.3 is absent",
            Box::new(|id| (id == "6.3").then_some("0")),
            "ready",
            "ready with: 6.3 NoMinor(LightAbsent)",
        ),
        (
            "6.3 and 7.4 are absent",
            Box::new(|id| ["6.3", "7.4"].contains(&id).then_some("0")),
            "ready",
            "not: system NoMajor(LightTogether)",
        ),
        (
            "a new system that has decided on 4.1, 4.2 and 4.4",
            Box::new(|id| ["4.1", "4.2", "4.4"].contains(&id).then_some("2e")),
            "ready",
            "ready with: 4.4 NoMinor(RequirementNotOperating)",
        ),
        (
            "no copy of the data and no plan",
            Box::new(|id| (id == "A.8.13").then_some("0")),
            "ready",
            "not: A.8.13 NoMajor(CoreAbsent)",
        ),
    ] {
        let (pack, assessment) = all_at_3_but(change);
        check(&pack, &assessment, case, [first, second]);
    }
    // All controls absent, with dates in three years.
    let (pack, mut assessment) = all_at_3_but(move |id| is_control(id).then_some("0od"));
    let due = plumbline::model::date::Date::parse("2029-11-22");
    for (item, _) in pack.items.iter().enumerate().filter(|(_, item)| is_control(&item.id)) {
        assessment.set(item, Some(Rc::new(Answer { due, ..make::answer("0od") })));
    }
    let found = told(&pack, &verdict(&pack, &assessment, today()).stage2);
    assert!(found.starts_with("not: 8.3 NoMajor(ManyControlsBelow)"), "{found}");
    // All controls left out.
    let (pack, assessment) = all_at_3_but(move |id| is_control(id).then_some("-"));
    let found = told(&pack, &verdict(&pack, &assessment, today()).stage1);
    assert_eq!(found, "not: 6.1.3 LeftOut(40)");
    // No evidence anywhere.
    let (pack, assessment) = all_at_3_but(|_| Some("3"));
    let gates = pack.items.iter().filter(|item| item.gate).map(|item| format!("{}e", item.id));
    let missing = format!("missing {}", gates.collect::<Vec<_>>().join(" "));
    check(&pack, &assessment, "no evidence", ["ready", &missing]);
}

/// A sample with the default pack.
fn sample(text: &str) -> (Rc<Pack>, Assessment) {
    let pack = make::read(make::DEFAULT);
    let (assessment, problems) = save::restore(text, &pack).expect("a save file");
    assert_eq!(problems, []);
    assert_eq!(assessment.mode, Mode::Full);
    (pack, assessment)
}

#[test]
fn the_sample_that_starts_is_ready_for_neither_stage() {
    let (pack, assessment) = sample(include_str!("../../static/samples/starting.json"));
    let found = verdict(&pack, &assessment, today());
    let items = "4.3 5.2 6.1.2 6.1.3 6.2 7.5.1 9.2.1 9.2.2 9.3.1";
    let first = format!("not: {} Defined", items.replace(' ', " Defined, "));
    assert_eq!(told(&pack, &found.stage1), first);
    let second = told(&pack, &found.stage2);
    for clause in ["4", "5", "7", "8", "9"] {
        assert!(second.contains(&format!("clause {clause} NoMajor(ClauseLow)")), "{second}");
    }
    assert!(second.contains("8.3 NoMajor("), "{second}");
    assert!(next_answers(&pack, &assessment, &found.stage2).is_empty(), "no answer helps");
}

#[test]
fn the_sample_halfway_is_not_ready_for_stage_1() {
    let (pack, assessment) = sample(include_str!("../../static/samples/halfway.json"));
    let found = verdict(&pack, &assessment, today());
    assert_eq!(told(&pack, &found.stage1), "not: 6.1.3 Defined, 7.5.1 Defined");
    let second = "not: 6.1.3 Defined, 7.5.1 Defined, 8.3 NoMajor(ManyControlsBelow), \
                  9.2.1 NoMajor(NotCarriedOut), 9.3.1 NoMajor(NotCarriedOut), \
                  9.3.3 NoMajor(GateInformal)";
    assert_eq!(told(&pack, &found.stage2), second);
}

#[test]
fn the_ready_sample_lacks_three_things_for_stage_2() {
    let (pack, assessment) = sample(include_str!("../../static/samples/ready.json"));
    let second = "not: 9.2.1 NoMajor(NotCarriedOut), 9.3.1 NoMajor(NotCarriedOut), \
                  10.2 NoMajor(GateInformal)";
    check(&pack, &assessment, "ready", ["ready", second]);
    let mut quick = assessment.clone();
    quick.mode = Mode::Quick;
    let found = verdict(&pack, &quick, today());
    assert!(matches!(found.stage1, Stage::CannotSay { .. }));
    assert_eq!(told(&pack, &found.stage2), second);
}
