//! The pictures of a scorecard as numbers. The page and the files draw from the same ones, so a
//! bar has the same length wherever it stands.

use crate::score::Bounds;

/// Width of the view box in which a bar is drawn.
pub const WIDTH: u32 = 1000;

/// Height of the view box in which a gauge is drawn, without its outline.
pub const GAUGE_HEIGHT: u32 = 16;

/// A horizontal bar: solid up to `lower`, hatched from there to `upper`, in a view box that is
/// [`WIDTH`] wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where the solid part ends: what is certain.
    pub lower: u32,
    /// Where the hatched part ends: what open answers can still add.
    pub upper: u32,
}

impl Bar {
    /// The bar of a figure. Bounds are basis points, so a unit of the view box is a tenth of a
    /// percent.
    pub fn from_bounds(bounds: Bounds) -> Bar {
        let upper = (bounds.upper / 10).min(WIDTH);
        Bar { lower: (bounds.lower / 10).min(upper), upper }
    }

    /// Width of the hatched part, which starts at `lower`.
    pub fn open(self) -> u32 {
        self.upper - self.lower
    }

    /// The bar in whole cells of a line that is `cells` long: solid, hatched, empty. Lines of text
    /// draw with it.
    pub fn cells(self, cells: u32) -> (u32, u32, u32) {
        let solid = self.lower * cells / WIDTH;
        // What is open shows, however little it is; where nothing is open, nothing may seem so.
        let filled =
            if self.open() == 0 { solid } else { (self.upper * cells).div_ceil(WIDTH).min(cells) };
        (solid, filled - solid, cells - filled)
    }
}

/// How far a gauge of a level is filled from below: the top edge and the height of the filling,
/// in a box that is [`GAUGE_HEIGHT`] high. Level 0 is an outline.
pub fn gauge(level: u8) -> (u32, u32) {
    let height = u32::from(level.min(4)) * GAUGE_HEIGHT / 4;
    (GAUGE_HEIGHT - height, height)
}
