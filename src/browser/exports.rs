//! The module that writes scorecards, as the element hands it over.

use super::error::{Doing, Error};
use crate::date::Date;
use crate::formats::Format;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

const DOING: &str = "write the scorecard";

#[wasm_bindgen]
extern "C" {
    /// A file that the other module wrote.
    pub(super) type File;
    #[wasm_bindgen(method, getter)]
    pub(super) fn name(this: &File) -> String;
    #[wasm_bindgen(method, getter, js_name = mediaType)]
    pub(super) fn media_type(this: &File) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn content(this: &File) -> String;
}

/// Asks for the scorecard of a save file. The questionnaire and the words are the element's.
pub(super) async fn scorecard(
    exports: &Option<Function>,
    format: Format,
    save_file: &str,
    today: Date,
) -> Result<File, Error> {
    let args = Array::of3(&format.id().into(), &save_file.into(), &today.to_string().into());
    Ok(call(exports, &args).await.doing(DOING)?.unchecked_into())
}

/// Calls a function of the element that promises something.
pub(super) async fn call(function: &Option<Function>, args: &Array) -> Result<JsValue, JsValue> {
    let function = function.as_ref().ok_or(JsValue::NULL)?;
    let promise: Promise = function.apply(&JsValue::NULL, args)?.unchecked_into();
    JsFuture::from(promise).await
}
