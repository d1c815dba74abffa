//! Rust to wasm: cargo, then wasm-bindgen, then for a release wasm-opt.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{esbuild, names, wrapper, Mode};
use crate::process;
use crate::workspace::{cargo, read, read_text, root, target, write, WASM};

/// What browsers since March 2023 understand, which is also what rustc emits. `--all-features`
/// would emit more than that, and browsers refuse a module that has one instruction they lack.
const FEATURES: [&str; 7] = [
    "bulk-memory",
    "bulk-memory-opt",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
];

/// The package of the widget.
const CORE: &str = "plumbline";

/// The packages that become modules of their own, with the names of their files.
pub const MODULES: [(&str, &str); 2] = [(CORE, "plumbline"), ("plumbline-report", "report")];

/// The compiled modules and the scripts that wasm-bindgen made for them.
pub struct Glue {
    /// Holds `<name>_glue.js` of each module and whatever they import.
    pub folder: PathBuf,
    /// The modules, as `<name>_bg.wasm`.
    pub modules: Vec<(String, Vec<u8>)>,
}

/// Compiles the widget and the report for browsers.
pub fn build(mode: Mode) -> Result<Glue> {
    let target = target()?;
    let folder = target.join(match mode {
        Mode::Release => "plumbline/glue-release",
        Mode::Development => "plumbline/glue-development",
    });
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let mut modules = Vec::new();
    for (package, name) in MODULES {
        let module = match mode {
            Mode::Release => compile_release(&target, package)?,
            Mode::Development => compile_development(&target, package)?,
        };
        println!("running wasm-bindgen for {package}");
        bindgen(&module, &folder, name, mode)?;
        let wasm = folder.join(format!("{name}_glue_bg.wasm"));
        if mode == Mode::Release {
            println!("running wasm-opt for {package}");
            optimise(&wasm)?;
            shorten(&wasm, &folder.join(format!("{name}_glue.js")))?;
        }
        modules.push((format!("{name}_bg.wasm"), read(&wasm)?));
    }
    Ok(Glue { folder, modules })
}

fn compile_development(target: &Path, package: &str) -> Result<PathBuf> {
    println!("compiling {package} for {WASM}");
    process::run(cargo().args(["build", "--lib", "--target", WASM, "--package", package]))?;
    Ok(module(&target.join(WASM).join("debug"), package))
}

/// Where cargo puts the module of a package.
fn module(folder: &Path, package: &str) -> PathBuf {
    folder.join(package.replace('-', "_")).with_extension("wasm")
}

/// Compiles the standard library too, for size and without the text of panic messages: an eighth
/// less to download. Only unstable options do that, hence `RUSTC_BOOTSTRAP`.
fn compile_release(target: &Path, package: &str) -> Result<PathBuf> {
    println!("compiling {package} for {WASM}, optimised for size, with the standard library");
    // In a folder of its own: cargo notices RUSTC_BOOTSTRAP and the flags, which differ from package
    // to package, and would compile all dependencies again each time.
    let target = target.join("release-of").join(package);
    process::run(
        wrapper::apply(&mut cargo())?
            .args(["build", "--release", "--lib", "--target", WASM, "--package", package])
            .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
            .arg("--target-dir")
            .arg(&target)
            .env("CARGO_ENCODED_RUSTFLAGS", flags(package)?.join("\u{1f}")),
    )?;
    Ok(module(&target.join(WASM).join("release"), package))
}

/// Options of rustc. The folders of this machine are cut off from the names of source files, which
/// a few messages hold: whoever builds a release gets the same bytes.
fn flags(package: &str) -> Result<Vec<String>> {
    let set = |name| std::env::var(name).ok();
    let sysroot = process::output(Command::new("rustc").arg("--print=sysroot"))?;
    let crates = set("CARGO_HOME").or_else(|| Some(set("HOME")? + "/.cargo"));
    let here = root().to_str().map(Into::into);
    let folders = [Some(sysroot.trim().to_owned()), crates, here].into_iter().flatten();
    let cut = folders.map(|folder| format!("--remap-path-prefix={folder}="));
    let options = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none"];
    // The core writes nothing by `{:?}`. The libraries of the report may, into its files.
    let debug = (package == CORE).then_some("-Zfmt-debug=none");
    Ok(options.into_iter().chain(debug).map(Into::into).chain(cut).collect())
}

fn bindgen(module: &Path, folder: &Path, name: &str, mode: Mode) -> Result<()> {
    let mut args: Vec<std::ffi::OsString> = vec!["wasm-bindgen".into(), module.into()];
    args.extend(["--out-dir".into(), folder.into()]);
    args.extend(["--target=web", "--no-typescript"].map(Into::into));
    args.push(format!("--out-name={name}_glue").into());
    // The element says where the module is, under the name that its hash gives it.
    args.push("--omit-default-module-path".into());
    if mode == Mode::Release {
        args.extend(["--remove-name-section", "--remove-producers-section"].map(Into::into));
    }
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args).context("wasm-bindgen failed")
}

fn optimise(wasm: &Path) -> Result<()> {
    // A function within another is no smaller, and up to 4 % larger once compressed.
    let inline =
        ["--one-caller-inline-max-function-size", "30", "--always-inline-max-function-size", "1"];
    process::run(
        wasm_opt(wasm).args(["-Oz", "--converge", "--strip-target-features"]).args(inline),
    )?;
    // Control flow that is taken apart and put together anew is a little shorter, and twice more so.
    for _ in 0..2 {
        process::run(wasm_opt(wasm).args(["--flatten", "--rereloop", "-Oz", "-Oz"]).args(inline))?;
    }
    Ok(())
}

/// Gives short names to what the module and its script call in each other.
fn shorten(wasm: &Path, script: &Path) -> Result<()> {
    let printed = process::output(wasm_opt(wasm).arg(names::PASS))?;
    let text = names::shorten(&read_text(script)?, &printed)?;
    write(script, text.as_bytes())
}

fn wasm_opt(wasm: &Path) -> Command {
    let mut command = Command::new("node");
    command.arg(esbuild::tools().join("node_modules/binaryen/bin/wasm-opt")).arg("--mvp-features");
    command.args(FEATURES.map(|feature| format!("--enable-{feature}")));
    command.arg(wasm).arg("-o").arg(wasm);
    command
}
