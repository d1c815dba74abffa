//! Whether the two stages of a certification audit could be passed, with reasons.
//!
//! Stage 1 reads the documents and decides whether the second can be planned (ISO/IEC 17021-1,
//! 9.3.1.2); Stage 2 looks at the practice (9.3.1.3). A verdict is an indication and not a score:
//! much done well elsewhere makes up for nothing that is missing here.

use crate::model::assessment::{Assessment, ItemStatus, Level, Mode};
use crate::model::pack::{Item, ItemIx, Pack};
use crate::rules::findings::{self, Finding, Grade, Rule, Subject};
use crate::rules::plan::half_days;

/// How both stages would likely end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the documents are there.
    pub stage1: Stage,
    /// Whether what they say is done.
    pub stage2: Stage,
}

/// How a stage would likely end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing fails and nothing is missing. Never in quick mode.
    Ready,
    /// Something fails, whatever the missing answers are.
    NotReady(
        /// What fails, never empty: in the order of the pack, a clause before its items, and each
        /// place once.
        Vec<Reason>,
    ),
    /// Nothing fails, as far as that is known.
    CannotSay {
        /// The items whose level the stage needs and that are open, in the order of the pack. In
        /// quick mode, what it does not ask is among them. Empty only where answers alone cannot
        /// help: a quick check that asks all of it, or a pack that marks no item for the stage.
        missing: Vec<ItemIx>,
    },
}

/// Something that a stage would stop at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The item or the clause where it is.
    pub subject: Subject,
    /// What is not met there; where several things are not, the first in the order of [`Unmet`].
    pub unmet: Unmet,
}

/// What a stage asks for and does not find. A view words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// Stage 1, and so Stage 2 too: an item marked `stage1` is below level 2.
    Written,
    /// Stage 2: there is a likely major nonconformity, raised by this rule.
    NoMajor(Rule),
    /// Stage 2: an item marked `stage2` is below level 3.
    Operating,
    /// Stage 2: an applicable control is below level 3, and has no owner or no target date.
    ControlInPlace,
}

/// How both stages would likely end, by what the mode asks.
///
/// Stage 1 is ready where every item marked `stage1` is at level 2 or more. Stage 2 is ready where
/// Stage 1 is, no major nonconformity is likely, every item marked `stage2` is at level 3 or more,
/// and every applicable control is at level 3 or more or has an owner and a target date.
///
/// Stage 2 misses an answer to whatever is open: any requirement can add to a major, and nothing
/// may be left open that the Statement of Applicability has to decide (ISO/IEC 27001, 6.1.3 d).
pub fn verdict(pack: &Pack, assessment: &Assessment) -> Verdict {
    of_findings(pack, assessment, &findings::findings(pack, assessment))
}

/// The same where the findings of these answers are known already.
pub fn of_findings(pack: &Pack, assessment: &Assessment, found: &[Finding]) -> Verdict {
    let unwritten = below(pack, assessment, Level::DEFINED, Unmet::Written, |item| item.stage1);
    let mut reasons = unwritten.clone();
    let undone = below(pack, assessment, Level::OPERATING, Unmet::Operating, |item| item.stage2);
    reasons.extend(found.iter().filter_map(stopped));
    reasons.extend(undone);
    // Of several reasons at a place the stable sort leaves the first one in front.
    let order = |unmet: &Unmet| match unmet {
        Unmet::Written => 0,
        Unmet::NoMajor(_) => 1,
        Unmet::Operating => 2,
        Unmet::ControlInPlace => 3,
    };
    reasons.sort_by_key(|reason| (position(pack, reason.subject), order(&reason.unmet)));
    reasons.dedup_by_key(|reason| reason.subject);

    let [first, second] = [|item: &Item| item.stage1, |item: &Item| item.stage2];
    let known = assessment.mode == Mode::Full && pack.items.iter().any(first);
    let missing = missing(pack, assessment, first);
    let stage1 = stage(unwritten, missing, known);
    let known = known && pack.items.iter().any(second);
    let stage2 = stage(reasons, self::missing(pack, assessment, |_| true), known);
    Verdict { stage1, stage2 }
}

/// The open items whose answers could make a stage of [`verdict`] ready: all that are missing, as
/// none of them can be spared. The least work first (for this size of organisation), then in the
/// order of the pack. Empty where no answer can help, because a level has to rise first.
pub fn next_answers(pack: &Pack, assessment: &Assessment, stage: &Stage) -> Vec<ItemIx> {
    let Stage::CannotSay { missing } = stage else { return Vec::new() };
    let mut items = missing.clone();
    let size = assessment.organisation.size;
    items.sort_by_key(|item| pack.item(*item).map(|item| half_days(item.effort, size)));
    items
}

fn stage(reasons: Vec<Reason>, missing: Vec<ItemIx>, known: bool) -> Stage {
    if !reasons.is_empty() {
        Stage::NotReady(reasons)
    } else if !known || !missing.is_empty() {
        Stage::CannotSay { missing }
    } else {
        Stage::Ready
    }
}

/// The asked items of a kind that are below a level.
fn below(
    pack: &Pack,
    assessment: &Assessment,
    least: Level,
    unmet: Unmet,
    counts: impl Fn(&Item) -> bool,
) -> Vec<Reason> {
    let fails = |index: &ItemIx| {
        pack.item(*index).is_some_and(&counts)
            && matches!(assessment.item_status(*index), ItemStatus::Level(level) if level < least)
    };
    let reason = |index| Reason { subject: Subject::Item(index), unmet };
    assessment.asked(pack).filter(fails).map(reason).collect()
}

/// Why a finding stops Stage 2, if it does.
fn stopped(finding: &Finding) -> Option<Reason> {
    let unmet = match (finding.grade, finding.rule) {
        (Grade::Major, rule) => Unmet::NoMajor(rule),
        (_, Rule::ControlBelow) => Unmet::ControlInPlace,
        _ => return None,
    };
    Some(Reason { subject: finding.subject, unmet })
}

/// The items of a kind of which this mode knows no level and no exclusion.
fn missing(pack: &Pack, assessment: &Assessment, counts: impl Fn(&Item) -> bool) -> Vec<ItemIx> {
    let open = |index: &ItemIx| {
        let item_status = assessment.item_status(*index);
        let unknown = matches!(item_status, ItemStatus::Unanswered | ItemStatus::DontKnow);
        unknown || !assessment.asks(pack, *index)
    };
    let items = pack.items.iter().enumerate().filter(|(_, item)| counts(item));
    items.map(|(index, _)| index).filter(open).collect()
}

/// The order of the pack; a clause comes before its first item.
fn position(pack: &Pack, subject: Subject) -> (ItemIx, bool) {
    match subject {
        Subject::Item(item) => (item, true),
        Subject::Clause(section) => {
            (pack.sections.get(section).map_or(0, |section| section.items.start), false)
        }
    }
}
