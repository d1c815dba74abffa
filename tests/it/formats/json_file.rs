//! The JSON against its schema.

use crate::support::{english, samples};
use boon::{Compiler, SchemaIndex, Schemas};
use plumbline::export::{render, Format};
use plumbline::report::Report;
use serde_json::{json, Value};

const SCHEMA: &str = include_str!("../../../static/schemas/report-3.json");

pub fn parsed(report: &Report) -> Value {
    serde_json::from_str(&render(Format::Json, report, &english())).expect("JSON")
}

fn schema() -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    compiler.add_resource("memory:report-3.json", schema).expect("the schema is added");
    let index = compiler.compile("memory:report-3.json", &mut schemas).expect("a valid schema");
    (schemas, index)
}

#[test]
fn every_report_fits_the_schema() {
    let (schemas, index) = schema();
    for (name, report) in samples() {
        let file = parsed(&report);
        if let Err(problem) = schemas.validate(&file, index) {
            panic!("{name}: {problem:#}");
        }
    }
}

#[test]
fn the_schema_refuses_what_is_no_report() {
    let (schemas, index) = schema();
    let (_, report) = samples().swap_remove(0);
    let changes: [(&str, Value); 17] = [
        ("/plumbline", json!("pack")),
        ("/format", json!(1)),
        ("/date", json!("22.11.2026")),
        ("/mode", json!("slow")),
        ("/overall/lower", json!(10_001)),
        ("/overall/upper", json!(0.5)),
        ("/items/0/level", json!(5)),
        ("/items/0", json!({})),
        ("/tally", json!(null)),
        ("/board/stage1/outcome", json!("perhaps")),
        ("/board/findings/majors", json!(-1)),
        ("/verdict/stage2", json!({})),
        ("/findings/0/rule", json!("unheard_of")),
        ("/documents/0/state", json!("lost")),
        ("/plan/actions/0/start", json!("soon")),
        ("/statement/rows/0/applicable", json!(true)),
        ("/metrics/0/starter", json!(null)),
    ];
    for (at, value) in changes {
        let mut file = parsed(&report);
        *file.pointer_mut(at).unwrap_or_else(|| panic!("{at}")) = value;
        assert!(schemas.validate(&file, index).is_err(), "{at}");
    }
    let mut file = parsed(&report);
    file["surprise"] = json!(1);
    assert!(schemas.validate(&file, index).is_err());
}

/// Files that were written in the older format are still described.
#[test]
fn the_older_format_keeps_its_schema() {
    let older = include_str!("../../../static/schemas/report-1.json");
    let older: Value = serde_json::from_str(older).expect("the schema is JSON");
    assert_eq!(older["properties"]["format"]["const"], json!(1));
}

/// Whoever reads the schema learns what a member means.
#[test]
fn every_member_of_the_schema_is_described() {
    fn look(schema: &Value, at: &str) {
        if let Some(Value::Object(members)) = schema.get("properties") {
            assert_eq!(schema["additionalProperties"], json!(false), "{at}");
            assert_eq!(
                schema["required"].as_array().map(Vec::len),
                Some(members.len()),
                "{at}: every member is always there"
            );
            for (name, member) in members {
                let at = format!("{at}/{name}");
                assert!(member["description"].is_string(), "{at}");
                look(member, &at);
            }
        }
        for inner in ["items"] {
            if let Some(schema) = schema.get(inner) {
                look(schema, at);
            }
        }
        if let Some(Value::Object(shared)) = schema.get("$defs") {
            shared.iter().for_each(|(name, schema)| look(schema, name));
        }
    }
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    look(&schema, "");
}

#[test]
fn text_is_exactly_what_was_typed() {
    for (name, report) in samples() {
        let file = parsed(&report);
        assert_eq!(file["organisation"]["name"], *report.organisation, "{name}");
        for (row, item) in report.rows.iter().zip(file["items"].as_array().expect("items")) {
            assert_eq!(item["note"], *row.answer.note, "{name} {}", row.id);
            assert_eq!(item["owner"], *row.answer.owner, "{name} {}", row.id);
        }
    }
}
