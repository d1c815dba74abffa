//! Elements as HTML text.

use crate::support::HOSTILE;
use plumbline::picture::element::{el, html, line, Element};

fn written(element: Element) -> String {
    let mut out = String::new();
    html::element(&mut out, &element);
    out
}

#[test]
fn elements_are_written_as_a_browser_reads_them() {
    for (element, expected) in [
        (el("p"), "<p></p>"),
        (line("p", "a < b & c"), "<p>a &lt; b &amp; c</p>"),
        (
            el("p").child("one ").child(line("b", "two")).child(" three"),
            "<p>one <b>two</b> three</p>",
        ),
        (el("br"), "<br>"),
        (el("p").child("a").child(el("br")).child("b"), "<p>a<br>b</p>"),
        (el("details").attr("open", ""), "<details open=\"\"></details>"),
        (
            el("a").attr("href", "#i1").attr("title", "\"'"),
            "<a href=\"#i1\" title=\"&quot;&#39;\"></a>",
        ),
        (el("svg").child(el("path").attr("d", "M0 0")), "<svg><path d=\"M0 0\"/></svg>"),
        (el("p").child(el("svg")).child(el("span")), "<p><svg/><span></span></p>"),
        (el("svg").child(line("text", "1")), "<svg><text>1</text></svg>"),
    ] {
        assert_eq!(written(element), expected);
    }
}

#[test]
fn no_words_and_no_value_end_where_they_should_not() {
    for text in HOSTILE {
        let file = written(line("p", *text).attr("title", *text));
        let inside = file.strip_prefix("<p title=\"").and_then(|rest| rest.strip_suffix("</p>"));
        let (value, words) = inside.expect(text).split_once("\">").expect(text);
        assert_eq!(value, words, "{text:?}");
        assert!(!words.contains(['<', '>', '"', '\'']), "{text:?}");
        assert!(!words.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "{text:?}");
    }
}
