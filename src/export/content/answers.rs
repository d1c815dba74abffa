//! Every item with its question and its answer, by section.

use super::{blank, Block, Chapter, Entry, LangText, ANSWERS};
use crate::i18n::wording::{evidence, Wording};
use crate::model::assessment::ItemStatus;
use crate::report::{Report, Row};
use std::rc::Rc;

pub(super) fn answers(report: &Report, words: &Wording) -> Chapter {
    let mut blocks = vec![
        Block::Text(LangText::own(words.get("report.answers.intro"))),
        Block::Picture(super::pictures::grid(report, words)),
    ];
    for section in &report.sections {
        blocks.push(Block::Section {
            id: section.id.clone(),
            name: LangText::pack(&section.name),
            score: words.fill(
                "report.section_score",
                &[
                    ("range", &words.bounds(section.score.bounds)),
                    ("n", &section.score.tally.answered()),
                    ("total", &section.score.tally.total),
                    ("points", &words.points(section.points)),
                ],
            ),
        });
        for row in report.rows_of(section.section) {
            blocks.push(Block::Entry(Box::new(entry(report, words, row))));
        }
    }
    Chapter { id: ANSWERS, title: words.get("report.answers"), new_page: true, blocks }
}

fn entry(report: &Report, words: &Wording, row: &Row) -> Entry {
    let pack_item = report.pack.item(row.item);
    let said = match row.item_status {
        ItemStatus::NotApplicable => LangText::typed(&row.words),
        _ => LangText::pack(&row.words),
    };
    Entry {
        item: row.item,
        id: row.id.clone(),
        name: row.name.clone(),
        title: row.title.clone(),
        marks: marks(report, words, row),
        question: pack_item.map(|item| item.question.clone()).unwrap_or_default(),
        item_status: row.item_status,
        answer: words.numbered(row.item_status),
        words: said,
        details: details(words, row),
    }
}

/// What the item counts as, so that its score can be checked by hand.
fn marks(report: &Report, words: &Wording, row: &Row) -> Vec<Rc<str>> {
    let mut marks = vec![words.kind(row.kind), words.fill("report.weight", &[("n", &row.weight)])];
    marks.extend(row.points.map(|points| words.points(points)));
    if let Some(item) = report.pack.item(row.item) {
        for (holds, key) in [
            (item.gate, "gap.gate"),
            (item.stage1.is_some(), "report.stage1"),
            (item.stage2, "report.stage2"),
        ] {
            if holds {
                marks.push(words.get(key));
            }
        }
    }
    if row.answer.flagged {
        marks.push(words.get("wanted.flagged"));
    }
    marks
}

fn details(words: &Wording, row: &Row) -> Vec<(Rc<str>, Vec<LangText>)> {
    let answer = &row.answer;
    let mut details = Vec::new();
    let mut add = |key: &str, said: Vec<LangText>| {
        if !said.is_empty() {
            details.push((words.get(key), said));
        }
    };
    let typed = |text: &Rc<str>| match blank(text) {
        true => Vec::new(),
        false => vec![LangText::typed(text)],
    };
    add("report.thin_reason", row.thin_reason().map(typed).unwrap_or_default());
    add("more.note", typed(&answer.note));
    let evidence = answer.evidence.iter().map(|one| LangText::typed(&evidence(one).into()));
    add("more.evidence", evidence.collect());
    add("column.owner", typed(&answer.owner));
    add("due.label", answer.due.map(|due| LangText::own(words.date(due))).into_iter().collect());
    details
}
