//! Builds, serves, tests and measures Plumbline.

#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod build;
mod process;
mod tools;
mod workspace;

use anyhow::{bail, Result};
use lexopt::prelude::*;

const HELP: &str = "\
cargo xtask <command>

  build                        release build into dist/, checked against the size budgets
";

fn main() {
    // Before anything else, as the arguments are then rustc's.
    if let Some(code) = build::wrapper::run_if_asked() {
        std::process::exit(code.unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            1
        }));
    }
    if let Err(error) = command() {
        eprintln!("error: {error:#}");
        std::process::exit(1);
    }
}

fn command() -> Result<()> {
    let mut args = lexopt::Parser::from_env();
    match args.next()? {
        Some(Value(name)) => match name.to_str() {
            Some("build") => build::command(&mut args),
            _ => bail!("there is no command {name:?}\n\n{HELP}"),
        },
        Some(Short('h') | Long("help")) | None => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => Err(other.unexpected().into()),
    }
}
