//! The action plan as tasks that trackers of issues and tasks import (CSV, RFC 4180).
//!
//! No two of them ask for the same columns; this set goes into most of those whose own words were
//! read:
//!
//! - **GitLab** finds `title`, `description` and `due date` by these names, in either case, and
//!   leaves out the rest.
//! - **Asana** takes the first column for the name, then description, section, assignee, start
//!   and due date, which it knows by these names; others become fields.
//! - **Jira** asks in its import which column is which. It wants no punctuation in the header,
//!   a text for the summary (here the title) and one label without spaces a cell, and it is told
//!   that dates are written `yyyy-MM-dd`.
//! - **Azure Boards** has to be given a column for the type of work item and a number for the
//!   priority, so the file needs a change there.
//!
//! GitHub, Trello, Planner and others were not checked; importers for them that ask which column
//! is which can take this file as Jira does. Assignees are e-mail addresses in most of them, and a
//! respondent may have typed a name.
//!
//! The columns and priorities are names that programs look for, so they are English in every
//! language. No byte order mark: several importers take it for a part of the first column's name.
//! Always commas, wherever the reader lives: not all importers know another separator.

use super::cells::{Csv, Value};
use super::Separator;
use crate::i18n::text::Text;
use crate::i18n::wording::Wording;
use crate::model::pack::Item;
use crate::report::Report;
use crate::rules::schedule::Action;

const COLUMNS: [&str; 10] = [
    "Title",
    "Description",
    "Section",
    "Assignee",
    "Start date",
    "Due date",
    "Priority",
    "Labels",
    "Estimate in days",
    "Depends on",
];

/// The file, one row an action in the order of the plan.
pub fn render(report: &Report, text: &Text) -> String {
    let words = &Wording { text, pack: &report.pack };
    let mut out = Csv::new(Separator::Comma, text);
    for column in COLUMNS {
        out.cell(column);
    }
    out.end();
    for action in &report.schedule().actions {
        task(&mut out, words, action);
    }
    out.finish()
}

fn task(out: &mut Csv, words: &Wording, action: &Action) {
    let pack = words.pack;
    let Some(item) = pack.item(action.gap.item) else { return };
    let (first, last) = action.span();
    out.cell(&words.item(action.gap.item));
    out.cell(&words.description(action));
    out.cell(pack.phases.get(action.phase).map_or("", |phase| &phase.name));
    out.cell(&action.owner);
    out.cell(&first.to_string());
    out.cell(&last.to_string());
    out.cell(priority(item));
    // One label that all tasks share, so that they can be found, and removed, together.
    out.cell(&pack.id.replace(char::is_whitespace, "-"));
    out.value(&Value::half_days(action.gap.half_days));
    out.id(&words.ids(&action.waits_for));
    out.end();
}

/// What stops a certification is high; what an audit asks for by name is in the middle.
fn priority(item: &Item) -> &'static str {
    match (item.gate, item.stage1.is_some() || item.stage2 || item.core) {
        (true, _) => "High",
        (false, true) => "Medium",
        (false, false) => "Low",
    }
}
