//! The files of the repository, and what they say without their comments.

use std::path::Path;

/// A text file with its path from the root of the repository.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    pub fn is(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// Whether it is this module or below it: `src/web` is `src/web.rs` and all of `src/web/`.
    pub fn is_module(&self, module: &str) -> bool {
        self.path.strip_prefix(module).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }

    /// The text without comments. Lines keep their numbers.
    pub fn code(&self) -> String {
        let text = match self.path.rsplit('.').next() {
            Some("html" | "svg") => without(&self.text, "<!--", "-->"),
            Some("css" | "js" | "mjs") => without(&self.text, "/*", "*/"),
            _ => self.text.clone(),
        };
        if !self.is(&[".rs", ".js", ".mjs"]) {
            return text;
        }
        text.lines().map(|line| without_line_comment(line).to_string() + "\n").collect()
    }

    /// The code without what only tests compile.
    pub fn shipped_code(&self) -> String {
        if self.is(&["/tests.rs"]) || self.path.contains("/tests/") {
            return String::new();
        }
        // Tests stand last in their file, in a module or by themselves.
        let code = self.code();
        let begins = ["\n#[cfg(test)]\nmod tests {", "\n#[test]\n", "\n    #[test]\n"];
        let end = begins.iter().filter_map(|begin| code.find(begin)).min().unwrap_or(code.len());
        code[..end].to_string()
    }

    /// The places where a text stands, as `path:line: text`.
    pub fn places(&self, code: &str, wanted: &str) -> Vec<String> {
        let numbered = code.lines().enumerate().filter(|(_, line)| line.contains(wanted));
        numbered.map(|(n, _)| format!("{}:{}: {wanted}", self.path, n + 1)).collect()
    }
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once(open) {
        let (comment, after) = comment.split_once(close).unwrap_or((comment, ""));
        kept += before;
        kept.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    kept + rest
}

/// A comment begins a line or follows a space; `https://` does neither.
fn without_line_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") {
        return "";
    }
    line.split_once(" // ").map_or(line, |(code, _)| code)
}

/// The text files below these folders; folders that do not exist yet are empty.
pub fn files(folders: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    for folder in folders {
        collect(folder, &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// A file from the root of the repository, if it is there and is text.
pub fn file(path: &str) -> Option<File> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).ok()?;
    Some(File { path: path.into(), text })
}

fn collect(folder: &str, found: &mut Vec<File>) {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    for entry in std::fs::read_dir(whole).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        let skipped = name.starts_with('.') || ["target", "dist", "node_modules"].contains(&&*name);
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && !skipped => collect(&path, found),
            Ok(kind) if kind.is_file() => found.extend(file(&path)),
            _ => (),
        }
    }
}
