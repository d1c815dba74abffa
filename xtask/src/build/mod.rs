//! `cargo xtask build`: the widget and its page as files to be served.
//!
//! [`Site`] is what a build yields, in memory: `build` writes it to `dist/`, `serve` serves it.

mod beside;
mod budget;
mod compress;
mod esbuild;
mod first;
mod html;
mod json;
mod kind;
mod names;
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
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    release()
}

/// Builds into `dist/`, prints the sizes and checks them against the budgets.
pub fn release() -> Result<()> {
    let started = Instant::now();
    let site = make(Mode::Release)?;
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
    print!("\n{}", compress::table(&packed));
    let verdict = budget::check(&packed)?;
    println!("\n{}\ndist/ built in {:.1} s", verdict.table, started.elapsed().as_secs_f32());
    verdict.pass()
}

/// Builds everything that the page needs.
pub fn make(mode: Mode) -> Result<Site> {
    crate::tools::wasm_target()?;
    if mode == Mode::Release {
        crate::tools::rust_src()?;
    }
    crate::tools::npm(&esbuild::tools())?;
    let glue = wasm::build(mode)?;
    println!("putting the site together");
    site::assemble(mode, &glue)
}
