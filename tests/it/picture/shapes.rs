//! What a picture is made of, and where that stands.

use plumbline::picture::element::{Element, Node};
use std::collections::BTreeSet;

/// All elements in their order, each with how far it is moved.
pub fn elements(root: &Element) -> Vec<(&Element, (f64, f64))> {
    let (mut found, mut left) = (Vec::new(), vec![(root, (0.0, 0.0))]);
    while let Some((element, (x, y))) = left.pop() {
        let moved = attribute(element, "transform").and_then(|t| t.strip_prefix("translate("));
        let moved = moved.map(|t| numbers(t.trim_end_matches(')')));
        let at = moved.map_or((x, y), |by| (x + by[0], y + by[1]));
        found.push((element, at));
        // What a pattern is made of stands nowhere.
        let children = element.children.iter().rev().filter(|_| element.tag != "defs");
        left.extend(children.filter_map(|node| match node {
            Node::Element(child) => Some((child, at)),
            Node::Text(_) => None,
        }));
    }
    found
}

pub fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| &**value)
}

pub fn number(element: &Element, name: &str) -> f64 {
    attribute(element, name).map_or(0.0, |value| value.parse().expect("a number"))
}

fn numbers(text: &str) -> Vec<f64> {
    let numbers = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
    numbers.filter(|n| !n.is_empty()).map(|n| n.parse().expect("a number")).collect()
}

pub fn text(element: &Element) -> String {
    let words = element.children.iter().map(|node| match node {
        Node::Text(words) => words.to_string(),
        Node::Element(_) => String::new(),
    });
    words.collect()
}

/// The corners of a shape, or the ends of words, by an estimate that is not that of the program.
fn corners(element: &Element) -> Vec<(f64, f64)> {
    let (x, y) = (number(element, "x"), number(element, "y"));
    match element.tag {
        "rect" => vec![(x, y), (x + number(element, "width"), y + number(element, "height"))],
        "circle" => {
            let (x, y) = (number(element, "cx"), number(element, "cy"));
            let r = number(element, "r");
            vec![(x - r, y - r), (x + r, y + r)]
        }
        "path" => path(attribute(element, "d").expect("a path")),
        "text" => {
            let size = number(element, "font-size");
            let width = text(element).chars().count() as f64 * size * 0.5;
            let left = match attribute(element, "text-anchor") {
                Some("middle") => x - width / 2.0,
                Some("end") => x - width,
                _ => x,
            };
            vec![(left, y - size * 0.8), (left + width, y + size * 0.3)]
        }
        _ => Vec::new(),
    }
}

/// The points of a path of absolute M, L, V and H.
fn path(d: &str) -> Vec<(f64, f64)> {
    let (mut points, mut at) = (Vec::new(), (0.0, 0.0));
    let starts: Vec<usize> = d.match_indices(char::is_alphabetic).map(|(at, _)| at).collect();
    for (n, start) in starts.iter().enumerate() {
        let piece = &d[*start..starts.get(n + 1).copied().unwrap_or(d.len())];
        let values = numbers(&piece[1..]);
        at = match &piece[..1] {
            "M" | "L" => (values[0], values[1]),
            "V" => (at.0, values[0]),
            "H" => (values[0], at.1),
            "Z" => continue,
            other => panic!("{other} in {d}"),
        };
        points.push(at);
    }
    points
}

#[track_caller]
pub fn stays_in_its_box(picture: &Element, what: &str) {
    let size = numbers(attribute(picture, "viewBox").expect("a view box"));
    for (element, (left, top)) in elements(picture) {
        for (x, y) in corners(element) {
            let (x, y) = (x + left, y + top);
            let inside = (0.0..=size[2]).contains(&x) && (0.0..=size[3]).contains(&y);
            let place = format!("{x} {y} of {} {:?}", element.tag, element.attributes);
            assert!(inside, "{what}: {place} is outside of {size:?}");
        }
    }
}

/// No words stand on others, by the width that most fonts give them.
#[track_caller]
pub fn no_words_collide(picture: &Element, what: &str) {
    let found = elements(picture);
    let words = found.iter().filter(|(element, _)| element.tag == "text");
    let boxes: Vec<(String, [f64; 4])> = words
        .map(|(element, (x, y))| {
            let corners = corners(element);
            let ([left, top], [right, bottom]) =
                [corners[0], corners[1]].map(|corner| [corner.0 + x, corner.1 + y]).into();
            (text(element), [left, top, right, bottom])
        })
        .collect();
    for (at, (one, [left, top, right, bottom])) in boxes.iter().enumerate() {
        for (other, [left2, top2, right2, bottom2]) in &boxes[at + 1..] {
            let apart = right <= left2 || right2 <= left || bottom <= top2 || bottom2 <= top;
            assert!(apart, "{what}: {one:?} and {other:?}");
        }
    }
}

#[track_caller]
pub fn names_and_references_fit(picture: &Element, what: &str) {
    let (mut ids, mut wanted) = (BTreeSet::new(), Vec::new());
    let mut left = vec![picture];
    while let Some(element) = left.pop() {
        for (name, value) in &element.attributes {
            match *name {
                "id" => assert!(ids.insert(value.to_string()), "{what}: {value} twice"),
                "aria-labelledby" => wanted.extend(value.split(' ').map(str::to_owned)),
                "fill" => wanted.extend(
                    value.strip_prefix("url(#").map(|id| id.trim_end_matches(')').to_owned()),
                ),
                _ => (),
            }
        }
        left.extend(element.children.iter().filter_map(|node| match node {
            Node::Element(child) => Some(child),
            Node::Text(_) => None,
        }));
    }
    assert!(!wanted.is_empty(), "{what} has no name");
    for id in wanted {
        assert!(ids.contains(&id), "{what}: {id} is not there");
    }
}

/// The filled points from left to right, without that of the legend.
pub fn filled(picture: &Element) -> Vec<(f64, f64)> {
    let mut dots: Vec<(f64, f64)> = elements(picture)
        .into_iter()
        .filter(|(element, at)| attribute(element, "class") == Some("p-solid") && at.1 == 0.0)
        .filter(|(element, _)| element.tag == "circle")
        .map(|(element, _)| (number(element, "cx"), number(element, "cy")))
        .collect();
    dots.sort_by(|a, b| a.0.total_cmp(&b.0));
    dots
}
