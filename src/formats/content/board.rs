//! One page for the board: where the organisation stands, what is in its way, what comes next.

use super::{figures, limits, Block, Cell, Part, Table, Words};
use crate::board::{Board, Major, StageLine};
use crate::compare::{Comparison, Since};
use crate::formats::say::Say;
use crate::pack::{ItemIx, Kind};
use crate::score::Scores;
use crate::verdict::{Stage, Verdict};
use crate::wording;
use std::rc::Rc;

pub(super) fn board(say: &Say) -> Part {
    let (report, board) = (say.report, Board::new(say.report));
    let begun = report.tally().levels > 0;
    let mut blocks =
        vec![Block::Lead(Words::own(wording::verdict(say.text, &report.verdict, begun)))];
    let tally = report.tally();
    let based_on = say.word_with(
        "result.based_on",
        &[("date", &report.date), ("n", &tally.answered()), ("total", &tally.total)],
    );
    let based_on: Vec<Rc<str>> =
        [based_on, say.get("disclaimer")].into_iter().chain(limits(say)).collect();
    blocks.push(Block::Text(Words::own(based_on.join(" ").into())));
    let mut likely = vec![Block::Table(findings(say, &board))];
    // That nothing is found says nothing before there is an answer.
    if begun {
        likely.push(Block::Text(Words::own(wording::findings(say.text, &report.findings))));
    }
    blocks.push(Block::Columns([vec![Block::Table(stages(say, &board))], likely]));
    blocks.push(Block::Table(figures::overall(say)));
    blocks.push(figures::legend(say));
    let listed = |key: &str, rows: &[ItemIx], table: fn(&Say, &Board) -> Table| match rows {
        [] => Block::Text(Words::own(say.get(key))),
        _ => Block::Table(table(say, &board)),
    };
    let largest: Vec<ItemIx> = board.gaps.iter().map(|gap| gap.item).collect();
    let next: Vec<ItemIx> = board.next.iter().map(|gap| gap.item).collect();
    let mut left =
        vec![listed("gaps.none", &largest, gaps), listed("board.no_next", &next, self::next)];
    let mut right = vec![listed("strengths.none", &board.strengths, strengths)];
    let known = Block::Table(known(say, &board));
    // Both columns about as long as each other, so that all of it fits on one sheet.
    match &board.since {
        Some(since) => {
            left.push(known);
            right.extend(self::since(say, since));
        }
        None => right.extend([known, Block::Text(Words::own(say.get("trend.none")))]),
    }
    blocks.push(Block::Columns([left, right]));
    Part { id: "board", title: say.get("board"), new_page: false, blocks }
}

fn stages(say: &Say, board: &Board) -> Table {
    let verdict = &say.report.verdict;
    let stages = ["stage.1", "stage.2"].into_iter().zip([&verdict.stage1, &verdict.stage2]);
    let row = |((name, stage), line): ((&str, &Stage), &StageLine)| {
        vec![Cell::own(say.word(name)), Cell::own(sentences(say, stage, line))]
    };
    Table {
        caption: say.word("stage.title"),
        head: vec![say.get("stage"), say.get("board.outcome")],
        rows: stages.zip(&board.stages).map(row).collect(),
    }
}

/// How a stage would likely end, and what that rests on.
fn sentences(say: &Say, stage: &Stage, line: &StageLine) -> Rc<str> {
    let mut words = vec![[&*wording::stage(say.text, stage), "."].concat().into()];
    let counts = [
        ("board.unwritten", line.unwritten),
        ("board.other_majors", line.other_majors),
        ("board.not_operating", line.not_operating),
        ("board.controls", line.controls),
    ];
    for (key, n) in counts {
        if n > 0 {
            words.push(say.count(key, n as usize));
        }
    }
    words.join(" ").into()
}

fn findings(say: &Say, board: &Board) -> Table {
    let grades = &board.findings;
    let rows = [
        ("grade.major", grades.majors),
        ("grade.minor", grades.minors),
        ("grade.observation", grades.observations),
    ];
    let row = |(grade, n): (&str, u32)| vec![Cell::own(say.get(grade)), Cell::number(n)];
    Table {
        caption: say.word("findings.title"),
        head: vec![say.get("grade"), say.get("board.number")],
        rows: rows.into_iter().map(row).collect(),
    }
}

fn gaps(say: &Say, board: &Board) -> Table {
    let row = |gap: &crate::board::LargeGap| {
        let major = say.get(major(gap.major));
        let item = Cell::item(say.report, gap.item);
        vec![item, Cell::number(gap.level), Cell::number(gap.size), Cell::own(major)]
    };
    Table {
        caption: say.get("board.gaps"),
        head: ["item", "level", "board.size", "board.major"].map(|key| say.get(key)).into(),
        rows: board.gaps.iter().map(row).collect(),
    }
}

/// The key of what a gap has to do with a likely major.
pub(super) fn major(major: Major) -> &'static str {
    match major {
        Major::Itself => "major.itself",
        Major::Part => "major.part",
        Major::No => "major.no",
    }
}

fn strengths(say: &Say, board: &Board) -> Table {
    let row = |item: &ItemIx| {
        let standing = say.report.standing(*item);
        vec![Cell::item(say.report, *item), Cell::Standing(standing, say.standing(standing))]
    };
    Table {
        caption: say.get("board.strengths"),
        head: ["item", "answer"].map(|key| say.get(key)).into(),
        rows: board.strengths.iter().map(row).collect(),
    }
}

fn next(say: &Say, board: &Board) -> Table {
    let row = |(at, gap): (usize, &crate::plan::Gap)| {
        vec![
            Cell::number(at + 1),
            Cell::item(say.report, gap.item),
            Cell::number(say.days(gap.half_days)),
        ]
    };
    Table {
        caption: say.get("board.next"),
        head: ["rank", "item", "effort"].map(|key| say.get(key)).into(),
        rows: board.next.iter().enumerate().map(row).collect(),
    }
}

/// What is not known, and how much of what is done could be shown.
fn known(say: &Say, board: &Board) -> Table {
    let (unknown, evidence) = (&board.unknown, &board.evidence);
    let rows = [
        ("answer.unanswered", unknown.unanswered),
        ("answer.dont_know", unknown.dont_know),
        ("board.open_sections", unknown.sections.len() as u32),
        ("board.done", evidence.done),
        ("board.shown", evidence.shown),
    ];
    let row = |(name, n): (&str, u32)| vec![Cell::own(say.get(name)), Cell::number(n)];
    Table {
        caption: say.get("board.known"),
        head: vec![say.get("board.what"), say.get("board.number")],
        rows: rows.into_iter().map(row).collect(),
    }
}

fn since(say: &Say, since: &Since) -> Vec<Block> {
    let Ok((change, problems)) = &since.change else {
        let date = say.fill("board.torn", &[("date", &since.date)]);
        return vec![Block::Text(Words::own(date))];
    };
    let (before, after) = (&change.before, &change.after);
    let mut rows = vec![vec![
        Cell::own(say.get("milestone")),
        Cell::Words(Words::typed(&since.name)),
        Cell::own(say.get("today")),
    ]];
    rows.push(vec![
        Cell::own(say.get("date")),
        Cell::date(since.date),
        Cell::date(say.report.date),
    ]);
    let stages = |verdict| outcomes(say, verdict);
    for ((name, before), after) in
        ["stage.1", "stage.2"].into_iter().zip(stages(&before.verdict)).zip(stages(&after.verdict))
    {
        rows.push(vec![Cell::own(say.word(name)), Cell::own(before), Cell::own(after)]);
    }
    // The figures of both groups stand with the other milestones.
    let overall = |scores: &Scores| Cell::own(say.range(scores.overall.bounds));
    let (before, after) = (overall(&before.scores), overall(&after.scores));
    rows.push(vec![Cell::own(say.get("overall")), before, after]);
    let table = Table {
        caption: say.get("board.since"),
        head: ["board.what", "then", "now"].map(|key| say.get(key)).into(),
        rows,
    };
    let mut blocks = vec![Block::Table(table), Block::Table(counts(say, change))];
    if !problems.is_empty() {
        blocks.push(Block::Text(Words::own(say.count("board.problems", problems.len()))));
    }
    blocks
}

fn counts(say: &Say, change: &Comparison) -> Table {
    let counts = &change.counts;
    let rows = [
        ("board.better", counts.better, "board.closed", change.closed.len()),
        ("board.worse", counts.worse, "board.raised", change.raised.len()),
        ("board.other", counts.other, "board.regraded", change.regraded.len()),
        ("board.same", counts.same, "", 0),
    ];
    let row = |(items, n, findings, m): (&str, u32, &str, usize)| {
        let named =
            |key: &str| Cell::own(if key.is_empty() { Rc::default() } else { say.get(key) });
        let m = if findings.is_empty() { Cell::Number(Rc::default()) } else { Cell::number(m) };
        vec![named(items), Cell::number(n), named(findings), m]
    };
    Table {
        caption: say.get("board.changes"),
        head: ["board.items", "board.number", "board.findings", "board.number"]
            .map(|key| say.get(key))
            .into(),
        rows: rows.into_iter().map(row).collect(),
    }
}

/// How both stages would likely end, in a word each.
pub(super) fn outcomes(say: &Say, verdict: &Verdict) -> [Rc<str>; 2] {
    [&verdict.stage1, &verdict.stage2].map(|stage| {
        say.get(match stage {
            Stage::Ready => "outcome.ready",
            Stage::NotReady(_) => "outcome.not_ready",
            Stage::CannotSay { .. } => "outcome.cannot_say",
        })
    })
}

/// The names of the figures that [`ranges`] gives.
pub(super) fn names(say: &Say) -> [Rc<str>; 3] {
    let [requirements, controls] = Kind::ALL.map(|kind| figures::group(say, kind));
    [say.get("overall"), requirements, controls]
}

/// The figures of the whole and of both groups.
pub(super) fn ranges(say: &Say, scores: &Scores) -> [Cell; 3] {
    let [requirements, controls] = scores.groups;
    [scores.overall, requirements, controls].map(|figure| Cell::Number(say.range(figure.bounds)))
}
