//! Keeps `RUSTC_BOOTSTRAP` from the crates that run on this machine.
//!
//! A release needs unstable options for the wasm target, and cargo has to see the variable to take
//! them. But then procedural macros and build scripts would be compiled with it as well, and some
//! switch to unstable interfaces when they find them: those change from one compiler to the next.
//! So xtask stands between cargo and rustc and takes the variable away where it is not meant.

use std::ffi::OsString;
use std::process::Command;

use anyhow::{Context, Result};

const ASKED: &str = "PLUMBLINE_RUSTC_WRAPPER";
const UNSTABLE: &str = "RUSTC_BOOTSTRAP";

/// Lets `cargo` use unstable options for the wasm target.
pub fn apply(cargo: &mut Command) -> Result<&mut Command> {
    let xtask = std::env::current_exe().context("cannot find the path of xtask")?;
    Ok(cargo.env(ASKED, "1").env(UNSTABLE, "1").env("RUSTC_WRAPPER", xtask))
}

/// Runs rustc when cargo started us in its place, and returns the exit code for it.
pub fn run_if_asked() -> Option<Result<i32>> {
    std::env::var_os(ASKED)?;
    let mut args = std::env::args_os().skip(1);
    let rustc = args.next()?;
    Some(rustc_instead(rustc, args.collect()))
}

fn rustc_instead(rustc: OsString, args: Vec<OsString>) -> Result<i32> {
    let mut command = Command::new(&rustc);
    if !needs_it(&args) {
        command.env_remove(UNSTABLE);
    }
    let status = command.args(args).status();
    let status = status.with_context(|| format!("cannot start {}", rustc.display()))?;
    Ok(status.code().unwrap_or(1))
}

/// Cargo passes an unstable option to the crates of the wasm target and to the build scripts of the
/// standard library, and to nothing else.
fn needs_it(args: &[OsString]) -> bool {
    args.iter().any(|arg| arg.to_string_lossy().starts_with("-Z"))
}

#[test]
fn only_an_unstable_option_needs_it() {
    let needs = |args: &[&str]| needs_it(&args.iter().map(OsString::from).collect::<Vec<_>>());
    assert!(needs(&["--crate-name", "yew", "-Zunstable-options"]));
    assert!(needs(&["--crate-name", "build_script_build", "-Z", "force-unstable-if-unmarked"]));
    assert!(!needs(&["--crate-name", "syn", "-C", "opt-level=1"]));
}
