//! Keys that the format does not know. The program passes over them, so that a slip of the pen
//! (`guidence`) would go unseen. What is known stands in the schema alone.

use super::{Problem, Rule};
use serde_json::Value;

const SCHEMA: &str = include_str!("../../../static/schemas/pack-2.json");

/// All keys of a pack that the schema does not name. Text that is not JSON has none.
pub fn unknown_keys(text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let text = text.trim_start_matches('\u{feff}');
    if let (Ok(schema), Ok(pack)) = (serde_json::from_str(SCHEMA), serde_json::from_str(text)) {
        walk(&schema, &schema, &pack, String::new(), &mut problems);
    }
    problems
}

fn walk(root: &Value, schema: &Value, value: &Value, at: String, problems: &mut Vec<Problem>) {
    let schema = resolved(root, schema);
    match value {
        Value::Array(values) => {
            let Some(items) = schema.get("items") else { return };
            for (n, value) in values.iter().enumerate() {
                walk(root, items, value, format!("{at}/{n}"), problems);
            }
        }
        Value::Object(members) => {
            let rest = schema.get("additionalProperties");
            for (key, value) in members {
                let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                let known = schema.get("properties").and_then(|known| known.get(key));
                match known.or(rest) {
                    Some(Value::Bool(false)) => problems.push(unknown(at, key)),
                    Some(schema) => walk(root, schema, value, at, problems),
                    None => (),
                }
            }
        }
        _ => (),
    }
}

/// A schema, or what it refers to: `{"$ref": "#/$defs/item"}`.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let reference = schema.get("$ref").and_then(Value::as_str);
    let target = reference.and_then(|reference| reference.strip_prefix('#'));
    target.and_then(|pointer| root.pointer(pointer)).unwrap_or(schema)
}

fn unknown(at: String, key: &str) -> Problem {
    let wrong = format!("the format does not know \"{key}\", so it is passed over");
    let todo = "mend its spelling or take it out; static/schemas/pack-2.json lists all keys";
    Problem { at, place: String::new(), rule: Rule::Key, wrong, todo: todo.into() }
}
