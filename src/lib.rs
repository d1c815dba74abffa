//! Plumbline.
pub mod answers;
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
pub mod browser;
pub mod date;
pub mod formats;
pub mod pack;
pub mod picture;
pub mod plan;
pub mod report;
pub mod scoping;
pub mod score;
pub mod text;
