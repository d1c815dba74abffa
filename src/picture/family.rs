//! How the standards of a family stand to each other and to a certificate: one is certified, the
//! others advise.
//!
//! Advice has a plain frame and a dashed arrow, what is demanded a thick frame, the certificate is
//! filled; so nothing is told by colour alone.

use super::draw::{self, area, paint, path, rect, through, Paint, WORDS};
use super::{fit, Caption, Width};
use crate::picture::element::{el, Element};

/// Room between words and the frame of their box.
const INSIDE: i32 = 70;

/// From one line of a box to the next.
const LINE: i32 = 170;

/// Length and half the breadth of the head of an arrow.
const HEAD: (f64, f64) = (90.0, 40.0);

/// The words of the picture. Numbers of standards are written as they are.
#[derive(Clone, Copy, Debug)]
pub struct FamilyWords<'a> {
    /// Above the standards that advise.
    pub advice: &'a str,
    /// In the box of the standard that demands.
    pub must: &'a str,
    /// Beside the arrow to the certificate.
    pub audit: &'a str,
    /// The part of it that holds requirements, and a note.
    pub clauses: [&'a str; 2],
    /// The part of it that lists controls, and a note.
    pub annex: [&'a str; 2],
    /// What the audit leads to, and a note.
    pub certificate: [&'a str; 2],
    /// What 27000, 27002, 27003, 27004 and 27005 are about.
    pub about: [&'a str; 5],
}

/// Where a box stands: left, top, width, height.
type Place = (i32, i32, i32, i32);

/// What the two arrangements differ in.
struct Plan {
    height: i32,
    advice: (i32, i32),
    /// 27000, 27002, 27003, 27004 and 27005.
    standards: [Place; 5],
    must: Place,
    clauses: Place,
    annex: Place,
    certificate: Place,
    /// From advice to what it is about.
    dashed: &'static [[(i32, i32); 2]],
    audit: [(i32, i32); 2],
    audit_word: (i32, i32),
}

/// Side by side: advice on the left leads to what it is about, and the audit on to the right.
const WIDE: Plan = Plan {
    height: 3200,
    advice: (1100, 240),
    standards: [
        (100, 2640, 6200, 440),
        (100, 1980, 2000, 460),
        (100, 360, 2000, 460),
        (100, 1440, 2000, 460),
        (100, 900, 2000, 460),
    ],
    must: (2740, 360, 1960, 2080),
    clauses: (2860, 660, 1720, 1040),
    annex: (2860, 1800, 1720, 540),
    certificate: (5120, 920, 1200, 660),
    dashed: &[
        [(2100, 590), (2860, 840)],
        [(2100, 1130), (2860, 1130)],
        [(2100, 1670), (2860, 1460)],
        [(2100, 2210), (2860, 2120)],
    ],
    audit: [(4700, 1250), (5120, 1250)],
    audit_word: (4910, 1130),
};

/// One above the other, for a phone: read from below, as it is built.
const NARROW: Plan = Plan {
    height: 4880,
    advice: (1600, 2620),
    standards: [
        (80, 4400, 3040, 400),
        (1640, 2740, 1400, 460),
        (160, 2740, 1400, 460),
        (160, 3780, 1400, 460),
        (160, 3260, 1400, 460),
    ],
    must: (80, 920, 3040, 1240),
    clauses: (160, 1220, 1400, 840),
    annex: (1640, 1220, 1400, 840),
    certificate: (900, 80, 1400, 520),
    dashed: &[[(420, 2740), (420, 2060)], [(2780, 2740), (2780, 2060)]],
    audit: [(1600, 920), (1600, 600)],
    audit_word: (1960, 800),
};

/// The standards as boxes, with arrows from advice to what it is about, and one to the certificate.
pub fn family(caption: &Caption, words: &FamilyWords, width: Width) -> Element {
    let plan = match width {
        Width::Phone => NARROW,
        Width::Page | Width::Whole => WIDE,
    };
    let mut svg = draw::svg(caption, width.class(), width.tenths(), plan.height)
        .attr("direction", "ltr")
        .attr("font-family", "system-ui, sans-serif");
    let numbers = ["27000", "27002", "27003", "27004", "27005"];
    let ground = [numbers[0], " ", words.about[0]].concat();
    for (at, place) in plan.standards.into_iter().enumerate() {
        let (shape, lines) = match at {
            // What the words mean lies under all of them.
            0 => (Paint::Ground, vec![&*ground]),
            _ => (Paint::Frame, vec![numbers[at], words.about[at]]),
        };
        svg = svg.child(shaped(place, shape));
        svg = svg.children((at == 0).then(|| shaped(place, Paint::Frame)));
        svg = svg.child(inside(place, &lines, "p-word", draw::INK));
    }
    let (x, y, across, _) = plan.must;
    let top = (x, y, across, 300);
    svg = svg.child(shaped(plan.must, Paint::Lower)).child(inside(
        top,
        &[words.must],
        "p-word",
        draw::INK,
    ));
    for (place, lines) in [(plan.clauses, words.clauses), (plan.annex, words.annex)] {
        svg = svg.child(shaped(place, Paint::Area));
        svg = svg.child(inside(place, &lines, "p-word", draw::INK));
    }
    svg = svg.child(shaped(plan.certificate, Paint::Solid)).child(inside(
        plan.certificate,
        &words.certificate,
        "p-on",
        draw::PAPER,
    ));
    for ends in plan.dashed {
        svg = arrow(svg, *ends, Paint::Upper);
    }
    svg = arrow(svg, plan.audit, Paint::Lower);
    let (x, y) = plan.advice;
    let room = 2 * x.min(width.tenths() - x);
    let advice = fit::fit(words.advice, room, WORDS);
    let advice = text((x, y), true, "p-word", draw::INK).child(advice);
    let (x, y) = plan.audit_word;
    let audit = fit::fit(words.audit, 720, WORDS);
    svg.child(advice).child(text((x, y), false, "p-word", draw::INK).child(audit))
}

fn shaped((x, y, width, height): Place, filled: Paint) -> Element {
    match filled {
        Paint::Ground => rect(x, y, width, height, filled),
        _ => paint(area(x, y, width, height).attr("rx", "4"), filled),
    }
}

/// Lines in the middle of a box, the first one bold. What is too long goes on in the next line.
fn inside(
    (x, y, width, height): Place,
    lines: &[&str],
    class: &'static str,
    fill: &'static str,
) -> Element {
    let room = width - 2 * INSIDE;
    let mut set: Vec<(String, bool)> = Vec::new();
    // What has no room is named by the list below the picture.
    let mut most = (height / LINE).max(1) as usize;
    for (at, words) in lines.iter().enumerate() {
        let wrapped = fit::wrapped(words, room, WORDS, most);
        most = most.saturating_sub(wrapped.len());
        set.extend(wrapped.into_iter().map(|line| (line, at == 0)));
    }
    let first = y + height / 2 + WORDS / 3 - (set.len() as i32 - 1) * LINE / 2;
    let middle = x + width / 2;
    set.into_iter().enumerate().fold(el("g"), |group, (at, (words, bold))| {
        group.child(text((middle, first + at as i32 * LINE), bold, class, fill).child(words))
    })
}

fn text((x, y): (i32, i32), bold: bool, class: &'static str, fill: &'static str) -> Element {
    let text = el("text")
        .class(class)
        .attr("x", draw::tenths(x))
        .attr("y", draw::tenths(y))
        .attr("font-size", draw::tenths(WORDS))
        .attr("fill", fill)
        .attr("stroke", "none")
        .attr("text-anchor", "middle");
    match bold {
        true => text.attr("font-weight", "600"),
        false => text,
    }
}

/// An arrow with a filled head.
fn arrow(svg: Element, [from, to]: [(i32, i32); 2], shaft: Paint) -> Element {
    let (x, y) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = (x * x + y * y).sqrt().max(1.0);
    let (x, y) = (x / length, y / length);
    let at = |along: f64, across: f64| {
        let (left, top) = (f64::from(to.0), f64::from(to.1));
        ((left - x * along - y * across) as i32, (top - y * along + x * across) as i32)
    };
    let (long, broad) = HEAD;
    let head = through(&[to, at(long, broad), at(long, -broad)]) + "Z";
    svg.child(path(through(&[from, at(long / 2.0, 0.0)]), shaft)).child(path(head, Paint::Solid))
}
