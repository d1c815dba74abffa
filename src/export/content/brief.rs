//! What a client needs on few pages: a line for each finding, action and document.

use super::judged::{answer, documents_in, findings_in, subject};
use super::planned::{due, overview, table};
use super::{Block, Cell, Chapter, LangText};
use crate::i18n::wording::Wording;
use crate::report::Report;
use crate::rules::findings::{Finding, Grade, Subject};

/// Majors with why and what would close them, since they stop a certificate; of all else where it
/// is and how it is answered.
pub(super) fn findings(report: &Report, words: &Wording) -> Chapter {
    findings_in(report, words, &|grade| match grade {
        Grade::Major => (
            &["report.place", "report.findings.rule", "report.findings.close"],
            |report, words, finding| {
                let why = Cell::own(words.rule(finding));
                vec![
                    subject(report, words, finding.subject),
                    why,
                    Cell::own(words.closing(finding)),
                ]
            },
        ),
        Grade::Minor | Grade::Observation => {
            (&["report.place", "column.answer"], |report, words, finding| {
                vec![subject(report, words, finding.subject), answered(report, words, finding)]
            })
        }
    })
}

/// The answer that a finding rests on; where it is several, nothing says it in a word.
fn answered(report: &Report, words: &Wording, finding: &Finding) -> Cell {
    match finding.subject {
        Subject::Item(item) if finding.is_about(item) => answer(report, words, item),
        _ => Cell::own(words.rule(finding)),
    }
}

pub(super) fn plan(report: &Report, words: &Wording) -> Chapter {
    let actions = &report.schedule().actions;
    let mut blocks = overview(report, words);
    if !actions.is_empty() {
        let rows = actions.iter().map(|action| {
            vec![
                Cell::item(report, action.gap.item),
                Cell::Text(LangText::typed(&action.owner)),
                Cell::number(words.days(action.gap.half_days)),
                Cell::date(words, action.end),
                due(words, action),
            ]
        });
        let head = ["report.item", "column.owner", "column.days", "column.last", "due.label"];
        let rows = rows.collect();
        let caption = words.get("column.actions");
        blocks.push(Block::Table(table(caption, head.map(|key| words.get(key)), rows)));
    }
    Chapter { id: "plan", title: words.get("plan.title"), new_page: true, blocks }
}

pub(super) fn documents(report: &Report, words: &Wording) -> Chapter {
    let head = ["column.name", "report.documents.state", "column.owner"];
    documents_in(report, words, &head, |words, row, document| {
        vec![
            Cell::Text(LangText::pack(&document.name)),
            Cell::own(words.document(row.state, document)),
            Cell::Text(LangText::typed(&row.owners.join(", ").into())),
        ]
    })
}
