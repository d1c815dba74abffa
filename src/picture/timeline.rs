//! A timeline: a row for each phase or action, the audits above them, and a line for today.

use super::calendar::{day, upright, Months};
use super::draw::{self, area, hatched, label, path, through, Anchor, Paint, SMALL, WORDS};
use super::{fit, Caption, Width};
use crate::model::date::Date;
use crate::picture::element::{el, Element};

/// More rows than this cannot be taken in: only phases are drawn then.
pub const MOST_STRETCHES: usize = 60;

/// Height of a row.
const ROW: i32 = 350;

/// Where the bar of a row begins, and how thick it is.
const BAR: i32 = 180;
const THICK: i32 = 90;

/// Where the names of months and years end and the lanes of the marks begin, the height of a lane,
/// and the room below the last.
const LANES: i32 = 280;
const LANE: i32 = 180;
const BELOW: i32 = 60;

/// Half the width of a diamond, and how far from its middle the words begin.
const DIAMOND: i32 = 55;
const BESIDE: i32 = 90;

/// A row: a phase or an action, from one day to another.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a> {
    /// What is done in it.
    pub name: &'a str,
    /// Who does it; may be empty.
    pub owner: &'a str,
    /// Its first day.
    pub start: Date,
    /// Its last day; not before the first.
    pub end: Date,
    /// Whether it is a phase, whose actions follow it.
    pub phase: bool,
    /// Whether it is over.
    pub done: bool,
}

impl Stretch<'_> {
    /// Whether it should be over and is not. Its last day is part of it.
    pub fn is_late(&self, today: Date) -> bool {
        !self.done && self.end < today
    }
}

/// A day with a name, such as that of an audit.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'a> {
    /// When it is.
    pub date: Date,
    /// What is on that day.
    pub name: &'a str,
}

/// The words in a timeline.
#[derive(Clone, Copy, Debug)]
pub struct TimelineWords<'a> {
    /// The short names of the twelve months, with a space between each two.
    pub months: &'a str,
    /// Beside the line for today.
    pub today: &'a str,
    /// What is done.
    pub done: &'a str,
    /// What is planned.
    pub planned: &'a str,
    /// What should be done by now.
    pub late: &'a str,
}

/// A timeline with a row for each stretch, in their order, and only for the phases where there are
/// more than 60. There is none without a row, or with too many phases. Marks stand above the rows
/// as diamonds.
pub fn timeline(
    caption: &Caption,
    stretches: &[Stretch],
    marks: &[Mark],
    today: Date,
    words: &TimelineWords,
    width: Width,
) -> Option<Element> {
    let all = stretches.len() <= MOST_STRETCHES;
    let rows: Vec<&Stretch> = stretches.iter().filter(|row| all || row.phase).collect();
    if rows.len() > MOST_STRETCHES {
        return None;
    }
    let days = || marks.iter().map(|mark| mark.date).chain([today]);
    let from = rows.iter().map(|row| row.start).min()?.min(days().min()?);
    let to = rows.iter().map(|row| row.end.max(row.start)).max()?.max(days().max()?);
    let wide = width.tenths();
    let months = Months::new(from, to, 10, wide - 20);
    let named = Mark { date: today, name: words.today };
    let (placed, lanes) = lanes(&months, &named, marks, wide);
    let head = LANES + lanes * LANE + BELOW;
    let bottom = head + rows.len() as i32 * ROW;
    let lines = kinds(caption.id, &rows, today, words);
    let height = bottom + 80 + draw::legend_height(lines.len());
    let svg = draw::worded(caption, width, height);
    let mut svg = axis(svg, &months, words.months, wide, (head, rows.len()));
    for (at, mark) in placed.into_iter().enumerate() {
        let middle = head - BELOW - mark.lane * LANE - LANE / 2;
        let (line, top) = match at {
            0 => (Paint::Now, middle + LANE / 2),
            _ => (Paint::Asked, head),
        };
        let label = label((mark.words, middle + 45), mark.anchor, SMALL, mark.room, mark.name);
        let line = path(beside_bars(mark.x, (top, head), (head, rows.len())), line);
        let shape = (at > 0).then(|| diamond(mark.x, middle));
        svg = svg.child(line).children(shape).child(label);
    }
    for (at, row) in rows.iter().enumerate() {
        svg = svg.children(drawn(row, head + at as i32 * ROW, &months, today, caption.id, wide));
    }
    Some(draw::legend(svg, bottom + 80, wide, lines))
}

/// Lines where months begin, their names where they have room, and below them the years.
fn axis(mut svg: Element, months: &Months, names: &str, wide: i32, rows: (i32, usize)) -> Element {
    let name = |month: u8| names.split(' ').nth(usize::from(month) - 1).unwrap_or_default();
    let widest = (1..=12).map(|month| fit::length(name(month), SMALL)).max().unwrap_or_default();
    let room = widest.max(fit::length("2026", SMALL));
    let mut last = None;
    for (x, first) in months.ticks(room + 80) {
        let (year, month, _) = first.parts();
        svg = svg.child(path(beside_bars(x, (20, LANES - 20), rows), Paint::Rule));
        if x + 30 + room <= wide {
            let at = |y| (x + 30, y);
            svg = svg.child(label(at(110), Anchor::Start, SMALL, room, name(month)));
            if last != Some(year) {
                let year = year.to_string();
                svg = svg.child(label(at(250), Anchor::Start, SMALL, room, &year));
            }
            last = Some(year);
        }
    }
    svg
}

/// An upright line in the head, and on beside the bars. It leaves out the marks and the names of
/// the rows: nothing strikes through words.
fn beside_bars(x: i32, (from, to): (i32, i32), (head, rows): (i32, usize)) -> String {
    let mut d = if from < to { upright(x, from, to) } else { String::new() };
    for row in 0..rows as i32 {
        let top = head + row * ROW;
        d.push_str(&upright(x, top + BAR - 15, top + BAR + THICK + 30));
    }
    d
}

/// Where a mark stands: its lane, counted from below, and its words.
struct Placed<'a> {
    x: i32,
    lane: i32,
    words: i32,
    anchor: Anchor,
    room: i32,
    name: &'a str,
}

/// The marks, today first, each in the lowest lane where it meets no other; and how many lanes
/// there are. Today is in the lowest, so that its line crosses none.
fn lanes<'a>(
    months: &Months,
    today: &Mark<'a>,
    marks: &[Mark<'a>],
    wide: i32,
) -> (Vec<Placed<'a>>, i32) {
    let (mut placed, mut taken) = (Vec::new(), Vec::<(i32, i32, i32)>::new());
    for (at, mark) in [today].into_iter().chain(marks).enumerate() {
        let (aside, beside) = if at == 0 { (10, 30) } else { (DIAMOND + 10, BESIDE) };
        let x = months.place(day(mark.date)).clamp(aside, wide - aside);
        let length = fit::length(mark.name, SMALL);
        // On the side where the words have their room, else on that with more.
        let after = wide - x >= length + beside || x * 2 < wide;
        let (anchor, words, room) = match after {
            true => (Anchor::Start, x + beside, wide - x - beside),
            false => (Anchor::End, x - beside, x - beside),
        };
        let length = length.min(room);
        let (left, right) =
            if after { (x - aside, words + length) } else { (words - length, x + aside) };
        let meets = |lane: i32| {
            let apart = |(other, from, to): &(i32, i32, i32)| {
                *other != lane || right + 60 < *from || *to + 60 < left
            };
            !taken.iter().all(apart)
        };
        let lane = (0..).find(|lane| !meets(*lane)).unwrap_or_default();
        taken.push((lane, left, right));
        placed.push(Placed { x, lane, words, anchor, room, name: mark.name });
    }
    let lanes = taken.iter().map(|(lane, ..)| lane + 1).max().unwrap_or_default();
    (placed, lanes)
}

fn diamond(x: i32, y: i32) -> Element {
    let corners = [(x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y)];
    path(through(&corners) + "Z", Paint::Solid)
}

/// The name of a row, its owner at the end of the line, and its bar below.
fn drawn(
    row: &Stretch,
    top: i32,
    months: &Months,
    today: Date,
    id: &str,
    wide: i32,
) -> Vec<Element> {
    let indent = if row.phase { 10 } else { 110 };
    let mut room = wide - indent - 10;
    let mut parts = Vec::new();
    if !row.owner.is_empty() {
        let owner = fit::length(row.owner, SMALL).min(wide / 3);
        parts.push(label((wide - 10, top + 120), Anchor::End, SMALL, owner, row.owner));
        room -= owner + 120;
    }
    let name = label((indent, top + 120), Anchor::Start, WORDS, room, row.name);
    parts.push(if row.phase { name.attr("font-weight", "600") } else { name });
    let left = months.place(day(row.start));
    // The last day is part of it. A day is too short to be seen in a year.
    let length = (months.place(day(row.end) + 1) - left).max(40);
    let left = left.min(wide - 10 - length);
    parts.push(shape(kind(row, today), area(left, top + BAR, length, THICK), id));
    parts
}

/// The state of a row, by which it is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Done,
    Planned,
    Late,
}

fn kind(row: &Stretch, today: Date) -> Kind {
    match row.done {
        true => Kind::Done,
        false if row.is_late(today) => Kind::Late,
        false => Kind::Planned,
    }
}

/// A bar by its kind. What is late is empty with a thick outline, so that it differs in grey too.
fn shape(kind: Kind, area: Element, id: &str) -> Element {
    match kind {
        Kind::Done => draw::paint(area, Paint::Solid),
        Kind::Planned => hatched(area, id).attr("stroke", "#0b5f66").attr("stroke-width", "1"),
        Kind::Late => draw::paint(area, Paint::Late),
    }
}

/// The legend, of what there is.
fn kinds<'a>(
    id: &str,
    rows: &[&Stretch],
    today: Date,
    words: &TimelineWords<'a>,
) -> Vec<(Element, &'a str)> {
    let kinds =
        [(Kind::Done, words.done), (Kind::Planned, words.planned), (Kind::Late, words.late)];
    let mut legend = Vec::new();
    for (wanted, words) in kinds {
        if rows.iter().any(|row| kind(row, today) == wanted) {
            legend.push((el("g").child(shape(wanted, area(10, 15, 220, 90), id)), words));
        }
    }
    legend
}
