//! A question with everything around it.

use super::super::parts::all;
use super::super::{parts, Props};
use super::{answer, more};
use crate::pack::{Item, ItemIx, Kind};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// Which question is shown.
#[derive(Clone, Properties)]
pub struct CardProps {
    /// What every view gets.
    pub props: Props,
    /// The question.
    pub item: ItemIx,
}

// An answer to one question draws that question alone anew: what a card shows is the item, its own
// answer, and whether it may be changed.
impl PartialEq for CardProps {
    fn eq(&self, other: &CardProps) -> bool {
        let (ours, others) = (&self.props.state, &other.props.state);
        self.item == other.item
            && Rc::ptr_eq(&self.props.text, &other.props.text)
            && Rc::ptr_eq(&ours.pack, &others.pack)
            && ours.may_edit() == others.may_edit()
            && ours.answers.get(self.item) == others.answers.get(self.item)
    }
}

/// A question. It keeps which of its parts were open because something was entered, and whether
/// its words were asked for.
#[derive(Default)]
pub struct Card {
    opened: [Cell<bool>; 4],
    words: bool,
}

impl Component for Card {
    /// The reader opens the list of words.
    type Message = ();
    type Properties = CardProps;

    fn create(_: &Context<Card>) -> Card {
        Card::default()
    }

    fn update(&mut self, _: &Context<Card>, _: ()) -> bool {
        !std::mem::replace(&mut self.words, true)
    }

    fn view(&self, ctx: &Context<Card>) -> Html {
        let CardProps { props, item: index } = ctx.props();
        let Some(item) = props.item(*index) else { return html! { <article /> } };
        let title = format!("q{index}-title");
        html! {
            <article class="question-card" data-item={item.id.clone()} aria-labelledby={title.clone()}>
                { all![
                    parts::tag("header", "", all![
                        parts::tag("p", "labels", all![
                            parts::tag("span", "id", AttrValue::from(item.id.clone())),
                            " ",
                            parts::tag("span", item.kind.id(), props.kind(item.kind)),
                            parts::when(item.new, || all![
                                " ",
                                parts::tag("span", "new", props.say("item.new")),
                            ]),
                        ]),
                        html! {
                            <h3 id={title} tabindex="-1">
                                { AttrValue::from(item.name.clone()) }
                            </h3>
                        },
                        official(props, item),
                    ]),
                    answer::form(self, props, *index, item),
                    more::details(self, props, *index, item),
                    self.words(props, item, ctx.link().callback(|_: MouseEvent| ())),
                ] }
            </article>
        }
    }
}

impl Card {
    /// A part that opens and closes. It opens by itself where something is entered, and stays open
    /// from then on: who clears a field to write it anew still needs it.
    pub(super) fn part(
        &self,
        props: &Props,
        n: usize,
        key: &'static str,
        filled: bool,
        body: Html,
    ) -> Html {
        let mut open = filled;
        if let Some(opened) = self.opened.get(n) {
            opened.set(opened.get() || filled);
            open = opened.get();
        }
        html! {
            <details {open} {key}>
                { all![
                    parts::tag("summary", "", props.say(key)),
                    html! {
                        <fieldset class="plain" disabled={!props.state.may_edit()}>
                            { all![parts::tag("legend", "visually-hidden", props.say(key)), body] }
                        </fieldset>
                    },
                ] }
            </details>
        }
    }

    /// The terms that the question uses. They are looked for once the reader asks: it takes a while.
    fn words(&self, props: &Props, item: &Item, onclick: Callback<MouseEvent>) -> Html {
        let pack = &props.state.pack;
        if pack.glossary.is_empty() {
            return html! {};
        }
        let terms = match self.words {
            true => pack.terms(item, |text| props.text.lower(text)),
            false => Vec::new(),
        };
        html! {
            <details class="words">
                { all![
                    html! { <summary {onclick}>{ props.say("more.words") }</summary> },
                    parts::tag("dl", "", html! {
                        for term in terms {
                            { parts::keyed("div", "", &*term.id, all![
                                parts::tag("dt", "", AttrValue::from(term.term.clone())),
                                parts::tag("dd", "", AttrValue::from(term.text.clone())),
                            ]) }
                        }
                    }),
                ] }
            </details>
        }
    }
}

/// The official short title, and which standard speaks of the item.
fn official(props: &Props, item: &Item) -> Html {
    let key = match item.kind {
        Kind::Requirement => "item.in_27001",
        Kind::Control => "item.in_27002",
    };
    parts::tag(
        "p",
        "official",
        all![
            if !item.title.is_empty() {
                all![props.fill("item.official", &[("title", &item.title)]), " "]
            } else {
                html! {}
            },
            props.fill(key, &[("id", &item.id.trim_start_matches("A."))]),
        ],
    )
}
