//! Elements and words as values: what a page and a file both show. The widget draws them with Yew,
//! a file writes them as HTML ([`html`]).

pub mod html;

use std::rc::Rc;

/// A piece of what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text, which is escaped where it is written.
    Text(Rc<str>),
    /// An element with what is in it.
    Element(Element),
}

/// An element of HTML or SVG.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name, as in `p` or `svg`.
    pub tag: &'static str,
    /// In the order in which they are written; values are escaped there.
    pub attributes: Vec<(&'static str, Rc<str>)>,
    /// In the order of the document.
    pub children: Vec<Node>,
}

/// An element without anything.
pub fn el(tag: &'static str) -> Element {
    Element { tag, ..Element::default() }
}

/// An element with one child, which mostly is words.
pub fn line(tag: &'static str, words: impl Into<Node>) -> Element {
    el(tag).child(words)
}

impl Element {
    /// Adds an attribute. It replaces none of the same name.
    pub fn attr(mut self, name: &'static str, value: impl Into<Rc<str>>) -> Element {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds `class`: one class, or several with spaces between them.
    pub fn class(self, class: &'static str) -> Element {
        self.attr("class", class)
    }

    /// Adds a child at the end.
    pub fn child(mut self, child: impl Into<Node>) -> Element {
        self.children.push(child.into());
        self
    }

    /// Adds children at the end. An empty `Option` adds nothing.
    pub fn children<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Element {
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
