//! The words: those of the interface in one language, and one wording of all that is judged.

pub mod text;
pub mod wording;
