//! The pages, each a function of values, and the component that holds the state. They ask for
//! everything else through actions; nothing here knows a browser, so that every page can be drawn to
//! text in a native test.

mod check;
pub mod example;
mod frame;
pub mod later;
mod library;
mod menu;
mod notice;
mod problems;
mod profile;
mod progress;
mod proposals;
mod question;
mod reason;
pub mod report;
mod search;
mod sections;
mod standards;
mod way;
mod start;

use crate::app::{Action, Effect, Event, Open, Route, State};
use crate::i18n::text::Text;
use crate::model::pack::Problem;
use crate::part;
use crate::view::{parts, Props};
use later::{later, Later};
use std::rc::Rc;
use yew::html::Scope;
use yew::prelude::*;

/// What the widget needs from outside.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The first state, or what is wrong with the questionnaire.
    pub state: Result<Rc<State>, Rc<Vec<Problem>>>,
    /// The words of the interface; those of the report may come later.
    pub text: Rc<Text>,
    /// Carries out what only a browser can do, with the state that asked for it. Called after the
    /// view was drawn.
    pub on_effect: Callback<(Rc<State>, Effect)>,
    /// Gets the way to the widget, once it is drawn.
    pub on_ready: Callback<Scope<App>>,
}

/// The whole widget. It holds the state, of which there is one.
pub struct App {
    state: Result<Rc<State>, Rc<Vec<Problem>>>,
    effects: Vec<Effect>,
    send: Callback<Action>,
}

/// What changes the state.
// Where it runs, pointers have half the size, and so has this; each is moved once.
#[allow(clippy::large_enum_variant)]
pub enum Message {
    /// What a person does.
    Action(Action),
    /// What the device reports.
    Event(Event),
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<App>) -> App {
        let state = ctx.props().state.clone();
        App { state, effects: Vec::new(), send: ctx.link().callback(Message::Action) }
    }

    fn update(&mut self, ctx: &Context<App>, message: Message) -> bool {
        let Ok(state) = &mut self.state else { return false };
        let (next, effects) = match message {
            Message::Action(action) => state.reduce(action),
            Message::Event(event) => state.receive(event),
        };
        self.effects.extend(effects);
        let changed = !next.is_same(state);
        if changed {
            *state = Rc::new(next);
        } else {
            self.carry_out(ctx);
        }
        changed
    }

    fn view(&self, ctx: &Context<App>) -> Html {
        let text = ctx.props().text.clone();
        match &self.state {
            Ok(state) => draw(&Props { state: state.clone(), text, send: self.send.clone() }),
            Err(problems) => problems::view(&text, problems),
        }
    }

    fn rendered(&mut self, ctx: &Context<App>, first: bool) {
        if first {
            ctx.props().on_ready.emit(ctx.link().clone());
        }
        self.carry_out(ctx);
    }
}

impl App {
    /// The state; `None` where the questionnaire cannot be read.
    pub fn state(&self) -> Option<&Rc<State>> {
        self.state.as_ref().ok()
    }

    fn carry_out(&mut self, ctx: &Context<App>) {
        if let Ok(state) = &self.state {
            for effect in std::mem::take(&mut self.effects) {
                ctx.props().on_effect.emit((state.clone(), effect));
            }
        }
    }
}

/// The frame and the view in it.
fn draw(props: &Props) -> Html {
    let state = &props.state;
    let (key, view) = match (&state.open, state.route) {
        (Open::Nothing, _) if state.resuming => ("loading", loading(props)),
        // Without an open assessment there is nothing to answer or to see a result of.
        (Open::Nothing, route) if !route.needs_no_assessment() => place(Route::Start, props),
        (_, route) => place(route, props),
    };
    frame::view(props, key, view)
}

fn place(route: Route, props: &Props) -> (&'static str, Html) {
    if !props.state.has(route) {
        return ("loading", loading(props));
    }
    match route {
        Route::Start => ("start", start::view(props)),
        Route::Library => ("library", later(props, Later::Page)),
        Route::Profile => ("profile", later(props, Later::Page)),
        Route::Proposals => ("proposals", later(props, Later::Page)),
        Route::Sections => ("sections", later(props, Later::Page)),
        Route::Question { item, from } => ("question", question::view(props, item, from)),
        Route::Search => ("search", report_page(props)),
        Route::Standards => ("standards", later(props, Later::Page)),
        Route::Check => ("check", later(props, Later::Page)),
        Route::Way => ("way", later(props, Later::Page)),
        Route::Report(_) => ("report", report_page(props)),
    }
}

/// A page that is drawn by a part of the program that comes later.
fn report_page(props: &Props) -> Html {
    part::now(report::draw(props)).unwrap_or_default()
}

/// Stands for a view until what it needs has come: all of the questionnaire, the part of the
/// program that draws it.
fn loading(props: &Props) -> Html {
    html! {
        <section role="status">
            { parts::children![
                parts::heading("loading-title", props.t("loading.title")),
                parts::tag("p", "", props.t("loading.text")),
                parts::when(props.state.late, || parts::tag("p", "", props.t("loading.late"))),
            ] }
        </section>
    }
}

// The first state never changes; what changes are the words.
impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.text, &other.text)
            && self.on_effect == other.on_effect
            && self.on_ready == other.on_ready
    }
}
