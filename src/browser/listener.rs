//! An event listener that goes when its owner goes.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget};

pub(super) struct Listener {
    target: EventTarget,
    event: &'static str,
    hear: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub(super) fn new(
        target: &EventTarget,
        event: &'static str,
        hear: impl FnMut(Event) + 'static,
    ) -> Listener {
        let hear = Closure::<dyn FnMut(Event)>::new(hear);
        // It fails only for a listener that is no function.
        let _ = target.add_event_listener_with_callback(event, hear.as_ref().unchecked_ref());
        Listener { target: target.clone(), event, hear }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let hear = self.hear.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, hear);
    }
}
