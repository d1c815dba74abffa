//! Tests in a whole browser. They are written for node's test runner in `tests/e2e/`, start the
//! driver themselves and are told where everything is:
//!
//! | variable | example |
//! |---|---|
//! | `PLUMBLINE_URL` | `http://127.0.0.1:41237` |
//! | `PLUMBLINE_BROWSER` | `chromium`, `firefox` or `webkit` |
//! | `PLUMBLINE_BROWSER_PATH` | `/usr/bin/chromium` |
//! | `PLUMBLINE_DRIVER_PATH` | `/usr/bin/chromedriver` |

use std::ffi::OsString;
use std::net::SocketAddr;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use anyhow::Result;

use super::browsers::{has_display, Browser};
use crate::process;
use crate::workspace::root;

/// A browser that hangs, or a driver that a test left behind, would otherwise stop the run for ever.
const LIMIT: Duration = Duration::from_secs(20 * 60);

/// Runs the tests of `tests/e2e/` in one browser, against the release build.
pub fn run(browser: Browser, rest: &[OsString]) -> Result<()> {
    let folder = root().join("tests/e2e");
    crate::tools::npm(&folder)?;
    let found = browser.find()?;
    let mut command = if browser == Browser::WebKit && !has_display() {
        let mut screen = Command::new("xvfb-run");
        screen.args(["--auto-servernum", "node"]);
        screen
    } else {
        Command::new("node")
    };
    command
        .args(["--test", "--test-reporter=spec"])
        .args(rest)
        .current_dir(folder)
        .env("PLUMBLINE_URL", format!("http://{}", server()?))
        .env("PLUMBLINE_BROWSER", browser.name())
        .env("PLUMBLINE_BROWSER_PATH", found.browser)
        .env("PLUMBLINE_DRIVER_PATH", found.driver);
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
