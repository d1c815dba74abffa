//! A timeline: a row for each phase or action, and a line for today.

use super::calendar::{day, upright, Months};
use super::draw::{self, area, hatched, label, path, Anchor, Paint, SMALL, WORDS};
use super::{Caption, Width};
use crate::model::date::Date;
use crate::picture::element::{el, Element};

/// More rows than this cannot be taken in: only phases are drawn then.
pub const MOST_STRETCHES: usize = 60;

/// Height of a row, and of what stands above the first.
const ROW: i32 = 350;
const HEAD: i32 = 320;

/// Where the bar of a row begins, and how thick it is.
const BAR: i32 = 180;
const THICK: i32 = 90;

/// A row: a phase or an action, from one day to another.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a> {
    /// What is done in it.
    pub name: &'a str,
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

/// The words in a timeline.
#[derive(Clone, Copy, Debug)]
pub struct TimelineWords<'a> {
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
/// more than 60. There is none without a row, or with too many phases.
pub fn timeline(
    caption: &Caption,
    stretches: &[Stretch],
    today: Date,
    words: &TimelineWords,
    width: Width,
) -> Option<Element> {
    let all = stretches.len() <= MOST_STRETCHES;
    let rows: Vec<&Stretch> = stretches.iter().filter(|row| all || row.phase).collect();
    if rows.len() > MOST_STRETCHES {
        return None;
    }
    let from = rows.iter().map(|row| row.start).min()?.min(today);
    let to = rows.iter().map(|row| row.end.max(row.start)).max()?.max(today);
    let wide = width.tenths();
    let months = Months::new(from, to, 10, wide - 20);
    let bottom = HEAD + rows.len() as i32 * ROW;
    let lines = kinds(caption.id, &rows, today, words);
    let height = bottom + 80 + draw::legend_height(lines.len());
    let svg = draw::worded(caption, width, height);
    let mut svg = axis(svg, &months, wide, rows.len());
    let now = months.place(day(today));
    svg = svg.child(path(beside_bars(now, 290, rows.len()), Paint::Now));
    let (anchor, room) =
        if now * 2 < wide { (Anchor::Start, wide - now) } else { (Anchor::End, now) };
    svg = svg.child(label((now, 260), anchor, SMALL, room - 10, words.today));
    for (at, row) in rows.iter().enumerate() {
        svg = svg.children(drawn(row, HEAD + at as i32 * ROW, &months, today, caption.id, wide));
    }
    Some(draw::legend(svg, bottom + 80, wide, lines))
}

/// Lines where months begin, and their names where they have room.
fn axis(svg: Element, months: &Months, wide: i32, rows: usize) -> Element {
    const NAME: i32 = 560;
    months.ticks(NAME + 60).into_iter().fold(svg, |svg, (x, name)| {
        let svg = svg.child(path(beside_bars(x, 20, rows), Paint::Rule));
        let named = x + NAME <= wide;
        svg.children(named.then(|| label((x + 30, 110), Anchor::Start, SMALL, NAME, &name)))
    })
}

/// An upright line from the head on, which leaves out the names of the rows: nothing strikes
/// through words.
fn beside_bars(x: i32, top: i32, rows: usize) -> String {
    let mut d = upright(x, top, HEAD);
    for row in 0..rows as i32 {
        let top = HEAD + row * ROW;
        d.push_str(&upright(x, top + BAR - 30, top + BAR + THICK + 30));
    }
    d
}

/// The name of a row and its bar below.
fn drawn(
    row: &Stretch,
    top: i32,
    months: &Months,
    today: Date,
    id: &str,
    wide: i32,
) -> [Element; 2] {
    let indent = if row.phase { 10 } else { 110 };
    let name = label((indent, top + 120), Anchor::Start, WORDS, wide - indent - 10, row.name);
    let name = if row.phase { name.attr("font-weight", "600") } else { name };
    let left = months.place(day(row.start));
    // The last day is part of it. A day is too short to be seen in a year.
    let length = (months.place(day(row.end) + 1) - left).max(40);
    let left = left.min(wide - 10 - length);
    let bar = shape(kind(row, today), area(left, top + BAR, length, THICK), id);
    [name, bar]
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
