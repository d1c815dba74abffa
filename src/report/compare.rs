//! Then and now: what changed between two states of an assessment.
//!
//! A milestone is a frozen save file. It is judged by today's pack and today's rules, so that a
//! change is one of the organisation and not of the questionnaire.

use crate::model::assessment::{Assessment, ItemStatus, Level, Milestone, Mode};
use crate::model::date::Date;
use crate::model::pack::{ItemIx, Pack, Problem};
use crate::rules::findings::{findings, Finding, Rule, Subject};
use crate::rules::score::{score, Scores};
use crate::rules::verdict::{verdict, Verdict};
use crate::save;
use std::rc::Rc;

/// What changed between two states of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What both are looked at in: in full where one of them is, since scores over different items
    /// say nothing of each other.
    pub mode: Mode,
    /// The earlier state.
    pub before: Judgement,
    /// The later state.
    pub after: Judgement,
    /// The asked items that stand differently, in the order of the pack.
    pub items: Vec<ItemChange>,
    /// How many of them were answered, on either side, before the levels were reworded: part of the
    /// change may be the questionnaire's.
    pub reworded: u32,
    /// How many of the asked items changed, and how.
    pub counts: CourseCounts,
    /// Findings with a subject that has none any more; clauses first, in the order of the pack.
    pub closed: Vec<Finding>,
    /// Findings with a subject that had none.
    pub raised: Vec<Finding>,
    /// Findings with the same subject by another rule, before and after: a gate that rose from
    /// level 1 to 2 is no major any more, and still a minor.
    pub regraded: Vec<(Finding, Finding)>,
}

/// How a state of an assessment is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Bounds are basis points, from 0 to 10,000.
    pub scores: Scores,
    /// Both stages.
    pub verdict: Verdict,
}

/// An item that stands differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// Position in the pack.
    pub item: ItemIx,
    /// Its status then.
    pub before: ItemStatus,
    /// Its status now.
    pub after: ItemStatus,
    /// Where it went.
    pub course: Course,
}

/// Where an item went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// To a higher level.
    Better,
    /// To a lower level.
    Worse,
    /// Answered for the first time, not known any more, left out or taken in again: neither.
    Other,
}

/// Item counts by course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CourseCounts {
    /// To a higher level.
    pub better: u32,
    /// To a lower level.
    pub worse: u32,
    /// Otherwise.
    pub other: u32,
    /// Not at all.
    pub same: u32,
}

/// A state of the assessment on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Name of the milestone; empty for today's state.
    pub name: Rc<str>,
    /// When it was kept; `None` where that is not known.
    pub date: Option<Date>,
    /// How it is judged, with what could not be read of it; or why it could not be read at all.
    pub judged: Result<(Judgement, Vec<Problem>), Problem>,
}

/// What changed since a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// Name of the milestone.
    pub name: Rc<str>,
    /// When it was kept; `None` where that is not known.
    pub date: Option<Date>,
    /// What changed, with what could not be read of the milestone; or why it could not be read.
    pub change: Result<(Comparison, Vec<Problem>), Problem>,
}

/// What changed from one state to another, each as it was judged on its day. Both are answers for
/// this pack.
pub fn compare(
    pack: &Pack,
    (before, then): (&Assessment, Date),
    (after, now): (&Assessment, Date),
) -> Comparison {
    let mode = joint([before.mode, after.mode]);
    let (before, after) = (&in_mode(before, mode), &in_mode(after, mode));
    let days = [then, now];
    let mut counts = CourseCounts::default();
    let mut items = Vec::new();
    for item in after.asked(pack) {
        let change = change(item, before.item_status(item), after.item_status(item));
        match change.map(|change| change.course) {
            None => counts.same += 1,
            Some(Course::Better) => counts.better += 1,
            Some(Course::Worse) => counts.worse += 1,
            Some(Course::Other) => counts.other += 1,
        }
        items.extend(change);
    }
    let (then, now) = (findings(pack, before, days[0]), findings(pack, after, days[1]));
    let (mut closed, mut raised, mut regraded) = (Vec::new(), Vec::new(), Vec::new());
    for pair in by_subject(pack, &then).into_iter().zip(by_subject(pack, &now)) {
        match pair {
            (Some(then), None) => closed.push(then.clone()),
            (None, Some(now)) => raised.push(now.clone()),
            (Some(then), Some(now)) if then.rule != now.rule => {
                regraded.push((then.clone(), now.clone()));
            }
            _ => (),
        }
    }
    let is_outdated =
        |answers: &Assessment, item| answers.get(item).is_some_and(|answer| answer.outdated);
    let reworded = items.iter().filter(|change: &&ItemChange| {
        is_outdated(before, change.item) || is_outdated(after, change.item)
    });
    Comparison {
        mode,
        reworded: reworded.count() as u32,
        before: judge(pack, before, days[0]),
        after: judge(pack, after, days[1]),
        items,
        counts,
        closed,
        raised,
        regraded,
    }
}

impl Comparison {
    /// Whether nothing changed that is judged.
    pub fn is_empty(&self) -> bool {
        let same = self.items.is_empty() && self.regraded.is_empty() && self.before == self.after;
        same && self.closed.is_empty() && self.raised.is_empty()
    }
}

/// A milestone that was opened: its answers, with what could not be read of it; or why it could
/// not be read at all.
pub type Opened = Result<(Assessment, Vec<Problem>), Problem>;

/// All milestones of an assessment, as they stand in its list.
pub fn opened(pack: &Pack, assessment: &Assessment) -> Vec<Opened> {
    assessment.milestones.iter().map(|milestone| open(pack, milestone)).collect()
}

/// All milestones as they stand in the list, and today's state at the end. All are looked at in the
/// same mode: in full where one of them is. `opened` are the milestones of these answers.
pub fn trend(pack: &Pack, assessment: &Assessment, opened: &[Opened], today: Date) -> Vec<Point> {
    let milestones = &assessment.milestones;
    let modes = opened.iter().flatten().map(|(then, _)| then.mode);
    let mode = joint(modes.chain([assessment.mode]));
    let judge = |assessment: &Assessment, day| judge(pack, &in_mode(assessment, mode), day);
    let mut points = Vec::new();
    for (milestone, opened) in milestones.iter().zip(opened) {
        let judged = match opened {
            Ok((then, problems)) => {
                Ok((judge(then, milestone.date.unwrap_or(today)), problems.clone()))
            }
            Err(problem) => Err(problem.clone()),
        };
        points.push(Point { name: milestone.name.clone(), date: milestone.date, judged });
    }
    points.push(Point {
        name: "".into(),
        date: Some(today),
        judged: Ok((judge(assessment, today), Vec::new())),
    });
    points
}

/// What changed since the last milestone, if there is one. `opened` are the milestones of these
/// answers.
pub fn since(
    pack: &Pack,
    assessment: &Assessment,
    opened: &[Opened],
    today: Date,
) -> Option<Since> {
    let milestone = assessment.milestones.last()?;
    let change = match opened.last()? {
        Ok((then, problems)) => {
            let change =
                compare(pack, (then, milestone.date.unwrap_or(today)), (assessment, today));
            Ok((change, problems.clone()))
        }
        Err(problem) => Err(problem.clone()),
    };
    Some(Since { name: milestone.name.clone(), date: milestone.date, change })
}

/// A milestone of today's state. It holds no milestones itself.
pub fn milestone(pack: &Pack, assessment: &Assessment, name: &str, today: Date) -> Milestone {
    let mut frozen = assessment.clone();
    frozen.milestones.clear();
    let save = save::save(pack, &frozen).into();
    Milestone { name: name.into(), date: Some(today), save, automatic: false, kept: "".into() }
}

/// The answers of a milestone, with what could not be read of it.
///
/// # Errors
/// Why it could not be read at all, as in [`save::restore`].
pub fn open(pack: &Pack, milestone: &Milestone) -> Opened {
    let (assessment, mut problems) = save::restore_now(&milestone.save, pack)?;
    // What is kept takes part in no comparison, and nothing of it was left out.
    problems.retain(|problem| !problem.kind.is_remark());
    Ok((assessment, problems))
}

fn judge(pack: &Pack, assessment: &Assessment, today: Date) -> Judgement {
    Judgement { scores: score(pack, assessment), verdict: verdict(pack, assessment, today) }
}

fn joint(modes: impl IntoIterator<Item = Mode>) -> Mode {
    match modes.into_iter().all(|mode| mode == Mode::Quick) {
        true => Mode::Quick,
        false => Mode::Full,
    }
}

fn in_mode(assessment: &Assessment, mode: Mode) -> Assessment {
    let mut assessment = assessment.clone();
    assessment.mode = mode;
    assessment
}

fn change(item: ItemIx, before: ItemStatus, after: ItemStatus) -> Option<ItemChange> {
    let course = |from: Level, to: Level| if to > from { Course::Better } else { Course::Worse };
    let course = match (before, after) {
        (ItemStatus::Level(from), ItemStatus::Level(to)) => course(from, to),
        _ => Course::Other,
    };
    (before != after).then_some(ItemChange { item, before, after, course })
}

/// The findings by subject: the system, clauses, items, each with one at most, and then the two about
/// many controls, which stand at items that can have one of their own.
fn by_subject<'a>(pack: &Pack, findings: &'a [Finding]) -> Vec<Option<&'a Finding>> {
    let (clauses, items) = (pack.sections.len(), pack.items.len());
    let mut subjects = vec![None; 1 + clauses + items + 2];
    for finding in findings {
        let subject = match (finding.rule, finding.subject) {
            (Rule::ManyControlsBelow, _) => 1 + clauses + items,
            (Rule::ManyLeftOut, _) => 2 + clauses + items,
            (_, Subject::System) => 0,
            (_, Subject::Clause(section)) => 1 + section,
            (_, Subject::Item(item)) => 1 + clauses + item,
        };
        if let Some(subject) = subjects.get_mut(subject) {
            *subject = Some(finding);
        }
    }
    subjects
}
