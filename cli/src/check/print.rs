//! What `check` prints, for a reader and for a program.

use super::{Checked, Summary};
use crate::lint::Problem;
use serde_json::{json, Value};
use std::fmt::Write;

/// For a reader: one line a problem, then a report for each pack, last the number of problems.
pub fn as_text(checked: &[Checked]) -> String {
    let mut text = String::new();
    for pack in checked {
        for problem in &pack.problems {
            line(&mut text, &pack.file, problem);
        }
    }
    for pack in checked {
        summary(&mut text, &pack.file, &pack.summary);
    }
    let all = || checked.iter().flat_map(|pack| &pack.problems);
    let own = all().filter(|problem| problem.rule.is_own()).count();
    match all().count() {
        0 => text.push_str("0 problems\n"),
        n => {
            let _ = writeln!(text, "{} of format, {own} of this project's own rules", n - own);
            let _ = writeln!(text, "{n} {}", if n == 1 { "problem" } else { "problems" });
        }
    }
    text
}

fn line(text: &mut String, file: &str, problem: &Problem) {
    let Problem { at, place, rule, wrong, todo } = problem;
    // Writing to a String cannot fail.
    let _ = write!(text, "{file}: {}", if at.is_empty() { "the file" } else { at });
    if !place.is_empty() {
        let _ = write!(text, " ({place})");
    }
    let whose = if rule.is_own() { "own rule " } else { "" };
    let _ = writeln!(text, ": {wrong}; {todo} [{whose}{}]", rule.id());
}

fn summary(text: &mut String, file: &str, summary: &Summary) {
    let Summary { items, texts, words, bytes, bytes_compact, grades } = summary;
    let _ = writeln!(text, "{file}: {items} items, {texts} texts, {words} words");
    let _ = writeln!(text, "{bytes} bytes, {bytes_compact} without white space");
    if let Some(grades) = grades {
        let _ = writeln!(text, "reading grade {:.1} in the mean", grades.mean);
        let parts = grades.parts.iter().map(|(part, grade)| format!("{part} {grade:.1}"));
        let _ = writeln!(text, "  {}", parts.collect::<Vec<_>>().join(", "));
        let _ = writeln!(text, "hardest to read");
        for (grade, place, sentence) in &grades.hardest {
            let _ = writeln!(text, "  {grade:.1} {place}: {sentence}");
        }
    }
}

/// For a program: the same values.
pub fn as_json(checked: &[Checked]) -> String {
    let packs: Vec<Value> = checked.iter().map(pack).collect();
    let problems: usize = checked.iter().map(|pack| pack.problems.len()).sum();
    format!("{:#}\n", json!({ "packs": packs, "problems": problems }))
}

fn pack(checked: &Checked) -> Value {
    let problem = |problem: &Problem| {
        json!({
            "at": problem.at,
            "place": problem.place,
            "rule": problem.rule.id(),
            "own": problem.rule.is_own(),
            "wrong": problem.wrong,
            "todo": problem.todo,
        })
    };
    let summary = &checked.summary;
    let grades = summary.grades.as_ref().map(|grades| {
        let part = |(part, grade): &(String, f64)| json!({"part": part, "mean": tenth(*grade)});
        let hard = |(grade, place, text): &(f64, String, String)| {
            json!({"grade": tenth(*grade), "place": place, "text": text})
        };
        json!({
            "mean": tenth(grades.mean),
            "parts": grades.parts.iter().map(part).collect::<Vec<_>>(),
            "hardest": grades.hardest.iter().map(hard).collect::<Vec<_>>(),
        })
    });
    json!({
        "file": checked.file,
        "problems": checked.problems.iter().map(problem).collect::<Vec<_>>(),
        "items": summary.items,
        "texts": summary.texts,
        "words": summary.words,
        "bytes": summary.bytes,
        "bytes_compact": summary.bytes_compact,
        "grades": grades,
    })
}

fn tenth(grade: f64) -> f64 {
    (grade * 10.0).round() / 10.0
}
