//! How far an organisation is, with a lower and an upper bound.
//!
//! Scores are indicative: ISO/IEC 27001 knows no percentage. A credit is capped at level 3,
//! so that strength in one place does not hide a gap in another; the weights are the pack's.
//! All are whole basis points (1/100 %), rounded down at each step, so that every one of
//! them can be checked by hand.

use crate::model::assessment::{Assessment, ItemStatus};
use crate::model::pack::{ItemIx, Kind, Pack, Section, Thresholds};

/// A score as basis points: what is certain, and what open answers could still make of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Open answers count 0. From 0 to 10,000.
    pub lower: u32,
    /// Open answers count in full. Never below `lower`.
    pub upper: u32,
    /// What answers of "I don't know" have of the part between the two; the rest of it nobody has
    /// answered. Never more than that part, since each step rounds down.
    pub unknown: u32,
}

/// Item counts by status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Items that are asked.
    pub total: u32,
    /// Items at a level.
    pub levels: u32,
    /// Items whose state the respondent does not know.
    pub dont_know: u32,
    /// Items left out with a reason.
    pub not_applicable: u32,
}

impl Tally {
    /// Counts these items.
    pub fn of(pack: &Pack, assessment: &Assessment, items: impl Iterator<Item = ItemIx>) -> Tally {
        let mut tally = Tally::default();
        for item in items.filter(|item| assessment.asks(pack, *item)) {
            tally.add(assessment.item_status(item));
        }
        tally
    }

    /// Items with any answer; "don't know" is one.
    pub fn answered(&self) -> u32 {
        self.levels + self.dont_know + self.not_applicable
    }

    /// Items without one.
    pub fn unanswered(&self) -> u32 {
        self.total - self.answered()
    }

    /// Where too little is known, a score says little. Known is a level, or that an item is left out
    /// with a reason; who does not know has answered and tells nothing.
    pub fn provisional(&self, thresholds: &Thresholds) -> bool {
        (self.levels + self.not_applicable) * 100 < self.total * thresholds.known_share
    }

    fn add(&mut self, item_status: ItemStatus) {
        self.total += 1;
        match item_status {
            ItemStatus::Unanswered => (),
            ItemStatus::DontKnow => self.dont_know += 1,
            ItemStatus::NotApplicable => self.not_applicable += 1,
            ItemStatus::Level(_) => self.levels += 1,
        }
    }

    fn join(&mut self, other: &Tally) {
        self.total += other.total;
        self.levels += other.levels;
        self.dont_know += other.dont_know;
        self.not_applicable += other.not_applicable;
    }
}

/// A score with the count that it rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// `None` where no item applies.
    pub bounds: Option<Bounds>,
    /// What it rests on.
    pub tally: Tally,
}

/// What items earn, in thirds times their weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Points {
    /// Where open answers count 0.
    pub lower: u64,
    /// Where open answers count in full.
    pub upper: u64,
    /// What they could earn at most.
    pub most: u64,
    /// What those could earn whose state the respondent does not know.
    pub unknown: u64,
}

impl Points {
    /// The points of an item of this weight; `None` where it leaves the sum.
    pub fn of(item_status: ItemStatus, weight: u32) -> Option<Points> {
        let (lower, upper) = credit(item_status)?;
        let times = |thirds: u32| u64::from(thirds) * u64::from(weight);
        let unknown = if item_status == ItemStatus::DontKnow { times(upper) } else { 0 };
        Some(Points { lower: times(lower), upper: times(upper), most: times(3), unknown })
    }

    fn add(&mut self, other: Points) {
        self.lower += other.lower;
        self.upper += other.upper;
        self.most += other.most;
        self.unknown += other.unknown;
    }

    /// `None` where no item counts.
    fn bounds(self) -> Option<Bounds> {
        let basis_points = |points: u64| (points * 10_000 / self.most) as u32;
        (self.most > 0).then(|| Bounds {
            lower: basis_points(self.lower),
            upper: basis_points(self.upper),
            unknown: basis_points(self.unknown),
        })
    }
}

/// All scores of an assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    /// The mean of the two groups.
    pub overall: Score,
    /// By [`Kind`]: the mean of the sections of that kind.
    pub groups: [Score; 2],
    /// By position of the section: the weighted mean of its items.
    pub sections: Vec<Score>,
    /// By position of the section: what its items earn, from which its score follows.
    pub points: Vec<Points>,
}

/// What an item adds to both bounds, in thirds; `None` where it leaves the sum.
pub fn credit(item_status: ItemStatus) -> Option<(u32, u32)> {
    match item_status {
        ItemStatus::Unanswered | ItemStatus::DontKnow => Some((0, 3)),
        ItemStatus::NotApplicable => None,
        ItemStatus::Level(level) => {
            let thirds = u32::from(level.number().min(3));
            Some((thirds, thirds))
        }
    }
}

/// The scores over all items that the mode asks.
pub fn score(pack: &Pack, assessment: &Assessment) -> Scores {
    let of_section = |section: &Section| summed(pack, assessment, &mut section.items.clone());
    let (sections, points): (Vec<Score>, Vec<Points>) =
        pack.sections.iter().map(of_section).unzip();
    let group = |kind| {
        mean(pack.sections.iter().zip(&sections).filter(|(s, _)| s.kind == kind).map(|(_, f)| f))
    };
    let groups = Kind::ALL.map(group);
    Scores { overall: mean(groups.iter()), groups, sections, points }
}

/// The weighted mean of those of these items that the mode asks; by it a section is scored, and
/// whatever else items are put together by.
pub fn score_of(
    pack: &Pack,
    assessment: &Assessment,
    items: &mut dyn Iterator<Item = ItemIx>,
) -> Score {
    summed(pack, assessment, items).0
}

fn summed(
    pack: &Pack,
    assessment: &Assessment,
    items: &mut dyn Iterator<Item = ItemIx>,
) -> (Score, Points) {
    let (mut tally, mut points) = (Tally::default(), Points::default());
    for index in items.filter(|item| assessment.asks(pack, *item)) {
        let item_status = assessment.item_status(index);
        tally.add(item_status);
        let earned = pack.item(index).and_then(|item| Points::of(item_status, item.weight));
        points.add(earned.unwrap_or_default());
    }
    (Score { bounds: points.bounds(), tally }, points)
}

fn mean<'a>(scores: impl Iterator<Item = &'a Score>) -> Score {
    let mut tally = Tally::default();
    let (mut sum, mut n) = (Bounds::default(), 0);
    for score in scores {
        tally.join(&score.tally);
        if let Some(bounds) = score.bounds {
            sum.lower += bounds.lower;
            sum.upper += bounds.upper;
            sum.unknown += bounds.unknown;
            n += 1;
        }
    }
    let Bounds { lower, upper, unknown } = sum;
    let bounds =
        (n > 0).then(|| Bounds { lower: lower / n, upper: upper / n, unknown: unknown / n });
    Score { bounds, tally }
}
