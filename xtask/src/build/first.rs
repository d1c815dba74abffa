//! The part of the pack that the first question needs. It is a pack by itself; the whole one takes its
//! place as soon as it has come.

use anyhow::{Context, Result};
use serde_json::{Map, Value};

/// What stays of the pack, beside its sections and their titles.
const OF_PACK: &[&str] = &[
    "plumbline",
    "format",
    "id",
    "version",
    "language",
    "title",
    "notice",
    "explanations",
    "quick_minutes",
    "full_minutes",
    "levels",
];
/// What stays of a section.
const OF_SECTION: &[&str] = &["id", "kind", "name"];
/// What stays of a question that is not on the first page. Without levels of its own it is not
/// shown before the whole pack has come.
const OF_ITEM: &[&str] = &["id", "name", "question", "quick"];
/// What stays of a question of the section where a quick check begins.
const OF_FIRST: &[&str] = &[
    "id", "name", "question", "quick", "why", "levels", "checks", "evidence", "guidance", "larger",
    "small", "new",
];

/// The first part of a pack.
pub fn part(pack: &str) -> Result<String> {
    let pack: Value = serde_json::from_str(pack).context("the pack is not JSON")?;
    let mut first = only(&pack, OF_PACK);
    let sections = pack["sections"].as_array().context("the pack has no sections")?;
    let is_quick = |item: &Value| item["quick"] == true;
    let begin = sections.iter().position(|section| items(section).iter().any(is_quick));
    let mut titles = Map::new();
    let mut parts = Vec::new();
    for (n, section) in sections.iter().enumerate() {
        let here = begin.unwrap_or_default() == n;
        let kept = if here { OF_FIRST } else { OF_ITEM };
        let mut part = only(section, OF_SECTION);
        let shown = items(section).iter().map(|item| Value::Object(only(item, kept)));
        part.insert("items".into(), shown.collect());
        parts.push(Value::Object(part));
        for id in items(section).iter().filter(|_| here).filter_map(|item| item["id"].as_str()) {
            if let Some(title) = pack["titles"].get(id) {
                titles.insert(id.to_owned(), title.clone());
            }
        }
    }
    first.insert("sections".into(), Value::Array(parts));
    first.insert("titles".into(), Value::Object(titles));
    serde_json::to_string(&first).context("cannot write the first part of the pack")
}

fn items(section: &Value) -> &[Value] {
    section["items"].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn only(object: &Value, keys: &[&str]) -> Map<String, Value> {
    let kept = |key: &&str| Some(((*key).to_owned(), object.get(*key)?.clone()));
    keys.iter().filter_map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_section_where_a_quick_check_begins_is_whole() {
        let item = |id: &str, quick: bool| {
            json!({"id": id, "name": "N", "question": "Q?", "why": "W", "levels": ["0"], "quick": quick,
                "weight": 2})
        };
        let pack = json!({
            "id": "p", "glossary": [], "titles": {"a": "A", "b": "B", "c": "C"},
            "sections": [
                {"id": "1", "kind": "requirement", "about": "x", "items": [item("a", false)]},
                {"id": "2", "kind": "control", "items": [item("b", false), item("c", true)]},
            ],
        });
        let first: Value = serde_json::from_str(&part(&pack.to_string()).unwrap()).unwrap();
        let outside = json!({"id": "a", "name": "N", "question": "Q?", "quick": false});
        let inside = |id: &str, quick: bool| json!({"id": id, "name": "N", "question": "Q?", "why": "W", "levels": ["0"], "quick": quick});
        let want = json!({
            "id": "p", "titles": {"b": "B", "c": "C"},
            "sections": [
                {"id": "1", "kind": "requirement", "items": [outside]},
                {"id": "2", "kind": "control", "items": [inside("b", false), inside("c", true)]},
            ],
        });
        assert_eq!(first, want);
    }
}
