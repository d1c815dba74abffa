//! The steps of a test run.

use std::ffi::{OsStr, OsString};

use anyhow::{bail, Result};

use super::{browsers, browsers::Browser, e2e};
use crate::process;
use crate::workspace::{cargo, WASM};

/// One part of a test run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Is everything formatted?
    Format,
    /// The core, without Yew in sight.
    Core,
    /// Lints of what runs on this machine.
    Clippy,
    /// Lints of what runs in a browser.
    ClippyWasm,
    /// All tests that need no browser.
    Native,
    /// The other packages of the workspace, xtask itself among them.
    Members,
    /// Gets the browsers that later steps need.
    Browsers,
    /// Rust tests in a browser.
    Wasm,
    /// The release build and its budgets.
    Build,
    /// The whole, as a person would use it.
    EndToEnd(Browser),
}

use Step::{Browsers, Build, Clippy, ClippyWasm, Core, EndToEnd, Format, Members, Native, Wasm};

const ALL: [Step; 12] = [
    Format,
    Core,
    Clippy,
    ClippyWasm,
    Native,
    Members,
    Browsers,
    Wasm,
    Build,
    EndToEnd(Browser::Chromium),
    EndToEnd(Browser::Firefox),
    EndToEnd(Browser::WebKit),
];

impl Step {
    /// What it is called, in the output and as an argument.
    pub fn name(self) -> &'static str {
        match self {
            Format => "format",
            Core => "core",
            Clippy => "clippy",
            ClippyWasm => "clippy-wasm",
            Native => "native",
            Members => "members",
            Browsers => "browsers",
            Wasm => "wasm",
            Build => "build",
            EndToEnd(Browser::Chromium) => "e2e chromium",
            EndToEnd(Browser::Firefox) => "e2e firefox",
            EndToEnd(Browser::WebKit) => "e2e webkit",
        }
    }

    /// The browser it needs.
    fn browser(self) -> Option<Browser> {
        match self {
            Wasm => Some(Browser::Chromium),
            EndToEnd(browser) => Some(browser),
            _ => None,
        }
    }

    /// What has to happen before it.
    fn needs(self, earlier: Step) -> bool {
        match earlier {
            Browsers => self.browser().is_some(),
            Build => matches!(self, EndToEnd(_)),
            _ => false,
        }
    }

    /// Does it; `rest` goes to the program that runs the tests.
    pub fn run(self, all: &[Step], rest: &[OsString]) -> Result<()> {
        match self {
            Format => {
                crate::tools::component("rustfmt", "fmt")?;
                run(&["fmt", "--all", "--check"], NONE)
            }
            Core => run(&["test", "--no-default-features"], rest),
            Clippy => {
                crate::tools::component("clippy", "clippy")?;
                run(&["clippy", "--workspace", "--all-targets", "--all-features"], DENY)
            }
            ClippyWasm => {
                crate::tools::wasm_target()?;
                let what = ["clippy", "--target", WASM, "--lib", "--test=browser"];
                run(&what, DENY)
            }
            Native => run(&["test", "--features=ssr"], rest),
            Members => run(&["test", "--workspace", "--exclude=plumbline"], rest),
            Browsers => browsers::ensure(all.iter().filter_map(|step| step.browser())),
            Wasm => {
                crate::tools::wasm_target()?;
                // Its runner, which .cargo/config.toml names, is `cargo xtask test-runner`.
                run(&["test", "--target", WASM, "--test=browser"], rest)
            }
            Build => crate::build::release(),
            EndToEnd(browser) => e2e::run(browser, rest),
        }
    }
}

const NONE: &[&str] = &[];
const DENY: &[&str] = &["-D", "warnings"];

fn run<T: AsRef<OsStr>>(args: &[&str], rest: &[T]) -> Result<()> {
    let mut command = cargo();
    command.args(args);
    if !rest.is_empty() {
        command.arg("--").args(rest);
    }
    process::run(&mut command)
}

/// The steps that the words of a command line ask for, in their order, with what they need.
pub fn select(words: &[String]) -> Result<Vec<Step>> {
    let (browsers, others): (Vec<_>, Vec<_>) =
        words.iter().map(String::as_str).partition(|word| Browser::from_name(word).is_some());
    for word in &others {
        let known = *word == "e2e" || ALL.iter().any(|step| step.name() == *word);
        if !known {
            bail!("there is no step `{word}`; there are: {}, e2e [browser]", names());
        }
    }
    let wanted = |step: Step| match step {
        EndToEnd(browser) if !browsers.is_empty() => browsers.contains(&browser.name()),
        EndToEnd(_) => words.is_empty() || others.contains(&"e2e"),
        step => words.is_empty() || others.contains(&step.name()),
    };
    let asked: Vec<Step> = ALL.into_iter().filter(|step| wanted(*step)).collect();
    let needed = |earlier: &Step| asked.iter().any(|s| s == earlier || s.needs(*earlier));
    Ok(ALL.into_iter().filter(needed).collect())
}

fn names() -> String {
    let single = ALL.iter().filter(|step| !matches!(step, EndToEnd(_)));
    single.map(|step| step.name()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(words: &[&str]) -> Vec<&'static str> {
        let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
        select(&words).unwrap().into_iter().map(Step::name).collect()
    }

    #[test]
    fn no_word_means_all() {
        assert_eq!(chosen(&[]).len(), ALL.len());
    }

    #[test]
    fn a_step_brings_what_it_needs() {
        assert_eq!(chosen(&["native"]), ["native"]);
        assert_eq!(chosen(&["wasm"]), ["browsers", "wasm"]);
        assert_eq!(chosen(&["e2e", "firefox"]), ["browsers", "build", "e2e firefox"]);
        assert_eq!(chosen(&["webkit"]), ["browsers", "build", "e2e webkit"]);
        assert_eq!(chosen(&["e2e"]).len(), 5);
    }

    #[test]
    fn an_unknown_word_is_an_error() {
        assert!(select(&["nativ".to_owned()]).unwrap_err().to_string().contains("native"));
    }
}
