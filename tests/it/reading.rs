//! How long the questions take, and how that is told.

use crate::make;
use plumbline::model::pack::Pack;
use plumbline::rules::reading::{computed, minutes, told, whole};
use serde_json::json;
use std::rc::Rc;

/// A pack of requirements, each with so many words to read.
fn pack(words: &[usize]) -> Rc<Pack> {
    let item = |(n, words): (usize, &usize)| {
        // The five levels have a word each.
        let question = ["word"].repeat(words - 6).join(" ");
        json!({
            "id": n.to_string(), "name": "N", "question": question, "why": "Because",
            "levels": ["0", "1", "2", "3", "4"], "quick": n == 0,
        })
    };
    let items: Vec<_> = words.iter().enumerate().map(item).collect();
    let section = json!({"id": "4", "kind": "requirement", "name": "4", "items": items});
    let mut pack = make::whole(vec![section]);
    for key in ["quick_minutes", "full_minutes"] {
        pack.as_object_mut().expect("an object").remove(key);
    }
    make::read(&pack.to_string())
}

#[test]
fn what_is_read_takes_its_time_and_each_decision_a_third_of_a_minute() {
    // 100 words are half a minute.
    for (words, expected) in [
        (&[100][..], 1),
        (&[100, 100], 2),
        (&[100, 100, 100], 3),
        (&[133], 1),
        (&[137], 2),
        (&[800, 800, 800], 13),
    ] {
        let pack = pack(words);
        assert_eq!(minutes(&pack, 0..words.len(), &|_| true), expected, "{words:?}");
        assert_eq!(computed(&pack, false), expected);
        assert_eq!(whole(&pack, false), expected, "a pack that promises nothing is counted");
    }
    let two = pack(&[100, 900]);
    assert_eq!((computed(&two, true), computed(&two, false)), (1, 6));
    assert_eq!(minutes(&two, 0..2, &|item| item == 1), 5);
    assert_eq!(minutes(&two, 0..2, &|_| false), 0);
    assert_eq!(minutes(&two, 0..9, &|_| true), 6, "there are no more");
}

#[test]
fn a_time_is_told_in_steps_and_never_too_short() {
    for (minutes, key, n) in [
        (0, "time.minutes", 0),
        (1, "time.minutes", 1),
        (9, "time.minutes", 9),
        (10, "time.minutes", 10),
        (11, "time.minutes", 15),
        (26, "time.minutes", 30),
        (30, "time.minutes", 30),
        (51, "time.minutes", 55),
        (55, "time.minutes", 55),
        (56, "time.hours", 1),
        (60, "time.hours", 1),
        (61, "time.hours_and_half", 1),
        (90, "time.hours_and_half", 1),
        (91, "time.hours", 2),
        (133, "time.hours_and_half", 2),
    ] {
        assert_eq!(told(minutes), (key, n), "{minutes}");
    }
    for minutes in 0..1_000 {
        let promised = match told(minutes) {
            ("time.minutes", n) => n,
            ("time.hours", n) => n * 60,
            (_, n) => n * 60 + 30,
        };
        assert!((minutes..minutes + 30).contains(&promised), "{minutes} are told as {promised}");
    }
}

#[test]
fn the_default_pack_promises_what_its_words_need() {
    let pack = make::read(make::DEFAULT);
    assert_eq!(pack.quick_minutes, computed(&pack, true), "quick_minutes in controls.json");
    assert_eq!(pack.full_minutes, computed(&pack, false), "full_minutes in controls.json");
    let first_screen = include_str!("../../static/index.html");
    let quick = pack.items.iter().filter(|item| item.quick).count();
    let (("time.minutes", short), ("time.hours_and_half", long)) =
        (told(pack.quick_minutes), told(pack.full_minutes))
    else {
        panic!("the page says it in other words")
    };
    for words in
        [format!("{quick} questions, about {short} minutes"), format!("about {long}\u{bd} hours")]
    {
        assert!(first_screen.contains(&words), "static/index.html does not say {words}");
    }
}
