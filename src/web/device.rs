//! Keeping assessments: a part of the program of its own, which is fetched right after the first
//! draw. What is asked of it before that waits, in order.

use super::clock;
use super::error::{Cause, Error};
use super::host::Host;
use super::parts::AGAIN;
use super::storage::wait;
use crate::app::{Effect, Event, Route, Saving, State};
use crate::part::{self, Missing};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// What is asked of the part that keeps assessments.
pub(super) enum Request {
    /// An effect of this state that reads or writes.
    Effect(Rc<State>, Effect),
    /// To report what is on this device.
    List,
    /// To open the assessment that was changed last, at a place of it.
    Resume(Route),
    /// To write what waits for a pause.
    Flush,
    /// To fetch the other parts, now that the widget is drawn.
    FetchParts,
    /// To let go of the open assessment: the widget goes.
    Close,
}

impl Request {
    fn writes(&self) -> bool {
        matches!(self, Request::Effect(_, Effect::Create(_) | Effect::Save(..)))
    }
}

/// What waits for that part.
#[derive(Default)]
pub(super) struct Requests {
    has_come: Cell<bool>,
    waiting: RefCell<Vec<Request>>,
}

impl Host {
    pub(super) fn request(self: &Rc<Host>, request: Request) {
        if self.requests.has_come.get() {
            let _ = part::now(serve(self, request));
            return;
        }
        if request.writes() {
            self.guard.set(true);
        }
        self.requests.waiting.borrow_mut().push(request);
    }

    /// Whether something waits to be written.
    pub(super) fn holds_writes(&self) -> bool {
        self.requests.waiting.borrow().iter().any(Request::writes)
    }
}

/// Fetches the part, then does what was asked of it; nothing once the widget is gone. While it does
/// not come, what was answered is in memory alone, and the reader is told so.
pub(super) async fn fetch(host: Weak<Host>) {
    while load().await.is_err() {
        let Some(host) = host.upgrade() else { return };
        host.is_late();
        if host.holds_writes() {
            let error = Error { doing: "save the answers", cause: Cause::Missing };
            host.notify(Event::Saving(Saving::Failed(error.failure(&host.text()))));
        }
        drop(host);
        wait(AGAIN).await;
    }
    let Some(host) = host.upgrade() else { return };
    host.requests.has_come.set(true);
    for request in host.requests.waiting.take() {
        host.request(request);
    }
}

/// Does what is asked, where the part has come.
#[cfg_attr(
    feature = "split",
    wasm_split_helpers::wasm_split(
        device,
        fallible,
        preload(
            /// Fetches the part of the program that keeps assessments.
            load
        )
    )
)]
fn serve(host: &Rc<Host>, request: Request) -> Result<(), Missing> {
    match request {
        Request::Effect(state, effect) => host.read_or_write(&state, effect),
        Request::List => host.list(),
        Request::Resume(route) => host.resume(route),
        Request::Flush => {
            host.flush();
            // The page is seen again, perhaps on another day.
            host.check_day();
        }
        Request::FetchParts => {
            host.fetch_parts();
            host.notify(Event::Separator(clock::separator()));
            host.watch_day();
        }
        Request::Close => host.let_go(),
    }
    Ok(())
}

/// The part that keeps assessments is here.
#[cfg(not(feature = "split"))]
async fn load() -> Result<(), Missing> {
    Ok(())
}
