//! Finds the browsers and their drivers.

use std::path::PathBuf;

use anyhow::{Context, Result};

pub use super::install::ensure;
use crate::process;

/// A browser that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK: the engine of Safari, on Linux.
    WebKit,
}

/// Where a browser and its driver are.
#[derive(Clone, Debug)]
pub struct Found {
    pub browser: PathBuf,
    /// The program that speaks WebDriver for it.
    pub driver: PathBuf,
}

impl Browser {
    /// As it is called on the command line and in `PLUMBLINE_BROWSER`.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
            Browser::WebKit => "webkit",
        }
    }

    /// `None` where there is no such browser.
    pub fn from_name(name: &str) -> Option<Browser> {
        let all = [Browser::Chromium, Browser::Firefox, Browser::WebKit];
        all.into_iter().find(|browser| browser.name() == name)
    }

    /// Where it is on this machine. The message of the error says how to get it.
    pub fn find(self) -> Result<Found> {
        let browser = self.find_browser();
        let browser =
            browser.with_context(|| format!("{} is missing: {}", self.name(), self.advice()))?;
        let driver = self.find_driver();
        let driver =
            driver.with_context(|| format!("{} is missing: {}", self.driver(), self.advice()))?;
        Ok(Found { browser, driver })
    }

    pub fn find_browser(self) -> Option<PathBuf> {
        let (names, places): (&[&str], &[&str]) = match self {
            Browser::Chromium => (
                &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
                &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
            ),
            Browser::Firefox => {
                (&["firefox-esr", "firefox"], &["/Applications/Firefox.app/Contents/MacOS/firefox"])
            }
            Browser::WebKit => (&[], &[]),
        };
        let on_path = names.iter().find_map(|name| process::find(name));
        let placed = || places.iter().map(PathBuf::from).find(|file| file.is_file());
        on_path.or_else(placed).or_else(|| (self == Browser::WebKit).then(mini_browser).flatten())
    }

    /// The program that speaks WebDriver for it.
    pub fn find_driver(self) -> Option<PathBuf> {
        process::find(self.driver()).or_else(|| {
            let ours = geckodriver().filter(|_| self == Browser::Firefox)?;
            ours.is_file().then_some(ours)
        })
    }

    fn driver(self) -> &'static str {
        match self {
            Browser::Chromium => "chromedriver",
            Browser::Firefox => "geckodriver",
            Browser::WebKit => "WebKitWebDriver",
        }
    }

    fn advice(self) -> &'static str {
        match self {
            Browser::Chromium => {
                "`cargo xtask test` installs it on Debian; elsewhere install Chromium or Chrome and \
                 the chromedriver of the same version"
            }
            Browser::Firefox => {
                "`cargo xtask test` installs it on Debian; elsewhere install Firefox, and \
                 geckodriver with `cargo install geckodriver`"
            }
            Browser::WebKit => {
                "`cargo xtask test` installs it on Debian; elsewhere install WebKitGTK 4.1 with its \
                 MiniBrowser and WebKitWebDriver; there is none for Windows or macOS"
            }
        }
    }
}

/// Whether a browser that cannot do without a screen has one.
pub fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// WebKitGTK's smallest browser, which lies beside its library and not on `PATH`.
fn mini_browser() -> Option<PathBuf> {
    let mut folders = vec![PathBuf::from("/usr/lib"), "/usr/lib64".into(), "/usr/libexec".into()];
    let inner = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    folders.extend(inner.map(|entry| entry.path()).filter(|path| path.is_dir()));
    let files = folders.iter().map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"));
    files.into_iter().find(|file| file.is_file())
}

/// Where xtask puts the geckodriver that it compiled.
fn geckodriver() -> Option<PathBuf> {
    Some(cache()?.join("bin/geckodriver").with_extension(std::env::consts::EXE_EXTENSION))
}

/// A folder of this user for what outlives a build.
pub fn cache() -> Option<PathBuf> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")))?;
    Some(base.join("plumbline"))
}
