//! The commands of `plumbline`, without the terminal: each takes values and gives what is to be
//! printed.
//!
//! - [`args`]: what was asked for.
//! - [`check`]: reads packs, and says what is wrong with them and how they read.
//! - [`lint`]: this project's own rules for the content of a pack.
//! - [`quick`]: how well the quick check of a pack predicts its full result.

#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod args;
pub mod check;
pub mod lint;
pub mod quick;
mod error;

pub use error::Error;
