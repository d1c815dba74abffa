//! `cargo xtask bench`: what a visitor waits for, beside comparable tools.

use anyhow::{bail, Result};

/// `cargo xtask bench`.
pub fn command(_args: &mut lexopt::Parser) -> Result<()> {
    bail!("there is no measurement yet")
}
