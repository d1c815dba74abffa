//! Buttons: most of what a view can be asked to do.

use super::{probe, Props};
use crate::app::Action;
use std::rc::Rc;
use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// What a button has besides its words and what it does.
#[derive(Default)]
pub(crate) struct Button {
    /// How it looks; empty for what the reader most likely wants.
    pub class: &'static str,
    /// What it is called where its words say too little when they are heard alone.
    pub label: Option<AttrValue>,
    /// The identifier of what describes it.
    pub describedby: Option<&'static str>,
    /// Whether it is on, for one that stays so.
    pub pressed: Option<bool>,
    /// Whether what it opens is open.
    pub expanded: Option<bool>,
    /// The identifier of what it opens.
    pub controls: Option<&'static str>,
    /// Whether it leads to the place that is shown.
    pub current: bool,
    /// Whether it leads to the one of several that is chosen.
    pub chosen: bool,
    /// The keys that do the same.
    pub shortcuts: Option<&'static str>,
    /// What shows where a pointer rests on it.
    pub title: Option<AttrValue>,
    /// Whether there is nothing for it to do now. The focus stays on it.
    pub idle: bool,
    /// Whether it cannot be used.
    pub disabled: bool,
    /// By which the focus finds it.
    pub id: Option<&'static str>,
}

const ATTRIBUTES: &[&str] = &[
    "data-action",
    "type",
    "aria-label",
    "aria-describedby",
    "aria-pressed",
    "aria-expanded",
    "aria-controls",
    "aria-current",
    "aria-keyshortcuts",
    "title",
    "aria-disabled",
    "disabled",
    "class",
    "id",
];

impl Button {
    /// With this class alone.
    pub fn new(class: &'static str) -> Button {
        Button { class, ..Button::default() }
    }

    /// Draws it. Without `html!`, for which a class that is no literal is a set of classes.
    pub fn draw(self, props: &Props, action: Action, words: impl Into<Html>) -> Html {
        let probe = probe::attribute(&action);
        self.element(props.on(action), probe, words.into())
    }

    fn element(self, clicked: Callback<MouseEvent>, probe: Option<AttrValue>, words: Html) -> Html {
        let is = |on| AttrValue::from(if on { "true" } else { "false" });
        let values = [
            probe,
            Some("button".into()),
            self.label,
            self.describedby.map(AttrValue::from),
            self.pressed.map(is),
            self.expanded.map(is),
            self.controls.map(AttrValue::from),
            self.current.then_some("page").or(self.chosen.then_some("true")).map(AttrValue::from),
            self.shortcuts.map(AttrValue::from),
            self.title,
            self.idle.then_some("true".into()),
            self.disabled.then_some("disabled".into()),
            (!self.class.is_empty()).then_some(self.class.into()),
            self.id.map(AttrValue::from),
        ];
        let values = values.map(|value| value.map(AttributeOrProperty::Attribute));
        let mut button = VTag::new("button");
        button.attributes = Attributes::Dynamic { keys: ATTRIBUTES, values: Box::new(values) };
        button.add_listener(Rc::new(onclick::Wrapper::new(clicked)));
        button.add_child(words);
        button.into()
    }
}
