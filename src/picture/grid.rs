//! All items at a glance: a gauge for each, which leads to its answer.
//!
//! It is a list of HTML, not one picture: a native link needs no further work to be reached by
//! keyboard.

use super::bars::bar;
use super::{gauge, Caption};
use crate::model::assessment::ItemStatus;
use crate::picture::element::{el, line, Element};
use crate::rules::score::Bounds;

/// With more items than this, each section is one spot with its bar: thousands of links can neither
/// be looked over nor be tabbed through.
pub const MOST_CELLS: usize = 500;

/// A spot of the grid: an item with its mark.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// Position in the pack.
    pub item: usize,
    /// Its identifier, which stands below the gauge; may be empty.
    pub id: &'a str,
    /// The item and its answer, for assistive technology: "A.5.1 Policies: level 2 Defined". It
    /// begins with the identifier, so that what is seen can be spoken (WCAG 2.2, 2.5.3).
    pub name: &'a str,
    /// Which mark it has.
    pub item_status: ItemStatus,
}

/// A section with its items.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// Position in the pack.
    pub section: usize,
    /// Identifier and name.
    pub name: &'a str,
    /// Its bounds in words, such as "41-63 %".
    pub value: &'a str,
    /// `None` where none of its items applies.
    pub bounds: Option<Bounds>,
    /// In the order of the pack.
    pub cells: Vec<Cell<'a>>,
}

/// What a spot of the grid leads to.
#[derive(Clone, Copy, Debug)]
pub enum Spot {
    /// An item, by position in the pack.
    Item(usize),
    /// A section, by position in the pack.
    Section(usize),
}

/// The grid. `target` gives the address that a spot leads to, such as `#i12`. Up to 500 items have a
/// spot each; beyond that their sections have. `id` begins all ids in it.
pub fn grid(id: &str, sections: &[Section], target: &dyn Fn(Spot) -> String) -> Element {
    let cells: usize = sections.iter().map(|section| section.cells.len()).sum();
    match cells <= MOST_CELLS {
        true => {
            let groups = sections.iter().map(|section| group(id, section, target));
            el("div").class("dots").children(groups)
        }
        false => {
            let list = el("ul").class("dots").attr("role", "list");
            list.children(sections.iter().map(|section| whole(id, section, target)))
        }
    }
}

/// A section with a spot for each of its items.
fn group(id: &str, section: &Section, target: &dyn Fn(Spot) -> String) -> Element {
    let title = [id, "-s", &section.section.to_string()].concat();
    // A list without marks is none to some browsers unless it says so.
    let mut list = el("ul").class("cells").attr("role", "list").attr("aria-labelledby", &*title);
    for cell in &section.cells {
        let link = el("a")
            .attr("href", target(Spot::Item(cell.item)))
            .class("cell")
            .attr("aria-label", cell.name)
            .attr("title", cell.name)
            .child(spot_mark(cell.item_status))
            .children((!cell.id.is_empty()).then(|| line("span", cell.id)));
        list = list.child(line("li", link));
    }
    let head = line("p", section.name).class("dots-name").attr("id", title);
    el("div").child(head).child(list)
}

/// A section as one spot.
fn whole(id: &str, section: &Section, target: &dyn Fn(Spot) -> String) -> Element {
    let id = [id, "-s", &section.section.to_string()].concat();
    let drawn =
        bar(&Caption { id: &id, title: section.name, words: section.value }, section.bounds);
    let link = el("a").attr("href", target(Spot::Section(section.section))).class("row-cell");
    // The words beside it say all that the picture says.
    let name = line("span", section.name);
    let value = line("span", section.value).class("value");
    let hidden = el("span").attr("aria-hidden", "true").class("bar-box").child(drawn);
    line("li", link.child(name).child(value).child(hidden))
}

/// The mark of a spot, without words: the gauge of one answer.
pub fn spot_mark(item_status: ItemStatus) -> Element {
    el("svg")
        .class("dot")
        .attr("aria-hidden", "true")
        .attr("viewBox", "0 0 14 20")
        .children(gauge::item_status(item_status))
}
