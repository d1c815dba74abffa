//! Figures before and after.

use super::samples::*;
use super::shapes::{attribute, elements, number, text};
use plumbline::picture::element::Element;
use plumbline::picture::*;

/// The names from top to bottom.
fn names(picture: &Element) -> Vec<String> {
    let found = elements(picture);
    let words = found.iter().filter(|(e, _)| e.tag == "text" && number(e, "font-size") == 13.0);
    words.map(|(e, _)| text(e)).collect()
}

#[test]
fn totals_come_first_and_then_what_gained_most() {
    let picture = dumbbells_of(Width::Phone).expect("a picture");
    let wanted = [
        "All in all",
        "6 Risks",
        "4 Context and scope",
        "9 Measuring",
        "A.5 Organisation",
        "A.7 Premises",
    ];
    assert_eq!(names(&picture), wanted);
}

#[test]
fn hollow_is_before_and_solid_is_after() {
    let row = |before, after| Dumbbell { name: "4", value: "", before, after, total: false };
    let words = DumbbellWords { before: "b", after: "a", open: "o" };
    for (before, after, hollow, solid) in [
        (bounds(0, 0), bounds(10_000, 10_000), vec![6.0], vec![314.0]),
        (bounds(10_000, 10_000), bounds(5_000, 5_000), vec![314.0], vec![160.0]),
        (None, bounds(5_000, 9_000), vec![], vec![160.0]),
        (bounds(5_000, 9_000), None, vec![160.0], vec![]),
        (None, None, vec![], vec![]),
    ] {
        let rows = [row(before, after)];
        let picture = dumbbells(&caption("d"), &rows, &SCALE, &words, Width::Phone);
        let picture = picture.expect("a picture");
        let places = |class: &str| -> Vec<f64> {
            let found = elements(&picture);
            let dots = found.iter().filter(|(e, at)| e.tag == "circle" && at.1 == 0.0);
            let dots = dots.filter(|(e, _)| attribute(e, "class") == Some(class));
            dots.map(|(e, _)| number(e, "cx")).collect()
        };
        assert_eq!((places("p-open"), places("p-solid")), (hollow, solid));
    }
}

#[test]
fn the_legend_says_what_is_there() {
    let words = DumbbellWords { before: "b", after: "a", open: "o" };
    for (after, expected) in [(bounds(1, 1), false), (bounds(1, 2), true), (None, false)] {
        let row = Dumbbell { name: "4", value: "", before: bounds(1, 3), after, total: false };
        let picture = dumbbells(&caption("d"), &[row], &SCALE, &words, Width::Phone);
        let picture = picture.expect("a picture");
        let said: Vec<String> = elements(&picture).iter().map(|(e, _)| text(e)).collect();
        assert_eq!(said.contains(&"o".to_owned()), expected);
    }
}

#[test]
fn there_are_1_to_60_rows() {
    let words = DumbbellWords { before: "b", after: "a", open: "o" };
    let row = Dumbbell { name: "4", value: "", before: None, after: None, total: false };
    for (rows, there) in [(0, false), (1, true), (60, true), (61, false)] {
        let picture = dumbbells(&caption("d"), &vec![row; rows], &SCALE, &words, Width::Page);
        assert_eq!(picture.is_some(), there, "{rows} rows");
    }
}
