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

use super::cells::{cell, end, Value};
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
    let mut out = String::with_capacity(1 << 14);
    for column in COLUMNS {
        cell(&mut out, column);
    }
    end(&mut out);
    for action in &report.schedule().actions {
        task(&mut out, words, action);
    }
    out
}

fn task(out: &mut String, words: &Wording, action: &Action) {
    let pack = words.pack;
    let Some(item) = pack.item(action.gap.item) else { return };
    let (first, last) = action.span();
    cell(out, &words.item(action.gap.item));
    cell(out, &words.description(action));
    cell(out, pack.phases.get(action.phase).map_or("", |phase| &phase.name));
    cell(out, &action.owner);
    cell(out, &first.to_string());
    cell(out, &last.to_string());
    cell(out, priority(item));
    // One label that all tasks share, so that they can be found, and removed, together.
    cell(out, &pack.id.replace(char::is_whitespace, "-"));
    Value::half_days(action.gap.half_days).write(out);
    cell(out, &words.ids(&action.waits_for));
    end(out);
}

/// What stops a certification is high; what an audit asks for by name is in the middle.
fn priority(item: &Item) -> &'static str {
    match (item.gate, item.stage1.is_some() || item.stage2 || item.core) {
        (true, _) => "High",
        (false, true) => "Medium",
        (false, false) => "Low",
    }
}
