//! Native tests of the pure core, in one binary (`cargo test --no-default-features`).
//!
//! They ask for behaviour through the public functions and build what they need with [`make`].
#![cfg(not(target_arch = "wasm32"))]

mod answers;
mod default_pack;
mod facts;
mod make;
mod pack;
mod pack_any;
mod plan;
mod report;
mod schema;
mod scoping;
mod score;
mod text;
