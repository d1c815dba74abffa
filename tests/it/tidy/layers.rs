//! Which module may know which.

use super::files::{file, files, File};
use super::none;

/// What comes earlier in the list and still must not be known: a file is made of the report alone.
const NEVER: &[(&str, &str)] = &[("report", "save"), ("formats", "save"), ("formats", "state")];

/// The modules in the order of `src/lib.rs`.
fn order() -> Vec<String> {
    let lib = file("src/lib.rs").expect("the list of modules").code();
    let lines = lib.lines().filter_map(|line| line.strip_prefix("pub mod "));
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
            if module != "lib" && (!known || NEVER.contains(&(&*module, &*import))) {
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
