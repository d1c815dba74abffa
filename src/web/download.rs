//! Hands out a file.

use super::error::{Context, Error};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, Url};

const DOING: &str = "hand out the file";

/// How long the browser may take to fetch the file, in milliseconds: WebKit starts late.
const ALIVE: i32 = 60_000;

/// Lets the browser download `content`. A link of ours is clicked, inside the widget: nothing is
/// fetched, so that no directive of a content security policy concerns it.
pub(super) fn hand_out(
    root: &Element,
    name: &str,
    media_type: &str,
    content: &str,
) -> Result<(), Error> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&content.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).doing(DOING)?;
    let address = Url::create_object_url_with_blob(&blob).doing(DOING)?;
    let clicked = click(root, name, &address).doing(DOING);
    wasm_bindgen_futures::spawn_local(async move {
        super::storage::wait(ALIVE).await;
        let _ = Url::revoke_object_url(&address);
    });
    clicked
}

fn click(root: &Element, name: &str, address: &str) -> Result<(), JsValue> {
    let document = root.owner_document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_hidden(true);
    link.set_href(address);
    link.set_download(name);
    root.append_child(&link)?;
    link.click();
    link.remove();
    Ok(())
}
