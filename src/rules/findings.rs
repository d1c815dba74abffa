//! What an auditor would likely raise, and what does not fit together in the answers.
//!
//! A nonconformity is a requirement that is not met. It is major where the management system
//! cannot do what it is for: something that it rests on is absent, or several lapses point to one
//! cause (ISO/IEC 17021-1, 3.12); it is minor otherwise (3.13). What exactly counts is the rule of
//! this project, and the numbers in it those of the pack; an auditor judges by more than answers.
//! What is unanswered or not known is never a finding, and to take an answer back or to raise a
//! level never makes one graver.

mod clause;
mod controls;
mod inconsistencies;

pub(crate) use controls::{in_place, marked, InPlace};
pub use inconsistencies::{inconsistencies, Inconsistency, InconsistencyKind};

use crate::model::assessment::{Answer, Assessment, ItemStatus, Level};
use crate::model::date::Date;
use crate::model::pack::{Item, ItemIx, Kind, Pack};

/// Something that an auditor would likely raise. A nonconformity names what is not met and what
/// that rests on (ISO/IEC 17021-1, 9.4.5.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub grade: Grade,
    /// The item or the clause that it is about.
    pub subject: Subject,
    /// What raised it.
    pub rule: Rule,
    /// What it rests on, in the order of the pack: one item with its level, or all that count
    /// towards it. Without a level: a control that is left out. Never empty.
    pub rests_on: Vec<(ItemIx, Option<Level>)>,
}

/// How grave a finding is, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A likely major nonconformity: no certificate before it is corrected and that was verified
    /// (ISO/IEC 17021-1, 9.5.2).
    Major,
    /// A likely minor nonconformity: a certificate once a plan for its correction is accepted
    /// (ISO/IEC 17021-1, 9.5.2).
    Minor,
    /// It does not stop a certificate.
    Observation,
}

/// Finding counts by grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FindingCounts {
    /// Likely major nonconformities.
    pub majors: u32,
    /// Likely minor nonconformities.
    pub minors: u32,
    /// Worth a look; they stop nothing.
    pub observations: u32,
}

impl FindingCounts {
    /// Counts these findings.
    pub fn of(findings: &[Finding]) -> FindingCounts {
        let mut grades = FindingCounts::default();
        findings.iter().for_each(|finding| grades.add(finding.grade));
        grades
    }

    /// Counts one more.
    pub fn add(&mut self, grade: Grade) {
        match grade {
            Grade::Major => self.majors += 1,
            Grade::Minor => self.minors += 1,
            Grade::Observation => self.observations += 1,
        }
    }
}

/// Subject of a finding, or of a reason why a stage stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An item.
    Item(ItemIx),
    /// A whole clause, by its position in [`Pack::sections`]; what is found there is systemic.
    Clause(usize),
    /// The management system as a whole.
    System,
}

/// What raises a finding. A view words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Major: a requirement at level 0, unless it is marked `light`.
    RequirementAbsent,
    /// Major: a requirement marked `gate` at level 1.
    GateInformal,
    /// Major: a requirement marked `stage2` at level 2, which was planned and never carried out.
    NotCarriedOut,
    /// Major: several requirements marked `light` are at level 0.
    LightTogether,
    /// Major: of the parts of a clause several, and a large share, are at level 0 or 1.
    ClauseLow,
    /// Major: a control marked `core` at level 0 that is not planned.
    CoreAbsent,
    /// Major: too many of the controls that apply are below level 3, planned or not.
    ManyControlsBelow,
    /// Major: several controls are left out that hardly any organisation can leave out.
    ManyLeftOut,
    /// Minor: a requirement marked `light` at level 0.
    LightAbsent,
    /// Minor: any other requirement at level 1.
    RequirementInformal,
    /// Minor: a requirement at level 2, which is decided but not done, or nothing shows it.
    RequirementNotOperating,
    /// Minor: an applicable control below level 3 that is not planned.
    ControlBelow,
    /// Minor: a control is left out that hardly any organisation can leave out.
    ExpectedLeftOut,
    /// Observation: a requirement marked `determined` at level 2.
    DeterminedOnly,
    /// Observation: an applicable control below level 3 that is planned. The standard lets a control
    /// be on its way, as long as the risk treatment plan says so (ISO/IEC 27001, 6.1.3 d and e).
    ControlPlanned,
}

impl Finding {
    /// Whether it rests on this item alone, and not on several that stand in its place.
    pub fn is_about(&self, item: ItemIx) -> bool {
        matches!(self.rests_on[..], [(only, _)] if only == item)
    }

    /// The level from which nothing is left to find in the items that it rests on. It is always 3: a
    /// gate at level 2 is no major any more, but still a minor; a plan makes an observation of a
    /// control, which level 3 alone removes. `None` where no level helps, as the control is left out.
    pub fn closed_at(&self) -> Option<Level> {
        let left_out = matches!(self.rule, Rule::ExpectedLeftOut | Rule::ManyLeftOut);
        (!left_out).then_some(Level::OPERATING)
    }
}

/// What an auditor would likely raise on this day among the items that the mode asks: the gravest
/// first, then in the order of the pack, with what is about a whole clause before its items and
/// what is about the whole system before all.
pub fn findings(pack: &Pack, assessment: &Assessment, today: Date) -> Vec<Finding> {
    let mut found: Vec<Finding> = together(pack, assessment).into_iter().collect();
    found.extend(controls::many_below(pack, assessment));
    found.extend(controls::left_out(pack, assessment));
    for position in 0..pack.sections.len() {
        found.extend(clause::finding(pack, assessment, position));
    }
    let plans = Plans::new(pack, assessment, today);
    for index in assessment.asked(pack) {
        let ItemStatus::Level(level) = assessment.item_status(index) else { continue };
        let Some(item) = pack.item(index) else { continue };
        let planned = assessment.get(index).is_some_and(|answer| plans.hold(answer));
        if let Some((grade, rule)) = grade(item, level, planned) {
            let rests_on = vec![(index, Some(level))];
            found.push(Finding { grade, subject: Subject::Item(index), rule, rests_on });
        }
    }
    found.sort_by_key(|finding| (finding.grade, position(pack, finding.subject)));
    found
}

/// The asked items at level 3 or 4 for which no evidence is named, in the order of the pack: worth a
/// look, as what is sampled has to be shown at work, but no finding.
pub fn without_evidence(pack: &Pack, assessment: &Assessment) -> Vec<ItemIx> {
    assessment.asked(pack).filter(|item| lacks_evidence(assessment, *item)).collect()
}

/// Where a subject stands in the pack: the system first, a clause before its first item.
pub(crate) fn position(pack: &Pack, subject: Subject) -> (ItemIx, u8) {
    match subject {
        Subject::System => (0, 0),
        Subject::Clause(section) => {
            (pack.sections.get(section).map_or(0, |section| section.items.start), 1)
        }
        Subject::Item(item) => (item, 2),
    }
}

/// What makes a plan of an owner and a target date.
struct Plans {
    /// Whether risks are treated by a plan at all, as far as is known.
    exist: bool,
    first: Date,
    last: Date,
}

impl Plans {
    fn new(pack: &Pack, assessment: &Assessment, today: Date) -> Plans {
        let low = |index: ItemIx| {
            pack.item(index).is_some_and(|item| item.plan)
                && matches!(assessment.item_status(index), ItemStatus::Level(l) if l < Level::DEFINED)
        };
        Plans {
            exist: !assessment.asked(pack).any(low),
            first: today,
            last: today.plus_months(pack.thresholds.planned_months),
        }
    }

    /// Whether an answer is planned: a target date that has passed, or lies too far ahead, is no plan.
    fn hold(&self, answer: &Answer) -> bool {
        let in_time = |due| (self.first..=self.last).contains(&due);
        self.exist && answer.has_plan() && answer.due.is_some_and(in_time)
    }
}

/// What a level of an item raises by itself.
fn grade(item: &Item, level: Level, planned: bool) -> Option<(Grade, Rule)> {
    let gate = item.gate || item.stage2;
    Some(match (item.kind, level.number()) {
        (_, 3..) => return None,
        (Kind::Requirement, 0) if is_light(item) => (Grade::Minor, Rule::LightAbsent),
        (Kind::Requirement, 0) => (Grade::Major, Rule::RequirementAbsent),
        (Kind::Requirement, 1) if gate => (Grade::Major, Rule::GateInformal),
        (Kind::Requirement, 1) => (Grade::Minor, Rule::RequirementInformal),
        (Kind::Requirement, _) if item.stage2 => (Grade::Major, Rule::NotCarriedOut),
        (Kind::Requirement, _) if item.determined => (Grade::Observation, Rule::DeterminedOnly),
        (Kind::Requirement, _) => (Grade::Minor, Rule::RequirementNotOperating),
        (Kind::Control, _) if planned => (Grade::Observation, Rule::ControlPlanned),
        (Kind::Control, 0) if item.core => (Grade::Major, Rule::CoreAbsent),
        (Kind::Control, _) => (Grade::Minor, Rule::ControlBelow),
    })
}

/// A gate at level 1 is a major, so that it cannot be less at level 0.
fn is_light(item: &Item) -> bool {
    item.light && !item.gate && !item.stage2
}

/// Several requirements marked `light` at level 0: nobody looks after the system as a whole.
fn together(pack: &Pack, assessment: &Assessment) -> Option<Finding> {
    let absent = |index: &ItemIx| {
        pack.item(*index).is_some_and(|item| item.kind == Kind::Requirement && is_light(item))
            && matches!(assessment.item_status(*index), ItemStatus::Level(l) if l.number() == 0)
    };
    let absent: Vec<ItemIx> = assessment.asked(pack).filter(absent).collect();
    let many = absent.len() >= pack.thresholds.light_together.max(1) as usize;
    many.then(|| Finding {
        grade: Grade::Major,
        subject: Subject::System,
        rule: Rule::LightTogether,
        rests_on: absent.into_iter().map(|item| (item, Level::new(0))).collect(),
    })
}

fn lacks_evidence(assessment: &Assessment, item: ItemIx) -> bool {
    matches!(assessment.item_status(item), ItemStatus::Level(level) if level >= Level::OPERATING)
        && !assessment.get(item).is_some_and(|answer| answer.has_evidence())
}
