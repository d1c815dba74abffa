//! The views: functions of values. They ask for everything else through callbacks.
//!
//! Every view takes [`Props`] and draws one place of the widget. Words come from [`Text`]; nothing
//! here knows a browser, so that every view can be drawn to a string in a native test.

mod button;
mod event;
mod frame;
mod notice;
mod page;
mod parts;
mod problems;
mod profile;
mod proposals;
mod question;
mod sections;
mod shelf;
mod start;

pub use page::load as load_report;

use crate::pack::Problem;
use crate::state::{Action, Command, Open, State, View};
use crate::text::Text;
use std::rc::Rc;
use yew::prelude::*;

/// What the widget needs from outside.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The first state, or what is wrong with the questionnaire.
    pub state: Result<Rc<State>, Rc<Vec<Problem>>>,
    /// The words.
    pub text: Rc<Text>,
    /// Carries out what only a browser can do. Called after the view was drawn.
    pub on_command: Callback<Command>,
    /// Gets the way to act on the state, once.
    pub on_ready: Callback<Callback<Action>>,
}

/// What every view gets.
#[derive(Clone)]
pub struct Props {
    /// What there is to show.
    pub state: Rc<State>,
    /// The words.
    pub text: Rc<Text>,
    /// The way to act.
    pub send: Callback<Action>,
}

/// The whole widget.
pub struct App {
    state: Result<Rc<State>, Rc<Vec<Problem>>>,
    send: Callback<Action>,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(ctx: &Context<App>) -> App {
        App { state: ctx.props().state.clone(), send: ctx.link().callback(|action| action) }
    }

    fn update(&mut self, _: &Context<App>, action: Action) -> bool {
        if let Ok(state) = &mut self.state {
            *state = Rc::new(state.reduce(action));
        }
        true
    }

    fn view(&self, ctx: &Context<App>) -> Html {
        let text = ctx.props().text.clone();
        match &self.state {
            Ok(state) => draw(&Props { state: state.clone(), text, send: self.send.clone() }),
            Err(problems) => problems::view(&text, problems),
        }
    }

    fn rendered(&mut self, ctx: &Context<App>, first: bool) {
        let AppProps { on_command, on_ready, .. } = ctx.props();
        if first {
            on_ready.emit(self.send.clone());
        }
        if let Ok(state) = &self.state {
            state.take_commands().into_iter().for_each(|command| on_command.emit(command));
        }
    }
}

/// The frame and the view in it.
fn draw(props: &Props) -> Html {
    let state = &props.state;
    let (key, view) = match (&state.open, &state.view) {
        (Open::Nothing, _) if state.resuming => ("loading", loading(props)),
        // Without an open assessment there is nothing to answer or to see a result of.
        (Open::Nothing, view) if !matches!(view, View::Standards | View::Shelf) => {
            place(&View::Start, props)
        }
        (_, view) => place(view, props),
    };
    frame::view(props, key, view)
}

fn place(view: &View, props: &Props) -> (&'static str, Html) {
    if !props.state.has(view) {
        return ("loading", loading(props));
    }
    match view {
        View::Start => ("start", start::view(props)),
        View::Shelf => ("shelf", shelf::view(props)),
        View::Profile => ("profile", profile::view(props)),
        View::Proposals => ("proposals", proposals::view(props)),
        View::Sections => ("sections", sections::view(props)),
        View::Question { item, from } => ("question", question::view(props, *item, *from)),
        View::Search => ("search", page::view(props)),
        View::Standards => ("standards", page::view(props)),
        View::Check => ("check", page::view(props)),
        View::Report(_) => ("report", page::view(props)),
    }
}

/// Stands for a view until what it needs has come: all of the questionnaire, the part of the
/// program that draws it.
fn loading(props: &Props) -> Html {
    html! {
        <section role="status">
            { parts::all![
                parts::heading("loading-title", props.say("loading.title")),
                parts::tag("p", "", props.say("loading.text")),
                parts::when(props.state.late, || parts::tag("p", "", props.say("loading.late"))),
            ] }
        </section>
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
    pub(crate) fn typed(&self, action: Action) -> Callback<InputEvent> {
        let send = self.send.clone();
        Callback::from(move |event| send.emit(action.with_text(event::text(&event))))
    }

    /// What a field does once its value is entered or chosen.
    pub(crate) fn entered(&self, action: Action) -> Callback<Event> {
        let send = self.send.clone();
        Callback::from(move |event| send.emit(action.with_text(event::value(&event).into())))
    }

    /// What a check box does.
    pub(crate) fn ticked(&self, action: Action) -> Callback<Event> {
        let send = self.send.clone();
        Callback::from(move |event| send.emit(action.with_tick(event::ticked(&event))))
    }
}

// The first state never changes; what changes are the words.
impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.text, &other.text)
            && self.on_command == other.on_command
            && self.on_ready == other.on_ready
    }
}
