//! The actions, phase by phase, with what can be set for each of them.

use super::super::parts::button;
use super::super::Sheet;
use super::timeline;
use crate::node::{el, line, Element};
use crate::pack::Item;
use crate::roadmap::{Action, PhaseTotal, Roadmap, Timing};

/// More actions than this are counted, not listed: the files have all, and what is done makes room.
const MOST_LISTED: usize = 200;

/// What is said of an action. The last column has a button and is only there where it can be used.
const COLUMNS: [&str; 7] = [
    "plan.column.question",
    "plan.column.state",
    "plan.column.work",
    "column.owner",
    "plan.column.proposed",
    "due.label",
    "plan.column.done",
];

/// The hint that every button is described by.
const ABOUT: &str = "plan-done-about";

/// The phases that have actions.
pub(super) fn view(sheet: &Sheet, plan: &Roadmap) -> Element {
    let mut room = MOST_LISTED;
    let mut part = el("div");
    if sheet.editable {
        let about = line("p", sheet.say("plan.done_about")).class("hint").attr("id", ABOUT);
        part = part.with(about.key(ABOUT));
    }
    for total in &plan.phases {
        let here = plan.actions.iter().filter(|action| action.in_phase() == total.phase);
        let here: Vec<&Action> = here.take(room).collect();
        room -= here.len();
        part = part.with(phase(sheet, total, &here));
    }
    part
}

fn phase(sheet: &Sheet, total: &PhaseTotal, listed: &[&Action]) -> Element {
    let name = timeline::phase(sheet, total.phase);
    let id = total.phase.map_or_else(|| "phase-first".into(), |phase| format!("phase-{phase}"));
    // The button that says that something is done goes with it.
    let heir = if total.count > 1 { &*id } else { "page-title" };
    let (days, span) = (sheet.work(total.half_days), sheet.span(total.start, total.end));
    let values: [(&str, &dyn std::fmt::Display); 2] = [("days", &days), ("span", &span)];
    let more = (total.count as usize).saturating_sub(listed.len());
    el("div")
        .key(id.clone())
        .with(line("h3", &name).attr("id", id.clone()).attr("tabindex", "-1"))
        .with(line("p", sheet.text.count("plan.phase", total.count, &values)))
        .all((!listed.is_empty()).then(|| table(sheet, &name, heir, listed)))
        .all((more > 0).then(|| line("p", sheet.count("list.more", more))))
}

fn table(sheet: &Sheet, phase: &str, heir: &str, listed: &[&Action]) -> Element {
    let columns = COLUMNS.iter().take(if sheet.editable { 7 } else { 6 });
    let heads = columns.map(|key| line("th", sheet.say(key)).attr("scope", "col"));
    let rows = listed.iter().filter_map(|action| row(sheet, heir, action));
    let caption = line("caption", sheet.fill("plan.table", &[("phase", &phase)]));
    el("table")
        .class("todo")
        .with(caption.class("visually-hidden"))
        .with(el("thead").with(el("tr").all(heads)))
        .with(el("tbody").all(rows))
}

fn row(sheet: &Sheet, heir: &str, action: &Action) -> Option<Element> {
    let item = sheet.pack.item(action.gap.item)?;
    let dates = sheet.span(action.start, action.end);
    Some(
        el("tr")
            .key(item.id.clone())
            .with(line("th", sheet.question(action.gap.item)).attr("scope", "row"))
            .with(state(sheet, action))
            .with(sheet.cell("plan.column.work", sheet.days(action.gap.half_days)))
            .with(owner(sheet, action, item))
            .with(sheet.cell("plan.column.proposed", dates))
            .with(target(sheet, action, item))
            .all(sheet.editable.then(|| done(sheet, heir, action, item))),
    )
}

/// How the item stands, what level 3 says, and what comes before it.
fn state(sheet: &Sheet, action: &Action) -> Element {
    let item = action.gap.item;
    let gate = || line("span", sheet.say("gap.gate")).class("tag");
    let waits =
        action.waits_for.iter().map(|need| line("span", sheet.question(*need)).class("block"));
    let waits = line("span", sheet.say("plan.waits")).class("hint block").all(waits);
    sheet
        .cell("plan.column.state", sheet.standing(sheet.answers.standing(item)))
        .all(action.gate.then(gate))
        .with(line("span", sheet.words().aim(action)).class("block"))
        .all((!action.waits_for.is_empty()).then_some(waits))
}

fn owner(sheet: &Sheet, action: &Action, item: &Item) -> Element {
    let item_ix = action.gap.item;
    if !sheet.editable {
        let owner = match action.owner.is_empty() {
            true => sheet.say("plan.nobody"),
            false => action.owner.clone(),
        };
        return sheet.cell("column.owner", owner);
    }
    // As it was typed: without the space at its end, no second word could be typed.
    let typed = sheet.answers.get(item_ix).map(|answer| answer.owner.clone()).unwrap_or_default();
    let field = el("input").attr("type", "text").attr("autocomplete", "off").attr("value", typed);
    labelled(sheet, "column.owner", "plan.owner_of", "owner", item_ix, item, field)
}

fn target(sheet: &Sheet, action: &Action, item: &Item) -> Element {
    let class = match action.timing {
        Timing::Proposed | Timing::Fits => "hint block",
        Timing::Tight => "timing tight block",
        Timing::Passed => "timing passed block",
    };
    let timing = line("span", sheet.words().timing(action)).class(class);
    if !sheet.editable {
        return sheet.cell("due.label", action.target.to_string()).with(timing);
    }
    let set = (action.timing != Timing::Proposed).then(|| action.target.to_string());
    let field = el("input").attr("type", "date").attr("value", set.unwrap_or_default());
    labelled(sheet, "due.label", "plan.due_of", "due", action.gap.item, item, field).with(timing)
}

/// A field with a label that names the item, for those who hear it alone.
fn labelled(
    sheet: &Sheet,
    column: &str,
    label: &str,
    act: &str,
    position: usize,
    item: &Item,
    field: Element,
) -> Element {
    let id = format!("{act}-{position}");
    let label = line("label", sheet.fill(label, &[("item", &title(item))]));
    sheet
        .cell(column, label.class("visually-hidden").attr("for", id.clone()))
        .with(field.attr("id", id).act(format!("{act} {position}")))
}

fn done(sheet: &Sheet, heir: &str, action: &Action, item: &Item) -> Element {
    let words = sheet.fill("plan.done_of", &[("item", &title(item))]);
    let button = button(sheet.say("plan.done"), format!("done {} #{heir}", action.gap.item))
        .class("quiet")
        .attr("aria-label", words)
        .attr("aria-describedby", ABOUT);
    line("td", button)
}

fn title(item: &Item) -> String {
    format!("{} {}", item.id, item.name)
}
