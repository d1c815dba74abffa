//! Builds, serves, tests and measures Plumbline.

#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod bench;
mod build;
mod process;
mod serve;
mod soak;
mod test;
mod tools;
mod workspace;

use anyhow::{bail, Context, Result};
use lexopt::prelude::*;

const HELP: &str = "\
cargo xtask <command>

  build [--reuse-wasm]         release build into dist/, checked against the size budgets;
                               with --reuse-wasm from the wasm of the last one
  serve [--port N] [--dist]    the page on this machine, rebuilt at each change;
                               with --dist the release build as it is
  test [step...] [-- args]     sets up and runs all tests, or the steps that are named:
                               format, core, clippy, clippy-wasm, native, members, wasm, build,
                               package, e2e [chromium|firefox|webkit], days
  soak [part...]               long runs on dist/ as it is, once for each issue: mounts, kills, files
  bench [options]              measures what a visitor waits for in dist/, beside SurveyJS;
                               --help lists the options
";

fn main() {
    // Before anything else, as the arguments are then rustc's.
    if let Some(code) = build::wrapper::run_if_asked() {
        std::process::exit(code.unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            1
        }));
    }
    if let Err(error) = end_all_on_ctrl_c().and_then(|()| command()) {
        eprintln!("error: {error:#}");
        std::process::exit(1);
    }
}

fn command() -> Result<()> {
    let mut args = lexopt::Parser::from_env();
    match args.next()? {
        Some(Value(name)) => match name.to_str() {
            Some("build") => build::command(&mut args),
            Some("serve") => serve::command(&mut args),
            Some("test") => test::command(&mut args),
            Some("test-runner") => test::runner::command(&mut args),
            Some("soak") => soak::command(&mut args),
            Some("bench") => bench::command(&mut args),
            _ => bail!("there is no command {name:?}\n\n{HELP}"),
        },
        Some(Short('h') | Long("help")) | None => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

fn end_all_on_ctrl_c() -> Result<()> {
    let end = || {
        process::kill_all();
        std::process::exit(130);
    };
    ctrlc::set_handler(end).context("cannot catch Ctrl-C")
}
