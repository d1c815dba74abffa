//! No two formats say different things: the gaps and the answers of the JSON are looked up in the
//! others.

use super::csv_file::unmarked;
use super::json_file::parsed;
use crate::support::{english, samples};
use plumbline::export::{render, Format};
use plumbline::report::Report;
use serde_json::Value;

/// A file for readers as lines of plain text, one a table row.
fn lines(format: Format, report: &Report) -> Vec<String> {
    let file = render(format, report, &english());
    let plain = match format {
        Format::Html => {
            let mut plain = String::new();
            for piece in file.replace("</tr>", "\n").replace("</article>", "\n").split('<') {
                plain.push_str(piece.split_once('>').map_or("", |(_, text)| text));
                plain.push(' ');
            }
            plain
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
        }
        _ => file.replace('\\', "").replace('|', " "),
    };
    plain.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn number(value: &Value, name: &str) -> u64 {
    value[name].as_u64().unwrap_or_else(|| panic!("{name} in {value}"))
}

#[test]
fn all_formats_list_the_gaps_in_the_same_order() {
    for (name, report) in samples() {
        let file = parsed(&report);
        let names: Vec<(String, String)> = file["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|item| {
                (item["id"].as_str().unwrap().to_owned(), item["name"].as_str().unwrap().to_owned())
            })
            .collect();
        for format in [Format::Html, Format::Markdown] {
            let lines = lines(format, &report);
            let start = lines.iter().position(|line| line.contains("Gaps in the order"));
            let mut rest = lines[start.unwrap_or(0)..].iter();
            for (position, gap) in file["gaps"].as_array().expect("gaps").iter().enumerate() {
                let id = gap["id"].as_str().unwrap();
                let item = names.iter().find(|(item, _)| item == id).expect("the item");
                let rank = format!("{} {id} {}", position + 1, item.1);
                let line = rest
                    .find(|line| line.contains(&rank))
                    .unwrap_or_else(|| panic!("{name}, {format:?}: {rank}"));
                let level = format!(" {} ", gap["level"]);
                assert!(line.contains(&level), "{name}, {format:?}: {line}");
                assert_eq!(
                    line.contains(" certification hinges on it "),
                    gap["gate"] == true,
                    "{name}: {line}"
                );
                let half_days = number(gap, "effort_half_days");
                let days = (half_days as f64 / 2.0).to_string();
                assert!(line.contains(&format!(" {days}")), "{name}, {format:?}: {days} in {line}");
            }
        }
    }
}

#[test]
fn all_formats_give_an_item_the_same_answer() {
    let text = english();
    for (name, report) in samples() {
        let file = parsed(&report);
        let csv = render(Format::Csv, &report, &text);
        let csv = csv.trim_start_matches('\u{feff}').as_bytes();
        let rows: Vec<csv::StringRecord> =
            csv::Reader::from_reader(csv).records().collect::<Result<_, _>>().expect("rows");
        let html = lines(Format::Html, &report).join("\n");
        let markdown = lines(Format::Markdown, &report).join("\n");
        for (item, row) in file["items"].as_array().expect("items").iter().zip(&rows) {
            let at = format!("{name} {}", item["id"]);
            assert_eq!(item["id"], unmarked(&row[0]), "{at}");
            let answer = match item["standing"].as_str() {
                Some("level") => {
                    assert_eq!(item["level"].to_string(), row[7], "{at}");
                    assert_eq!(item["level_name"], row[8], "{at}");
                    format!("{} {}", item["level"], item["level_name"].as_str().unwrap())
                }
                Some("dont_know") => "not known".to_owned(),
                Some("not_applicable") => "not applicable".to_owned(),
                _ => "unanswered".to_owned(),
            };
            let question = item["question"].as_str().unwrap();
            let after = |file: &str, gap: &str| {
                let start = file.find(question).unwrap_or_else(|| panic!("{at}: no question"));
                let rest = &file[start + question.len()..];
                assert!(rest.trim_start_matches(gap).trim_start().starts_with(&answer), "{at}");
            };
            after(&html, " ");
            after(&markdown.replace('*', ""), "\n");
        }
    }
}
