//! Native tests, in one binary (`cargo test --no-default-features`).
//!
//! They ask for behaviour through the public functions and build what they need with [`make`].
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]
// What reads drawn views is used with Yew alone.
#![cfg_attr(not(feature = "ssr"), allow(dead_code))]

#[cfg(feature = "ssr")]
mod controls;
mod answers;
#[cfg(feature = "ssr")]
mod answers_page;
mod any;
mod board;
#[cfg(feature = "ssr")]
mod board_page;
mod compare;
#[cfg(feature = "ssr")]
mod composed;
mod default_pack;
mod date;
mod documents;
#[cfg(feature = "ssr")]
mod drawn;
#[cfg(feature = "ssr")]
mod examples;
mod facts;
mod findings;
mod formats;
mod groups;
#[cfg(feature = "ssr")]
mod html;
mod inconsistencies;
mod make;
mod metrics;
mod node_html;
mod pack;
#[cfg(feature = "ssr")]
mod page_controls;
#[cfg(feature = "ssr")]
mod page_findings;
#[cfg(feature = "ssr")]
mod page_metrics;
#[cfg(feature = "ssr")]
mod page_plan;
#[cfg(feature = "ssr")]
mod page_result;
#[cfg(feature = "ssr")]
mod page_search;
mod pack_any;
#[cfg(feature = "ssr")]
mod page_statement;
#[cfg(feature = "ssr")]
mod page_milestones;
#[cfg(feature = "ssr")]
mod page_what_if;
mod picture;
mod plan;
mod properties;
mod report;
mod roadmap;
mod roadmap_any;
mod samples_in_full;
mod save;
mod schema;
mod scoping;
mod score;
mod script;
mod soa;
mod soak;
mod state;
mod support;
mod text;
mod tidy;
mod verdict;
mod verdict_any;
#[cfg(feature = "ssr")]
mod views;
