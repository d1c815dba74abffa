//! Native tests of the core, one module a subject.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

mod formats;
mod picture;
mod support;
