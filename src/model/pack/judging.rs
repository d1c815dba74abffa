//! What the rules of judging go by, as a pack gives it.

use super::read::{Place, Reader};

/// What the standard wants on paper of an item (ISO/IEC 27001, 7.5.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// A document that is approved: level 2 needs it.
    Document,
    /// A record of what was done: level 3 shows it.
    Record,
    /// Nothing, but an auditor commonly expects something.
    Usual,
    /// Nothing.
    #[default]
    Free,
}

impl Written {
    /// All of them with the words that files use.
    pub const ALL: [(&'static str, Written); 4] = [
        ("document", Written::Document),
        ("record", Written::Record),
        ("usual", Written::Usual),
        ("free", Written::Free),
    ];

    /// The word that files use.
    pub fn id(self) -> &'static str {
        Written::ALL.into_iter().find(|(_, written)| *written == self).map_or("free", |(id, _)| id)
    }
}

/// What Stage 1 does where an item is below level 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage1 {
    /// It stops: Stage 2 cannot be planned.
    Stop,
    /// It names an area of concern (ISO/IEC 17021-1, 9.3.1.2.3).
    Concern,
}

/// The numbers that the rules go by. No standard gives them: they are the authors' own, and
/// certification bodies differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// So many items marked `light` at level 0 are a major together.
    pub light_together: u32,
    /// So many parts of a clause at level 0 or 1 are a major together,
    pub systemic_parts: u32,
    /// where they are at least this share of the clause, in percent.
    pub systemic_share: u32,
    /// A control counts as planned where its target date is at most so many months away.
    pub planned_months: u32,
    /// A larger share of controls below level 3 is a major, in percent.
    pub weak_controls_share: u32,
    /// So many expected controls that are left out are a major together.
    pub expected_left_out: u32,
    /// A larger share of controls below level 3 stops Stage 2, in percent,
    pub stage2_share: u32,
    /// where they are more than so many.
    pub stage2_count: u32,
    /// A body usually wants to see records of so many months at Stage 2.
    pub records_months: u32,
    /// Below this share of items of which something is known a score is provisional, in percent.
    pub known_share: u32,
}

impl Default for Thresholds {
    fn default() -> Thresholds {
        Thresholds {
            light_together: 2,
            systemic_parts: 3,
            systemic_share: 50,
            planned_months: 12,
            weak_controls_share: 25,
            expected_left_out: 3,
            stage2_share: 10,
            stage2_count: 3,
            records_months: 3,
            known_share: 80,
        }
    }
}

pub(super) fn written(r: &mut Reader, place: &Place) -> Written {
    match place.has("written") {
        true => Written::ALL[r.one_of(place, "written", &Written::ALL.map(|(id, _)| id))].1,
        false => Written::default(),
    }
}

/// The first version of the format knew only items at which Stage 1 stops.
pub(super) fn stage1(r: &mut Reader, place: &Place) -> Option<Stage1> {
    if r.format < 2 {
        return r.bool_or(place, "stage1").then_some(Stage1::Stop);
    }
    if !place.has("stage1") {
        return None;
    }
    let stage = r.one_of(place, "stage1", &["stop", "concern"]);
    [Stage1::Stop, Stage1::Concern].get(stage).copied()
}

pub(super) fn thresholds(r: &mut Reader, place: &Place) -> Thresholds {
    let mut all = Thresholds::default();
    for (key, number, most) in [
        ("light_together", &mut all.light_together, 1000),
        ("systemic_parts", &mut all.systemic_parts, 1000),
        ("systemic_share", &mut all.systemic_share, 100),
        ("planned_months", &mut all.planned_months, 120),
        ("weak_controls_share", &mut all.weak_controls_share, 100),
        ("expected_left_out", &mut all.expected_left_out, 1000),
        ("stage2_share", &mut all.stage2_share, 100),
        ("stage2_count", &mut all.stage2_count, 1000),
        ("records_months", &mut all.records_months, 60),
        ("known_share", &mut all.known_share, 100),
    ] {
        if place.has(key) {
            *number = r.number(place, key, 0, most) as u32;
        }
    }
    all
}
