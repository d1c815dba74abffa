//! The page's history, address and title: only on a page that is ours alone.

use crate::app::Route;
use crate::model::assessment::Mode;
use crate::model::pack::Pack;
use gloo_events::EventListener;
use wasm_bindgen::JsValue;

/// Calls `pop` when the reader goes back or forth.
pub(super) fn listen(mut pop: impl FnMut() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| pop()))
}

/// The place that the address names. Without a hash it is the first: the page began there.
pub(super) fn route(pack: &Pack) -> Option<Route> {
    let hash = hash()?;
    if hash.is_empty() {
        return Some(Route::Start);
    }
    Route::parse(hash.strip_prefix("#/")?, pack)
}

/// Notes a view that was entered. A view that the history came back to has its address already.
pub(super) fn note(address: &str, heading: &str) {
    let Some(window) = web_sys::window() else { return };
    let address = format!("#/{address}");
    let now = hash().unwrap_or_default();
    if let Ok(history) = window.history() {
        // The first view has no address of its own until there is a second.
        if now != address && !(now.is_empty() && address == "#/") {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&here(&address)));
        }
    }
    if let Some(document) = window.document() {
        document.set_title(&format!("{heading} - Plumbline"));
    }
}

/// The assessment that a link on our own page asks for, which works before the program has come.
/// The address is given up, so that a reload begins no other.
pub(super) fn begin() -> Option<Mode> {
    let mode = match &*hash()? {
        "#/begin/quick" => Mode::Quick,
        "#/begin/full" => Mode::Full,
        _ => return None,
    };
    reset();
    Some(mode)
}

/// Puts the address of the first view in place of one that leads nowhere.
pub(super) fn reset() {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&here("#/")));
    }
}

/// The address of this page with this hash. A hash alone would be one of the page's base, which
/// need not be its own (HTML, `base`).
fn here(hash: &str) -> String {
    let Some(window) = web_sys::window() else { return hash.to_owned() };
    let location = window.location();
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    part(location.pathname()) + &part(location.search()) + hash
}

/// What stands behind the address, as it was written.
fn hash() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    js_sys::decode_uri_component(&hash).ok().map(String::from)
}
