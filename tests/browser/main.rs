//! What needs a real browser: storage and locks, and that the program works in one piece too, as it
//! is here. `cargo xtask test wasm` runs it.
#![cfg(target_arch = "wasm32")]

mod whole;

use plumbline::model::assessment::{Answer, Assessment, Mode};
use plumbline::model::pack::{self, Pack};
use plumbline::save;
use plumbline::web::lock::{ask, Asked};
use plumbline::web::storage::{Change, Database, Part};
use plumbline::web::{Cause, Error};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn pack() -> Pack {
    pack::parse(include_str!("../../controls.json")).0
}

fn note(text: &str) -> Option<Rc<Answer>> {
    Some(Rc::new(Answer { note: text.into(), ..Answer::default() }))
}

/// An assessment with a note at each of the first items.
fn assessment(pack: &Pack, notes: &[&str]) -> Assessment {
    let mut assessment = Assessment::new(pack, Mode::Full);
    assessment.name = "Übung".into();
    for (item, text) in notes.iter().enumerate() {
        assessment.set(item, note(text));
    }
    assessment
}

async fn put(
    database: &Database,
    id: &str,
    builds_on: Option<u32>,
    assessment: &Assessment,
    part: Part,
) -> Result<u32, Error> {
    let change = Change::new(&pack(), &id.into(), builds_on, assessment, &part, 1000.0);
    database.write(&change).await
}

fn part(items: &[usize]) -> Part {
    Part { all: false, items: items.to_vec() }
}

async fn read(database: &Database, id: &str) -> Result<Assessment, Error> {
    let (row, answers) = database.read(id, false).await?;
    let restored = save::restore(&save::assemble(&row.head, answers), &pack());
    Ok(restored.map(|(assessment, _)| assessment).unwrap_or_default())
}

#[wasm_bindgen_test]
async fn what_was_written_is_read_back() -> Result<(), Error> {
    let (database, pack) = (Database::default(), pack());
    let mut now = assessment(&pack, &["a", "b"]);
    assert_eq!(put(&database, "back", None, &now, Part::all()).await?, 1);
    now.set(1, None);
    now.set(2, note("c"));
    assert_eq!(put(&database, "back", Some(1), &now, part(&[1, 2])).await?, 2);
    // Another connection sees it, without the answer that was removed.
    let other = Database::default();
    assert_eq!(read(&other, "back").await?, now);
    assert_eq!(other.read("back", false).await?.1.len(), 2);
    Ok(())
}

#[wasm_bindgen_test]
async fn a_write_that_builds_on_an_old_state_is_refused() -> Result<(), Error> {
    let (database, pack) = (Database::default(), pack());
    let (first, second) = (assessment(&pack, &["first"]), assessment(&pack, &["second"]));
    put(&database, "old", None, &first, Part::all()).await?;
    put(&database, "old", Some(1), &first, Part::all()).await?;
    for builds_on in [None, Some(1), Some(3)] {
        let refused = put(&database, "old", builds_on, &second, Part::all()).await;
        assert!(matches!(refused, Err(Error { cause: Cause::Overtaken, .. })), "{refused:?}");
    }
    assert_eq!(read(&database, "old").await?, first);
    // Who takes it over counts as a writer.
    assert_eq!(database.read("old", true).await?.0.rev, 3);
    let refused = put(&database, "old", Some(2), &second, Part::all()).await;
    assert!(matches!(refused, Err(Error { cause: Cause::Overtaken, .. })), "{refused:?}");
    Ok(())
}

#[wasm_bindgen_test]
async fn a_copy_is_equal_but_for_its_name() -> Result<(), Error> {
    let (database, pack) = (Database::default(), pack());
    let mut now = assessment(&pack, &["a", "b"]);
    now.elsewhere.insert("Z.9".into(), Rc::new(Answer { owner: "me".into(), ..Answer::default() }));
    put(&database, "original", None, &now, Part::all()).await?;
    let stored = database.read("original", false).await?;
    let copy = Change::copy(&stored, "copy".into(), &"Kopie".into(), 2000.0);
    database.write(&copy).await?;
    database.rename("original", &"Neu".into()).await?;
    now.name = "Kopie".into();
    assert_eq!(read(&database, "copy").await?, now);
    now.name = "Neu".into();
    assert_eq!(read(&database, "original").await?, now);
    let rows = database.rows().await?;
    let name = |id: &str| rows.iter().find(|row| *row.id == *id).map(|row| &*row.summary.name);
    assert_eq!((name("copy"), name("original")), (Some("Kopie"), Some("Neu")));
    Ok(())
}

#[wasm_bindgen_test]
async fn what_was_deleted_is_gone_and_stays_gone() -> Result<(), Error> {
    let (database, pack) = (Database::default(), pack());
    let now = assessment(&pack, &["a"]);
    put(&database, "gone", None, &now, Part::all()).await?;
    // Its neighbour in the order of keys stays.
    put(&database, "gone2", None, &now, Part::all()).await?;
    database.delete("gone").await?;
    let read_again = database.read("gone", false).await;
    assert!(matches!(read_again, Err(Error { cause: Cause::Gone, .. })), "{read_again:?}");
    let late = put(&database, "gone", Some(1), &now, part(&[0])).await;
    assert!(matches!(late, Err(Error { cause: Cause::Gone, .. })), "{late:?}");
    assert_eq!(read(&database, "gone2").await?, now);
    Ok(())
}

#[wasm_bindgen_test]
async fn a_lock_has_one_holder() {
    let lost = Rc::new(Cell::new(false));
    let tell = lost.clone();
    let Asked::Ours(first) = ask("lock", false, move || tell.set(true)).await else {
        panic!("it was free");
    };
    assert!(matches!(ask("lock", false, || ()).await, Asked::Elsewhere));
    let Asked::Ours(second) = ask("lock", true, || ()).await else { panic!("it can be stolen") };
    // A question to the browser, so that its word of the theft arrives before.
    assert!(matches!(ask("lock", false, || ()).await, Asked::Elsewhere));
    assert!(lost.get() && first.is_lost() && !second.is_lost());
    drop(second);
    assert!(matches!(ask("lock", false, || ()).await, Asked::Ours(_)));
}
