//! Which module may know which.

use super::files::{file, files, File};
use super::none;

/// What comes earlier in the list and still must not be known: a file is made of the report alone.
/// Of the report, only what opens milestones reads save files.
const NEVER: &[(&str, &str)] = &[
    ("src/report.rs", "save"),
    ("src/report/board", "save"),
    ("src/export", "save"),
    ("src/export", "app"),
];

/// The modules in the order of `src/lib.rs`.
fn order() -> Vec<String> {
    order_in("src/lib.rs")
}

/// The public modules that a file lists.
fn order_in(path: &str) -> Vec<String> {
    let list = file(path).expect("the list of modules").code();
    let lines = list.lines().filter_map(|line| line.strip_prefix("pub mod "));
    lines.map(|rest| rest.trim_end_matches(';').to_string()).collect()
}

#[test]
fn imports_run_down_the_list_in_lib() {
    let order = order();
    let place = |module: &str| order.iter().position(|known| known == module);
    let mut wrong = Vec::new();
    for file in files(&["src"]) {
        let module = module_of(&file);
        for import in imports(&file.shipped_code()) {
            let known = place(&import).is_some() && place(&import) <= place(&module);
            let never =
                |(path, other): &(&str, &str)| file.path.starts_with(path) && import == *other;
            if module != "lib" && (!known || NEVER.iter().any(never)) {
                wrong.push(format!("{} imports {import}", file.path));
            }
        }
    }
    none(wrong);
}

/// What is inside a module stands in reading order too.
#[test]
fn imports_run_down_the_lists_of_what_is_asked_and_what_is_judged() {
    let mut wrong = Vec::new();
    for group in ["model", "rules"] {
        let order = order_in(&format!("src/{group}.rs"));
        let place = |module: &str| order.iter().position(|known| known == module);
        for file in files(&["src"]) {
            let Some(inside) = file.path.strip_prefix(&format!("src/{group}/")) else { continue };
            let module = inside.split('/').next().unwrap_or_default().trim_end_matches(".rs");
            let code = file.shipped_code().replace(&format!("crate::{group}::"), "inner::");
            let imports =
                imports(&code.replace("crate::", "outer::").replace("inner::", "crate::"));
            for import in imports.iter().filter(|import| place(import) > place(module)) {
                wrong.push(format!("{} imports {import}", file.path));
            }
        }
    }
    none(wrong);
}

#[test]
fn every_module_stands_in_the_list() {
    let order = order();
    let modules = files(&["src"]).into_iter().map(|file| module_of(&file));
    none(modules.filter(|module| module != "lib" && !order.contains(module)).collect());
}

/// What `src/lib.rs` says of its modules follows their order.
#[test]
fn the_map_in_lib_follows_the_list() {
    let lib = file("src/lib.rs").expect("the map").text;
    let map: String = lib.lines().take_while(|line| *line != "//! ```").collect();
    let named = |module: &String| {
        map.find(&format!("[`{module}`]")).or_else(|| map.find(&format!("- `{module}`: ")))
    };
    let places: Vec<Option<usize>> = order().iter().map(named).collect();
    assert!(places.iter().all(Option::is_some), "every module is in the map: {places:?}");
    assert!(places.is_sorted(), "in the order of the list: {places:?}");
}

fn is_core(file: &File) -> bool {
    !["src/view", "src/pages", "src/web"].into_iter().any(|module| file.is_module(module))
}

#[test]
fn the_core_does_not_know_yew() {
    let mut wrong = Vec::new();
    for file in files(&["src"]).into_iter().filter(is_core) {
        wrong.extend(file.places(&file.code(), "yew"));
    }
    none(wrong);
}

#[test]
fn only_the_edge_touches_the_browser() {
    let inside = |file: &File| !file.is_module("src/web") && file.path != "src/view/event.rs";
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
    let mut wrong = Vec::new();
    for file in files(&["src"]).into_iter().filter(is_core) {
        for word in
            ["SystemTime", "Instant::now", "HashMap", "thread_local!", "static mut", "Mutex"]
        {
            wrong.extend(file.places(&file.shipped_code(), word));
        }
    }
    none(wrong);
}

/// `src/model/pack.rs` belongs to `model`.
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
