//! Pictures with made-up values, for golden files and for looking at them.

use plumbline::model::assessment::{ItemStatus, Level};
use plumbline::model::date::Date;
use plumbline::picture::element::Element;
use plumbline::picture::*;
use plumbline::rules::score::Bounds;

pub const LEGEND: Legend =
    Legend { lower: "certain from the answers given", upper: "what open answers can still add" };

pub const SCALE: Scale = Scale { steps: ["0 %", "25 %", "50 %", "75 %", "100 %"], line: None };

pub const ASKED: Scale = Scale { line: Some((6_667, "level 2 everywhere")), ..SCALE };

pub const WORDS: TimelineWords =
    TimelineWords { today: "Today, 2026-11-22", done: "done", planned: "planned", late: "late" };

pub fn caption(id: &str) -> Caption<'_> {
    Caption { id, title: "Management system & controls", words: "From 41 to 63 % <in all>" }
}

pub fn bounds(lower: u32, upper: u32) -> Option<Bounds> {
    Some(Bounds { lower, upper, unknown: 0 })
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
    radar(&caption("r"), &axes, &ASKED, &LEGEND)
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
            Stretch { name, start, end, phase, done }
        };
        rows.push(stretch(NAMES[phase % 6], 0, 50, true, phase == 0));
        for (n, action) in ACTIONS.into_iter().enumerate() {
            let done = phase == 0 || phase == 1 && n == 1;
            rows.push(stretch(action, n as u32 * 15, 5 + n as u32 * 7, false, done));
        }
    }
    rows
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
    ];
    let clauses = ["4", "5", "6", "7", "8", "9", "10", "A.5", "A.6", "A.7", "A.8"];
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
        ("bars", bars(&caption("bars"), &groups, &LEGEND)),
        ("radar", found(radar(&caption("radar"), &axes, &ASKED, &LEGEND))),
        ("radar-words", found(radar(&caption("six"), &six, &SCALE, &LEGEND))),
        ("radar-long", found(radar_of(3, "Confidentiality"))),
        ("radar-most", found(radar_of(12, "Confidentiality"))),
        ("timeline", found(timeline(&caption("t"), &plan(6), after(300), &WORDS, Width::Phone))),
        (
            "timeline-wide",
            found(timeline(&caption("w"), &plan(3), after(300), &WORDS, Width::Page)),
        ),
        ("trend", found(trend(&caption("tr"), &points(5, 60), &SCALE, &LEGEND, Width::Phone))),
        ("trend-most", found(trend(&caption("tm"), &points(24, 9), &ASKED, &LEGEND, Width::Phone))),
        ("trend-wide", found(trend(&caption("tw"), &points(9, 40), &ASKED, &LEGEND, Width::Page))),
        ("family", family(&caption("f"), &family_of(None), Width::Phone)),
        ("family-wide", family(&caption("fw"), &family_of(None), Width::Page)),
        ("grid", grid("g", &sections(&names, 16), &target)),
        ("grid-sections", grid("s", &sections(&many, 100), &target)),
    ]
}
