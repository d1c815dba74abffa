//! Why a command could not be carried out at all.

use std::fmt;
use std::path::PathBuf;

/// What keeps a command from being carried out. A fault that `check` finds is none of these.
#[derive(Debug)]
pub enum Error {
    /// The arguments were not understood; why.
    Usage(String),
    /// A file could not be read.
    Read {
        /// As it was given.
        path: PathBuf,
        /// Why, in the words of the system.
        source: std::io::Error,
    },
    /// A pack that has to be sound is not.
    Unsound {
        /// As it was given.
        path: PathBuf,
        /// How many problems its format has.
        problems: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Usage(what) => write!(f, "{what}; `plumbline --help` lists what can be asked"),
            Error::Read { path, source } => {
                write!(f, "cannot read {}: {source}; name a pack that can be read", path.display())
            }
            Error::Unsound { path, problems } => write!(
                f,
                "{} has {problems} problems of format; `plumbline check` lists them",
                path.display()
            ),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Read { source, .. } => Some(source),
            Error::Usage(_) | Error::Unsound { .. } => None,
        }
    }
}

impl From<lexopt::Error> for Error {
    fn from(error: lexopt::Error) -> Error {
        Error::Usage(error.to_string())
    }
}
