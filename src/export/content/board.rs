//! One page for the board: where the organisation stands, what is in its way, what comes next.

use super::{pictures, scores, Block, Cell, Chapter, LangText, Table};
use crate::i18n::wording::Wording;
use crate::report::board::{Board, Fact, Outcome, Since, Value};
use crate::report::Report;
use crate::rules::verdict::{Stage, Verdict};
use std::rc::Rc;

pub(super) fn board(report: &Report, words: &Wording) -> Chapter {
    let board = Board::new(report);
    let says = board.blocks();
    let begun = report.tally().levels > 0;
    let own = |key: &str| Block::Text(LangText::own(words.get(key)));
    let provenance = [words.provenance(report), words.get("result.disclaimer")];
    let provenance: Vec<Rc<str>> = provenance.into_iter().chain(words.limits(report)).collect();
    let mut blocks = vec![
        Block::Lead(LangText::own(words.verdict(&report.verdict, begun))),
        Block::Text(LangText::own(provenance.join(" ").into())),
        Block::Picture(pictures::way(report, words)),
    ];
    let found = &says.findings;
    let mut likely = vec![numbers(report, words, found.key, "report.grade", &[found])];
    // That nothing is found says nothing before there is an answer.
    if begun {
        likely.push(Block::Text(LangText::own(words.findings(&report.findings))));
    }
    blocks.push(Block::Columns([vec![stages(report, words, &says.stages)], likely]));
    let all = says.scores.facts().iter().filter_map(|fact| match fact.value {
        Value::Score(score) => Some((LangText::own(words.get(fact.key)), score)),
        _ => None,
    });
    let caption = words.get(says.scores.key);
    blocks.push(Block::Table(scores::table(words, caption, "scores.part", all)));
    blocks.push(scores::legend(report, words));
    let mut left =
        vec![list(report, words, &says.gaps, false), list(report, words, &says.next, true)];
    let mut right = vec![list(report, words, &says.strengths, false)];
    let known = [&says.unknown, &says.evidence];
    let known = numbers(report, words, "report.board.known", "report.board.what", &known);
    // Both columns about as long as each other, so that all of it fits on one sheet.
    match &board.since {
        Some(since) => {
            left.push(known);
            right.extend(self::since(report, words, since, &says.since));
        }
        None => right.extend([known, own("board.no_milestone")]),
    }
    blocks.push(Block::Columns([left, right]));
    Chapter { id: "board", title: words.get("report.board"), new_page: false, blocks }
}

/// Both stages, each with how it would likely end and what that rests on.
fn stages(report: &Report, words: &Wording, block: &Fact) -> Block {
    let verdict = &report.verdict;
    let row = |(fact, stage): (&Fact, &Stage)| {
        let end = [&*words.stage(stage), "."].concat();
        let reasons = words.reasons(fact).into_iter().map(|reason| [&*reason, "."].concat());
        let said: Vec<String> = [end].into_iter().chain(reasons).collect();
        vec![Cell::own(words.get(fact.key)), Cell::own(said.join(" ").into())]
    };
    let stages = block.facts().iter().zip([&verdict.stage1, &verdict.stage2]);
    Block::Table(Table {
        caption: words.get(block.key),
        head: ["report.stage", "report.board.outcome"].map(|key| words.get(key)).into(),
        rows: stages.map(row).collect(),
    })
}

/// A table of names with their numbers.
fn numbers(report: &Report, words: &Wording, caption: &str, head: &str, blocks: &[&Fact]) -> Block {
    let facts = blocks.iter().flat_map(|block| block.facts());
    Block::Table(Table {
        caption: words.get(caption),
        head: [head, "column.number"].map(|key| words.get(key)).into(),
        rows: facts
            .map(|fact| vec![Cell::own(words.get(fact.key)), cell(report, words, fact)])
            .collect(),
    })
}

/// A table with a row for each line of a list; `ranked` where their order is one to follow.
fn list(report: &Report, words: &Wording, block: &Fact, ranked: bool) -> Block {
    let (lines, none) = match &block.value {
        Value::List(lines, none) => (&lines[..], none),
        _ => (&[][..], &""),
    };
    let Some(first) = lines.first() else { return Block::Text(LangText::own(words.get(none))) };
    let rank = ranked.then(|| words.get("column.number"));
    let head = rank.into_iter().chain(first.iter().map(|fact| words.get(fact.key)));
    let row = |(at, line): (usize, &Vec<Fact>)| {
        let rank = ranked.then(|| Cell::number(at + 1));
        rank.into_iter().chain(line.iter().map(|fact| cell(report, words, fact))).collect()
    };
    Block::Table(Table {
        caption: words.get(block.key),
        head: head.collect(),
        rows: lines.iter().enumerate().map(row).collect(),
    })
}

fn cell(report: &Report, words: &Wording, fact: &Fact) -> Cell {
    match &fact.value {
        Value::Count(n, _) => Cell::number(n),
        Value::Level(level) => Cell::number(level),
        Value::HalfDays(n) => Cell::number(words.days(*n)),
        Value::Outcome(outcome) => Cell::own(words.outcome(*outcome)),
        Value::Major(major) => Cell::own(words.major(*major)),
        Value::Item(item) => Cell::item(report, *item),
        Value::Answer(item) => {
            let item_status = report.item_status(*item);
            Cell::ItemStatus(item_status, words.numbered(item_status))
        }
        Value::Section(section) => Cell::Text(LangText::pack(&words.section(*section))),
        Value::Score(score) => Cell::own(words.bounds(score.bounds)),
        Value::Date(date) => Cell::date(words, *date),
        Value::Mode(mode) => Cell::own(words.mode(*mode)),
        Value::Typed(typed) => Cell::Text(LangText::typed(typed)),
        Value::List(lines, _) => Cell::number(lines.len()),
        Value::Nothing(key) => Cell::own(words.get(key)),
        Value::Facts(_) => Cell::own(Rc::default()),
    }
}

fn since(report: &Report, words: &Wording, since: &Since, block: &Fact) -> Vec<Block> {
    let caption = words.since(since);
    let sides = ["before", "after"].map(|side| block.member("change")?.member(side));
    let [Some(before), Some(after)] = sides else {
        return [caption, words.get("board.lost")]
            .map(|text| Block::Text(LangText::own(text)))
            .into();
    };
    let mut rows = Vec::new();
    let today = [Cell::own(words.get("milestones.today")), Cell::date(words, report.date)];
    for (fact, now) in block.facts().iter().zip(today) {
        rows.push(vec![Cell::own(words.get(fact.key)), cell(report, words, fact), now]);
    }
    // The scores of both groups stand with the other milestones.
    for (then, now) in before.facts().iter().zip(after.facts()).take(3) {
        let cells = [then, now].map(|fact| cell(report, words, fact));
        rows.push([Cell::own(words.get(then.key))].into_iter().chain(cells).collect());
    }
    let head = ["report.board.what", before.key, after.key].map(|key| words.get(key)).into();
    let mut blocks = vec![Block::Table(Table { caption, head, rows })];
    blocks.extend(block.member("change").map(|change| counts(words, block, change)));
    if matches!(&since.change, Ok((_, problems)) if !problems.is_empty()) {
        blocks.push(Block::Text(LangText::own(words.get("board.partly"))));
    }
    blocks
}

/// How many items and how many findings changed, beside each other.
fn counts(words: &Wording, block: &Fact, change: &Fact) -> Block {
    let pairs = ["items", "findings"].map(|member| {
        let facts = change.member(member).map(Fact::facts).unwrap_or_default();
        facts.iter().map(|fact| {
            let n = if let Value::Count(n, _) = fact.value { n } else { 0 };
            [Cell::own(words.get(fact.key)), Cell::number(n)]
        })
    });
    let [items, findings] = pairs;
    let none = || [Cell::own(Rc::default()), Cell::Number(Rc::default())];
    // More things happen to items than to findings.
    let findings = findings.map(Some).chain(std::iter::repeat_with(|| None));
    let rows = items
        .zip(findings)
        .map(|(item, finding)| item.into_iter().chain(finding.unwrap_or_else(none)).collect());
    let head = ["board.items", "column.number", "answers.findings", "column.number"];
    Block::Table(Table {
        caption: words.get(block.key),
        head: head.map(|key| words.get(key)).into(),
        rows: rows.collect(),
    })
}

/// How both stages would likely end, in a word each.
pub(super) fn outcomes(words: &Wording, verdict: &Verdict) -> [Rc<str>; 2] {
    [&verdict.stage1, &verdict.stage2].map(|stage| words.outcome(Outcome::of(stage)))
}
