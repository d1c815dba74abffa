//! Tests of `dist/npm` and `dist/cdn`, in `tests/package/`. They pack the npm package, build small
//! sites with it by each bundler and use those in Chromium; the variables are those of the
//! end-to-end tests.

use std::ffi::OsString;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use super::browsers::Browser;
use crate::process;
use crate::workspace::root;

/// A bundler that waits for something would otherwise stop the run for ever.
const LIMIT: Duration = Duration::from_secs(10 * 60);

/// Folders whose packages the tests use.
const PACKAGES: [&str; 3] = ["tests/e2e", "tests/package", "tests/package/react18"];

pub fn run(rest: &[OsString]) -> Result<()> {
    for folder in PACKAGES {
        crate::tools::npm(&root().join(folder))?;
    }
    let found = Browser::Chromium.find()?;
    let mut pack = Command::new("node");
    process::run(pack.arg("harness/pack.mjs").current_dir(root().join("tests/package")))?;
    let mut tests = Command::new("node");
    // One file after the other: bundlers use all cores by themselves, and time counts in browsers.
    tests
        .args(["--test", "--test-reporter=spec", "--test-concurrency=1"])
        .args(rest)
        .current_dir(root().join("tests/package"))
        .env("PLUMBLINE_BROWSER", Browser::Chromium.name())
        .env("PLUMBLINE_BROWSER_PATH", found.browser)
        .env("PLUMBLINE_DRIVER_PATH", found.driver);
    process::run_within(LIMIT, &mut tests)
}
