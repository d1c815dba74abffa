//! The pictures of the page as inline SVG. Colours and measures stand in presentation
//! attributes, so that a picture keeps them when it is copied out of the page.

use super::markup::Markup;
use crate::model::assessment::{ItemStatus, Level};
use crate::picture::element::el;
use crate::picture::{self, Caption};
use crate::rules::score::Bounds;

/// A bar: solid is certain, hatched is what open answers can still add. `label` and `words` say the
/// same to those who do not see it.
pub(super) fn bar(page: &mut Markup, label: &str, words: &str, bounds: Option<Bounds>) {
    page.bars += 1;
    let id = ["b", &page.bars.to_string()].concat();
    page.element(&picture::bar(&Caption { id: &id, title: label, words }, bounds));
}

/// The gauge of an answer. Its words stand beside it, so it is hidden from assistive technology.
pub(super) fn item_status(page: &mut Markup, item_status: ItemStatus) {
    let symbol = symbol_of(item_status);
    page.raw("<svg class=\"gauge\" aria-hidden=\"true\" viewBox=\"0 0 14 20\"><use href=\"#");
    page.raw(&symbol);
    page.raw("\"/></svg>");
}

/// The gauges, once for the page, and the stripes and dots of the legends.
pub(super) fn symbols(page: &mut Markup) {
    let area = |width, height, filled| {
        el("rect").attr("width", width).attr("height", height).attr("fill", filled)
    };
    let hatch = el("pattern")
        .attr("id", "hatch")
        .attr("width", "22")
        .attr("height", "22")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child(area("22", "22", "#fff"))
        .child(area("8", "22", "#0b5f66"));
    let dots = el("pattern")
        .attr("id", "dots")
        .attr("width", "28")
        .attr("height", "28")
        .attr("patternUnits", "userSpaceOnUse")
        .child(area("28", "28", "#fff"))
        .child(
            el("circle").attr("cx", "14").attr("cy", "14").attr("r", "9").attr("fill", "#0b5f66"),
        );
    let others = [ItemStatus::Unanswered, ItemStatus::DontKnow, ItemStatus::NotApplicable];
    let gauges = Level::ALL.map(ItemStatus::Level).into_iter().chain(others).map(|item_status| {
        let symbol = el("symbol").attr("id", symbol_of(item_status)).attr("viewBox", "0 0 14 20");
        symbol.children(picture::item_status(item_status))
    });
    let symbols = el("svg").class("symbols").attr("width", "0").attr("height", "0");
    let symbols = symbols.attr("aria-hidden", "true");
    page.element(&symbols.child(el("defs").child(hatch).child(dots).children(gauges)));
    page.raw("\n");
}

fn symbol_of(item_status: ItemStatus) -> String {
    match item_status {
        ItemStatus::Unanswered => "gu".to_owned(),
        ItemStatus::DontKnow => "gd".to_owned(),
        ItemStatus::NotApplicable => "gn".to_owned(),
        ItemStatus::Level(level) => ["g", &level.number().to_string()].concat(),
    }
}

/// The plumb line beside the title.
pub(super) fn mark(page: &mut Markup) {
    page.raw(concat!(
        "<svg class=\"mark\" aria-hidden=\"true\" viewBox=\"0 0 24 96\">",
        "<path d=\"M12 0V58\" stroke=\"#1c2530\" stroke-width=\"1.5\"/>",
        "<path d=\"M7 58h10v5l3 7-8 24-8-24 3-7z\" fill=\"#0b5f66\"/></svg>",
    ));
}
