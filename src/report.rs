//! The scorecard as one value. The page and every file read it, so they cannot disagree.

pub mod board;
pub mod compare;

use crate::model::assessment::{
    Answer, Assessment, AuditDates, ItemStatus, Level, Mode, Response, Size,
};
use crate::model::date::Date;
use crate::model::pack::{ItemIx, Kind, Pack};
use crate::rules::documents::{documents, DocumentRow};
use crate::rules::findings::{findings, Finding};
use crate::rules::metrics::Sheet;
use crate::rules::plan::{self, Gap};
use crate::rules::schedule::Schedule;
use crate::rules::score::{self, Bounds, Points, Score, Tally};
use crate::rules::soa::{soa, Soa};
use crate::rules::verdict::{self, Verdict};
use compare::{Opened, Point, Since};
use std::cell::OnceCell;
use std::rc::Rc;

pub use crate::TOOL_VERSION;

/// Everything that a scorecard says. What is a method is computed when it is first asked for, once.
#[derive(Clone, Debug)]
pub struct Report {
    /// The day on which it was made.
    pub date: Date,
    /// The questionnaire it rests on.
    pub pack: Rc<Pack>,
    /// How the respondent calls the assessment; may be empty.
    pub name: Rc<str>,
    /// Name of the organisation; may be empty.
    pub organisation: Rc<str>,
    /// `None` where the respondent did not say.
    pub size: Option<Size>,
    /// What it does; may be empty.
    pub sector: Rc<str>,
    /// What the management system is to cover; may be empty.
    pub scope: Rc<str>,
    /// Quick check or full assessment.
    pub mode: Mode,
    /// Mean of the two groups.
    pub overall: Score,
    /// By [`Kind`].
    pub groups: [Score; 2],
    /// The sections that have items in this mode.
    pub sections: Vec<SectionReport>,
    /// One row per item that is asked, in the order of the pack.
    pub rows: Vec<Row>,
    /// Level 4, then level 3 with evidence named; as positions in `rows`.
    pub strengths: Vec<usize>,
    /// Items below level 3 in the order in which to close them.
    pub gaps: Vec<GapRow>,
    /// How both stages of a certification audit would likely end.
    pub verdict: Verdict,
    /// What an auditor would likely raise, the gravest first.
    pub findings: Vec<Finding>,
    assessment: Assessment,
    documents: OnceCell<Vec<DocumentRow>>,
    soa: OnceCell<Soa>,
    schedule: OnceCell<Schedule>,
    metrics: OnceCell<Sheet>,
    milestones: OnceCell<Vec<Opened>>,
    trend: OnceCell<Vec<Point>>,
    since: OnceCell<Option<Since>>,
}

/// A report follows from these three alone.
impl PartialEq for Report {
    fn eq(&self, other: &Report) -> bool {
        self.date == other.date && self.pack == other.pack && self.assessment == other.assessment
    }
}

impl Eq for Report {}

/// A section with its score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionReport {
    /// Position in the pack.
    pub section: usize,
    /// As in the pack, e.g. `A.5`.
    pub id: Rc<str>,
    /// Our plain name.
    pub name: Rc<str>,
    /// What its items are.
    pub kind: Kind,
    /// Weighted mean of its items.
    pub score: Score,
    /// What its items earn.
    pub points: Points,
}

/// An item with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Position in the pack.
    pub item: ItemIx,
    /// As in the pack, e.g. `A.5.1`.
    pub id: Rc<str>,
    /// Our plain name.
    pub name: Rc<str>,
    /// Official short title; may be empty.
    pub title: Rc<str>,
    /// Requirement or control.
    pub kind: Kind,
    /// Position of the section in the pack.
    pub section: usize,
    /// What scores and filters go by.
    pub item_status: ItemStatus,
    /// The wording of the chosen level, or the reason of an exclusion; empty otherwise.
    pub words: Rc<str>,
    /// Thirds that it adds to the lower and upper bound; `None` where it leaves the sum.
    pub credit: Option<(u32, u32)>,
    /// How much it counts in its section, 1 to 5.
    pub weight: u32,
    /// What it earns, of which its section's score is made; `None` where it leaves the sum.
    pub points: Option<Points>,
    /// What else was entered.
    pub answer: Rc<Answer>,
}

/// A gap with its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GapRow {
    /// Position in [`Report::rows`].
    pub row: usize,
    /// What its place in the order rests on.
    pub gap: Gap,
    /// Its absence alone is a likely major nonconformity.
    pub gate: bool,
}

impl Row {
    /// The reason of an exclusion that does not count because it says too little. It would be lost
    /// otherwise: to the scores, the item is unanswered.
    pub fn thin_reason(&self) -> Option<&Rc<str>> {
        match (&self.answer.response, self.item_status) {
            (Some(Response::NotApplicable { reason }), ItemStatus::Unanswered)
                if !reason.is_empty() =>
            {
                Some(reason)
            }
            _ => None,
        }
    }
}

impl Report {
    /// Everything that a scorecard says on this day.
    pub fn new(pack: &Rc<Pack>, assessment: &Assessment, today: Date) -> Report {
        let scores = score::score(pack, assessment);
        let rows: Vec<Row> =
            assessment.asked(pack).filter_map(|item| row(pack, assessment, item)).collect();
        let mut sections = Vec::new();
        let figures = scores.sections.iter().zip(&scores.points);
        for (position, (section, (score, points))) in pack.sections.iter().zip(figures).enumerate()
        {
            if score.tally.total > 0 {
                sections.push(SectionReport {
                    section: position,
                    id: section.id.clone(),
                    name: section.name.clone(),
                    kind: section.kind,
                    score: *score,
                    points: *points,
                });
            }
        }
        let organisation = &assessment.organisation;
        let findings = findings(pack, assessment, today);
        Report {
            date: today,
            pack: pack.clone(),
            name: assessment.name.clone(),
            organisation: organisation.name.clone(),
            size: organisation.size,
            sector: organisation.sector.clone(),
            scope: organisation.scope.clone(),
            mode: assessment.mode,
            overall: scores.overall,
            groups: scores.groups,
            sections,
            strengths: strengths(&rows),
            gaps: gap_rows(pack, assessment, &rows),
            rows,
            verdict: verdict::of_findings(pack, assessment, &findings),
            findings,
            assessment: assessment.clone(),
            documents: OnceCell::new(),
            soa: OnceCell::new(),
            schedule: OnceCell::new(),
            metrics: OnceCell::new(),
            milestones: OnceCell::new(),
            trend: OnceCell::new(),
            since: OnceCell::new(),
        }
    }

    /// How the documents stand, in the order of the pack.
    pub fn documents(&self) -> &[DocumentRow] {
        self.documents.get_or_init(|| documents(&self.pack, &self.assessment))
    }

    /// What the organisation calls the own control at this position; may be empty.
    pub fn own_control(&self, at: usize) -> Rc<str> {
        self.assessment.own_controls.get(at).map(|own| own.name.clone()).unwrap_or_default()
    }

    /// The planned days of the certification audits.
    pub fn audit_dates(&self) -> AuditDates {
        self.assessment.audit_dates
    }

    /// Also in quick mode, it is about all controls.
    pub fn soa(&self) -> &Soa {
        self.soa.get_or_init(|| soa(&self.pack, &self.assessment))
    }

    /// The action plan, from the day of the report on.
    pub fn schedule(&self) -> &Schedule {
        self.schedule.get_or_init(|| {
            let gaps: Vec<Gap> = self.gaps.iter().map(|gap| gap.gap).collect();
            Schedule::of_gaps(&self.pack, &self.assessment, self.date, &gaps)
        })
    }

    /// What to measure first.
    pub fn metrics(&self) -> &Sheet {
        self.metrics.get_or_init(|| Sheet::new(&self.pack, &self.assessment))
    }

    /// The milestones, opened.
    pub fn milestones(&self) -> &[Opened] {
        self.milestones.get_or_init(|| compare::opened(&self.pack, &self.assessment))
    }

    /// The milestones and today's state; today's alone where there are none.
    pub fn trend(&self) -> &[Point] {
        let (pack, assessment, date) = (&self.pack, &self.assessment, self.date);
        self.trend.get_or_init(|| compare::trend(pack, assessment, self.milestones(), date))
    }

    /// What changed since the last milestone, if there is one.
    pub fn since(&self) -> Option<&Since> {
        let since = || compare::since(&self.pack, &self.assessment, self.milestones(), self.date);
        self.since.get_or_init(since).as_ref()
    }

    /// Item counts by status.
    pub fn tally(&self) -> Tally {
        self.overall.tally
    }

    /// The row of an item; `None` where the mode does not ask it.
    pub fn row(&self, item: ItemIx) -> Option<&Row> {
        // Rows stand in the order of the pack, as items do.
        let at = self.rows.binary_search_by_key(&item, |row| row.item).ok()?;
        self.rows.get(at)
    }

    /// The status of an item. One that the mode does not ask is unanswered.
    pub fn item_status(&self, item: ItemIx) -> ItemStatus {
        self.row(item).map_or(ItemStatus::Unanswered, |row| row.item_status)
    }

    /// In the order of the pack.
    pub fn rows_of(&self, section: usize) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.section == section)
    }

    /// The rows without a level or an exclusion: what widens the bounds.
    pub fn open(&self) -> impl Iterator<Item = &Row> {
        self.rows
            .iter()
            .filter(|row| matches!(row.item_status, ItemStatus::Unanswered | ItemStatus::DontKnow))
    }

    /// The gaps of a section that are cheapest to raise by one credit, at most `n`.
    pub fn cheapest(&self, section: usize, n: usize) -> Vec<&GapRow> {
        let here = |gap: &&GapRow| self.rows.get(gap.row).is_some_and(|row| row.section == section);
        let mut gaps: Vec<&GapRow> = self.gaps.iter().filter(here).collect();
        let mut cheapest = Vec::new();
        while cheapest.len() < n && !gaps.is_empty() {
            let first = (0..gaps.len()).min_by_key(|at| gaps[*at].gap.half_days);
            cheapest.push(gaps.remove(first.unwrap_or_default()));
        }
        cheapest
    }
}

/// A bound in whole percent, rounded down.
pub fn percent(basis_points: u32) -> u32 {
    basis_points / 100
}

/// Both bounds in whole percent.
pub fn percents(bounds: Bounds) -> (u32, u32) {
    (percent(bounds.lower), percent(bounds.upper))
}

fn row(pack: &Pack, assessment: &Assessment, index: ItemIx) -> Option<Row> {
    let item = pack.item(index)?;
    let item_status = assessment.item_status(index);
    let answer = assessment.get(index).cloned().unwrap_or_default();
    let words = match (item_status, &answer.response) {
        (ItemStatus::Level(level), _) => pack.levels(item)[usize::from(level.number())].clone(),
        (ItemStatus::NotApplicable, Some(Response::NotApplicable { reason })) => reason.clone(),
        _ => "".into(),
    };
    Some(Row {
        item: index,
        id: item.id.clone(),
        name: item.name.clone(),
        title: item.title.clone(),
        kind: item.kind,
        section: item.section,
        item_status,
        words,
        credit: score::credit(item_status),
        weight: item.weight,
        points: Points::of(item_status, item.weight),
        answer,
    })
}

fn strengths(rows: &[Row]) -> Vec<usize> {
    let at = |wanted: u8, needs_evidence: bool| {
        let fits = move |row: &Row| {
            row.item_status == ItemStatus::Level(Level::ALL[usize::from(wanted)])
                && (!needs_evidence || row.answer.has_evidence())
        };
        rows.iter().enumerate().filter(move |(_, row)| fits(row)).map(|(position, _)| position)
    };
    at(4, false).chain(at(3, true)).collect()
}

fn gap_rows(pack: &Pack, assessment: &Assessment, rows: &[Row]) -> Vec<GapRow> {
    let mut found = Vec::new();
    for gap in plan::gaps(pack, assessment) {
        // Rows stand in the order of the pack, as items do.
        if let Ok(row) = rows.binary_search_by_key(&gap.item, |row| row.item) {
            let gate = pack.item(gap.item).is_some_and(|item| item.gate);
            found.push(GapRow { row, gap, gate });
        }
    }
    found
}
