//! Puts the files of `static/`, the pack with what stands beside it, and the compiled widget together
//! as a site.
//!
//! Each file is named after its content, so that a browser may keep it for ever, and whoever refers
//! to it is told the new name. Five kinds keep theirs: pages, `plumbline.js` for those who embed it
//! (a copy with a hash is there for our own page), `frame-host.js` for those who put it in a frame,
//! icons and schemas.

use std::collections::BTreeMap;

use anyhow::{bail, Context, Result};
use sha2::{Digest, Sha256};

use super::kind::{kind, Kind};
use super::{beside, esbuild, first, html, json, wasm::Glue, Mode};
use crate::workspace::{files, read, read_text, root, write};

/// The element, which those who embed it load by a name that never changes.
pub const ENTRY: &str = "plumbline.js";
/// What a page loads that holds `frame.html` in a frame: its name must not change either.
const FRAME_HOST: &str = "frame-host.js";

/// A file to be served.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its name before it got a hash, such as `locales/en.json`.
    pub source: String,
    /// Its path in the site.
    pub name: String,
    /// Whether another asset holds the same bytes under the name that counts.
    pub copy: bool,
    pub bytes: Vec<u8>,
}

/// All files to be served, in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub struct Site(Vec<Asset>);

impl Site {
    pub fn assets(&self) -> &[Asset] {
        &self.0
    }

    fn add(&mut self, source: &str, bytes: Vec<u8>) {
        let (source, name) = (source.to_owned(), source.to_owned());
        self.0.push(Asset { source, name, copy: false, bytes });
    }

    fn add_hashed(&mut self, source: &str, bytes: Vec<u8>) {
        let name = hashed(source, &bytes);
        self.0.push(Asset { source: source.to_owned(), name, copy: false, bytes });
    }

    /// From the names that the sources use to the names in the site.
    fn names(&self) -> BTreeMap<&str, &str> {
        self.0.iter().map(|asset| (&*asset.source, &*asset.name)).collect()
    }

    /// The files that the element may ask for.
    pub fn of_element(&self) -> impl Iterator<Item = &Asset> {
        let asked = |source: &str| source != ENTRY && !is_for_page(source);
        self.0.iter().filter(move |asset| asked(&asset.source) && is_hashed(&asset.name))
    }
}

/// `locales/en.json` to `locales/en-0123456789.json`.
pub fn hashed(source: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().take(5).map(|b| format!("{b:02x}")).collect();
    match source.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{source}-{hash}"),
    }
}

/// Whether a name has a hash in it, which means that its content never changes.
pub fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 10 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

pub fn assemble(mode: Mode, glue: &Glue) -> Result<Site> {
    let folder = root().join("static");
    let sources = files(&folder)?;
    let mut site = Site::default();
    let (mut pages, mut scripts) = (Vec::new(), Vec::new());

    for (name, wasm) in &glue.modules {
        site.add_hashed(name, wasm.clone());
    }
    let pack = root().join("controls.json");
    let first = first::part(&read_text(&pack)?).with_context(|| pack.display().to_string())?;
    site.add_hashed("controls.first.json", first.into_bytes());
    site.add_hashed("controls.json", json_file(&pack)?);
    let facts = root().join("packs/iso-27001-2022/exclusions.json");
    site.add_hashed("exclusions.json", json_file(&facts)?);
    let (beside, names) =
        beside::files(&read_text(&pack)?).with_context(|| pack.display().to_string())?;
    for name in names {
        let file = root().join(&beside).join(&name);
        let is_json = name.ends_with(".json");
        site.add_hashed(&name, if is_json { json_file(&file)? } else { read(&file)? });
    }
    for source in &sources {
        let file = folder.join(source);
        match kind(source)? {
            Kind::Page => pages.push(source),
            Kind::Script => scripts.push(source),
            Kind::Style => site.add_hashed(source, esbuild::style(mode, &file)?),
            Kind::Json => site.add_hashed(source, json_file(&file)?),
            Kind::AsItIs => site.add(source, read(&file)?),
            Kind::Part | Kind::Package => (),
        }
    }

    // Beside the glue, which it imports.
    for source in &scripts {
        write(&glue.folder.join(source), &read(&folder.join(source))?)?;
    }
    let assets = site.of_element().map(|asset| (&*asset.source, &*asset.name)).collect();
    let entry = element(mode, glue, &Variant { assets: Some(&assets), ..Variant::default() })?;
    site.add_hashed(ENTRY, entry.clone());
    for source in scripts.into_iter().filter(|source| is_for_page(source)) {
        let script = esbuild::script(mode, &glue.folder.join(source), &[])?;
        if source == FRAME_HOST {
            site.add(source, script);
        } else {
            site.add_hashed(source, script);
        }
    }

    let mut named = Site::default();
    for source in pages {
        let text = read_text(&folder.join(source))?;
        let text =
            html::rewrite(&text, &site.names()).with_context(|| format!("static/{source}"))?;
        named.add(source, text.into_bytes());
    }
    site.0.extend(named.0);
    site.0.push(Asset { source: ENTRY.into(), name: ENTRY.into(), copy: true, bytes: entry });
    Ok(site)
}

/// What belongs to our own page or to the one for frames: the element itself never asks for it.
fn is_for_page(source: &str) -> bool {
    ["page.", "frame.", FRAME_HOST].iter().any(|start| source.starts_with(start))
}

/// What differs between the element's script for a site, for a CDN and for bundlers.
#[derive(Default)]
pub struct Variant<'a> {
    /// The names that the sources use, and where the files are. Without them the script says
    /// `__ASSETS__` for the map and `__HERE__` for its own address.
    pub assets: Option<&'a BTreeMap<&'a str, &'a str>>,
    /// What those files have to hash to.
    pub integrity: BTreeMap<&'a str, String>,
    /// Whether whoever imports the script says when the element is to be defined.
    pub waits: bool,
}

/// The element with the glue and the names of all that it may ask for.
pub fn element(mode: Mode, glue: &Glue, variant: &Variant) -> Result<Vec<u8>> {
    let file = glue.folder.join(ENTRY);
    let text = read_text(&file)?;
    for reference in quoted_files(&text) {
        let known = variant.assets.is_some_and(|assets| assets.contains_key(reference));
        if !known && !glue.folder.join(reference).is_file() {
            bail!("static/{ENTRY} refers to ./{reference}, which the build does not make");
        }
    }
    let integrity = serde_json::to_string(&variant.integrity).context("cannot write hashes")?;
    let mut define =
        vec![("__INTEGRITY__", integrity), ("__DEFINE__", (!variant.waits).to_string())];
    match variant.assets {
        Some(assets) => {
            let names = serde_json::to_string(assets).context("cannot write the map of names")?;
            define.push(("__ASSETS__", names));
        }
        None => define.push(("import.meta.url", "__HERE__".to_owned())),
    }
    let define: Vec<_> = define.iter().map(|(name, value)| (*name, value.as_str())).collect();
    esbuild::script(mode, &file, &define).with_context(|| format!("static/{ENTRY}"))
}

/// Each `x.y` of the strings `"./x.y"` in a script.
fn quoted_files(script: &str) -> impl Iterator<Item = &str> {
    ['"', '\''].into_iter().flat_map(move |quote| {
        let quoted = script.split(quote).skip(1).step_by(2);
        quoted.filter_map(|text| text.strip_prefix("./")).filter(|name| is_file_name(name))
    })
}

fn is_file_name(text: &str) -> bool {
    text.contains('.') && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-/".contains(&b))
}

fn json_file(file: &std::path::Path) -> Result<Vec<u8>> {
    let text = json::minify(&read_text(file)?).with_context(|| file.display().to_string())?;
    Ok(text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_goes_before_the_extension_and_depends_on_the_content() {
        let name = hashed("locales/en.json", b"{}");
        assert_eq!(name, "locales/en-44136fa355.json");
        assert_ne!(name, hashed("locales/en.json", b"[]"));
        assert!(is_hashed(&name));
    }

    #[test]
    fn a_plain_name_is_not_taken_for_a_hashed_one() {
        for name in ["plumbline.js", "locales/zh-Hant.json", "a-b.css", "a-0123456789x.css"] {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn what_belongs_to_a_page_is_not_for_the_element() {
        for name in ["page.css", "frame.js", "frame.css", "frame-host.js"] {
            assert!(is_for_page(name), "{name}");
        }
        for name in ["plumbline.js", "plumbline.css", "locales/en.json", "styles/frame.css"] {
            assert!(!is_for_page(name), "{name}");
        }
    }

    #[test]
    fn quoted_files_are_found() {
        let script = r#"import x from "./a_b.js"; f('./locales/en.json', ".//", "./", "b.c")"#;
        assert_eq!(quoted_files(script).collect::<Vec<_>>(), ["a_b.js", "locales/en.json"]);
    }
}
