//! The pictures as they were last looked at.

use super::samples::gallery;
use crate::support::golden;
use plumbline::picture::element::{html, Element};

fn written(element: &Element) -> String {
    let mut out = String::new();
    html::element(&mut out, element);
    // A file by itself names what it is; and a tag to a line shows what changed.
    let named = "<svg xmlns=\"http://www.w3.org/2000/svg\" ";
    let out = if element.tag == "svg" { out.replacen("<svg ", named, 1) } else { out };
    out.replace("><", ">\n<") + "\n"
}

#[test]
fn the_pictures_are_those_that_were_looked_at() {
    for (name, picture) in gallery() {
        let ending = if picture.tag == "svg" { "svg" } else { "html" };
        golden(&format!("pictures/{name}.{ending}"), &written(&picture));
    }
}
