//! The thin edge that touches the browser.

use crate::date::Date;
use crate::state::State;
use crate::text::Text;
use crate::ui::{App, AppProps};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::Callback;

/// Draws the widget into an element of its own.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, pack: &str, words: &str) {
    let (pack, _problems) = crate::pack::parse(pack);
    let Some(today) = Date::new(2026, 11, 22) else { return };
    let text = Text::parse(words, None, Text::english_plural());
    let props = AppProps {
        state: Rc::new(State::new(Rc::new(pack), today)),
        text: Rc::new(text),
        on_command: Callback::noop(),
        on_ready: Callback::noop(),
    };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
}
