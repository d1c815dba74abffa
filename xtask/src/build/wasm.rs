//! Rust to wasm: cargo, then the splitter, then wasm-bindgen, then for a release wasm-opt.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{esbuild, instance, names, split, wrapper, Mode};
use crate::process;
use crate::workspace::{cargo, files, read, read_text, root, target, write, WASM};

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

/// The compiled program and the scripts that were made for it.
pub struct Glue {
    /// Holds `plumbline_glue.js` and whatever it imports.
    pub folder: PathBuf,
    /// The program and its parts, by the names that the scripts use.
    pub modules: Vec<(String, Vec<u8>)>,
}

/// What the last release build left.
pub fn built() -> Result<Glue> {
    let folder = folder(&target()?, Mode::Release);
    let missing = || format!("{} holds no release: build without --reuse-wasm", folder.display());
    let names = files(&folder).with_context(missing)?;
    let mut modules = Vec::new();
    for name in names.iter().filter(|name| name.ends_with(".wasm")) {
        match name.as_str() {
            // What the splitter made, before wasm-bindgen.
            "main.wasm" => (),
            "plumbline_glue_bg.wasm" => {
                modules.insert(0, ("plumbline_bg.wasm".into(), read(&folder.join(name))?));
            }
            name => modules.push((name.into(), read(&folder.join(name))?)),
        }
    }
    instance::write_script(Mode::Release, &folder).with_context(missing)?;
    Ok(Glue { folder, modules })
}

fn folder(target: &Path, mode: Mode) -> PathBuf {
    target.join(match mode {
        Mode::Release => "plumbline/glue-release",
        Mode::Development => "plumbline/glue-development",
    })
}

/// Compiles the widget for browsers.
pub fn build(mode: Mode) -> Result<Glue> {
    let target = target()?;
    let folder = folder(&target, mode);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let program = match mode {
        Mode::Release => compile_release(&target)?,
        Mode::Development => compile_development(&target)?,
    };
    println!("splitting it");
    let split = split::run(&program, &folder)?;
    println!("running wasm-bindgen");
    bindgen(&split.main, &folder, mode)?;
    let main = folder.join("plumbline_glue_bg.wasm");
    let mut files = vec![("plumbline_bg.wasm".to_owned(), main.clone())];
    files.extend(split.parts);
    if mode == Mode::Release {
        for (name, file) in &files {
            println!("running wasm-opt for {name}");
            optimise(file)?;
        }
        shorten(&main, &folder)?;
    }
    instance::write_script(mode, &folder)?;
    let modules = files.into_iter().map(|(name, file)| Ok((name, read(&file)?)));
    let modules = modules.collect::<Result<_>>()?;
    Ok(Glue { folder, modules })
}

fn compile_development(target: &Path) -> Result<PathBuf> {
    println!("compiling for {WASM}");
    process::run(rustc(&mut cargo()).args(RELOCATIONS))?;
    Ok(target.join(WASM).join("debug/plumbline.wasm"))
}

/// Compiles the standard library too, for size and without the text of panic messages: an eighth
/// less to download. Only unstable options do that, hence `RUSTC_BOOTSTRAP`.
fn compile_release(target: &Path) -> Result<PathBuf> {
    println!("compiling for {WASM}, optimised for size, with the standard library");
    // In a folder of its own: cargo notices RUSTC_BOOTSTRAP and the flags, and would compile all
    // dependencies again after each other build.
    let target = target.join("plumbline/release");
    process::run(
        rustc(wrapper::apply(&mut cargo())?)
            .args(["--release", "-Zbuild-std=std,panic_abort"])
            .arg("-Zbuild-std-features=optimize_for_size")
            .arg("--target-dir")
            .arg(&target)
            .env("CARGO_ENCODED_RUSTFLAGS", flags()?.join("\u{1f}"))
            .args(RELOCATIONS),
    )?;
    Ok(target.join(WASM).join("release/plumbline.wasm"))
}

/// The program as one file. Only `cargo rustc` gives an option to the last crate alone.
fn rustc(cargo: &mut Command) -> &mut Command {
    cargo.args(["rustc", "--lib", "--crate-type=cdylib", "--features=split", "--target", WASM])
}

/// The linker notes what refers to what: the splitter goes by that.
const RELOCATIONS: [&str; 2] = ["--", "-Clink-arg=--emit-relocs"];

/// Options of rustc. The folders of this machine are cut off from the names of source files, which
/// a few messages hold: whoever builds a release gets the same bytes.
fn flags() -> Result<Vec<String>> {
    let set = |name| std::env::var(name).ok();
    let sysroot = process::output(Command::new("rustc").arg("--print=sysroot"))?;
    let crates = set("CARGO_HOME").or_else(|| Some(set("HOME")? + "/.cargo"));
    let here = root().to_str().map(Into::into);
    let folders = [Some(sysroot.trim().to_owned()), crates, here].into_iter().flatten();
    let cut = folders.map(|folder| format!("--remap-path-prefix={folder}="));
    let options = [
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        // Nothing here and no library writes by `{:?}` what a reader sees.
        "-Zfmt-debug=none",
    ];
    Ok(options.into_iter().map(Into::into).chain(cut).collect())
}

fn bindgen(module: &Path, folder: &Path, mode: Mode) -> Result<()> {
    let mut args: Vec<std::ffi::OsString> = vec!["wasm-bindgen".into(), module.into()];
    args.extend(["--out-dir".into(), folder.into()]);
    args.extend(["--target=web", "--no-typescript", "--out-name=plumbline_glue"].map(Into::into));
    // The parts of the program are linked by what the linker exports.
    args.push("--keep-lld-exports".into());
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
        wasm_opt(wasm)
            .args(["-Oz", "--converge", "--strip-target-features", "--strip-producers"])
            .args(inline),
    )?;
    // Control flow that is taken apart and put together anew is a little shorter, and twice more so.
    for _ in 0..2 {
        process::run(wasm_opt(wasm).args(["--flatten", "--rereloop", "-Oz", "-Oz"]).args(inline))?;
    }
    Ok(())
}

/// Gives short names to what the main module and its scripts call in each other.
fn shorten(wasm: &Path, folder: &Path) -> Result<()> {
    let printed = process::output(wasm_opt(wasm).arg(names::PASS))?;
    let [glue, split] = ["plumbline_glue.js", split::SCRIPT].map(|name| folder.join(name));
    let scripts = names::Scripts { glue: read_text(&glue)?, split: read_text(&split)? };
    let short = names::shorten(&scripts, &printed)?;
    write(&glue, short.glue.as_bytes())?;
    write(&split, short.split.as_bytes())
}

fn wasm_opt(wasm: &Path) -> Command {
    let mut command = Command::new("node");
    command.arg(esbuild::tools().join("node_modules/binaryen/bin/wasm-opt")).arg("--mvp-features");
    command.args(FEATURES.map(|feature| format!("--enable-{feature}")));
    command.arg(wasm).arg("-o").arg(wasm);
    command
}
