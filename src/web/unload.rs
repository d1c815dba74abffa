//! The page goes: to ask first while something is not on disk, and to write what waits.

use gloo_events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

/// Listens only while it has to: a page that listens may not be kept for the way back.
#[derive(Default)]
pub(super) struct Guard(RefCell<Option<EventListener>>);

impl Guard {
    pub(super) fn set(&self, unsaved: bool) {
        if unsaved == self.0.borrow().is_some() {
            return;
        }
        let window = web_sys::window().filter(|_| unsaved);
        self.0.replace(window.map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                event.prevent_default();
                // Chromium before 119 asks only when this is set.
                event.unchecked_ref::<BeforeUnloadEvent>().set_return_value("unsaved");
            })
        }));
    }
}

/// Calls `leave` when the page is hidden or goes: on a phone, that is the last that it hears.
pub(super) fn on_leaving(leave: impl Fn() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, "visibilitychange", move |_| leave()))
}
