//! `cargo xtask build`: the widget and its page as files to be served.
//!
//! [`Site`] is what a build yields, in memory: `build` writes it to `dist/`, `serve` serves it.

mod beside;
mod budget;
mod compress;
mod esbuild;
mod first;
mod html;
mod instance;
mod integrity;
mod json;
mod kind;
mod names;
mod package;
mod site;
mod split;
mod wasm;
pub mod wrapper;

use std::time::Instant;

use anyhow::{Context, Result};

pub use site::{is_hashed, Site};

use crate::workspace::{root, write};

/// What a build is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// As small as it gets.
    Release,
    /// Soon done, to look at a change.
    Development,
}

pub fn command(args: &mut lexopt::Parser) -> Result<()> {
    let mut reuse = false;
    while let Some(arg) = args.next()? {
        match arg {
            lexopt::Arg::Long("reuse-wasm") => reuse = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let glue = if reuse { wasm::built()? } else { compile(Mode::Release)? };
    write_release(&glue)
}

/// Builds into `dist/`, prints the sizes and checks them against the budgets.
pub fn release() -> Result<()> {
    write_release(&compile(Mode::Release)?)
}

fn write_release(glue: &wasm::Glue) -> Result<()> {
    let started = Instant::now();
    println!("putting the site together");
    let site = site::assemble(Mode::Release, glue)?;
    println!("compressing");
    let packed = compress::all(&site);

    let dist = root().join("dist");
    if dist.exists() {
        std::fs::remove_dir_all(&dist).context("cannot empty dist/")?;
    }
    for file in &packed {
        write(&dist.join(&file.name), &file.raw)?;
        write(&dist.join(format!("{}.gz", file.name)), &file.gzip)?;
        write(&dist.join(format!("{}.br", file.name)), &file.brotli)?;
    }
    for (name, bytes) in package::npm(glue, &site)? {
        write(&dist.join("npm").join(name), &bytes)?;
    }
    for (name, bytes) in package::cdn(glue, &site, &packed)? {
        write(&dist.join("cdn").join(name), &bytes)?;
    }
    print!("\n{}", compress::table(&packed));
    let verdict = budget::check(&packed)?;
    println!("\n{}\ndist/ put together in {:.1} s", verdict.table, started.elapsed().as_secs_f32());
    verdict.pass()
}

/// Builds everything that the page needs.
pub fn make(mode: Mode) -> Result<Site> {
    let glue = compile(mode)?;
    println!("putting the site together");
    site::assemble(mode, &glue)
}

/// Gets the tools, and compiles.
fn compile(mode: Mode) -> Result<wasm::Glue> {
    crate::tools::wasm_target()?;
    if mode == Mode::Release {
        crate::tools::rust_src()?;
    }
    crate::tools::npm(&esbuild::tools())?;
    wasm::build(mode)
}
