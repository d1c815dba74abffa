//! Plumbline walks an organisation through an ISO/IEC 27001 readiness questionnaire and writes a
//! scorecard. Everything happens where it runs: a browser, or a test.
//!
//! The crate is a pure core, views that are functions of values, and one thin edge that touches
//! the browser. Imports run down this list, never up:
//!
//! - [`part`]: what is fetched after the first draw.
//! - [`date`]: a calendar date; the core has no clock.
//! - [`sorted`]: a small map and set.
//! - [`node`]: a page as a value.
//! - [`pack`]: the questionnaire, read from JSON with every problem reported at its place.
//! - [`answers`]: what a respondent said.
//! - [`scoping`], [`score`], [`findings`], [`plan`]: the rules. Controls that may be left out,
//!   figures with bounds, what an auditor would raise and what does not fit together, what to do
//!   first.
//! - [`roadmap`], [`metrics`]: the action plan with dates, and what to measure first.
//! - [`verdict`], [`documents`], [`soa`]: whether each stage of a certification could be passed,
//!   how the documents stand that the standard asks for, and the Statement of Applicability.
//! - [`groups`]: the same answers by clause, lens, phase, owner and stage.
//! - [`save`]: the save file, [`compare`] then and now.
//! - [`report`]: the scorecard as one value, [`board`] one page of it for the board.
//! - [`text`]: the words of the interface in one language, [`wording`] all that is judged in these
//!   words.
//! - [`picture`]: what is drawn of a report, as values of [`node`].
//! - [`formats`]: the scorecard as HTML, CSV, Markdown and JSON, the statement as CSV and
//!   Markdown, the plan as a calendar and as tasks.
//! - [`state`]: everything a click can do.
//! - [`page`]: the pages of the report.
//! - `ui`: the views (feature `ui`). They ask for everything else through callbacks.
//! - `browser`: mounting, storage, downloads (wasm32 only).
//!
//! ```
//! use plumbline::{answers::{Answers, Mode}, date::Date, pack, report::Report};
//! use std::rc::Rc;
//!
//! let (pack, problems) = pack::parse(include_str!("../controls.json"));
//! assert!(problems.is_empty());
//! let pack = Rc::new(pack);
//! let answers = Answers::new(&pack, Mode::Full);
//! let today = Date::new(2026, 11, 22).ok_or("no such day")?;
//! let report = Report::new(&pack, &answers, today);
//! assert_eq!(report.tally().unanswered(), 123);
//! # Ok::<(), &str>(())
//! ```

/// The version of this program.
pub const TOOL_VERSION: &str = env!("CARGO_PKG_VERSION");

pub mod part;
pub mod date;
pub mod sorted;
pub mod node;
pub mod pack;
pub mod answers;
pub mod scoping;
pub mod score;
pub mod findings;
pub mod plan;
pub mod roadmap;
pub mod metrics;
pub mod verdict;
pub mod documents;
pub mod soa;
pub mod groups;
pub mod save;
pub mod compare;
pub mod search;
pub mod report;
pub mod board;
pub mod text;
pub mod wording;
pub mod picture;
pub mod formats;
pub mod state;
#[cfg(feature = "ui")]
pub mod page;
#[cfg(feature = "ui")]
pub mod ui;
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
pub mod browser;
