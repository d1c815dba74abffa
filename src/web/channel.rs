//! Tells other tabs and widgets that the assessments on this device changed.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

/// Silent where there is no `BroadcastChannel`.
pub(super) struct Channel {
    channel: Option<BroadcastChannel>,
    _hear: Option<EventListener>,
}

impl Channel {
    /// Calls `hear` when somebody else says that something changed.
    pub(super) fn new(mut hear: impl FnMut() + 'static) -> Channel {
        let channel = BroadcastChannel::new("plumbline").ok();
        let hear = channel.as_ref().map(|c| EventListener::new(c, "message", move |_| hear()));
        Channel { channel, _hear: hear }
    }

    pub(super) fn announce(&self) {
        if let Some(channel) = &self.channel {
            // It throws only for a channel that was closed.
            let _ = channel.post_message(&JsValue::from_str("library"));
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
