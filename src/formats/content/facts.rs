//! What the board is told, one name and one value each, for a table that has no room for tables.

use super::board::{major, names, outcomes};
use super::figures::group;
use crate::board::{Board, LargeGap, StageLine};
use crate::compare::Since;
use crate::findings::Place;
use crate::formats::say::Say;
use crate::pack::{ItemIx, Kind};
use crate::report::percents;
use crate::score::Figure;
use crate::wording;
use std::fmt::Display;
use std::rc::Rc;

/// A name with its value.
type Fact = (Rc<str>, Value);

/// What a fact says. A name that somebody typed stays text, however much it looks like a number.
pub(in crate::formats) enum Value {
    /// Words; may be empty.
    Words(Rc<str>),
    /// A number with a decimal point, as programs read it.
    Number(Rc<str>),
}

/// What stands on the page for the board, and the clauses at which something is likely raised,
/// since no row of an item has room for them.
pub(in crate::formats) fn board_facts(say: &Say) -> Vec<Fact> {
    let (report, board) = (say.report, Board::new(say.report));
    let facts = &mut vec![
        (say.get("board"), Value::Words(say.get("disclaimer"))),
        (say.get("organisation"), Value::Words(report.organisation.clone())),
        (say.get("date"), Value::Words(report.date.to_string().into())),
        (say.get("mode"), Value::Words(say.mode())),
    ];
    let stages = [&report.verdict.stage1, &report.verdict.stage2];
    for ((key, stage), line) in ["stage.1", "stage.2"].into_iter().zip(stages).zip(&board.stages) {
        facts.push((say.word(key), Value::Words(wording::stage(say.text, stage))));
        self::stage(say, facts, key, line);
    }
    let grades = [
        ("grade.major", board.findings.majors),
        ("grade.minor", board.findings.minors),
        ("grade.observation", board.findings.observations),
    ];
    facts.extend(grades.map(|(grade, n)| (say.get(grade), number(n))));
    clauses(say, facts);
    let [requirements, controls] = Kind::ALL.map(|kind| group(say, kind));
    figure(say, facts, &say.get("overall"), &board.overall);
    figure(say, facts, &requirements, &board.groups[0]);
    figure(say, facts, &controls, &board.groups[1]);
    for (at, gap) in board.gaps.iter().enumerate() {
        self::gap(say, facts, at, gap);
    }
    for (at, item) in board.strengths.iter().enumerate() {
        let standing = say.standing(say.report.standing(*item));
        let name = [&*say.get("board.strengths"), ", ", &*(at + 1).to_string()].concat();
        facts.push((name.as_str().into(), Value::Words(named(say, *item))));
        facts.push((joined(&name, &say.get("answer")), Value::Words(standing)));
    }
    for (at, gap) in board.next.iter().enumerate() {
        let name = [&*say.get("board.next"), ", ", &*(at + 1).to_string()].concat();
        facts.push((name.as_str().into(), Value::Words(named(say, gap.item))));
        facts.push((joined(&name, &say.get("effort")), Value::Number(days(gap.half_days))));
    }
    known(say, facts, &board);
    if let Some(since) = &board.since {
        self::since(say, facts, since);
    }
    std::mem::take(facts)
}

fn stage(say: &Say, facts: &mut Vec<Fact>, key: &str, line: &StageLine) {
    let counts = [
        ("count.unwritten", line.unwritten),
        ("count.other_majors", line.other_majors),
        ("count.not_operating", line.not_operating),
        ("count.controls", line.controls),
        ("count.missing", line.missing),
    ];
    facts.extend(counts.map(|(count, n)| (joined(&say.word(key), &say.get(count)), number(n))));
}

fn clauses(say: &Say, facts: &mut Vec<Fact>) {
    for finding in &say.report.findings {
        let Place::Clause(section) = finding.place else { continue };
        let section = say.report.pack.sections.get(section);
        let name = section.map(|section| [&*section.id, " ", &*section.name].concat());
        let words = wording::rule(say.text, finding);
        let value = [&*name.unwrap_or_default(), ": ", &*words].concat().into();
        facts.push((joined(&say.grade(finding.grade), &say.get("section")), Value::Words(value)));
    }
}

/// Bounds in whole percent.
fn figure(say: &Say, facts: &mut Vec<Fact>, name: &str, figure: &Figure) {
    let bounds = figure.bounds.map(percents);
    let tally = figure.tally;
    let values = [
        ("figures.lower", bounds.map(|(lower, _)| lower)),
        ("figures.upper", bounds.map(|(_, upper)| upper)),
        ("figures.answered", Some(tally.answered())),
        ("figures.items", Some(tally.total)),
        ("figures.dont_know", Some(tally.dont_know)),
        ("figures.left_out", Some(tally.not_applicable)),
        ("figures.unanswered", Some(tally.unanswered())),
    ];
    for (key, value) in values {
        // A percent sign would make a text of the number; it stands with the name.
        let unit = if key == "figures.lower" || key == "figures.upper" { ", %" } else { "" };
        let name = [&*joined(name, &say.get(key)), unit].concat();
        facts.push((name.into(), value.map(number).unwrap_or(Value::Words(Rc::default()))));
    }
}

fn gap(say: &Say, facts: &mut Vec<Fact>, at: usize, gap: &LargeGap) {
    let name = [&*say.get("board.gaps"), ", ", &*(at + 1).to_string()].concat();
    facts.push((name.as_str().into(), Value::Words(named(say, gap.item))));
    facts.push((joined(&name, &say.get("level")), number(gap.level)));
    facts.push((joined(&name, &say.get("board.size")), number(gap.size)));
    facts.push((joined(&name, &say.get("board.major")), Value::Words(say.get(major(gap.major)))));
}

fn known(say: &Say, facts: &mut Vec<Fact>, board: &Board) {
    let (unknown, evidence) = (&board.unknown, &board.evidence);
    let [unanswered, dont_know] =
        ["figures.unanswered", "figures.dont_know"].map(|key| say.get(key));
    facts.push((unanswered.clone(), number(unknown.unanswered)));
    facts.push((dont_know.clone(), number(unknown.dont_know)));
    facts.push((say.get("board.open_sections"), number(unknown.sections.len())));
    for (section, blank, unsure) in &unknown.sections {
        let Some(section) = say.report.pack.sections.get(*section) else { continue };
        let name = [&*section.id, " ", &*section.name].concat();
        facts.push((joined(&name, &unanswered), number(blank)));
        facts.push((joined(&name, &dont_know), number(unsure)));
    }
    facts.push((say.get("board.done"), number(evidence.done)));
    facts.push((say.get("board.shown"), number(evidence.shown)));
}

fn since(say: &Say, facts: &mut Vec<Fact>, since: &Since) {
    let of = say.get("board.since");
    let mut add = |name: &str, value: Value| facts.push((joined(&of, name), value));
    add(&say.get("milestone"), Value::Words(since.name.clone()));
    add(&say.get("date"), Value::Words(since.date.to_string().into()));
    let Ok((change, _)) = &since.change else {
        return add(&say.get("note"), Value::Words(say.get("trend.torn")));
    };
    let then = say.get("then");
    for (key, outcome) in
        ["stage.1", "stage.2"].into_iter().zip(outcomes(say, &change.before.verdict))
    {
        add(&joined(&say.word(key), &then), Value::Words(outcome));
    }
    let [overall, ..] = names(say);
    let bounds = change.before.scores.overall.bounds.map(percents);
    let bounds = [
        ("figures.lower", bounds.map(|(lower, _)| lower)),
        ("figures.upper", bounds.map(|(_, upper)| upper)),
    ];
    for (key, bound) in bounds {
        let name = [&*joined(&overall, &joined(&say.get(key), &then)), ", %"].concat();
        add(&name, bound.map_or(Value::Words(Rc::default()), number));
    }
    let counts = &change.counts;
    let counted = [
        ("board.items", "board.better", counts.better as usize),
        ("board.items", "board.worse", counts.worse as usize),
        ("board.items", "board.other", counts.other as usize),
        ("board.items", "board.same", counts.same as usize),
        ("board.findings", "board.closed", change.closed.len()),
        ("board.findings", "board.raised", change.raised.len()),
        ("board.findings", "board.regraded", change.regraded.len()),
    ];
    for (of, key, n) in counted {
        add(&joined(&say.get(of), &say.get(key)), number(n));
    }
}

fn joined(name: &str, part: &str) -> Rc<str> {
    [name, ": ", part].concat().into()
}

fn named(say: &Say, item: ItemIx) -> Rc<str> {
    let item = say.report.pack.item(item);
    item.map(|item| [&*item.id, " ", &*item.name].concat()).unwrap_or_default().into()
}

fn number(n: impl Display) -> Value {
    Value::Number(n.to_string().into())
}

/// Half days as days.
fn days(half_days: u32) -> Rc<str> {
    [&*(half_days / 2).to_string(), if half_days % 2 == 1 { ".5" } else { "" }].concat().into()
}
