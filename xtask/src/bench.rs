//! `cargo xtask bench`: what a visitor waits for, beside SurveyJS with the same questions.
//!
//! The measuring is done in `tests/bench/`, by node over DevTools; `--help` lists its options.

use std::ffi::OsString;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::test::browsers::{ensure, Browser};
use crate::workspace::{root, target};

/// `cargo xtask bench`: measures `dist/` as it is.
pub fn command(args: &mut lexopt::Parser) -> Result<()> {
    let rest: Vec<OsString> = args.raw_args()?.collect();
    let folder = root().join("tests/bench");
    crate::tools::npm(&folder)?;
    ensure(std::iter::once(Browser::Chromium))?;
    process::run(
        Command::new("node")
            .arg(folder.join("main.mjs"))
            .arg("--kept")
            .arg(target()?.join("bench"))
            .args(rest)
            .env("PLUMBLINE_BROWSER_PATH", Browser::Chromium.find()?.browser),
    )
}
