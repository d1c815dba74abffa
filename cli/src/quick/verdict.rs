//! Which stages are not ready for certain: on all items, or as far as the quick items tell. The
//! rules are those of the page ([`plumbline::rules::verdict`]). In quick mode they say "not ready" only
//! where no further answer can undo it, so that a quick check never raises a false alarm.

use plumbline::model::assessment::Assessment;
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::rules::findings::Subject;
use plumbline::rules::verdict::{verdict, Reason, Stage, Verdict};

/// Which stages are not ready for certain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failed {
    /// Whether the documents are there.
    pub stage1: bool,
    /// Whether what they say is done; a failed Stage 1 fails it too.
    pub stage2: bool,
}

/// What fails among the items that the mode asks.
pub fn failed(pack: &Pack, assessment: &Assessment) -> Failed {
    any(&judge(pack, assessment), |_| true)
}

/// What fails among the gates that the mode asks, by themselves.
pub fn gates_failed(pack: &Pack, assessment: &Assessment) -> Failed {
    any(&judge(pack, assessment), |reason| match reason.subject {
        Subject::Item(item) => pack.item(item).is_some_and(|item| item.gate),
        Subject::Clause(_) | Subject::System => false,
    })
}

/// Made-up respondents plan nothing, so that the day decides nothing.
fn judge(pack: &Pack, assessment: &Assessment) -> Verdict {
    verdict(pack, assessment, Date::from_day_number(0))
}

/// The stages that have such a reason.
fn any(verdict: &Verdict, counts: impl Fn(&Reason) -> bool) -> Failed {
    let fails = |stage: &Stage| match stage {
        Stage::NotReady(reasons) => reasons.iter().any(&counts),
        _ => false,
    };
    Failed { stage1: fails(&verdict.stage1), stage2: fails(&verdict.stage2) }
}
