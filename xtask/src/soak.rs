//! `cargo xtask soak`: what takes long and seldom fails, run once for each issue, whose note has the
//! figures. It tests `dist/` as it is.

use std::ffi::OsString;
use std::time::{Instant, SystemTime};

use anyhow::{bail, Result};
use lexopt::prelude::*;

use crate::process;
use crate::test::browsers::{ensure, Browser};
use crate::test::e2e;
use crate::workspace::cargo;

/// A name and what it runs.
type Part = (&'static str, fn() -> Result<()>);

const PARTS: [Part; 3] = [("mounts", mounts), ("kills", kills), ("files", files)];

/// `cargo xtask soak`: the parts that are named, or all.
pub fn command(args: &mut lexopt::Parser) -> Result<()> {
    let mut named: Vec<OsString> = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Value(name) if PARTS.iter().any(|(part, _)| name == *part) => named.push(name),
            Value(name) => bail!("there is no part {name:?}; there are: {}", names()),
            _ => return Err(arg.unexpected().into()),
        }
    }
    process::adopt();
    let mut failed = Vec::new();
    let mut table = String::new();
    for (name, run) in PARTS {
        if !named.is_empty() && !named.iter().any(|part| part == name) {
            continue;
        }
        println!("== {name}");
        let started = Instant::now();
        let result = run();
        process::kill_strays();
        let outcome = if result.is_ok() { "passed" } else { "failed" };
        table += &format!("{name:<10} {outcome} {:>8.1} s\n", started.elapsed().as_secs_f32());
        if let Err(error) = result {
            eprintln!("error: {error:#}");
            failed.push(name);
        }
    }
    print!("\n{table}");
    if !failed.is_empty() {
        bail!("these parts failed: {}", failed.join(", "));
    }
    Ok(())
}

fn names() -> String {
    PARTS.map(|(name, _)| name).join(", ")
}

/// The widget on a page, shown and taken away 500 times.
fn mounts() -> Result<()> {
    in_chromium("soak/mounts.mjs")
}

/// The browser killed 50 times, each right after an answer was said to be saved.
fn kills() -> Result<()> {
    in_chromium("soak/kills.mjs")
}

fn in_chromium(file: &str) -> Result<()> {
    ensure(std::iter::once(Browser::Chromium))?;
    e2e::run(Browser::Chromium, &[file.into()], &[])
}

/// 100,000 files that were changed somewhere, other ones each time.
fn files() -> Result<()> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let mut command = cargo();
    command.args(["test", "--no-default-features", "--test=it", "--", "soak::"]);
    command.args(["--ignored", "--nocapture"]);
    if std::env::var_os("PLUMBLINE_SOAK_SEED").is_none() {
        command.env("PLUMBLINE_SOAK_SEED", now.as_secs().to_string());
    }
    process::run(&mut command)
}
