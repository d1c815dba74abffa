//! Draws the widget into an element, and takes it away again.

use super::channel::Channel;
use super::device::{self, Request, Requests};
use super::host::{Host, Listeners};
use super::parts::Parts;
use super::words::Words;
use super::{clock, history, preferences, unload};
use crate::app::{Action, Event, FilePurpose, Route, State};
use crate::i18n::text::Text;
use crate::model::assessment::Mode;
use crate::model::pack::{self, Pack, Problem};
use crate::pages::{App, AppProps, Message};
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::html::Scope;
use yew::Callback;
use yew::{AppHandle, Renderer};

#[wasm_bindgen]
extern "C" {
    /// What the element hands over.
    pub type Options;
    /// The questionnaire, as JSON.
    #[wasm_bindgen(method, getter)]
    fn pack(this: &Options) -> Option<String>;
    /// Whether that is only its first part; the whole one follows with [`Widget::complete`].
    #[wasm_bindgen(method, getter)]
    fn partial(this: &Options) -> Option<bool>;
    /// Locale files, each filling what those before it lack: English, then the wanted language.
    #[wasm_bindgen(method, getter)]
    fn words(this: &Options) -> Option<Vec<String>>;
    /// Whether the page's history, address and title are the widget's.
    #[wasm_bindgen(method, getter)]
    fn history(this: &Options) -> Option<bool>;
    /// The place to come back to, as [`Options::at`] was told it: another widget stood here before.
    #[wasm_bindgen(method, getter)]
    fn place(this: &Options) -> Option<String>;
    /// Whether the program of that widget broke, and may still hold what it wrote to.
    #[wasm_bindgen(method, getter)]
    fn again(this: &Options) -> Option<bool>;
    /// What the first page begins by itself: `quick` or `full`.
    #[wasm_bindgen(method, getter)]
    fn start(this: &Options) -> Option<String>;
    /// Called with the place of each view that is entered.
    #[wasm_bindgen(method, getter)]
    fn at(this: &Options) -> Option<Function>;
    /// Whether there is room for two columns.
    #[wasm_bindgen(method, getter)]
    fn wide(this: &Options) -> Option<bool>;
    /// Gives a file beside the questionnaire: name to a promise of a text.
    #[wasm_bindgen(method, getter)]
    fn file(this: &Options) -> Option<Function>;
    /// Called once the widget can be seen.
    #[wasm_bindgen(method, getter)]
    fn drawn(this: &Options) -> Option<Function>;
}

/// Prepares the module; it runs by itself once.
///
/// There is no panic hook: a release build stops without words, so that the element has to notice
/// the stop itself, and a development build has Yew's hook, which writes to the console.
#[wasm_bindgen(start)]
pub fn start() {
    // Yew numbers its roots in each module from 1 and finds a handler by the number on the element.
    // In a page that is itself drawn by Yew, the page's first root would take our events for its
    // own; so that number is used up.
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.create_element("div").ok()) {
        let text = Rc::new(Text::parse("", None, Text::english_plural()));
        problems(root, Vec::new(), text).destroy();
    }
}

/// A widget that is drawn.
#[wasm_bindgen]
pub struct Widget(Option<Drawn>);

struct Drawn {
    host: Rc<Host>,
    app: AppHandle<App>,
    props: AppProps,
}

/// Draws the widget into an element of its own: a fresh one each time, as Yew never takes its
/// listeners off.
#[wasm_bindgen]
pub fn mount(root: Element, options: &Options) -> Widget {
    let words = Words::new(options.words().unwrap_or_default(), &root);
    let text = words.text();
    let (pack, problems) = pack::parse(&options.pack().unwrap_or_default());
    let drawn = options.drawn();
    let drawn = move || drawn.iter().for_each(|drawn| drop(drawn.call0(&JsValue::NULL)));
    let Some(today) = clock::today().filter(|_| problems.is_empty()) else {
        self::problems(root, problems, text);
        drawn();
        return Widget(None);
    };
    let host = Rc::new(Host {
        root: root.clone(),
        app: RefCell::default(),
        words: RefCell::new(words),
        owns_page: options.history() == Some(true),
        again: options.again() == Some(true),
        at: options.at(),
        database: Default::default(),
        unsaved: Default::default(),
        writer: RefCell::default(),
        next: RefCell::default(),
        opening: Cell::default(),
        guard: Default::default(),
        picker: RefCell::default(),
        picking: Cell::new(FilePurpose::Open),
        ends: RefCell::default(),
        parts: Parts::default(),
        requests: Requests::default(),
        files: options.file(),
    });
    let mut state = State::new(Rc::new(pack), today);
    state.whole = options.partial() != Some(true);
    state.pages_part = false;
    state.report_part = false;
    state.wide = options.wide() == Some(true);
    state.preferences = preferences::read();
    state.expects_library = preferences::expects_library();
    // Who has begun before is offered to go on instead.
    let first = options.place().is_none() && !state.expects_library;
    let start = match options.start().filter(|_| first).as_deref() {
        Some("quick") => Some(Mode::Quick),
        Some("full") => Some(Mode::Full),
        _ => None,
    };
    let begin = if host.owns_page { history::begin() } else { None }.or(start);
    // Only the default questionnaire comes in parts, and samples come with it.
    state.samples = !state.whole;
    let address = match options.place() {
        Some(place) => Route::parse(&place, &state.pack),
        None => history::route(&state.pack).filter(|_| host.owns_page),
    };
    match address {
        Some(route) if route.needs_no_assessment() => state.route = route,
        // Nothing is open yet: the page was loaded again, or the address is an old one.
        address => state.resuming = address.is_some(),
    }
    let resume = address.filter(|_| state.resuming);
    let whole = state.whole;
    let props = AppProps {
        state: Ok(Rc::new(state)),
        text,
        on_effect: {
            let host = host.clone();
            Callback::from(move |(state, effect)| host.carry_out(&state, effect))
        },
        on_ready: {
            let host = host.clone();
            Callback::from(move |app: Scope<App>| {
                let begun = begin.map(|mode| Message::Action(Action::Begin(mode)));
                begun.into_iter().for_each(|message| app.send_message(message));
                ready(&host, app, resume, whole);
                drawn();
            })
        },
    };
    let app = Renderer::<App>::with_root_and_props(root, props.clone()).render();
    Widget(Some(Drawn { host, app, props }))
}

#[wasm_bindgen]
impl Widget {
    /// Takes the widget away. What was being written is still written.
    pub fn unmount(&mut self) {
        if let Some(Drawn { host, app, .. }) = self.0.take() {
            host.close();
            app.destroy();
        }
    }

    /// Takes the whole questionnaire, of which the first part was there, and the facts that justify
    /// leaving controls out. Gives whether it is the whole of that: files of two releases may lie
    /// side by side.
    pub fn complete(&self, pack: &str, facts: &str) -> bool {
        let Some(Drawn { host, .. }) = &self.0 else { return true };
        let Some(state) = host.state() else { return true };
        let (pack, problems) = pack::parse(pack);
        let fits = problems.is_empty() && same_items(&pack, &state.pack);
        if fits {
            host.notify(Event::PackCame(Rc::new(pack.with_facts(facts))));
            host.request(Request::FetchParts);
        }
        fits
    }

    /// There is room for two columns, or no longer.
    pub fn wide(&self, wide: bool) {
        self.0.iter().for_each(|drawn| drawn.host.notify(Event::Wide(wide)));
    }

    /// Something could not be fetched, and is being tried again.
    pub fn late(&self) {
        self.0.iter().for_each(|drawn| drawn.host.is_late());
    }

    /// Takes the words of the report, in the order of [`Options::words`].
    pub fn words(&mut self, files: Vec<String>) {
        let Some(drawn) = &mut self.0 else { return };
        drawn.host.words.borrow_mut().set_later(files, &drawn.host.root);
        drawn.update();
        drawn.host.words_have_come();
    }

    /// Shows the words of another language, whose words of the report follow; the answers stay as
    /// they are.
    pub fn update(&mut self, options: &Options) {
        let Some(drawn) = &mut self.0 else { return };
        let files = options.words().unwrap_or_default();
        drawn.host.words.borrow_mut().set_first(files, &drawn.host.root);
        drawn.update();
        drawn.host.request(Request::List);
    }
}

impl Drawn {
    /// Draws with the words that the host has now.
    fn update(&mut self) {
        self.props.text = self.host.text();
        self.app.update(self.props.clone());
    }
}

fn same_items(a: &Pack, b: &Pack) -> bool {
    a.items.iter().map(|item| &item.id).eq(b.items.iter().map(|item| &item.id))
}

/// The widget was drawn: from here on the browser may speak to it. `resume` is a place that needs
/// an assessment; `whole` says whether the questionnaire is all there.
fn ready(host: &Rc<Host>, app: Scope<App>, resume: Option<Route>, whole: bool) {
    host.app.replace(Some(app));
    let (heard, popped, left) = (Rc::downgrade(host), Rc::downgrade(host), Rc::downgrade(host));
    let channel = Channel::new(move || {
        heard.upgrade().iter().for_each(|host| host.request(Request::List));
    });
    let history = host
        .owns_page
        .then(|| history::listen(move || popped.upgrade().iter().for_each(|host| host.go_back())));
    let leaving = unload::on_leaving(move || {
        left.upgrade().iter().for_each(|host| host.request(Request::Flush));
    });
    host.ends.replace(Some(Listeners { channel, _history: history.flatten(), _leaving: leaving }));
    host.request(Request::List);
    if let Some(route) = resume {
        host.request(Request::Resume(route));
    }
    // Of the default questionnaire the rest comes first.
    if whole {
        host.request(Request::FetchParts);
    }
    spawn_local(device::fetch(Rc::downgrade(host)));
}

/// Shows what is wrong with a questionnaire.
fn problems(root: Element, problems: Vec<Problem>, text: Rc<Text>) -> AppHandle<App> {
    let props = AppProps {
        state: Err(Rc::new(problems)),
        text,
        on_effect: Callback::noop(),
        on_ready: Callback::noop(),
    };
    Renderer::<App>::with_root_and_props(root, props).render()
}
