//! A radar: one axis for each score, the lower bound filled, the upper one dashed.

use super::draw::{self, dot, label, paint, path, Anchor, Paint, SMALL, WORDS};
use super::{fit, Caption, Legend, Scale, Width};
use crate::picture::element::{el, Element};
use crate::rules::score::Bounds;

/// Half the width of the outermost ring: the usual one, and the least where long names need room.
const RADIUS: i32 = 1060;
const LEAST_RADIUS: i32 = 740;

/// Where the centre is across.
const CENTRE: i32 = 1600;

/// How far from the outermost ring names begin.
const NAMES: i32 = 90;

/// A direction as cosine and sine, in billionths.
type Turn = (i64, i64);

/// The first direction.
const UP: Turn = (0, -1_000_000_000);

/// Up to this cosine, about five degrees, a direction counts as upright.
const UPRIGHT: i64 = 90_000_000;

/// All basis points.
const WHOLE: i32 = 10_000;

/// Cosine and sine of a third, a quarter ... a twelfth of a turn, in billionths. Nothing else in
/// the program needs floating point.
const STEPS: [Turn; 10] = [
    (-500_000_000, 866_025_404),
    (0, 1_000_000_000),
    (309_016_994, 951_056_516),
    (500_000_000, 866_025_404),
    (623_489_802, 781_831_482),
    (707_106_781, 707_106_781),
    (766_044_443, 642_787_610),
    (809_016_994, 587_785_252),
    (841_253_533, 540_640_817),
    (866_025_404, 500_000_000),
];

/// A score with its direction, which follows from the number of axes.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'a> {
    /// A short name, such as "A.5"; the table has the long one.
    pub label: &'a str,
    /// An axis without bounds is not drawn, since no place on it would be true.
    pub bounds: Option<Bounds>,
}

/// A radar of 3 to 12 axes that have a score. Fewer make no area and more cannot be told apart:
/// there is none, and bars take its place ([`super::bars`]).
pub fn radar(caption: &Caption, axes: &[Axis], scale: &Scale, legend: &Legend) -> Option<Element> {
    let figures: Vec<(&str, Bounds)> =
        axes.iter().filter_map(|axis| Some((axis.label, axis.bounds?))).collect();
    let turns = turns(figures.len())?;
    let web = Web::new(&turns, &figures);
    let below = turns.iter().map(|turn| web.label_start(*turn).1).max().unwrap_or_default();
    let bottom = below + 220;
    let lines = draw::line_legend(legend, scale);
    let (width, height) = (Width::Phone.tenths(), bottom + draw::legend_height(lines.len()));
    let mut svg = draw::worded(caption, Width::Phone, height);
    for part in [2_500, 5_000, 7_500, WHOLE] {
        let ring = if part == WHOLE { Paint::Frame } else { Paint::Rule };
        svg = svg.child(path(polygon(turns.iter().map(|turn| web.place(*turn, part))), ring));
    }
    for turn in &turns {
        svg = svg.child(draw::stroke(web.centre(), web.place(*turn, WHOLE), Paint::Rule));
    }
    svg = bounds(svg, &web, &turns, &figures);
    if let Some((part, _)) = scale.line {
        let part = (part as i32).clamp(0, WHOLE);
        let ring = turns.iter().map(|turn| web.place(*turn, part));
        svg = svg.child(path(polygon(ring), Paint::Asked));
    }
    // Half and all stand beside the first axis, which points up. More would hide the scores.
    for (part, words) in (0..).step_by(5_000).zip(scale.steps.iter().step_by(2)).skip(1) {
        let (x, y) = web.place(UP, part);
        svg = svg.child(label((x + 60, y + 110), Anchor::Start, SMALL, 500, words));
    }
    for (turn, (words, _)) in turns.iter().zip(&figures) {
        svg = svg.child(axis_label(web.label_start(*turn), *turn, words, width));
    }
    Some(draw::legend(svg, bottom, width, lines))
}

/// Both bounds: an area to what is certain, and a dashed outline to what is possible.
fn bounds(svg: Element, web: &Web, turns: &[Turn], figures: &[(&str, Bounds)]) -> Element {
    let both = figures.iter().zip(turns).map(|((_, bounds), turn)| {
        let upper = (bounds.upper as i32).clamp(0, WHOLE);
        let lower = (bounds.lower as i32).clamp(0, upper);
        (web.place(*turn, lower), web.place(*turn, upper))
    });
    let both: Vec<_> = both.collect();
    let lower = polygon(both.iter().map(|(lower, _)| *lower));
    let mut svg = svg
        .child(paint(el("path").attr("d", &*lower), Paint::Area))
        .child(path(polygon(both.iter().map(|(_, upper)| *upper)), Paint::Upper))
        .child(path(lower, Paint::Lower));
    for (lower, upper) in both {
        if upper != lower {
            svg = svg.child(dot(upper.0, upper.1, 28, Paint::Open));
        }
        svg = svg.child(dot(lower.0, lower.1, 32, Paint::Solid));
    }
    svg
}

/// The label at the end of an axis, kept within the picture.
fn axis_label((x, y): (i32, i32), turn: Turn, words: &str, width: i32) -> Element {
    let y = y + 45 + scaled(turn.1, 45);
    let (anchor, room) = match turn.0 {
        aside if aside.abs() <= UPRIGHT => (Anchor::Middle, x.min(width - x) * 2),
        ..0 => (Anchor::End, x),
        _ => (Anchor::Start, width - x),
    };
    label((x, y), anchor, WORDS, room - 20, words)
}

/// The directions of so many axes, the first upwards and the others clockwise.
fn turns(axes: usize) -> Option<Vec<Turn>> {
    let (cos, sin) = *STEPS.get(axes.checked_sub(3)?)?;
    let mut turn = UP;
    let mut turns = Vec::new();
    for _ in 0..axes {
        turns.push(turn);
        let (x, y) = turn;
        turn = ((x * cos - y * sin) / 1_000_000_000, (x * sin + y * cos) / 1_000_000_000);
    }
    Some(turns)
}

/// The rings.
struct Web {
    radius: i32,
}

impl Web {
    /// As large as the names at the sides allow.
    fn new(turns: &[Turn], figures: &[(&str, Bounds)]) -> Web {
        let mut radius = i64::from(RADIUS);
        for (turn, (words, _)) in turns.iter().zip(figures) {
            let aside = turn.0.abs();
            if aside > UPRIGHT {
                let room = CENTRE - 20 - fit::length(words, WORDS);
                let most = i64::from(room) * 1_000_000_000 / aside - i64::from(NAMES);
                radius = radius.min(most).max(i64::from(LEAST_RADIUS));
            }
        }
        Web { radius: radius as i32 }
    }

    fn centre(&self) -> (i32, i32) {
        (CENTRE, self.radius + 270)
    }

    /// The point on an axis that has so many basis points.
    fn place(&self, turn: Turn, part: i32) -> (i32, i32) {
        self.point(turn, self.radius * part / WHOLE)
    }

    /// Where the name of an axis begins.
    fn label_start(&self, turn: Turn) -> (i32, i32) {
        self.point(turn, self.radius + NAMES)
    }

    fn point(&self, turn: Turn, distance: i32) -> (i32, i32) {
        let (x, y) = self.centre();
        (x + scaled(turn.0, distance), y + scaled(turn.1, distance))
    }
}

/// So many billionths of a length, rounded.
fn scaled(billionths: i64, length: i32) -> i32 {
    ((billionths * i64::from(length) + 500_000_000).div_euclid(1_000_000_000)) as i32
}

fn polygon(points: impl Iterator<Item = (i32, i32)>) -> String {
    let points: Vec<(i32, i32)> = points.collect();
    let mut d = draw::through(&points);
    d.push('Z');
    d
}
