//! Pages of the report as they are composed: what is on them, and what their controls ask for.

use crate::script::then;
use crate::support::{default_pack, english, today};
use plumbline::answers::Answers;
use plumbline::node::{Element, Node};
use plumbline::pack::Pack;
use plumbline::page;
use plumbline::save;
use plumbline::state::{Entered, State};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The sample organisations.
pub const SAMPLES: &[(&str, &str)] = &[
    ("starting", include_str!("../../static/samples/starting.json")),
    ("halfway", include_str!("../../static/samples/halfway.json")),
    ("ready", include_str!("../../static/samples/ready.json")),
];

/// A sample organisation with the default pack.
#[track_caller]
pub fn sample(name: &str) -> State {
    let pack = default_pack();
    let (_, file) = SAMPLES.iter().find(|(known, _)| *known == name).expect("a sample");
    let (answers, problems) = save::restore(file, &pack).expect("a save file");
    assert_eq!(problems, []);
    state(&pack, answers)
}

/// An assessment with these answers, which this widget writes.
pub fn state(pack: &Rc<Pack>, answers: Answers) -> State {
    let mut state = then(&State::new(pack.clone(), today()), "begin full\ncreated a");
    state.answers = Rc::new(answers);
    state
}

/// A page; the first one has no address of its own.
#[track_caller]
pub fn compose(state: &State, address: &str) -> Element {
    let place = format!("result/{address}");
    let state = then(state, &format!("go {}", place.trim_end_matches('/')));
    match &page::of(&state, &english())[..] {
        [Node::Element(page)] => page.clone(),
        other => panic!("{address}: {other:?}"),
    }
}

/// All elements, outermost first.
pub fn all(element: &Element) -> Vec<&Element> {
    let mut found = vec![element];
    for child in &element.children {
        if let Node::Element(child) = child {
            found.extend(all(child));
        }
    }
    found
}

/// All words, without those in elements that are to be skipped.
pub fn words(element: &Element, skipped: &dyn Fn(&Element) -> bool) -> String {
    let parts = element.children.iter().map(|child| match child {
        Node::Text(text) => text.to_string(),
        Node::Element(child) if skipped(child) => String::new(),
        Node::Element(child) => words(child, skipped) + " ",
    });
    parts.collect()
}

/// The words of all of it.
pub fn text(element: &Element) -> String {
    words(element, &|_| false)
}

/// An attribute.
pub fn get<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value)
}

/// What the controls ask for.
pub fn acts(element: &Element) -> Vec<&str> {
    all(element).into_iter().filter_map(|one| one.act.as_deref()).collect()
}

/// The items that links lead to, in order.
pub fn items(element: &Element) -> Vec<usize> {
    let item = |act: &&str| act.strip_prefix("item ").and_then(|item| item.parse().ok());
    acts(element).iter().filter_map(item).collect()
}

/// The elements with this class.
pub fn of_class<'a>(element: &'a Element, class: &str) -> Vec<&'a Element> {
    let has = |one: &&Element| {
        get(one, "class").is_some_and(|classes| classes.split(' ').any(|known| known == class))
    };
    all(element).into_iter().filter(has).collect()
}

/// A page for reading: each control is understood and changes no answer, each id is the only one.
#[track_caller]
pub fn only_read(state: &State, address: &str) {
    let page = compose(state, address);
    for act in acts(&page) {
        let action = state.action(act, &Entered::Nothing);
        let action = action.unwrap_or_else(|| panic!("{address}: {act} is not understood"));
        let mut after = (*state.reduce(action).answers).clone();
        // Where the reader is.
        after.last = state.answers.last;
        assert!(after == *state.answers, "{address}: {act} changes an answer");
    }
    let mut ids = BTreeSet::new();
    for id in all(&page).into_iter().filter_map(|one| get(one, "id")) {
        assert!(ids.insert(id), "{address}: {id} is used twice");
    }
}
