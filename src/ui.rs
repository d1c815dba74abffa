//! The views: functions of values. They ask for everything else through callbacks.
//!
//! Every view takes [`Props`] and draws one place of the widget. Words come from [`Text`]; nothing
//! here knows a browser, so that every view can be drawn to a string in a native test.

mod bar;
mod button;
mod check;
mod event;
mod figure;
mod frame;
mod notice;
mod parts;
mod problems;
mod profile;
mod proposals;
mod question;
mod result;
mod search;
mod sections;
mod shelf;
mod standards;
mod start;

pub use problems::{Problems, ProblemsProps};

use crate::state::{Action, Command, Open, State, View};
use crate::text::Text;
use std::rc::Rc;
use yew::prelude::*;

/// What the widget needs from outside.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The first state.
    pub state: Rc<State>,
    /// The words.
    pub text: Rc<Text>,
    /// Carries out what only a browser can do. Called after the view was drawn.
    pub on_command: Callback<Command>,
    /// Gets the way to act on the state, once.
    pub on_ready: Callback<Callback<Action>>,
}

/// What every view gets.
#[derive(Clone, Properties)]
pub struct Props {
    /// What there is to show.
    pub state: Rc<State>,
    /// The words.
    pub text: Rc<Text>,
    /// The way to act.
    pub send: Callback<Action>,
}

/// The whole widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let initial = props.state.clone();
    let state = use_reducer(move || (*initial).clone());
    let send = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    {
        let (send, on_ready) = (send.clone(), props.on_ready.clone());
        use_effect_with((), move |()| on_ready.emit(send));
    }
    {
        let (state, on_command) = (state.clone(), props.on_command.clone());
        use_effect(move || {
            for command in state.take_commands() {
                on_command.emit(command);
            }
        });
    }
    draw(&Props { state: Rc::new((*state).clone()), text: props.text.clone(), send })
}

/// The widget in one state, for tests that draw it without a browser.
#[component]
pub fn Widget(props: &Props) -> Html {
    draw(props)
}

/// The frame and the view in it.
fn draw(props: &Props) -> Html {
    // Without an open assessment there is nothing to answer or to see a result of.
    let view = match (&props.state.open, &props.state.view) {
        (Open::Nothing, View::Standards | View::Shelf) => props.state.view.clone(),
        (Open::Nothing, _) => View::Start,
        (_, view) => view.clone(),
    };
    let (key, view) = place(&view, props);
    frame::view(props, key, view)
}

fn place(view: &View, props: &Props) -> (&'static str, Html) {
    match view {
        View::Start => ("start", start::view(props)),
        View::Standards => ("standards", standards::view(props)),
        View::Shelf => ("shelf", shelf::view(props)),
        View::Profile => ("profile", profile::view(props)),
        View::Proposals => ("proposals", proposals::view(props)),
        View::Sections => ("sections", sections::view(props)),
        View::Question { item, from } => ("question", question::view(props, *item, *from)),
        View::Search => ("search", search::view(props)),
        View::Check => ("check", check::view(props)),
        View::Result => ("result", result::view(props)),
        View::Figure(figure) => ("figure", figure::view(props, *figure)),
    }
}

impl Props {
    /// A string.
    pub(crate) fn say(&self, key: &str) -> AttrValue {
        self.text.get(key).into()
    }

    /// An action to take on a click.
    pub(crate) fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |_: E| send.emit(action.clone()))
    }

    /// What typing in a field does.
    pub(crate) fn typed(
        &self,
        action: impl Fn(Rc<str>) -> Action + 'static,
    ) -> Callback<InputEvent> {
        let send = self.send.clone();
        Callback::from(move |event: InputEvent| send.emit(action(event::text(&event))))
    }
}

// A new state is a new value behind its pointer; comparing what it holds would be code without use.
impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && Rc::ptr_eq(&self.text, &other.text)
            && self.send == other.send
    }
}

impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && Rc::ptr_eq(&self.text, &other.text)
            && self.on_command == other.on_command
            && self.on_ready == other.on_ready
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(State::reduce(&self, action))
    }
}
