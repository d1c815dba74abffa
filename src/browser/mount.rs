//! Draws the widget into an element, and takes it away again.

use super::channel::Channel;
use super::edge::{Edge, Open};
use super::parts::Parts;
use super::words::Words;
use super::{clock, history};
use crate::pack::{self, Pack, Problem};
use crate::state::{Action, Device, State, View};
use crate::text::Text;
use crate::ui::{App, AppProps};
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;
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
    /// Gives the save file of a sample: name to a promise of a text.
    #[wasm_bindgen(method, getter)]
    fn sample(this: &Options) -> Option<Function>;
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
pub struct Widget {
    edge: Option<Rc<Edge>>,
    app: Option<AppHandle<App>>,
    props: Option<AppProps>,
}

/// Draws the widget into an element of its own: a fresh one each time, as Yew never takes its
/// listeners off.
#[wasm_bindgen]
pub fn mount(root: Element, options: &Options) -> Widget {
    let words = words(options);
    let (text, language) = words.text(&root);
    let (pack, problems) = pack::parse(&options.pack().unwrap_or_default());
    let drawn = options.drawn();
    let drawn = move || drawn.iter().for_each(|drawn| drop(drawn.call0(&JsValue::NULL)));
    let Some(today) = clock::today().filter(|_| problems.is_empty()) else {
        self::problems(root, problems, text);
        drawn();
        return Widget { edge: None, app: None, props: None };
    };
    let pack = Rc::new(pack);
    let edge = edge(&root, &pack, today, (text.clone(), language), options);
    edge.words.replace(words);
    let mut state = State::new(pack, today);
    state.whole = edge.whole.get();
    state.pages = false;
    state.samples = edge.samples.is_some();
    let address = history::view(&state.pack).filter(|_| edge.owns_page);
    state.resuming = address.is_some_and(|view| !view.needs_nothing());
    let props = AppProps {
        state: Ok(Rc::new(state)),
        text,
        on_command: {
            let edge = edge.clone();
            Callback::from(move |command| edge.carry_out(command))
        },
        on_ready: {
            let edge = edge.clone();
            Callback::from(move |send| {
                ready(&edge, send);
                drawn();
            })
        },
    };
    let app = Renderer::<App>::with_root_and_props(root, props.clone()).render();
    Widget { edge: Some(edge), app: Some(app), props: Some(props) }
}

#[wasm_bindgen]
impl Widget {
    /// Takes the widget away. What was being written is still written.
    pub fn unmount(&mut self) {
        if let Some(edge) = self.edge.take() {
            edge.close();
        }
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.props = None;
    }

    /// Takes the whole questionnaire, of which the first part was there. Gives whether it is the
    /// whole of that: files of two releases may lie side by side.
    pub fn complete(&self, pack: &str) -> bool {
        let Some(edge) = &self.edge else { return true };
        let (pack, problems) = pack::parse(pack);
        let fits = problems.is_empty() && same_items(&pack, &edge.pack());
        if fits {
            let pack = Rc::new(pack);
            edge.pack.replace(pack.clone());
            edge.whole.set(true);
            edge.report(Device::Pack(pack));
            edge.fetch_parts();
        }
        fits
    }

    /// Something could not be fetched, and is being tried again.
    pub fn late(&self) {
        self.edge.iter().for_each(|edge| edge.is_late());
    }

    /// Takes the words of the report, in the order of [`Options::words`].
    pub fn words(&mut self, files: Vec<String>) {
        self.say(|words| words.later = files);
        self.edge.iter().for_each(|edge| edge.words_have_come());
    }

    /// Shows the words of another language, whose words of the report follow; the answers stay as
    /// they are.
    pub fn update(&mut self, options: &Options) {
        self.say(|words| words.first = options.words().unwrap_or_default());
        self.edge.iter().for_each(Edge::list);
    }

    fn say(&mut self, change: impl FnOnce(&mut Words)) {
        if let (Some(edge), Some(app), Some(props)) = (&self.edge, &mut self.app, &mut self.props) {
            change(&mut edge.words.borrow_mut());
            let (text, language) = edge.words.borrow().text(&edge.root);
            edge.text.replace((text.clone(), language));
            props.text = text;
            app.update(props.clone());
        }
    }
}

/// What the element hands over first.
fn words(options: &Options) -> Words {
    Words { first: options.words().unwrap_or_default(), later: Vec::new() }
}

fn same_items(a: &Pack, b: &Pack) -> bool {
    a.items.iter().map(|item| &item.id).eq(b.items.iter().map(|item| &item.id))
}

fn edge(
    root: &Element,
    pack: &Rc<Pack>,
    today: crate::date::Date,
    text: (Rc<Text>, Rc<str>),
    options: &Options,
) -> Rc<Edge> {
    Rc::new(Edge {
        root: root.clone(),
        pack: RefCell::new(pack.clone()),
        whole: Cell::new(options.partial() != Some(true)),
        today,
        text: RefCell::new(text),
        words: RefCell::default(),
        owns_page: options.history() == Some(true),
        database: Default::default(),
        memory: Default::default(),
        open: RefCell::new(Open::nothing(pack)),
        next: RefCell::default(),
        opening: Cell::default(),
        guard: Default::default(),
        picker: RefCell::default(),
        picking: Cell::new(Action::FileRead),
        ends: RefCell::default(),
        send: RefCell::default(),
        parts: Parts::default(),
        samples: options.sample(),
    })
}

/// The widget was drawn: from here on the browser may speak to it.
fn ready(edge: &Rc<Edge>, send: Callback<Action>) {
    edge.send.replace(send);
    let (heard, popped) = (Rc::downgrade(edge), Rc::downgrade(edge));
    let channel = Channel::new(move || heard.upgrade().iter().for_each(Edge::list));
    let pop = edge
        .owns_page
        .then(|| history::listen(move || popped.upgrade().iter().for_each(|edge| edge.go_back())));
    edge.ends.replace(Some((channel, pop.flatten())));
    edge.list();
    if edge.whole.get() {
        edge.fetch_parts();
    }
    if edge.owns_page {
        match history::view(&edge.pack()) {
            Some(view) if view.needs_nothing() => edge.send(Action::Show(view)),
            // Nothing is open yet: the page was loaded again, or the address is an old one.
            Some(view) => edge.resume(view),
            None => (),
        }
    }
}

/// Shows what is wrong with a questionnaire.
fn problems(root: Element, problems: Vec<Problem>, text: Rc<Text>) -> AppHandle<App> {
    let props = AppProps {
        state: Err(Rc::new(problems)),
        text,
        on_command: Callback::noop(),
        on_ready: Callback::noop(),
    };
    Renderer::<App>::with_root_and_props(root, props).render()
}

impl View {
    /// Whether it can be shown without an open assessment.
    pub(super) fn needs_nothing(&self) -> bool {
        matches!(self, View::Start | View::Standards | View::Shelf)
    }
}
