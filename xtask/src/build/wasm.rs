//! Rust to wasm: cargo, then wasm-bindgen, then for a release wasm-opt.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{esbuild, wrapper, Mode};
use crate::process;
use crate::workspace::{cargo, target, WASM};

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

/// The compiled module and the script that wasm-bindgen made for it.
pub struct Glue {
    /// Holds `plumbline_glue.js` and whatever it imports.
    pub folder: PathBuf,
    /// The module.
    pub wasm: Vec<u8>,
}

/// Compiles the package `plumbline` for browsers.
pub fn build(mode: Mode) -> Result<Glue> {
    let target = target()?;
    let module = match mode {
        Mode::Release => compile_release(&target)?,
        Mode::Development => compile_development(&target)?,
    };
    let folder = target.join(match mode {
        Mode::Release => "plumbline/glue-release",
        Mode::Development => "plumbline/glue-development",
    });
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    println!("running wasm-bindgen");
    bindgen(&module, &folder, mode)?;
    let wasm = folder.join("plumbline_glue_bg.wasm");
    if mode == Mode::Release {
        println!("running wasm-opt");
        optimise(&wasm)?;
    }
    Ok(Glue { wasm: crate::workspace::read(&wasm)?, folder })
}

fn compile_development(target: &Path) -> Result<PathBuf> {
    println!("compiling for {WASM}");
    process::run(cargo().args(["build", "--package=plumbline", "--lib", "--target", WASM]))?;
    Ok(target.join(WASM).join("debug/plumbline.wasm"))
}

/// Compiles the standard library too, for size and without the text of panic messages: a fifth
/// less to download. Only unstable options do that, hence `RUSTC_BOOTSTRAP`.
fn compile_release(target: &Path) -> Result<PathBuf> {
    println!("compiling for {WASM}, optimised for size, with the standard library");
    // In a folder of its own: build scripts notice RUSTC_BOOTSTRAP, and would run again each time.
    let target = target.join("plumbline");
    let flags = ["-Zunstable-options", "-Cpanic=immediate-abort"];
    process::run(
        wrapper::apply(&mut cargo())?
            .args(["build", "--release", "--package=plumbline", "--lib", "--target", WASM])
            .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
            .arg("--target-dir")
            .arg(&target)
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")),
    )?;
    Ok(target.join(WASM).join("release/plumbline.wasm"))
}

fn bindgen(module: &Path, folder: &Path, mode: Mode) -> Result<()> {
    let mut args: Vec<std::ffi::OsString> = vec!["wasm-bindgen".into(), module.into()];
    args.extend(["--out-dir".into(), folder.into()]);
    args.extend(["--target=web", "--out-name=plumbline_glue", "--no-typescript"].map(Into::into));
    // The element says where the module is, under the name that its hash gives it.
    args.push("--omit-default-module-path".into());
    if mode == Mode::Release {
        args.extend(["--remove-name-section", "--remove-producers-section"].map(Into::into));
    }
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(args).context("wasm-bindgen failed")
}

fn optimise(wasm: &Path) -> Result<()> {
    process::run(
        Command::new("node")
            .arg(esbuild::tools().join("node_modules/binaryen/bin/wasm-opt"))
            .args(["-Oz", "--converge", "--strip-target-features", "--mvp-features"])
            .args(FEATURES.map(|feature| format!("--enable-{feature}")))
            .arg(wasm)
            .arg("-o")
            .arg(wasm),
    )
}
