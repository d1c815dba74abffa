//! A page as a value: elements, words, and what a control does when it is used.
//!
//! The widget draws it with Yew, a file writes it as HTML ([`html`]).

pub mod html;

use std::rc::Rc;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Words.
    Text(Rc<str>),
    /// An element.
    Element(Element),
}

/// An element of HTML or SVG.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name, as in `p` or `svg`.
    pub tag: &'static str,
    /// Its attributes. `value`, `checked` and `selected` set how a control stands.
    pub attributes: Vec<(&'static str, Rc<str>)>,
    /// What tells it from its siblings where they come and go.
    pub key: Option<Rc<str>>,
    /// What using it does, in the words that `state::State::action` reads. What was typed, chosen
    /// or ticked is added to it.
    pub act: Option<Rc<str>>,
    /// What stands in it.
    pub children: Vec<Node>,
}

/// An element without anything.
pub fn el(tag: &'static str) -> Element {
    Element { tag, ..Element::default() }
}

/// An element with words.
pub fn line(tag: &'static str, words: impl Into<Node>) -> Element {
    el(tag).with(words)
}

impl Element {
    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<Rc<str>>) -> Element {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute that has no value, where it holds.
    pub fn flag(self, name: &'static str, holds: bool) -> Element {
        match holds {
            true => self.attr(name, ""),
            false => self,
        }
    }

    /// With classes.
    pub fn class(self, class: &'static str) -> Element {
        self.attr("class", class)
    }

    /// With what tells it from its siblings.
    pub fn key(mut self, key: impl Into<Rc<str>>) -> Element {
        self.key = Some(key.into());
        self
    }

    /// With what using it does.
    pub fn act(mut self, act: impl Into<Rc<str>>) -> Element {
        self.act = Some(act.into());
        self
    }

    /// With another child at the end.
    pub fn with(mut self, child: impl Into<Node>) -> Element {
        self.children.push(child.into());
        self
    }

    /// With other children at the end. An empty `Option` adds nothing.
    pub fn all<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Element {
        self.children.extend(children.into_iter().map(N::into));
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

impl From<Rc<str>> for Node {
    fn from(text: Rc<str>) -> Node {
        Node::Text(text)
    }
}

impl From<&Rc<str>> for Node {
    fn from(text: &Rc<str>) -> Node {
        Node::Text(text.clone())
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Node {
        Node::Text(text.into())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Node {
        Node::Text(text.into())
    }
}
