//! What is drawn of a scorecard. Each picture shows what a table beside it says.

use crate::i18n::wording::Wording;
use crate::model::pack::Kind;
use crate::picture::element::Element;
use crate::picture::{
    self, Axis, Caption, Cell, Legend, NamedStop, Point, Scale, Section, Spot, Stretch,
    TimelineWords, Width,
};
use crate::report::{percent, Report, Row, SectionReport};
use std::rc::Rc;

/// The way to the certificate, with what is open at each stop.
pub(super) fn way(report: &Report, words: &Wording) -> Box<Element> {
    let way = words.way(report);
    let title = words.get("stop.label");
    let caption = Caption { id: "way", title: &title, words: &way.text };
    let stops =
        way.stops.each_ref().map(|(stop, name, note)| NamedStop { stop: *stop, name, note });
    Box::new(picture::way(&caption, &stops, way.here, Width::Page))
}

/// The sections of a kind; `None` where they are too few or too many for a radar.
pub(super) fn radar(report: &Report, words: &Wording, kind: Kind) -> Option<Box<Element>> {
    let sections = || report.sections.iter().filter(|section| section.kind == kind);
    let axes: Vec<Axis> = sections()
        .map(|section| Axis { label: &section.id, bounds: section.score.bounds })
        .collect();
    let title = words.get("report.sections");
    let title = [&*title, ": ", &words.group(kind)].concat();
    let about: Vec<String> = sections()
        .map(|section| [&*section.id, ": ", &words.bounds(section.score.bounds)].concat())
        .collect();
    let id = ["radar-", kind.id()].concat();
    let caption = Caption { id: &id, title: &title, words: &about.join(". ") };
    drawn(words, |scale, legend| picture::radar(&caption, &axes, scale, legend))
}

/// The phases of the action plan.
pub(super) fn timeline(report: &Report, words: &Wording) -> Option<Box<Element>> {
    let phases = &report.schedule().phases;
    let names: Vec<Rc<str>> = phases.iter().map(|total| words.phase(total.phase)).collect();
    let stretches: Vec<Stretch> = phases
        .iter()
        .zip(&names)
        .map(|(total, name)| Stretch {
            name,
            start: total.start,
            end: total.end,
            phase: true,
            done: false,
        })
        .collect();
    let about: Vec<String> = phases
        .iter()
        .zip(&names)
        .map(|(total, name)| format!("{name}: {} \u{2013} {}", total.start, total.end))
        .collect();
    let (title, about) = (words.get("plan.time"), about.join(". "));
    let caption = Caption { id: "timeline", title: &title, words: &about };
    let [today, done, planned, late] =
        ["milestones.today", "plan.time_done", "plan.time_planned", "plan.time_late"]
            .map(|key| words.get(key));
    let words = TimelineWords { today: &today, done: &done, planned: &planned, late: &late };
    picture::timeline(&caption, &stretches, report.date, &words, Width::Page).map(Box::new)
}

/// The overall score over time; `None` with too few milestones or too many.
pub(super) fn trend(report: &Report, words: &Wording) -> Option<Box<Element>> {
    let (mut points, mut about) = (Vec::new(), Vec::new());
    for point in report.trend() {
        let judged = point.judged.as_ref().ok().filter(|_| point.date.is_some());
        let bounds = judged.and_then(|(judged, _)| judged.scores.overall.bounds);
        let date = point.date.unwrap_or(report.date);
        // One without a day has no place in time, and keeps its number.
        points.push(Point { date, bounds });
        if bounds.is_some() {
            about.push([&*words.date(date), ": ", &words.bounds(bounds)].concat());
        }
    }
    let (title, about) = (words.get("milestones.trend"), about.join(". "));
    let caption = Caption { id: "trend-picture", title: &title, words: &about };
    drawn(words, |scale, legend| picture::trend(&caption, &points, scale, legend, Width::Page))
}

/// All answers at a glance, each leading to its entry below.
pub(super) fn grid(report: &Report, words: &Wording) -> Box<Element> {
    let name = |section: &SectionReport| [&*section.id, " ", &section.name].concat();
    let said: Vec<(String, Rc<str>)> = report
        .sections
        .iter()
        .map(|section| (name(section), words.bounds(section.score.bounds)))
        .collect();
    let item =
        |row: &Row| [&*row.id, " ", &row.name, ": ", &words.numbered(row.item_status)].concat();
    let names: Vec<String> = report.rows.iter().map(item).collect();
    let mut sections: Vec<Section> = report
        .sections
        .iter()
        .zip(&said)
        .map(|(section, (name, value))| Section {
            section: section.section,
            name,
            value,
            bounds: section.score.bounds,
            cells: Vec::new(),
        })
        .collect();
    for (row, name) in report.rows.iter().zip(&names) {
        let cell = Cell { item: row.item, id: &row.id, name, item_status: row.item_status };
        // Sections and rows stand in the order of the pack.
        if let Ok(at) = sections.binary_search_by_key(&row.section, |section| section.section) {
            if let Some(section) = sections.get_mut(at) {
                section.cells.push(cell);
            }
        }
    }
    Box::new(picture::grid("grid", &sections, &|spot| match spot {
        Spot::Item(item) => ["#i", &item.to_string()].concat(),
        Spot::Section(_) => "#sections".to_owned(),
    }))
}

fn drawn(
    words: &Wording,
    draw: impl FnOnce(&Scale, &Legend) -> Option<Element>,
) -> Option<Box<Element>> {
    let steps: [Rc<str>; 5] =
        [0, 2_500, 5_000, 7_500, 10_000].map(|bound| words.percent(percent(bound)));
    let scale = Scale { steps: steps.each_ref().map(|step| &**step), line: None };
    let (lower, upper) = (words.get("legend.lower"), words.get("legend.upper"));
    draw(&scale, &Legend { lower: &lower, upper: &upper }).map(Box::new)
}
