//! The scores: in short, by section, and how they are made.

use super::{Block, Cell, Chapter, LangText, Table};
use crate::i18n::wording::Wording;
use crate::model::pack::Kind;
use crate::report::Report;
use crate::rules::score::{credit, Score};
use std::rc::Rc;

/// A table of scores; `first` is the key of the head of its first column.
pub(super) fn table(
    words: &Wording,
    caption: Rc<str>,
    first: &str,
    rows: impl Iterator<Item = (LangText, Score)>,
) -> Table {
    let head = [
        first,
        "report.scores.range",
        "explain.lower",
        "explain.upper",
        "scores.answered",
        "wanted.dont-know",
        "wanted.not-applicable",
        "wanted.unanswered",
    ];
    let head = head.map(|key| words.get(key)).into();
    Table { caption, head, rows: rows.map(|(name, score)| row(words, name, &score)).collect() }
}

fn row(words: &Wording, name: LangText, score: &Score) -> Vec<Cell> {
    let (bounds, tally) = (score.bounds, score.tally);
    vec![
        Cell::Text(name.clone()),
        Cell::Bar { label: name.text, words: words.bounds(bounds), bounds },
        Cell::Number(words.exact(bounds.map(|bounds| bounds.lower))),
        Cell::Number(words.exact(bounds.map(|bounds| bounds.upper))),
        Cell::Number(words.answered(&tally)),
        Cell::number(tally.dont_know),
        Cell::number(tally.not_applicable),
        Cell::number(tally.unanswered()),
    ]
}

pub(super) fn sections(report: &Report, words: &Wording) -> Chapter {
    let mut blocks = vec![Block::Text(LangText::own(words.get("report.sections.intro")))];
    for kind in Kind::ALL {
        let mut here = report.sections.iter().filter(|section| section.kind == kind).peekable();
        if here.peek().is_some() {
            let rows = here
                .map(|section| (LangText::pack(&words.section(section.section)), section.score));
            blocks.push(Block::Table(table(words, words.group(kind), "column.section", rows)));
            let picture = || super::pictures::radar(report, words);
            let picture = (kind == Kind::Requirement).then(picture).flatten();
            blocks.extend(picture.map(Block::Picture));
        }
    }
    blocks.push(legend(report, words));
    Chapter { id: "sections", title: words.get("report.sections"), new_page: false, blocks }
}

pub(super) fn method(report: &Report, words: &Wording) -> Chapter {
    let keys = [
        "report.method.indicative",
        "report.method.credit",
        "report.method.weights",
        "report.method.bounds",
        "report.method.rounding",
        "report.method.gates",
        "report.method.order",
        "report.method.size",
    ];
    let mut blocks: Vec<Block> =
        keys.iter().map(|key| Block::Text(LangText::own(words.get(key)))).collect();
    blocks.insert(2, Block::Table(levels(report, words)));
    Chapter { id: "method", title: words.get("report.method"), new_page: true, blocks }
}

/// What the parts of bars stand for, as far as there are any.
pub(super) fn legend(report: &Report, words: &Wording) -> Block {
    let unknown = (report.tally().dont_know > 0).then(|| words.get("legend.unknown"));
    let (lower, upper) = (words.get("legend.lower"), words.get("legend.upper"));
    Block::Legend { lower, unknown, upper }
}

/// What each level means and earns.
fn levels(report: &Report, words: &Wording) -> Table {
    let pack = &report.pack;
    let wording = |kind: Kind, level: usize| {
        let words = pack.level_texts.get(kind as usize).and_then(|levels| levels.get(level));
        Cell::Text(words.map(LangText::pack).unwrap_or_default())
    };
    let mut rows = Vec::new();
    for (position, level) in crate::model::assessment::Level::ALL.into_iter().enumerate() {
        let item_status = crate::model::assessment::ItemStatus::Level(level);
        let thirds = credit(item_status).map_or(0, |(lower, _)| lower);
        // What specialists call it stands here alone.
        let formal = pack.formal_names.get(position).filter(|name| !name.is_empty());
        let name = words.numbered(item_status);
        let name =
            formal.map_or(name.clone(), |formal| [&*name, " (", formal, ")"].concat().into());
        rows.push(vec![
            Cell::ItemStatus(item_status, name),
            wording(Kind::Requirement, position),
            wording(Kind::Control, position),
            Cell::Number(words.percent(thirds * 100 / 3)),
        ]);
    }
    let head = ["column.level", "kind.requirement", "kind.control", "report.levels.earns"];
    let head = head.iter().map(|key| words.get(key)).collect();
    Table { caption: words.get("report.levels.caption"), head, rows }
}
