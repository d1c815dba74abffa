//! Native controls with their labels, and how they stand.

use crate::date::Date;
use crate::node::{el, line, Element, Node};
use crate::page::Sheet;
use std::rc::Rc;

/// A control below its label. It cannot be used where answers cannot be changed.
pub(super) fn field(sheet: &Sheet, key: &'static str, id: &str, control: Element) -> Element {
    let label = line("label", sheet.say(key)).attr("for", id).key("label");
    el("div")
        .class("field")
        .key(key)
        .with(label)
        .with(control.attr("id", id).key("control").flag("disabled", !sheet.editable))
}

/// A line of text.
pub(super) fn text(value: &Rc<str>) -> Element {
    el("input").attr("type", "text").attr("value", value.clone())
}

/// Several lines of text.
pub(super) fn text_area(value: &Rc<str>) -> Element {
    el("textarea").attr("rows", "2").attr("value", value.clone())
}

/// A day, or none.
pub(super) fn date(value: Option<Date>) -> Element {
    let value = value.map(|date| date.to_string()).unwrap_or_default();
    el("input").attr("type", "date").attr("value", value)
}

/// A check box with its words.
pub(super) fn tick(sheet: &Sheet, words: impl Into<Node>, ticked: bool, act: String) -> Element {
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("checked", if ticked { "checked" } else { "" })
        .flag("disabled", !sheet.editable)
        .act(act);
    el("label").class("tick").with(tick).with(line("span", words))
}

/// An entry of a list to choose from.
pub(super) struct Choice {
    /// What it enters; `None` where it only tells how things stand.
    pub value: Option<&'static str>,
    /// What is read.
    pub words: Rc<str>,
    /// Whether it is how things stand.
    pub chosen: bool,
}

/// A list to choose one entry from.
pub(super) fn select(choices: Vec<Choice>, act: String) -> Element {
    let options = choices.into_iter().map(|choice| {
        let value = choice.value.unwrap_or("mixed");
        line("option", choice.words)
            .key(value)
            .attr("value", value)
            .flag("selected", choice.chosen)
            .flag("disabled", choice.value.is_none())
    });
    el("select").all(options).act(act)
}
