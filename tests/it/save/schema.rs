//! What is written has the shape that `static/schemas/save-1.json` describes.

use super::{random, rich, with_unknown};
use crate::script::{in_full, pack};
use boon::{Compiler, SchemaIndex, Schemas};
use plumbline::save::save;
use serde_json::{json, Value};

const SCHEMA: &str = include_str!("../../../static/schemas/save-1.json");

fn schema() -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    let schema = serde_json::from_str(SCHEMA).expect("JSON");
    compiler.add_resource("save-1.json", schema).expect("a resource");
    let index = compiler.compile("save-1.json", &mut schemas).expect("a schema");
    (schemas, index)
}

#[test]
fn every_file_that_is_written_fits_the_schema() {
    let (schemas, index) = schema();
    let pack = pack();
    let random = (0..200).map(|seed| random::answers(&pack, seed));
    let all =
        [(*in_full("").answers).clone(), (*rich().answers).clone(), with_unknown(&rich().answers)];
    for answers in all.into_iter().chain(random) {
        let text = save(&pack, &answers);
        let file = serde_json::from_str(&text).expect("JSON");
        if let Err(error) = schemas.validate(&file, index) {
            panic!("{error:#}\n{text}");
        }
    }
}

#[test]
fn the_schema_refuses_what_is_never_written() {
    let (schemas, index) = schema();
    let good: Value = serde_json::from_str(&save(&pack(), &rich().answers)).expect("JSON");
    assert!(schemas.validate(&good, index).is_ok());
    for (at, wrong) in [
        ("/plumbline", json!("pack")),
        ("/format", json!(2)),
        ("/mode", json!("slow")),
        ("/organisation/size", json!("12")),
        ("/answers/4.1/level", json!(5)),
        ("/answers/4.1/dontKnow", json!(true)),
        ("/answers/4.1/due", json!("2027-02-30")),
        ("/answers/4.1/flagged", json!(false)),
        ("/answers/4.1/note", json!("")),
        ("/answers/4.1/evidence", json!([])),
        ("/answers/4.1/evidence", json!([{"name": "x"}])),
        ("/answers/4.1/checks", json!(["a", "a"])),
        ("/answers/4.1/colour", json!("red")),
        ("/colour", json!("red")),
    ] {
        let mut file = good.clone();
        let (parent, key) = at.rsplit_once('/').expect("a pointer");
        file.pointer_mut(parent).expect("a parent")[key] = wrong;
        assert!(schemas.validate(&file, index).is_err(), "{at}");
    }
}

#[test]
fn the_schema_describes_every_field() {
    fn undescribed(value: &Value, at: &str, found: &mut Vec<String>) {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            for (name, property) in properties {
                let at = format!("{at}/{name}");
                if property.get("description").is_none() {
                    found.push(at.clone());
                }
                undescribed(property, &at, found);
            }
        }
        for inner in ["items", "additionalProperties"] {
            if let Some(inner) = value.get(inner) {
                undescribed(inner, at, found);
            }
        }
    }
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    let mut found = Vec::new();
    undescribed(&schema, "", &mut found);
    undescribed(&schema["$defs"]["answer"], "/answer", &mut found);
    assert_eq!(found, Vec::<String>::new());
}
