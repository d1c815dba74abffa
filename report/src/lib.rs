//! The report as pages and as files, in a wasm module of its own: answering questions does not
//! need it, so that it is fetched after the first question can be answered.
//!
//! It gets texts and gives bytes and texts. Save files carry the answers over, so that both modules
//! compute by the same rules from the same values.

use plumbline::date::Date;
use plumbline::page::Book;
use plumbline::state::Desk;
use plumbline::text::{Plural, Text};
use plumbline::{node, pack};
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

    /// Lower case for all scripts, which the standard library would bring tables for.
    #[wasm_bindgen(js_namespace = ["String", "prototype", "toLowerCase"], js_name = call)]
    fn lower(text: &str) -> String;
}

/// Composes the report of one assessment.
#[wasm_bindgen]
pub struct Session(Book);

#[wasm_bindgen]
impl Session {
    /// A session without answers. The words come as locale files, each filling what those before
    /// it lack: English, then the wanted language.
    ///
    /// # Errors
    /// The questionnaire cannot be read. The widget passes the one that it has read itself.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &str, words: Vec<String>) -> Result<Session, JsError> {
        let (pack, problems) = pack::parse(pack);
        if !problems.is_empty() {
            return Err(JsError::new("the questionnaire cannot be read"));
        }
        let mut text = Text::parse("", None, Text::english_plural());
        for words in words {
            text = Text::parse(&words, Some(&text), Text::english_plural());
        }
        let plural = plural(&text.get("lang"));
        let text = text.with_plural(plural).with_lower(Rc::new(lower));
        Ok(Session(Book::new(Rc::new(pack), text)))
    }

    /// Takes a whole save file.
    pub fn restore(&mut self, save: &str) {
        self.0.restore(save);
    }

    /// Takes a save file that has only the answers to these items; those of others stay.
    pub fn change(&mut self, save: &str, items: Vec<u32>) {
        self.0.change(save, items.into_iter().map(|item| item as usize));
    }

    /// Takes or drops the save file to compare with.
    pub fn compare(&mut self, other: Option<String>) {
        self.0.compare(other.map(Into::into));
    }

    /// A page, as [`node::wire`] writes it: its address, what is on the desk, whether answers can
    /// be changed, the day.
    pub fn page(&self, page: &str, desk: &str, editable: bool, today: &str) -> Vec<u8> {
        let Some(today) = Date::parse(today) else { return Vec::new() };
        node::wire::write(&self.0.page(page, &Desk::read(desk), editable, today))
    }

    /// A file, by its word.
    ///
    /// # Errors
    /// There is no such file or day. The widget asks for what the pages offer.
    pub fn file(&self, id: &str, today: &str) -> Result<File, JsError> {
        let today = Date::parse(today).ok_or_else(|| JsError::new("no such day"))?;
        self.0.file(id, today).map(File).ok_or_else(|| JsError::new("no such file"))
    }
}

/// A file to hand out.
#[wasm_bindgen]
pub struct File(plumbline::formats::File);

#[wasm_bindgen]
impl File {
    /// Its name, safe on every system.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.0.name.clone()
    }

    /// Its media type.
    #[wasm_bindgen(getter, js_name = mediaType)]
    pub fn media_type(&self) -> String {
        self.0.media_type.to_owned()
    }

    /// Its content.
    #[wasm_bindgen(getter)]
    pub fn content(&self) -> String {
        self.0.content.clone()
    }
}

/// The plural rule of a language.
fn plural(language: &str) -> Plural {
    match PluralRules::new(language) {
        Ok(rules) => Rc::new(move |n| rules.select(n).unwrap_or_else(|_| "other".into()).into()),
        Err(_) => Text::english_plural(),
    }
}
