//! The thin edge that touches the browser: one file per API, named after it.
//!
//! [`mount`] draws the widget and ties it to a [`host::Host`], which carries out each
//! [`crate::app::Effect`] and reports each [`crate::app::Event`]. What fails here becomes a
//! state that the reader sees; nothing here panics.

mod channel;
mod clock;
mod device;
mod download;
mod effects;
mod error;
mod file;
mod focus;
mod history;
mod host;
mod id;
mod library;
pub mod lock;
mod mount;
mod parts;
mod preferences;
mod saving;
pub mod storage;
mod unload;
mod words;

pub use error::{Cause, Error};
pub use mount::{mount, start, Options, Widget};
