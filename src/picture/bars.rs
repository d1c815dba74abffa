//! Bars: solid is certain, dotted is not known, hatched is what other open answers can still add.

use super::draw::{self, area, dotted, hatched, label, rect, Anchor, Paint, SMALL, WORDS};
use super::{fit, Bar, Caption, Legend, Width};
use crate::picture::element::{el, Element};
use crate::rules::score::Bounds;

/// A bar by itself, without words in it. It is stretched to the box that a stylesheet gives it.
pub fn bar(caption: &Caption, bounds: Option<Bounds>) -> Element {
    stretched(draw::svg(caption, "bar", 10_060, 620), caption.id, bounds)
}

/// The same for the eyes alone, where words beside it say what it shows. `id` begins its ids.
pub fn plain_bar(id: &str, bounds: Option<Bounds>) -> Element {
    let svg = el("svg").class("bar").attr("aria-hidden", "true").attr("viewBox", "0 0 1006 62");
    stretched(svg, id, bounds)
}

fn stretched(svg: Element, id: &str, bounds: Option<Bounds>) -> Element {
    let svg = svg.attr("preserveAspectRatio", "none");
    // Room for the outline.
    let parts = el("g").attr("transform", "translate(3 3)").attr("stroke-width", "5");
    match bounds.map(Bar::from_bounds) {
        None => svg.child(parts.child(nothing("M0 28H1000", "16 12"))),
        Some(bar) => {
            let scale = el("path").attr("d", "M250 40V56M500 30V56M750 40V56M0 0H1000V56H0Z");
            let scale = scale.class("p-frame").attr("fill", "none").attr("stroke", "#7f8995");
            let hatch = (bar.upper > bar.unknown).then(|| draw::hatch(id, 220, 80));
            let dots = (bar.unknown > bar.lower).then(|| draw::dots(id, 280, 90));
            svg.children(hatch)
                .children(dots)
                .child(parts.children(filling(bar, 10_000, 560, id)).child(scale))
        }
    }
}

/// A row of a set of bars.
#[derive(Clone, Copy, Debug)]
pub struct Group<'a> {
    /// What the score is of; cut where it is too long.
    pub name: &'a str,
    /// The bounds in words, such as "41-63 %".
    pub value: &'a str,
    /// `None` where nothing applies: a dashed line.
    pub bounds: Option<Bounds>,
}

/// Bars one below the other, each under its name and its score. Any number of them; it takes the
/// place of a radar that has too few axes or too many.
pub fn bars(caption: &Caption, groups: &[Group], legend: &Legend) -> Element {
    const ROW: i32 = 380;
    let width = Width::Phone.tenths();
    let rows = groups.len() as i32 * ROW;
    let unknown = groups.iter().filter_map(|group| group.bounds).any(|bounds| bounds.unknown > 0);
    let lines = draw::filled_legend(caption.id, legend, unknown);
    let mut svg = draw::worded(caption, Width::Phone, rows + 40 + draw::legend_height(lines.len()))
        .children(unknown.then(|| draw::dots(caption.id, 60, 20)));
    for (at, group) in groups.iter().enumerate() {
        let top = at as i32 * ROW;
        // The name gets what the value leaves of the line.
        let value = fit::length(group.value, SMALL).min(width / 2);
        svg = svg
            .child(label((10, top + 130), Anchor::Start, WORDS, width - value - 120, group.name))
            .child(label((width - 10, top + 130), Anchor::End, SMALL, value, group.value));
        let place = ["translate(1 ", &draw::tenths(top + 180), ")"].concat();
        let parts = el("g").attr("transform", place);
        svg = svg.child(match group.bounds.map(Bar::from_bounds) {
            None => parts.child(nothing("M0 6H318", "5 4").attr("stroke-width", "1.5")),
            Some(bar) => {
                let frame = rect(0, 0, width - 20, 120, Paint::Frame);
                parts.children(filling(bar, width - 20, 120, caption.id)).child(frame)
            }
        });
    }
    draw::legend(svg, rows + 40, width, lines)
}

/// The empty, the hatched, the dotted and the solid part; a part without any width is left out.
fn filling(bar: Bar, width: i32, height: i32, id: &str) -> Vec<Element> {
    let at = |part: u32| part as i32 * (width / 10) / (super::WIDTH as i32 / 10);
    let (lower, unknown, upper) = (at(bar.lower), at(bar.unknown), at(bar.upper));
    let mut parts = vec![rect(0, 0, width, height, Paint::Ground)];
    if upper > unknown {
        parts.push(hatched(area(unknown, 0, upper - unknown, height), id));
    }
    if unknown > lower {
        parts.push(dotted(area(lower, 0, unknown - lower, height), id));
    }
    if lower > 0 {
        parts.push(rect(0, 0, lower, height, Paint::Solid));
    }
    parts
}

/// Nothing applies: a dashed line in place of the bar.
fn nothing(d: &'static str, dash: &'static str) -> Element {
    let line = el("path").class("p-frame").attr("d", d).attr("fill", "none");
    line.attr("stroke", "#7f8995").attr("stroke-dasharray", dash)
}
