//! Form controls: native ones, each with the action that using it asks for.

use super::parts::{children, tag};
use super::{event, probe, Props};
use crate::app::Action;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// A field for words. It acts with each letter, so that nothing typed is lost.
#[derive(Default)]
pub(crate) struct Field {
    pub kind: FieldKind,
    pub id: String,
    pub value: AttrValue,
    /// What it is called, where no label element says so.
    pub label: Option<AttrValue>,
    /// The identifiers of what describes it.
    pub describedby: Option<String>,
    /// The identifier of what it may be filled with.
    pub list: Option<String>,
    /// Whether an error about it is shown.
    pub invalid: bool,
    pub disabled: bool,
}

/// What a field takes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum FieldKind {
    #[default]
    Text,
    Search,
    /// Several lines: so many are in sight.
    Lines(&'static str),
}

impl Field {
    /// A line of text.
    pub fn text(id: impl Into<String>, value: &Rc<str>) -> Field {
        Field { id: id.into(), value: value.clone().into(), ..Field::default() }
    }

    /// Several lines of text.
    pub fn lines(id: impl Into<String>, value: &Rc<str>, rows: &'static str) -> Field {
        Field { kind: FieldKind::Lines(rows), ..Field::text(id, value) }
    }

    /// Draws it; the action gets what is typed.
    pub fn draw(self, props: &Props, action: Action) -> Html {
        let Field { kind, id, value, label, describedby, list, invalid, disabled } = self;
        let invalid = invalid.then_some("true");
        let probe = probe::attribute(&action);
        let kind = match kind {
            FieldKind::Lines(rows) => {
                return html! {
                    <textarea {id} {rows} {value} {disabled} aria-label={label}
                        aria-describedby={describedby} aria-invalid={invalid}
                        oninput={props.typed(action)} data-action={probe} />
                };
            }
            FieldKind::Search => "search",
            FieldKind::Text => "text",
        };
        html! {
            <input {id} type={kind} {value} {disabled} {list} autocomplete="off" aria-label={label}
                aria-describedby={describedby} aria-invalid={invalid}
                oninput={props.typed(action)} data-action={probe} />
        }
    }

    /// Draws it below its label.
    pub fn labelled(self, props: &Props, label: AttrValue, action: Action) -> Html {
        let name = html! { <label for={self.id.clone()}>{ label }</label> };
        tag("div", "field", children![name, self.draw(props, action)])
    }
}

/// Something to tick or to choose, with its words.
#[derive(Default)]
pub(crate) struct Choice {
    /// The group of a radio; a check box has none.
    pub group: Option<String>,
    /// What tells it from the others of its group.
    pub value: Option<&'static str>,
    pub checked: bool,
    pub disabled: bool,
}

impl Choice {
    /// A check box.
    pub fn tick(checked: bool, disabled: bool) -> Choice {
        Choice { checked, disabled, ..Choice::default() }
    }

    /// Draws it: a native control in its label. The action of a check box gets whether it is ticked.
    pub fn draw(self, props: &Props, class: &'static str, words: Html, action: Action) -> Html {
        let Choice { group, value, checked, disabled } = self;
        let kind = if group.is_some() { "radio" } else { "checkbox" };
        let probe = probe::attribute(&action);
        tag(
            "label",
            class,
            children![
                html! {
                    <input type={kind} name={group} {value} {checked} {disabled}
                        onchange={props.ticked(action)} data-action={probe} />
                },
                words,
            ],
        )
    }
}

/// A list to choose one entry from.
#[derive(Default)]
pub(crate) struct Select {
    pub id: String,
    /// What it is called, where no label element says so.
    pub label: Option<AttrValue>,
    pub describedby: Option<String>,
    pub disabled: bool,
}

/// An entry of a list to choose from.
pub(crate) struct SelectOption {
    /// What tells it from the others.
    pub value: AttrValue,
    pub words: AttrValue,
    pub chosen: bool,
    /// What choosing it asks for; `None` for an entry that only says what is chosen now.
    pub action: Option<Action>,
}

impl Select {
    /// Draws it with its entries.
    pub fn draw(self, props: &Props, options: Vec<SelectOption>) -> Html {
        let Select { id, label, describedby, disabled } = self;
        let actions: Vec<(AttrValue, Action)> = options
            .iter()
            .filter_map(|option| Some((option.value.clone(), option.action.clone()?)))
            .collect();
        let send = props.send.clone();
        let onchange = Callback::from(move |event: Event| {
            let value = event::value(&event);
            if let Some((_, action)) = actions.iter().find(|(known, _)| *known == value) {
                send.emit(action.clone());
            }
        });
        html! {
            <select {id} {disabled} aria-label={label} aria-describedby={describedby} {onchange}>
                for option in options {
                    { option.draw() }
                }
            </select>
        }
    }

    /// Draws it below its label.
    pub fn labelled(self, props: &Props, label: AttrValue, options: Vec<SelectOption>) -> Html {
        let name = html! { <label for={self.id.clone()}>{ label }</label> };
        tag("div", "field", children![name, self.draw(props, options)])
    }
}

impl SelectOption {
    fn draw(self) -> Html {
        let SelectOption { value, words, chosen, action } = self;
        let probe = action.as_ref().and_then(probe::attribute);
        let attribute = AttributeOrProperty::Attribute;
        let values = [
            Some(attribute(value.clone())),
            shown_as_chosen(chosen),
            action.is_none().then(|| attribute("disabled".into())),
            probe.map(attribute),
        ];
        let keys = &["value", "selected", "disabled", "data-action"];
        let mut option = VTag::new("option");
        option.attributes = Attributes::Dynamic { keys, values: Box::new(values) };
        option.key = Some((&*value).into());
        option.add_child(words.into());
        option.into()
    }
}

/// Once the reader has chosen, the attribute moves nothing any more: the property does.
#[cfg(target_arch = "wasm32")]
fn shown_as_chosen(chosen: bool) -> Option<AttributeOrProperty> {
    Some(AttributeOrProperty::Property(chosen.into()))
}

/// What is drawn to text has no properties.
#[cfg(not(target_arch = "wasm32"))]
fn shown_as_chosen(chosen: bool) -> Option<AttributeOrProperty> {
    chosen.then(|| AttributeOrProperty::Attribute("selected".into()))
}
