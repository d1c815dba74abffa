//! A radar: one axis for each score, the lower bound filled, the upper one dashed. Its shape says
//! something only where the axes have an order and the last leads to the first again, as the clauses
//! of a management system do: plan, do, check, act. What has none is drawn as bars.

use super::draw::{self, dot, label, paint, path, Anchor, Paint, SMALL, WORDS};
use super::{fit, Caption, Legend, Scale, Width};
use crate::picture::element::{el, Element};
use crate::rules::score::Bounds;

/// Half the width of the outermost ring: the usual one, the least where long names need room, and
/// that of many axes, whose names need it around the ring.
const RADIUS: i32 = 1060;
const LEAST_RADIUS: i32 = 620;
const LEAST_OF_MANY: i32 = 740;

/// More axes than this are many.
const FEW: usize = 9;

/// How far from the outermost ring names begin, and from one line of a name to the next.
const NAMES: i32 = 90;
const LINE: i32 = 150;

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
    /// Its name, in up to three lines. A space that does not break keeps a number with its words.
    pub label: &'a str,
    /// An axis without bounds is not drawn, since no place on it would be true.
    pub bounds: Option<Bounds>,
}

/// A radar of 3 to 12 axes that have a score. Fewer make no area and more cannot be told apart:
/// there is none, and bars take its place ([`super::bars`]).
pub fn radar(
    caption: &Caption,
    axes: &[Axis],
    scale: &Scale,
    legend: &Legend,
    width: Width,
) -> Option<Element> {
    let figures: Vec<(&str, Bounds)> =
        axes.iter().filter_map(|axis| Some((axis.label, axis.bounds?))).collect();
    let turns = turns(figures.len())?;
    let wide = width.tenths();
    let mut web = Web { centre: (wide / 2, 0), radius: RADIUS };
    web.radius = web.radius_for(&turns, &figures);
    // What is above the centre has to fit into the picture.
    let names = || turns.iter().zip(&figures).map(|(turn, (words, _))| (*turn, *words));
    let top = names().map(|(turn, words)| web.name(turn, words, turns.len()).top).min()?;
    web.centre.1 = 30 - top;
    let names: Vec<Name> =
        names().map(|(turn, words)| web.name(turn, words, turns.len())).collect();
    let bottom = names.iter().map(Name::bottom).max()? + 120;
    let lines = draw::line_legend(legend, scale);
    let mut svg = draw::worded(caption, width, bottom + draw::legend_height(lines.len()));
    for part in [2_500, 5_000, 7_500, WHOLE] {
        let ring = if part == WHOLE { Paint::Frame } else { Paint::Rule };
        svg = svg.child(path(polygon(turns.iter().map(|turn| web.place(*turn, part))), ring));
    }
    for turn in &turns {
        svg = svg.child(draw::stroke(web.centre, web.place(*turn, WHOLE), Paint::Rule));
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
    for name in names {
        svg = svg.children(name.drawn());
    }
    Some(draw::legend(svg, bottom, wide, lines))
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

/// The name at the end of an axis, in lines that stay within the picture.
struct Name {
    lines: Vec<String>,
    x: i32,
    /// Baseline of the first line, and where that begins.
    y: i32,
    top: i32,
    anchor: Anchor,
    room: i32,
}

impl Name {
    fn bottom(&self) -> i32 {
        self.y + (self.lines.len() as i32 - 1) * LINE + 45
    }

    fn drawn(&self) -> Vec<Element> {
        let lines = (0..).zip(&self.lines);
        let line = |(at, words): (i32, &String)| {
            label((self.x, self.y + at * LINE), self.anchor, WORDS, self.room, words)
        };
        lines.map(line).collect()
    }
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
    centre: (i32, i32),
    radius: i32,
}

impl Web {
    /// As large as the names at the sides allow, each in about two lines.
    fn radius_for(&self, turns: &[Turn], figures: &[(&str, Bounds)]) -> i32 {
        let mut radius = i64::from(RADIUS);
        let least = if turns.len() > FEW { LEAST_OF_MANY } else { LEAST_RADIUS };
        for (turn, (words, _)) in turns.iter().zip(figures) {
            let aside = turn.0.abs();
            if aside > UPRIGHT {
                let longest = words.split(' ').map(|word| fit::length(word, WORDS)).max();
                let line = longest.unwrap_or_default().max(fit::length(words, WORDS) * 6 / 10);
                let room = self.centre.0 - 20 - line;
                let most = i64::from(room) * 1_000_000_000 / aside - i64::from(NAMES);
                radius = radius.min(most).max(i64::from(least));
            }
        }
        radius as i32
    }

    /// The name of an axis, one of so many: many leave each other less room.
    fn name(&self, turn: Turn, words: &str, axes: usize) -> Name {
        let wide = self.centre.0 * 2;
        // That above and that below the rings are long: they keep clear of their neighbours.
        let more = if turn.0.abs() <= UPRIGHT { 60 } else { 0 };
        let (x, y) = self.point(turn, self.radius + NAMES + more);
        let (anchor, room) = match turn.0 {
            aside if aside.abs() <= UPRIGHT => (Anchor::Middle, x.min(wide - x) * 2),
            ..0 => (Anchor::End, x),
            _ => (Anchor::Start, wide - x),
        };
        let lines = fit::wrapped(words, room - 20, WORDS, if axes > FEW { 2 } else { 3 });
        // Above the centre a name stands on its point, below it hangs from it.
        let more = (lines.len() as i32 - 1) * LINE;
        let y = y + 45 + scaled(turn.1, 45) - more / 2 + scaled(turn.1, more / 2);
        Name { lines, x, y, top: y - WORDS, anchor, room: room - 20 }
    }

    /// The point on an axis that has so many basis points.
    fn place(&self, turn: Turn, part: i32) -> (i32, i32) {
        self.point(turn, self.radius * part / WHOLE)
    }

    fn point(&self, turn: Turn, distance: i32) -> (i32, i32) {
        let (x, y) = self.centre;
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
