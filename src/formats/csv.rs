//! One row an item, for spreadsheets; below them, after an empty row, what the board is told.
//!
//! The heads of the columns stay in the first row, where every program that reads a table looks for
//! them, and where a spreadsheet can hold them in place. It takes the empty row for the border of
//! the table, so that filters and sorting work on the items alone. What stands below is one name
//! and one value a row. In the Statement of Applicability such a block stands above the table: it
//! is short there and identifies a document, while fifty numbers would push this table off the
//! first screen.

use super::cells::{begin, cell, end, number};
use super::content::{board_facts, Value};
use super::say::{evidence, thin_reason, Say};
use super::statement;
use crate::answers::Standing;
use crate::findings::{Finding, Place};
use crate::pack::{Item, Pack};
use crate::report::{Report, Row};
use crate::roadmap::Action;
use crate::soa::SoaRow;
use crate::text::Text;
use crate::wording;

/// The columns in order, as keys of the interface texts.
const COLUMNS: [&str; 31] = [
    "id",
    "section",
    "kind",
    "name",
    "title",
    "question",
    "answer",
    "level",
    "words",
    "lower",
    "upper",
    "weight",
    "gate",
    "stage1",
    "stage2",
    "note",
    "evidence",
    "owner",
    "due",
    "flagged",
    "grade",
    "rule",
    "phase",
    "effort",
    "start",
    "end",
    "done",
    "applicable",
    "inclusion",
    "implementation",
    "how",
];

/// The file.
pub(super) fn render(report: &Report, text: &Text) -> String {
    let say = &Say { report, text };
    let mut out = begin();
    for column in COLUMNS {
        cell(&mut out, &say.get(["csv.", column].concat().as_str()));
    }
    end(&mut out);
    let judged = Judged::new(report);
    for row in &report.rows {
        item(&mut out, say, row);
        judgement(&mut out, say, row, &judged);
        end(&mut out);
    }
    summary(&mut out, say);
    out
}

/// What is judged of each item, by its position in the pack.
struct Judged<'a> {
    findings: Vec<Option<&'a Finding>>,
    actions: Vec<Option<&'a Action>>,
    controls: Vec<Option<&'a SoaRow>>,
}

impl<'a> Judged<'a> {
    fn new(report: &'a Report) -> Judged<'a> {
        let of_item = |finding: &&Finding| matches!(finding.place, Place::Item(_));
        let pack = &report.pack;
        let place = |finding: &Finding| match finding.place {
            Place::Item(item) => Some(item),
            Place::Clause(_) => None,
        };
        Judged {
            findings: by_item(pack, report.findings.iter().filter(of_item), place),
            actions: by_item(pack, report.roadmap().actions.iter(), |action| Some(action.gap.item)),
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

fn item(out: &mut String, say: &Say, row: &Row) {
    let pack = &say.report.pack;
    let item = pack.item(row.item);
    let answer = &row.answer;
    cell(out, &row.id);
    cell(out, pack.sections.get(row.section).map_or("", |section| &section.name));
    cell(out, &say.get(["kind.", row.kind.id()].concat().as_str()));
    cell(out, &row.name);
    cell(out, &row.title);
    cell(out, item.map_or("", |item| &item.question));
    cell(out, &say.answer(row.standing));
    match row.standing {
        Standing::Level(level) => {
            number(out, Some(u32::from(level.number())));
            let name = pack.level_names.get(usize::from(level.number()));
            cell(out, name.map_or("", |name| name));
        }
        _ => {
            number(out, None);
            cell(out, thin_reason(row).unwrap_or(&row.words));
        }
    }
    number(out, row.credit.map(|(lower, _)| lower * 100 / 3));
    number(out, row.credit.map(|(_, upper)| upper * 100 / 3));
    number(out, Some(row.weight));
    for holds in
        [|item| item.gate, |item| item.stage1, |item| item.stage2] as [fn(&Item) -> bool; 3]
    {
        yes_no(out, say, item.is_some_and(holds));
    }
    cell(out, &answer.note);
    let evidence: Vec<String> = answer.evidence.iter().map(evidence).collect();
    cell(out, &evidence.join("\n"));
    cell(out, &answer.owner);
    cell(out, &answer.due.map(|due| due.to_string()).unwrap_or_default());
    yes_no(out, say, answer.flagged);
}

/// What is likely raised at an item, when it could be done, and how it stands as a control.
fn judgement(out: &mut String, say: &Say, row: &Row, judged: &Judged) {
    let pack = &say.report.pack;
    let finding = judged.findings.get(row.item).copied().flatten();
    cell(out, &finding.map(|one| say.grade(one.grade)).unwrap_or_default());
    cell(out, &finding.map(|one| wording::rule(say.text, one)).unwrap_or_default());
    let action = judged.actions.get(row.item).copied().flatten();
    // Where it is done in the plan; of what has no action, where it belongs.
    let phase = pack.item(row.item).map(|item| item.phase);
    cell(out, &say.phase(action.map_or(phase, Action::in_phase)));
    halves(out, action.map(|action| action.gap.half_days));
    cell(out, &action.map(|action| action.start.to_string()).unwrap_or_default());
    cell(out, &action.map(|action| action.end.to_string()).unwrap_or_default());
    cell(out, &row.answer.done.map(|done| done.to_string()).unwrap_or_default());
    let control = judged.controls.get(row.item).copied().flatten();
    for text in statement::cells(say, control) {
        cell(out, &text);
    }
}

/// Half days as days. A decimal point is what programs read in every language.
fn halves(out: &mut String, half_days: Option<u32>) {
    if let Some(n) = half_days {
        out.push_str(&(n / 2).to_string());
        out.push_str(if n % 2 == 1 { ".5" } else { "" });
    }
    out.push(',');
}

fn yes_no(out: &mut String, say: &Say, yes: bool) {
    cell(out, &say.get(if yes { "yes" } else { "no" }));
}

/// What the board is told, one number a row.
fn summary(out: &mut String, say: &Say) {
    empty(out, COLUMNS.len());
    for (name, value) in board_facts(say) {
        cell(out, &name);
        match value {
            Value::Words(words) => cell(out, &words),
            Value::Number(n) => out.extend([&*n, ","]),
        }
        empty(out, COLUMNS.len() - 2);
    }
}

/// The rest of a row without anything in it.
fn empty(out: &mut String, cells: usize) {
    for _ in 0..cells {
        number(out, None);
    }
    end(out);
}
