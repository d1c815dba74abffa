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

impl Format {
    /// All.
    pub const ALL: [Format; 4] = [Format::Html, Format::Csv, Format::Markdown, Format::Json];
    /// Id.
    pub fn id(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Markdown => "markdown",
            Format::Json => "json",
        }
    }
}
