//! Gets the browsers and drivers that are missing.

use std::process::Command;

use anyhow::{bail, Context, Result};

use super::browsers::{cache, has_display, Browser};
use crate::process;
use crate::workspace::cargo;

/// Gets what is missing of these browsers, or fails.
pub fn ensure(wanted: impl Iterator<Item = Browser> + Clone) -> Result<()> {
    let mut missing: Vec<&str> = Vec::new();
    for browser in wanted.clone().filter(|browser| !is_complete(*browser)) {
        missing.extend(packages(browser));
    }
    if !missing.is_empty() && process::exists("apt-get") {
        install(&missing)?;
    }
    for browser in wanted {
        if browser == Browser::Firefox && browser.find_driver().is_none() {
            install_geckodriver()?;
        }
        let found = browser.find()?;
        println!("{}: {}, {}", browser.name(), found.browser.display(), found.driver.display());
    }
    Ok(())
}

fn install(packages: &[&str]) -> Result<()> {
    println!("installing {}", packages.join(", "));
    let install: &[&str] = &["install", "--yes", "--quiet", "--no-install-recommends"];
    // Browsers recommend much that tests have no use for, but text needs a font.
    let wanted = [install, &["fonts-dejavu-core"], packages].concat();
    apt_get(&["update", "--quiet"])
        .and_then(|()| apt_get(&wanted))
        .with_context(|| format!("cannot install {}: do it by hand", packages.join(" ")))
}

fn apt_get(args: &[&str]) -> Result<()> {
    let root = process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = Command::new(if root { "env" } else { "sudo" });
    if !root {
        // Never waits for a password: there may be nobody to type it.
        command.args(["-n", "env"]);
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(args);
    process::run(&mut command)
}

/// The Debian packages that bring it.
fn packages(browser: Browser) -> &'static [&'static str] {
    match browser {
        Browser::Chromium => &["chromium", "chromium-driver"],
        Browser::Firefox => &["firefox-esr"],
        Browser::WebKit => &["libwebkit2gtk-4.1-0", "webkit2gtk-driver", "xvfb", "xauth"],
    }
}

fn is_complete(browser: Browser) -> bool {
    let display = browser != Browser::WebKit || has_display() || process::exists("xvfb-run");
    // Firefox's driver is no Debian package.
    let driver = browser == Browser::Firefox || browser.find_driver().is_some();
    display && driver && browser.find_browser().is_some()
}

fn install_geckodriver() -> Result<()> {
    let Some(folder) = cache() else {
        bail!("there is no HOME to install geckodriver in");
    };
    println!("compiling geckodriver for {}, once", folder.display());
    let mut install = cargo();
    install.args(["install", "geckodriver", "--root"]).arg(&folder);
    // Neither our configuration nor our target folder is for it.
    process::run(install.current_dir("/").env_remove("CARGO_TARGET_DIR"))
}
