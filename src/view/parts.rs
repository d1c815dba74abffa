//! Small pieces that several views share.

use super::button::Button;
use super::Props;
use crate::app::{Action, Origin, Route};
use crate::model::assessment::{ItemStatus, Level};
use crate::model::date::Date;
use crate::model::pack::{Item, ItemIx, Kind};
use crate::picture::{FRAME, LEVELS, TICK};
use crate::rules::reading::{self, Time};
use crate::rules::score::Tally;
use std::fmt::Display;
use std::ops::Range;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag};

/// Children of an element, one after the other. In `html!` each `{ .. }` among several children
/// passes through a list of its own, which costs more code than the child: half of the views'.
macro_rules! children {
    ($($node:expr),* $(,)?) => {
        $crate::view::parts::list(::std::vec![$(::yew::Html::from($node)),*])
    };
}
pub(crate) use children;

/// The nodes as one. A place that may be empty keeps its place.
pub(crate) fn list(nodes: Vec<Html>) -> Html {
    VNode::from(VList::with_children(nodes, None))
}

/// A node where a condition holds, and its empty place elsewhere.
pub(crate) fn when(holds: bool, node: impl FnOnce() -> Html) -> Html {
    match holds {
        true => node(),
        false => html! {},
    }
}

/// An element with a class, or none if that is empty. Most elements of a view have no more, and a
/// call costs a fifth of the code that an element in place does.
pub(crate) fn tag(tag: &'static str, class: &'static str, content: impl Into<Html>) -> Html {
    element(tag, class, None, content.into())
}

/// The same among others of its kind, told from them by a key.
pub(crate) fn keyed(
    tag: &'static str,
    class: &'static str,
    key: impl Into<Key>,
    content: impl Into<Html>,
) -> Html {
    element(tag, class, Some(key.into()), content.into())
}

fn element(tag: &'static str, class: &'static str, key: Option<Key>, content: Html) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        let values = Box::new([Some(AttributeOrProperty::Attribute(class.into()))]);
        element.attributes = Attributes::Dynamic { keys: &["class"], values };
    }
    element.key = key;
    element.add_child(content);
    element.into()
}

/// The heading of a view, where the focus goes when the view is entered.
pub(crate) fn heading(id: &'static str, words: AttrValue) -> Html {
    html! { <h2 {id} tabindex="-1" data-focus="">{ words }</h2> }
}

impl Props {
    /// A string with its placeholders filled.
    pub(crate) fn fill(&self, key: &str, values: &[(&str, &dyn Display)]) -> AttrValue {
        self.text.fill(key, values).into()
    }

    /// A day as the language writes it.
    pub(crate) fn date(&self, date: Date) -> AttrValue {
        self.text.date(date).into()
    }

    /// The plural form of a string for a number.
    pub(crate) fn count(&self, key: &str, n: u32, values: &[(&str, &dyn Display)]) -> AttrValue {
        self.text.count(key, n, values).into()
    }

    /// A link to a place in the widget. It is a button: an address would belong to the host page.
    pub(crate) fn link(&self, words: impl Into<AttrValue>, view: Route) -> Html {
        Button::new("link").draw(self, Action::Go(view), words.into())
    }

    /// A link to a question, from where the reader is.
    pub(crate) fn question_link(&self, item: ItemIx, from: Origin) -> Html {
        let Some(found) = self.state.pack.item(item) else { return html! { <span /> } };
        let words = children![
            tag("span", "id", AttrValue::from(found.id.clone())),
            " ",
            AttrValue::from(found.name.clone()),
        ];
        Button::new("link").draw(self, Action::Go(Route::Question { item, from }), words)
    }

    /// A button with the string of a key.
    pub(crate) fn button(&self, key: &str, class: &'static str, action: Action) -> Html {
        Button::new(class).draw(self, action, self.t(key))
    }

    pub(crate) fn kind(&self, kind: Kind) -> AttrValue {
        self.t(match kind {
            Kind::Requirement => "kind.requirement",
            Kind::Control => "kind.control",
        })
    }

    /// "12 of 93 answered, about 15 minutes left", of those of a run of items that are asked.
    pub(crate) fn progress(&self, tally: &Tally, run: Range<ItemIx>) -> AttrValue {
        let answered = tally.answered();
        if tally.unanswered() == 0 {
            return self.count("progress.done", answered, &[("total", &tally.total)]);
        }
        let left = self.time_left(run);
        self.count("progress.left", answered, &[("total", &tally.total), ("left", &left)])
    }

    /// The time for what is not answered yet.
    pub(crate) fn time_left(&self, run: Range<ItemIx>) -> AttrValue {
        let (pack, assessment) = (&self.state.pack, &self.state.assessment);
        let open = |item| {
            assessment.asks(pack, item) && assessment.item_status(item) == ItemStatus::Unanswered
        };
        self.time(reading::minutes(pack, run, &open))
    }

    /// "10 to 15 minutes", "1 to 2 hours".
    pub(crate) fn time(&self, minutes: u32) -> AttrValue {
        let halves = |n: u32| match (n / 2, n % 2) {
            (0, _) => "\u{bd}".to_owned(),
            (whole, 0) => whole.to_string(),
            (whole, _) => format!("{whole}\u{bd}"),
        };
        let (key, from, to, n) = match reading::told(minutes) {
            Time::Minutes(from, to) => ("time.minutes", from.to_string(), to.to_string(), to),
            Time::HalfHours(from, to) => ("time.hours", halves(from), halves(to), to.div_ceil(2)),
        };
        let span = match from == to {
            true => to.into(),
            false => self.fill("time.span", &[("from", &from), ("to", &to)]),
        };
        self.count(key, n, &[("span", &span)])
    }

    /// The item at a position of the pack.
    pub(crate) fn item(&self, item: ItemIx) -> Option<&Item> {
        self.state.pack.item(item)
    }
}

/// The gauge of a level, as all pictures have it.
pub(crate) fn gauge(level: Level) -> Html {
    let filled = LEVELS.get(usize::from(level.number())).copied().unwrap_or_default();
    let tick = if level.number() == 4 { TICK } else { "" };
    html! {
        <svg class="gauge" viewBox="0 0 14 20" aria-hidden="true" focusable="false">
            { children![
                html! { <path class="p-open" d={FRAME} /> },
                html! { <path class="p-solid" d={filled} /> },
                html! { <path class="p-tick" d={tick} /> },
            ] }
        </svg>
    }
}
