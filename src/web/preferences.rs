//! Keeps how the reader likes to answer, in the local storage of the site. Where that is blocked,
//! it lasts as long as the page.

use crate::app::Preferences;
use web_sys::Storage;

const KEY: &str = "plumbline";

pub(super) fn read() -> Preferences {
    let stored = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    Preferences::parse(&stored.unwrap_or_default())
}

pub(super) fn write(preferences: Preferences) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, &preferences.text());
    }
}

pub(super) fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
