//! Short names between the main module and its scripts.
//!
//! wasm-bindgen names each import and export after a type, a method and a hash, and its own file
//! before each import: a twenty-fifth of what a visitor downloads first. wasm-opt gives short names
//! in the module and prints which; here the scripts get the same.

use std::collections::BTreeMap;

use anyhow::{bail, Context, Result};
use serde::Deserialize;

/// The pass of wasm-opt that gives short names. It must come last.
pub const PASS: &str = "--minify-imports-and-exports-and-modules";

/// The short name of every module that imports come from.
const MODULE: &str = "a";
/// What the splitter's script calls the imports that it has for the main module.
const LOADS: &str = "loads";
/// That script.
const SPLIT: &str = "./__wasm_split.js";

/// What the main module imports from and exports to.
#[derive(Debug, PartialEq, Eq)]
pub struct Scripts {
    /// The script of wasm-bindgen.
    pub glue: String,
    /// The script of the splitter, which hands exports on to the parts.
    pub split: String,
}

#[derive(Deserialize)]
struct Renamed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// The scripts with the names that the module has now. `printed` is what wasm-opt said.
pub fn shorten(scripts: &Scripts, printed: &str) -> Result<Scripts> {
    let renamed: Renamed =
        serde_json::from_str(printed).context("cannot read the names that wasm-opt printed")?;
    let imports: BTreeMap<&str, &str> =
        renamed.imports.iter().map(|(_, old, new)| (&**old, &**new)).collect();
    let exports: BTreeMap<&str, &str> =
        renamed.exports.iter().map(|(old, new)| (&**old, &**new)).collect();
    let (glue, in_glue) = glue(&scripts.glue, &imports, &exports);
    let (split, in_split) = split(&scripts.split, &imports, &exports)?;
    let named = in_glue + in_split;
    if named != imports.len() {
        bail!(
            "the module imports {} functions, but the scripts have {named} of them",
            imports.len()
        );
    }
    Ok(Scripts { glue, split })
}

/// wasm-bindgen's script, and how many imports it has.
fn glue(
    script: &str,
    imports: &BTreeMap<&str, &str>,
    exports: &BTreeMap<&str, &str>,
) -> (String, usize) {
    let mut made = format!("import {{ {LOADS} }} from \"{SPLIT}\";\n");
    let mut named = 0;
    // What was imported from the splitter's script comes with the rest.
    for line in script.lines().filter(|line| !line.contains(&format!("\"{SPLIT}\""))) {
        let line = match imports_from(line) {
            Some(before) => format!("{before}\"{MODULE}\": {{ ...import0, ...{LOADS} }},"),
            None => match import(line).and_then(|(before, old, after)| {
                imports.get(old).map(|new| format!("{before}{new}{after}"))
            }) {
                Some(line) => {
                    named += 1;
                    line
                }
                None => line.to_owned(),
            },
        };
        made += &uses(&line, exports);
        made.push('\n');
    }
    (made, named)
}

/// The splitter's script, and how many imports it has.
fn split(
    script: &str,
    imports: &BTreeMap<&str, &str>,
    exports: &BTreeMap<&str, &str>,
) -> Result<(String, usize)> {
    let taken = script.split_once("const { ").and_then(|(before, rest)| {
        let (names, after) = rest.split_once(" } = initSync(")?;
        Some((before, names, after))
    });
    let (before, names, after) = taken.context("the splitter's script takes no exports")?;
    let mut short = Vec::new();
    for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let new = exports.get(name).with_context(|| format!("the module exports no {name}"))?;
        short.push(format!("{new}: {name}"));
    }
    let offered: Vec<String> = imports
        .iter()
        .filter(|(old, _)| script.contains(&format!("export const {old} =")))
        .map(|(old, new)| format!("{new}: {old}"))
        .collect();
    let names = short.join(", ");
    let mut made = format!("{before}const {{ {names} }} = initSync({after}");
    made += &format!("export const {LOADS} = {{ {} }};\n", offered.join(", "));
    Ok((made, offered.len()))
}

/// What stands before the name of the file in `    "./x_bg.js": import0,`.
fn imports_from(line: &str) -> Option<&str> {
    let (before, rest) = line.split_once('"')?;
    (rest.starts_with("./") && rest.ends_with("_bg.js\": import0,")).then_some(before)
}

/// The parts of `        name: function(..) {` around the name.
fn import(line: &str) -> Option<(&str, &str, &str)> {
    let name = line.trim_start();
    let length = name.find(':')?;
    let (name, after) = name.split_at(length);
    let before = line.len() - name.len() - after.len();
    Some((&line[..before], name, after))
}

/// The line with the short name of each export that it uses.
fn uses(line: &str, exports: &BTreeMap<&str, &str>) -> String {
    let mut made = String::with_capacity(line.len());
    let mut parts = line.split("wasm.");
    made += parts.next().unwrap_or_default();
    for part in parts {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let length = part.find(|c| !is_name(c)).unwrap_or(part.len());
        let (name, rest) = part.split_at(length);
        made += "wasm.";
        made += exports.get(name).unwrap_or(&name);
        made += rest;
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{
        "imports": [
            ["./x_glue_bg.js", "__wbg_focus_d5e2", "$"],
            ["./__wasm_split.js", "__wasm_split_load_report", "d"]
        ],
        "exports": [["mount", "b"], ["memory", "c"]]
    }"#;

    fn scripts(glue: &str) -> Scripts {
        let split = "const { memory,  } = initSync(undefined);\n\
                     export const __wasm_split_load_report = f();\n";
        Scripts { glue: glue.into(), split: split.into() }
    }

    #[test]
    fn scripts_get_the_names_of_their_module() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\n    const import0 = {\n        \
                    __wbg_focus_d5e2: function(a) {\n            wasm.mount(wasm.memory.buffer);\n    \
                    \"./x_glue_bg.js\": import0,\n    \"./__wasm_split.js\": import1,\n";
        let made = shorten(&scripts(glue), PRINTED).expect("scripts");
        let glue = "import { loads } from \"./__wasm_split.js\";\n    const import0 = {\n        \
                    $: function(a) {\n            wasm.b(wasm.c.buffer);\n    \
                    \"a\": { ...import0, ...loads },\n";
        let split = "const { c: memory } = initSync(undefined);\n\
                     export const __wasm_split_load_report = f();\n\
                     export const loads = { d: __wasm_split_load_report };\n";
        assert_eq!(made, Scripts { glue: glue.into(), split: split.into() });
    }

    #[test]
    fn scripts_that_lack_an_import_or_export_are_refused() {
        assert!(shorten(&scripts("const import0 = {};"), PRINTED).is_err());
        let none = PRINTED.replace("[\"memory\", \"c\"]", "[\"other\", \"c\"]");
        assert!(shorten(&scripts("__wbg_focus_d5e2: f"), &none).is_err());
    }

    #[test]
    fn other_names_stay() {
        let line = "x_wasm.mount(wasm.mount2, \"wasm.\")";
        let exports = BTreeMap::from([("mount", "b")]);
        assert_eq!(uses("wasm.other()", &exports), "wasm.other()");
        assert!(uses(line, &exports).contains("wasm.mount2"));
    }
}
