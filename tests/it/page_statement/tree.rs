//! A page as it is composed: its elements, its words, its controls.

use plumbline::node::{Element, Node};
use plumbline::page as pages;
use plumbline::state::{Entered, State};
use plumbline::text::Text;
use std::rc::Rc;

/// The page that the state shows, in English.
pub fn page(state: &State) -> Vec<Node> {
    thread_local!(static ENGLISH: Text = crate::support::english());
    ENGLISH.with(|text| pages::of(state, text))
}

/// An element with its attributes at hand.
#[derive(Clone)]
pub struct Found(pub Element);

impl Found {
    pub fn get(&self, name: &str) -> Option<Rc<str>> {
        let mut attributes = self.0.attributes.iter();
        attributes.find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    }

    pub fn node(&self) -> Node {
        Node::Element(self.0.clone())
    }
}

/// All elements in their order.
pub fn all(nodes: &[Node]) -> Vec<Found> {
    let mut found = Vec::new();
    for node in nodes {
        if let Node::Element(element) = node {
            found.push(Found(element.clone()));
            found.extend(all(&element.children));
        }
    }
    found
}

/// The first element with this attribute.
#[track_caller]
pub fn find(nodes: &[Node], name: &str, value: &str) -> Node {
    let found = all(nodes).into_iter().find(|e| e.get(name).as_deref() == Some(value));
    found.unwrap_or_else(|| panic!("nothing has {name} {value}")).node()
}

/// What a node says.
pub fn words(node: &Node) -> String {
    match node {
        Node::Text(text) => text.to_string(),
        Node::Element(element) => element.children.iter().map(words).collect(),
    }
}

/// The numbers in words. Those of clauses are none.
pub fn numbers(words: &str) -> Vec<u32> {
    words.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse().ok()).collect()
}

/// What the controls of a page ask for.
pub fn acts(nodes: &[Node]) -> Vec<String> {
    Controls::of(nodes).into_iter().map(|control| control.act).collect()
}

/// A control of a page.
pub struct Controls {
    pub tag: &'static str,
    pub id: Option<Rc<str>>,
    pub act: String,
    pub enabled: bool,
    pub in_label: bool,
    /// Whether it is ticked; of a list, what is chosen.
    pub ticked: bool,
    pub chosen: Option<Rc<str>>,
    kind: Option<Rc<str>>,
    values: Vec<Rc<str>>,
}

impl Controls {
    /// All of them, those too that do nothing.
    pub fn of(nodes: &[Node]) -> Vec<Controls> {
        let mut found = Vec::new();
        collect(nodes, false, &mut found);
        found
    }

    /// What can be entered.
    pub fn can_enter(&self) -> Vec<Entered> {
        match (self.tag, self.kind.as_deref()) {
            ("input", Some("checkbox")) => vec![Entered::Tick(true), Entered::Tick(false)],
            ("input", Some("date")) => ["", "2027-01-31"].map(text).into(),
            ("select", _) => self.values.iter().map(|value| text(value)).collect(),
            ("input" | "textarea", _) => ["", "Eve"].map(text).into(),
            _ => vec![Entered::Nothing],
        }
    }
}

fn text(text: &str) -> Entered {
    Entered::Text(text.into())
}

fn collect(nodes: &[Node], in_label: bool, found: &mut Vec<Controls>) {
    for node in nodes {
        let Node::Element(element) = node else { continue };
        if ["button", "input", "select", "textarea"].contains(&element.tag) {
            let of = Found(element.clone());
            let options = all(&element.children).into_iter().filter(|e| e.0.tag == "option");
            let options: Vec<Found> = options.collect();
            let value = |option: &Found| option.get("value").expect("a value");
            let usable = options.iter().filter(|option| option.get("disabled").is_none());
            let chosen: Vec<_> =
                options.iter().filter(|option| option.get("selected").is_some()).collect();
            assert!(chosen.len() <= 1, "two are chosen");
            found.push(Controls {
                tag: element.tag,
                id: of.get("id"),
                act: element.act.as_deref().expect("it does something").to_owned(),
                enabled: of.get("disabled").is_none(),
                in_label,
                ticked: of.get("checked").is_some_and(|checked| !checked.is_empty()),
                chosen: chosen.first().map(|option| value(option)),
                kind: of.get("type"),
                values: usable.map(value).collect(),
            });
        }
        collect(&element.children, in_label || element.tag == "label", found);
    }
}
