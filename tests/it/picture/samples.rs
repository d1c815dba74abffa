//! Pictures with made-up values, for golden files and for looking at them.

use plumbline::model::assessment::{ItemStatus, Level};
use plumbline::model::date::Date;
use plumbline::picture::element::Element;
use plumbline::picture::*;
use plumbline::rules::score::Bounds;
use std::rc::Rc;

pub const LEGEND: Legend = Legend {
    lower: "certain from the answers given",
    upper: "what open answers can still add",
    unknown: "what \"I don't know\" leaves open",
};

/// Some of what is open is not known.
pub const UNKNOWN: Option<Bounds> = Some(Bounds { lower: 2_000, upper: 8_000, unknown: 2_500 });

pub const SCALE: Scale = Scale { steps: ["0 %", "25 %", "50 %", "75 %", "100 %"], line: None };

pub const ASKED: Scale = Scale { line: Some((6_667, "level 2 everywhere")), ..SCALE };

pub const WORDS: TimelineWords = TimelineWords {
    months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    today: "Today",
    done: "done",
    planned: "planned",
    late: "late",
};

pub fn caption(id: &str) -> Caption<'_> {
    Caption { id, title: "Management system & controls", words: "From 41 to 63 % <in all>" }
}

pub fn bounds(lower: u32, upper: u32) -> Option<Bounds> {
    Some(Bounds { lower, upper, unknown: 0 })
}

/// A day as no locale writes it.
pub fn in_words(date: Date) -> Rc<str> {
    let (year, month, day) = date.parts();
    format!("{day}/{month}/{year}").into()
}

/// Both audits on these days.
pub fn audits(stage1: Date, stage2: Date) -> [Mark<'static>; 2] {
    [
        Mark { date: stage1, name: "Stage 1, 14 Mar 2027" },
        Mark { date: stage2, name: "Stage 2, 30 Jun 2027" },
    ]
}

/// Figures before and after, of which the totals come first.
pub fn dumbbells_of(width: Width) -> Option<Element> {
    let row = |name, value, before, after, total| Dumbbell { name, value, before, after, total };
    let rows = [
        row("All in all", "41-63 %, now 52-60 %", bounds(4_100, 6_300), bounds(5_200, 6_000), true),
        row(
            "4 Context and scope",
            "30 %, now 70 %",
            bounds(3_000, 3_000),
            bounds(7_000, 7_000),
            false,
        ),
        row(
            "A.5 Organisation",
            "60 %, now 40-80 %",
            bounds(6_000, 6_000),
            bounds(4_000, 8_000),
            false,
        ),
        row("A.7 Premises", "nothing applies", None, None, false),
        row("6 Risks", "10 %, now 100 %", bounds(1_000, 1_000), bounds(10_000, 10_000), false),
        row("9 Measuring", "50 %", bounds(5_000, 5_000), bounds(5_000, 5_000), false),
    ];
    let words =
        DumbbellWords { before: "Before", after: "After", open: "what open answers can still add" };
    dumbbells(&caption("d"), &rows, &SCALE, &words, width)
}

pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("no date {text}"))
}

/// A date so many days after the first of a year.
pub fn after(days: u32) -> Date {
    let months = days / 28;
    Date::new(2026 + (months / 12) as u16, (months % 12 + 1) as u8, (days % 28 + 1) as u8)
        .expect("a date")
}

pub fn item_statuses() -> Vec<ItemStatus> {
    let others = [ItemStatus::Unanswered, ItemStatus::DontKnow, ItemStatus::NotApplicable];
    Level::ALL.map(ItemStatus::Level).into_iter().chain(others).collect()
}

/// So many axes with names of this kind.
pub fn radar_of(axes: usize, label: &str) -> Option<Element> {
    let axes: Vec<Axis> = (0..axes as u32)
        .map(|n| {
            let lower = n * 3_700 % 9_000;
            Axis { label, bounds: bounds(lower, (lower + n % 4 * 1_500).min(10_000)) }
        })
        .collect();
    radar(&caption("r"), &axes, &ASKED, &LEGEND, Width::Phone)
}

/// A plan of phases with three actions each.
pub fn plan(phases: usize) -> Vec<Stretch<'static>> {
    const NAMES: [&str; 6] =
        ["Set up", "Assess risk", "Choose and build", "Run", "Check", "Certify"];
    const ACTIONS: [&str; 3] = [
        "5.2 The security policy",
        "A.5.19 What suppliers are asked for before they are given access to anything",
        "9.2 Internal audit",
    ];
    let mut rows = Vec::new();
    for phase in 0..phases {
        let start = 240 + phase as u32 * 45;
        let stretch = |name, from: u32, length, phase, done| {
            let (start, end) = (after(start + from), after(start + from + length));
            let owner = if phase { "" } else { "Anna Kowalczyk, security" };
            Stretch { name, owner, start, end, phase, done }
        };
        rows.push(stretch(NAMES[phase % 6], 0, 50, true, phase == 0));
        for (n, action) in ACTIONS.into_iter().enumerate() {
            let done = phase == 0 || phase == 1 && n == 1;
            rows.push(stretch(action, n as u32 * 15, 5 + n as u32 * 7, false, done));
        }
    }
    rows
}

/// A plan with both audits.
pub fn timeline_of(phases: usize, width: Width) -> Option<Element> {
    let audits = audits(after(400), after(460));
    timeline(&caption("t"), &plan(phases), &audits, after(300), &WORDS, width)
}

pub fn trend_of(points: &[Point], scale: &Scale, width: Width) -> Option<Element> {
    trend(&caption("t"), points, scale, &LEGEND, &in_words, width)
}

/// So many points, so many days apart.
pub fn points(count: u32, apart: u32) -> Vec<Point> {
    (0..count)
        .map(|n| {
            let lower = 1_500 + n * 6_000 / count;
            let upper = 9_500 - (n * 1_300 / count) + n % 3 * 200;
            Point { date: after(n * apart), bounds: bounds(lower, upper) }
        })
        .collect()
}

/// Sections with items; names are the caller's.
pub fn sections<'a>(names: &'a [String], items: usize) -> Vec<Section<'a>> {
    let item_statuses = item_statuses();
    let section = |at: usize| {
        let cells = (0..items).map(|n| Cell {
            item: at * items + n,
            id: &names[n % names.len()],
            name: "A.5.1 Policies: level 2 \"Defined\"",
            item_status: item_statuses[(n + at) % item_statuses.len()],
        });
        let name = names[at].as_str();
        let bounds = bounds(at as u32 * 900 % 8_000, 8_000);
        Section { section: at, name, value: "41-63 %", bounds, cells: cells.collect() }
    };
    (0..names.len()).map(section).collect()
}

/// The words of a family of standards, all of them these where some are given.
pub fn family_of(words: Option<&'static str>) -> FamilyWords<'static> {
    let or = |own| words.unwrap_or(own);
    FamilyWords {
        advice: or("Advice: you can"),
        must: or("27001: you must"),
        audit: or("audit"),
        clauses: [or("Clauses 4 to 10"), or("none left out")],
        annex: [or("Annex A"), or("93 controls to compare")],
        certificate: [or("Certificate"), or("for 27001 alone")],
        about: ["the words", "controls", "the clauses", "measuring", "risks"].map(or),
    }
}

/// Where a spot leads to.
pub fn target(spot: Spot) -> String {
    match spot {
        Spot::Item(item) => format!("#i{item}"),
        Spot::Section(section) => format!("#s{section}"),
    }
}

/// One of each, by name of the golden file.
pub fn gallery() -> Vec<(&'static str, Element)> {
    let groups = [
        Group { name: "4 Context and scope", value: "41-63 %", bounds: bounds(4_100, 6_300) },
        Group {
            name: "A.5 Organisation, a section with quite a long name",
            value: "100 %",
            bounds: bounds(10_000, 10_000),
        },
        Group { name: "A.7 Premises", value: "nothing applies", bounds: None },
        Group { name: "A.8 Technology", value: "0-100 %", bounds: bounds(0, 10_000) },
        Group { name: "9 Measuring", value: "20-80 %", bounds: UNKNOWN },
    ];
    let clauses = [
        "4\u{a0}Context and scope",
        "5\u{a0}Direction and roles",
        "6\u{a0}Risks and objectives",
        "7\u{a0}Resources, skills and documents",
        "8\u{a0}Doing the planned work",
        "9\u{a0}Measuring, auditing, reviewing",
        "10\u{a0}Correcting and improving",
    ];
    let axes: Vec<Axis> = (0..)
        .zip(clauses)
        .map(|(n, label)| {
            let lower = (n * 1_700 + 2_500) % 8_000;
            Axis { label, bounds: bounds(lower, (lower + n * 900 % 3_000).min(10_000)) }
        })
        .collect();
    let lens = ["Govern", "Identify", "Protect", "Detect", "Respond", "Recover"];
    let six: Vec<Axis> = (0..)
        .zip(lens)
        .map(|(n, label)| Axis { label, bounds: bounds(3_000 + n * 1_100, 5_000 + n * 1_000) })
        .collect();
    let names: Vec<String> = ["A.5.1", "A.5.2", "A.5.37"].map(str::to_owned).into();
    let many: Vec<String> = (0..6).map(|n| format!("A.{n} A section")).collect();
    let found = |picture: Option<Element>| picture.expect("a picture");
    vec![
        ("bar", bar(&caption("one"), bounds(4_100, 6_300))),
        ("bar-empty", bar(&caption("none"), None)),
        ("bar-unknown", bar(&caption("some"), UNKNOWN)),
        ("bars", bars(&caption("bars"), &groups, &LEGEND)),
        ("dumbbells", found(dumbbells_of(Width::Phone))),
        ("dumbbells-wide", found(dumbbells_of(Width::Whole))),
        ("radar", found(radar(&caption("radar"), &axes, &ASKED, &LEGEND, Width::Phone))),
        ("radar-wide", found(radar(&caption("rw"), &axes, &SCALE, &LEGEND, Width::Page))),
        ("radar-words", found(radar(&caption("six"), &six, &SCALE, &LEGEND, Width::Phone))),
        ("radar-long", found(radar_of(3, "Confidentiality"))),
        ("radar-most", found(radar_of(12, "Confidentiality"))),
        ("timeline", found(timeline_of(6, Width::Phone))),
        ("timeline-wide", found(timeline_of(3, Width::Page))),
        ("timeline-whole", found(timeline_of(2, Width::Whole))),
        ("trend", found(trend_of(&points(5, 60), &SCALE, Width::Phone))),
        ("trend-most", found(trend_of(&points(24, 9), &ASKED, Width::Phone))),
        ("trend-wide", found(trend_of(&points(9, 40), &ASKED, Width::Page))),
        ("family", family(&caption("f"), &family_of(None), Width::Phone)),
        ("family-wide", family(&caption("fw"), &family_of(None), Width::Page)),
        ("grid", grid("g", &sections(&names, 16), &target)),
        ("grid-sections", grid("s", &sections(&many, 100), &target)),
    ]
}
