//! What to do with a file of `static/`.

use anyhow::{bail, Result};

/// How a file gets into the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Keeps its name, and is told the names of others.
    Page,
    /// Bundled with what it imports.
    Script,
    /// Bundled likewise.
    Style,
    /// Data without its blanks.
    Json,
    /// Copied, under its own name.
    AsItIs,
    /// Imported by another stylesheet, which holds it then.
    Part,
    /// For the npm package or a CDN alone.
    Package,
}

/// The kind of a file, by its path.
pub fn kind(source: &str) -> Result<Kind> {
    let (stem, extension) = source.rsplit_once('.').unwrap_or((source, ""));
    Ok(match extension {
        _ if stem.starts_with("package/") => Kind::Package,
        "html" => Kind::Page,
        "js" => Kind::Script,
        "css" if stem.starts_with("styles/") => Kind::Part,
        "css" => Kind::Style,
        "json" if stem.starts_with("locales/") || stem.starts_with("samples/") => Kind::Json,
        "json" if stem.starts_with("schemas/") => Kind::AsItIs,
        "svg" | "png" | "ico" | "webp" | "webmanifest" | "txt" => Kind::AsItIs,
        _ => bail!("static/{source}: the build does not know what to do with it"),
    })
}

#[test]
fn an_unknown_file_is_refused() {
    assert_eq!(kind("styles/base.css").unwrap(), Kind::Part);
    assert_eq!(kind("package/react.d.ts").unwrap(), Kind::Package);
    assert!(kind("notes.docx").is_err());
    assert!(kind("other.json").is_err());
}
