//! The documented information that the standard asks for, and how it stands (ISO/IEC 27001,
//! 7.5.1).

use super::parts::{self, details};
use super::Sheet;
use crate::documents::{documents, DocumentRow, DocumentState};
use crate::node::{el, line, Element};
use crate::pack::Document;
use std::rc::Rc;

/// The documents: first those that every organisation needs.
pub(super) fn view(sheet: &Sheet) -> Element {
    let rows = documents(sheet.pack, sheet.answers);
    let rows: Vec<_> = rows
        .iter()
        .filter_map(|row| Some((row, sheet.pack.documents.get(row.document)?)))
        .filter(|(row, _)| row.state != DocumentState::NotNeeded)
        .collect();
    let needed = || rows.iter().filter(|(_, document)| document.mandatory);
    let there = needed().filter(|(row, document)| is_there(row.state, document)).count();
    let lead = sheet.fill("documents.lead", &[("n", &there), ("total", &needed().count())]);
    let part = |title: &str, mandatory: bool| {
        let here = rows.iter().filter(move |(_, document)| document.mandatory == mandatory);
        let cards: Vec<Element> = here.map(|(row, document)| card(sheet, row, document)).collect();
        let list = |cards| [line("h3", sheet.say(title)), el("ul").class("documents").all(cards)];
        (!cards.is_empty()).then(|| list(cards)).into_iter().flatten()
    };
    parts::page(sheet, sheet.say("documents.title"))
        .add(line("p", lead).class("lead"))
        .add(line("p", sheet.say("documents.about")).class("hint"))
        .all(part("documents.mandatory", true))
        .all(part("documents.if_applied", false))
}

/// A document is there once it is approved; a record, once it is kept.
fn is_there(state: DocumentState, document: &Document) -> bool {
    match state {
        DocumentState::InUse => true,
        DocumentState::Written => !document.record,
        _ => false,
    }
}

fn card(sheet: &Sheet, row: &DocumentRow, document: &Document) -> Element {
    let state = sheet.say(state_key(row.state, document.record));
    let kind = sheet.say(if document.record { "documents.record" } else { "documents.document" });
    let owner = if row.owners.is_empty() {
        sheet.say("documents.nobody")
    } else {
        sheet.fill("documents.owner", &[("owner", &row.owners.join(", "))])
    };
    let contains = el("ul").all(document.contains.iter().map(|point| line("li", point)));
    let contains = details(sheet.say("documents.contains")).add(contains);
    let asked = document.items.iter().map(|item| line("li", sheet.question(*item)));
    el("li")
        .key(document.id.clone())
        .class(if is_there(row.state, document) { "there" } else { "open" })
        .add(line("h4", &document.name))
        .add(line("p", line("strong", state)).add(" ").add(line("span", kind).class("tag")))
        .all((!document.about.is_empty()).then(|| line("p", &document.about)))
        .add(line("p", owner).class("hint"))
        .all((!document.contains.is_empty()).then_some(contains))
        .add(el("ul").class("hits").all(asked))
}

fn state_key(state: DocumentState, record: bool) -> &'static str {
    match (state, record) {
        (DocumentState::Absent, _) => "document.absent",
        (DocumentState::Informal, _) => "document.informal",
        (DocumentState::Prepared, _) => "document.prepared",
        (DocumentState::Written, _) => "document.written",
        (DocumentState::InUse, false) => "document.in_use",
        (DocumentState::InUse, true) => "document.kept",
        (DocumentState::Unknown, _) => "document.unknown",
        (DocumentState::NotNeeded, _) => "document.not_needed",
    }
}

impl Sheet<'_> {
    /// The word for how a document stands.
    pub(super) fn document_state(&self, row: &DocumentRow) -> Rc<str> {
        let record = self.pack.documents.get(row.document).is_some_and(|document| document.record);
        self.say(state_key(row.state, record))
    }
}
