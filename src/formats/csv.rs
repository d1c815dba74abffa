//! One row an item, for spreadsheets.

use super::cells::{begin, cell, end, number};
use super::say::{evidence, thin_reason, Say};
use crate::answers::Standing;
use crate::report::{Report, Row};
use crate::text::Text;

/// The columns in order, as keys of the interface texts.
const COLUMNS: [&str; 20] = [
    "id", "section", "kind", "name", "title", "question", "answer", "level", "words", "lower",
    "upper", "weight", "gate", "stage1", "stage2", "note", "evidence", "owner", "due", "flagged",
];

/// The file.
pub(super) fn render(report: &Report, text: &Text) -> String {
    let say = &Say { report, text };
    let mut out = begin();
    for column in COLUMNS {
        cell(&mut out, &say.get(["csv.", column].concat().as_str()));
    }
    end(&mut out);
    for row in &report.rows {
        item(&mut out, say, row);
        end(&mut out);
    }
    out
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
    for holds in [|item| item.gate, |item| item.stage1, |item| item.stage2]
        as [fn(&crate::pack::Item) -> bool; 3]
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

fn yes_no(out: &mut String, say: &Say, yes: bool) {
    cell(out, &say.get(if yes { "yes" } else { "no" }));
}
