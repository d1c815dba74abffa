//! Cuts the linked program into what the first question needs and parts that are fetched later.
//!
//! The splitter writes a script that fetches a part when the program asks for it. It fetches by a
//! name that our files do not have, as theirs hold a hash, and from a server that gives wasm the
//! wrong type it takes nothing; so the element does the fetching.

use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail, Context, Result};
use wasm_split_cli_support::{transform, Options};

use crate::workspace::{read, read_text, write};

/// The script, as the program imports it.
pub const SCRIPT: &str = "__wasm_split.js";

/// A program in parts.
pub struct Split {
    /// What comes first, for wasm-bindgen.
    pub main: PathBuf,
    /// What is fetched later: names and files.
    pub parts: Vec<(String, PathBuf)>,
}

/// Splits a program that was linked with its relocations. The script gets into the same folder.
pub fn run(program: &Path, folder: &Path) -> Result<Split> {
    let input = read(program)?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = "./plumbline_glue.js";
    let split = transform(options).map_err(|error| anyhow!("{error:#}"));
    let split = split.with_context(|| format!("cannot split {}", program.display()))?;
    let mut parts = Vec::new();
    for file in split.split_modules {
        let name = file.file_name().context("a part has no name")?;
        // Nothing refers to a part that turned out to be empty.
        parts.push((name.to_string_lossy().into_owned(), file));
    }
    parts.sort();
    let script = folder.join(SCRIPT);
    let text = by_element(&read_text(&script)?, parts.len())?;
    write(&script, text.as_bytes())?;
    Ok(Split { main, parts })
}

/// The script with each fetch by the splitter replaced by one by the element.
fn by_element(script: &str, parts: usize) -> Result<String> {
    let mut made = String::from("/** The element puts in how a part is fetched and compiled. */\n");
    made += "export const later = {};\n";
    let mut rest = script;
    let mut replaced = 0;
    while let Some((before, after)) = rest.split_once("fetch(new URL(") {
        let fetched = after.split_once(", import.meta.url))");
        let (name, after) = fetched.context("the splitter's script fetches in another way")?;
        made += before;
        made += &format!("later.compile({})", name.replacen("./", "", 1));
        rest = after;
        replaced += 1;
    }
    made += rest;
    let instantiates = "WebAssembly.instantiateStreaming(src, imports)";
    let streams = made.matches(instantiates).count();
    if replaced != parts || streams != parts {
        bail!("of {parts} parts, the splitter's script fetches {replaced} and streams {streams}");
    }
    Ok(made.replace(instantiates, "WebAssembly.instantiate(await src, imports)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = r#"export const load = makeLoad(() => {
    const src = fetch(new URL("./split_report.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}, []);"#;

    #[test]
    fn the_element_fetches_the_parts() {
        let made = by_element(SCRIPT, 1).unwrap();
        assert!(made.contains("const src = later.compile(\"split_report.wasm\");"), "{made}");
        assert!(made.contains("(WebAssembly.instantiate(await src, imports))"), "{made}");
    }

    #[test]
    fn a_script_of_another_form_is_refused() {
        assert!(by_element("", 1).is_err());
        assert!(by_element(SCRIPT, 2).is_err());
        assert!(by_element("fetch(new URL(", 1).is_err());
    }
}
