//! Moves the focus to what the reader asked for.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, ShadowRoot};

/// Focuses the heading of the view, or the question if it is not the first of its page. Leaves the
/// focus where it is when the reader meanwhile went elsewhere on the page.
pub(super) fn arrive(root: &Element, item: Option<&str>) {
    let Some(target) = target(root, item).and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    if !reader_is_here(root) {
        return;
    }
    if !target.has_attribute("tabindex") {
        target.set_tab_index(-1);
    }
    let _ = target.focus();
    // A view begins with what surrounds it.
    let target = if target.has_attribute("data-focus") { root } else { &target };
    let top = target.get_bounding_client_rect().top();
    let height = web_sys::window().and_then(|w| w.inner_height().ok()).and_then(|h| h.as_f64());
    if top < 0.0 || height.is_some_and(|height| top > height) {
        target.scroll_into_view();
    }
}

/// Focuses what a selector finds first.
pub(super) fn on(root: &Element, selector: &str) {
    let found = root.query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}

/// The words of the heading.
pub(super) fn heading(root: &Element) -> Option<String> {
    root.query_selector("[data-focus]").ok()??.text_content()
}

fn target(root: &Element, item: Option<&str>) -> Option<Element> {
    let heading = root.query_selector("[data-focus]").ok().flatten();
    let questions = root.query_selector_all("[data-item]").ok()?;
    let found = (1..questions.length())
        .filter_map(|n| questions.get(n)?.dyn_into::<Element>().ok())
        .find(|question| item.is_some() && question.get_attribute("data-item").as_deref() == item);
    found.or(heading)
}

/// Whether the focus is in the widget, or nowhere because what had it was redrawn.
fn reader_is_here(root: &Element) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document else { return false };
    let Some(active) = document.active_element() else { return true };
    if document.body().is_some_and(|body| *body == active) || active.contains(Some(root)) {
        return true;
    }
    // The active element of the document is the outermost host of the focus.
    let mut node: Node = root.clone().into();
    while let Ok(shadow) = node.get_root_node().dyn_into::<ShadowRoot>() {
        node = shadow.host().into();
        if node == *active {
            return true;
        }
    }
    root.contains(Some(&active))
}
