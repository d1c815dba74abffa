//! Plumbline.
pub mod answers;
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
pub mod browser;
pub mod date;
pub mod findings;
pub mod formats;
pub mod pack;
pub mod picture;
pub mod plan;
pub mod report;
pub mod save;
pub mod scoping;
pub mod score;
pub mod state;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
