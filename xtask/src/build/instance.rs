//! The scripts of the program as one function.
//!
//! The glue keeps the state of one program in variables of its module, and a browser runs a module
//! once. A program that broke is replaced by a fresh one, so what the element imports is a function
//! that gives a glue of its own at each call. That works in a bundle too, where importing the same
//! file under another address would run the page's own script again.

use std::path::Path;

use anyhow::{bail, Result};

use super::{esbuild, split, Mode};
use crate::workspace::{read_text, write};

/// The script that the element imports.
const SCRIPT: &str = "program.js";

/// A program that has ended does nothing when it is called: listeners and timers may be left.
const END: &str = "export const end = () => { wasm = new Proxy({}, { get: () => () => [] }); };\n";

/// Writes the function beside the glue.
pub fn write_script(mode: Mode, folder: &Path) -> Result<()> {
    let glue = folder.join("plumbline_glue.js");
    let text = read_text(&glue)?;
    if !text.contains("wasm = instance.exports") {
        bail!("wasm-bindgen's script keeps the module's exports elsewhere than in `wasm`");
    }
    if !text.ends_with(END) {
        write(&glue, (text + END).as_bytes())?;
    }
    let entry = folder.join("instance.js");
    let exports = format!(
        "export {{ default as init, mount, end }} from \"./plumbline_glue.js\";\n\
         export {{ later }} from \"./{}\";\n",
        split::SCRIPT
    );
    write(&entry, exports.as_bytes())?;
    let made = esbuild::global(mode, &entry, "program")?;
    let script = format!("export default () => {{\n{made}return program;\n}};\n");
    write(&folder.join(SCRIPT), script.as_bytes())
}
