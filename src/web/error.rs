//! What went wrong in the browser, as a value.

use crate::app::Failure;
use crate::i18n::text::Text;
use js_sys::Reflect;
use std::fmt;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Something that the browser refused.
#[derive(Debug)]
pub struct Error {
    /// What was being done, as in "could not ...".
    pub doing: &'static str,
    /// Why it failed.
    pub cause: Cause,
}

/// Why it failed.
#[derive(Debug)]
pub enum Cause {
    /// The browser threw this.
    Thrown(JsValue),
    /// There is no storage here, or it may not be used.
    Blocked(JsValue),
    /// The database is of a newer version of Plumbline.
    Newer,
    /// Somebody else wrote this assessment in the meantime.
    Overtaken,
    /// The assessment is no longer there.
    Gone,
    /// A part of the program has not come.
    Missing,
}

/// Says what was being done when the browser threw.
pub(super) trait Context<T> {
    fn doing(self, doing: &'static str) -> Result<T, Error>;
}

impl<T> Context<T> for Result<T, JsValue> {
    fn doing(self, doing: &'static str) -> Result<T, Error> {
        self.map_err(|thrown| Error { doing, cause: Cause::Thrown(thrown) })
    }
}

impl Error {
    /// The name of what was thrown, e.g. `QuotaExceededError`.
    pub fn name(&self) -> String {
        match &self.cause {
            Cause::Thrown(thrown) | Cause::Blocked(thrown) => member(thrown, "name"),
            _ => String::new(),
        }
    }

    /// As the state knows it.
    pub(super) fn failure(&self, text: &Text) -> Failure {
        match &self.cause {
            _ if self.name() == "QuotaExceededError" => Failure::Full,
            Cause::Thrown(_) => Failure::Other(self.words(text)),
            Cause::Blocked(_) => Failure::Blocked,
            Cause::Newer => Failure::Other(text.get("failure.newer")),
            Cause::Overtaken => Failure::Overtaken,
            Cause::Gone => Failure::Other(text.get("failure.gone")),
            Cause::Missing => Failure::Missing,
        }
    }

    /// The browser's words.
    pub(super) fn words(&self, text: &Text) -> Rc<str> {
        let words = match &self.cause {
            Cause::Thrown(thrown) => member(thrown, "message"),
            Cause::Missing => return text.get("failure.missing"),
            _ => String::new(),
        };
        if words.is_empty() {
            text.get("failure.unknown")
        } else {
            words.into()
        }
    }

    /// Tells whoever reads the console.
    pub(super) fn warn(&self) {
        web_sys::console::warn_1(&JsValue::from_str(&self.to_string()));
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Plumbline could not {}: ", self.doing)?;
        match &self.cause {
            Cause::Thrown(thrown) | Cause::Blocked(thrown) => {
                write!(f, "{} {}", member(thrown, "name"), member(thrown, "message"))
            }
            Cause::Newer => f.write_str("the data are of a newer version"),
            Cause::Overtaken => f.write_str("it was written elsewhere in the meantime"),
            Cause::Gone => f.write_str("it is no longer there"),
            Cause::Missing => f.write_str("a part of the program could not be fetched"),
        }
    }
}

impl std::error::Error for Error {}

/// A text member of a JavaScript object; empty where there is none.
fn member(object: &JsValue, name: &str) -> String {
    Reflect::get(object, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}
