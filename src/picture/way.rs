//! The way to a certificate as a line with four stops. The plumb line hangs where one stands.

use super::draw::{self, dot, label, path, stroke, Anchor, Paint, SMALL, WORDS};
use super::{Caption, Width};
use crate::picture::element::{el, Element};
use crate::rules::stops::Stop;

/// A stop with its words.
#[derive(Clone, Copy, Debug)]
pub struct NamedStop<'a> {
    /// Its name.
    pub name: &'a str,
    /// What is open there, in a word or two; may be empty.
    pub note: &'a str,
    /// How far it is.
    pub stop: Stop,
}

/// The line of the stops, the lowest point of the plumb line, and the baselines of the words.
const LINE: i32 = 130;
const BOB: i32 = 520;
const NAME: i32 = 680;
const NOTE: i32 = 840;
const HEIGHT: i32 = 880;

/// The way; one stands at the stop of this number, from 0.
pub fn way(caption: &Caption, stops: &[NamedStop; 4], here: usize, width: Width) -> Element {
    let wide = width.tenths();
    let room = wide / 4;
    let x = |at: usize| room / 2 + at as i32 * room;
    let mut svg = draw::svg(caption, width.class(), wide, HEIGHT)
        .attr("direction", "ltr")
        .attr("font-family", "system-ui, sans-serif")
        .child(stroke((x(0), LINE), (x(3), LINE), Paint::Frame))
        .child(plumb_line((x(here.min(3)), LINE), BOB - LINE));
    for (at, stop) in stops.iter().enumerate() {
        let middle = (x(at), LINE);
        svg = svg
            .children(mark(middle, stop.stop))
            .child(label((x(at), NAME), Anchor::Middle, WORDS, room - 60, stop.name))
            .child(label((x(at), NOTE), Anchor::Middle, SMALL, room - 40, stop.note));
    }
    svg
}

/// A string with its bob, from a point so far down.
fn plumb_line((x, y): (i32, i32), down: i32) -> Element {
    let (top, waist, end) = (y + down - 190, y + down - 120, y + down);
    let bob = [(x, top), (x + 60, waist), (x, end), (x - 60, waist)];
    let bob = draw::through(&bob) + "Z";
    el("g").child(stroke((x, y), (x, top), Paint::Lower)).child(path(bob, Paint::Solid))
}

/// The mark of a stop; what is told by its colour is told by its shape too.
fn mark((x, y): (i32, i32), stop: Stop) -> Vec<Element> {
    let sign = |d: &[(i32, i32)]| {
        let points: Vec<_> = d.iter().map(|(right, down)| (x + right, y + down)).collect();
        path(draw::through(&points), Paint::Tick)
    };
    match stop {
        Stop::Start => vec![dot(x, y, 70, Paint::Solid)],
        Stop::Passed(_) => {
            vec![dot(x, y, 110, Paint::Solid), sign(&[(-50, 5), (-15, 40), (50, -35)])]
        }
        Stop::Unknown => {
            vec![dot(x, y, 110, Paint::Open), label((x, y + 45), Anchor::Middle, WORDS, 220, "?")]
        }
        Stop::Stopped(n) => {
            let n = if n > 99 { "99+".to_owned() } else { n.to_string() };
            vec![dot(x, y, 120, Paint::Late), label((x, y + 45), Anchor::Middle, WORDS, 300, &n)]
        }
        Stop::Ahead => vec![dot(x, y, 90, Paint::Gauge)],
    }
}
