//! Every item with its question and its answer, by section.

use super::{blank, Block, Entry, Part, Words};
use crate::answers::Standing;
use crate::formats::say::{evidence, thin_reason, Say};
use crate::report::Row;
use std::rc::Rc;

pub(super) fn answers(say: &Say) -> Part {
    let mut blocks = vec![
        Block::Text(Words::own(say.get("answers.intro"))),
        Block::Picture(super::pictures::grid(say)),
    ];
    for section in &say.report.sections {
        blocks.push(Block::Section {
            id: section.id.clone(),
            name: Words::pack(&section.name),
            figure: say.fill(
                "section_figure",
                &[
                    ("range", &say.range(section.figure.bounds)),
                    ("n", &section.figure.tally.answered()),
                    ("total", &section.figure.tally.total),
                ],
            ),
        });
        for row in say.report.rows_of(section.section) {
            blocks.push(Block::Entry(Box::new(entry(say, row))));
        }
    }
    Part { id: "answers", title: say.get("answers"), new_page: true, blocks }
}

fn entry(say: &Say, row: &Row) -> Entry {
    let pack_item = say.report.pack.item(row.item);
    let words = match row.standing {
        Standing::NotApplicable => Words::typed(&row.words),
        _ => Words::pack(&row.words),
    };
    Entry {
        item: row.item,
        id: row.id.clone(),
        name: row.name.clone(),
        title: row.title.clone(),
        marks: marks(say, row),
        question: pack_item.map(|item| item.question.clone()).unwrap_or_default(),
        standing: row.standing,
        answer: say.standing(row.standing),
        words,
        details: details(say, row),
    }
}

/// What the item counts as, so that its figures can be checked by hand.
fn marks(say: &Say, row: &Row) -> Vec<Rc<str>> {
    let mut marks = vec![
        say.get(["kind.", row.kind.id()].concat().as_str()),
        say.fill("weight", &[("n", &row.weight)]),
    ];
    if let Some(item) = say.report.pack.item(row.item) {
        for (holds, key) in [(item.gate, "gate"), (item.stage1, "stage1"), (item.stage2, "stage2")]
        {
            if holds {
                marks.push(say.get(key));
            }
        }
    }
    if row.answer.flagged {
        marks.push(say.get("flagged"));
    }
    marks
}

fn details(say: &Say, row: &Row) -> Vec<(Rc<str>, Vec<Words>)> {
    let answer = &row.answer;
    let mut details = Vec::new();
    let mut add = |key: &str, words: Vec<Words>| {
        if !words.is_empty() {
            details.push((say.get(key), words));
        }
    };
    let typed = |text: &Rc<str>| {
        if blank(text) {
            vec![]
        } else {
            vec![Words::typed(text)]
        }
    };
    add("thin_reason", thin_reason(row).map(typed).unwrap_or_default());
    add("note", typed(&answer.note));
    let evidence = answer.evidence.iter().map(|one| Words::typed(&evidence(one).into()));
    add("evidence", evidence.collect());
    add("owner", typed(&answer.owner));
    add("due", answer.due.map(|due| Words::own(due.to_string().into())).into_iter().collect());
    details
}
