//! The pictures of the page as inline SVG. Colours and measures stand in presentation
//! attributes, so that a picture keeps them when it is copied out of the page.

use super::markup::Markup;
use crate::answers::{Level, Standing};
use crate::picture::{gauge, Bar, WIDTH};
use crate::score::Bounds;

/// A bar: solid is certain, hatched is what open answers can still add. It reads in grey, and
/// `label` and `words` say the same to those who do not see it.
pub(super) fn bar(page: &mut Markup, label: &str, words: &str, bounds: Option<Bounds>) {
    page.bars += 1;
    let number = page.bars.to_string();
    let (title, desc) = (["b", &number].concat(), ["d", &number].concat());
    let names = [&*title, " ", &*desc].concat();
    page.open(
        "svg",
        &[
            ("class", "bar"),
            ("role", "img"),
            ("aria-labelledby", &names),
            ("viewBox", "-3 -3 1006 62"),
        ],
    );
    page.line("title", &[("id", &title)], label);
    page.line("desc", &[("id", &desc)], words);
    match bounds.map(Bar::from_bounds) {
        None => page.raw(
            "<path d=\"M0 28H1000\" stroke=\"#7f8995\" stroke-width=\"5\" stroke-dasharray=\"16 12\"/>",
        ),
        Some(bar) => {
            part(page, 0, WIDTH, "#fff");
            part(page, bar.lower, bar.open(), "url(#hatch)");
            part(page, 0, bar.lower, "#0b5f66");
            page.raw("<use href=\"#scale\"/>");
        }
    }
    page.close("svg");
}

fn part(page: &mut Markup, x: u32, width: u32, fill: &str) {
    if width > 0 {
        let (x, width) = (x.to_string(), width.to_string());
        for piece in
            ["<rect x=\"", &x, "\" width=\"", &width, "\" height=\"56\" fill=\"", fill, "\"/>"]
        {
            page.raw(piece);
        }
    }
}

/// The gauge of an answer. Its words stand beside it, so it is hidden from assistive technology.
pub(super) fn standing(page: &mut Markup, standing: Standing) {
    let symbol = match standing {
        Standing::Unanswered => "gu".to_owned(),
        Standing::DontKnow => "gd".to_owned(),
        Standing::NotApplicable => "gn".to_owned(),
        Standing::Level(level) => ["g", &level.number().to_string()].concat(),
    };
    page.raw("<svg class=\"gauge\" aria-hidden=\"true\" viewBox=\"0 0 14 20\"><use href=\"#");
    page.raw(&symbol);
    page.raw("\"/></svg>");
}

/// What the pictures are made of, once for the page.
pub(super) fn symbols(page: &mut Markup) {
    page.raw(concat!(
        "<svg class=\"symbols\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>",
        "<pattern id=\"hatch\" width=\"22\" height=\"22\" patternUnits=\"userSpaceOnUse\" ",
        "patternTransform=\"rotate(45)\"><rect width=\"22\" height=\"22\" fill=\"#fff\"/>",
        "<rect width=\"8\" height=\"22\" fill=\"#0b5f66\"/></pattern>",
        "<path id=\"scale\" d=\"M250 40V56M500 30V56M750 40V56M0 0H1000V56H0Z\" fill=\"none\" ",
        "stroke=\"#7f8995\" stroke-width=\"5\"/>",
    ));
    for level in Level::ALL {
        let number = level.number();
        let (top, height) = gauge(number);
        symbol(page, &["g", &number.to_string()].concat(), "");
        let (y, height) = ((2 + top).to_string(), height.to_string());
        for piece in [
            "<rect x=\"2\" width=\"10\" y=\"",
            &y,
            "\" height=\"",
            &height,
            "\" rx=\"1\" fill=\"#0b5f66\"/>",
        ] {
            page.raw(piece);
        }
        if number == 4 {
            page.raw("<path d=\"M4 10.2l2.2 2.6 4-5.4\" fill=\"none\" stroke=\"#fff\" ");
            page.raw("stroke-width=\"1.6\"/>");
        }
        page.close("symbol");
    }
    let dashed = " stroke-dasharray=\"2 1.6\"";
    symbol(page, "gu", dashed);
    page.close("symbol");
    symbol(page, "gd", dashed);
    page.raw("<path d=\"M4.8 8a2.3 2.3 0 1 1 3.2 2.1q-1 .5-1 2M7 13.6v1.4\" fill=\"none\" ");
    page.raw("stroke=\"#0b5f66\" stroke-width=\"1.4\"/>");
    page.close("symbol");
    symbol(page, "gn", "");
    page.raw("<path d=\"M2 18L12 2\" stroke=\"#7f8995\" stroke-width=\"1.2\"/>");
    page.close("symbol");
    page.raw("</defs></svg>\n");
}

fn symbol(page: &mut Markup, id: &str, outline: &str) {
    page.open("symbol", &[("id", id), ("viewBox", "0 0 14 20")]);
    page.raw("<rect x=\"1\" y=\"1\" width=\"12\" height=\"18\" rx=\"2\" fill=\"#fff\" ");
    page.raw("stroke=\"#0b5f66\" stroke-width=\"1.2\"");
    page.raw(outline);
    page.raw("/>");
}

/// The plumb line beside the title.
pub(super) fn mark(page: &mut Markup) {
    page.raw(concat!(
        "<svg class=\"mark\" aria-hidden=\"true\" viewBox=\"0 0 24 96\">",
        "<path d=\"M12 0V58\" stroke=\"#1c2530\" stroke-width=\"1.5\"/>",
        "<path d=\"M7 58h10v5l3 7-8 24-8-24 3-7z\" fill=\"#0b5f66\"/></svg>",
    ));
}
