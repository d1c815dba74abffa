//! What the first question does not need: the other pages, and what opens below a question. It is a
//! part of the program of its own, which is fetched after the first draw.

use super::question::card::Disclosure;
use super::question::{ask, below};
use super::{
    check, example, library, loading, menu, profile, proposals, reason, sections, standards, way,
};
use crate::app::{Route, SoaRowId};
use crate::model::pack::ItemIx;
use crate::part::{self, Missing};
use crate::view::{parts, Props};
use yew::prelude::*;

/// What that part of the program draws.
#[derive(Clone, Copy)]
pub enum Later {
    /// The page that the state shows.
    Page,
    /// What is in a part of a question.
    Below(Disclosure, ItemIx),
    /// Why a control is left out, with what the identifiers begin with.
    Reason(SoaRowId, &'static str),
    /// Why the marked controls are left out.
    SharedReason,
    /// The assessment that was used last, on the first page.
    Resume,
    /// What a result looks like, on the first page.
    Example,
    /// The menu.
    Menu,
    /// A question with the terms of the glossary in it.
    Question(ItemIx),
    /// Why a question matters, and what the standard says.
    Why(ItemIx),
    /// That an answer is older than the levels it was chosen from.
    Outdated(ItemIx),
}

/// Draws it; says that it is loading until the part has come.
pub(super) fn later(props: &Props, what: Later) -> Html {
    part::now(draw(props, what)).unwrap_or_else(|| match what {
        Later::Page => loading(props),
        // Its words do not need the part.
        Later::Question(item) => {
            let words = props.item(item).map(|item| AttrValue::from(item.question.clone()));
            words.unwrap_or_default().into()
        }
        // Its place is held.
        Later::Resume | Later::Example => html! {},
        _ => parts::tag("p", "hint", props.t("loading.title")),
    })
}

/// Draws it, where the part has come.
#[cfg_attr(
    feature = "split",
    wasm_split_helpers::wasm_split(
        pages,
        fallible,
        preload(
            /// Fetches the part of the program that draws what the first question does not need.
            load
        )
    )
)]
pub fn draw(props: &Props, what: Later) -> Result<Html, Missing> {
    Ok(match (what, props.state.route) {
        (Later::Below(disclosure, item), _) => below::view(props, disclosure, item),
        (Later::Example, _) => example::view(props),
        (Later::Menu, _) => menu::view(props),
        (Later::Resume, _) => library::resume(props),
        (Later::Question(item), _) => ask::question(props, item),
        (Later::Why(item), _) => ask::why(props, item),
        (Later::Outdated(item), _) => below::outdated(props, item),
        (Later::Reason(row, of), _) => reason::view(props, row, of),
        (Later::SharedReason, _) => reason::shared(props),
        (Later::Page, Route::Library) => library::view(props),
        (Later::Page, Route::Profile) => profile::view(props),
        (Later::Page, Route::Proposals) => proposals::view(props),
        (Later::Page, Route::Check) => check::view(props),
        (Later::Page, Route::Way) => way::view(props),
        (Later::Page, Route::Standards) => standards::view(props),
        (Later::Page, _) => sections::view(props),
    })
}

/// The part that draws what the first question does not need is here.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<(), Missing> {
    Ok(())
}
