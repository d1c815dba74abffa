//! The files beside the pack that it names: explanations and texts to fill in. Each is fetched when
//! somebody opens it.

use std::collections::BTreeSet;

use anyhow::{bail, Context, Result};
use serde_json::Value;

/// The folder in which these files stand, and their names as the pack has them, each once. Those that
/// its explanations name are named by its documents too.
pub fn files(pack: &str) -> Result<(String, BTreeSet<String>)> {
    let pack: Value = serde_json::from_str(pack).context("the pack is not JSON")?;
    let id = pack["id"].as_str().context("the pack has no identifier")?;
    let documents = pack["documents"].as_array().into_iter().flatten();
    let texts = documents.filter_map(|document| document["templates"].as_array()).flatten();
    let named = texts.chain([&pack["explanations"]]);
    let names: BTreeSet<String> = named.filter_map(Value::as_str).map(Into::into).collect();
    for name in &names {
        // A name with two dots or a slash in front would leave the folder.
        if name.starts_with('/') || name.split('/').any(|part| part == "..") {
            bail!("the pack names {name}, which is not beside it");
        }
    }
    Ok((format!("packs/{id}"), names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_pack_names_stands_in_its_folder() {
        let documents = json!([{"templates": ["t/a.md", "t/b.md"]}, {}, {"templates": ["t/a.md"]}]);
        let pack = json!({"id": "p", "explanations": "e.json", "documents": documents});
        let (folder, names) = files(&pack.to_string()).unwrap();
        assert_eq!(folder, "packs/p");
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["e.json", "t/a.md", "t/b.md"]);
        assert!(files(r#"{"id": "p"}"#).unwrap().1.is_empty());
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_refused() {
        for name in ["../a.md", "/a.md", "a/../../b.md"] {
            let pack = json!({"id": "p", "explanations": name});
            assert!(files(&pack.to_string()).is_err(), "{name}");
        }
    }
}
