//! `cargo xtask test-runner`: what cargo starts in place of a test compiled to wasm. It is
//! wasm-bindgen's own runner, of the version that `Cargo.lock` names.

use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context, Result};

use super::browsers::Browser;
use crate::workspace::{target, write};

/// Set once the environment is as wasm-bindgen's runner wants it.
const SETTINGS: &str = "WASM_BINDGEN_TEST_WEBDRIVER_JSON";

/// Runs the tests of one wasm file in Chromium.
pub fn command(args: &mut lexopt::Parser) -> Result<()> {
    // `cargo test --quiet` passes its flag on, and the runner would refuse it.
    let args = args.raw_args()?.filter(|arg| arg != "--quiet" && arg != "-q");
    if std::env::var_os(SETTINGS).is_some() {
        let all = std::iter::once(OsString::from("wasm-bindgen-test-runner")).chain(args);
        return wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(all);
    }
    // The runner takes settings from its environment only, so it is another process. No process
    // group of its own: Ctrl-C has to reach it.
    let found = Browser::Chromium.find()?;
    let settings = target()?.join("plumbline/webdriver.json");
    write(&settings, settings_for(&found.browser.to_string_lossy()).as_bytes())?;
    let xtask = std::env::current_exe().context("cannot find the path of xtask")?;
    let mut again = Command::new(xtask);
    again.arg("test-runner").args(args).env(SETTINGS, settings).env("CHROMEDRIVER", found.driver);
    for (name, seconds) in [("TEST", "120"), ("TEST_DRIVER", "30")] {
        let name = format!("WASM_BINDGEN_{name}_TIMEOUT");
        if std::env::var_os(&name).is_none() {
            again.env(name, seconds);
        }
    }
    let status = again.status().context("cannot start the test runner")?;
    std::process::exit(status.code().unwrap_or(1));
}

/// Capabilities for chromedriver. Chromium is kept from calling home, which on a machine without
/// a network takes time; `--headless` and `--no-sandbox` the runner adds.
fn settings_for(browser: &str) -> String {
    let args = [
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
    ];
    serde_json::json!({ "goog:chromeOptions": { "binary": browser, "args": args } }).to_string()
}
