//! The two folders for those who do not copy `dist/` as it is: `npm/` is a package for bundlers,
//! `cdn/` is for a server that delivers to many sites.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::json;

use super::compress::{self, Packed};
use super::site::{element, hashed, Asset, Site, Variant, ENTRY};
use super::wasm::Glue;
use super::{esbuild, integrity, Mode};
use crate::workspace::{files, read, read_text, root};

/// Names and contents.
type Files = Vec<(String, Vec<u8>)>;

/// The one file of `cdn/` whose name stays the same: a script for pages that take no modules.
const LOADER: &str = "loader.js";

/// The package for bundlers. It has all that it needs.
pub fn npm(glue: &Glue, site: &Site) -> Result<Files> {
    let folder = root().join("static/package");
    let mut made = Files::new();
    for name in files(&folder)?.into_iter().filter(|name| name != LOADER) {
        let bytes = match &*name {
            "package.json" => {
                let text = read_text(&folder.join(&name))?;
                text.replacen("0.0.0", env!("CARGO_PKG_VERSION"), 1).into_bytes()
            }
            name => read(&folder.join(name))?,
        };
        made.push((name, bytes));
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        made.push((licence.into(), read(&root().join(licence))?));
    }
    let variant = Variant { waits: true, ..Variant::default() };
    let mut index = addresses(site).into_bytes();
    index.extend(element(Mode::Release, glue, &variant)?);
    made.push(("index.js".into(), index));
    made.extend(site.of_element().map(|asset| (path(asset), asset.bytes.clone())));
    Ok(made)
}

/// The map that the element looks files up in, as a script. Bundlers find a file where its address
/// is written out in just this form; a name that is put together they do not see.
fn addresses(site: &Site) -> String {
    let line = |asset: &Asset| {
        let (source, path) = (&asset.source, path(asset));
        format!("  \"{source}\": new URL(\"./{path}\", import.meta.url).href,\n")
    };
    let lines: String = site.of_element().map(line).collect();
    format!("const __ASSETS__ = {{\n{lines}}};\n{HERE}")
}

/// webpack and Turbopack write the address of the script on the machine that builds, and the latter
/// gives addresses of files without their host: those are to be read from the page.
const HERE: &str = "const __HERE__ = import.meta.url.startsWith(\"file:\") && globalThis.document \
                    ? document.baseURI : import.meta.url;\n";

/// Where a file is in the package. Bundlers rewrite styles for older browsers, whose dark colours go
/// then, and make scripts of JSON; what is a plain text by its name they leave alone.
fn path(asset: &Asset) -> String {
    let end = if asset.name.ends_with(".wasm") { "" } else { ".txt" };
    format!("assets/{}{end}", asset.name)
}

/// The files for a server that delivers to many sites, with what each has to hash to.
pub fn cdn(glue: &Glue, site: &Site, packed: &[Packed]) -> Result<Files> {
    let assets = site.of_element().map(|asset| (&*asset.source, &*asset.name)).collect();
    let hashes = site.of_element().map(|asset| (&*asset.source, integrity::of(&asset.bytes)));
    let variant =
        Variant { assets: Some(&assets), integrity: hashes.collect(), ..Variant::default() };
    let bytes = element(Mode::Release, glue, &variant)?;
    let script = asset(ENTRY, hashed(ENTRY, &bytes), bytes);
    let loader = asset(LOADER, LOADER.to_owned(), loader(&script)?);

    let added = [compress::pack(&script), compress::pack(&loader)];
    let is_here = |file: &&Packed| site.of_element().any(|asset| asset.name == file.name);
    let all: Vec<_> = packed.iter().filter(is_here).chain(&added).collect();
    let hashes: BTreeMap<_, _> =
        all.iter().map(|file| (&file.name, integrity::of(&file.raw))).collect();
    let sizes: BTreeMap<_, _> = all.iter().map(|file| (&file.name, sizes(file))).collect();
    let mut made: Files = all.iter().map(|file| (file.name.clone(), file.raw.clone())).collect();
    for (name, list) in [("integrity.json", json!(hashes)), ("sizes.json", json!(sizes))] {
        let text =
            serde_json::to_vec_pretty(&list).with_context(|| format!("cannot write {name}"))?;
        made.push((name.into(), text));
    }
    Ok(made)
}

fn asset(source: &str, name: String, bytes: Vec<u8>) -> Asset {
    Asset { source: source.into(), name, copy: false, bytes }
}

/// Knows the name of the script and what that has to hash to.
fn loader(script: &Asset) -> Result<Vec<u8>> {
    let quoted = |text: &str| json!(text).to_string();
    let (name, hash) = (quoted(&script.name), quoted(&integrity::of(&script.bytes)));
    let file = root().join("static/package").join(LOADER);
    esbuild::script(Mode::Release, &file, &[("__SCRIPT__", &name), ("__INTEGRITY__", &hash)])
}

fn sizes(file: &Packed) -> serde_json::Value {
    json!({"raw": file.raw.len(), "gzip": file.gzip.len(), "brotli": file.brotli.len()})
}
