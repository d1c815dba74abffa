//! The scorecard for other programs. `static/schemas/report-3.json` describes the file.
//!
//! The shapes here are the format. They are kept apart from the values of the core, so that a
//! change there cannot change files unnoticed. All numbers are whole: basis points, thirds, half
//! days. They are exact, and the module carries no code that writes fractions.

mod board;
mod judged;
mod planned;
mod shape;

use crate::report::Report;

/// The version of the format that is written. It grows when a reader of the older one would
/// misread a file.
///
/// Format 1 had the scores, strengths, gaps and items alone; format 2 judged by other rules, whose
/// names it has. `static/schemas/report-1.json` and `report-2.json` still describe them for files that
/// were written then.
pub const FORMAT: u32 = 3;

pub(super) fn render(report: &Report) -> String {
    // The shapes hold neither maps with other keys than text nor numbers that JSON lacks, which
    // are the only ways in which this can fail.
    let mut file = serde_json::to_string_pretty(&shape::File::new(report)).unwrap_or_default();
    file.push('\n');
    file
}
