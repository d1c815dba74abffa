//! A question with everything around it.

use super::{answer, more};
use crate::app::{Action, Layout, Preferences};
use crate::model::pack::ItemIx;
use crate::pages::later::{later, Later};
use crate::view::parts::children;
use crate::view::{parts, Props};
use std::rc::Rc;
use yew::prelude::*;

/// Which question is shown.
#[derive(Clone, Properties)]
pub struct CardProps {
    pub props: Props,
    pub item: ItemIx,
}

// An answer to one question draws that question alone anew: what a card shows is the item, its own
// answer, whether it may be changed, how it is laid out, whether what opens below has come, which of
// its words is explained, and what is typed in fields for a day.
impl PartialEq for CardProps {
    fn eq(&self, other: &CardProps) -> bool {
        let (ours, others) = (&self.props.state, &other.props.state);
        self.item == other.item
            && Rc::ptr_eq(&self.props.text, &other.props.text)
            && Rc::ptr_eq(&ours.pack, &others.pack)
            && ours.may_edit() == others.may_edit()
            && ours.layout() == others.layout()
            && ours.preferences == others.preferences
            && ours.pages_part == others.pages_part
            && ours.explained.is_same(&others.explained)
            && Rc::ptr_eq(&ours.page.dates, &others.page.dates)
            && ours.page.term == others.page.term
            && ours.assessment.get(self.item) == others.assessment.get(self.item)
    }
}

/// The parts of a question that open and close.
#[derive(Clone, Copy, PartialEq, Eq)]
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
    /// Why it matters, and what the standard says.
    Why,
}

/// A question. It keeps which of its parts are open.
pub struct Card {
    toggle: Callback<Disclosure>,
    open: [bool; 8],
}

impl Component for Card {
    /// The part that the reader opens or closes.
    type Message = Disclosure;
    type Properties = CardProps;

    fn create(ctx: &Context<Card>) -> Card {
        let mut open = [false; 8];
        open[Disclosure::Why as usize] = ctx.props().props.state.preferences.why;
        Card { toggle: ctx.link().callback(|disclosure| disclosure), open }
    }

    fn update(&mut self, ctx: &Context<Card>, disclosure: Disclosure) -> bool {
        let props = &ctx.props().props;
        let open = !self.is_open(disclosure);
        self.open[disclosure as usize] = open;
        match disclosure {
            Disclosure::Explained if open => props.send.emit(Action::Explain),
            // It stays open, or closed, at the next question.
            Disclosure::Why => {
                let preferences = Preferences { why: open, ..props.state.preferences };
                props.send.emit(Action::Prefer(preferences));
            }
            _ => (),
        }
        true
    }

    fn view(&self, ctx: &Context<Card>) -> Html {
        let CardProps { props, item: index } = ctx.props();
        let Some(item) = props.item(*index) else { return html! { <article /> } };
        let title = format!("q{index}-title");
        let layout = props.state.layout();
        let focus = (layout != Layout::Few).then_some("");
        let meeting = layout == Layout::Meeting;
        html! {
            <article class="question-card" data-item={item.id.clone()} aria-labelledby={title.clone()}>
                { children![
                    parts::tag("div", "ask", children![
                        parts::when(layout == Layout::Few, || {
                            parts::tag("p", "eyebrow", AttrValue::from(item.name.clone()))
                        }),
                        html! {
                            <h3 id={title} tabindex="-1" data-focus={focus}>
                                { later(props, Later::Question(*index)) }
                            </h3>
                        },
                        self.why(props, *index, meeting),
                    ]),
                    parts::tag("div", "answer", children![
                        answer::form(props, *index, item),
                        parts::when(meeting, || more::fields(props, *index)),
                    ]),
                    more::details(self, props, *index, item, meeting),
                ] }
            </article>
        }
    }
}

impl Card {
    /// Whether a part is open.
    pub(super) fn is_open(&self, disclosure: Disclosure) -> bool {
        self.open[disclosure as usize]
    }

    /// What opens or closes a part.
    pub(super) fn toggle(&self, disclosure: Disclosure) -> Callback<MouseEvent> {
        self.toggle.reform(move |_: MouseEvent| disclosure)
    }

    /// Why it matters and what the standard says, folded; in a meeting it is open.
    fn why(&self, props: &Props, index: ItemIx, meeting: bool) -> Html {
        let open = self.is_open(Disclosure::Why);
        let shown = open || meeting;
        let id = format!("q{index}-why");
        html! {
            <>
                if !meeting {
                    <button type="button" class="fold" aria-expanded={if open { "true" } else { "false" }}
                        aria-controls={id.clone()} onclick={self.toggle(Disclosure::Why)}>
                        { props.t("item.about") }
                    </button>
                }
                <div class="why" {id} hidden={!shown}>
                    if shown { { later(props, Later::Why(index)) } }
                </div>
            </>
        }
    }
}
