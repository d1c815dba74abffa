//! The views: functions of values. They ask for everything else through callbacks.

mod event;

use crate::state::{Action, Command, State};
use crate::text::Text;
use std::rc::Rc;
use yew::prelude::*;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(State::reduce(&self, action))
    }
}

/// What the widget needs from outside.
#[derive(Clone, PartialEq, Properties)]
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
    html! { <main>{ props.text.get("start.title") }</main> }
}
