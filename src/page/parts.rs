//! Small pieces that several pages share.

use super::Sheet;
use crate::answers::{Level, Standing};
use crate::node::{el, line, Element, Node};
use crate::pack::{ItemIx, Kind};
use crate::picture::{Bar, WIDTH};
use crate::score::{Bounds, Figure};
use crate::wording::Wording;
use std::fmt::Display;
use std::rc::Rc;

/// Height of a bar in the view box.
const HEIGHT: u32 = 60;

/// The heading of a page, where the focus goes when the page is entered.
pub(super) fn heading(words: impl Into<Node>) -> Element {
    line("h2", words).attr("id", "page-title").attr("tabindex", "-1").attr("data-focus", "")
}

/// A page with its heading.
pub(super) fn section(words: impl Into<Node>) -> Element {
    el("section").attr("aria-labelledby", "page-title").with(heading(words))
}

/// A page below the result, with the way back above its heading.
pub(super) fn page(sheet: &Sheet, words: impl Into<Node>) -> Element {
    let back = line("p", link(sheet.say("back.result"), "result")).class("back");
    el("section").attr("aria-labelledby", "page-title").with(back).with(heading(words))
}

/// A button.
pub(super) fn button(words: impl Into<Node>, act: impl Into<Rc<str>>) -> Element {
    line("button", words).attr("type", "button").act(act)
}

/// A link to a place in the widget. It is a button: an address would belong to the host page.
pub(super) fn link(words: impl Into<Node>, address: &str) -> Element {
    button(words, format!("go {address}")).class("link")
}

/// A part that is shown when it is opened.
pub(super) fn details(summary: impl Into<Node>) -> Element {
    el("details").with(line("summary", summary))
}

/// A bar that needs no words of its own: the table beside it has the numbers.
pub(super) fn bar(bounds: Option<Bounds>, id: &str) -> Element {
    let hatch = format!("hatch-{id}");
    let rect = |class, x: u32, width: u32| {
        let measures = [("x", x), ("y", 0), ("width", width), ("height", HEIGHT)];
        let rect = el("rect").class(class);
        measures.into_iter().fold(rect, |rect, (name, n)| rect.attr(name, n.to_string()))
    };
    let pattern = el("pattern")
        .attr("id", hatch.clone())
        .attr("width", "20")
        .attr("height", "20")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .with(el("rect").class("hatch").attr("width", "8").attr("height", "20"));
    let bar = bounds.map(Bar::from_bounds);
    el("svg")
        .class("bar")
        .attr("viewBox", format!("0 0 {WIDTH} {HEIGHT}"))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(el("defs").with(pattern))
        .with(rect("track", 0, WIDTH))
        .all(bar.map(|bar| rect("certain", 0, bar.lower)))
        .all(
            bar.map(|bar| {
                rect("open", bar.lower, bar.open()).attr("fill", format!("url(#{hatch})"))
            }),
        )
}

/// A gauge that is filled from the bottom in five steps, so that levels read in grey.
pub(super) fn gauge(level: Level) -> Element {
    const STEPS: [&str; 4] = ["M1 17h10v4H1z", "M1 12h10v4H1z", "M1 7h10v4H1z", "M1 2h10v4H1z"];
    let (full, empty) = STEPS.split_at(usize::from(level.number()));
    el("svg")
        .class("gauge")
        .attr("viewBox", "0 0 12 22")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(el("path").class("step").attr("d", empty.concat()))
        .with(el("path").class("step full").attr("d", full.concat()))
}

impl Sheet<'_> {
    /// What is judged, in words.
    pub(super) fn words(&self) -> Wording<'_> {
        Wording { text: self.text, pack: self.pack }
    }

    /// A string.
    pub(super) fn say(&self, key: &str) -> Rc<str> {
        self.text.get(key)
    }

    /// A string with its placeholders filled.
    pub(super) fn fill(&self, key: &str, values: &[(&str, &dyn Display)]) -> Rc<str> {
        self.text.fill(key, values)
    }

    /// The plural form of a string for a number.
    pub(super) fn count(&self, key: &str, n: usize) -> Rc<str> {
        self.text.count(key, u32::try_from(n).unwrap_or(u32::MAX), &[])
    }

    /// A link to a question, from where the reader is.
    pub(super) fn question(&self, item: ItemIx) -> Element {
        let button = el("button").attr("type", "button").class("link").act(format!("item {item}"));
        match self.pack.item(item) {
            Some(found) => {
                button.with(line("span", &found.id).class("id")).with(" ").with(&found.name)
            }
            None => button,
        }
    }

    /// How an item stands, in a word and a shape.
    pub(super) fn standing(&self, standing: Standing) -> Element {
        let gauge = match standing {
            Standing::Level(level) => gauge(level),
            _ => el("span").class("no-gauge"),
        };
        el("span").class("standing").with(gauge).with(line("span", self.standing_words(standing)))
    }

    /// How an item stands, in a word.
    pub(super) fn standing_words(&self, standing: Standing) -> Rc<str> {
        self.words().standing(standing)
    }

    /// The name of a level.
    pub(super) fn level(&self, level: Level) -> Rc<str> {
        self.words().level(level)
    }

    /// The name of one of the two groups of figures.
    pub(super) fn group(&self, kind: Kind) -> Rc<str> {
        self.words().group(kind)
    }

    /// Identifier and name of a section.
    pub(super) fn section_name(&self, section: usize) -> Rc<str> {
        self.words().section(section)
    }

    /// The bounds of a figure in words.
    pub(super) fn bounds(&self, figure: &Figure) -> Rc<str> {
        self.words().bounds(figure.bounds)
    }

    /// Effort in days, with a half where there is one.
    pub(super) fn days(&self, half_days: u32) -> Rc<str> {
        self.words().work(half_days)
    }

    /// A table: what it is, the keys of its columns and its rows.
    pub(super) fn table(
        &self,
        caption: impl Into<Node>,
        columns: &[&str],
        rows: impl IntoIterator<Item = Element>,
    ) -> Element {
        let heads = columns.iter().map(|key| line("th", self.say(key)).attr("scope", "col"));
        el("table")
            .class("figures")
            .with(line("caption", caption).class("visually-hidden"))
            .with(el("thead").with(el("tr").all(heads)))
            .with(el("tbody").all(rows))
    }

    /// A cell. On a phone the cells stand below each other, with this label.
    pub(super) fn cell(&self, label: &str, content: impl Into<Node>) -> Element {
        line("td", content).attr("data-label", self.say(label))
    }

    /// A number in a table.
    pub(super) fn number(&self, label: &str, words: impl Into<Node>) -> Element {
        self.cell(label, words).class("number")
    }
}
