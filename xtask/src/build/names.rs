//! Short names between a module and its script.
//!
//! wasm-bindgen names each import and export after a type, a method and a hash, and its own file
//! before each import: a fortieth of what a visitor downloads. wasm-opt gives short names in the
//! module and prints which; here the script gets the same.

use std::collections::BTreeMap;

use anyhow::{bail, Context, Result};
use serde::Deserialize;

/// The pass of wasm-opt that gives short names. It must come last.
pub const PASS: &str = "--minify-imports-and-exports-and-modules";

/// The short name of every module that imports come from.
const MODULE: &str = "a";

#[derive(Deserialize)]
struct Renamed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// The script with the names that the module has now. `printed` is what wasm-opt said.
pub fn shorten(script: &str, printed: &str) -> Result<String> {
    let renamed: Renamed =
        serde_json::from_str(printed).context("cannot read the names that wasm-opt printed")?;
    let imports: BTreeMap<&str, &str> =
        renamed.imports.iter().map(|(_, old, new)| (&**old, &**new)).collect();
    let exports: BTreeMap<&str, &str> =
        renamed.exports.iter().map(|(old, new)| (&**old, &**new)).collect();

    let mut made = String::with_capacity(script.len());
    let mut named = 0;
    for line in script.lines() {
        let line = match imports_from(line) {
            Some(before) => format!("{before}\"{MODULE}\": import0,"),
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
        made += &uses(&line, &exports);
        made.push('\n');
    }
    if named != imports.len() {
        bail!("the module imports {} functions, but the script has {named} of them", imports.len());
    }
    Ok(made)
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
        "imports": [["./x_glue_bg.js", "__wbg_focus_d5e2", "$"]],
        "exports": [["mount", "b"], ["memory", "c"]]
    }"#;

    #[test]
    fn a_script_gets_the_names_of_its_module() {
        let script = "    const import0 = {\n        __wbg_focus_d5e2: function(a) {\n            \
                      wasm.mount(wasm.memory.buffer);\n    \"./x_glue_bg.js\": import0,\n";
        let expected = "    const import0 = {\n        $: function(a) {\n            \
                        wasm.b(wasm.c.buffer);\n    \"a\": import0,\n";
        assert_eq!(shorten(script, PRINTED).expect("a script"), expected);
    }

    #[test]
    fn a_script_that_lacks_an_import_is_refused() {
        assert!(shorten("const import0 = {};", PRINTED).is_err());
    }

    #[test]
    fn other_names_stay() {
        let line = "x_wasm.mount(wasm.mount2, \"wasm.\")";
        let exports = BTreeMap::from([("mount", "b")]);
        assert_eq!(uses("wasm.other()", &exports), "wasm.other()");
        assert!(uses(line, &exports).contains("wasm.mount2"));
    }
}
