//! Bundles and minifies scripts and styles.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::Mode;
use crate::process;
use crate::workspace::root;

/// The oldest browsers that have all the widget needs: wasm under a content security policy,
/// constructed stylesheets.
const BROWSERS: &str = "--target=chrome99,firefox102,safari16.4";

/// The folder of the npm packages that a build uses.
pub fn tools() -> PathBuf {
    root().join("xtask/npm")
}

/// A script and all that it imports as one module, with each name of `define` replaced.
pub fn script(mode: Mode, file: &Path, define: &[(&str, &str)]) -> Result<Vec<u8>> {
    let mut command = esbuild(mode);
    command.args(["--bundle", "--format=esm"]).arg(file);
    command.args(define.iter().map(|(name, value)| format!("--define:{name}={value}")));
    Ok(process::output(&mut command)?.into_bytes())
}

/// A script and all that it imports as `var <name> = ...;`, an object with what it exports.
pub fn global(mode: Mode, file: &Path, name: &str) -> Result<String> {
    let mut command = esbuild(mode);
    command.args(["--bundle", "--format=iife"]).arg(format!("--global-name={name}")).arg(file);
    process::output(&mut command)
}

/// A stylesheet with all that it imports.
pub fn style(mode: Mode, file: &Path) -> Result<Vec<u8>> {
    Ok(process::output(esbuild(mode).arg("--bundle").arg(file))?.into_bytes())
}

fn esbuild(mode: Mode) -> Command {
    let mut command = Command::new("node");
    command.arg(tools().join("node_modules/esbuild/bin/esbuild"));
    command.args([BROWSERS, "--charset=utf8", "--legal-comments=none", "--log-level=warning"]);
    if mode == Mode::Release {
        command.arg("--minify");
    }
    command
}
