//! Events of IndexedDB as futures.

use crate::web::error::{Cause, Context, Error};
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// What a request yields.
pub(super) async fn answer(request: &IdbRequest, doing: &'static str) -> Result<JsValue, Error> {
    match JsFuture::from(settled(request)).await {
        Ok(_) => request.result().doing(doing),
        Err(_) => Err(Error { doing, cause: Cause::Thrown(error(request)) }),
    }
}

/// What a request to open yields within `patience` milliseconds: some browsers never answer one
/// in a private window.
pub(super) async fn opened(request: &IdbOpenDbRequest, patience: i32) -> Result<JsValue, JsValue> {
    let late = Array::of2(&settled(request), &timeout(patience));
    match JsFuture::from(Promise::race(&late)).await {
        Ok(event) if event.is_undefined() => Err(JsValue::NULL),
        Ok(_) => request.result(),
        Err(_) => Err(error(request)),
    }
}

/// The end of a transaction. To be called before anything is awaited.
pub(super) fn end(transaction: &IdbTransaction) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    }))
}

/// Waits some milliseconds.
pub(in crate::web) async fn wait(ms: i32) {
    let _ = JsFuture::from(timeout(ms)).await;
}

fn settled(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

fn timeout(ms: i32) -> Promise {
    Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
        }
    })
}

fn error(request: &IdbRequest) -> JsValue {
    request.error().ok().flatten().map_or(JsValue::NULL, JsValue::from)
}
