//! The module that composes the report, as the element hands it over.

use super::edge::Edge;
use super::error::{Doing, Error};
use crate::answers::Answers;
use crate::save;
use crate::state::State;
use js_sys::{Array, Function, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

const DOING: &str = "write the file";

/// With more changes than this, everything is handed over again.
const MOST_CHANGES: usize = 100;

#[wasm_bindgen]
extern "C" {
    /// Composes the report of one assessment.
    #[derive(Clone)]
    pub(super) type Session;
    /// Takes a whole save file.
    #[wasm_bindgen(method)]
    fn restore(this: &Session, save: &str);
    /// Takes a save file that has only the answers to these items; those of others stay.
    #[wasm_bindgen(method)]
    fn change(this: &Session, save: &str, items: Vec<u32>);
    /// Takes or drops the save file to compare with.
    #[wasm_bindgen(method)]
    fn compare(this: &Session, other: Option<String>);
    /// Composes a page: its address, what is on the desk, whether answers can be changed, the day.
    #[wasm_bindgen(method)]
    fn page(this: &Session, page: &str, desk: &str, editable: bool, today: &str) -> Vec<u8>;
    /// Writes a file, by its word.
    #[wasm_bindgen(method, catch)]
    fn file(this: &Session, id: &str, today: &str) -> Result<File, JsValue>;

    /// A file to hand out.
    pub(super) type File;
    #[wasm_bindgen(method, getter)]
    pub(super) fn name(this: &File) -> String;
    #[wasm_bindgen(method, getter, js_name = mediaType)]
    pub(super) fn media_type(this: &File) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn content(this: &File) -> String;
}

/// What the other module was told last.
#[derive(Default)]
pub(super) struct Told {
    session: Option<Session>,
    answers: Option<Rc<Answers>>,
    other: Option<Rc<str>>,
}

impl Edge {
    /// The page of the report that a state shows; nothing before the module is there.
    pub(super) fn compose(&self, state: &State) -> Vec<u8> {
        let Some(page) = state.view.page() else { return Vec::new() };
        let mut told = self.told.borrow_mut();
        let Some(session) = self.session(&mut told, &state.answers) else { return Vec::new() };
        let other = state.desk.other.clone();
        if told.other != other {
            session.compare(other.as_deref().map(str::to_owned));
            told.other = other;
        }
        session.page(page, &state.desk.write(), state.may_edit(), &state.today.to_string())
    }

    /// Waits for the module, and has it write a file.
    pub(super) async fn export(&self, id: &str, answers: &Rc<Answers>) -> Result<File, Error> {
        self.all().await;
        call(&self.ready, &Array::new()).await.doing(DOING)?;
        let mut told = self.told.borrow_mut();
        let session = self.session(&mut told, answers).ok_or(JsValue::NULL).doing(DOING)?;
        session.file(id, &self.today.to_string()).doing(DOING)
    }

    /// Other words or another module: it has to be told everything again.
    pub(super) fn forget_session(&self) {
        self.told.take();
    }

    /// The session, told of these answers.
    fn session(&self, told: &mut Told, answers: &Rc<Answers>) -> Option<Session> {
        let session = match &told.session {
            Some(session) => session.clone(),
            None => {
                let made = self.report.as_ref()?.call0(&JsValue::NULL).ok()?;
                let made: Session = made.is_object().then(|| made.unchecked_into())?;
                told.session = Some(made.clone());
                made
            }
        };
        let pack = self.pack();
        let before = told.answers.replace(answers.clone());
        let changes = before.as_ref().and_then(|before| before.changes(answers));
        match changes.filter(|changes| changes.len() < MOST_CHANGES) {
            Some(_) if before.is_some_and(|before| Rc::ptr_eq(&before, answers)) => (),
            Some(items) => {
                let changed = items.iter().filter_map(|item| {
                    let answer = answers.get(*item).map(|answer| save::answer(answer));
                    Some((&*pack.item(*item)?.id, answer.unwrap_or_else(|| "{}".into())))
                });
                let text = save::assemble(&save::head(&pack, answers), changed);
                session.change(&text, items.iter().map(|item| *item as u32).collect());
            }
            None => session.restore(&save::save(&pack, answers)),
        }
        Some(session)
    }
}

/// Calls a function of the element that promises something.
pub(super) async fn call(function: &Option<Function>, args: &Array) -> Result<JsValue, JsValue> {
    let function = function.as_ref().ok_or(JsValue::NULL)?;
    let promise: Promise = function.apply(&JsValue::NULL, args)?.unchecked_into();
    JsFuture::from(promise).await
}
