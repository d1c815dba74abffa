//! The tests once more, as if on other days, at both ends of the world and in another language:
//! nothing that they expect may depend on the machine's calendar, clock, zone or language.

use std::ffi::OsString;

use anyhow::{Context, Result};

use super::browsers::Browser;
use super::e2e;
use crate::process;
use crate::workspace::cargo;

/// A Friday, after which a plan begins on another day than tomorrow; a leap day; an end of year.
const DAYS: [&str; 3] = ["2027-04-16", "2028-02-29", "2031-12-31"];

/// The first and the last zone, UTC+14 and UTC-12 (POSIX turns the sign), at an hour at which
/// Greenwich has another date.
const ZONES: [(&str, &str); 2] = [("Etc/GMT-14", "06:00"), ("Etc/GMT+12", "20:00")];

/// A language with other digits, and from right to left.
const LANGUAGE: &str = "fa";

/// The end-to-end tests that have to do with days: files, and what is judged and planned.
const FILES: [&str; 3] = ["day.test.mjs", "files.test.mjs", "report.test.mjs"];

/// The native tests in another zone, then those of [`FILES`] on each day in each zone.
pub fn run(rest: &[OsString]) -> Result<()> {
    let mut native = cargo();
    native.args(["test", "--no-default-features", "--quiet"]);
    process::run(native.env("TZ", ZONES[0].0).env("LC_ALL", LANGUAGE))?;
    let files: Vec<OsString> = FILES.iter().map(Into::into).collect();
    let rest = if rest.is_empty() { &files } else { rest };
    for day in DAYS {
        for (zone, hour) in ZONES {
            let now = format!("{day}T{hour}");
            println!("   {now} in {zone}");
            let at = [("PLUMBLINE_NOW", &*now), ("TZ", zone), ("PLUMBLINE_LANGUAGE", LANGUAGE)];
            e2e::run(Browser::Chromium, rest, &at)
                .with_context(|| format!("at {now} in {zone}"))?;
        }
    }
    Ok(())
}
