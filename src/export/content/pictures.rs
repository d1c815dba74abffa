//! What is drawn of a scorecard. Each picture shows what a table beside it says.

use crate::i18n::wording::Wording;
use crate::model::date::Date;
use crate::model::pack::Kind;
use crate::picture::element::Element;
use crate::picture::{
    self, Axis, Caption, Cell, Legend, Mark, NamedStop, Point, Scale, Section, Spot, Stretch,
    TimelineWords, Width,
};
use crate::report::{Report, Row, SectionReport};
use crate::rules::schedule::Action;
use std::cmp::Reverse;
use std::rc::Rc;

/// With more actions than this, the timeline would be longer than a screen, so it shows phases only.
const MOST_ACTIONS: usize = 20;

/// A row of the timeline: its name, who does it, its days, and whether it is a phase.
type TimelineRow = (Rc<str>, String, (Date, Date), bool);

/// The way to the certificate, with what is open at each stop.
pub(super) fn way(report: &Report, words: &Wording) -> Box<Element> {
    let way = words.way(report);
    let title = words.get("stop.label");
    let caption = Caption { id: "way", title: &title, words: &way.text };
    let stops =
        way.stops.each_ref().map(|(stop, name, note)| NamedStop { stop: *stop, name, note });
    Box::new(picture::way(&caption, &stops, way.here, Width::Page))
}

/// The requirements by section: these follow each other and lead to the first again. Controls have
/// no order; the bars of their table say all of them. `None` where there are too few or too many.
pub(super) fn radar(report: &Report, words: &Wording) -> Option<Box<Element>> {
    let kind = Kind::Requirement;
    let sections = || report.sections.iter().filter(|section| section.kind == kind);
    let names: Vec<String> =
        sections().map(|section| words.section_joined(section.section)).collect();
    let axes: Vec<Axis> = sections()
        .zip(&names)
        .map(|(section, label)| Axis { label, bounds: section.score.bounds })
        .collect();
    let title = words.get("report.sections");
    let title = [&*title, ": ", &words.group(kind)].concat();
    let about: Vec<String> =
        axes.iter().map(|axis| [axis.label, ": ", &words.bounds(axis.bounds)].concat()).collect();
    let caption = Caption { id: "radar-requirement", title: &title, words: &about.join(". ") };
    drawn(words, |scale, legend| picture::radar(&caption, &axes, scale, legend, Width::Page))
}

/// The plan in time: its phases, with their actions where these are few, who does them, and the
/// planned audits.
/// Phases stand at their proposed days, actions at those that the calendar has.
pub fn timeline(report: &Report, words: &Wording, width: Width) -> Option<Element> {
    let plan = report.schedule();
    let all = plan.actions.len() <= MOST_ACTIONS;
    let mut rows: Vec<TimelineRow> = Vec::new();
    for total in &plan.phases {
        let here = || plan.actions.iter().filter(|action| action.in_phase() == total.phase);
        let owners = if all { String::new() } else { owners(here()) };
        rows.push((words.phase(total.phase), owners, (total.start, total.end), true));
        let here = here().filter(|_| all);
        rows.extend(here.map(|a| (words.item(a.gap.item), a.owner.trim().into(), a.span(), false)));
    }
    let stretches: Vec<Stretch> = rows
        .iter()
        .map(|(name, owner, (start, end), phase)| Stretch {
            name,
            owner,
            start: *start,
            end: *end,
            phase: *phase,
            done: false,
        })
        .collect();
    let audits = report.audit_dates();
    let audits = [("stop.stage1", audits.stage1), ("stop.stage2", audits.stage2)];
    let audits: Vec<(Date, Rc<str>)> = audits
        .into_iter()
        .filter_map(|(key, date)| Some((date?, words.get(key), words.date(date?))))
        .map(|(date, name, day)| {
            (date, words.fill("milestones.label", &[("name", &name), ("date", &day)]))
        })
        .collect();
    let marks: Vec<Mark> = audits.iter().map(|(date, name)| Mark { date: *date, name }).collect();
    let first = stretches.iter().map(|row| row.start).min()?;
    let last = stretches.iter().map(|row| row.end).max()?;
    let key = if all { "plan.time_about_all" } else { "plan.time_about" };
    let (first, last) = (words.date(first), words.date(last));
    let mut about = vec![words.fill(key, &[("first", &first), ("last", &last)])];
    about.extend(audits.iter().map(|(_, name)| [name, "."].concat().into()));
    let (title, about) = (words.get("plan.time"), about.join(" "));
    let caption = Caption { id: "plan-time", title: &title, words: &about };
    let [months, today, done, planned, late] = [
        "date.months",
        "milestones.today",
        "plan.time_done",
        "plan.time_planned",
        "plan.time_late",
    ]
    .map(|key| words.get(key));
    let words = TimelineWords {
        months: &months,
        today: &today,
        done: &done,
        planned: &planned,
        late: &late,
    };
    picture::timeline(&caption, &stretches, &marks, report.date, &words, width)
}

/// Who does these actions, those with most of them first.
fn owners<'a>(actions: impl Iterator<Item = &'a Action>) -> String {
    let mut owners: Vec<(usize, &str)> = Vec::new();
    for owner in actions.map(|action| action.owner.trim()).filter(|owner| !owner.is_empty()) {
        match owners.iter_mut().find(|(_, known)| *known == owner) {
            Some((n, _)) => *n += 1,
            None => owners.push((1, owner)),
        }
    }
    owners.sort_by_key(|(n, _)| Reverse(*n));
    let owners: Vec<&str> = owners.into_iter().map(|(_, owner)| owner).collect();
    owners.join(", ")
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
    let day = |date| words.date(date);
    drawn(words, |scale, legend| {
        picture::trend(&caption, &points, scale, legend, &day, Width::Page)
    })
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
    let steps = words.steps();
    let scale = Scale { steps: steps.each_ref().map(|step| &**step), line: None };
    let [lower, upper, unknown] =
        ["legend.lower", "legend.upper", "legend.unknown"].map(|key| words.get(key));
    draw(&scale, &Legend { lower: &lower, upper: &upper, unknown: &unknown }).map(Box::new)
}
