//! One page for the board: where the organisation stands, what is in its way and what comes next,
//! in words that need no glossary. It fits on one sheet of paper.

use super::parts::{self, button, gauge, link};
use super::{result, Sheet};
use crate::answers::{Level, Mode};
use crate::board::{Board, LargeGap, Major, Outcome, Since, StageLine, Unknown};
use crate::compare::Comparison;
use crate::node::{el, line, Element, Node};
use crate::pack::{Kind, Problem};
use crate::wording;
use std::rc::Rc;

/// Sections with something open beyond this are counted, not listed: it has to stay one page.
const MOST_SECTIONS: usize = 6;

/// The page for the board.
pub(super) fn view(sheet: &Sheet) -> Element {
    let report = sheet.report();
    let board = Board::new(&report);
    let begun = board.overall.tally.levels > 0;
    let print = button(sheet.say("board.print"), "print");
    let quick = || line("p", sheet.say("result.quick")).class("hint");
    let panels = [
        stages(sheet, &board),
        findings(sheet, &board),
        figures(sheet, &board),
        unknown(sheet, &board),
        gaps(sheet, &board.gaps, begun),
        next(sheet, &board),
        strengths(sheet, &board),
        evidence(sheet, &board),
        since(sheet, board.since.as_ref()),
    ];
    parts::page(sheet, sheet.say("board.title"))
        .class("board")
        .with(line("p", wording::verdict(sheet.text, &report.verdict, begun)).class("lead"))
        .with(based_on(sheet, &board))
        .all((board.mode == Mode::Quick).then(quick))
        .with(el("p").class("actions").with(print))
        .with(el("div").class("panels").all(panels))
        .with(line("p", sheet.say("result.disclaimer")).class("small"))
}

/// Whose it is, of which day, and how complete.
fn based_on(sheet: &Sheet, board: &Board) -> Element {
    let tally = &board.overall.tally;
    let (date, n, total) = (&board.date, &tally.answered(), &tally.total);
    let words = sheet.fill("result.based_on", &[("date", date), ("n", n), ("total", total)]);
    let name = (!board.organisation.is_empty())
        .then(|| [line("strong", &board.organisation).class("block").into(), Node::from(" ")]);
    let provisional = tally.provisional().then(|| {
        let tag = line("strong", sheet.say("result.provisional")).class("tag");
        [Node::from(" "), tag.into()]
    });
    el("p").all(name.into_iter().flatten()).with(words).all(provisional.into_iter().flatten())
}

fn panel(title: Rc<str>) -> Element {
    el("div").class("panel").with(line("h3", title))
}

fn stages(sheet: &Sheet, board: &Board) -> Element {
    let [first, second] = board.stages;
    panel(sheet.say("stage.title"))
        .with(line("p", sheet.say("stage.lead")).class("hint"))
        .all(stage(sheet, "stage.1", first))
        .all(stage(sheet, "stage.2", second))
}

fn stage(sheet: &Sheet, name: &str, stage: StageLine) -> Vec<Element> {
    let unmet = [
        ("board.unwritten", stage.unwritten),
        ("board.other_majors", stage.other_majors),
        ("board.not_operating", stage.not_operating),
        ("board.controls", stage.controls),
    ];
    let outcome = match stage.outcome {
        Outcome::Ready => sheet.say("stage.ready"),
        Outcome::NotReady => {
            let reasons: u32 = unmet.iter().map(|(_, n)| n).sum();
            sheet.count("stage.not", reasons as usize)
        }
        Outcome::CannotSay => wording::cannot_say(sheet.text, stage.missing),
    };
    let mut parts =
        vec![line("h4", sheet.say(name)), line("p", line("strong", outcome)).class("state")];
    if stage.outcome == Outcome::NotReady {
        let some = unmet.into_iter().filter(|(_, n)| *n > 0);
        let lines = some.map(|(key, n)| line("li", sheet.count(key, n as usize)));
        parts.push(el("ul").class("reasons").all(lines));
    }
    parts
}

fn findings(sheet: &Sheet, board: &Board) -> Element {
    let found = board.findings;
    let grades = [
        ("findings.major", "findings.major_about", found.majors),
        ("findings.minor", "findings.minor_about", found.minors),
        ("findings.observation", "findings.observation_about", found.observations),
    ];
    let lines = grades.map(|(key, about, n)| {
        line("li", line("strong", sheet.count(key, n as usize)))
            .with(" ")
            .with(line("span", sheet.say(about)).class("hint"))
    });
    panel(sheet.say("findings.title")).with(el("ul").class("hits").all(lines))
}

fn figures(sheet: &Sheet, board: &Board) -> Element {
    let overall = sheet.say("figures.overall");
    let mut rows = vec![result::row(sheet, "overall", overall, &board.overall, "total")];
    for kind in Kind::ALL {
        let figure = &board.groups[kind as usize];
        rows.push(result::row(sheet, kind.id(), sheet.group(kind), figure, "part"));
    }
    let title = sheet.say("result.figures");
    panel(title.clone())
        .with(sheet.table(title, &result::COLUMNS, rows))
        .with(line("p", sheet.say("result.legend")).class("hint"))
}

fn gaps(sheet: &Sheet, gaps: &[LargeGap], begun: bool) -> Element {
    let panel = panel(sheet.say("board.gaps"));
    if gaps.is_empty() {
        let none = sheet.say(if begun { "board.no_gaps" } else { "board.gaps_later" });
        return panel.with(line("p", none));
    }
    let lines = gaps.iter().map(|gap| {
        let why = match gap.major {
            Major::Itself => sheet.say("board.gap_itself"),
            Major::Part => sheet.say("board.gap_part"),
            Major::No => sheet.count("board.gap_size", gap.size as usize),
        };
        line("li", sheet.question(gap.item))
            .with(" ")
            .all(Level::new(gap.level.into()).map(|level| numbered(sheet, level)))
            .with(line("span", why).class("hint block"))
    });
    panel.with(el("ol").class("steps").all(lines))
}

/// A level with its number, since who reads this page has not seen the questions.
fn numbered(sheet: &Sheet, level: Level) -> Element {
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("n", &level.number()), ("name", &sheet.level(level))];
    let words = line("span", sheet.fill("board.level", &values));
    el("span").class("standing").with(gauge(level)).with(words)
}

fn next(sheet: &Sheet, board: &Board) -> Element {
    let panel = panel(sheet.say("result.first"));
    if board.next.is_empty() {
        return panel.with(line("p", sheet.say("board.no_steps")));
    }
    let lines = board.next.iter().map(|gap| {
        let days = line("span", sheet.days(gap.half_days)).class("hint");
        line("li", sheet.question(gap.item)).with(" ").with(days)
    });
    panel.with(el("ol").class("steps").all(lines))
}

fn strengths(sheet: &Sheet, board: &Board) -> Element {
    let panel = panel(sheet.say("result.strengths"));
    if board.strengths.is_empty() {
        return panel.with(line("p", sheet.say("result.no_strengths")));
    }
    let lines = board.strengths.iter().map(|item| {
        let standing = sheet.standing(sheet.answers.standing(*item));
        line("li", sheet.question(*item)).with(" ").with(standing)
    });
    panel.with(el("ul").class("hits").all(lines))
}

fn unknown(sheet: &Sheet, board: &Board) -> Element {
    let Unknown { unanswered, dont_know, sections } = &board.unknown;
    let panel = panel(sheet.say("board.unknown"));
    if sections.is_empty() {
        return panel.with(line("p", sheet.say("board.all_known")));
    }
    let lines = sections.iter().take(MOST_SECTIONS).map(|(section, unanswered, dont_know)| {
        let open = open(sheet, *unanswered, *dont_know);
        line("li", sheet.section_name(*section)).with(": ").with(open)
    });
    let more = sections.len().saturating_sub(MOST_SECTIONS);
    let open = open(sheet, *unanswered, *dont_know);
    let all = sheet.fill("board.open", &[("open", &open), ("total", &board.overall.tally.total)]);
    panel
        .with(line("p", all))
        .with(el("ul").class("reasons").all(lines))
        .all((more > 0).then(|| line("p", sheet.count("board.more_sections", more))))
}

/// What of it is open, in words; what there is none of is not named.
fn open(sheet: &Sheet, unanswered: u32, dont_know: u32) -> String {
    let parts = [("check.unanswered", unanswered), ("check.dont_know", dont_know)];
    named(sheet, &parts)
}

/// Counts in words, without those of nothing.
fn named(sheet: &Sheet, counts: &[(&str, u32)]) -> String {
    let some = counts.iter().filter(|(_, n)| *n > 0);
    let words: Vec<Rc<str>> = some.map(|(key, n)| sheet.count(key, *n as usize)).collect();
    words.join(", ")
}

fn evidence(sheet: &Sheet, board: &Board) -> Element {
    let (done, shown) = (board.evidence.done, board.evidence.shown);
    let words = match done {
        0 => sheet.say("board.nothing_done"),
        done => sheet.text.count("board.evidence", done, &[("shown", &shown)]),
    };
    panel(sheet.say("board.evidence_title")).with(line("p", words))
}

fn since(sheet: &Sheet, since: Option<&Since>) -> Element {
    let panel = panel(sheet.say("board.since_title"));
    let Some(since) = since else {
        let milestones = link(sheet.say("board.milestones"), "result/milestones");
        return panel
            .with(line("p", sheet.say("board.no_milestone")))
            .with(el("p").class("actions").with(milestones));
    };
    let when = match &*since.name {
        "" => since.date.to_string(),
        name => format!("{name}, {}", since.date),
    };
    let panel = panel.with(line("p", sheet.fill("board.since", &[("milestone", &when)])));
    match &since.change {
        Err(_) => panel.with(line("p", sheet.say("board.lost"))),
        Ok((change, problems)) => panel.all(changes(sheet, change, problems)),
    }
}

fn changes(sheet: &Sheet, change: &Comparison, problems: &[Problem]) -> Vec<Element> {
    let counts = &change.counts;
    let moved = [
        ("board.better", counts.better),
        ("board.worse", counts.worse),
        ("board.otherwise", counts.other),
        ("board.same", counts.same),
    ];
    let found = [
        ("board.closed", change.closed.len() as u32),
        ("board.raised", change.raised.len() as u32),
        ("board.regraded", change.regraded.len() as u32),
    ];
    let overall = [&change.before, &change.after].map(|side| sheet.bounds(&side.scores.overall));
    let [before, after] = &overall;
    let overall = sheet.fill("board.overall", &[("before", before), ("after", after)]);
    let lines = [named(sheet, &moved), named(sheet, &found), overall.to_string()];
    let lines = lines.into_iter().filter(|words| !words.is_empty()).map(|words| line("li", words));
    let mut parts = vec![el("ul").class("reasons").all(lines)];
    if !problems.is_empty() {
        parts.push(line("p", sheet.say("board.partly")).class("hint"));
    }
    parts
}
