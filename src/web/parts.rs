//! Fetches what the first question does not need: the other pages, the report, what writes files.

use super::error::{Cause, Error};
use super::host::Host;
use super::storage::wait;
use crate::app::{self, Event, State};
use crate::export::{self, Export, File, TemplateFormat};
use crate::model::assessment::Assessment;
use crate::model::pack::{exclusion, Pack, Problem};
use crate::pages::{later, report};
use crate::part;
use crate::save;
use std::cell::Cell;
use std::future::Future;
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::spawn_local;

/// How long to wait until a part that did not come is asked for again, in milliseconds.
pub(super) const AGAIN: i32 = 3000;

/// What a save file holds, and what in it did not fit.
pub(super) type Restored = Result<(Assessment, Vec<Problem>), Problem>;

/// What has come of the report.
#[derive(Default)]
pub(super) struct Parts {
    /// Its words.
    words: Cell<bool>,
    /// What draws its pages.
    pages: Cell<bool>,
    /// Whether something could not be fetched, and nothing came after that.
    late: Cell<bool>,
}

impl Host {
    /// Fetches every part, now that the widget is drawn: later, the reader may have no connection.
    /// It is tried until it comes, or the widget goes.
    pub(super) fn fetch_parts(self: &Rc<Host>) {
        let host = Rc::downgrade(self);
        spawn_local(async move {
            // Each function of a part is waited for by itself, though one file brings them all.
            let reads = come(&host, save::load).await.is_some();
            let judges = reads && come(&host, exclusion::load).await.is_some();
            let acts = judges && come(&host, app::later::load).await.is_some();
            if let (true, Some(host)) = (acts, come(&host, later::load).await) {
                host.notify(Event::PagesPartCame);
            }
            if come(&host, report::load).await.is_some() {
                if let Some(host) = come(&host, report::load_rest).await {
                    host.has_come(&host.parts.pages);
                }
            }
            // Nobody waits for this one before a file is asked for, which says whether it is there.
            while export::load().await.is_err() && host.strong_count() > 0 {
                wait(AGAIN).await;
            }
        });
    }

    /// The words of the report have come.
    pub(super) fn words_have_come(&self) {
        self.has_come(&self.parts.words);
    }

    /// Something could not be fetched. It is tried again.
    pub(super) fn is_late(&self) {
        self.parts.late.set(true);
        self.notify(Event::FetchFailed);
    }

    fn has_come(&self, what: &Cell<bool>) {
        what.set(true);
        self.parts.late.set(false);
        if self.parts.words.get() && self.parts.pages.get() {
            self.notify(Event::ReportPartCame);
        }
    }

    /// Reads a save file. Waits for the part of the program that can.
    pub(super) async fn restore(&self, text: &str, pack: &Pack) -> Result<Restored, Error> {
        let restored = part::loaded(save::restore_later(text, pack)).await;
        restored.map_err(|_| Error { doing: "read the answers", cause: Cause::Missing })
    }

    /// Makes a file of this state. Waits for what it needs, but not for what failed to come.
    pub(super) async fn export(&self, state: &State, wanted: Export) -> Result<File, Error> {
        let missing = || Error { doing: "write the file", cause: Cause::Missing };
        export::load().await.map_err(|_| missing())?;
        let pack = loop {
            match self.state() {
                Some(now) if now.whole && now.pages_part && self.parts.words.get() => {
                    break now.pack.clone()
                }
                Some(_) if !self.parts.late.get() => wait(50).await,
                _ => return Err(missing()),
            }
        };
        let text = self.text();
        let (today, separator) = (state.today, state.separator);
        let file =
            part::now(export::write(wanted, &pack, &state.assessment, today, separator, &text));
        file.flatten().ok_or_else(missing)
    }

    /// A text to fill in with what the profile has. Fetches the text and waits for what it needs.
    pub(super) async fn fill_in(
        &self,
        state: &State,
        template: &str,
        format: TemplateFormat,
    ) -> Result<File, Error> {
        let missing = || Error { doing: "fetch a text to fill in", cause: Cause::Missing };
        let source = self.file(template).await.map_err(|_| missing())?;
        export::load().await.map_err(|_| missing())?;
        let (pack, text) = (&state.pack, self.text());
        let filled =
            export::fill_in(template, format, &source, pack, &state.assessment, state.today, &text);
        // Each function of a part looks for it by itself, so that the first call has to wait.
        part::loaded(filled).await.map_err(|_| missing())
    }
}

/// Asks for a part until it comes; `None` once the widget is gone.
async fn come<L, E>(host: &Weak<Host>, load: fn() -> L) -> Option<Rc<Host>>
where
    L: Future<Output = Result<(), E>>,
{
    while load().await.is_err() {
        host.upgrade()?.is_late();
        wait(AGAIN).await;
    }
    host.upgrade()
}
