//! What is judged, in words: the same on the pages of the report and in its files.

use crate::answers::Level;
use crate::documents::DocumentState;
use crate::findings::{Finding, Grade, Place, Rule};
use crate::pack::{ItemIx, Pack};
use crate::text::Text;
use crate::verdict::{Stage, Unmet, Verdict};
use std::rc::Rc;

/// Both stages in a sentence, which stands before any number. `begun` is whether there is anything
/// to judge yet.
pub fn verdict(text: &Text, verdict: &Verdict, begun: bool) -> Rc<str> {
    text.get(match (&verdict.stage1, &verdict.stage2) {
        _ if !begun => "result.nothing",
        (Stage::NotReady(_), _) => "verdict.not1",
        (Stage::CannotSay { .. }, Stage::NotReady(_)) => "verdict.open1_not2",
        (Stage::CannotSay { .. }, _) => "verdict.open1",
        (Stage::Ready, Stage::NotReady(_)) => "verdict.not2",
        (Stage::Ready, Stage::CannotSay { .. }) => "verdict.open2",
        (Stage::Ready, Stage::Ready) => "verdict.ready",
    })
}

/// How a stage would likely end, with the number of reasons or of missing answers.
pub fn stage(text: &Text, stage: &Stage) -> Rc<str> {
    match stage {
        Stage::Ready => text.get("stage.ready"),
        Stage::NotReady(reasons) => text.count("stage.not", number(reasons.len()), &[]),
        Stage::CannotSay { missing } => cannot_say(text, number(missing.len())),
    }
}

/// That a stage cannot be judged: so many answers are missing, or what is asked is too little.
pub fn cannot_say(text: &Text, missing: u32) -> Rc<str> {
    match missing {
        0 => text.get("stage.too_little"),
        missing => text.count("stage.open", missing, &[]),
    }
}

/// What is not met.
pub fn unmet(text: &Text, unmet: Unmet) -> Rc<str> {
    text.get(match unmet {
        Unmet::Written => "unmet.written",
        Unmet::NoMajor(_) => "unmet.major",
        Unmet::Operating => "unmet.operating",
        Unmet::ControlInPlace => "unmet.control",
    })
}

/// What is likely raised, in a sentence. `found` are all findings.
pub fn findings(text: &Text, found: &[Finding]) -> Rc<str> {
    let of = |grade| number(found.iter().filter(|finding| finding.grade == grade).count());
    match (of(Grade::Major), of(Grade::Minor)) {
        (0, 0) => text.get("findings.none"),
        (0, minors) => text.count("findings.minors", minors, &[]),
        (majors, _) => text.count("findings.majors", majors, &[]),
    }
}

/// The rule that raised a finding.
pub fn rule(text: &Text, finding: &Finding) -> Rc<str> {
    text.get(match finding.rule {
        Rule::ManyMinors => {
            return text.count("rule.many_minors", number(finding.rests_on.len()), &[]);
        }
        Rule::GateAbsent => "rule.gate_absent",
        Rule::ClauseAbsent => "rule.clause_absent",
        Rule::RequirementLow => "rule.requirement_low",
        Rule::RequirementNotOperating => "rule.requirement_not_operating",
        Rule::ControlBelow => "rule.control_below",
        Rule::ControlPlanned => "rule.control_planned",
        Rule::NoEvidence => "rule.no_evidence",
    })
}

/// What would close a finding: the wording of the level that does, or evidence.
pub fn closing(text: &Text, pack: &Pack, finding: &Finding) -> Rc<str> {
    match (finding.closed_at(), finding.place) {
        (None, _) => text.get("findings.close_evidence"),
        (Some(_), Place::Clause(_)) => text.get("findings.close_clause"),
        (Some(level), Place::Item(item)) => {
            text.fill("findings.close", &[("words", &self::level(pack, item, level))])
        }
    }
}

/// What a level of an item says.
pub fn level(pack: &Pack, item: ItemIx, level: Level) -> Rc<str> {
    let found = pack.item(item);
    found.map(|item| pack.levels(item)[usize::from(level.number())].clone()).unwrap_or_default()
}

/// How a document, or a record, stands.
pub fn document(text: &Text, state: DocumentState, record: bool) -> Rc<str> {
    text.get(match (state, record) {
        (DocumentState::Absent, _) => "document.absent",
        (DocumentState::Informal, _) => "document.informal",
        (DocumentState::Prepared, _) => "document.prepared",
        (DocumentState::Written, _) => "document.written",
        (DocumentState::InUse, false) => "document.in_use",
        (DocumentState::InUse, true) => "document.kept",
        (DocumentState::Unknown, _) => "document.unknown",
        (DocumentState::NotNeeded, _) => "document.not_needed",
    })
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
