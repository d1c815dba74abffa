//! Makes sure that what a build needs is there, and installs what is missing.

use std::path::Path;
use std::process::Command;

use anyhow::{bail, Context, Result};

use crate::process;
use crate::workspace::{root, WASM};

/// The standard library compiled for browsers.
pub fn wasm_target() -> Result<()> {
    let folder =
        process::output(Command::new("rustc").args(["--print=target-libdir", "--target", WASM]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    println!("adding Rust's target {WASM}");
    rustup(&["target", "add", WASM])
}

/// The standard library's source: the release build compiles it for size.
pub fn rust_src() -> Result<()> {
    let sysroot = process::output(Command::new("rustc").arg("--print=sysroot"))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    println!("adding the source of Rust's standard library");
    rustup(&["component", "add", "rust-src"])
}

/// A part of the toolchain that brings a subcommand of cargo.
pub fn component(name: &str, subcommand: &str) -> Result<()> {
    let works = process::output(crate::workspace::cargo().args([subcommand, "--version"])).is_ok();
    if works {
        return Ok(());
    }
    println!("adding {name}");
    rustup(&["component", "add", name])
}

fn rustup(args: &[&str]) -> Result<()> {
    if !process::exists("rustup") {
        bail!(
            "`rustup {}` is needed, and rustup is not here: install it from https://rustup.rs",
            args.join(" ")
        );
    }
    process::run(Command::new("rustup").args(args))
}

/// The packages that a folder's `package-lock.json` names, in its `node_modules`.
pub fn npm(folder: &Path) -> Result<()> {
    let lock = crate::workspace::read(&folder.join("package-lock.json"))?;
    // npm itself keeps a copy of a different shape; ours says which lock file was installed.
    let installed = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if !process::exists("node") || !process::exists("npm") {
        bail!("node 20 or later with npm is needed: get it from https://nodejs.org or a package manager");
    }
    let shown = folder.strip_prefix(root()).unwrap_or(folder);
    println!("installing the npm packages of {}", shown.display());
    // No package here needs its install script, so none is run.
    process::run(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(folder),
    )?;
    crate::workspace::write(&installed, &lock).context("cannot note what was installed")
}
