//! A record of the store `assessments`.

use crate::model::assessment::Mode;
use crate::save::Summary;
use js_sys::{Object, Reflect, JSON};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// An assessment without its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Identifier on this device.
    pub id: Rc<str>,
    /// Identifier of the questionnaire.
    pub pack: Rc<str>,
    /// Everything but the answers, as [`crate::save::head`] writes it.
    pub head: String,
    /// What a list shows of it.
    pub summary: Summary,
    /// How often it was written.
    pub rev: u32,
    /// When it was last written, in milliseconds since 1970.
    pub changed: f64,
}

impl Row {
    pub(super) fn to_js(&self) -> JsValue {
        let object = Object::new();
        let set = |key: &str, value: JsValue| {
            // It fails only for an object that is frozen.
            let _ = Reflect::set(&object, &key.into(), &value);
        };
        set("id", (&*self.id).into());
        set("pack", (&*self.pack).into());
        set("head", (&*self.head).into());
        set("name", (&*self.summary.name).into());
        set("organisation", (&*self.summary.organisation).into());
        set("quick", (self.summary.mode == Mode::Quick).into());
        set("answered", self.summary.answered.into());
        set("total", self.summary.total.into());
        set("last", (&*self.summary.last).into());
        set("rev", self.rev.into());
        set("changed", self.changed.into());
        object.into()
    }

    /// Reads a record; what is missing in it is empty.
    pub(super) fn from_js(object: &JsValue) -> Option<Row> {
        if !object.is_object() {
            return None;
        }
        let get = |key: &str| Reflect::get(object, &key.into()).unwrap_or_default();
        let text = |key: &str| get(key).as_string().unwrap_or_default();
        let number = |key: &str| get(key).as_f64().unwrap_or_default();
        Some(Row {
            id: text("id").into(),
            pack: text("pack").into(),
            head: text("head"),
            summary: Summary {
                name: text("name").into(),
                organisation: text("organisation").into(),
                mode: if get("quick").is_truthy() { Mode::Quick } else { Mode::Full },
                answered: number("answered") as u32,
                total: number("total") as u32,
                last: text("last").into(),
            },
            rev: number("rev") as u32,
            changed: number("changed"),
        })
    }

    /// With another name, in the head as in the list. The rest of the head stays as it is.
    pub(super) fn rename(&mut self, name: &Rc<str>) {
        self.summary.name = name.clone();
        let head = JSON::parse(&self.head).and_then(|head| {
            Reflect::set(&head, &"name".into(), &(&**name).into())?;
            JSON::stringify(&head)
        });
        if let Ok(head) = head {
            self.head = head.into();
        }
    }
}
