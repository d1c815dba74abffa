//! What is judged: both stages of an audit, likely findings, and the documents.

use super::{Block, Cell, Chapter, LangText, Table};
use crate::i18n::wording::Wording;
use crate::model::pack::{Document, ItemIx, Obligation};
use crate::report::Report;
use crate::rules::documents::{there, DocumentRow, DocumentState};
use crate::rules::findings::{Finding, Grade, Subject};
use crate::rules::verdict::{MissingInput, Reason, Stage};
use std::rc::Rc;

pub(super) fn stages(report: &Report, words: &Wording) -> Chapter {
    let verdict = &report.verdict;
    let mut blocks = vec![Block::Text(LangText::own(words.get("stage.lead")))];
    stage(report, words, &mut blocks, ("stage.1", "stage.1_about"), &verdict.stage1);
    stage(report, words, &mut blocks, ("stage.2", "stage.2_about"), &verdict.stage2);
    blocks.push(Block::Heading(LangText::own(words.get("stage.after_title"))));
    blocks.push(Block::Text(LangText::own(words.get("stage.after"))));
    Chapter { id: "stages", title: words.get("stage.title"), new_page: false, blocks }
}

fn stage(
    report: &Report,
    words: &Wording,
    blocks: &mut Vec<Block>,
    (name, about): (&str, &str),
    stage: &Stage,
) {
    blocks.push(Block::Heading(LangText::own(words.get(name))));
    blocks.push(Block::Text(LangText::own(words.get(about))));
    blocks.push(Block::Lead(LangText::own(words.stage(stage))));
    let (key, head, rows): (_, &[&str], Vec<Vec<Cell>>) = match stage {
        Stage::NotReady(reasons) | Stage::ReadyWith(reasons) => (
            "report.stages.reasons",
            &["report.place", "column.answer", "report.stages.asked"],
            reasons.iter().map(|one| reason(report, words, one)).collect(),
        ),
        Stage::CannotSay { missing } => (
            "board.missing",
            &["report.item", "column.answer", "report.stages.missing"],
            missing.iter().map(|one| missing_input(report, words, *one)).collect(),
        ),
        Stage::Ready => return,
    };
    if rows.is_empty() {
        // Only the full assessment can say more.
        return blocks.push(Block::Text(LangText::own(words.get("verdict.quick"))));
    }
    let caption = [&*words.get(name), ": ", &words.get(key)].concat().into();
    let head = head.iter().map(|key| words.get(key)).collect();
    blocks.push(Block::Table(Table { caption, head, rows }));
}

fn reason(report: &Report, words: &Wording, reason: &Reason) -> Vec<Cell> {
    let answer = match reason.subject {
        Subject::Item(item) => answer(report, words, item),
        Subject::Clause(_) | Subject::System => Cell::own(Rc::default()),
    };
    vec![subject(report, words, reason.subject), answer, Cell::own(words.unmet(reason.unmet))]
}

fn missing_input(report: &Report, words: &Wording, missing: MissingInput) -> Vec<Cell> {
    let what = Cell::own(words.missing_input(missing));
    match (missing, missing.item()) {
        (_, Some(item)) => vec![Cell::item(report, item), answer(report, words, item), what],
        (MissingInput::OwnControl(at), None) => {
            let name = report.own_control(at);
            vec![Cell::Text(LangText::typed(&name)), Cell::own(Rc::default()), what]
        }
        (_, None) => Vec::new(),
    }
}

/// The status of an item. One that the mode does not ask is unanswered.
pub(super) fn answer(report: &Report, words: &Wording, item: ItemIx) -> Cell {
    let item_status = report.item_status(item);
    Cell::ItemStatus(item_status, words.numbered(item_status))
}

pub(super) fn subject(report: &Report, words: &Wording, subject: Subject) -> Cell {
    match subject {
        Subject::Item(item) => Cell::item(report, item),
        Subject::Clause(section) => Cell::Text(LangText::pack(&words.section(section))),
        Subject::System => Cell::own(words.get("findings.system")),
    }
}

/// The heads of a table and what makes a row of it.
pub(super) type Columns<T> = (&'static [&'static str], fn(&Report, &Wording, &T) -> Vec<Cell>);

pub(super) fn findings(report: &Report, words: &Wording) -> Chapter {
    let head =
        &["report.place", "report.findings.rule", "report.findings.said", "report.findings.close"];
    findings_in(report, words, &|_| (head, finding))
}

/// The findings with these columns for each grade.
pub(super) fn findings_in(
    report: &Report,
    words: &Wording,
    columns: &dyn Fn(Grade) -> Columns<Finding>,
) -> Chapter {
    let found = &report.findings;
    let mut blocks = vec![Block::Text(LangText::own(words.findings(found)))];
    let grades = [
        (Grade::Major, "findings.major", "findings.major_about"),
        (Grade::Minor, "findings.minor", "findings.minor_about"),
        (Grade::Observation, "findings.observation", "findings.observation_about"),
    ];
    for (grade, name, about) in grades {
        let here = found.iter().filter(|finding| finding.grade == grade);
        let (head, row) = columns(grade);
        let rows: Vec<Vec<Cell>> = here.map(|one| row(report, words, one)).collect();
        if !rows.is_empty() {
            let caption =
                [&*words.count(name, rows.len()), ". ", &words.get(about)].concat().into();
            let head = head.iter().map(|key| words.get(key)).collect();
            blocks.push(Block::Table(Table { caption, head, rows }));
        }
    }
    blocks.push(Block::Text(LangText::own(words.get("findings.limits"))));
    Chapter { id: "findings", title: words.get("findings.title"), new_page: true, blocks }
}

fn finding(report: &Report, words: &Wording, finding: &Finding) -> Vec<Cell> {
    let alone = matches!(finding.subject, Subject::Item(item) if finding.is_about(item));
    // Where several say something, it stands with their own findings.
    let said = finding.rests_on.iter().map(|(item, level)| match level {
        None => words.ids(&[*item]),
        Some(level) if alone => format!("{}: {}", level.number(), words.level_of(*item, *level)),
        Some(level) => format!("{}: {}", words.ids(&[*item]), level.number()),
    });
    let said: Vec<String> = said.collect();
    vec![
        subject(report, words, finding.subject),
        Cell::own(words.rule(finding)),
        Cell::Text(LangText::pack(&said.join(", ").into())),
        Cell::own(words.closing(finding)),
    ]
}

pub(super) fn documents(report: &Report, words: &Wording) -> Chapter {
    let head = &[
        "column.name",
        "column.kind",
        "report.documents.state",
        "column.owner",
        "report.documents.items",
    ];
    documents_in(report, words, head, document)
}

/// The documents with these columns.
pub(super) fn documents_in(
    report: &Report,
    words: &Wording,
    head: &[&str],
    row: fn(&Wording, &DocumentRow, &Document) -> Vec<Cell>,
) -> Chapter {
    let (n, total) = there(&report.pack, report.documents());
    let mut blocks = vec![
        Block::Text(LangText::own(words.fill("documents.lead", &[("n", &n), ("total", &total)]))),
        Block::Text(LangText::own(words.get("documents.about"))),
    ];
    for (_, obligation) in Obligation::ALL {
        let here = report.documents().iter().filter_map(|of| {
            let document = report.pack.documents.get(of.document)?;
            let needed = of.state != DocumentState::NotNeeded;
            let shown = document.obligation == obligation && needed;
            shown.then(|| row(words, of, document))
        });
        let rows: Vec<Vec<Cell>> = here.collect();
        if rows.is_empty() {
            continue;
        }
        if obligation == Obligation::Expected {
            let about = words.get("documents.expected_about");
            blocks.push(Block::Text(LangText::own(about)));
        }
        let head = head.iter().map(|key| words.get(key)).collect();
        let caption = words.obligation(obligation);
        blocks.push(Block::Table(Table { caption, head, rows }));
    }
    Chapter { id: "documents", title: words.get("documents.title"), new_page: true, blocks }
}

fn document(words: &Wording, row: &DocumentRow, document: &Document) -> Vec<Cell> {
    vec![
        Cell::Text(LangText::pack(&document.name)),
        Cell::own(words.document_kind(document.record)),
        Cell::own(words.document(row.state, document)),
        Cell::Text(LangText::typed(&row.owners.join(", ").into())),
        Cell::Text(LangText::pack(&words.ids(&document.items).into())),
    ]
}
