//! The pack format as its schema describes it, and as it is read.

use crate::make::{DEFAULT, SMALL};
use serde_json::Value;

const SCHEMA: &str = include_str!("../../static/schemas/pack-2.json");

/// Says whether a file is as the schema describes it, with what is wrong.
pub fn validator() -> impl Fn(&Value) -> Result<(), String> {
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("pack-2.json", schema).expect("the schema can be added");
    let index = compiler.compile("pack-2.json", &mut schemas).expect("the schema is a schema");
    move |pack| schemas.validate(pack, index).map_err(|e| e.to_string())
}

#[track_caller]
fn fits(text: &str) {
    let pack = serde_json::from_str(text).expect("the pack is JSON");
    if let Err(wrong) = validator()(&pack) {
        panic!("{wrong}");
    }
}

#[test]
fn the_default_pack_fits_the_schema() {
    fits(DEFAULT);
}

#[test]
fn the_small_pack_of_the_tests_fits_the_schema() {
    fits(SMALL);
}

#[test]
fn the_small_pack_of_the_tests_has_every_field_of_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let mut missing = Vec::new();
    for key in property_names(&schema) {
        if key != "$schema" && !SMALL.contains(&format!("\"{key}\":")) {
            missing.push(key);
        }
    }
    assert_eq!(missing, [""; 0]);
}

#[test]
fn every_property_of_the_schema_is_described() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let mut bare = Vec::new();
    for (key, property) in properties(&schema) {
        let target = property["$ref"].as_str().map(|at| at.trim_start_matches('#'));
        let described = |value: &Value| value["description"].is_string();
        let there = target.and_then(|at| schema.pointer(at));
        if !described(property) && !there.is_some_and(described) {
            bare.push(key);
        }
    }
    assert_eq!(bare, [""; 0]);
}

fn property_names(schema: &Value) -> Vec<&str> {
    properties(schema).into_iter().map(|(key, _)| key).collect()
}

/// Every property with its schema, at any depth.
fn properties(schema: &Value) -> Vec<(&str, &Value)> {
    let mut found = Vec::new();
    let mut open = vec![schema];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(map) => {
                if let Some(Value::Object(properties)) = map.get("properties") {
                    found.extend(properties.iter().map(|(key, value)| (key.as_str(), value)));
                }
                open.extend(map.values());
            }
            Value::Array(values) => open.extend(values),
            _ => (),
        }
    }
    found
}
