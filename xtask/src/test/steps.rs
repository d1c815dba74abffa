//! The steps of a test run.

use std::ffi::{OsStr, OsString};

use anyhow::Result;

use super::browsers::Browser;
use super::{days, e2e, hosting, install, package};
use crate::process;
use crate::workspace::{cargo, packages, WASM};

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
    /// The recipes for web servers, in these servers.
    Hosting,
    /// Gets the browsers that later steps need.
    Browsers,
    /// Rust tests in a browser.
    Wasm,
    /// The release build and its budgets.
    Build,
    /// The npm package in bundlers and frameworks, and the files for a CDN.
    Package,
    /// The whole, as a person would use it.
    EndToEnd(Browser),
    /// What has to do with days, on other ones and elsewhere.
    Days,
}

use Step::{
    Browsers, Build, Clippy, ClippyWasm, Core, Days, EndToEnd, Format, Hosting, Members, Native,
    Package, Wasm,
};

/// All of them, in their order.
pub const ALL: [Step; 15] = [
    Format,
    Core,
    Clippy,
    ClippyWasm,
    Native,
    Members,
    Hosting,
    Browsers,
    Wasm,
    Build,
    Package,
    EndToEnd(Browser::Chromium),
    EndToEnd(Browser::Firefox),
    EndToEnd(Browser::WebKit),
    Days,
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
            Hosting => "hosting",
            Browsers => "browsers",
            Wasm => "wasm",
            Build => "build",
            Package => "package",
            EndToEnd(Browser::Chromium) => "e2e chromium",
            EndToEnd(Browser::Firefox) => "e2e firefox",
            EndToEnd(Browser::WebKit) => "e2e webkit",
            Days => "days",
        }
    }

    /// The browser it needs.
    fn browser(self) -> Option<Browser> {
        match self {
            Wasm | Package | Days => Some(Browser::Chromium),
            EndToEnd(browser) => Some(browser),
            _ => None,
        }
    }

    /// What has to happen before it.
    pub fn needs(self, earlier: Step) -> bool {
        match earlier {
            Browsers => self.browser().is_some(),
            Build => matches!(self, Package | EndToEnd(_) | Days),
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
                let args = ["clippy", "--target", WASM, "--lib", "--test=browser"];
                run(&[&args[..], &["--features=split"]].concat(), DENY)
            }
            Native => run(&["test", "--features=ssr"], rest),
            Members => {
                // One by one: together, each would be compiled with the features of all.
                let mut others = packages()?.into_iter().filter(|name| name != "plumbline");
                others.try_for_each(|name| run(&["test", "--package", &name], rest))
            }
            Hosting => hosting::run(rest),
            Browsers => install::ensure(all.iter().filter_map(|step| step.browser())),
            Wasm => {
                crate::tools::wasm_target()?;
                // Its runner, which .cargo/config.toml names, is `cargo xtask test-runner`.
                run(&["test", "--target", WASM, "--test=browser"], rest)
            }
            Build => crate::build::release(),
            Package => package::run(rest),
            EndToEnd(browser) => e2e::run(browser, rest, &[]),
            Days => days::run(rest),
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
