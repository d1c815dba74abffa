//! Earlier states of the assessment: to keep today's, to see where it goes, and to compare.

use super::change::Change;
use super::compare::{self, bare_name, name_of};
use super::parts::{self, button, link};
use super::{other, Sheet};
use crate::compare::{Opened, Point};
use crate::node::{el, line, Element, Node};
use crate::picture::{self, Caption, Legend, Scale, Width};
use std::rc::Rc;

/// More milestones than this are counted, not listed; the newest stand there.
const MOST_LISTED: usize = 200;

/// So many points a picture of a trend has at most.
const MOST_POINTS: usize = 24;

const COLUMNS: [&str; 5] =
    ["column.number", "milestones.name", "figures.overall", "milestones.verdict", "milestones.do"];

/// The milestones.
pub(super) fn view(sheet: &Sheet) -> Element {
    let report = sheet.report();
    let points = report.trend();
    let can_undo = sheet.editable && points.len() > 1;
    let hidden = points.len().saturating_sub(MOST_LISTED + 1);
    let rows = points.iter().enumerate().skip(hidden);
    let rows = rows.map(|(n, point)| row(sheet, n, point, n + 1 == points.len()));
    parts::page(sheet, sheet.say("milestones.title"))
        .with(line("p", lead(sheet, report.milestones())).class("lead"))
        .with(line("p", sheet.say("milestones.about")).class("hint"))
        .all(sheet.editable.then(|| new(sheet)))
        .with(el("div").all(picture(sheet, points)))
        .with(line("h3", sheet.say("milestones.list")))
        .with(el("div").class("kept").with(sheet.table(
            sheet.say("milestones.list"),
            &COLUMNS,
            rows,
        )))
        .all((hidden > 0).then(|| line("p", sheet.count("milestones.older", hidden))))
        .all(can_undo.then(|| line("p", sheet.say("milestones.undo")).class("hint")))
        .with(other::view(sheet))
}

/// What became of it since the newest milestone that can be read.
fn lead(sheet: &Sheet, milestones: &[Opened]) -> Rc<str> {
    let newest = milestones.iter().enumerate().rev();
    let mut newest = newest.filter_map(|(n, opened)| Some((n, opened.as_ref().ok()?)));
    let Some((n, (then, _))) = newest.next() else {
        let none = milestones.is_empty();
        return sheet.say(if none { "milestones.none" } else { "milestones.unread" });
    };
    let change = Change::new(sheet, [then, sheet.answers], compare::SIDES);
    let name = name_of(sheet, n);
    if change.found.is_empty() {
        return sheet.fill("milestones.same", &[("name", &name)]);
    }
    let [before, after] = change.overall(sheet);
    let counts = change.found.counts;
    sheet.fill(
        "milestones.since",
        &[
            ("name", &name),
            ("before", &before),
            ("after", &after),
            ("better", &counts.better),
            ("worse", &counts.worse),
        ],
    )
}

/// Keeps the answers of today under a name.
fn new(sheet: &Sheet) -> Element {
    let field = el("input")
        .attr("id", "milestone-new")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("value", &*sheet.desk.milestone)
        .act("milestone new");
    el("div")
        .class("pair")
        .with(
            el("div")
                .class("field")
                .with(line("label", sheet.say("milestones.new")).attr("for", "milestone-new"))
                .with(field),
        )
        .with(el("div").with(button(sheet.say("milestones.add"), "milestone add")))
}

/// How the overall figure went, once there are two of it.
fn picture(sheet: &Sheet, points: &[Point]) -> Option<Element> {
    let (mut figures, mut left) = (Vec::new(), MOST_POINTS);
    for point in points.iter().rev() {
        let judged = point.judged.as_ref().ok();
        let bounds = judged.and_then(|(judged, _)| judged.scores.overall.bounds);
        // Those that find no room keep their place, so that the numbers are those of the list.
        let bounds = bounds.filter(|_| left > 0);
        left = left.saturating_sub(usize::from(bounds.is_some()));
        figures.push(picture::Point { date: point.date, bounds });
    }
    figures.reverse();
    let title = sheet.say("milestones.trend");
    let words = sheet.say("milestones.trend_words");
    let caption = Caption { id: "trend", title: &title, words: &words };
    let steps = ["0", "25", "50", "75", "100"].map(|n| sheet.fill("figure.exact", &[("n", &n)]));
    let [a, b, c, d, e] = &steps;
    let scale = Scale { steps: [a, b, c, d, e], line: None };
    let (lower, upper) = (sheet.say("legend.lower"), sheet.say("legend.upper"));
    let legend = Legend { lower: &lower, upper: &upper };
    picture::trend(&caption, &figures, &scale, &legend, Width::Phone)
}

/// A milestone, or today's state, which is the last one.
fn row(sheet: &Sheet, n: usize, point: &Point, today: bool) -> Element {
    let number = n + 1;
    let name = match (today, sheet.editable) {
        (true, _) => line("td", sheet.say("milestones.today")),
        (false, false) => line("td", bare_name(sheet, n)),
        (false, true) => el("td").with(name_field(sheet, n, point)),
    };
    let name = name.attr("data-label", sheet.say("milestones.name"));
    let name = name.with(line("span", point.date.to_string()).class("hint block"));
    let compare = || {
        let address = format!("result/milestones/compare/{n}/now");
        link(sheet.say("milestones.compare"), &address)
    };
    let remove = || {
        let label = sheet.fill("milestones.remove_number", &[("n", &number)]);
        button(sheet.say("milestones.remove"), format!("milestone remove {n} #page-title"))
            .class("quiet")
            .attr("aria-label", label)
    };
    let dash = || line("span", "\u{2013}");
    let (overall, verdict, can_compare): (Node, Element, bool) = match &point.judged {
        Ok((judged, problems)) => {
            let left_out = problems.len();
            let left_out = (left_out > 0).then(|| {
                line("span", sheet.count("milestones.left_out", left_out)).class("hint block")
            });
            let headline = sheet.words().verdict(&judged.verdict, true);
            let verdict = el("span").with(headline).all(left_out);
            (sheet.bounds(&judged.scores.overall).into(), verdict, !today)
        }
        Err(problem) => {
            let problem = sheet.text.problem(problem);
            let told = sheet.fill("milestones.unreadable", &[("problem", &problem)]);
            (dash().into(), line("strong", told), false)
        }
    };
    let doing = el("span")
        .class("actions")
        .all(can_compare.then(|| compare().key("compare")))
        .all((sheet.editable && !today).then(|| remove().key("remove")))
        .all(today.then(dash));
    el("tr")
        .key(if today { "today".to_owned() } else { n.to_string() })
        .with(line("th", number.to_string()).attr("scope", "row"))
        .with(name)
        .with(sheet.number("figures.overall", overall))
        .with(sheet.cell("milestones.verdict", verdict))
        .with(el("td").with(doing))
}

fn name_field(sheet: &Sheet, n: usize, point: &Point) -> Element {
    el("input")
        .attr("id", format!("milestone-{n}"))
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("aria-label", sheet.fill("milestones.name_of", &[("n", &(n + 1))]))
        .attr("value", &*point.name)
        .act(format!("milestone name {n}"))
}
