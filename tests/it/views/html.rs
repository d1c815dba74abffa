//! HTML as a tree, as far as the renderer of Yew writes it: every element is closed.

/// A piece of HTML.
#[derive(Debug)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text, with its references resolved.
    Text(String),
}

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    /// Its tag.
    pub name: String,
    /// Its attributes in order.
    pub attributes: Vec<(String, String)>,
    /// What is in it.
    pub children: Vec<Node>,
}

const VOID: &[&str] = &["br", "hr", "img", "input", "meta", "link"];

impl Element {
    /// An attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| &**value)
    }

    /// Whether an attribute is there.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The elements right inside.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// This element and all in it, each with those around it, outermost first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Element, &[&'a Element])) {
        fn go<'a>(
            element: &'a Element,
            around: &mut Vec<&'a Element>,
            visit: &mut impl FnMut(&'a Element, &[&'a Element]),
        ) {
            visit(element, around);
            around.push(element);
            for inner in element.elements() {
                go(inner, around, visit);
            }
            around.pop();
        }
        go(self, &mut Vec::new(), visit);
    }

    /// All text in it.
    pub fn text(&self) -> String {
        self.children
            .iter()
            .map(|node| match node {
                Node::Text(text) => text.clone(),
                Node::Element(element) => element.text(),
            })
            .collect()
    }

    /// One tag a line; an element that holds nothing but text stands on one line.
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        for node in &self.children {
            write(node, 0, &mut out);
        }
        out
    }
}

fn write(node: &Node, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    match node {
        Node::Text(text) if text.trim().is_empty() => (),
        Node::Text(text) => out.push_str(&format!("{indent}{}\n", escape(text.trim()))),
        Node::Element(element) => {
            let mut tag = element.name.clone();
            for (name, value) in &element.attributes {
                tag.push_str(&format!(" {name}=\"{}\"", escape(value).replace('"', "&quot;")));
            }
            let name = &element.name;
            if VOID.contains(&&**name) {
                out.push_str(&format!("{indent}<{tag}>\n"));
            } else if element.elements().next().is_none() {
                out.push_str(&format!("{indent}<{tag}>{}</{name}>\n", escape(&element.text())));
            } else {
                out.push_str(&format!("{indent}<{tag}>\n"));
                for child in &element.children {
                    write(child, depth + 1, out);
                }
                out.push_str(&format!("{indent}</{name}>\n"));
            }
        }
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn resolve(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'")];
    let text = named.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&#x2F;", "/").replace("&amp;", "&")
}

/// Reads what the renderer wrote; the root holds everything.
#[track_caller]
pub fn parse(html: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = html;
    while !rest.is_empty() {
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            let text = Node::Text(resolve(&rest[..end]));
            open.last_mut().expect("the root").children.push(text);
            rest = &rest[end..];
            continue;
        };
        let end = end_of_tag(tag);
        let (inner, after) = (&tag[..end], &tag[end + 1..]);
        rest = after;
        if let Some(name) = inner.strip_prefix('/') {
            close(&mut open, name);
        } else {
            let element = element(inner.trim_end_matches('/'));
            let void = VOID.contains(&&*element.name);
            open.push(element);
            if void {
                let name = open.last().expect("it").name.clone();
                close(&mut open, &name);
            }
        }
    }
    assert_eq!(open.len(), 1, "an element is not closed");
    open.remove(0)
}

#[track_caller]
fn close(open: &mut Vec<Element>, name: &str) {
    let element = open.pop().expect("an open element");
    assert_eq!(element.name, name, "elements are closed in order");
    open.last_mut().expect("the root").children.push(Node::Element(element));
}

/// The end of a tag: a `>` in a quoted value is none.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, c) in tag.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => (),
        }
    }
    panic!("a tag is not closed: {tag:.80}")
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut element = Element { name: name.to_owned(), ..Element::default() };
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let value = match after.strip_prefix("=\"") {
            Some(quoted) => {
                let (value, after) = quoted.split_once('"').expect("a closed value");
                rest = after;
                resolve(value)
            }
            None => {
                rest = after;
                String::new()
            }
        };
        element.attributes.push((name.to_owned(), value));
    }
    element
}
