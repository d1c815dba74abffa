//! The day, the time, and how a language writes them and numbers.

use super::host::Host;
use super::storage::wait;
use crate::app::Event;
use crate::export::Separator;
use crate::i18n::text::{Lower, Plural, Text};
use crate::model::date::Date;
use js_sys::Object;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

// `js_sys` has these too, but its constructors do not catch what an unknown language throws.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, ms: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn select(this: &PluralRules, n: u32) -> Result<String, JsValue>;
}

/// Milliseconds since 1970.
pub(super) fn now() -> f64 {
    js_sys::Date::now()
}

/// Today in the reader's time zone.
pub(super) fn today() -> Option<Date> {
    day(&js_sys::Date::new_0())
}

/// The day of a moment in the reader's time zone.
pub(super) fn day_of(ms: f64) -> Option<Date> {
    day(&js_sys::Date::new(&ms.into()))
}

fn day(at: &js_sys::Date) -> Option<Date> {
    let part = |n: u32| u8::try_from(n).ok();
    Date::new(
        u16::try_from(at.get_full_year()).ok()?,
        part(at.get_month() + 1)?,
        part(at.get_date())?,
    )
}

const DAY: f64 = 86_400_000.0;

impl Host {
    /// Tells the widget of a new day, for as long as it is there. At midnight, and each minute for a
    /// device that slept: its timers may have slept too.
    pub(super) fn watch_day(self: &Rc<Host>) {
        let host = Rc::downgrade(self);
        spawn_local(async move {
            while let Some(here) = host.upgrade().filter(|host| host.state().is_some()) {
                here.check_day();
                drop(here);
                wait(to_midnight().min(60_000)).await;
            }
        });
    }

    /// Tells the widget of a new day, if it is one.
    pub(super) fn check_day(&self) {
        if let (Some(today), Some(state)) = (today(), self.state()) {
            if today != state.today {
                self.notify(Event::Day(today));
            }
        }
    }
}

/// Milliseconds until the next day, where none is longer or shorter, and a little more.
fn to_midnight() -> i32 {
    let now = js_sys::Date::new_0();
    let passed = (now.get_time() - now.get_timezone_offset() * 60_000.0) % DAY;
    (DAY - passed) as i32 + 50
}

/// What spreadsheets have between cells where numbers are written as in this browser.
pub(super) fn separator() -> Separator {
    let half = JsValue::from_f64(1.5);
    let written = half.unchecked_ref::<Object>().to_locale_string();
    match String::from(written).contains(',') {
        true => Separator::Semicolon,
        false => Separator::Comma,
    }
}

/// A day with the time, e.g. "22 Nov 2026, 14:05".
pub(super) fn day_and_time(text: &Text, ms: f64) -> Rc<str> {
    let day = day_of(ms).map(|day| text.date(day)).unwrap_or_default();
    text.fill("date.time", &[("date", &day), ("time", &time(&text.get("lang"), ms))])
}

/// The time of day on 24 hours, e.g. "14:05": who embeds the widget does not know whether its
/// readers count to twelve.
pub(super) fn time(language: &str, ms: f64) -> Rc<str> {
    let options = Object::new();
    for (name, style) in [("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")] {
        let _ = js_sys::Reflect::set(&options, &(*name).into(), &(*style).into());
    }
    let made = DateTimeFormat::new(language, &options);
    let made = made.or_else(|_| DateTimeFormat::new("en", &options));
    made.and_then(|format| format.format(ms)).unwrap_or_default().into()
}

/// Lower case, the same in every language as in the standard library: what a Turkish reader types
/// finds English words too.
pub(super) fn lower() -> Lower {
    Rc::new(|text| js_sys::JsString::from(text).to_lower_case().into())
}

/// The plural rule of a language.
pub(super) fn plural(language: &str) -> Plural {
    match PluralRules::new(language) {
        Ok(rules) => Rc::new(move |n| rules.select(n).unwrap_or_else(|_| "other".into()).into()),
        Err(_) => Text::english_plural(),
    }
}
