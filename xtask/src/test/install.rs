//! Gets the browsers and drivers that are missing.

use std::process::Command;

use anyhow::{bail, Context, Result};

use super::browsers::{cache, has_display, Browser};
use crate::process;
use crate::workspace::cargo;

/// Text needs a font, which browsers only recommend. The others are wide, and readers have such: the
/// layout is tested with them too.
const FONTS: [&str; 3] = ["fonts-dejavu-core", "fonts-opendyslexic", "fonts-comfortaa"];

/// Gets what is missing of these browsers, or fails.
pub fn ensure(wanted: impl Iterator<Item = Browser> + Clone) -> Result<()> {
    let mut missing: Vec<&str> = Vec::new();
    for browser in wanted.clone().filter(|browser| !is_complete(*browser)) {
        missing.extend(packages(browser));
    }
    if process::exists("apt-get") {
        missing.extend(FONTS.iter().filter(|font| !is_installed(font)));
        if !missing.is_empty() {
            install(&missing)?;
        }
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
    // Without what is recommended: tests have no use for most of it.
    let install: &[&str] = &["install", "--yes", "--quiet", "--no-install-recommends"];
    let wanted = [install, packages].concat();
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

fn is_installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    let query = query.args(["--show", "--showformat=${db:Status-Status}", package]);
    process::output(query).is_ok_and(|status| status == "installed")
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
