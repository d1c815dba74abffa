//! Placeholder until the formats land.

/// The formats of the scorecard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One self-contained page.
    Html,
    /// One row an item.
    Csv,
    /// Text with tables.
    Markdown,
    /// For programs.
    Json,
}
