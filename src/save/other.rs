//! Files that are no save files, but are taken for one: what else there is to download.

use crate::model::pack::json::Json;
use crate::model::pack::read;
use crate::model::pack::{OtherFile, Problem, ProblemKind};

/// So much of a web page is looked at: what made it stands in its head.
const HEAD: usize = 4_000;

/// Separators in the first row of a table. A first line of prose has fewer.
const FEWEST_CELLS: usize = 4;

/// What is wrong with text that could not be opened, or what it is instead.
pub(super) fn recognised(text: &str, problem: Problem) -> Problem {
    let other = match problem.kind {
        ProblemKind::NotThisFormat => json(text),
        ProblemKind::NotJson { .. } => other(text),
        _ => None,
    };
    match other {
        Some(other) => Problem { at: problem.at, kind: ProblemKind::OtherFile(other) },
        None => problem,
    }
}

/// Files of Plumbline say in their first member what they are.
fn json(text: &str) -> Option<OtherFile> {
    let value: Json = serde_json::from_str(read::without_mark(text)).ok()?;
    match value.get("plumbline")?.as_str()? {
        "report" => Some(OtherFile::Data),
        "pack" => Some(OtherFile::Pack),
        _ => None,
    }
}

/// Files that are no JSON, by marks that are the same in every language of the interface.
fn other(text: &str) -> Option<OtherFile> {
    let text = read::without_mark(text).trim_start();
    let begins = |mark: &str| {
        let found = text.as_bytes().get(..mark.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(mark.as_bytes()))
    };
    // A heading, and what made the file at its end.
    if begins("# ") && text.contains("Plumbline") {
        return Some(OtherFile::Text);
    }
    if begins("<!doctype html") || begins("<html") {
        // A page of something else is told as what it is: no JSON.
        let made = text.find("name=\"generator\" content=\"Plumbline ");
        return made.is_some_and(|at| at < HEAD).then_some(OtherFile::WebPage);
    }
    if begins("begin:vcalendar") {
        return Some(OtherFile::Calendar);
    }
    // A printed scorecard; a table that a spreadsheet saved in its own format, which is a ZIP file.
    if begins("%pdf-") || begins("pk\u{3}\u{4}") {
        return Some(OtherFile::Document);
    }
    let is_json = begins("{") || begins("[");
    let first = text.split('\n').next().unwrap_or_default();
    let is_row = |separator: u8| first.bytes().filter(|b| *b == separator).count() >= FEWEST_CELLS;
    (!is_json && b",;\t".iter().any(|separator| is_row(*separator))).then_some(OtherFile::Table)
}
