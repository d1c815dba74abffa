//! A trend: how both bounds of a score went over time.

use super::calendar::day;
use super::draw::{self, dot, hatched, label, path, Anchor, Paint, SMALL};
use super::{Caption, Legend, Scale, Width};
use crate::model::date::Date;
use crate::picture::element::{el, Element};
use crate::rules::score::Bounds;
use std::rc::Rc;

/// How many points there may be.
const FEWEST: usize = 2;
const MOST: usize = 24;

/// Where the scale begins and ends.
const LEFT: i32 = 480;
const TOP: i32 = 400;
const HEIGHT: i32 = 1500;

/// Baseline of the numbers above the points, and the room that one needs. Where they have less,
/// every other number stands lower.
const NUMBERS: i32 = 120;
const ROOM: i32 = 190;

/// An earlier state, or that of today.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// When it was.
    pub date: Date,
    /// A point without bounds is not drawn.
    pub bounds: Option<Bounds>,
}

/// A place in the picture with both bounds.
struct PlottedPoint {
    number: usize,
    x: i32,
    lower: i32,
    upper: i32,
}

/// A trend through 2 to 24 points that have a score; there is none for fewer or more. Each bears
/// its number in the list, from 1, under which a table has its name. `in_words` writes a day.
pub fn trend(
    caption: &Caption,
    points: &[Point],
    scale: &Scale,
    legend: &Legend,
    in_words: &dyn Fn(Date) -> Rc<str>,
    width: Width,
) -> Option<Element> {
    let mut dated: Vec<(Date, usize, Bounds)> = Vec::new();
    for (at, point) in points.iter().enumerate() {
        dated.extend(point.bounds.map(|bounds| (point.date, at + 1, bounds)));
    }
    dated.sort_by_key(|(date, number, _)| (*date, *number));
    if !(FEWEST..=MOST).contains(&dated.len()) {
        return None;
    }
    let (first, last) = (dated.first()?.0, dated.last()?.0);
    let wide = width.tenths();
    let right = wide - 120;
    let bottom = TOP + HEIGHT;
    let points: Vec<PlottedPoint> = dated
        .into_iter()
        .map(|(date, number, bounds)| {
            let upper = bounds.upper.min(10_000);
            let x = across(day(date) - day(first), day(last) - day(first), right);
            PlottedPoint { number, x, lower: height(bounds.lower.min(upper)), upper: height(upper) }
        })
        .collect();
    let lines = draw::line_legend(legend, scale);
    let below = bottom + 280;
    let height = below + draw::legend_height(lines.len());
    let svg = draw::worded(caption, width, height);
    let mut svg = numbers(steps(svg, scale, wide), &points, right);
    svg = band(svg, &points, caption.id);
    if let Some((part, _)) = scale.line {
        let y = self::height(part.min(10_000));
        svg = svg.child(draw::stroke((LEFT, y), (right, y), Paint::Asked));
    }
    for point in &points {
        if point.upper != point.lower {
            svg = svg.child(dot(point.x, point.upper, 28, Paint::Open));
        }
        svg = svg.child(dot(point.x, point.lower, 32, Paint::Solid));
    }
    let date =
        |at: (i32, i32), anchor, date: Date| label(at, anchor, SMALL, wide / 2, &in_words(date));
    svg = match first == last {
        true => svg.child(date(((LEFT + right) / 2, bottom + 150), Anchor::Middle, first)),
        false => svg.child(date((LEFT, bottom + 150), Anchor::Start, first)).child(date(
            (wide - 10, bottom + 150),
            Anchor::End,
            last,
        )),
    };
    Some(draw::legend(svg, below, wide, lines))
}

/// The scale at the left, with a line across at each step.
fn steps(mut svg: Element, scale: &Scale, wide: i32) -> Element {
    for (part, words) in (0..).step_by(2_500).zip(scale.steps) {
        let y = height(part);
        let line = if part == 0 { Paint::Frame } else { Paint::Rule };
        svg = svg.child(draw::stroke((LEFT, y), (wide - 60, y), line)).child(label(
            (LEFT - 60, y + 40),
            Anchor::End,
            SMALL,
            LEFT - 60,
            words,
        ));
    }
    svg
}

/// The numbers of the points, with a line from each to its point. Where points are close together
/// their numbers make room for each other.
fn numbers(mut svg: Element, points: &[PlottedPoint], right: i32) -> Element {
    let gaps = (points.len() as i32 - 1).max(1);
    let apart = ((right - LEFT) / gaps).min(ROOM);
    let mut at: Vec<i32> = points.iter().map(|point| point.x).collect();
    let mut least = LEFT;
    for x in &mut at {
        *x = (*x).max(least);
        least = *x + apart;
    }
    let mut most = right;
    for x in at.iter_mut().rev() {
        *x = (*x).min(most);
        most = *x - apart;
    }
    for (n, (point, x)) in points.iter().zip(at).enumerate() {
        let y = if apart < ROOM && n % 2 == 1 { NUMBERS + 140 } else { NUMBERS };
        let lead = [(x, y + 40), (point.x, TOP - 60), (point.x, point.upper)];
        svg = svg.child(path(draw::through(&lead), Paint::Rule));
        let number = point.number.to_string();
        svg = svg.child(label((x, y), Anchor::Middle, SMALL, 400, &number));
    }
    svg
}

/// What is possible as a striped band, with both bounds as lines.
fn band(svg: Element, points: &[PlottedPoint], id: &str) -> Element {
    let upper: Vec<(i32, i32)> = points.iter().map(|point| (point.x, point.upper)).collect();
    let lower: Vec<(i32, i32)> = points.iter().map(|point| (point.x, point.lower)).collect();
    let mut around = upper.clone();
    around.extend(lower.iter().rev());
    let mut d = draw::through(&around);
    d.push('Z');
    svg.child(hatched(el("path").attr("d", d), id).attr("fill-opacity", ".45"))
        .child(path(draw::through(&upper), Paint::Upper))
        .child(path(draw::through(&lower), Paint::Lower))
}

/// How far to the right so many days of all days are.
fn across(days: i32, all: i32, right: i32) -> i32 {
    if all == 0 {
        return (LEFT + right) / 2;
    }
    LEFT + (i64::from(days) * i64::from(right - LEFT) / i64::from(all)) as i32
}

/// How far down so many basis points are.
fn height(basis_points: u32) -> i32 {
    TOP + HEIGHT - basis_points as i32 * HEIGHT / 10_000
}
