//! `plumbline`: reads the arguments and files, prints, and sets the exit code.

#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use plumbline::model::decode::decode;
use plumbline_cli::args::{self, Command, HELP};
use plumbline_cli::{check, quick, Error};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match args::parse(lexopt::Parser::from_env()).and_then(run) {
        Ok((text, code)) => {
            // Whoever reads the output may stop reading, as `head` does.
            let _ = std::io::stdout().write_all(text.as_bytes());
            code
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

/// What is to be printed, and the exit code.
fn run(command: Command) -> Result<(String, ExitCode), Error> {
    match command {
        Command::Help => Ok((HELP.into(), ExitCode::SUCCESS)),
        Command::Version => {
            Ok((format!("plumbline {}\n", env!("CARGO_PKG_VERSION")), ExitCode::SUCCESS))
        }
        Command::Check { packs, json } => {
            let mut checked = Vec::new();
            for path in packs {
                checked.push(check::check_file(&path.display().to_string(), &read(&path)?));
            }
            let sound = checked.iter().all(|pack| pack.problems.is_empty());
            let text = if json { check::as_json(&checked) } else { check::as_text(&checked) };
            Ok((text, if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }))
        }
        Command::Quick { pack: path, options } => {
            let decoded = decode(&read(&path)?);
            let (pack, mut problems) = plumbline::model::pack::parse(&decoded.text);
            problems.extend(decoded.problem());
            if !problems.is_empty() {
                return Err(Error::Unsound { path, problems: problems.len() });
            }
            Ok((quick::run(pack, &options)?, ExitCode::SUCCESS))
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|source| Error::Read { path: path.into(), source })
}
