//! What was asked for on the command line.

use crate::Error;
use lexopt::prelude::*;
use std::path::PathBuf;

/// What `--help` prints.
pub const HELP: &str = "\
plumbline <command>

  check [--json] [PACK...]     what is wrong with each pack, and how it reads
  quick [PACK] [options]       how well the quick check predicts the full result, as Markdown
      --profiles N             how many organisations are made up; 2000 unless told
      --seed N                 where the random numbers begin; 27001 unless told
      --choose K               also finds K items that predict better

PACK is controls.json in this folder unless told.
Exit codes: 0 without problems, 1 with problems, 2 for a wrong call.
";

/// A command with its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Print the help.
    Help,
    /// Print the version.
    Version,
    /// Look for what is wrong in packs.
    Check {
        /// At least one.
        packs: Vec<PathBuf>,
        /// For programs, not for people.
        json: bool,
    },
    /// Measure how well the quick check of a pack foretells the full result.
    Quick {
        /// Its file.
        pack: PathBuf,
        /// By how many organisations, and which.
        options: Quick,
    },
}

/// How the quick check is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quick {
    /// How many organisations are made up.
    pub profiles: usize,
    /// The same seed makes up the same organisations.
    pub seed: u64,
    /// How many items to choose, if any.
    pub choose: Option<usize>,
}

impl Default for Quick {
    fn default() -> Quick {
        Quick { profiles: 2000, seed: 27001, choose: None }
    }
}

/// Reads the arguments, without the name of the program.
///
/// # Errors
/// [`Error::Usage`] where they are not understood.
pub fn parse(mut args: lexopt::Parser) -> Result<Command, Error> {
    match args.next()? {
        None | Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(Short('V') | Long("version")) => Ok(Command::Version),
        Some(Value(name)) if name == "check" => check(args),
        Some(Value(name)) if name == "quick" => quick(args),
        Some(Value(name)) => Err(Error::Usage(format!("there is no command {name:?}"))),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn default_pack() -> PathBuf {
    "controls.json".into()
}

fn check(mut args: lexopt::Parser) -> Result<Command, Error> {
    let (mut packs, mut json) = (Vec::new(), false);
    while let Some(arg) = args.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("json") => json = true,
            Value(path) => packs.push(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    if packs.is_empty() {
        packs.push(default_pack());
    }
    Ok(Command::Check { packs, json })
}

fn quick(mut args: lexopt::Parser) -> Result<Command, Error> {
    let (mut pack, mut options) = (None, Quick::default());
    while let Some(arg) = args.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("profiles") => options.profiles = args.value()?.parse()?,
            Long("seed") => options.seed = args.value()?.parse()?,
            Long("choose") => options.choose = Some(args.value()?.parse()?),
            Value(path) if pack.is_none() => pack = Some(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    if options.profiles == 0 {
        return Err(Error::Usage("--profiles must be 1 or more".into()));
    }
    Ok(Command::Quick { pack: pack.unwrap_or_else(default_pack), options })
}
