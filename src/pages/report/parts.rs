//! Small pieces that several pages share.

use crate::app::{Action, Origin, Route};
use crate::i18n::wording::Wording;
use crate::model::assessment::{ItemStatus, Level};
use crate::model::pack::{ItemIx, Kind};
use crate::picture::{plain_bar, spot_mark, Width};
use crate::rules::score::{Bounds, Score};
use crate::view::drawing::draw;
use crate::view::Props;
use yew::prelude::*;

/// The heading of a page, where the focus goes when the page is entered.
pub(in crate::pages) fn heading(words: AttrValue) -> Html {
    html! { <h2 id="page-title" tabindex="-1" data-focus="">{ words }</h2> }
}

/// Whose page this is and of which day, above all else where it is printed.
pub(in crate::pages) fn print_head(props: &Props) -> Html {
    let state = &props.state;
    let named = [&state.assessment.organisation.name, &state.assessment.name];
    let name = named.into_iter().map(|name| name.trim()).find(|name| !name.is_empty());
    let date = props.date(state.today);
    let said: Vec<&str> = name.into_iter().chain([&*state.pack.title, &date]).collect();
    html! { <p class="print-head">{ said.join(" \u{b7} ") }</p> }
}

/// A part that is shown when it is opened.
pub(in crate::pages) fn details(
    class: Option<&'static str>,
    summary: AttrValue,
    content: Html,
) -> Html {
    html! { <details {class}><summary>{ summary }</summary>{ content }</details> }
}

/// A bar that needs no words of its own: the table beside it has the numbers. `id` tells its
/// patterns from those of other bars.
pub(in crate::pages) fn bar(bounds: Option<Bounds>, id: &str) -> Html {
    draw(&plain_bar(&["bar-", id].concat(), bounds))
}

impl Props {
    /// The way back to the result, above the heading.
    pub(in crate::pages) fn back(&self) -> Html {
        html! { <p class="back">{ self.link(self.t("back.result"), Route::RESULT) }</p> }
    }

    /// How many are counted and not listed, where a list shows at most so many.
    pub(in crate::pages) fn more(&self, all: usize, most: usize) -> Html {
        let more = all.saturating_sub(most);
        html! { if more > 0 { <p>{ self.number_of("list.more", more) }</p> } }
    }

    /// The plural form of a string for a number of things.
    pub(in crate::pages) fn number_of(&self, key: &str, n: usize) -> AttrValue {
        self.count(key, u32::try_from(n).unwrap_or(u32::MAX), &[])
    }

    /// A link to a question, from the report.
    pub(in crate::pages) fn question(&self, item: ItemIx) -> Html {
        self.question_link(item, Origin::Result)
    }

    /// The state of an item in a word and a shape.
    pub(in crate::pages) fn item_status(&self, item_status: ItemStatus) -> Html {
        html! {
            <span class="status">
                { draw(&spot_mark(item_status)) }
                <span>{ self.status_words(item_status) }</span>
            </span>
        }
    }

    /// The state of an item in the open assessment.
    pub(in crate::pages) fn status_of(&self, item: ItemIx) -> Html {
        self.item_status(self.state.assessment.item_status(item))
    }

    /// Who looks after an item, if anybody does.
    pub(in crate::pages) fn owner_words(&self, item: ItemIx) -> Option<AttrValue> {
        let owner = self.state.assessment.get(item).map_or("", |answer| answer.owner.trim());
        (!owner.is_empty()).then(|| self.fill("documents.owner", &[("owner", &owner)]))
    }

    /// The target date of an item, if it has one, and whether it is late. What is done is not.
    pub(in crate::pages) fn due_of(&self, item: ItemIx) -> Html {
        let assessment = &self.state.assessment;
        let answer = assessment.get(item);
        let Some(due) = answer.and_then(|answer| answer.due) else { return html! {} };
        let done = match assessment.item_status(item) {
            ItemStatus::Level(level) => level >= Level::OPERATING,
            item_status => item_status == ItemStatus::NotApplicable,
        };
        let done = done || answer.is_some_and(|answer| answer.done.is_some());
        html! {
            <>
                { " " }<span class="hint due">{ self.fill("answers.due", &[("date", &self.date(due))]) }</span>
                if !done && due < self.state.today {
                    { " " }<span class="tag">{ self.t("plan.show_late") }</span>
                }
            </>
        }
    }

    /// What is judged, in words.
    pub(in crate::pages) fn words(&self) -> Wording<'_> {
        Wording { text: &self.text, pack: &self.state.pack }
    }

    /// The state of an item in a word.
    pub(in crate::pages) fn status_words(&self, item_status: ItemStatus) -> AttrValue {
        self.words().item_status(item_status).into()
    }

    pub(in crate::pages) fn level(&self, level: Level) -> AttrValue {
        self.words().level(level).into()
    }

    /// The name of one of the two groups of scores.
    pub(in crate::pages) fn group(&self, kind: Kind) -> AttrValue {
        self.words().group(kind).into()
    }

    /// Identifier and name of a section.
    pub(in crate::pages) fn section_name(&self, section: usize) -> AttrValue {
        self.words().section(section).into()
    }

    /// The bounds of a score in words.
    pub(in crate::pages) fn bounds(&self, score: &Score) -> AttrValue {
        self.words().bounds(score.bounds).into()
    }

    /// What the parts of bars stand for, as far as there are any.
    pub(in crate::pages) fn bar_legend(&self, score: &Score) -> Html {
        let unknown = score.bounds.is_some_and(|bounds| bounds.unknown > 0);
        let key = if unknown { "result.legend_unknown" } else { "result.legend" };
        html! { <p class="hint">{ self.t(key) }</p> }
    }

    /// How wide a picture may be that fills its place.
    pub(in crate::pages) fn picture_width(&self) -> Width {
        if self.state.wide {
            Width::Whole
        } else {
            Width::Phone
        }
    }

    /// Effort in days, with a half where there is one.
    pub(in crate::pages) fn days(&self, half_days: u32) -> AttrValue {
        self.words().work(half_days).into()
    }

    /// A table: what it is, the keys of its columns and its rows.
    pub(in crate::pages) fn table(&self, caption: AttrValue, columns: &[&str], rows: Html) -> Html {
        html! {
            <table class="figures">
                <caption class="visually-hidden">{ caption }</caption>
                <thead><tr>{ self.heads(columns) }</tr></thead>
                <tbody>{ rows }</tbody>
            </table>
        }
    }

    /// The heads of a table, by the keys of its columns.
    pub(in crate::pages) fn heads(&self, columns: &[&str]) -> Html {
        html! {
            for key in columns {
                <th key={*key} scope="col">{ self.t(key) }</th>
            }
        }
    }

    /// A cell. On a phone the cells stand below each other, with this label.
    pub(in crate::pages) fn cell(&self, label: &str, content: impl Into<Html>) -> Html {
        html! { <td data-label={self.t(label)}>{ content.into() }</td> }
    }

    /// A number in a table.
    pub(in crate::pages) fn number(&self, label: &str, words: AttrValue) -> Html {
        html! { <td class="number" data-label={self.t(label)}>{ words }</td> }
    }

    pub(in crate::pages) fn action_button(
        &self,
        class: &'static str,
        words: AttrValue,
        action: Action,
    ) -> Html {
        crate::view::button::Button::new(class).draw(self, action, words)
    }
}
