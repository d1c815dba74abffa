//! HTML as the tests read it: searched with CSS selectors, and compared as an outline.

use scraper::{ElementRef, Html, Node, Selector};

/// Reads a piece of HTML. What a browser would have to mend is a failure.
#[track_caller]
pub fn read(html: &str) -> Html {
    let read = Html::parse_fragment(html);
    assert!(read.errors.is_empty(), "{:?} in {html}", read.errors);
    read
}

/// The elements inside that match a CSS selector, in their order.
#[track_caller]
pub fn select<'a>(inside: ElementRef<'a>, css: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(css).unwrap_or_else(|problem| panic!("{css}: {problem}"));
    inside.select(&selector).collect()
}

/// All text in an element.
pub fn words(element: ElementRef) -> String {
    element.text().collect()
}

/// The elements around an element, the innermost first.
pub fn around(element: ElementRef) -> impl Iterator<Item = ElementRef> {
    element.ancestors().filter_map(ElementRef::wrap)
}

/// The start tag. Attributes stand in the order of their names, and one without a value, or whose
/// value is its name, as the name alone.
pub fn tag(element: ElementRef) -> String {
    // Which action a control asks for is a number that differs from run to run.
    let attributes = element.value().attrs().filter(|(name, _)| *name != "data-action");
    let attributes = attributes.map(|(name, value)| match value {
        "" => format!(" {name}"),
        value if value == name => format!(" {name}"),
        value => format!(" {name}=\"{}\"", escape(value).replace('"', "&quot;")),
    });
    let mut attributes: Vec<String> = attributes.collect();
    attributes.sort();
    format!("<{}{}>", element.value().name(), attributes.concat())
}

/// What is in an element: each element on a line, indented by how deep it stands. End tags are left
/// out. Neither the order of attributes nor keys change it, but each blank in the text does.
pub fn outline(element: ElementRef) -> String {
    let mut out = String::new();
    inside(element, 0, &mut out);
    out
}

/// The same with the element itself.
pub fn whole(element: ElementRef) -> String {
    let mut out = String::new();
    lines(element, 0, &mut out);
    out
}

fn lines(element: ElementRef, depth: usize, out: &mut String) {
    out.push_str(&format!("{}{}", "  ".repeat(depth), tag(element)));
    let only = element.first_child().filter(|first| first.next_sibling().is_none());
    match only.and_then(|only| only.value().as_text()) {
        Some(text) => out.push_str(&format!("{}\n", shown(text))),
        None => {
            out.push('\n');
            inside(element, depth + 1, out);
        }
    }
}

fn inside(element: ElementRef, depth: usize, out: &mut String) {
    for node in element.children() {
        if let Node::Text(text) = node.value() {
            out.push_str(&format!("{}{}\n", "  ".repeat(depth), shown(text)));
        } else if let Some(element) = ElementRef::wrap(node) {
            lines(element, depth, out);
        }
    }
}

/// Text on one line. Where it begins or ends with a blank, it stands in quotes.
fn shown(text: &str) -> String {
    let line = escape(text).replace('\n', "\\n").replace('\r', "\\r");
    if line.trim().len() == line.len() {
        line
    } else {
        format!("\"{line}\"")
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn an_outline_depends_on_what_a_browser_shows_and_on_nothing_else() {
    let one =
        "<p title=\"a\" class=\"b\">1 &lt; 2</p><ul><li>one <b>two</b></li></ul><input disabled>";
    let other =
        "<p class=b title='a'>1 < 2</p><ul><li>one <b>two</b></ul><input disabled=disabled />";
    let expected = "<p class=\"b\" title=\"a\">1 &lt; 2\n<ul>\n  <li>\n    \"one \"\n    <b>two\n<input disabled>\n";
    for html in [one, other] {
        let html = Html::parse_fragment(html);
        assert_eq!(outline(html.root_element()), expected);
    }
    let html = read("<li>one<b> two</b></li>");
    assert_eq!(outline(html.root_element()), "<li>\n  one\n  <b>\" two\"\n");
}

#[test]
#[should_panic = "No <p> tag to close"]
fn what_a_browser_would_mend_is_a_failure() {
    read("<p><div></div></p>");
}
