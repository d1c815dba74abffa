//! From when the plan counts, and how much is done in a week.

use super::super::Sheet;
use crate::node::{el, line, Element};
use crate::roadmap::Roadmap;
use std::rc::Rc;

/// Half days a week that are offered: from half a day to ten people. What else a save file says is
/// offered too.
const OFFERED: [u8; 8] = [1, 2, 4, 6, 10, 20, 40, 100];

/// The start and the pace, to be set.
pub(super) fn view(sheet: &Sheet, plan: &Roadmap) -> Element {
    let about = line("p", sheet.say("plan.dates")).class("hint");
    let part = el("div").with(line("h3", sheet.say("plan.when"))).with(about);
    if !sheet.editable {
        return part.with(line("p", sheet.fill("plan.counts", &[("date", &plan.start)])));
    }
    part.with(el("div").class("pair").with(start(sheet)).with(pace(sheet, plan)))
}

fn start(sheet: &Sheet) -> Element {
    let set = sheet.answers.programme.start;
    let passed = set.is_some_and(|start| start < sheet.today);
    let about = sheet.say(if passed { "plan.start_passed" } else { "plan.start_about" });
    let field = el("input")
        .attr("type", "date")
        .attr("value", set.map(|date| date.to_string()).unwrap_or_default());
    labelled(sheet, "plan.start", "plan-start", about, field.act("start"))
}

fn pace(sheet: &Sheet, plan: &Roadmap) -> Element {
    let mut offered = OFFERED.to_vec();
    if let Err(place) = offered.binary_search(&plan.pace) {
        offered.insert(place, plan.pace);
    }
    let options = offered.into_iter().map(|pace| {
        line("option", words(sheet, pace))
            .key(pace.to_string())
            .attr("value", pace.to_string())
            .flag("selected", pace == plan.pace)
    });
    let list = el("select").all(options).act("pace");
    labelled(sheet, "plan.pace", "plan-pace", sheet.say("plan.pace_about"), list)
}

fn labelled(sheet: &Sheet, key: &str, id: &'static str, about: Rc<str>, field: Element) -> Element {
    let hint = format!("{id}-about");
    el("div")
        .class("field")
        .with(line("label", sheet.say(key)).attr("for", id))
        .with(line("p", about).class("hint").attr("id", hint.clone()))
        .with(field.attr("id", id).attr("aria-describedby", hint))
}

/// Half days as they are offered: "half a day", "2 days".
pub(super) fn words(sheet: &Sheet, half_days: u8) -> Rc<str> {
    match (usize::from(half_days / 2), half_days % 2) {
        (0, _) => sheet.say("plan.pace.half"),
        (days, 0) => sheet.count("plan.pace.whole", days),
        (days, _) => sheet.count("plan.pace.and_half", days),
    }
}
