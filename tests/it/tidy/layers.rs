//! Which module may know which.

use super::files::{files, File};
use super::none;

/// Modules by layer. A module imports only from layers before it and from its own; whatever
/// stands in the same layer stands beside.
const LAYERS: &[&[&str]] = &[
    &["date", "sorted", "node", "part"],
    &["pack"],
    &["answers", "text"],
    &[
        "score",
        "findings",
        "verdict",
        "documents",
        "soa",
        "plan",
        "scoping",
        "roadmap",
        "metrics",
        "groups",
    ],
    &["save", "picture", "wording"],
    &["compare"],
    &["report"],
    &["board"],
    &["formats", "state"],
    &["page"],
    &["ui"],
    &["browser"],
];

/// What stands beside and still must not be known: a file is made of the report alone.
const NEVER: &[(&str, &str)] = &[("report", "save"), ("formats", "save"), ("formats", "state")];

/// The pack asks the plan whether its items need each other in a circle.
const EXCEPT: &[(&str, &str)] = &[("pack", "plan")];

#[test]
fn modules_import_only_what_stands_before_them() {
    let mut wrong = Vec::new();
    for file in files(&["src"]) {
        let module = module_of(&file);
        for import in imports(&file.shipped_code()) {
            let known = layer(&import) <= layer(&module) && layer(&import).is_some();
            let pair = (&*module, &*import);
            if module != "lib" && (!known || NEVER.contains(&pair)) && !EXCEPT.contains(&pair) {
                wrong.push(format!("{} imports {import}", file.path));
            }
        }
    }
    none(wrong);
}

#[test]
fn every_module_has_its_layer() {
    let modules = files(&["src"]).into_iter().map(|file| module_of(&file));
    none(modules.filter(|module| module != "lib" && layer(module).is_none()).collect());
}

#[test]
fn the_core_does_not_know_yew() {
    let core = |file: &File| !file.is_module("src/ui") && !file.is_module("src/browser");
    let mut wrong = Vec::new();
    for file in files(&["src"]).into_iter().filter(core) {
        wrong.extend(file.places(&file.code(), "yew"));
    }
    none(wrong);
}

#[test]
fn only_the_edge_touches_the_browser() {
    let inside = |file: &File| !file.is_module("src/browser") && file.path != "src/ui/event.rs";
    let mut wrong = Vec::new();
    for file in files(&["src"]).into_iter().filter(inside) {
        for library in ["web_sys", "js_sys", "gloo", "wasm_bindgen"] {
            wrong.extend(file.places(&file.code(), library));
        }
    }
    none(wrong);
}

#[test]
fn the_core_has_no_clock_no_chance_and_no_global_state() {
    let core = |file: &File| !file.is_module("src/ui") && !file.is_module("src/browser");
    let mut wrong = Vec::new();
    for file in files(&["src"]).into_iter().filter(core) {
        for word in
            ["SystemTime", "Instant::now", "HashMap", "thread_local!", "static mut", "Mutex"]
        {
            wrong.extend(file.places(&file.shipped_code(), word));
        }
    }
    none(wrong);
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// `src/pack/build.rs` belongs to `pack`.
fn module_of(file: &File) -> String {
    let name = file.path.trim_start_matches("src/").split('/').next().unwrap_or_default();
    name.trim_end_matches(".rs").to_string()
}

/// The modules named as `crate::module` or in `crate::{module, other::Thing}`.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let part_of_a_word = code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if part_of_a_word || code[..at].ends_with('$') {
            continue;
        }
        let rest = &code[at + path.len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(names_of_group(group)),
            None => found.extend(name(rest)),
        }
    }
    found
}

fn name(text: &str) -> Option<String> {
    let name: String = text
        .trim_start()
        .chars()
        .take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

fn names_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut part, mut found) = (1, String::new(), Vec::new());
    for c in group.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match c {
            ',' if depth == 1 => found.extend(name(&std::mem::take(&mut part))),
            _ if depth == 0 => break,
            _ => part.push(c),
        }
    }
    found.extend(name(&part));
    found
}

#[test]
fn imports_are_found_in_every_form() {
    let code = "use crate::pack::{Pack, Item};\nuse crate::{answers::{self, Mode}, plan};\n\
                fn f() { crate::date::x(); subcrate::nothing(); }";
    assert_eq!(imports(code), ["pack", "answers", "plan", "date"]);
}
