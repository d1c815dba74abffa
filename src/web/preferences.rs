//! Keeps how the reader likes to answer, and whether there are assessments, in the local storage of
//! the site: both are needed for the first draw. Where that is blocked, it lasts as long as the page.

use crate::app::Preferences;
use web_sys::Storage;

const KEY: &str = "plumbline";
const KEPT: &str = "plumbline-kept";

pub(super) fn read() -> Preferences {
    let stored = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    Preferences::parse(&stored.unwrap_or_default())
}

pub(super) fn write(preferences: Preferences) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, &preferences.text());
    }
}

/// Whether the device kept assessments when they were last listed.
pub(super) fn expects_library() -> bool {
    storage().and_then(|storage| storage.get_item(KEPT).ok()?).is_some()
}

pub(super) fn note_library(kept: bool) {
    if let Some(storage) = storage() {
        let _ = match kept {
            true => storage.set_item(KEPT, "1"),
            false => storage.remove_item(KEPT),
        };
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
