//! Draws pictures, which are element values, because files show them too.

use crate::picture::element::{Element, Node};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, VList, VTag};

/// Draws an element with all that is in it.
pub(crate) fn draw(element: &Element) -> Html {
    let mut tag = VTag::new(element.tag);
    let attributes = tag.attributes.get_mut_index_map();
    for (name, value) in &element.attributes {
        let value = AttributeOrProperty::Attribute(value.clone().into());
        attributes.insert(AttrValue::Static(name), value);
    }
    let children = element.children.iter().map(|child| match child {
        Node::Text(text) => AttrValue::from(text.clone()).into(),
        Node::Element(element) => draw(element),
    });
    tag.add_child(VList::with_children(children.collect(), None).into());
    tag.into()
}
