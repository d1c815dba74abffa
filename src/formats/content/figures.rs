//! The figures: in short, by section, and how they are made.

use super::{Block, Cell, Part, Table, Words};
use crate::formats::say::Say;
use crate::pack::Kind;
use crate::score::{credit, Figure};
use std::rc::Rc;

/// The figures of the whole and of both groups.
pub(super) fn overall(say: &Say) -> Table {
    let report = say.report;
    let mut rows = vec![row(say, Words::own(say.get("overall")), &report.overall)];
    for (kind, figure) in Kind::ALL.iter().zip(&report.groups) {
        rows.push(row(say, Words::own(group(say, *kind)), figure));
    }
    table(say, say.get("figures.caption"), "figures.name", rows)
}

pub(super) fn sections(say: &Say) -> Part {
    let mut blocks = vec![Block::Text(Words::own(say.get("sections.intro")))];
    for kind in Kind::ALL {
        let sections = say.report.sections.iter().filter(|section| section.kind == kind);
        let rows: Vec<_> = sections
            .map(|section| {
                let name = [&section.id, " ", &section.name].concat().into();
                row(say, Words::pack(&name), &section.figure)
            })
            .collect();
        if !rows.is_empty() {
            blocks.push(Block::Table(table(say, group(say, kind), "section", rows)));
            blocks.extend(super::pictures::radar(say, kind).map(Block::Picture));
        }
    }
    blocks.push(legend(say));
    Part { id: "sections", title: say.get("sections"), new_page: false, blocks }
}

pub(super) fn method(say: &Say) -> Part {
    let keys = ["indicative", "credit", "weights", "bounds", "rounding", "gates", "order", "size"];
    let mut blocks: Vec<Block> = keys
        .iter()
        .map(|key| Block::Text(Words::own(say.get(["method.", key].concat().as_str()))))
        .collect();
    blocks.insert(2, Block::Table(levels(say)));
    Part { id: "method", title: say.get("method"), new_page: true, blocks }
}

/// The name of a kind's figure.
pub(super) fn group(say: &Say, kind: Kind) -> Rc<str> {
    say.get(["group.", kind.id()].concat().as_str())
}

pub(super) fn legend(say: &Say) -> Block {
    Block::Legend { lower: say.get("legend.lower"), upper: say.get("legend.upper") }
}

fn table(say: &Say, caption: Rc<str>, first: &str, rows: Vec<Vec<Cell>>) -> Table {
    let keys = ["range", "lower", "upper", "answered", "dont_know", "left_out", "unanswered"];
    let rest = keys.iter().map(|key| say.get(["figures.", key].concat().as_str()));
    let head = std::iter::once(say.get(first)).chain(rest).collect();
    Table { caption, head, rows }
}

fn row(say: &Say, name: Words, figure: &Figure) -> Vec<Cell> {
    let (bounds, tally) = (figure.bounds, figure.tally);
    let bound = |which: Option<u32>| {
        Cell::Number(which.map_or_else(|| say.get("no_figure"), |bound| say.percent(bound)))
    };
    vec![
        Cell::Words(name.clone()),
        Cell::Bar { label: name.text, words: say.range(bounds), bounds },
        bound(bounds.map(|bounds| bounds.lower)),
        bound(bounds.map(|bounds| bounds.upper)),
        Cell::Number(say.answered(tally)),
        Cell::number(tally.dont_know),
        Cell::number(tally.not_applicable),
        Cell::number(tally.unanswered()),
    ]
}

/// What each level means and earns.
fn levels(say: &Say) -> Table {
    let pack = &say.report.pack;
    let wording = |kind: Kind, level: usize| {
        let words = pack.level_texts.get(kind as usize).and_then(|levels| levels.get(level));
        Cell::Words(words.map(Words::pack).unwrap_or_default())
    };
    let mut rows = Vec::new();
    for (position, level) in crate::answers::Level::ALL.into_iter().enumerate() {
        let standing = crate::answers::Standing::Level(level);
        let thirds = credit(standing).map_or(0, |(lower, _)| lower);
        rows.push(vec![
            Cell::Standing(standing, say.standing(standing)),
            wording(Kind::Requirement, position),
            wording(Kind::Control, position),
            Cell::Number(say.fill("percent", &[("n", &(thirds * 100 / 3))])),
        ]);
    }
    let head = ["level", "kind.requirement", "kind.control", "levels.earns"];
    let head = head.iter().map(|key| say.get(key)).collect();
    Table { caption: say.get("levels.caption"), head, rows }
}
