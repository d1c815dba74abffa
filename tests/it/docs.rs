//! What the documentation shows is what tests run, and what it leads to is there.

use std::path::Path;

use crate::tidy::files::{file, files, File};

/// The pages that people read. What is only for those who change the project counts too.
fn pages() -> Vec<File> {
    let root = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "PROVENANCE.md"];
    let mut all: Vec<File> = root.into_iter().filter_map(file).collect();
    all.extend(files(&["docs"]).into_iter().filter(|file| file.is(&[".md"])));
    all
}

/// A fenced block, and the file that a comment in the line before it names.
#[derive(Debug, PartialEq, Eq)]
struct Block {
    named: Option<String>,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let (mut before, mut lines) = ("", page.lines());
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            let inside = lines.by_ref().take_while(|line| *line != "```");
            let text = inside.map(|line| line.to_string() + "\n").collect();
            let named = before.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
            found.push(Block { named: named.map(Into::into), text });
        }
        if !line.trim().is_empty() {
            before = line;
        }
    }
    found
}

/// Where the links of a page lead that stay in the repository, without their `#parts`.
fn links(page: &str) -> Vec<&str> {
    let targets = page.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0));
    let paths = targets.map(|target| target.split('#').next().unwrap_or_default());
    paths.filter(|path| !path.is_empty() && !path.contains(':')).collect()
}

#[test]
fn a_block_that_names_a_file_is_that_file() {
    let mut seen = 0;
    for page in pages() {
        for block in blocks(&page.text) {
            let Some(name) = block.named else { continue };
            let text = file(&name).unwrap_or_else(|| panic!("{} names {name}", page.path)).text;
            assert_eq!(block.text, text, "{}: the block is not {name} any more", page.path);
            seen += 1;
        }
    }
    assert!(seen >= 5, "only {seen} blocks name a file");
}

/// Recipes and host pages are there to be shown: one that no page shows is out of sight.
#[test]
fn every_file_for_the_documentation_is_shown_in_it() {
    let shown: Vec<String> = pages()
        .iter()
        .flat_map(|page| blocks(&page.text))
        .filter_map(|block| block.named)
        .collect();
    for file in files(&["docs"]).iter().filter(|file| !file.is(&[".md"])) {
        assert!(shown.contains(&file.path), "no page shows {}", file.path);
    }
}

#[test]
fn links_to_files_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for page in pages() {
        let folder = root.join(&page.path);
        for link in links(&page.text) {
            let target = folder.parent().expect("a folder").join(link);
            assert!(target.exists(), "{} leads to {link}", page.path);
        }
    }
}

/// The policy that the recipes send is the one that all tests in browsers run under, and who may
/// show the pages in a frame.
#[test]
fn the_policy_of_the_recipes_is_that_of_the_tests() {
    let server = file("xtask/src/serve/server.rs").expect("the server").text;
    let (_, rest) = server.split_once("const POLICY: &str = \"").expect("its policy");
    let (policy, _) = rest.split_once("\";").expect("the end of it");
    let policy: String = policy.split("\\\n").map(str::trim_start).collect();
    let recipes = ["nginx.conf", "apache.conf", "Caddyfile", "netlify/_headers"];
    for name in recipes {
        let recipe = file(&format!("docs/hosting/{name}")).expect("a recipe").text;
        assert!(recipe.contains(&format!("{policy}; frame-ancestors 'self' ")), "{name}: {policy}");
    }
    let frame = file("static/frame.html").expect("the page for frames").text;
    for directive in policy.split("; ") {
        assert!(frame.contains(directive), "frame.html: {directive}");
    }
    let line = file("docs/hosting/policy.html").expect("the line for a page").text;
    assert!(frame.contains(&line), "frame.html has the line that the page for hosts shows");
}

#[test]
fn blocks_and_links_are_found() {
    let page = "<!-- a/b.conf -->\n\n```nginx\nx {\n\n}\n```\ntext\n```sh\ny\n```\n";
    let block =
        |named: Option<&str>, text: &str| Block { named: named.map(Into::into), text: text.into() };
    assert_eq!(blocks(page), [block(Some("a/b.conf"), "x {\n\n}\n"), block(None, "y\n")]);
    let page = "[a](b.md#c) [d](#e) [f](https://g.h/i) [j](../k)";
    assert_eq!(links(page), ["b.md", "../k"]);
}
