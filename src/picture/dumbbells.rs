//! Scores before and after: a line from one to the other for each, those that gained most first.

use super::draw::{self, dot, label, path, stroke, Anchor, Paint, SMALL, WORDS};
use super::{fit, Caption, Scale, Width};
use crate::picture::element::{el, Element};
use crate::rules::score::Bounds;

/// More rows than this cannot be taken in.
pub const MOST_DUMBBELLS: usize = 60;

/// Height of a row, and of the place of its dots in it.
const ROW: i32 = 350;
const LINE: i32 = 225;

/// Radius of a dot, and how far the scale is from the edges.
const DOT: i32 = 48;
const ASIDE: i32 = 60;

/// A score before and after.
#[derive(Clone, Copy, Debug)]
pub struct Dumbbell<'a> {
    /// What it is of; cut where it is too long.
    pub name: &'a str,
    /// Both in words, such as "41-63 %, now 58-70 %".
    pub value: &'a str,
    /// What it was; `None` where nothing applied.
    pub before: Option<Bounds>,
    /// What it is; `None` where nothing applies.
    pub after: Option<Bounds>,
    /// Whether others go into it: it stands above them, as it is given.
    pub total: bool,
}

/// The words in the picture.
#[derive(Clone, Copy, Debug)]
pub struct DumbbellWords<'a> {
    /// What it was.
    pub before: &'a str,
    /// What it is.
    pub after: &'a str,
    /// What open answers can still add.
    pub open: &'a str,
}

impl Dumbbell<'_> {
    /// By which rows are sorted: the totals, then what has both scores by what it gained.
    fn rank(&self) -> (bool, bool, i64) {
        let both = self.before.zip(self.after);
        let gain =
            |(before, after): (Bounds, Bounds)| i64::from(after.lower) - i64::from(before.lower);
        let gain = if self.total { 0 } else { -both.map(gain).unwrap_or_default() };
        (!self.total, !self.total && both.is_none(), gain)
    }
}

/// A row for each: hollow is before, solid is after, by their lower bounds. There is none without
/// a row, or with more than 60.
pub fn dumbbells(
    caption: &Caption,
    rows: &[Dumbbell],
    scale: &Scale,
    words: &DumbbellWords,
    width: Width,
) -> Option<Element> {
    if rows.is_empty() || rows.len() > MOST_DUMBBELLS {
        return None;
    }
    let mut rows: Vec<&Dumbbell> = rows.iter().collect();
    rows.sort_by_key(|row| row.rank());
    let wide = width.tenths();
    let bottom = rows.len() as i32 * ROW;
    let mut legend = vec![
        (sample(dot(120, 60, DOT, Paint::Open)), words.before),
        (sample(dot(120, 60, DOT, Paint::Solid)), words.after),
    ];
    if rows.iter().filter_map(|row| row.after).any(|after| after.upper > after.lower) {
        legend.push((sample(stroke((0, 60), (240, 60), Paint::Asked)), words.open));
    }
    let below = bottom + 240;
    let height = below + draw::legend_height(legend.len());
    let mut svg = draw::svg(caption, width.class(), wide, height)
        .attr("direction", "ltr")
        .attr("font-family", "system-ui, sans-serif");
    for (at, row) in rows.into_iter().enumerate() {
        svg = svg.children(drawn(row, at as i32 * ROW, wide));
    }
    // Nothing, half and all.
    let ends = [Anchor::Start, Anchor::Middle, Anchor::End];
    for (at, (anchor, words)) in ends.into_iter().zip(scale.steps.iter().step_by(2)).enumerate() {
        let x = [10, wide / 2, wide - 10].get(at).copied().unwrap_or_default();
        svg = svg.child(label((x, bottom + 100), anchor, SMALL, wide / 3, words));
    }
    Some(draw::legend(svg, below, wide, legend))
}

fn sample(shape: Element) -> Element {
    el("g").child(shape)
}

/// The name and the scores of a row in words, and its line below.
fn drawn(row: &Dumbbell, top: i32, wide: i32) -> Vec<Element> {
    let x = |part: u32| {
        ASIDE + (i64::from(part.min(10_000)) * i64::from(wide - 2 * ASIDE) / 10_000) as i32
    };
    let y = top + LINE;
    let value = fit::length(row.value, SMALL).min(wide / 2);
    let name = label((10, top + 120), Anchor::Start, WORDS, wide - value - 120, row.name);
    let name = if row.total { name.attr("font-weight", "600") } else { name };
    let mut parts = vec![name, label((wide - 10, top + 120), Anchor::End, SMALL, value, row.value)];
    let mut track = draw::through(&[(x(0), y), (x(10_000), y)]);
    for part in [0, 2_500, 5_000, 7_500, 10_000] {
        track.push_str(&draw::through(&[(x(part), y - 30), (x(part), y + 30)]));
    }
    parts.push(path(track, Paint::Rule));
    if let Some(after) = row.after.filter(|after| after.upper > after.lower) {
        parts.push(stroke((x(after.lower), y), (x(after.upper), y), Paint::Asked));
    }
    if let Some((before, after)) = row.before.zip(row.after) {
        parts.push(stroke((x(before.lower), y), (x(after.lower), y), Paint::Lower));
    }
    parts.extend(row.before.map(|before| dot(x(before.lower), y, DOT, Paint::Open)));
    parts.extend(row.after.map(|after| dot(x(after.lower), y, DOT, Paint::Solid)));
    parts
}
