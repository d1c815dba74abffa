//! The commands from outside. Texts are ASCII, as in all Rust files; the packs are not.

mod check;
mod command;
mod lint;
mod lint_cases;
mod quick;
