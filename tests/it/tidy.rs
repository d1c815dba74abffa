//! The rules of the house, checked on the files themselves.

pub mod files;
mod layers;
mod words;

use files::{file, files, File};

/// All folders with files that are written by hand.
const ALL: &[&str] = &["src", "static", "cli", "xtask", "tests"];

/// Names that look like addresses and are never fetched.
const NAMES: &[&str] = &["http://www.w3.org/2000/svg"];

#[track_caller]
fn none<T: std::fmt::Display>(wrong: Vec<T>) {
    let list: String = wrong.iter().map(|one| format!("  {one}\n")).collect();
    assert!(wrong.is_empty(), "{} found:\n{list}", wrong.len());
}

/// Where shipped code in these folders, in files with these endings, has one of these texts.
fn places(folders: &[&str], endings: &[&str], texts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files(folders).iter().filter(|file| file.is(endings)) {
        let code = file.shipped_code();
        found.extend(texts.iter().flat_map(|text| file.places(&code, text)));
    }
    found
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let hand_written = |file: &File| file.is(&[".rs", ".js", ".mjs", ".css"]);
    let long = |file: &File| file.text.lines().count() > 400;
    let found = files(ALL).into_iter().filter(|file| hand_written(file) && long(file));
    none(found.map(|file| file.path).collect());
}

#[test]
fn rust_files_have_no_stray_space_and_end_with_a_line() {
    let mut wrong = Vec::new();
    for file in files(ALL).iter().filter(|file| file.is(&[".rs"])) {
        for (n, line) in file.text.lines().enumerate() {
            if line.ends_with(char::is_whitespace) || line.contains(['\t', '\r']) {
                wrong.push(format!("{}:{}", file.path, n + 1));
            }
        }
        if !file.text.ends_with('\n') || file.text.ends_with("\n\n") {
            wrong.push(format!("{}: its end", file.path));
        }
    }
    none(wrong);
}

#[test]
fn rust_files_are_ascii_so_that_nothing_hides() {
    let mut wrong = Vec::new();
    // Tests need the signs of other scripts to show what becomes of them.
    let shipped = |path: &str| !path.starts_with("tests/");
    for file in files(ALL).iter().filter(|file| file.is(&[".rs"]) && shipped(&file.path)) {
        let numbered = file.text.lines().enumerate().filter(|(_, line)| !line.is_ascii());
        wrong.extend(numbered.map(|(n, _)| format!("{}:{}", file.path, n + 1)));
    }
    none(wrong);
}

#[test]
fn nothing_shipped_stops_on_purpose() {
    let stops = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!("];
    none(places(&["src", "cli", "xtask"], &[".rs"], &stops));
}

#[test]
fn nothing_is_unsafe() {
    let forms = ["unsafe {", "unsafe fn", "unsafe impl", "unsafe trait", "unsafe extern"];
    let rule = "tests/it/tidy.rs";
    let found = places(ALL, &[".rs"], &forms);
    none(found.into_iter().filter(|place| !place.starts_with(rule)).collect());
}

#[test]
fn no_view_uses_what_a_strict_page_forbids() {
    let web = [".rs", ".html", ".js", ".mjs", ".css", ".svg"];
    let mut found =
        places(&["src", "static"], &web, &[" style=", "innerHTML", "from_html_unchecked"]);
    // The form that flattens into the parent list and loses the text of a field (yew 3262).
    found.extend(places(&["src"], &[".rs"], &["{ for ", "{for "]));
    none(found);
}

#[test]
fn lengths_do_not_depend_on_the_root_font_of_the_page() {
    let mut wrong = Vec::new();
    for file in files(&["static", "src"]).iter().filter(|file| file.is(&[".css", ".html"])) {
        for (n, line) in file.code().lines().enumerate() {
            let rem = |(at, _): (usize, &str)| {
                let after = line[at + 3..].chars().next();
                line[..at].ends_with(|c: char| c.is_ascii_digit() || c == '.')
                    && !after.is_some_and(char::is_alphanumeric)
            };
            if line.match_indices("rem").any(rem) {
                wrong.push(format!("{}:{}", file.path, n + 1));
            }
        }
    }
    none(wrong);
}

#[test]
fn nothing_shipped_names_another_host() {
    const STARTS: &[&str] = &["http://", "https://", "ws://", "wss://"];
    let mut wrong = places(&["src"], &[""], STARTS);
    for file in files(&["static"]) {
        let mut code = file.shipped_code();
        if file.is(&[".json"]) {
            // A schema names itself and its dialect by addresses that nothing fetches.
            code = code.replace("\"$schema\": \"https://", "").replace("\"$id\": \"https://", "");
        }
        for name in NAMES {
            code = code.replace(name, "");
        }
        for start in STARTS.iter().chain(&["\"//", "'//", "(//"]) {
            wrong.extend(file.places(&code, start));
        }
    }
    none(wrong);
}

#[test]
fn the_project_carries_its_licences() {
    for (path, begin) in [("LICENSE-MIT", "MIT License"), ("LICENSE-APACHE", "Apache License")] {
        let text = file(path).map(|file| file.text).unwrap_or_default();
        assert!(text.trim_start().starts_with(begin), "{path}");
    }
}

#[test]
fn nothing_names_a_place_on_one_machine() {
    let homes = ["/home/", "/root/", "/Users/", "C:\\\\", "/tmp/"].map(|home| format!("\"{home}"));
    let homes: Vec<&str> = homes.iter().map(String::as_str).collect();
    none(places(&["src", "static", "cli"], &[".rs", ".js", ".mjs", ".html"], &homes));
}
