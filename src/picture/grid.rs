//! All items at a glance: a gauge for each, which leads to its question.
//!
//! It is a list of HTML, not one picture: an address in an `svg` would belong to the page around
//! the widget, and a native button or link needs no further work to be reached by keyboard.

use super::bars::bar;
use super::{gauge, Caption};
use crate::answers::Standing;
use crate::node::{el, line, Element};
use crate::score::Bounds;

/// With more items than this, each section is one spot with its bar: thousands of buttons can
/// neither be looked over nor be tabbed through.
pub const MOST_CELLS: usize = 500;

/// An item.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// Position in the pack.
    pub item: usize,
    /// Its identifier, which stands below the gauge; may be empty.
    pub id: &'a str,
    /// The item and its answer, for assistive technology: "A.5.1 Policies: level 2 Defined". It
    /// begins with the identifier, so that what is seen can be spoken (WCAG 2.2, 2.5.3).
    pub name: &'a str,
    /// How it stands.
    pub standing: Standing,
}

/// A section with its items.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// Position in the pack.
    pub section: usize,
    /// Identifier and name.
    pub name: &'a str,
    /// Its figure in words, such as "41-63 %".
    pub value: &'a str,
    /// Its figure.
    pub bounds: Option<Bounds>,
    /// Its items.
    pub cells: Vec<Cell<'a>>,
}

/// What a spot of the grid leads to.
#[derive(Clone, Copy, Debug)]
pub enum Spot {
    /// The question of an item, by position in the pack.
    Item(usize),
    /// A section, by position in the pack.
    Section(usize),
}

/// The grid. `wrap` gives the empty control of a spot: in the page
/// `el("button").attr("type", "button").act(...)`, in a file `el("a").attr("href", "#i12")`. Up to
/// 500 items have a spot each; beyond that their sections have. `id` begins all ids in it.
pub fn grid(id: &str, sections: &[Section], wrap: &dyn Fn(Spot) -> Element) -> Element {
    let cells: usize = sections.iter().map(|section| section.cells.len()).sum();
    match cells <= MOST_CELLS {
        true => {
            let groups = sections.iter().map(|section| group(id, section, wrap));
            el("div").class("dots").all(groups)
        }
        false => {
            let list = el("ul").class("dots").attr("role", "list");
            list.all(sections.iter().map(|section| whole(id, section, wrap)))
        }
    }
}

/// A section with a spot for each of its items.
fn group(id: &str, section: &Section, wrap: &dyn Fn(Spot) -> Element) -> Element {
    let title = [id, "-s", &section.section.to_string()].concat();
    // A list without marks is none to some browsers unless it says so.
    let mut list = el("ul").class("cells").attr("role", "list").attr("aria-labelledby", &*title);
    for cell in &section.cells {
        let control = wrap(Spot::Item(cell.item))
            .class("cell")
            .attr("aria-label", cell.name)
            .attr("title", cell.name)
            .with(spot_mark(cell.standing))
            .all((!cell.id.is_empty()).then(|| line("span", cell.id)));
        list = list.with(el("li").key(cell.item.to_string()).with(control));
    }
    let head = line("p", section.name).class("dots-name").attr("id", title);
    el("div").key(section.section.to_string()).with(head).with(list)
}

/// A section as one spot.
fn whole(id: &str, section: &Section, wrap: &dyn Fn(Spot) -> Element) -> Element {
    let at = section.section.to_string();
    let id = [id, "-s", &at].concat();
    let drawn =
        bar(&Caption { id: &id, title: section.name, words: section.value }, section.bounds);
    let control = wrap(Spot::Section(section.section)).class("row-cell");
    // The words beside it say all that the picture says.
    let name = line("span", section.name);
    let value = line("span", section.value).class("value");
    let hidden = el("span").attr("aria-hidden", "true").class("bar-box").with(drawn);
    el("li").key(at).with(control.with(name).with(value).with(hidden))
}

/// The mark of a spot, without words: the gauge of one answer.
pub fn spot_mark(standing: Standing) -> Element {
    el("svg")
        .class("dot")
        .attr("aria-hidden", "true")
        .attr("viewBox", "0 0 14 20")
        .all(gauge::standing(standing))
}
