//! Plumbline walks an organisation through an ISO/IEC 27001 readiness questionnaire and writes a
//! scorecard. Everything happens where it runs: a browser, or a test.
//!
//! The crate is a pure core, views that are functions of values, and one thin edge that touches
//! the browser. Imports run down this list, never up:
//!
//! - [`part`]: parts of the program that are fetched after the first draw.
//! - [`model`]: what is asked and what was said: [`model::pack`], [`model::assessment`], days; files
//!   as text: [`model::decode`]. The core has no clock: the day is an argument of what needs it.
//! - [`rules`]: scores, findings, verdict, plan, statement, documents, metrics, groups, search.
//! - [`save`]: the save file.
//! - [`report`]: all that is judged, as one value that pages and files read; one page of it for the
//!   board, and then and now.
//! - [`i18n`]: the words of the interface, and one wording of all that is judged.
//! - [`picture`]: what is drawn, as values without Yew that pages and files show.
//! - [`export`]: the scorecard as HTML, CSV, Markdown and JSON, the statement as CSV and Markdown,
//!   the plan as a calendar and as tasks. A part of its own.
//! - [`app`]: everything a click can do, without a browser.
//! - `view`: what pages are made of (feature `ui`).
//! - `pages`: the pages, and the component that holds the state. Those of the report are a part of
//!   their own.
//! - `web`: mounting, storage, downloads: the only module that knows a browser (wasm32 only).
//!
//! ```
//! use plumbline::model::{assessment::{Assessment, Mode}, date::Date, pack};
//! use plumbline::report::Report;
//! use std::rc::Rc;
//!
//! let (pack, problems) = pack::parse(include_str!("../controls.json"));
//! assert!(problems.is_empty());
//! let pack = Rc::new(pack);
//! let assessment = Assessment::new(&pack, Mode::Full);
//! let today = Date::new(2026, 11, 22).ok_or("no such day")?;
//! let report = Report::new(&pack, &assessment, today);
//! assert_eq!(report.tally().unanswered(), 123);
//! # Ok::<(), &str>(())
//! ```

/// The version of this program.
pub const TOOL_VERSION: &str = env!("CARGO_PKG_VERSION");

pub mod part;
pub mod model;
pub mod rules;
pub mod save;
pub mod report;
pub mod i18n;
pub mod picture;
pub mod export;
pub mod app;
#[cfg(feature = "ui")]
pub mod view;
#[cfg(feature = "ui")]
pub mod pages;
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
pub mod web;
