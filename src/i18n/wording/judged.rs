//! Stages, findings and documents in words.

use super::Wording;
use crate::model::assessment::Mode;
use crate::model::date::Date;
use crate::model::pack::{Document, Obligation};
use crate::report::board::{Fact, LargeGap, Major, Outcome, Since, Value};
use crate::report::Report;
use crate::rules::documents::DocumentState;
use crate::rules::findings::{Finding, Grade, Rule, Subject};
use crate::rules::score::Tally;
use crate::rules::verdict::{MissingInput, Stage, Unmet, Verdict};
use std::rc::Rc;

impl Wording<'_> {
    /// Both stages in a sentence, which stands before any number. `begun` is whether there is anything
    /// to judge yet.
    pub fn verdict(&self, verdict: &Verdict, begun: bool) -> Rc<str> {
        use Stage::{CannotSay, NotReady, Ready, ReadyWith};
        self.get(match (&verdict.stage1, &verdict.stage2) {
            _ if !begun => "result.nothing",
            (NotReady(_), _) => "verdict.not1",
            (CannotSay { .. }, NotReady(_)) => "verdict.open1_not2",
            (CannotSay { .. }, _) => "verdict.open1",
            (Ready | ReadyWith(_), NotReady(_)) => "verdict.not2",
            (Ready | ReadyWith(_), CannotSay { .. }) => "verdict.open2",
            (Ready, Ready) => "verdict.ready",
            (Ready | ReadyWith(_), Ready | ReadyWith(_)) => "verdict.ready_with",
        })
    }

    /// How a stage would likely end, with the number of reasons or of missing answers.
    pub fn stage(&self, stage: &Stage) -> Rc<str> {
        match stage {
            Stage::Ready => self.get("stage.ready"),
            Stage::ReadyWith(rest) => {
                let concerns = rest.iter().any(|reason| reason.unmet == Unmet::NoConcern);
                self.count(if concerns { "stage.concerns" } else { "stage.minors" }, rest.len())
            }
            Stage::NotReady(reasons) => self.count("stage.not", reasons.len()),
            Stage::CannotSay { missing } => self.cannot_say(missing.len()),
        }
    }

    /// That a stage cannot be judged: so many answers are missing, or what is asked is too little.
    pub fn cannot_say(&self, missing: usize) -> Rc<str> {
        match missing {
            0 => self.get("stage.too_little"),
            missing => self.count("stage.open", missing),
        }
    }

    /// What is not met.
    pub fn unmet(&self, unmet: Unmet) -> Rc<str> {
        match unmet {
            Unmet::Defined => self.get("unmet.defined"),
            Unmet::LeftOut(n) => self.count("unmet.left_out", n as usize),
            Unmet::NoMajor(_) => self.get("unmet.major"),
            Unmet::ControlsInPlace(n) => self.count("unmet.controls", n as usize),
            Unmet::NoConcern => self.get("unmet.concern"),
            Unmet::NoMinor(rule) => self.get(rule_key(rule)),
        }
    }

    /// What a stage needs to know and does not.
    pub fn missing_input(&self, missing: MissingInput) -> Rc<str> {
        self.get(match missing {
            MissingInput::Answer(_) => "missing.answer",
            MissingInput::Decision(_) => "missing.decision",
            MissingInput::Evidence(_) => "missing.evidence",
            MissingInput::OwnControl(_) => "missing.own_control",
        })
    }

    /// What is likely raised, in a sentence. `found` are all findings.
    pub fn findings(&self, found: &[Finding]) -> Rc<str> {
        let of = |grade| found.iter().filter(|finding| finding.grade == grade).count();
        match (of(Grade::Major), of(Grade::Minor)) {
            (0, 0) => self.get("findings.none"),
            (0, minors) => self.count("findings.minors", minors),
            (majors, _) => self.count("findings.majors", majors),
        }
    }

    /// The rule that raised a finding.
    pub fn rule(&self, finding: &Finding) -> Rc<str> {
        match finding.rule {
            rule @ (Rule::LightTogether
            | Rule::ClauseLow
            | Rule::ManyControlsBelow
            | Rule::ManyLeftOut) => self.count(rule_key(rule), finding.rests_on.len()),
            rule => self.get(rule_key(rule)),
        }
    }

    /// What would close a finding: the wording of the level that does, or an answer.
    pub fn closing(&self, finding: &Finding) -> Rc<str> {
        match (finding.closed_at(), finding.subject) {
            (None, _) => self.get("findings.close_left_out"),
            (Some(level), Subject::Item(item)) if finding.is_about(item) => {
                self.fill("findings.close", &[("words", &self.level_of(item, level))])
            }
            (Some(_), _) => self.get("findings.close_together"),
        }
    }

    /// The state of a document or a record, in a word. What is only expected is not called approved:
    /// no text asks for that.
    pub fn document(&self, state: DocumentState, document: &Document) -> Rc<str> {
        let expected = document.obligation == Obligation::Expected;
        self.get(match state {
            DocumentState::Absent => "document.absent",
            DocumentState::Informal if expected => "document.not_agreed",
            DocumentState::Informal => "document.informal",
            DocumentState::Prepared => "document.prepared",
            DocumentState::Agreed => "document.agreed",
            DocumentState::Written => "document.written",
            DocumentState::InUse if expected => "document.shown",
            DocumentState::InUse if document.record => "document.kept",
            DocumentState::InUse => "document.in_use",
            DocumentState::Unknown => "document.unknown",
            DocumentState::NotNeeded => "document.not_needed",
        })
    }

    /// Who needs the documents of a list.
    pub fn obligation(&self, obligation: Obligation) -> Rc<str> {
        self.get(match obligation {
            Obligation::Mandatory => "documents.mandatory",
            Obligation::IfApplicable => "documents.if_applied",
            Obligation::Expected => "documents.expected",
        })
    }

    /// What sort of documented information it is.
    pub fn document_kind(&self, record: bool) -> Rc<str> {
        self.get(if record { "documents.record" } else { "documents.document" })
    }

    /// What the end of a stage rests on, in numbers; what there is none of is not named.
    pub fn reasons(&self, stage: &Fact) -> Vec<Rc<str>> {
        let told = [Outcome::NotReady, Outcome::ReadyWith].map(Value::Outcome);
        let not_ready = |fact: &Fact| told.contains(&fact.value);
        match stage.facts().iter().any(not_ready) {
            true => self.counted(stage.facts()),
            false => Vec::new(),
        }
    }

    /// Numbers in words, without those of nothing.
    pub fn counted(&self, facts: &[Fact]) -> Vec<Rc<str>> {
        let counted = facts.iter().filter_map(|fact| match fact.value {
            Value::Count(n, key) if n > 0 => Some(self.text.count(key, n, &[])),
            _ => None,
        });
        counted.collect()
    }

    /// The day of a milestone, or that it has none.
    pub fn day_of(&self, date: Option<Date>) -> Rc<str> {
        date.map_or_else(|| self.get("milestones.no_date"), |date| self.date(date))
    }

    /// Since when something changed: the name of the milestone, if it has one, and its day.
    pub fn since(&self, since: &Since) -> Rc<str> {
        let when = match &*since.name {
            "" => self.day_of(since.date).to_string(),
            name => format!("{name}, {}", self.day_of(since.date)),
        };
        self.fill("board.since", &[("milestone", &when)])
    }

    /// What a large gap costs, in a sentence.
    pub fn gap(&self, gap: &LargeGap) -> Rc<str> {
        match gap.major {
            Major::Itself => self.get("board.gap_itself"),
            Major::Part => self.get("board.gap_part"),
            Major::No => self.text.count("board.gap_size", gap.size, &[]),
        }
    }

    /// Of which day a report is, and how complete.
    pub fn provenance(&self, report: &Report) -> Rc<str> {
        let (date, tally) = (self.date(report.date), report.tally());
        let (n, total) = (tally.answered(), tally.total);
        self.fill("result.provenance", &[("date", &date), ("n", &n), ("total", &total)])
    }

    /// What the scores of a quick check rest on.
    pub fn quick(&self, tally: Tally) -> Rc<str> {
        let (n, total) = (tally.total, self.pack.items.len());
        self.fill("result.quick", &[("n", &n), ("total", &total)])
    }

    /// What limits every score: too few answers, and the quick check.
    pub fn limits(&self, report: &Report) -> Vec<Rc<str>> {
        let provisional = report
            .tally()
            .provisional(&report.pack.thresholds)
            .then(|| self.get("report.provisional"));
        let quick = (report.mode == Mode::Quick).then(|| self.quick(report.tally()));
        provisional.into_iter().chain(quick).collect()
    }
}

fn rule_key(rule: Rule) -> &'static str {
    match rule {
        Rule::RequirementAbsent => "rule.requirement_absent",
        Rule::GateInformal => "rule.gate_informal",
        Rule::NotCarriedOut => "rule.not_carried_out",
        Rule::LightTogether => "rule.light_together",
        Rule::ClauseLow => "rule.clause_low",
        Rule::CoreAbsent => "rule.core_absent",
        Rule::ManyControlsBelow => "rule.many_controls_below",
        Rule::ManyLeftOut => "rule.many_left_out",
        Rule::LightAbsent => "rule.light_absent",
        Rule::RequirementInformal => "rule.requirement_informal",
        Rule::RequirementNotOperating => "rule.requirement_not_operating",
        Rule::ControlBelow => "rule.control_below",
        Rule::ExpectedLeftOut => "rule.expected_left_out",
        Rule::DeterminedOnly => "rule.determined_only",
        Rule::ControlPlanned => "rule.control_planned",
    }
}
