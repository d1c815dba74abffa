//! What a mounted widget holds of the browser.

use super::channel::Channel;
use super::error::Error;
use super::file::Picker;
use super::report::Told;
use super::saving::Writer;
use super::storage::{wait, Database, Memory};
use super::unload::Guard;
use crate::answers::Answers;
use crate::date::Date;
use crate::pack::Pack;
use crate::state::{Action, Device};
use crate::text::Text;
use gloo_events::EventListener;
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;
use yew::Callback;

/// What a mounted widget holds of the browser.
pub(super) struct Edge {
    pub(super) root: Element,
    pub(super) pack: RefCell<Rc<Pack>>,
    /// Whether that is all of it.
    pub(super) whole: Cell<bool>,
    pub(super) today: Date,
    /// The words and their language.
    pub(super) text: RefCell<(Rc<Text>, Rc<str>)>,
    /// Whether the page's history, address and title are ours.
    pub(super) owns_page: bool,
    pub(super) database: Database,
    pub(super) memory: Memory,
    pub(super) open: RefCell<Open>,
    /// An assessment that was read and is not yet the open one.
    pub(super) next: RefCell<Option<Open>>,
    /// Counts the requests to open: only the last one counts.
    pub(super) opening: Cell<u32>,
    pub(super) guard: Guard,
    pub(super) picker: RefCell<Option<Picker>>,
    /// What the file is for that the reader chooses.
    pub(super) picking: Cell<fn(Rc<str>) -> Action>,
    /// What ends with the widget.
    pub(super) ends: RefCell<Option<(Channel, Option<EventListener>)>>,
    pub(super) send: RefCell<Callback<Action>>,
    /// Makes a session of the module that composes the report, once that is there.
    pub(super) report: Option<Function>,
    /// Promises that it is there.
    pub(super) ready: Option<Function>,
    pub(super) told: RefCell<Told>,
    /// Gives the file of a sample by its name, later.
    pub(super) samples: Option<Function>,
}

/// The open assessment.
#[derive(Clone)]
pub(super) struct Open {
    /// Its identifier; `None` where nothing is open.
    pub(super) id: Option<Rc<str>>,
    /// Its newest answers.
    pub(super) answers: Rc<Answers>,
    /// Writes it, if it is ours.
    pub(super) writer: Option<Rc<Writer>>,
}

impl Open {
    /// Nothing is open.
    pub(super) fn nothing(pack: &Pack) -> Open {
        let answers = Rc::new(Answers::new(pack, Default::default()));
        Open { id: None, answers, writer: None }
    }
}

impl Edge {
    pub(super) fn pack(&self) -> Rc<Pack> {
        self.pack.borrow().clone()
    }

    /// Waits for the whole questionnaire. With a part of it, answers that are read would seem not
    /// to fit.
    pub(super) async fn all(&self) -> Rc<Pack> {
        while !self.whole.get() {
            wait(50).await;
        }
        self.pack()
    }

    pub(super) fn text(&self) -> Rc<Text> {
        self.text.borrow().0.clone()
    }

    pub(super) fn language(&self) -> Rc<str> {
        self.text.borrow().1.clone()
    }

    pub(super) fn send(&self, action: Action) {
        let send = self.send.borrow().clone();
        send.emit(action);
    }

    pub(super) fn report(&self, event: Device) {
        self.send(Action::Device(event));
    }

    pub(super) fn fail(&self, error: &Error) {
        error.warn();
        self.report(Device::Failed(error.failure(&self.text())));
    }

    pub(super) fn say_changed(&self) {
        if let Some((channel, _)) = &*self.ends.borrow() {
            channel.say();
        }
    }

    /// The widget goes. A write that is under way ends, and its lock with it.
    pub(super) fn close(&self) {
        self.opening.set(self.opening.get() + 1);
        self.whole.set(true);
        self.send.take();
        self.ends.take();
        self.picker.take();
        self.next.take();
        self.guard.set(false);
        self.open.borrow_mut().writer = None;
    }
}
