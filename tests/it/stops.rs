//! The stops on the way to a certificate, and what they are called.

use crate::composed::state;
use crate::drawn::{of_class, report};
use crate::make;
use plumbline::rules::findings::Subject;
use plumbline::rules::stops::{stops, Stop};
use plumbline::rules::verdict::{MissingInput, Reason, Stage, Unmet, Verdict};

fn verdict(stage1: Stage, stage2: Stage) -> Verdict {
    Verdict { stage1, stage2 }
}

#[test]
fn one_stands_before_the_first_stage_that_is_not_passed() {
    let reason = |unmet| Reason { subject: Subject::System, unmet };
    let stopped = |n: usize| Stage::NotReady(vec![reason(Unmet::Defined); n]);
    let rest = Stage::ReadyWith(vec![reason(Unmet::NoConcern)]);
    let open = Stage::CannotSay { missing: vec![MissingInput::Answer(0)] };
    for (verdict, stages, here) in [
        (verdict(stopped(2), stopped(6)), [Stop::Stopped(2), Stop::Stopped(6)], 0),
        (verdict(open.clone(), stopped(1)), [Stop::Unknown, Stop::Stopped(1)], 0),
        (verdict(Stage::Ready, stopped(1)), [Stop::Passed(0), Stop::Stopped(1)], 1),
        (verdict(rest.clone(), open), [Stop::Passed(1), Stop::Unknown], 1),
        (verdict(rest, Stage::Ready), [Stop::Passed(1), Stop::Passed(0)], 2),
    ] {
        let expected = [Stop::Start, stages[0], stages[1], Stop::Ahead];
        assert_eq!(stops(&verdict), (expected, here), "{verdict:?}");
    }
}

#[test]
fn the_meaning_of_a_verdict_says_how_much_stands_in_the_way_and_the_work() {
    let outline = "4 requirement\n 4.1 stage1 effort=2\n 4.2 stage1 effort=2 needs=4.1\n 4.3";
    let pack = make::pack(outline);
    for (answers, said) in [
        ("4.1=0 4.2=0 4.3=3", "2 things stop Stage 1."),
        ("4.1=3e 4.2=1 4.3=3", "1 thing stops Stage 1."),
        ("4.1=3e 4.2=3e 4.3=0", "1 thing stops Stage 2."),
        ("4.1=3e 4.2=3e", "1 point is missing to say more."),
        ("4.1=3e 4.2=3e 4.3=3e", "Nothing that is known stands in the way."),
    ] {
        let page = report(&state(&pack, make::assessment(&pack, answers)), "");
        let lead = of_class(&page.children, "lead")[0].words();
        assert!(lead.starts_with(said), "{answers}: {lead}");
    }
}
