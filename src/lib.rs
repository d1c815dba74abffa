//! Plumbline.
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
pub mod browser;
