//! What a question says about itself: its words, those of the glossary among them, why it matters,
//! and what the standard has on it.

use crate::app::{Action, PageEdit};
use crate::model::pack::{Item, ItemIx, Kind, Term};
use crate::view::button::Button;
use crate::view::parts::children;
use crate::view::{parts, Props};
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The question. A word of the glossary is a button that explains it in place.
pub(in crate::pages) fn question(props: &Props, index: ItemIx) -> Html {
    let Some(item) = props.item(index) else { return html! {} };
    let open = props.state.page.term.as_ref().filter(|(at, _)| *at == index).map(|(_, id)| id);
    let mut pieces = Vec::new();
    let mut explained = None;
    let mut rest = 0;
    for (at, term) in props.state.pack.terms_in(&item.question, |text| props.text.lower(text)) {
        let is_open = open == Some(&term.id);
        if is_open {
            explained = Some(term);
        }
        pieces.push(text(item, rest, at.start));
        let shown = (!is_open).then(|| (index, term.id.clone()));
        pieces.push(marked(props, item, &at, is_open, Action::Page(PageEdit::Term(shown))));
        rest = at.end;
    }
    pieces.push(text(item, rest, item.question.len()));
    let said = |term: &Term| {
        let words = children![
            parts::tag("strong", "", AttrValue::from(term.term.clone())),
            " ",
            AttrValue::from(term.text.clone()),
        ];
        parts::tag("span", "", words)
    };
    children![
        parts::list(pieces),
        html! {
            <span class="definition" role="status">{ explained.map_or_else(|| html! {}, said) }</span>
        },
    ]
}

/// A term in the question. No browser breaks a button into lines, so that the last word alone is
/// one; a pointer finds the whole term.
fn marked(props: &Props, item: &Item, at: &Range<usize>, open: bool, action: Action) -> Html {
    let term = item.question.get(at.clone()).unwrap_or_default();
    let last = at.start + term.rfind(' ').map_or(0, |blank| blank + 1);
    let button = Button {
        label: Some(AttrValue::from(Rc::from(term))),
        expanded: Some(open),
        ..Button::new("")
    };
    html! {
        <span class="term" onclick={props.on::<MouseEvent>(action.clone())}>
            { children![
                text(item, at.start, last),
                button.draw(props, action, text(item, last, at.end)),
            ] }
        </span>
    }
}

fn text(item: &Item, from: usize, to: usize) -> Html {
    AttrValue::from(Rc::from(item.question.get(from..to).unwrap_or_default())).into()
}

/// Why it matters, the official short title, and which standard has it.
pub(in crate::pages) fn why(props: &Props, index: ItemIx) -> Html {
    let Some(item) = props.item(index) else { return html! {} };
    let key = match item.kind {
        Kind::Requirement => "item.in_27001",
        Kind::Control => "item.in_27002",
    };
    children![
        parts::when(!item.why.is_empty(), || parts::tag(
            "p",
            "",
            AttrValue::from(item.why.clone())
        )),
        parts::tag(
            "p",
            "official",
            children![
                parts::tag("span", "id", AttrValue::from(item.id.clone())),
                " ",
                parts::tag("span", item.kind.id(), props.kind(item.kind)),
                parts::when(item.new, || children![
                    " ",
                    parts::tag("span", "new", props.t("item.new")),
                ]),
                " ",
                parts::when(!item.title.is_empty(), || children![
                    props.fill("item.official", &[("title", &item.title)]),
                    " ",
                ]),
                props.fill(key, &[("id", &item.id.trim_start_matches("A."))]),
            ],
        ),
    ]
}
