//! The assessments on this device: in IndexedDB, and in memory what could not be written there.
//!
//! Database `plumbline`, version 1. Store `assessments` has one record for each assessment, store
//! `answers` one JSON text for each answer, at `[assessment, item]`. Each record counts its
//! writes; a write names the count that it builds on and is refused if another one came first, so
//! that two tabs cannot overwrite each other, with locks or without.

mod change;
mod database;
mod request;
mod row;
mod unsaved;

pub use change::{Change, Part};
pub use database::Database;
pub(super) use request::wait;
pub use row::Row;
pub use unsaved::{Unsaved, UnsavedStore};

/// A head and the answers by identifier, as [`crate::save`] writes them.
pub type Stored = (Row, Vec<(String, String)>);
