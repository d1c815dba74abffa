//! What the formats of a statement share: its facts, and what was entered for a row.

use crate::export::content::LangText;
use crate::i18n::wording::{self, Wording};
use crate::model::date::Date;
use crate::report::TOOL_VERSION;
use crate::rules::soa::{Applicability, Soa, SoaRow};
use std::rc::Rc;

/// What identifies the statement, and how complete it is.
pub(super) fn facts(soa: &Soa, words: &Wording) -> Vec<(Rc<str>, LangText)> {
    let head = &soa.head;
    let date = head.date.map(|date| date.to_string()).unwrap_or_default().into();
    let fact = |key: &str, typed: &Rc<str>| (words.get(key), stated(words, typed));
    vec![
        fact("statement.organisation", &head.organisation),
        fact("statement.scope", &head.scope),
        fact("statement.version", &head.version),
        fact("statement.date", &date),
        fact("statement.approver", &head.approver),
        (words.get("statement.completeness"), LangText::own(words.complete(&soa.counts))),
    ]
}

/// What was entered, or that nothing was.
pub(super) fn stated(words: &Wording, typed: &Rc<str>) -> LangText {
    match typed.trim().is_empty() {
        true => LangText::own(words.get("statement.not_stated")),
        false => LangText::typed(typed),
    }
}

/// What made the file, and when.
pub(in crate::export) fn made_by(words: &Wording, today: Date) -> Rc<str> {
    let (pack, version) = (&words.pack.id, &words.pack.version);
    let today = words.date(today);
    let values: [(&str, &dyn std::fmt::Display); 4] =
        [("tool", &TOOL_VERSION), ("date", &today), ("pack", pack), ("version", version)];
    words.fill("statement.made_by", &values)
}

/// A section by its identifier and name, or the organisation's own controls.
pub(super) fn theme(words: &Wording, section: Option<usize>) -> LangText {
    match section {
        Some(section) => LangText::pack(&words.section(section)),
        None => LangText::own(words.get("statement.own")),
    }
}

/// Why a control is left out. A reason that says too little is shown too: it was typed, and it
/// is what has to be mended.
pub(super) fn exclusion(row: &SoaRow) -> Rc<str> {
    match &row.applicability {
        Applicability::No { reason } => reason.clone(),
        Applicability::Undecided { thin: Some(reason) } => reason.clone(),
        _ => Rc::default(),
    }
}

pub(super) fn due(row: &SoaRow) -> Rc<str> {
    row.due.map(|due| due.to_string()).unwrap_or_default().into()
}

/// One piece a line.
pub(super) fn evidence(row: &SoaRow) -> Rc<str> {
    let pieces: Vec<String> = row.evidence.iter().map(wording::evidence).collect();
    pieces.join("\n").into()
}
