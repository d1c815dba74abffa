//! `cargo xtask test`: sets up and runs everything, the fast and the likely to fail first.

pub mod browsers;
mod days;
pub mod e2e;
mod hosting;
mod install;
mod package;
pub mod runner;
mod select;
mod steps;

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::process;
use steps::Step;

pub fn command(args: &mut lexopt::Parser) -> Result<()> {
    let mut args = args.raw_args()?;
    let words: Vec<_> = args.by_ref().take_while(|arg| arg != "--").collect();
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    // What follows `--` is for the programs that run the tests.
    let rest: Vec<_> = args.collect();
    process::adopt();
    run(&select::select(&words)?, &rest)
}

fn run(steps: &[Step], rest: &[std::ffi::OsString]) -> Result<()> {
    let mut times = Vec::new();
    let mut failed = None;
    for step in steps {
        println!("== {}", step.name());
        let started = Instant::now();
        let result = step.run(steps, rest);
        end_strays();
        times.push((step.name(), started.elapsed()));
        println!("   {:.1} s", started.elapsed().as_secs_f32());
        if let Err(error) = result {
            failed = Some((step.name(), error));
            break;
        }
    }
    print!("\n{}", table(&times));
    match failed {
        Some((name, error)) => Err(error).with_context(|| format!("the step `{name}` failed")),
        None => Ok(()),
    }
}

/// No step may leave a program running, and one that does must not disturb the next.
fn end_strays() {
    let names = process::kill_strays();
    if !names.is_empty() {
        println!("   ended what was left running: {}", names.join(", "));
    }
}

fn table(times: &[(&str, Duration)]) -> String {
    let mut text = String::new();
    for (name, time) in times {
        text += &format!("{name:<28} {:>7.1} s\n", time.as_secs_f32());
    }
    let all: Duration = times.iter().map(|(_, time)| *time).sum();
    text + &format!("{:<28} {:>7.1} s\n", "all", all.as_secs_f32())
}
