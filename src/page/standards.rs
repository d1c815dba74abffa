//! "27001 or 27002?": what each standard is for, and which to read first.

use super::parts::{self, link};
use super::Sheet;
use crate::node::{el, line, Element};

/// The standards of the family that this questionnaire leans on.
const FAMILY: [&str; 5] = ["27001", "27002", "27003", "27004", "27005"];

/// What each standard is for.
pub(super) fn view(sheet: &Sheet) -> Element {
    let family = FAMILY.map(|number| {
        let about = sheet.say(&format!("standards.{number}"));
        el("div").with(line("dt", format!("ISO/IEC {number}"))).with(line("dd", about))
    });
    parts::section(sheet.say("standards.title"))
        .class("prose")
        .with(line("p", sheet.say("standards.lead")).class("lead"))
        .with(el("dl").all(family))
        .with(line("h3", sheet.say("standards.first.title")))
        .with(line("p", sheet.say("standards.first.text")))
        .with(line("h3", sheet.say("standards.here.title")))
        .with(line("p", sheet.say("standards.here.text")))
        .with(line("p", sheet.say("standards.buy")))
        .with(line("p", link(sheet.say("back.start"), "")))
}
