//! What the files may weigh, compressed by brotli. A build over a limit fails.

use anyhow::{bail, Result};

use super::compress::Packed;

/// One line of the budget. A kilobyte has 1000 bytes.
struct Budget {
    what: &'static str,
    limit: usize,
    aim: usize,
    /// Names before hashing; `*.css` stands for all that end so, `chunk_*` for all that begin so.
    files: &'static [&'static str],
}

const BUDGETS: [Budget; 12] = [
    Budget { what: "main wasm", limit: 107_000, aim: 98_000, files: &["plumbline_bg.wasm"] },
    Budget {
        what: "scripts, styles, html",
        limit: 18_000,
        aim: 14_000,
        files: &["index.html", "page.css", "plumbline.css", "plumbline.js"],
    },
    Budget {
        what: "the page for frames",
        limit: 3_000,
        aim: 2_000,
        files: &["frame.css", "frame.html", "frame.js", "frame-host.js"],
    },
    Budget {
        what: "words and first questions",
        limit: 14_000,
        aim: 12_000,
        files: &["locales/en.json", "controls.first.json"],
    },
    Budget {
        what: "all before the first question",
        limit: 150_000,
        aim: 118_000,
        files: &[
            "index.html",
            "page.css",
            "plumbline.js",
            "plumbline.css",
            "plumbline_bg.wasm",
            "locales/en.json",
            "controls.first.json",
        ],
    },
    Budget {
        // With what it shares with the exports: the splitter numbers that anew as it likes.
        what: "report pages and their words",
        limit: 125_000,
        aim: 100_000,
        files: &["split_report.wasm", "chunk_*", "locales/en.report.json"],
    },
    Budget {
        what: "the rest of the report, and the search",
        limit: 55_000,
        aim: 45_000,
        files: &["split_rest.wasm"],
    },
    Budget {
        what: "other pages and what they do",
        limit: 55_000,
        aim: 40_000,
        files: &["split_pages.wasm"],
    },
    Budget {
        what: "keeping assessments",
        limit: 30_000,
        aim: 20_000,
        files: &["split_device.wasm"],
    },
    Budget { what: "text exports", limit: 90_000, aim: 70_000, files: &["split_exports.wasm"] },
    Budget {
        what: "default pack",
        limit: 120_000,
        aim: 100_000,
        files: &["controls.first.json", "controls.json", "exclusions.json"],
    },
    Budget {
        what: "explanations, when first opened",
        limit: 40_000,
        aim: 32_000,
        files: &["explanations.json"],
    },
];

/// How a build compares with the budget.
pub struct Verdict {
    /// To be shown.
    pub table: String,
    over: Vec<String>,
}

impl Verdict {
    /// Fails when something is over its limit.
    pub fn pass(self) -> Result<()> {
        if !self.over.is_empty() {
            bail!("over budget: {}", self.over.join("; "));
        }
        Ok(())
    }
}

/// Adds up the files of each line.
pub fn check(files: &[Packed]) -> Result<Verdict> {
    compare(&BUDGETS, files)
}

fn compare(budgets: &[Budget], files: &[Packed]) -> Result<Verdict> {
    let mut table =
        format!("{:<44} {:>9} {:>9} {:>9}\n", "budget, by brotli", "aim", "limit", "now");
    let mut over = Vec::new();
    for budget in budgets {
        let now = budget.weigh(files)?;
        let (what, limit) = (budget.what, budget.limit);
        let note = match now {
            now if now > limit => "  OVER",
            now if now > budget.aim => "",
            _ => "  good",
        };
        table += &format!("{what:<44} {:>9} {limit:>9} {now:>9}{note}\n", budget.aim);
        if now > limit {
            over.push(format!("{what} is {now} bytes, {} more than its {limit}", now - limit));
        }
    }
    Ok(Verdict { table, over })
}

impl Budget {
    fn weigh(&self, files: &[Packed]) -> Result<usize> {
        // A renamed file must not pass for a light one.
        for pattern in self.files {
            if !files.iter().any(|file| matches(pattern, &file.source)) {
                bail!("the budget `{}` counts {pattern}, but the build made none", self.what);
            }
        }
        let counts = |file: &&Packed| {
            !file.copy && self.files.iter().any(|pattern| matches(pattern, &file.source))
        };
        Ok(files.iter().filter(counts).map(|file| file.brotli.len()).sum())
    }
}

fn matches(pattern: &str, source: &str) -> bool {
    match pattern.split_once('*') {
        Some((begin, end)) => source.starts_with(begin) && source.ends_with(end),
        None => source == pattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: [Budget; 2] = [
        Budget { what: "scripts", limit: 10, aim: 5, files: &["*.js"] },
        Budget { what: "pack", limit: 10, aim: 5, files: &["controls.json"] },
    ];

    fn file(source: &str, brotli: usize, copy: bool) -> Packed {
        let (source, name) = (source.to_owned(), source.to_owned());
        Packed { source, name, copy, raw: Vec::new(), gzip: Vec::new(), brotli: vec![0; brotli] }
    }

    #[test]
    fn a_copy_counts_once() {
        let files =
            [file("a.js", 10, false), file("a.js", 10, true), file("controls.json", 5, false)];
        assert!(compare(&TWO, &files).unwrap().pass().is_ok());
    }

    #[test]
    fn what_is_over_is_named() {
        let files =
            [file("a.js", 6, false), file("b.js", 5, false), file("controls.json", 10, false)];
        let error = compare(&TWO, &files).unwrap().pass().unwrap_err().to_string();
        assert_eq!(error, "over budget: scripts is 11 bytes, 1 more than its 10");
    }

    #[test]
    fn a_missing_file_is_an_error() {
        let Err(error) = compare(&TWO, &[file("a.js", 6, false)]) else { panic!("it passed") };
        assert!(error.to_string().contains("controls.json"), "{error}");
    }
}
