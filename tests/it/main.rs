//! Native tests, in one binary (`cargo test --no-default-features`).
//!
//! They ask for behaviour through the public functions and build what they need with [`make`].
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

mod acts;
mod answers;
mod answers_page;
mod any;
mod board;
mod board_page;
mod compare;
mod composed;
mod default_pack;
mod date;
mod documents;
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
mod page_keys;
mod page_findings;
mod page_metrics;
mod page_plan;
mod page_result;
mod pack_any;
mod page_statement;
mod page_milestones;
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
mod sorted;
mod state;
mod support;
mod text;
mod tidy;
mod verdict;
mod verdict_any;
#[cfg(feature = "ssr")]
mod views;
