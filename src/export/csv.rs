//! One row an item, for spreadsheets; below them, after an empty row, one row a score; below
//! these, after another, what the board is told.
//!
//! The heads of the columns stay in the first row, where every program that reads a table looks for
//! them, and where a spreadsheet can hold them in place. It takes the empty row for the border of
//! the table, so that filters and sorting work on the items alone: sums do not count the scores of
//! sections twice. The scores have heads of their own. What stands last is one name and one value
//! a row. In the Statement of Applicability such a block stands above the table: it is short there
//! and identifies a document, while fifty numbers would push this table off the first screen.

use super::cells::{Csv, Value};
use super::content::board_facts;
use super::{statement, Separator};
use crate::i18n::text::Text;
use crate::i18n::wording::{evidence, Wording};
use crate::model::assessment::ItemStatus;
use crate::model::pack::{Item, Kind, Pack};
use crate::report::{Report, Row};
use crate::rules::findings::{Finding, Subject};
use crate::rules::schedule::Action;
use crate::rules::score::{Points, Score};
use crate::rules::soa::SoaRow;

/// The columns in order, as keys of the interface texts. New ones come last, since programs may
/// count columns.
const COLUMNS: [&str; 34] = [
    "report.csv.id",
    "column.section",
    "column.kind",
    "column.name",
    "column.official",
    "column.question",
    "column.answer",
    "column.level",
    "report.csv.words",
    "report.csv.lower",
    "report.csv.upper",
    "report.csv.weight",
    "column.gate",
    "report.csv.stage1",
    "report.csv.stage2",
    "more.note",
    "more.evidence",
    "column.owner",
    "due.label",
    "wanted.flagged",
    "report.csv.grade",
    "report.csv.rule",
    "column.phase",
    "column.days",
    "column.first",
    "column.last",
    "report.csv.done",
    "column.applicable",
    "column.inclusion",
    "column.implementation",
    "column.how",
    "points.lower",
    "points.upper",
    "points.most",
];

/// The columns of the scores, which stand below the items; as keys.
const FIGURES: [&str; 13] = [
    "scores.part",
    "report.csv.id",
    "column.kind",
    "report.csv.score_lower",
    "report.csv.score_upper",
    "scores.answered",
    "report.scores.items",
    "wanted.dont-know",
    "wanted.not-applicable",
    "wanted.unanswered",
    "points.lower",
    "points.upper",
    "points.most",
];

pub(super) fn render(report: &Report, separator: Separator, text: &Text) -> String {
    let words = &Wording { text, pack: &report.pack };
    let mut out = Csv::marked(separator, text);
    for column in COLUMNS {
        out.cell(&words.get(column));
    }
    out.end();
    let judged = Judged::new(report);
    for row in &report.rows {
        item(&mut out, words, row);
        judgement(&mut out, words, row, &judged);
        points(&mut out, row.points);
        out.end();
    }
    scores(&mut out, report, words);
    summary(&mut out, report, words);
    out.finish()
}

/// What is judged of each item, by its position in the pack.
struct Judged<'a> {
    findings: Vec<Option<&'a Finding>>,
    actions: Vec<Option<&'a Action>>,
    controls: Vec<Option<&'a SoaRow>>,
}

impl<'a> Judged<'a> {
    fn new(report: &'a Report) -> Judged<'a> {
        let pack = &report.pack;
        let item_of = |finding: &Finding| match finding.subject {
            Subject::Item(item) if finding.is_about(item) => Some(item),
            _ => None,
        };
        Judged {
            findings: by_item(pack, report.findings.iter(), item_of),
            actions: by_item(pack, report.schedule().actions.iter(), |action| {
                Some(action.gap.item)
            }),
            controls: by_item(pack, report.soa().rows.iter(), |row| row.item),
        }
    }
}

fn by_item<'a, T>(
    pack: &Pack,
    values: impl Iterator<Item = &'a T>,
    item: impl Fn(&T) -> Option<usize>,
) -> Vec<Option<&'a T>> {
    let mut found = vec![None; pack.items.len()];
    for value in values {
        if let Some(place) = item(value).and_then(|item| found.get_mut(item)) {
            *place = Some(value);
        }
    }
    found
}

fn item(out: &mut Csv, words: &Wording, row: &Row) {
    let pack = words.pack;
    let item = pack.item(row.item);
    let answer = &row.answer;
    out.id(&row.id);
    out.cell(pack.sections.get(row.section).map_or("", |section| &section.name));
    out.cell(&words.kind(row.kind));
    out.cell(&row.name);
    out.cell(&row.title);
    out.cell(item.map_or("", |item| &item.question));
    out.cell(&words.answer(row.item_status));
    match row.item_status {
        ItemStatus::Level(level) => {
            out.number(level.number());
            out.cell(&words.level(level));
        }
        _ => {
            out.nothing(1);
            out.cell(row.thin_reason().unwrap_or(&row.words));
        }
    }
    match row.credit {
        Some((lower, upper)) => {
            out.number(lower * 100 / 3);
            out.number(upper * 100 / 3);
        }
        None => out.nothing(2),
    }
    out.number(row.weight);
    for holds in [|item| item.gate, |item| item.stage1.is_some(), |item| item.stage2]
        as [fn(&Item) -> bool; 3]
    {
        bool_or(out, words, item.is_some_and(holds));
    }
    out.cell(&answer.note);
    let evidence: Vec<String> = answer.evidence.iter().map(evidence).collect();
    out.cell(&evidence.join("\n"));
    out.cell(&answer.owner);
    out.cell(&answer.due.map(|due| due.to_string()).unwrap_or_default());
    bool_or(out, words, answer.flagged);
}

/// What is likely raised at an item, when it could be done, and what the statement says of it as a control.
fn judgement(out: &mut Csv, words: &Wording, row: &Row, judged: &Judged) {
    let pack = words.pack;
    let finding = judged.findings.get(row.item).copied().flatten();
    out.cell(&finding.map(|one| words.grade(one.grade)).unwrap_or_default());
    out.cell(&finding.map(|one| words.rule(one)).unwrap_or_default());
    let action = judged.actions.get(row.item).copied().flatten();
    // Where it is done in the plan; of what has no action, where it belongs.
    let phase = pack.item(row.item).map(|item| item.phase);
    out.cell(&words.phase(action.map_or(phase, Action::in_phase)));
    let days = action.map(|action| Value::half_days(action.gap.half_days));
    out.value(&days.unwrap_or_else(Value::nothing));
    out.cell(&action.map(|action| action.start.to_string()).unwrap_or_default());
    out.cell(&action.map(|action| action.end.to_string()).unwrap_or_default());
    out.cell(&row.answer.done.map(|done| done.to_string()).unwrap_or_default());
    let control = judged.controls.get(row.item).copied().flatten();
    for text in statement::cells(words, control) {
        out.cell(&text);
    }
}

fn bool_or(out: &mut Csv, words: &Wording, yes: bool) {
    out.cell(&words.get(if yes { "yes" } else { "no" }));
}

fn points(out: &mut Csv, points: Option<Points>) {
    match points {
        Some(Points { lower, upper, most, .. }) => {
            [lower, upper, most].iter().for_each(|n| out.number(*n))
        }
        None => out.nothing(3),
    }
}

/// One row a score: of the whole, of both groups and of the sections.
fn scores(out: &mut Csv, report: &Report, words: &Wording) {
    empty(out, COLUMNS.len());
    for column in FIGURES {
        out.cell(&words.get(column));
    }
    empty(out, COLUMNS.len() - FIGURES.len());
    score(out, ["", &words.get("scores.overall"), ""], &report.overall, None);
    for (kind, of_kind) in Kind::ALL.iter().zip(&report.groups) {
        score(out, ["", &words.group(*kind), &words.kind(*kind)], of_kind, None);
    }
    for section in &report.sections {
        let name = words.section(section.section);
        let names = [&*section.id, &*name, &words.kind(section.kind)];
        score(out, names, &section.score, Some(section.points));
    }
}

fn score(out: &mut Csv, [id, name, kind]: [&str; 3], score: &Score, earned: Option<Points>) {
    out.cell(name);
    out.id(id);
    out.cell(kind);
    for bound in [score.bounds.map(|b| b.lower), score.bounds.map(|b| b.upper)] {
        out.value(&bound.map_or_else(Value::nothing, Value::percent));
    }
    let tally = &score.tally;
    let counts = [tally.answered(), tally.total, tally.dont_know, tally.not_applicable];
    for n in counts.into_iter().chain([tally.unanswered()]) {
        out.number(n);
    }
    points(out, earned);
    empty(out, COLUMNS.len() - FIGURES.len());
}

/// What the board is told, one fact a row.
fn summary(out: &mut Csv, report: &Report, words: &Wording) {
    empty(out, COLUMNS.len());
    for (name, value) in board_facts(report, words) {
        out.cell(&name);
        out.value(&value);
        empty(out, COLUMNS.len() - 2);
    }
}

/// The rest of a row without anything in it.
fn empty(out: &mut Csv, cells: usize) {
    out.nothing(cells);
    out.end();
}
