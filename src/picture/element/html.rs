//! Elements as HTML text, for files.

use super::{Element, Node};
use std::borrow::Cow;

/// Elements of HTML that have no end tag (HTML Standard, 13.1.2 "void elements").
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// Writes an element with all that stands in it at the end of a text. What is in an `svg` without
/// children is closed in its own tag.
///
/// Names of tags and attributes are the program's own; words and values are escaped. There must be
/// no `script` or `style` in it, whose words a browser does not read as text.
pub fn element(out: &mut String, element: &Element) {
    write(out, element, false);
}

/// Writes words so that they stay words: the five characters that could end them are written as
/// references.
pub fn words(out: &mut String, words: &str) {
    for c in tidy(words).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

/// Words with one kind of line break and without control characters, which no file can show.
pub fn tidy(words: &str) -> Cow<'_, str> {
    let stray = |c: char| c.is_control() && c != '\n' && c != '\t';
    if !words.contains(stray) {
        return Cow::Borrowed(words);
    }
    let lines = words.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(lines.replace(stray, "\u{fffd}"))
}

fn write(out: &mut String, element: &Element, drawn: bool) {
    let drawn = drawn || element.tag == "svg";
    out.push('<');
    out.push_str(element.tag);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        words(out, value);
        out.push('"');
    }
    if drawn && element.children.is_empty() {
        return out.push_str("/>");
    }
    out.push('>');
    if !drawn && VOID.contains(&element.tag) {
        return;
    }
    for child in &element.children {
        match child {
            Node::Text(text) => words(out, text),
            Node::Element(child) => write(out, child, drawn),
        }
    }
    out.push_str("</");
    out.push_str(element.tag);
    out.push('>');
}
