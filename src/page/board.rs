//! One page for the board: where the organisation stands, what is in its way and what comes next,
//! in words that need no glossary. It fits on one sheet of paper.

use super::parts::{self, button, gauge, link};
use super::{result, Sheet};
use crate::answers::{Level, Mode};
use crate::board::{Blocks, Board, Fact, Value};
use crate::compare::Comparison;
use crate::node::{el, line, Element, Node};
use crate::report::Report;
use crate::verdict::Stage;

/// Sections with something open beyond this are counted, not listed: it has to stay one page.
const MOST_SECTIONS: usize = 6;

/// The page for the board.
pub(super) fn view(sheet: &Sheet) -> Element {
    let report = sheet.report();
    let board = Board::new(&report);
    let begun = board.overall.tally.levels > 0;
    let print = button(sheet.say("board.print"), "print");
    let quick = || line("p", sheet.words().quick(board.overall.tally)).class("hint");
    parts::page(sheet, sheet.say("board.title"))
        .class("board")
        .with(line("p", sheet.words().verdict(&report.verdict, begun)).class("lead"))
        .with(based_on(sheet, &report))
        .all((board.mode == Mode::Quick).then(quick))
        .with(el("p").class("actions").with(print))
        .with(el("div").class("panels").all(panels(sheet, &report, &board)))
        .with(line("p", sheet.say("result.disclaimer")).class("small"))
}

fn panels(sheet: &Sheet, report: &Report, board: &Board) -> [Element; 9] {
    let Blocks { stages, findings, figures, unknown, gaps, next, strengths, evidence, since } =
        &board.blocks();
    [
        self::stages(sheet, report, stages),
        self::findings(sheet, findings),
        self::figures(sheet, figures),
        self::unknown(sheet, board, unknown),
        list(sheet, "ol", "steps", gaps, |sheet, at, _| gap(sheet, board, at)),
        list(sheet, "ol", "steps", next, |sheet, _, line| said(sheet, line)),
        list(sheet, "ul", "hits", strengths, |sheet, _, line| said(sheet, line)),
        self::evidence(sheet, board, evidence),
        self::since(sheet, board, since),
    ]
}

/// Whose it is, of which day, and how complete.
fn based_on(sheet: &Sheet, report: &Report) -> Element {
    let name = (!report.organisation.is_empty())
        .then(|| [line("strong", &report.organisation).class("block").into(), Node::from(" ")]);
    let provisional = report.tally().provisional().then(|| {
        let tag = line("strong", sheet.say("result.provisional")).class("tag");
        [Node::from(" "), tag.into()]
    });
    el("p")
        .all(name.into_iter().flatten())
        .with(sheet.words().based_on(report))
        .all(provisional.into_iter().flatten())
}

fn panel(sheet: &Sheet, block: &Fact) -> Element {
    el("div").class("panel").with(line("h3", sheet.say(block.key)))
}

fn stages(sheet: &Sheet, report: &Report, block: &Fact) -> Element {
    let ends = [&report.verdict.stage1, &report.verdict.stage2];
    let stages = block.facts().iter().zip(ends).flat_map(|(fact, end)| stage(sheet, fact, end));
    panel(sheet, block).with(line("p", sheet.say("stage.lead")).class("hint")).all(stages)
}

fn stage(sheet: &Sheet, fact: &Fact, end: &Stage) -> Vec<Element> {
    let outcome = line("p", line("strong", sheet.words().stage(end))).class("state");
    let reasons = sheet.words().reasons(fact).into_iter().map(|reason| line("li", reason));
    let mut parts = vec![line("h4", sheet.say(fact.key)), outcome];
    if matches!(end, Stage::NotReady(_)) {
        parts.push(el("ul").class("reasons").all(reasons));
    }
    parts
}

fn findings(sheet: &Sheet, block: &Fact) -> Element {
    let lines = block.facts().iter().filter_map(|fact| match fact.value {
        Value::Count(n, key) => {
            let about = line("span", sheet.say(&[key, "_about"].concat())).class("hint");
            Some(line("li", line("strong", sheet.count(key, n as usize))).with(" ").with(about))
        }
        _ => None,
    });
    panel(sheet, block).with(el("ul").class("hits").all(lines))
}

fn figures(sheet: &Sheet, block: &Fact) -> Element {
    let addresses = [("overall", "total"), ("requirement", "part"), ("control", "part")];
    let rows = block.facts().iter().zip(addresses).filter_map(|(fact, (address, class))| {
        let Value::Figure(figure) = &fact.value else { return None };
        Some(result::row(sheet, address, sheet.say(fact.key), figure, class))
    });
    panel(sheet, block)
        .with(sheet.table(sheet.say(block.key), &result::COLUMNS, rows))
        .with(line("p", sheet.say("result.legend")).class("hint"))
}

/// A list, or what stands there where it is empty.
fn list(
    sheet: &Sheet,
    tag: &'static str,
    class: &'static str,
    block: &Fact,
    entry: impl Fn(&Sheet, usize, &[Fact]) -> Option<Element>,
) -> Element {
    match &block.value {
        Value::List(lines, none) if lines.is_empty() => {
            panel(sheet, block).with(line("p", sheet.say(none)))
        }
        _ => {
            let lines = block.lines().iter().enumerate();
            let entries = lines.filter_map(|(at, line)| entry(sheet, at, line));
            panel(sheet, block).with(el(tag).class(class).all(entries))
        }
    }
}

/// An item with what is said of it: how it stands, or the work.
fn said(sheet: &Sheet, facts: &[Fact]) -> Option<Element> {
    let [Fact { value: Value::Item(item), .. }, fact] = facts else { return None };
    let said = match fact.value {
        Value::HalfDays(n) => line("span", sheet.days(n)).class("hint"),
        _ => sheet.standing(sheet.answers.standing(*item)),
    };
    Some(line("li", sheet.question(*item)).with(" ").with(said))
}

fn gap(sheet: &Sheet, board: &Board, at: usize) -> Option<Element> {
    let gap = board.gaps.get(at)?;
    let level = Level::new(gap.level.into()).map(|level| numbered(sheet, level));
    let why = line("span", sheet.words().gap(gap)).class("hint block");
    Some(line("li", sheet.question(gap.item)).with(" ").all(level).with(why))
}

/// A level with its number, since who reads this page has not seen the questions.
fn numbered(sheet: &Sheet, level: Level) -> Element {
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("n", &level.number()), ("name", &sheet.level(level))];
    let words = line("span", sheet.fill("board.level", &values));
    el("span").class("standing").with(gauge(level)).with(words)
}

fn unknown(sheet: &Sheet, board: &Board, block: &Fact) -> Element {
    let sections = block.member("sections").map(Fact::lines).unwrap_or_default();
    let panel = panel(sheet, block);
    if sections.is_empty() {
        return panel.with(line("p", sheet.say("board.all_known")));
    }
    let lines = sections.iter().take(MOST_SECTIONS).filter_map(|facts| {
        let Some(Fact { value: Value::Section(section), .. }) = facts.first() else { return None };
        Some(line("li", sheet.section_name(*section)).with(": ").with(counted(sheet, facts)))
    });
    let more = sections.len().saturating_sub(MOST_SECTIONS);
    let open = counted(sheet, block.facts());
    let all = sheet.fill("board.open", &[("open", &open), ("total", &board.overall.tally.total)]);
    panel
        .with(line("p", all))
        .with(el("ul").class("reasons").all(lines))
        .all((more > 0).then(|| line("p", sheet.count("board.more_sections", more))))
}

/// Numbers in words, as one line; what there is none of is not named.
fn counted(sheet: &Sheet, facts: &[Fact]) -> String {
    sheet.words().counted(facts).join(", ")
}

fn evidence(sheet: &Sheet, board: &Board, block: &Fact) -> Element {
    let (done, shown) = (board.evidence.done, board.evidence.shown);
    let words = match done {
        0 => sheet.say("board.nothing_done"),
        done => sheet.text.count("board.evidence", done, &[("shown", &shown)]),
    };
    panel(sheet, block).with(line("p", words))
}

fn since(sheet: &Sheet, board: &Board, block: &Fact) -> Element {
    let panel = panel(sheet, block);
    let Some(since) = &board.since else {
        let milestones = link(sheet.say("board.milestones"), "result/milestones");
        return panel
            .with(line("p", sheet.say("board.no_milestone")))
            .with(el("p").class("actions").with(milestones));
    };
    let panel = panel.with(line("p", sheet.words().since(since)));
    match (&since.change, block.member("change")) {
        (Ok((change, problems)), Some(fact)) => {
            let partly = || line("p", sheet.say("board.partly")).class("hint");
            panel.with(changes(sheet, change, fact)).all((!problems.is_empty()).then(partly))
        }
        _ => panel.with(line("p", sheet.say("board.lost"))),
    }
}

fn changes(sheet: &Sheet, change: &Comparison, fact: &Fact) -> Element {
    let counts = ["items", "findings"]
        .map(|member| counted(sheet, fact.member(member).map(Fact::facts).unwrap_or_default()));
    let overall = [&change.before, &change.after].map(|side| sheet.bounds(&side.scores.overall));
    let [before, after] = &overall;
    let overall = sheet.fill("board.overall", &[("before", before), ("after", after)]);
    let lines = counts.into_iter().chain([overall.to_string()]);
    let lines = lines.filter(|words| !words.is_empty()).map(|words| line("li", words));
    el("ul").class("reasons").all(lines)
}
