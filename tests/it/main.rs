//! Native tests, in one binary. `cargo test --features ssr` runs all of them; without Yew, `cargo test
//! --no-default-features` runs those of the core.
//!
//! They ask for behaviour through the public functions and build what they need with [`make`].
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]
// What reads drawn views is used with Yew alone.
#![cfg_attr(not(feature = "ssr"), allow(dead_code))]

mod answers;
mod any;
mod board;
mod clock;
mod compare;
mod date;
mod decode;
mod default_pack;
mod docs;
mod documents;
mod explanations;
mod facts;
mod findings;
mod formats;
mod groups;
mod inconsistencies;
mod make;
mod metrics;
mod node_html;
mod pack;
mod pack_any;
mod pack_files;
mod picture;
mod plan;
mod properties;
mod reading;
mod report;
mod samples_in_full;
mod save;
mod schedule;
mod schedule_any;
mod schema;
mod scoping;
mod score;
mod script;
mod soa;
mod soak;
mod state;
mod stops;
mod support;
mod text;
mod tidy;
mod verdict;
mod verdict_any;

// These draw views.
#[cfg(feature = "ssr")]
mod composed;
#[cfg(feature = "ssr")]
mod controls;
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod examples;
mod exclusion;
#[cfg(feature = "ssr")]
mod html;
#[cfg(feature = "ssr")]
mod page_answers;
#[cfg(feature = "ssr")]
mod page_board;
#[cfg(feature = "ssr")]
mod page_controls;
#[cfg(feature = "ssr")]
mod page_dates;
#[cfg(feature = "ssr")]
mod page_documents;
#[cfg(feature = "ssr")]
mod page_explained;
#[cfg(feature = "ssr")]
mod page_findings;
#[cfg(feature = "ssr")]
mod page_metrics;
#[cfg(feature = "ssr")]
mod page_milestones;
#[cfg(feature = "ssr")]
mod page_plan;
#[cfg(feature = "ssr")]
mod page_result;
#[cfg(feature = "ssr")]
mod page_search;
#[cfg(feature = "ssr")]
mod page_statement;
#[cfg(feature = "ssr")]
mod page_what_if;
#[cfg(feature = "ssr")]
mod views;
