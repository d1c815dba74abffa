//! Fetches what the first question does not need: the parts of the program that draw the report and
//! write files.

use super::edge::Edge;
use super::error::{Cause, Error};
use super::storage::wait;
use crate::answers::Answers;
use crate::formats::{self, File};
use crate::state::Device;
use crate::{part, ui};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How long to wait until a part that did not come is asked for again, in milliseconds.
const AGAIN: i32 = 3000;

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

impl Edge {
    /// Fetches every part, now that the widget is drawn: later, the reader may have no connection.
    /// It is tried until it comes, or the widget goes.
    pub(super) fn fetch_parts(self: &Rc<Edge>) {
        let edge = Rc::downgrade(self);
        spawn_local(async move {
            while ui::load_report().await.is_err() {
                edge.upgrade().iter().for_each(|edge| edge.is_late());
                wait(AGAIN).await;
                if edge.strong_count() == 0 {
                    return;
                }
            }
            edge.upgrade().iter().for_each(|edge| edge.has_come(&edge.parts.pages));
            while formats::load().await.is_err() && edge.strong_count() > 0 {
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
        self.report(Device::Late);
    }

    fn has_come(&self, what: &Cell<bool>) {
        what.set(true);
        self.parts.late.set(false);
        if self.parts.words.get() && self.parts.pages.get() {
            self.report(Device::Pages);
        }
    }

    /// Writes a file, by its word. Waits for what it needs, but not for what failed to come.
    pub(super) async fn export(&self, id: &str, answers: &Answers) -> Result<File, Error> {
        let missing = || Error { doing: "write the file", cause: Cause::Missing };
        formats::load().await.map_err(|_| missing())?;
        while !(self.whole.get() && self.parts.words.get()) {
            if self.parts.late.get() {
                return Err(missing());
            }
            wait(50).await;
        }
        let (pack, text) = (self.pack(), self.text());
        let file = part::now(formats::write(id, &pack, answers, self.today, &text));
        file.flatten().ok_or_else(missing)
    }
}
