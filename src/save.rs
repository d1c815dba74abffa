//! The save file: every answer, to reopen here or on another machine.
//!
//! The core types are not serialised themselves: this module owns the versioned shape, described by
//! `static/schemas/save-3.json`. A browser keeps the same pieces in its database, one record an
//! answer, and [`assemble`] makes a save file of them again, so that there is one way to read. A file
//! of an older version lacks members, which may all be absent, so that it needs no other reader.
//!
//! What this version does not know is kept as it was written and saved again: every member of every
//! object, but for milestones within milestones, and milestones whose answers cannot be read, whole.
//! What it knows and cannot use is told and left out.

mod json;
mod other;
mod programme;
mod read;
mod reader;
mod sample;
mod write;

use crate::model::assessment::Assessment;
use crate::model::pack::{Pack, Problem, ProblemKind};
use crate::part::{self, Missing};

pub use read::restore;
pub use sample::{sample, SAMPLES};
pub use write::{answer, assemble, head, save, summary, Summary};

/// The newest version of the save file that this build reads, and the one it writes.
pub const FORMAT: u64 = 3;

/// The objects that stand once in a file, by their place in [`Assessment::kept`].
#[derive(Clone, Copy)]
enum Part {
    File,
    Pack,
    Organisation,
    Programme,
    Statement,
    Audit,
}

impl Part {
    const COUNT: usize = 6;
}

/// [`restore`] for what is drawn after that part of the program has come: so the other parts hold no
/// second reader.
pub fn restore_now(text: &str, pack: &Pack) -> Result<(Assessment, Vec<Problem>), Problem> {
    let missing = || Err(Problem { at: String::new(), kind: ProblemKind::Missing });
    part::now(restore_later(text, pack)).unwrap_or_else(missing)
}

/// [`restore`] in the part of the program that has what the first question does not need.
#[cfg_attr(
    feature = "split",
    wasm_split_helpers::wasm_split(
        pages,
        fallible,
        preload(
            /// Fetches what reads save files.
            load
        )
    )
)]
pub fn restore_later(
    text: &str,
    pack: &Pack,
) -> Result<Result<(Assessment, Vec<Problem>), Problem>, Missing> {
    Ok(restore(text, pack))
}

/// What reads save files is here.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<(), Missing> {
    Ok(())
}
