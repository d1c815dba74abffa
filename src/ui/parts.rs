//! Small pieces that several views share.

use super::Props;
use crate::answers::{Level, Standing};
use crate::pack::{Item, ItemIx, Kind};
use crate::score::Tally;
use crate::state::{Action, From, View};
use yew::prelude::*;

/// The title of a view: the focus goes there when the reader arrives.
pub(crate) fn title(id: &'static str, words: AttrValue) -> Html {
    html! { <h2 {id} tabindex="-1" data-focus="">{ words }</h2> }
}

// The elements that views have most often, with nothing but words in them: written out in each
// place, they would be an eighth of the module.

/// A heading within a view.
pub(crate) fn h3(words: impl Into<Html>) -> Html {
    html! { <h3>{ words.into() }</h3> }
}

/// A paragraph.
pub(crate) fn p(class: &'static str, words: impl Into<Html>) -> Html {
    html! { <p {class}>{ words.into() }</p> }
}

/// Words within a line.
pub(crate) fn span(class: &'static str, words: AttrValue) -> Html {
    html! { <span {class}>{ words }</span> }
}

impl Props {
    /// A link to a place in the widget. It is a button: an address would belong to the host page.
    pub(crate) fn link(&self, words: impl Into<AttrValue>, view: View) -> Html {
        html! {
            <button type="button" class="link" onclick={self.on(Action::Go(view))}>
                { words.into() }
            </button>
        }
    }

    /// A link to a question, from where the reader is.
    pub(crate) fn question_link(&self, item: ItemIx, from: From) -> Html {
        let Some(found) = self.state.pack.item(item) else { return html! { <span /> } };
        html! {
            <button
                type="button"
                class="link"
                onclick={self.on(Action::Go(View::Question { item, from }))}
            >
                <span class="id">{ AttrValue::from(found.id.clone()) }</span>
                { " " }
                { AttrValue::from(found.name.clone()) }
            </button>
        }
    }

    /// A button that does something.
    pub(crate) fn button(&self, key: &str, class: &'static str, action: Action) -> Html {
        html! {
            <button type="button" {class} onclick={self.on(action)}>{ self.say(key) }</button>
        }
    }

    /// How an item stands, in a word and a shape.
    pub(crate) fn standing(&self, standing: Standing) -> Html {
        let (level, words) = match standing {
            Standing::Unanswered => (None, self.say("standing.unanswered")),
            Standing::DontKnow => (None, self.say("standing.dont_know")),
            Standing::NotApplicable => (None, self.say("standing.not_applicable")),
            Standing::Level(level) => {
                let name = &self.state.pack.level_names[usize::from(level.number())];
                (Some(level), AttrValue::from(name.clone()))
            }
        };
        html! {
            <span class="standing">
                { level.map_or_else(|| html! { <span class="no-gauge" /> }, gauge) }
                <span>{ words }</span>
            </span>
        }
    }

    /// What kind of item this is.
    pub(crate) fn kind(&self, kind: Kind) -> AttrValue {
        self.say(match kind {
            Kind::Requirement => "kind.requirement",
            Kind::Control => "kind.control",
        })
    }

    /// "12 of 93 answered, about 15 minutes left".
    pub(crate) fn progress(&self, tally: &Tally) -> AttrValue {
        let answered = tally.answered();
        let values: &[(&str, &dyn std::fmt::Display)] = &[("total", &tally.total)];
        match minutes(tally.unanswered()) {
            0 => self.text.count("progress.done", answered, values).into(),
            left => {
                let left = self.text.count("progress.minutes", left, &[]);
                self.text
                    .count("progress.left", answered, &[("total", &tally.total), ("left", &left)])
                    .into()
            }
        }
    }

    /// Identifier and name of an item.
    pub(crate) fn item(&self, item: ItemIx) -> Option<&Item> {
        self.state.pack.item(item)
    }
}

/// A gauge that is filled from the bottom in five steps, so that levels read in grey.
pub(crate) fn gauge(level: Level) -> Html {
    let n = i32::from(level.number());
    let steps = (1..=4).map(|step| {
        let y = (22 - 5 * step).to_string();
        let class = if step <= n { "step full" } else { "step" };
        html! { <rect key={step} {class} x="1" {y} width="10" height="4" /> }
    });
    html! {
        <svg class="gauge" viewBox="0 0 12 22" aria-hidden="true" focusable="false">
            for step in steps {
                { step }
            }
        </svg>
    }
}

/// Minutes for so many questions: 24 seconds each, ten minutes for the 25 of the quick check.
pub(crate) fn minutes(questions: u32) -> u32 {
    (questions * 2).div_ceil(5)
}
