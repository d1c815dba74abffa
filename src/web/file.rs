//! Lets the reader choose a file, and reads it.

use super::error::{Context, Error};
use crate::model::decode::{decode, Decoded};
use gloo_events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, File, HtmlInputElement};

const DOING: &str = "read the file";

/// A file field that is not shown. It is made once and clicked each time.
pub(super) struct Picker {
    field: HtmlInputElement,
    _chosen: EventListener,
}

impl Picker {
    /// Calls `chosen` with each file that the reader chooses.
    pub(super) fn new(root: &Element, chosen: impl Fn(File) + 'static) -> Result<Picker, Error> {
        let field = make(root).doing(DOING)?;
        let listener = EventListener::new(&field, "change", {
            let field = field.clone();
            move |event| {
                event.stop_propagation();
                if let Some(file) = field.files().and_then(|files| files.get(0)) {
                    chosen(file);
                }
            }
        });
        Ok(Picker { field, _chosen: listener })
    }

    /// Opens the dialog of the browser.
    pub(super) fn open(&self) {
        // The same file may be chosen twice.
        self.field.set_value("");
        self.field.click();
    }
}

fn make(root: &Element) -> Result<HtmlInputElement, JsValue> {
    let document = root.owner_document().ok_or(JsValue::NULL)?;
    let field: HtmlInputElement = document.create_element("input")?.unchecked_into();
    field.set_type("file");
    field.set_hidden(true);
    field.set_attribute("accept", ".json,application/json")?;
    root.append_child(&field)?;
    Ok(field)
}

/// What a file says. The browser would put a sign of its own in place of each letter that is no
/// UTF-8, without a word.
pub(super) async fn read(file: &File) -> Result<Decoded, Error> {
    let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await.doing(DOING)?;
    Ok(decode(&Uint8Array::new(&bytes).to_vec()))
}
