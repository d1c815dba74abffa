//! Views as they are drawn, read back: what is on a page, what its words say, and what its controls
//! ask for.

use crate::html;
use crate::script::acts::{say, InputValue};
use crate::script::Played;
use plumbline::app::{Action, DateAct, DateField, State};
use plumbline::i18n::text::Text;
use plumbline::model::pack::Problem;
use plumbline::pages::{App, AppProps};
use plumbline::view::probe;
use scraper::{ElementRef, Html};
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::{Callback, LocalServerRenderer};

/// The widget in a state. Nothing in a view waits for anything, so one look is enough.
pub fn widget(state: State, text: &Rc<Text>) -> Html {
    drawn(Ok(Rc::new(state)), text)
}

/// The widget with a questionnaire that cannot be used.
pub fn problems(problems: Vec<Problem>, text: &Rc<Text>) -> Html {
    drawn(Err(Rc::new(problems)), text)
}

fn drawn(state: Result<Rc<State>, Rc<Vec<Problem>>>, text: &Rc<Text>) -> Html {
    let (on_effect, on_ready) = (Callback::noop(), Callback::noop());
    let props = AppProps { state, text: text.clone(), on_effect, on_ready };
    let future = LocalServerRenderer::<App>::with_props(props).hydratable(false).render();
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => html::read(&html),
        Poll::Pending => panic!("a view waits for something"),
    }
}

/// An element of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    /// The words of what using it asks for, as `script::acts` writes them.
    pub act: Option<String>,
    pub children: Vec<Node>,
    action: Option<Action>,
    /// What is known of a field for a day.
    pub date: Option<Box<DateField>>,
}

/// A piece of a view.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Text(String),
    Element(Element),
}

/// What is in the frame in a state, in English.
#[track_caller]
pub fn page(state: &State) -> Vec<Node> {
    thread_local!(static ENGLISH: Rc<Text> = Rc::new(crate::support::english()));
    let drawn = ENGLISH.with(|text| widget(state.clone(), text));
    let view = html::select(drawn.root_element(), ".view");
    let view = view.first().copied().expect("a view");
    children(view, state)
}

/// The page of the report with this address behind `result/`, as one element. The first page has
/// no address of its own.
#[track_caller]
pub fn report(state: &State, address: &str) -> Element {
    let place = format!("result/{address}");
    let state = crate::script::then(state, &format!("go {}", place.trim_end_matches('/')));
    match &page(&state)[..] {
        // Above the page is what only a printed one shows.
        [Node::Element(_), Node::Element(page)] => page.clone(),
        other => panic!("{address}: {other:?}"),
    }
}

fn children(element: ElementRef, state: &State) -> Vec<Node> {
    let mut children = Vec::new();
    for child in element.children() {
        if let scraper::Node::Text(text) = child.value() {
            children.push(Node::Text(text.to_string()));
        } else if let Some(child) = ElementRef::wrap(child) {
            children.push(Node::Element(read(child, state)));
        }
    }
    children
}

fn read(element: ElementRef, state: &State) -> Element {
    let children = children(element, state);
    let probed = element.attr("data-action").and_then(|number| number.parse().ok());
    let mut action = probed.and_then(probe::action);
    let date = probed.and_then(probe::date_field).map(Box::new);
    if element.value().name() == "select" {
        // What it asks for is what its entries do.
        action = elements(&children).into_iter().find_map(|option| option.action.clone());
    }
    let attributes = element.value().attrs().filter(|(name, _)| *name != "data-action");
    Element {
        tag: element.value().name().to_owned(),
        attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        act: action.as_ref().map(|action| say(&state.pack, action)),
        children,
        action,
        date,
    }
}

impl Element {
    /// An attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        attribute(self, name)
    }

    /// All words in it.
    pub fn words(&self) -> String {
        text(&self.children)
    }

    /// Whether it has this class.
    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|known| known == class))
    }

    /// Whether its action gets what is typed or ticked. Of a radio or a list, each entry has an
    /// action of its own.
    fn takes_input(&self) -> bool {
        match &*self.tag {
            "input" => self.get("type") != Some("radio"),
            tag => tag == "textarea",
        }
    }

    /// What can be entered, for each kind of control.
    pub fn can_enter(&self) -> Vec<InputValue> {
        let text = |text: &str| InputValue::Text(text.into());
        match (&*self.tag, self.get("type")) {
            ("input", Some("checkbox")) => vec![InputValue::Tick(true), InputValue::Tick(false)],
            ("input", Some("date")) => ["", "2027-01-31"].map(text).into(),
            ("select", _) => {
                self.usable().map(|option| text(option.get("value").unwrap())).collect()
            }
            ("input" | "textarea", _) => ["", "Eve"].map(text).into(),
            _ => vec![InputValue::Nothing],
        }
    }

    fn usable(&self) -> impl Iterator<Item = &Element> {
        elements(&self.children).into_iter().filter(|option| option.action.is_some())
    }

    /// The action of using it so.
    #[track_caller]
    pub fn action(&self, entered: &InputValue) -> Action {
        if let (Some(date), InputValue::Text(text)) = (&self.date, entered) {
            return date.used(Some(text.clone()), DateAct::Type);
        }
        let nothing = || panic!("{self:?} asks for nothing");
        match entered {
            InputValue::Text(value) if self.tag == "select" => {
                let option = self.usable().find(|option| option.get("value") == Some(value));
                option.and_then(|option| option.action.clone()).unwrap_or_else(nothing)
            }
            InputValue::Text(text) => {
                self.action.clone().unwrap_or_else(nothing).with_text(text.clone())
            }
            InputValue::Tick(tick) => self.action.clone().unwrap_or_else(nothing).with_tick(*tick),
            InputValue::Nothing => self.action.clone().unwrap_or_else(nothing),
        }
    }

    /// The state after it was used so.
    #[track_caller]
    pub fn used(&self, state: &State, entered: &InputValue) -> Played {
        state.reduce(self.action(entered)).into()
    }
}

/// All elements, outermost first.
pub fn elements(nodes: &[Node]) -> Vec<&Element> {
    let mut found = Vec::new();
    for node in nodes {
        if let Node::Element(element) = node {
            found.push(element);
            found.extend(elements(&element.children));
        }
    }
    found
}

/// The elements with this class.
pub fn of_class<'a>(nodes: &'a [Node], class: &str) -> Vec<&'a Element> {
    elements(nodes).into_iter().filter(|element| element.has_class(class)).collect()
}

/// The first element with this attribute.
#[track_caller]
pub fn find<'a>(nodes: &'a [Node], name: &str, value: &str) -> &'a Element {
    let found = elements(nodes).into_iter().find(|element| element.get(name) == Some(value));
    found.unwrap_or_else(|| panic!("nothing has {name} {value}"))
}

/// The first control that asks for this.
#[track_caller]
pub fn control<'a>(nodes: &'a [Node], act: &str) -> &'a Element {
    let found = elements(nodes).into_iter().find(|element| element.act.as_deref() == Some(act));
    found.unwrap_or_else(|| panic!("no control asks for {act}"))
}

/// All words, with one blank between elements and between words.
pub fn text(nodes: &[Node]) -> String {
    let words = nodes.iter().map(|node| match node {
        Node::Text(words) => words.clone(),
        Node::Element(element) => text(&element.children),
    });
    let words = words.collect::<Vec<_>>().join(" ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An attribute of an element.
pub fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    let found = element.attributes.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| &**value)
}

/// What the controls ask for, in their order; the entries of a list are none.
pub fn acts(nodes: &[Node]) -> Vec<String> {
    let controls = elements(nodes).into_iter().filter(|element| element.tag != "option");
    controls.filter_map(|element| element.act.clone()).collect()
}

/// The items that links lead to, in their order.
pub fn items(nodes: &[Node]) -> Vec<usize> {
    let item = |act: &String| act.strip_prefix("item ")?.parse().ok();
    acts(nodes).iter().filter_map(item).collect()
}

/// Each control does something, what is entered in it is not lost, and no identifier is used twice.
#[track_caller]
pub fn works(nodes: &[Node]) {
    let mut ids = std::collections::BTreeSet::new();
    for element in elements(nodes) {
        let control = ["button", "input", "select", "textarea"].contains(&&*element.tag);
        // A question keeps by itself which of its parts are open.
        let opens = element.get("aria-controls").is_some();
        assert!(!control || opens || element.act.is_some(), "{element:?} asks for nothing");
        if element.takes_input() {
            let asked: Vec<Action> =
                element.can_enter().iter().map(|entered| element.action(entered)).collect();
            let lost = "loses what is entered: see Action::with_text and with_tick";
            assert_ne!(asked.first(), asked.last(), "{element:?} {lost}");
        }
        if let Some(id) = element.get("id") {
            assert!(ids.insert(id), "{id} is used twice");
        }
    }
}
