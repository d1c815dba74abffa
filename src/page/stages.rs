//! Both stages of a certification audit: every reason that speaks against each, what they ask to
//! see, and which answers are missing.

use super::{parts, result, Sheet};
use crate::documents::documents;
use crate::node::{el, line, Element};
use crate::pack::Item;
use crate::verdict::{next_answers, verdict, Stage};

/// More reasons or answers than this are counted, not listed.
const MOST_LISTED: usize = 100;

/// Both stages.
pub(super) fn view(sheet: &Sheet) -> Element {
    let verdict = verdict(sheet.pack, sheet.answers);
    parts::page(sheet, sheet.say("stage.title"))
        .with(line("p", sheet.say("stage.lead")).class("lead"))
        .with(stage(sheet, "stage.1", "stage.1_about", &verdict.stage1))
        .with(asked(sheet))
        .with(stage(sheet, "stage.2", "stage.2_about", &verdict.stage2))
        .with(line("h3", sheet.say("stage.after_title")))
        .with(line("p", sheet.say("stage.after")))
        .with(line("p", sheet.say("result.disclaimer")).class("small"))
}

fn stage(sheet: &Sheet, title: &str, about: &str, stage: &Stage) -> Element {
    let part = el("div").with(line("h3", sheet.say(title))).with(line("p", sheet.say(about)));
    let part = part.with(line("p", line("strong", sheet.words().stage(stage))).class("state"));
    let more = |n: usize| {
        let more = n.saturating_sub(MOST_LISTED);
        (more > 0).then(|| line("p", sheet.count("list.more", more)))
    };
    let part = match stage {
        Stage::NotReady(reasons) => {
            let lines = reasons.iter().take(MOST_LISTED).map(|r| result::reason(sheet, r));
            part.with(el("ol").class("steps stops").all(lines)).all(more(reasons.len()))
        }
        _ => part,
    };
    let next = next_answers(sheet.pack, sheet.answers, stage);
    if next.is_empty() {
        return part;
    }
    let lines = next.iter().take(MOST_LISTED).map(|item| line("li", sheet.question(*item)));
    part.with(line("p", sheet.count("stage.next", next.len())))
        .with(el("ul").class("hits").all(lines))
        .all(more(next.len()))
}

/// What Stage 1 asks to see: its items with the documents that they need.
fn asked(sheet: &Sheet) -> Element {
    let rows = documents(sheet.pack, sheet.answers);
    let line_of = |(position, item): (usize, &Item)| {
        let needed = rows.iter().filter(|row| {
            sheet.pack.documents.get(row.document).is_some_and(|d| d.items.contains(&position))
        });
        let documents = needed.filter_map(|row| {
            let document = sheet.pack.documents.get(row.document)?;
            let words = format!("{}: {}", document.name, sheet.document_state(row));
            Some(line("span", words).class("hint block"))
        });
        let standing = sheet.standing(sheet.answers.standing(position));
        item.stage1
            .then(|| line("li", sheet.question(position)).with(" ").with(standing).all(documents))
    };
    let items = sheet.pack.items.iter().enumerate().filter_map(line_of);
    parts::details(sheet.say("stage.asked")).with(el("ul").class("hits").all(items))
}
