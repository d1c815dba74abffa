//! The scorecard as files, in a wasm module of its own: answering questions does not need it, so
//! that it is fetched after the first question can be answered.
//!
//! It gets texts and gives texts. The save file carries the answers over, so that both modules
//! compute the scorecard by the same rules from the same values.

use plumbline::date::Date;
use plumbline::formats::{self, Format};
use plumbline::report::Report;
use plumbline::text::{Plural, Text};
use plumbline::{pack, save};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn select(this: &PluralRules, n: u32) -> Result<String, JsValue>;
}

/// A file to hand out.
#[wasm_bindgen]
pub struct File {
    name: String,
    media_type: &'static str,
    content: String,
}

#[wasm_bindgen]
impl File {
    /// Its name, safe on every system.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// Its media type.
    #[wasm_bindgen(getter, js_name = mediaType)]
    pub fn media_type(&self) -> String {
        self.media_type.to_owned()
    }

    /// Its content.
    #[wasm_bindgen(getter)]
    pub fn content(&self) -> String {
        self.content.clone()
    }
}

/// The scorecard of a save file in a format, worded by a locale file; English fills what that
/// lacks.
///
/// # Errors
/// What is wrong with the arguments. The widget passes what it has read before, so none of it is
/// for a reader's eyes.
#[wasm_bindgen]
pub fn scorecard(
    format: &str,
    save_file: &str,
    today: &str,
    pack: &str,
    words: &str,
    english: &str,
) -> Result<File, JsError> {
    let format = Format::ALL.into_iter().find(|known| known.id() == format);
    let format = format.ok_or_else(|| JsError::new("no such format"))?;
    let today = Date::parse(today).ok_or_else(|| JsError::new("no such day"))?;
    let (pack, problems) = pack::parse(pack);
    if !problems.is_empty() {
        return Err(JsError::new("the questionnaire cannot be read"));
    }
    let pack = Rc::new(pack);
    let (answers, _) =
        save::restore(save_file, &pack).map_err(|_| JsError::new("the answers cannot be read"))?;
    let english = Text::parse(english, None, Text::english_plural());
    let language = Text::parse(words, Some(&english), Text::english_plural()).get("lang");
    let text = Text::parse(words, Some(&english), plural(&language));
    let report = Report::new(&pack, &answers, today);
    Ok(File {
        name: format.file_name(&report),
        media_type: format.media_type(),
        content: formats::render(format, &report, &text),
    })
}

/// The plural rule of a language.
fn plural(language: &str) -> Plural {
    match PluralRules::new(language) {
        Ok(rules) => Rc::new(move |n| rules.select(n).unwrap_or_else(|_| "other".into()).into()),
        Err(_) => Text::english_plural(),
    }
}
