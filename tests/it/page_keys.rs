//! What tells the parts of a page from each other.

use crate::composed::{self, SAMPLES};
use crate::examples;
use crate::script::{pack, then};
use crate::support::english;
use plumbline::node::{Element, Node};
use plumbline::page;
use plumbline::state::State;
use std::collections::BTreeSet;

/// Keys that two siblings share.
fn shared(element: &Element) -> Vec<String> {
    let mut keys = BTreeSet::new();
    let mut found = Vec::new();
    for child in &element.children {
        let Node::Element(child) = child else { continue };
        let twice = child.key.as_ref().filter(|key| !keys.insert(key.to_string()));
        found.extend(twice.map(|key| format!("{} in {}", key, element.tag)));
        found.extend(shared(child));
    }
    found
}

/// Keys that could be those that the widget gives to what has none.
fn taken(element: &Element) -> bool {
    let key = element.key.as_ref().is_some_and(|key| key.starts_with('\u{1f}'));
    let child = |child: &Node| matches!(child, Node::Element(child) if taken(child));
    key || element.children.iter().any(child)
}

/// Pages with many parts, with the addresses below the result.
const ADDRESSES: &[&str] = &[
    "board",
    "stages",
    "findings",
    "documents",
    "statement",
    "statement/A.5",
    "statement/own",
    "plan",
    "metrics",
    "answers",
    "answers/owner",
    "answers/stage",
    "grid",
    "what-if",
    "milestones",
    "figure/overall",
    "figure/section/A.8",
];

fn fits(name: &str, state: &State) {
    for node in page::of(state, &english()) {
        let Node::Element(page) = node else { panic!("{name}: words alone") };
        assert_eq!(shared(&page), Vec::<String>::new(), "{name}");
        assert!(!taken(&page), "{name}");
    }
}

#[test]
fn siblings_have_different_keys_on_every_page() {
    for (name, state) in examples::all(&pack()) {
        fits(name, &state);
    }
    for (sample, _) in SAMPLES {
        for address in ADDRESSES {
            fits(address, &then(&composed::sample(sample), &format!("go result/{address}")));
        }
    }
}
