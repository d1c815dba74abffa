//! The documented information that the standard asks for, and how it stands (ISO/IEC 27001,
//! 7.5.1).

use super::parts::{self, details};
use super::Sheet;
use crate::documents::{documents, there, DocumentRow, DocumentState};
use crate::node::{el, line, Element};
use crate::pack::Document;
use std::rc::Rc;

/// The documents: first those that every organisation needs.
pub(super) fn view(sheet: &Sheet) -> Element {
    let rows = documents(sheet.pack, sheet.answers);
    let (n, total) = there(sheet.pack, &rows);
    let rows: Vec<_> = rows
        .iter()
        .filter_map(|row| Some((row, sheet.pack.documents.get(row.document)?)))
        .filter(|(row, _)| row.state != DocumentState::NotNeeded)
        .collect();
    let lead = sheet.fill("documents.lead", &[("n", &n), ("total", &total)]);
    let part = |title: &str, mandatory: bool| {
        let here = rows.iter().filter(move |(_, document)| document.mandatory == mandatory);
        let cards: Vec<Element> = here.map(|(row, document)| card(sheet, row, document)).collect();
        let list = |cards| [line("h3", sheet.say(title)), el("ul").class("documents").all(cards)];
        (!cards.is_empty()).then(|| list(cards)).into_iter().flatten()
    };
    parts::page(sheet, sheet.say("documents.title"))
        .with(line("p", lead).class("lead"))
        .with(line("p", sheet.say("documents.about")).class("hint"))
        .all(part("documents.mandatory", true))
        .all(part("documents.if_applied", false))
}

fn card(sheet: &Sheet, row: &DocumentRow, document: &Document) -> Element {
    let state = sheet.words().document(row.state, document.record);
    let kind = sheet.words().document_kind(document.record);
    let owner = if row.owners.is_empty() {
        sheet.say("documents.nobody")
    } else {
        sheet.fill("documents.owner", &[("owner", &row.owners.join(", "))])
    };
    let contains = el("ul").all(document.contains.iter().map(|point| line("li", point)));
    let contains = details(sheet.say("documents.contains")).with(contains);
    let asked = document.items.iter().map(|item| line("li", sheet.question(*item)));
    el("li")
        .key(document.id.clone())
        .class(if row.state.is_there(document.record) { "there" } else { "open" })
        .with(line("h4", &document.name))
        .with(line("p", line("strong", state)).with(" ").with(line("span", kind).class("tag")))
        .all((!document.about.is_empty()).then(|| line("p", &document.about)))
        .with(line("p", owner).class("hint"))
        .all((!document.contains.is_empty()).then_some(contains))
        .with(el("ul").class("hits").all(asked))
}

impl Sheet<'_> {
    /// The word for how a document stands.
    pub(super) fn document_state(&self, row: &DocumentRow) -> Rc<str> {
        let record = self.pack.documents.get(row.document).is_some_and(|document| document.record);
        self.words().document(row.state, record)
    }
}
