//! Whether the two stages of a certification audit could be passed, with reasons.
//!
//! Stage 1 asks whether there is a system that can be audited (ISO/IEC 17021-1, 9.3.1.2); Stage 2
//! whether it works (9.3.1.3). A verdict is an indication and not a score: much done well elsewhere
//! makes up for nothing that is missing here.

use crate::model::assessment::{Assessment, Implementation, ItemStatus, Level, Mode};
use crate::model::date::Date;
use crate::model::pack::{Item, ItemIx, Kind, Pack, Stage1};
use crate::rules::findings::{
    self, in_place, marked, position, Finding, Grade, InPlace, Rule, Subject,
};
use crate::rules::plan::half_days;
use crate::rules::soa::{self, Applicability};

/// How both stages would likely end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Is there a system to audit?
    pub stage1: Stage,
    /// Does it work?
    pub stage2: Stage,
}

impl Verdict {
    /// The stage that decides what to do next, and whether it is Stage 1: the first one that is not
    /// ready, or the second where nothing is known to stop the first.
    pub fn deciding(&self) -> (&Stage, bool) {
        match (&self.stage1, &self.stage2) {
            (Stage::CannotSay { .. }, stage2 @ Stage::NotReady(_)) => (stage2, false),
            (Stage::Ready | Stage::ReadyWith(_), stage2) => (stage2, false),
            (stage1, _) => (stage1, true),
        }
    }
}

/// How a stage would likely end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing fails and nothing is missing. Never in quick mode.
    Ready,
    /// The same, with what still has to be put right, never empty: areas of concern at Stage 1
    /// (ISO/IEC 17021-1, 9.3.1.2.3), likely minors at Stage 2, where a certificate follows once
    /// their correction is planned and accepted (9.5.2).
    ReadyWith(Vec<Reason>),
    /// Something fails, whatever is still missing.
    NotReady(
        /// What fails, never empty: in the order of the pack, the system and a clause before their
        /// items, and each of them once.
        Vec<Reason>,
    ),
    /// Nothing fails, as far as that is known.
    CannotSay {
        /// What the stage needs and does not know. In quick mode, what it does not ask is among it.
        /// Empty only where answers alone cannot help: a quick check that asks all of it, or a pack
        /// that marks no item for the stage.
        missing: Vec<MissingInput>,
    },
}

/// Something that a stage would stop at, or that it leaves to be put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Where it is.
    pub subject: Subject,
    /// What is not met there; where several things are not, the first in the order of [`Unmet`].
    pub unmet: Unmet,
}

/// What a stage asks for and does not find. A view words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// Stage 1, and so Stage 2 too: an item at which Stage 1 stops is below level 2.
    Defined,
    /// Stage 1, and so Stage 2 too: so many expected controls are left out, which is too many.
    LeftOut(u32),
    /// Stage 2: there is a likely major nonconformity, raised by this rule.
    NoMajor(Rule),
    /// Stage 2: so many of the controls that apply are not in place, planned or not, which is too many.
    ControlsInPlace(u32),
    /// An area of concern at Stage 1, which does not stop it.
    NoConcern,
    /// A likely minor nonconformity, raised by this rule, which does not stop Stage 2.
    NoMinor(Rule),
}

/// What a stage needs to know and does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingInput {
    /// An item has no answer, or nobody knows, or the mode does not ask it.
    Answer(ItemIx),
    /// Nobody has said whether a control applies (ISO/IEC 27001, 6.1.3 d).
    Decision(ItemIx),
    /// A requirement marked `gate` names no evidence.
    Evidence(ItemIx),
    /// The own control at this position has no state.
    OwnControl(usize),
}

impl MissingInput {
    /// The item that it is about; `None` for an own control.
    pub fn item(self) -> Option<ItemIx> {
        match self {
            MissingInput::Answer(item)
            | MissingInput::Decision(item)
            | MissingInput::Evidence(item) => Some(item),
            MissingInput::OwnControl(_) => None,
        }
    }
}

/// How both stages would likely end, by what the mode asks.
///
/// Stage 1 stops where an item marked `stop` is below level 2, or where too many expected controls
/// are left out. It needs those items, and each control decided. Stage 2 stops where Stage 1 does,
/// where a major is likely, and where too many controls are below level 3. It needs every answer,
/// evidence at each gate, and the state of each own control.
pub fn verdict(pack: &Pack, assessment: &Assessment, today: Date) -> Verdict {
    of_findings(pack, assessment, &findings::findings(pack, assessment, today))
}

/// The same where the findings of this assessment are known already.
pub fn of_findings(pack: &Pack, assessment: &Assessment, found: &[Finding]) -> Verdict {
    let marked_as = |stage: Stage1| move |item: &Item| item.stage1 == Some(stage);
    let mut stops = below_defined(pack, assessment, Unmet::Defined, marked_as(Stage1::Stop));
    let left_out = found.iter().filter(|finding| finding.rule == Rule::ManyLeftOut);
    stops.extend(left_out.map(|finding| {
        let unmet = Unmet::LeftOut(finding.rests_on.len() as u32);
        Reason { subject: finding.subject, unmet }
    }));
    let concerns = below_defined(pack, assessment, Unmet::NoConcern, marked_as(Stage1::Concern));

    let graded = |grade| found.iter().filter(move |finding| finding.grade == grade);
    let majors = graded(Grade::Major)
        .map(|finding| Reason { subject: finding.subject, unmet: Unmet::NoMajor(finding.rule) });
    let minors = graded(Grade::Minor)
        .map(|finding| Reason { subject: finding.subject, unmet: Unmet::NoMinor(finding.rule) });
    let mut stops2 = stops.clone();
    stops2.extend(majors);
    stops2.extend(too_few_in_place(pack, assessment));

    // A quick check asks too little, and a pack that marks nothing for Stage 1 says nothing of it.
    let known =
        assessment.mode == Mode::Full && pack.items.iter().any(|item| item.stage1.is_some());
    let [missing1, missing2] = missing(pack, assessment);
    Verdict {
        stage1: stage(pack, [stops, concerns], missing1, known),
        stage2: stage(pack, [stops2, minors.collect()], missing2, known),
    }
}

/// The open items whose answers, decisions and evidence could make a stage of [`verdict`] ready: all
/// that are missing, as none of them can be spared. The least work first (for this size of
/// organisation), then in the order of the pack. Empty where no answer can help, because a level
/// has to rise first.
pub fn next_answers(pack: &Pack, assessment: &Assessment, stage: &Stage) -> Vec<ItemIx> {
    let Stage::CannotSay { missing } = stage else { return Vec::new() };
    let mut items: Vec<ItemIx> = missing.iter().filter_map(|missing| missing.item()).collect();
    let size = assessment.organisation.size;
    items.sort_by_key(|item| (pack.item(*item).map(|item| half_days(item.effort, size)), *item));
    items.dedup();
    items
}

fn stage(
    pack: &Pack,
    [stops, rest]: [Vec<Reason>; 2],
    missing: Vec<MissingInput>,
    known: bool,
) -> Stage {
    if !stops.is_empty() {
        Stage::NotReady(once(pack, stops))
    } else if !known || !missing.is_empty() {
        Stage::CannotSay { missing }
    } else if !rest.is_empty() {
        Stage::ReadyWith(once(pack, rest))
    } else {
        Stage::Ready
    }
}

/// In the order of the pack, each subject once: of several reasons at one the first in the order of
/// [`Unmet`].
fn once(pack: &Pack, mut reasons: Vec<Reason>) -> Vec<Reason> {
    let order = |unmet: &Unmet| match unmet {
        Unmet::Defined => 0,
        Unmet::LeftOut(_) => 1,
        Unmet::NoMajor(_) => 2,
        Unmet::ControlsInPlace(_) => 3,
        Unmet::NoConcern => 4,
        Unmet::NoMinor(_) => 5,
    };
    reasons.sort_by_key(|reason| (position(pack, reason.subject), order(&reason.unmet)));
    reasons.dedup_by_key(|reason| reason.subject);
    reasons
}

/// The asked items of a kind that are below level 2.
fn below_defined(
    pack: &Pack,
    assessment: &Assessment,
    unmet: Unmet,
    counts: impl Fn(&Item) -> bool,
) -> Vec<Reason> {
    let fails = |index: &ItemIx| {
        pack.item(*index).is_some_and(&counts)
            && matches!(assessment.item_status(*index), ItemStatus::Level(l) if l < Level::DEFINED)
    };
    let reason = |index| Reason { subject: Subject::Item(index), unmet };
    assessment.asked(pack).filter(fails).map(reason).collect()
}

/// Whether too many of the controls that apply, own ones among them, are below level 3: an auditor
/// who samples them is likely to meet several. A quick check does not judge own controls.
fn too_few_in_place(pack: &Pack, assessment: &Assessment) -> Option<Reason> {
    let InPlace { mut applying, below } = in_place(pack, assessment);
    let mut below = below.len();
    for row in own_controls(assessment) {
        let in_place =
            row.status.is_none_or(|status| status.implementation == Implementation::Full);
        applying += 1;
        below += usize::from(!in_place);
    }
    let limits = &pack.thresholds;
    let many = below > limits.stage2_count as usize
        && below * 100 > limits.stage2_share as usize * applying;
    let subject = marked(pack, |item| item.treated);
    many.then_some(Reason { subject, unmet: Unmet::ControlsInPlace(below as u32) })
}

/// What each stage needs to know and does not, in the order of the pack, own controls last.
fn missing(pack: &Pack, assessment: &Assessment) -> [Vec<MissingInput>; 2] {
    let [mut first, mut second] = [Vec::new(), Vec::new()];
    for (index, item) in pack.items.iter().enumerate() {
        let status = assessment.item_status(index);
        let unknown = matches!(status, ItemStatus::Unanswered | ItemStatus::DontKnow)
            || !assessment.asks(pack, index);
        if unknown {
            second.push(MissingInput::Answer(index));
            if item.stage1.is_some() {
                first.push(MissingInput::Answer(index));
            } else if item.kind == Kind::Control && !is_decided(pack, assessment, index) {
                first.push(MissingInput::Decision(index));
            }
        } else if item.gate && !assessment.get(index).is_some_and(|answer| answer.has_evidence()) {
            second.push(MissingInput::Evidence(index));
        }
    }
    for (position, row) in own_controls(assessment).enumerate() {
        if row.status.is_none() {
            second.push(MissingInput::OwnControl(position));
        }
    }
    [first, second]
}

/// Whether it is said that a control applies, though not how far it is in place. A quick check
/// decides nothing that it does not ask.
fn is_decided(pack: &Pack, assessment: &Assessment, item: ItemIx) -> bool {
    assessment.asks(pack, item) && soa::is_said_to_apply(assessment, item)
}

/// The own controls that apply, where they are judged.
fn own_controls(assessment: &Assessment) -> impl Iterator<Item = soa::SoaRow> + '_ {
    let judged = assessment.mode == Mode::Full;
    let rows = assessment.own_controls.iter().filter(move |_| judged);
    rows.map(|control| soa::own_row(control)).filter(|row| row.applicability == Applicability::Yes)
}
