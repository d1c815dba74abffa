//! The stops on the way to a certificate.

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
