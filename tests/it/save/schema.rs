//! What is written has the shape that `static/schemas/save-3.json` describes.

use super::{random, richer, with_unknown};
use crate::any::for_any;
use crate::script::{in_full, pack};
use boon::{Compiler, SchemaIndex, Schemas};
use plumbline::model::assessment::Assessment;
use plumbline::save::save;
use serde_json::{json, Value};

const SCHEMA: &str = include_str!("../../../static/schemas/save-3.json");
const FIRST: &str = include_str!("../../../static/schemas/save-1.json");

fn schema(text: &str) -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    let schema = serde_json::from_str(text).expect("JSON");
    compiler.add_resource("save.json", schema).expect("a resource");
    let index = compiler.compile("save.json", &mut schemas).expect("a schema");
    (schemas, index)
}

#[test]
fn every_file_that_is_written_fits_the_schema() {
    let (schemas, index) = schema(SCHEMA);
    let pack = pack();
    let fits = |assessment: Assessment| {
        let text = save(&pack, &assessment);
        let file = serde_json::from_str(&text).expect("JSON");
        if let Err(error) = schemas.validate(&file, index) {
            panic!("{error:#}\n{text}");
        }
    };
    [(*in_full("").assessment).clone(), richer(), with_unknown(&richer())]
        .into_iter()
        .for_each(fits);
    for_any(200, random::assessment(&pack), fits);
}

#[test]
fn the_schema_refuses_what_is_never_written() {
    let (schemas, index) = schema(SCHEMA);
    let good: Value = serde_json::from_str(&save(&pack(), &richer())).expect("JSON");
    assert!(schemas.validate(&good, index).is_ok());
    for (at, wrong) in [
        ("/plumbline", json!("pack")),
        ("/format", json!(1)),
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
        ("/answers/A.5.1/done", json!("2027-02-30")),
        ("/answers/A.5.1/applicable", json!(false)),
        ("/answers/A.5.1/inclusion", json!(["fashion"])),
        ("/answers/A.5.1/inclusion", json!([])),
        ("/answers/A.5.1/implementation", json!("full")),
        ("/answers/A.5.1/how", json!("")),
        ("/answers/A.5.1/doneBy", json!("them")),
        ("/answers/A.5.1/outdated", json!(false)),
        ("/answers/A.5.1/evidence/0/date", json!("")),
        ("/programme", json!({})),
        ("/programme/statement/version", json!("")),
        ("/programme/statement/date", json!("soon")),
        ("/programme/own", json!([])),
        ("/programme/own/0/answer", json!({"level": 5})),
        ("/programme/own/0/replaces", json!("")),
        ("/programme/audit", json!({})),
        ("/programme/audit/stage1", json!("soon")),
        ("/programme/start", json!(null)),
        ("/programme/pace", json!(0)),
        ("/programme/pace", json!(101)),
        ("/programme/milestones/0/date", json!("")),
        ("/programme/milestones/0/save", json!({})),
        ("/programme/milestones/0/save/mode", json!("slow")),
        ("/programme/milestones/0/save/programme", json!({"statement": {}, "milestones": []})),
        ("/colour", json!("red")),
    ] {
        let mut file = good.clone();
        let (parent, key) = at.rsplit_once('/').expect("a pointer");
        file.pointer_mut(parent).expect("a parent")[key] = wrong;
        assert!(schemas.validate(&file, index).is_err(), "{at}");
    }
}

#[test]
fn files_of_format_1_fit_its_schema() {
    let (schemas, index) = schema(FIRST);
    for text in [
        include_str!("../saves/v1.json"),
        include_str!("../../../static/samples/starting.json"),
        include_str!("../../../static/samples/halfway.json"),
        include_str!("../../../static/samples/ready.json"),
    ] {
        let file = serde_json::from_str(text).expect("JSON");
        assert!(schemas.validate(&file, index).is_ok(), "{text:.60}");
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
