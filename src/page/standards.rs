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
        el("div").add(line("dt", format!("ISO/IEC {number}"))).add(line("dd", about))
    });
    parts::section(sheet.say("standards.title"))
        .class("prose")
        .add(line("p", sheet.say("standards.lead")).class("lead"))
        .add(el("dl").all(family))
        .add(line("h3", sheet.say("standards.first.title")))
        .add(line("p", sheet.say("standards.first.text")))
        .add(line("h3", sheet.say("standards.here.title")))
        .add(line("p", sheet.say("standards.here.text")))
        .add(line("p", sheet.say("standards.buy")))
        .add(line("p", link(sheet.say("back.start"), "")))
}
