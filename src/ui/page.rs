//! A page of the report. It is composed elsewhere and comes as bytes; here it is drawn.

use super::{event, Props};
use crate::node::wire::Reader;
use crate::state::{Action, Entered};
use std::rc::Rc;
use yew::html::{onchange, onclick, oninput};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Listener, VList, VNode, VTag};

/// Attributes that a page uses, so that their names need not be copied each time.
const NAMES: &[&str] = &[
    "class",
    "id",
    "type",
    "for",
    "name",
    "value",
    "title",
    "role",
    "scope",
    "colspan",
    "tabindex",
    "start",
    "step",
    "disabled",
    "selected",
    "open",
    "data-focus",
    "data-label",
    "aria-label",
    "aria-labelledby",
    "aria-describedby",
    "aria-hidden",
    "aria-current",
    "aria-pressed",
    "aria-invalid",
    "autocomplete",
    "focusable",
    "viewBox",
    "preserveAspectRatio",
    "width",
    "height",
    "x",
    "y",
    "cx",
    "cy",
    "r",
    "rx",
    "d",
    "transform",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "paint-order",
    "text-anchor",
    "font-size",
    "font-family",
    "direction",
    "patternUnits",
    "patternTransform",
    "href",
];

/// The page that the state shows.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let bytes = props.compose.emit(props.state.clone());
    list(&mut Reader::new(&bytes), props).unwrap_or_default()
}

/// What stands in an element. Yew matches siblings without keys from the last one backwards, so that
/// one that comes or goes at the end would draw all others anew, a field in use among them. Each
/// element is told from its siblings by its kind and its number among those of that kind.
fn list(reader: &mut Reader, props: &Props) -> Option<VNode> {
    let mut nodes = Vec::new();
    let mut kinds: Vec<(String, usize)> = Vec::new();
    for _ in 0..reader.number()? {
        if reader.number()? == 0 {
            nodes.push(VNode::from(AttrValue::from(Rc::from(reader.text()?))));
            continue;
        }
        let mut element = element(reader, props)?;
        if element.key.is_none() {
            let class = element.attributes.iter().find(|(name, _)| *name == "class");
            let kind = [element.tag(), " ", class.map_or("", |(_, class)| class)].concat();
            let known = kinds.iter().position(|(known, _)| *known == kind);
            let known = known.unwrap_or(kinds.len());
            if known == kinds.len() {
                kinds.push((kind, 0));
            }
            if let Some((kind, n)) = kinds.get_mut(known) {
                *n += 1;
                // No page has a key that begins so.
                element.key = Some(format!("\u{1f}{n} {kind}").into());
            }
        }
        nodes.push(element.into());
    }
    Some(VList::with_children(nodes, None).into())
}

fn element(reader: &mut Reader, props: &Props) -> Option<VTag> {
    let tag = reader.text()?;
    let mut element = VTag::new(Rc::<str>::from(tag));
    let (key, act) = (reader.text()?, reader.text()?);
    if !key.is_empty() {
        element.key = Some(key.into());
    }
    let (mut kind, mut chosen) = ("", false);
    for _ in 0..reader.number()? {
        let (name, value) = (reader.text()?, reader.text()?);
        match (tag, name) {
            ("input" | "textarea", "value") => {
                element.set_value(Some(AttrValue::from(Rc::from(value))))
            }
            ("input", "checked") => element.set_checked(!value.is_empty()),
            ("option", "selected") => chosen = true,
            _ => {
                if name == "type" {
                    kind = value;
                }
                let known = NAMES.iter().find(|known| **known == name);
                let name = known
                    .map_or_else(|| Rc::<str>::from(name).into(), |name| AttrValue::Static(name));
                let value = AttributeOrProperty::Attribute(Rc::<str>::from(value).into());
                element.attributes.get_mut_index_map().insert(name, value);
            }
        }
    }
    if tag == "option" {
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
    if !act.is_empty() {
        element.add_listener(listener(tag, kind, act.into(), props));
    }
    element.add_child(list(reader, props)?);
    Some(element)
}

/// What a control listens to. A text field acts with each letter, so that nothing typed is lost.
fn listener(tag: &str, kind: &str, act: Rc<str>, props: &Props) -> Rc<dyn Listener> {
    let send = props.send.clone();
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
