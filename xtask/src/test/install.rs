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

/// Installs packages while no service may start, and keeps theirs off afterwards: nobody who runs
/// tests wants a web server on their machine. A policy that is there already stays; ours forbids
/// nothing once this script has ended, even if it was killed and could not remove it.
const WITHOUT_SERVICES: &str = r#"
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ] || grep -q plumbline "$policy"; then
    trap 'rm -f "$policy"' EXIT
    trap 'exit 1' HUP INT TERM
    printf '#!/bin/sh\n# plumbline\n[ ! -e /proc/%s ] || exit 101\n' $$ > "$policy" || exit 1
    chmod +x "$policy" || exit 1
fi
apt-get install --yes --quiet --no-install-recommends "$@" || exit 1
for package; do
    systemctl disable --quiet "$package" 2> /dev/null
done
true
"#;

/// Gets the packages that are missing, on Debian, and starts nothing that they bring.
pub fn ensure_programs(packages: &[&str]) -> Result<()> {
    let missing: Vec<&str> =
        packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() || !process::exists("apt-get") {
        return Ok(());
    }
    println!("installing {}", missing.join(", "));
    let mut script = as_root();
    script.args(["sh", "-c", WITHOUT_SERVICES, "sh"]).args(&missing);
    apt_get(&["update", "--quiet"])
        .and_then(|()| process::run(&mut script))
        .with_context(|| format!("cannot install {}: do it by hand", missing.join(" ")))
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
    process::run(as_root().arg("apt-get").args(args))
}

/// What runs the program that follows as root, and asks nothing.
fn as_root() -> Command {
    let root = process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = Command::new(if root { "env" } else { "sudo" });
    if !root {
        // Never waits for a password: there may be nobody to type it.
        command.args(["-n", "env"]);
    }
    command.arg("DEBIAN_FRONTEND=noninteractive");
    command
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
