//! What is judged: both stages of an audit, likely findings, and the documents.

use super::{named, Block, Cell, Part, Table, Words};
use crate::documents::{there, DocumentRow, DocumentState};
use crate::findings::{Finding, Grade, Place};
use crate::formats::say::Say;
use crate::formats::todo::ids;
use crate::pack::{Document, ItemIx};
use crate::verdict::{Reason, Stage};
use crate::wording;
use std::rc::Rc;

pub(super) fn stages(say: &Say) -> Part {
    let verdict = &say.report.verdict;
    let mut blocks = vec![Block::Text(Words::own(say.word("stage.lead")))];
    stage(say, &mut blocks, ("stage.1", "stage.1_about"), &verdict.stage1);
    stage(say, &mut blocks, ("stage.2", "stage.2_about"), &verdict.stage2);
    blocks.push(Block::Heading(Words::own(say.word("stage.after_title"))));
    blocks.push(Block::Text(Words::own(say.word("stage.after"))));
    Part { id: "stages", title: say.word("stage.title"), new_page: false, blocks }
}

fn stage(say: &Say, blocks: &mut Vec<Block>, (name, about): (&str, &str), stage: &Stage) {
    blocks.push(Block::Heading(Words::own(say.word(name))));
    blocks.push(Block::Text(Words::own(say.word(about))));
    blocks.push(Block::Lead(Words::own(wording::stage(say.text, stage))));
    let (key, head, rows): (_, &[&str], Vec<Vec<Cell>>) = match stage {
        Stage::NotReady(reasons) => (
            "stages.reasons",
            &["place", "answer", "stages.asked"],
            reasons.iter().map(|one| reason(say, one)).collect(),
        ),
        Stage::CannotSay { missing } => (
            "stages.missing",
            &["item", "answer"],
            missing
                .iter()
                .map(|item| vec![Cell::item(say.report, *item), answer(say, *item)])
                .collect(),
        ),
        Stage::Ready => return,
    };
    if rows.is_empty() {
        // Only the full assessment can say more.
        return blocks.push(Block::Text(Words::own(say.word("verdict.quick"))));
    }
    let caption = [&*say.word(name), ": ", &say.get(key)].concat().into();
    let head = head.iter().map(|key| say.get(key)).collect();
    blocks.push(Block::Table(Table { caption, head, rows }));
}

fn reason(say: &Say, reason: &Reason) -> Vec<Cell> {
    let answer = match reason.place {
        Place::Item(item) => answer(say, item),
        Place::Clause(_) => Cell::own(Rc::default()),
    };
    vec![place(say, reason.place), answer, Cell::own(wording::unmet(say.text, reason.unmet))]
}

/// How an item stands. One that the mode does not ask is open to it.
fn answer(say: &Say, item: ItemIx) -> Cell {
    let standing = say.report.standing(item);
    Cell::Standing(standing, say.standing(standing))
}

fn place(say: &Say, place: Place) -> Cell {
    let sections = &say.report.pack.sections;
    match place {
        Place::Item(item) => Cell::item(say.report, item),
        Place::Clause(section) => Cell::Words(
            sections
                .get(section)
                .map(|section| named(&section.id, &section.name))
                .unwrap_or_default(),
        ),
    }
}

pub(super) fn findings(say: &Say) -> Part {
    let found = &say.report.findings;
    let mut blocks = vec![Block::Text(Words::own(wording::findings(say.text, found)))];
    let grades = [
        (Grade::Major, "findings.major", "findings.major_about"),
        (Grade::Minor, "findings.minor", "findings.minor_about"),
        (Grade::Observation, "findings.observation", "findings.observation_about"),
    ];
    for (grade, name, about) in grades {
        let here = found.iter().filter(|finding| finding.grade == grade);
        let rows: Vec<Vec<Cell>> = here.map(|one| finding(say, one)).collect();
        if !rows.is_empty() {
            let caption =
                [&*say.word_count(name, rows.len()), ". ", &say.word(about)].concat().into();
            let head = ["place", "findings.rule", "findings.said", "findings.close"];
            let head = head.map(|key| say.get(key)).into();
            blocks.push(Block::Table(Table { caption, head, rows }));
        }
    }
    blocks.push(Block::Text(Words::own(say.word("findings.limits"))));
    Part { id: "findings", title: say.word("findings.title"), new_page: true, blocks }
}

fn finding(say: &Say, finding: &Finding) -> Vec<Cell> {
    let pack = &say.report.pack;
    // What the items of a clause say stands with their own findings.
    let said = finding.rests_on.iter().map(|(item, level)| match finding.place {
        Place::Item(_) => format!("{}: {}", level.number(), wording::level(pack, *item, *level)),
        Place::Clause(_) => {
            format!("{}: {}", pack.item(*item).map_or("", |item| &*item.id), level.number())
        }
    });
    let said: Vec<String> = said.collect();
    vec![
        place(say, finding.place),
        Cell::own(wording::rule(say.text, finding)),
        Cell::Words(Words::pack(&said.join(", ").into())),
        Cell::own(wording::closing(say.text, pack, finding)),
    ]
}

pub(super) fn documents(say: &Say) -> Part {
    let report = say.report;
    let (n, total) = there(&report.pack, report.documents());
    let mut blocks = vec![
        Block::Text(Words::own(say.word_with("documents.lead", &[("n", &n), ("total", &total)]))),
        Block::Text(Words::own(say.word("documents.about"))),
    ];
    for (mandatory, caption) in [(true, "documents.mandatory"), (false, "documents.if_applied")] {
        let here = report.documents().iter().filter_map(|row| {
            let document = report.pack.documents.get(row.document)?;
            let shown = document.mandatory == mandatory && row.state != DocumentState::NotNeeded;
            shown.then(|| self::document(say, row, document))
        });
        let rows: Vec<Vec<Cell>> = here.collect();
        if !rows.is_empty() {
            let head =
                ["documents.name", "documents.kind", "documents.state", "owner", "documents.items"];
            let head = head.map(|key| say.get(key)).into();
            blocks.push(Block::Table(Table { caption: say.word(caption), head, rows }));
        }
    }
    Part { id: "documents", title: say.word("documents.title"), new_page: true, blocks }
}

fn document(say: &Say, row: &DocumentRow, document: &Document) -> Vec<Cell> {
    let kind = if document.record { "documents.record" } else { "documents.document" };
    vec![
        Cell::Words(Words::pack(&document.name)),
        Cell::own(say.word(kind)),
        Cell::own(wording::document(say.text, row.state, document.record)),
        Cell::Words(Words::typed(&row.owners.join(", ").into())),
        Cell::Words(Words::pack(&ids(&say.report.pack, &document.items).into())),
    ]
}
