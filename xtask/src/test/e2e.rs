//! Tests in a whole browser. They are written for node's test runner in `tests/e2e/`, start the
//! driver themselves and are told where everything is:
//!
//! | variable | example |
//! |---|---|
//! | `PLUMBLINE_URL` | `http://127.0.0.1:41237` |
//! | `PLUMBLINE_BROWSER` | `chromium`, `firefox` or `webkit` |
//! | `PLUMBLINE_BROWSER_PATH` | `/usr/bin/chromium` |
//! | `PLUMBLINE_DRIVER_PATH` | `/usr/bin/chromedriver` |
//! | `PLUMBLINE_NOW` | `2028-02-29T20:00`, where the clock of the pages begins, if not as always |
//! | `PLUMBLINE_LANGUAGE` | `fa`, the language of the browser itself, if not the machine's |

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use anyhow::Result;

use super::browsers::{has_display, Browser};
use crate::process;
use crate::workspace::root;

/// A browser that hangs, or a driver that a test left behind, would otherwise stop the run for ever.
const LIMIT: Duration = Duration::from_secs(20 * 60);

/// How the driver says that the browser it drove is no longer there.
const BROWSER_GONE: &str = "NoSuchSessionError";

/// Runs the tests of `tests/e2e/` in one browser, against the release build, `with` these variables
/// besides. Where the browser itself crashed on the way, which says nothing of the widget, they run once more: WebKit's small
/// browser for tests was seen to do so.
pub fn run(browser: Browser, rest: &[OsString], with: &[(&str, &str)]) -> Result<()> {
    let folder = root().join("tests/e2e");
    crate::tools::npm(&folder)?;
    let log = root().join("target").join(format!("e2e-{}.tap", browser.name()));
    let first = once(browser, rest, with, &log);
    let gone = std::fs::read_to_string(&log).is_ok_and(|log| log.contains(BROWSER_GONE));
    if first.is_ok() || !gone {
        return first;
    }
    println!("   {} itself crashed: its tests run once more", browser.name());
    once(browser, rest, with, &log)
}

fn once(browser: Browser, rest: &[OsString], with: &[(&str, &str)], log: &Path) -> Result<()> {
    let found = browser.find()?;
    let mut command = if browser == Browser::WebKit && !has_display() {
        let mut screen = Command::new("xvfb-run");
        screen.args(["--auto-servernum", "node"]);
        screen
    } else {
        Command::new("node")
    };
    command
        .args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", log.display()))
        .args(rest)
        .current_dir(root().join("tests/e2e"))
        .env("PLUMBLINE_URL", format!("http://{}", server()?))
        .env("PLUMBLINE_BROWSER", browser.name())
        .env("PLUMBLINE_BROWSER_PATH", found.browser)
        .env("PLUMBLINE_DRIVER_PATH", found.driver)
        .envs(with.iter().copied());
    process::run_within(LIMIT, &mut command)
}

/// One server for all browsers.
fn server() -> Result<SocketAddr> {
    static ADDRESS: OnceLock<SocketAddr> = OnceLock::new();
    if let Some(address) = ADDRESS.get() {
        return Ok(*address);
    }
    let (_, address) = crate::serve::dist()?;
    Ok(*ADDRESS.get_or_init(|| address))
}
