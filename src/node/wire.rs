//! A page on its way from one wasm module to the other.
//!
//! Both modules are built together, so the form needs no version. Names stand as they are; each
//! text goes with its length in front, so that nothing in it can be taken for something else.

use super::{Element, Node};

/// The pieces as bytes.
pub fn write(nodes: &[Node]) -> Vec<u8> {
    let mut out = Vec::new();
    list(&mut out, nodes);
    out
}

fn list(out: &mut Vec<u8>, nodes: &[Node]) {
    number(out, nodes.len());
    for node in nodes {
        match node {
            Node::Text(words) => {
                out.push(0);
                text(out, words);
            }
            Node::Element(node) => {
                out.push(1);
                element(out, node);
            }
        }
    }
}

fn element(out: &mut Vec<u8>, element: &Element) {
    text(out, element.tag);
    // An empty key or act says nothing.
    text(out, element.key.as_deref().unwrap_or_default());
    text(out, element.act.as_deref().unwrap_or_default());
    number(out, element.attributes.len());
    for (name, value) in &element.attributes {
        text(out, name);
        text(out, value);
    }
    list(out, &element.children);
}

fn text(out: &mut Vec<u8>, text: &str) {
    number(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

/// Seven bits a byte, the lowest first; the eighth says that more follow (LEB128).
fn number(out: &mut Vec<u8>, mut n: usize) {
    while n >= 128 {
        out.push((n % 128) as u8 | 128);
        n /= 128;
    }
    out.push(n as u8);
}

/// Reads what [`write`] wrote. Each step gives `None` at the end, or where the bytes are no page.
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Reads these bytes.
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader(bytes)
    }

    /// A length, or one of the marks before a piece: 0 for words, 1 for an element.
    pub fn number(&mut self) -> Option<usize> {
        let mut n = 0;
        for shift in [0, 7, 14, 21] {
            let (first, rest) = self.0.split_first()?;
            self.0 = rest;
            n |= usize::from(first & 127) << shift;
            if first & 128 == 0 {
                return Some(n);
            }
        }
        None
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }
}
