//! A page of the report: composed as a value, and drawn. Both stand in a part of the program of
//! their own, as nobody needs them to answer questions.

use super::{event, Props};
use crate::node::{Element, Node};
use crate::page;
use crate::part::{self, Missing};
use crate::state::{Action, Entered};
use std::rc::Rc;
use yew::html::{onchange, onclick, oninput};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Listener, VList, VNode, VTag};

/// The page that the state shows; nothing before the part has come.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    part::now(draw(props)).unwrap_or_default()
}

/// The page that the state shows. As public as what fetches it.
#[cfg_attr(
    feature = "split",
    wasm_split_helpers::wasm_split(
        report,
        fallible,
        preload(
            /// Fetches the part of the program that draws pages of the report.
            load
        )
    )
)]
pub fn draw(props: &Props) -> Result<Html, Missing> {
    Ok(list(&page::of(&props.state, &props.text), &props.send))
}

/// The part that draws pages of the report is here.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<(), Missing> {
    Ok(())
}

/// What stands in an element. Yew matches siblings without keys from the last one backwards, so that
/// one that comes or goes at the end would draw all others anew, a field in use among them. Each
/// element is told from its siblings by its kind and its number among those of that kind.
fn list(nodes: &[Node], send: &Callback<Action>) -> VNode {
    let mut drawn = Vec::with_capacity(nodes.len());
    let mut kinds: Vec<(&str, &str, usize)> = Vec::new();
    for node in nodes {
        let node = match node {
            Node::Text(words) => {
                drawn.push(VNode::from(AttrValue::from(words.clone())));
                continue;
            }
            Node::Element(node) => node,
        };
        let mut element = element(node, send);
        if element.key.is_none() {
            let class = node.attributes.iter().find(|(name, _)| *name == "class");
            let (tag, class) = (node.tag, class.map_or("", |(_, class)| &**class));
            let known = kinds.iter_mut().find(|(t, c, _)| (*t, *c) == (tag, class));
            let n = match known {
                Some((_, _, n)) => {
                    *n += 1;
                    *n
                }
                None => {
                    kinds.push((tag, class, 1));
                    1
                }
            };
            // No page has a key that begins so.
            element.key = Some(format!("\u{1f}{n} {tag} {class}").into());
        }
        drawn.push(element.into());
    }
    VList::with_children(drawn, None).into()
}

fn element(node: &Element, send: &Callback<Action>) -> VTag {
    let mut element = VTag::new(node.tag);
    element.key = node.key.as_ref().filter(|key| !key.is_empty()).map(|key| (&**key).into());
    let (mut kind, mut chosen) = ("", false);
    for (name, value) in &node.attributes {
        match (node.tag, *name) {
            ("input" | "textarea", "value") => element.set_value(AttrValue::from(value.clone())),
            ("input", "checked") => element.set_checked(!value.is_empty()),
            ("option", "selected") => chosen = true,
            _ => {
                if *name == "type" {
                    kind = value;
                }
                let value = AttributeOrProperty::Attribute(value.clone().into());
                let attributes = element.attributes.get_mut_index_map();
                attributes.insert(AttrValue::Static(name), value);
            }
        }
    }
    if node.tag == "option" {
        // Once the reader has chosen, the attribute moves nothing any more. A page that is drawn
        // to text has no properties.
        let chosen = match (cfg!(target_arch = "wasm32"), chosen) {
            (true, chosen) => Some(AttributeOrProperty::Property(chosen.into())),
            (false, chosen) => {
                chosen.then_some(AttributeOrProperty::Attribute(AttrValue::Static("")))
            }
        };
        let attributes = element.attributes.get_mut_index_map();
        attributes.extend(chosen.map(|chosen| (AttrValue::Static("selected"), chosen)));
    }
    if let Some(act) = node.act.as_ref().filter(|act| !act.is_empty()) {
        element.add_listener(listener(node.tag, kind, act.clone(), send.clone()));
    }
    element.add_child(list(&node.children, send));
    element
}

/// What a control listens to. A text field acts with each letter, so that nothing typed is lost.
fn listener(tag: &str, kind: &str, act: Rc<str>, send: Callback<Action>) -> Rc<dyn Listener> {
    match (tag, kind) {
        ("input", "checkbox" | "radio") => {
            Rc::new(onchange::Wrapper::new(Callback::from(move |e: Event| {
                send.emit(Action::Act(act.clone(), Entered::Tick(event::ticked(&e))))
            })))
        }
        ("select", _) | ("input", "date") => {
            Rc::new(onchange::Wrapper::new(Callback::from(move |e: Event| {
                send.emit(Action::Act(act.clone(), Entered::Text(event::value(&e).into())))
            })))
        }
        ("input" | "textarea", _) => {
            Rc::new(oninput::Wrapper::new(Callback::from(move |e: InputEvent| {
                send.emit(Action::Act(act.clone(), Entered::Text(event::text(&e))))
            })))
        }
        _ => Rc::new(onclick::Wrapper::new(Callback::from(move |_: MouseEvent| {
            send.emit(Action::Act(act.clone(), Entered::Nothing));
        }))),
    }
}
