//! The thin edge that touches the browser: one file per API, named after it.
//!
//! [`mount`] draws the widget and ties it to an [`edge::Edge`], which carries out each
//! [`crate::state::Command`] and reports with [`crate::state::Action::Device`]. What fails here
//! becomes a state that the reader sees; nothing here panics.

mod channel;
mod clock;
mod commands;
mod download;
mod edge;
mod error;
mod file;
mod focus;
mod history;
mod id;
pub mod lock;
mod mount;
mod parts;
mod saving;
mod shelf;
pub mod storage;
mod unload;
mod words;

pub use error::{Cause, Error};
pub use mount::{mount, start, Options, Widget};
