//! The pictures of a scorecard. The page and the files draw the same ones, so a bar has the same
//! length wherever it stands.
//!
//! A picture is a value ([`crate::picture::element`]) made of plain values and of words that the caller gives.
//! Its colours stand in presentation attributes, so that it keeps them when it is copied out of a
//! page; the stylesheet of a page overrides them by class (`static/styles/pictures.css`), since a
//! rule beats a presentation attribute. Nothing is told by colour alone: certain is solid, possible
//! is hatched or dashed.
//!
//! Pictures run from left to right in every language, as the bars of the page do: a scale and a
//! time axis are read by their labels. Words in them keep their own direction. Only a bar without
//! words may be mirrored, which the file does where it is read from the right.

mod bars;
mod calendar;
mod draw;
mod dumbbells;
pub mod element;
mod family;
mod fit;
mod gauge;
mod grid;
mod radar;
mod timeline;
mod trend;
mod way;

pub use bars::{bar, bars, plain_bar, Group};
pub use dumbbells::{dumbbells, Dumbbell, DumbbellWords, MOST_DUMBBELLS};
pub use family::{family, FamilyWords};
pub use gauge::{item_status, FRAME, LEVELS, TICK};
pub use grid::{grid, spot_mark, Cell, Section, Spot, MOST_CELLS};
pub use radar::{radar, Axis};
pub use timeline::{timeline, Mark, Stretch, TimelineWords, MOST_STRETCHES};
pub use trend::{trend, Point};
pub use way::{way, NamedStop};

use crate::rules::score::Bounds;

/// Width of the view box in which a bar is drawn.
pub const WIDTH: u32 = 1000;

/// A horizontal bar: solid up to `lower`, dotted from there to `unknown` and hatched on to `upper`,
/// in a view box that is [`WIDTH`] wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where the solid part ends: what is certain.
    pub lower: u32,
    /// Where the dotted part ends: what the respondent does not know.
    pub unknown: u32,
    /// Where the hatched part ends: what open answers can still add.
    pub upper: u32,
}

impl Bar {
    /// The bar of a score. Bounds are basis points, so a unit of the view box is a tenth of a
    /// percent.
    pub fn from_bounds(bounds: Bounds) -> Bar {
        let upper = (bounds.upper / 10).min(WIDTH);
        let lower = (bounds.lower / 10).min(upper);
        let unknown = (bounds.lower.saturating_add(bounds.unknown) / 10).clamp(lower, upper);
        Bar { lower, unknown, upper }
    }

    /// Width of all that is open, which starts at `lower`.
    pub fn open(self) -> u32 {
        self.upper - self.lower
    }

    /// The bar in whole cells of a line that is `cells` long: solid, dotted, hatched, empty. Lines
    /// of text draw with it.
    pub fn cells(self, cells: u32) -> [u32; 4] {
        let solid = self.lower * cells / WIDTH;
        // What is open shows, however little it is; where nothing is open, nothing may seem so.
        let end = |part: u32| (part * cells).div_ceil(WIDTH).min(cells);
        let filled = if self.open() == 0 { solid } else { end(self.upper) };
        let unknown = if self.unknown == self.lower { solid } else { end(self.unknown) };
        [solid, unknown - solid, filled - unknown, cells - filled]
    }
}

/// What a picture is called. Both texts go to assistive technology; the words say what is seen, and
/// may be empty where the title is enough.
#[derive(Clone, Copy, Debug)]
pub struct Caption<'a> {
    /// Begins the ids in the picture; no two pictures of a page have the same.
    pub id: &'a str,
    /// For assistive technology, and where a pointer rests.
    pub title: &'a str,
    /// What it shows, in words.
    pub words: &'a str,
}

/// What solid and hatched, or dashed, stand for, and what is dotted.
#[derive(Clone, Copy, Debug)]
pub struct Legend<'a> {
    /// What is certain.
    pub lower: &'a str,
    /// What open answers can still add.
    pub upper: &'a str,
    /// What the respondent does not know; it is named where there is any.
    pub unknown: &'a str,
}

/// A scale from nothing to all.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'a> {
    /// How 0, 25, 50, 75 and 100 % are written.
    pub steps: [&'a str; 5],
    /// A height to be marked, in basis points, with its name: what a stage asks for, say.
    pub line: Option<(u32, &'a str)>,
}

/// How wide the view box of a picture is. Words in it are 13 units high, so that they can be read
/// wherever a unit is about a pixel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// 320 units: a phone.
    #[default]
    Phone,
    /// 640 units: paper, and a page that is known to be wide.
    Page,
    /// 760 units: the whole width of such a page.
    Whole,
}
