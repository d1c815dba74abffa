//! The first page of the report: are we ready, what stops us, what is next. Everything else is one
//! step away.

use super::parts::{bar, button, details, link};
use super::{parts, Sheet};
use crate::answers::Mode;
use crate::findings::Place;
use crate::formats::Format;
use crate::node::{el, line, Element, Node};
use crate::pack::Kind;
use crate::report::Report;
use crate::roadmap::Roadmap;
use crate::score::Figure;
use crate::verdict::{next_answers, Reason, Stage, Verdict};
use std::rc::Rc;

/// What stops and what is next: more stands on pages of their own.
const MOST: usize = 3;
const MOST_STRENGTHS: usize = 5;

/// The pages of the report, in the order in which they are offered.
const PAGES: [&str; 11] = [
    "board",
    "stages",
    "findings",
    "documents",
    "statement",
    "plan",
    "metrics",
    "answers",
    "grid",
    "what-if",
    "milestones",
];

/// The first page.
pub(super) fn view(sheet: &Sheet) -> Element {
    let report = sheet.report();
    let verdict = &report.verdict;
    let begun = report.tally().levels > 0;
    let page = parts::section(sheet.words().verdict(verdict, begun)).class("result");
    page.with(line("p", based_on(sheet, &report)).class("lead"))
        .all(trying(sheet))
        .all(begun.then(|| first_stop(sheet, verdict)).into_iter().flatten())
        .all(next(sheet, report.roadmap()))
        .all(begun.then(|| stages(sheet, verdict)))
        .all(begun.then(|| pages(sheet)))
        .with(downloads(sheet))
        .all(figures(sheet, &report))
        .all(strengths(sheet, &report))
        .with(line("p", sheet.say("result.disclaimer")).class("small"))
}

/// What stands here is real, whatever is tried elsewhere.
fn trying(sheet: &Sheet) -> Option<Element> {
    let n = sheet.trying().len();
    let back = || link(sheet.say("whatif.back"), "result/what-if");
    (n > 0).then(|| line("p", sheet.count("whatif.elsewhere", n)).with(" ").with(back()))
}

fn based_on(sheet: &Sheet, report: &Report) -> Node {
    let tally = report.tally();
    let provisional = || line("strong", sheet.say("result.provisional")).class("tag");
    let quick = || {
        let quick = line("span", sheet.words().quick(tally)).class("block");
        quick.with(" ").with(&sheet.pack.quick_note)
    };
    el("span")
        .with(sheet.words().based_on(report))
        .all(
            tally
                .provisional()
                .then(|| [Node::from(" "), provisional().into()])
                .into_iter()
                .flatten(),
        )
        .all((report.mode == Mode::Quick).then(quick))
        .into()
}

/// What the first stage that is not ready stops at, or what is missing to say so.
fn first_stop(sheet: &Sheet, verdict: &Verdict) -> Vec<Element> {
    let stage = match (&verdict.stage1, &verdict.stage2) {
        (Stage::CannotSay { .. }, stage2 @ Stage::NotReady(_)) => stage2,
        (Stage::Ready, stage2) => stage2,
        (stage1, _) => stage1,
    };
    match stage {
        Stage::Ready => Vec::new(),
        Stage::NotReady(reasons) => {
            let more = reasons.len().saturating_sub(MOST);
            let more = (more > 0)
                .then(|| line("p", link(sheet.count("verdict.more", more), "result/stages")));
            let lines = reasons.iter().take(MOST).map(|reason| self::reason(sheet, reason));
            let mut stop = vec![
                line("h3", sheet.count("verdict.stops", reasons.len())),
                el("ol").class("steps stops").all(lines),
            ];
            stop.extend(more);
            stop
        }
        Stage::CannotSay { missing } if missing.is_empty() => {
            vec![line("p", sheet.words().stage(stage))]
        }
        Stage::CannotSay { missing } => {
            let next = next_answers(sheet.pack, sheet.answers, stage);
            let mut lists = vec![line("h3", sheet.count("verdict.missing", missing.len()))];
            if sheet.answers.mode == Mode::Quick {
                lists.push(line("p", sheet.say("verdict.quick")));
                lists.push(line("p", button(sheet.say("verdict.full"), "full")));
            } else {
                let lines = next.iter().take(MOST).map(|item| line("li", sheet.question(*item)));
                lists.push(el("ul").class("hits").all(lines));
            }
            lists
        }
    }
}

/// What a stage stops at: where, and what is so there now.
pub(super) fn reason(sheet: &Sheet, reason: &Reason) -> Element {
    let words = sheet.words().unmet(reason.unmet);
    let why = line("span", words).class("hint block");
    match reason.place {
        Place::Item(item) => {
            let standing = sheet.answers.standing(item);
            line("li", sheet.question(item)).with(" ").with(sheet.standing(standing)).with(why)
        }
        Place::Clause(section) => line("li", sheet.section_name(section)).with(why),
    }
}

/// The first actions of the plan: the question, how it stands, the work.
fn next(sheet: &Sheet, plan: &Roadmap) -> Vec<Element> {
    if plan.actions.is_empty() {
        return Vec::new();
    }
    let gate = || line("span", sheet.say("gap.gate")).class("tag");
    let steps = plan.actions.iter().take(MOST).map(|action| {
        let item = action.gap.item;
        line("li", sheet.question(item))
            .key(item.to_string())
            .with(" ")
            .with(sheet.standing(sheet.answers.standing(item)))
            .with(" ")
            .with(line("span", sheet.days(action.gap.half_days)).class("hint"))
            .all(action.gate.then(gate))
    });
    vec![
        line("h3", sheet.say("result.first")),
        el("ol").class("steps").all(steps),
        line("p", link(sheet.say("result.plan"), "result/plan")),
    ]
}

/// Both stages, what they are and what comes after.
fn stages(sheet: &Sheet, verdict: &Verdict) -> Element {
    let card = |name: &str, about: &str, stage: &Stage| {
        el("li")
            .class("card")
            .with(line("h4", sheet.say(name)))
            .with(line("p", sheet.words().stage(stage)).class("state"))
            .with(line("p", sheet.say(about)).class("hint"))
    };
    let cards = el("ul")
        .class("cards")
        .with(card("stage.1", "stage.1_about", &verdict.stage1))
        .with(card("stage.2", "stage.2_about", &verdict.stage2));
    let after = details(sheet.say("stage.after_title")).with(line("p", sheet.say("stage.after")));
    el("div").with(line("h3", sheet.say("stage.title"))).with(cards).with(after)
}

/// The other pages, each with what it is for.
fn pages(sheet: &Sheet) -> Element {
    let entry = |page: &&'static str| {
        line("li", link(sheet.say(&format!("page.{page}")), &format!("result/{page}")))
            .with(line("span", sheet.say(&format!("page.{page}_about"))).class("hint block"))
    };
    el("nav")
        .attr("aria-label", sheet.say("page.label"))
        .with(line("h3", sheet.say("page.label")))
        .with(el("ul").class("pages").all(PAGES.iter().map(entry)))
}

fn downloads(sheet: &Sheet) -> Element {
    let formats = Format::ALL.map(|f| download(sheet, f.id(), &format!("file {}", f.id())));
    let rest = ["save", "print"].map(|key| download(sheet, key, key));
    details(sheet.say("download.title"))
        .class("downloads")
        .with(el("ul").all(formats.into_iter().chain(rest)))
}

/// A file with what it is for, in a list of downloads.
pub(super) fn download(sheet: &Sheet, key: &str, act: &str) -> Element {
    let about = sheet.say(&format!("download.{key}_about"));
    line("li", button(sheet.say(&format!("download.{key}")), act))
        .with(" ")
        .with(line("span", about).class("hint"))
}

/// What a row of a table of figures says.
pub(super) const COLUMNS: [&str; 4] =
    ["figures.part", "figures.bar", "figures.bounds", "figures.answered"];

fn figures(sheet: &Sheet, report: &Report) -> [Element; 3] {
    let mut rows =
        vec![row(sheet, "overall", sheet.say("figures.overall"), &report.overall, "total")];
    for kind in Kind::ALL {
        let figure = &report.groups[kind as usize];
        rows.push(row(sheet, kind.id(), sheet.group(kind), figure, "total"));
        let here = report.sections.iter().filter(|section| section.kind == kind);
        rows.extend(here.map(|section| {
            let address = format!("section/{}", section.id);
            let name = sheet.section_name(section.section);
            row(sheet, &address, name, &section.figure, "part")
        }));
    }
    [
        line("h3", sheet.say("result.figures")),
        line("p", sheet.say("result.legend")).class("hint"),
        sheet.table(sheet.say("result.figures"), &COLUMNS, rows),
    ]
}

/// A figure with the way to how it came about.
pub(super) fn row(
    sheet: &Sheet,
    address: &str,
    name: Rc<str>,
    figure: &Figure,
    class: &'static str,
) -> Element {
    el("tr")
        .class(class)
        .key(address)
        .with(line("th", link(name, &format!("result/figure/{address}"))).attr("scope", "row"))
        .all(cells(sheet, &address.replace('/', "-"), figure))
}

/// A figure: its bar, its bounds, and how much of it is answered.
pub(super) fn cells(sheet: &Sheet, id: &str, figure: &Figure) -> [Element; 3] {
    let answered =
        [("n", &figure.tally.answered() as &dyn std::fmt::Display), ("total", &figure.tally.total)];
    let provisional = figure.bounds.is_some() && figure.tally.provisional();
    let provisional =
        provisional.then(|| line("span", sheet.say("result.provisional")).class("hint block"));
    [
        line("td", bar(figure.bounds, id)).class("picture"),
        line("td", sheet.bounds(figure)).class("number").all(provisional),
        line("td", sheet.fill("task.count", &answered)).class("number"),
    ]
}

fn strengths(sheet: &Sheet, report: &Report) -> Vec<Element> {
    let rows: Vec<_> = report.strengths.iter().filter_map(|row| report.rows.get(*row)).collect();
    let more = rows.len().saturating_sub(MOST_STRENGTHS);
    let mut parts = vec![line("h3", sheet.say("result.strengths"))];
    if rows.is_empty() {
        parts.push(line("p", sheet.say("result.no_strengths")));
        return parts;
    }
    let lines = rows.into_iter().take(MOST_STRENGTHS).map(|row| {
        line("li", sheet.question(row.item)).with(" ").with(sheet.standing(row.standing))
    });
    parts.push(el("ul").class("hits").all(lines));
    if more > 0 {
        parts.push(line("p", sheet.count("result.more_strengths", more)));
    }
    parts
}
