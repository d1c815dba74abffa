//! The kinds of organisation that are made up. All numbers are invented: nobody has published
//! answers of real organisations item by item.

/// A kind of organisation. Levels are drawn on a scale from 0 to 4 and rounded at the end.
#[derive(Debug, PartialEq)]
pub struct Story {
    /// As tables name it.
    pub name: &'static str,
    /// How many of a hundred are of this kind.
    pub share: u32,
    /// Its level in the mean.
    pub level: (f64, f64),
    /// What requirements and controls have beside that.
    pub kinds: [f64; 2],
    /// How far the sections lie apart.
    pub sections: f64,
    /// How far the items of a section lie apart.
    pub items: f64,
    /// What each later phase lacks: who is on the way has not come so far.
    pub phases: (f64, f64),
    /// What each step of work takes away: what is laborious is put off.
    pub work: (f64, f64),
    /// How often an item stays below those that it needs.
    pub held_back: f64,
    /// How often an answer is "don't know".
    pub unknown: (f64, f64),
    /// How many of the controls below level 3 have an owner and a date.
    pub planned: (f64, f64),
}

/// What most have in common.
pub(super) const ANY: Story = Story {
    name: "any",
    share: 52,
    level: (0.4, 4.2),
    kinds: [0.0, 0.0],
    sections: 0.45,
    items: 0.7,
    phases: (0.0, 0.3),
    work: (0.0, 0.25),
    held_back: 0.85,
    unknown: (-0.15, 0.15),
    planned: (-1.0, 1.0),
};

/// Their shares add up to 100.
pub const STORIES: &[Story] = &[
    ANY,
    Story { name: "just started", share: 8, level: (0.1, 1.2), items: 0.6, ..ANY },
    Story {
        name: "paper only",
        share: 8,
        level: (2.0, 2.1),
        sections: 0.0,
        items: 0.2,
        phases: (0.0, 0.0),
        work: (0.0, 0.0),
        unknown: (0.0, 0.0),
        ..ANY
    },
    Story {
        name: "technical firm",
        share: 8,
        level: (1.8, 2.6),
        kinds: [-1.0, 0.8],
        // It protects what it runs before anyone has assessed a risk.
        held_back: 0.2,
        phases: (0.0, 0.1),
        ..ANY
    },
    Story { name: "halfway", share: 8, level: (1.8, 2.6), phases: (0.0, 0.15), ..ANY },
    Story {
        name: "nearly ready",
        share: 8,
        level: (2.9, 3.3),
        sections: 0.2,
        items: 0.4,
        phases: (0.0, 0.1),
        work: (0.0, 0.1),
        unknown: (0.0, 0.03),
        planned: (0.8, 1.0),
        ..ANY
    },
    Story {
        name: "ready",
        share: 8,
        level: (3.3, 3.7),
        sections: 0.1,
        items: 0.25,
        phases: (0.0, 0.0),
        work: (0.0, 0.0),
        unknown: (0.0, 0.0),
        planned: (1.0, 1.0),
        ..ANY
    },
];
