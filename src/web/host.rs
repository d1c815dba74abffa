//! What a mounted widget holds of the browser.

use super::channel::Channel;
use super::device::{self, Request, Requests};
use super::error::Error;
use super::file::Picker;
use super::parts::Parts;
use super::saving::Writer;
use super::storage::{wait, Database, UnsavedStore};
use super::unload::Guard;
use super::words::Words;
use crate::app::{Event, FilePurpose, State};
use crate::i18n::text::Text;
use crate::model::pack::Pack;
use crate::pages::{App, Message};
use gloo_events::EventListener;
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::html::Scope;

/// What a mounted widget holds of the browser. The state is the widget's; what is here is how to
/// reach it, and what carries out its effects.
pub(super) struct Host {
    pub(super) root: Element,
    /// The way to the widget, while it is drawn.
    pub(super) app: RefCell<Option<Scope<App>>>,
    pub(super) words: RefCell<Words>,
    /// Whether the page's history, address and title are ours.
    pub(super) owns_page: bool,
    /// Whether a program that broke may still hold the right to write.
    pub(super) again: bool,
    /// Hears of the place of each view.
    pub(super) at: Option<Function>,
    pub(super) database: Database,
    pub(super) unsaved: UnsavedStore,
    /// Writes the open assessment, if it is ours.
    pub(super) writer: RefCell<Option<Rc<Writer>>>,
    /// An assessment that was read and is not yet the open one.
    pub(super) next: RefCell<Option<Next>>,
    /// Counts the requests to open: only the last one counts.
    pub(super) opening: Cell<u32>,
    pub(super) guard: Guard,
    pub(super) picker: RefCell<Option<Picker>>,
    /// What the file is for that the reader chooses.
    pub(super) picking: Cell<FilePurpose>,
    /// What ends with the widget.
    pub(super) ends: RefCell<Option<Listeners>>,
    pub(super) parts: Parts,
    /// What waits for the part that keeps assessments.
    pub(super) requests: Requests,
    /// Gives the text of a file beside the questionnaire by its name, later.
    pub(super) files: Option<Function>,
}

/// An assessment that is about to be the open one.
pub(super) struct Next {
    pub(super) id: Rc<str>,
    /// Writes it, if it is ours.
    pub(super) writer: Option<Rc<Writer>>,
}

/// What a widget listens to besides its own controls.
pub(super) struct Listeners {
    pub(super) channel: Channel,
    pub(super) _history: Option<EventListener>,
    pub(super) _leaving: Option<EventListener>,
}

impl Host {
    /// The state; `None` once the widget is gone. Effects get theirs: while they are carried out,
    /// the widget cannot be asked.
    pub(super) fn state(&self) -> Option<Rc<State>> {
        let app = self.app.borrow();
        let app = app.as_ref()?.get_component()?;
        app.state().cloned()
    }

    /// Waits for the whole questionnaire. With a part of it, answers that are read would seem not
    /// to fit. `None` once the widget is gone.
    pub(super) async fn whole_pack(&self) -> Option<Rc<Pack>> {
        loop {
            let state = self.state()?;
            if state.whole {
                return Some(state.pack.clone());
            }
            wait(50).await;
        }
    }

    pub(super) fn text(&self) -> Rc<Text> {
        self.words.borrow().text()
    }

    /// Tells the widget what happened.
    pub(super) fn notify(&self, event: Event) {
        let app = self.app.borrow().clone();
        if let Some(app) = app {
            app.send_message(Message::Event(event));
        }
    }

    /// Tells the widget and the console that something failed.
    pub(super) fn fail(&self, error: &Error) {
        error.warn();
        self.notify(Event::Failed(error.failure(&self.text())));
    }

    /// Tells other tabs and widgets that the assessments on this device changed.
    pub(super) fn announce_change(&self) {
        if let Some(ends) = &*self.ends.borrow() {
            ends.channel.announce();
        }
    }

    /// The widget goes. A write that is under way ends, and its lock with it.
    pub(super) fn close(self: &Rc<Host>) {
        self.app.take();
        self.ends.take();
        self.picker.take();
        self.request(Request::Close);
        self.guard.set(false);
        if self.holds_writes() {
            let host = self.clone();
            spawn_local(async move { device::fetch(Rc::downgrade(&host)).await });
        }
    }

    /// Writes what waits, and lets go of the open assessment.
    pub(super) fn let_go(self: &Rc<Host>) {
        self.flush();
        self.opening.set(self.opening.get() + 1);
        self.next.take();
        self.writer.take();
    }
}
