//! How long the questions take, and how that is told.

use crate::make;
use plumbline::model::pack::Pack;
use plumbline::rules::reading::{computed, minutes, told, whole, Time};
use serde_json::json;
use std::rc::Rc;

/// A pack of requirements, each with so many words to read.
fn pack(words: &[usize]) -> Rc<Pack> {
    let item = |(n, words): (usize, &usize)| {
        // The five levels have a word each.
        let question = ["word"].repeat(words - 5).join(" ");
        json!({
            "id": n.to_string(), "name": "N", "question": question, "why": "Because of this",
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
fn what_is_read_takes_its_time_and_each_decision_a_fifth_of_a_minute() {
    // 100 words are half a minute. Why it matters is folded away, and not counted.
    for (words, expected) in [
        (&[100][..], 1),
        (&[160], 1),
        (&[161], 2),
        (&[100, 100], 2),
        (&[100, 100, 100], 3),
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
fn a_time_is_told_as_a_range_in_steps_whose_upper_end_is_never_too_short() {
    for (minutes, expected) in [
        (0, Time::Minutes(0, 0)),
        (1, Time::Minutes(1, 1)),
        (2, Time::Minutes(1, 2)),
        (9, Time::Minutes(6, 9)),
        (11, Time::Minutes(7, 15)),
        (15, Time::Minutes(10, 15)),
        (16, Time::Minutes(10, 20)),
        (26, Time::Minutes(15, 30)),
        (55, Time::Minutes(35, 55)),
        (56, Time::HalfHours(1, 2)),
        (60, Time::HalfHours(1, 2)),
        (61, Time::HalfHours(1, 3)),
        (90, Time::HalfHours(2, 3)),
        (133, Time::HalfHours(2, 5)),
    ] {
        assert_eq!(told(minutes), expected, "{minutes}");
    }
    for minutes in 0..1_000 {
        let (least, most) = match told(minutes) {
            Time::Minutes(least, most) => (least, most),
            Time::HalfHours(least, most) => (least * 30, most * 30),
        };
        assert!(least <= most && least <= minutes, "{minutes}: from {least} to {most}");
        assert!((minutes..minutes + 30).contains(&most), "{minutes} are told as {most}");
    }
}

#[test]
fn the_default_pack_promises_what_its_words_need() {
    let pack = make::read(make::DEFAULT);
    assert_eq!(pack.quick_minutes, computed(&pack, true), "quick_minutes in controls.json");
    assert_eq!(pack.full_minutes, computed(&pack, false), "full_minutes in controls.json");
    let first_screen = include_str!("../../static/index.html");
    let quick = pack.items.iter().filter(|item| item.quick).count();
    let (Time::Minutes(least, most), Time::HalfHours(from, to)) =
        (told(pack.quick_minutes), told(pack.full_minutes))
    else {
        panic!("the page says it in other words")
    };
    assert!(most <= 15, "the quick check takes a quarter of an hour");
    let halves = |n: u32| f64::from(n) / 2.0;
    let long = format!("{} to {} hours", halves(from), halves(to)).replace(".5", "\u{bd}");
    for words in [format!("{quick} questions, {least} to {most} minutes"), long] {
        assert!(first_screen.contains(&words), "static/index.html does not say {words}");
    }
}
