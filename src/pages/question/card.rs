//! A question with everything around it.

use super::{answer, more};
use crate::app::Action;
use crate::model::pack::{Item, ItemIx, Kind};
use crate::pages::later::{later, Later};
use crate::view::parts::children;
use crate::view::{parts, Props};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// Which question is shown.
#[derive(Clone, Properties)]
pub struct CardProps {
    pub props: Props,
    pub item: ItemIx,
}

// An answer to one question draws that question alone anew: what a card shows is the item, its own
// answer, whether it may be changed, whether what opens below has come, and what is typed in fields
// for a day.
impl PartialEq for CardProps {
    fn eq(&self, other: &CardProps) -> bool {
        let (ours, others) = (&self.props.state, &other.props.state);
        self.item == other.item
            && Rc::ptr_eq(&self.props.text, &other.props.text)
            && Rc::ptr_eq(&ours.pack, &others.pack)
            && ours.may_edit() == others.may_edit()
            && ours.pages_part == others.pages_part
            && ours.explained.is_same(&others.explained)
            && Rc::ptr_eq(&ours.page.dates, &others.page.dates)
            && ours.assessment.get(self.item) == others.assessment.get(self.item)
    }
}

/// The parts of a question that open and close: first those with fields.
#[derive(Clone, Copy)]
pub enum Disclosure {
    Checks,
    Note,
    Evidence,
    OwnerAndDate,
    /// What good looks like.
    Guidance,
    /// Terms of the glossary.
    Words,
    /// An example, common mistakes, what an auditor asks.
    Explained,
}

/// A question. It keeps which of its parts are drawn, and which were open because something was
/// entered.
pub struct Card {
    ask: Callback<usize>,
    drawn: [bool; 7],
    opened: [Cell<bool>; 7],
}

impl Component for Card {
    /// The number of the part that the reader opens.
    type Message = usize;
    type Properties = CardProps;

    fn create(ctx: &Context<Card>) -> Card {
        // Drawn to a string there is nobody who opens a part later.
        let drawn = [cfg!(not(target_arch = "wasm32")); 7];
        Card {
            ask: ctx.link().callback(|disclosure| disclosure),
            drawn,
            opened: Default::default(),
        }
    }

    fn update(&mut self, ctx: &Context<Card>, disclosure: usize) -> bool {
        if disclosure == Disclosure::Explained as usize {
            ctx.props().props.send.emit(Action::Explain);
        }
        self.drawn.get_mut(disclosure).is_some_and(|drawn| !std::mem::replace(drawn, true))
    }

    fn view(&self, ctx: &Context<Card>) -> Html {
        let CardProps { props, item: index } = ctx.props();
        let Some(item) = props.item(*index) else { return html! { <article /> } };
        let title = format!("q{index}-title");
        html! {
            <article class="question-card" data-item={item.id.clone()} aria-labelledby={title.clone()}>
                { children![
                    parts::tag("header", "", children![
                        parts::tag("p", "labels", children![
                            parts::tag("span", "id", AttrValue::from(item.id.clone())),
                            " ",
                            parts::tag("span", item.kind.id(), props.kind(item.kind)),
                            parts::when(item.new, || children![
                                " ",
                                parts::tag("span", "new", props.t("item.new")),
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
                    parts::when(!props.state.pack.glossary.is_empty(), || {
                        self.disclosure(props, Disclosure::Words, *index, "more.words", false)
                    }),
                ] }
            </article>
        }
    }
}

impl Card {
    /// A part that opens and closes. What is in it is drawn once it is opened: closed, it is most of
    /// a page. It opens by itself where something is entered, and stays open from then on: who
    /// clears a field to write it anew still needs it.
    pub(super) fn disclosure(
        &self,
        props: &Props,
        disclosure: Disclosure,
        item: ItemIx,
        key: &'static str,
        filled: bool,
    ) -> Html {
        let opened = &self.opened[disclosure as usize];
        opened.set(opened.get() || filled);
        let open = opened.get();
        let drawn = open || self.drawn[disclosure as usize];
        let onclick = self.ask.reform(move |_: MouseEvent| disclosure as usize);
        let fields =
            !matches!(disclosure, Disclosure::Guidance | Disclosure::Words | Disclosure::Explained);
        let body = || later(props, Later::Below(disclosure, item));
        html! {
            <details {open} {key}>
                { children![
                    html! { <summary {onclick}>{ props.t(key) }</summary> },
                    match (drawn, fields) {
                        (false, _) => html! {},
                        (true, false) => body(),
                        (true, true) => html! {
                            <fieldset class="plain" disabled={!props.state.may_edit()}>
                                { children![parts::tag("legend", "visually-hidden", props.t(key)), body()] }
                            </fieldset>
                        },
                    },
                ] }
            </details>
        }
    }
}

/// The official short title, and which standard has the item.
fn official(props: &Props, item: &Item) -> Html {
    let key = match item.kind {
        Kind::Requirement => "item.in_27001",
        Kind::Control => "item.in_27002",
    };
    parts::tag(
        "p",
        "official",
        children![
            if !item.title.is_empty() {
                children![props.fill("item.official", &[("title", &item.title)]), " "]
            } else {
                html! {}
            },
            props.fill(key, &[("id", &item.id.trim_start_matches("A."))]),
        ],
    )
}
