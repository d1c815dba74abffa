//! Shapes, paints and words of all pictures. Lengths are tenths of a unit of the view box.

use super::{fit, Caption, Legend, Scale, Width};
use crate::picture::element::{el, line, Element};

/// Size of words.
pub(super) const WORDS: i32 = 130;

/// Size of words along a scale.
pub(super) const SMALL: i32 = 120;

/// Height of a line of a legend.
const LEGEND_LINE: i32 = 200;

const ACCENT: &str = "#0b5f66";
pub(super) const PAPER: &str = "#fff";
pub(super) const INK: &str = "#1c2530";
const SOFT: &str = "#55606d";
const LINE: &str = "#7f8995";
const RULE: &str = "#d9dcdb";
const STOP: &str = "#a3261b";

/// What a shape is painted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    /// Certain: filled.
    Solid,
    /// The area up to what is certain.
    Area,
    /// Nothing yet.
    Ground,
    /// An outline.
    Frame,
    /// The outline of a gauge.
    Gauge,
    /// A line of a scale.
    Rule,
    /// The lower bound as a line.
    Lower,
    /// The upper bound as a line.
    Upper,
    /// A point of the upper bound.
    Open,
    /// A mark on what is filled.
    Tick,
    /// A sign in place of a filling.
    Sign,
    /// Today, or a height that is asked for.
    Now,
    /// A height that is asked for.
    Asked,
    /// What should be over.
    Late,
}

/// A picture with words in it, still empty. They run as its scale does, whatever the direction of
/// the page; else they would leave their place.
pub(super) fn worded(caption: &Caption, width: Width, height: i32) -> Element {
    svg(caption, width.class(), width.tenths(), height)
        .attr("direction", "ltr")
        .attr("font-family", "system-ui, sans-serif")
        .child(hatch(caption.id, 55, 22))
}

/// A picture with its name, still empty.
pub(super) fn svg(caption: &Caption, class: &'static str, width: i32, height: i32) -> Element {
    let (title, words) = ([caption.id, "-t"].concat(), [caption.id, "-d"].concat());
    let described = !caption.words.is_empty();
    let names = if described { [&*title, " ", &words].concat() } else { title.clone() };
    el("svg")
        .class(class)
        .attr("role", "img")
        .attr("aria-labelledby", names)
        .attr("viewBox", ["0 0 ", &tenths(width), " ", &tenths(height)].concat())
        .child(line("title", caption.title).attr("id", title))
        .children(described.then(|| line("desc", caption.words).attr("id", words)))
}

/// Stripes as a filling, for [`hatched`].
pub(super) fn hatch(id: &str, width: i32, stripe: i32) -> Element {
    let size = tenths(width);
    let pattern = el("pattern")
        .attr("id", [id, "-h"].concat())
        .attr("width", &*size)
        .attr("height", &*size)
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child(rect(0, 0, width, width, Paint::Ground))
        .child(rect(0, 0, stripe, width, Paint::Solid));
    el("defs").child(pattern)
}

/// Dots as a filling, for [`dotted`]. They differ from stripes in grey too.
pub(super) fn dots(id: &str, width: i32, radius: i32) -> Element {
    let size = tenths(width);
    let pattern = el("pattern")
        .attr("id", [id, "-u"].concat())
        .attr("width", &*size)
        .attr("height", &*size)
        .attr("patternUnits", "userSpaceOnUse")
        .child(rect(0, 0, width, width, Paint::Ground))
        .child(dot(width / 2, width / 2, radius, Paint::Solid));
    el("defs").child(pattern)
}

/// A shape filled with the dots of the picture.
pub(super) fn dotted(shape: Element, id: &str) -> Element {
    shape.class("p-hatch").attr("fill", ["url(#", id, "-u)"].concat())
}

/// A shape filled with the stripes of the picture.
pub(super) fn hatched(shape: Element, id: &str) -> Element {
    shape.class("p-hatch").attr("fill", ["url(#", id, "-h)"].concat())
}

/// A shape with its paint.
pub(super) fn paint(shape: Element, paint: Paint) -> Element {
    let (class, fill, stroke, width, dash) = match paint {
        Paint::Solid => ("p-solid", ACCENT, "", "", ""),
        Paint::Area => {
            return shape.class("p-area").attr("fill", ACCENT).attr("fill-opacity", ".2")
        }
        Paint::Ground => ("p-ground", PAPER, "", "", ""),
        Paint::Frame => ("p-frame", "none", LINE, "1", ""),
        Paint::Gauge => ("p-open", PAPER, ACCENT, "1.2", ""),
        Paint::Rule => ("p-rule", "none", RULE, "1", ""),
        Paint::Lower => ("p-line", "none", ACCENT, "2", ""),
        Paint::Upper => ("p-line", "none", ACCENT, "1.5", "4 3"),
        Paint::Open => ("p-open", PAPER, ACCENT, "1.3", ""),
        Paint::Tick => ("p-tick", "none", PAPER, "1.6", ""),
        Paint::Sign => ("p-line", "none", ACCENT, "1.4", ""),
        Paint::Now => ("p-now", "none", INK, "1.5", ""),
        Paint::Asked => ("p-now", "none", INK, "1.5", "1.5 3"),
        Paint::Late => ("p-late", PAPER, STOP, "1.5", ""),
    };
    let mut shape = shape.class(class).attr("fill", fill);
    for (name, value) in [("stroke", stroke), ("stroke-width", width), ("stroke-dasharray", dash)] {
        if !value.is_empty() {
            shape = shape.attr(name, value);
        }
    }
    shape
}

pub(super) fn rect(x: i32, y: i32, width: i32, height: i32, filled: Paint) -> Element {
    paint(area(x, y, width, height), filled)
}

/// A rectangle without paint.
pub(super) fn area(x: i32, y: i32, width: i32, height: i32) -> Element {
    el("rect")
        .attr("x", tenths(x))
        .attr("y", tenths(y))
        .attr("width", tenths(width))
        .attr("height", tenths(height))
}

pub(super) fn dot(x: i32, y: i32, radius: i32, filled: Paint) -> Element {
    let circle = el("circle").attr("cx", tenths(x)).attr("cy", tenths(y));
    paint(circle.attr("r", tenths(radius)), filled)
}

pub(super) fn path(d: impl Into<std::rc::Rc<str>>, filled: Paint) -> Element {
    paint(el("path").attr("d", d), filled)
}

pub(super) fn stroke(from: (i32, i32), to: (i32, i32), filled: Paint) -> Element {
    path(through(&[from, to]), filled)
}

/// The line through some points, as the `d` of a path.
pub(super) fn through(points: &[(i32, i32)]) -> String {
    let mut d = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        d.push(if at == 0 { 'M' } else { 'L' });
        d.push_str(&tenths(*x));
        d.push(' ');
        d.push_str(&tenths(*y));
    }
    d
}

/// Where words stand to their point.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Words with their baseline, cut where they would leave the room they have. A rim keeps them
/// apart from what they cross.
pub(super) fn label(at: (i32, i32), anchor: Anchor, size: i32, room: i32, words: &str) -> Element {
    let (class, fill) = if size == SMALL { ("p-soft", SOFT) } else { ("p-ink", INK) };
    let label = line("text", fit::fit(words, room, size))
        .class(class)
        .attr("x", tenths(at.0))
        .attr("y", tenths(at.1))
        .attr("font-size", tenths(size))
        .attr("fill", fill)
        .attr("stroke", PAPER)
        .attr("stroke-width", "3")
        .attr("stroke-linejoin", "round")
        .attr("paint-order", "stroke");
    match anchor {
        Anchor::Start => label,
        Anchor::Middle => label.attr("text-anchor", "middle"),
        Anchor::End => label.attr("text-anchor", "end"),
    }
}

/// A legend: a sample of each paint with its words, one to a line below the last.
pub(super) fn legend(svg: Element, y: i32, width: i32, rows: Vec<(Element, &str)>) -> Element {
    rows.into_iter().enumerate().fold(svg, |svg, (at, (sample, words))| {
        let y = y + at as i32 * LEGEND_LINE;
        let place = ["translate(0 ", &tenths(y), ")"].concat();
        svg.child(el("g").attr("transform", place).child(sample)).child(label(
            (320, y + 105),
            Anchor::Start,
            SMALL,
            width - 320,
            words,
        ))
    })
}

/// How high a legend with so many lines is.
pub(super) fn legend_height(rows: usize) -> i32 {
    rows as i32 * LEGEND_LINE
}

/// The samples of filled bars, with dots where something is not known.
pub(super) fn filled_legend<'a>(
    id: &str,
    legend: &Legend<'a>,
    unknown: bool,
) -> Vec<(Element, &'a str)> {
    let dots = unknown.then(|| (sample(dotted(area(10, 10, 220, 100), id)), legend.unknown));
    [(sample(rect(10, 10, 220, 100, Paint::Solid)), legend.lower)]
        .into_iter()
        .chain(dots)
        .chain([(sample(hatched(area(10, 10, 220, 100), id)), legend.upper)])
        .collect()
}

/// The samples of lines, with the one that is asked for.
pub(super) fn line_legend<'a>(legend: &Legend<'a>, scale: &Scale<'a>) -> Vec<(Element, &'a str)> {
    let sample = |paint| stroke((0, 60), (240, 60), paint);
    let lower = el("g").child(sample(Paint::Lower)).child(dot(120, 60, 30, Paint::Solid));
    let upper = el("g").child(sample(Paint::Upper)).child(dot(120, 60, 28, Paint::Open));
    let asked = scale.line.map(|(_, words)| (sample(Paint::Asked), words));
    [(lower, legend.lower), (upper, legend.upper)].into_iter().chain(asked).collect()
}

/// A filled sample with its frame.
fn sample(shape: Element) -> Element {
    el("g").child(shape).child(rect(10, 10, 220, 100, Paint::Frame))
}

impl Width {
    /// In tenths of a unit.
    pub(super) fn tenths(self) -> i32 {
        match self {
            Width::Phone => 3200,
            Width::Page => 6400,
            Width::Whole => 7600,
        }
    }

    /// The class that limits how wide it is drawn.
    pub(super) fn class(self) -> &'static str {
        match self {
            Width::Phone => "picture",
            Width::Page => "picture wide",
            Width::Whole => "picture whole",
        }
    }
}

/// A length in units, as attributes have it: 125 is "12.5".
pub(super) fn tenths(length: i32) -> String {
    let sign = if length < 0 { "-" } else { "" };
    let (whole, rest) = ((length.abs() / 10).to_string(), (length.abs() % 10).to_string());
    match &*rest {
        "0" => [sign, &whole].concat(),
        _ => [sign, &whole, ".", &rest].concat(),
    }
}
