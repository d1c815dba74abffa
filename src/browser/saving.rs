//! Keeps the disk as the screen is: every change is written at once, and told when it is there.

use super::edge::Edge;
use super::error::{Cause, Error};
use super::lock::Lock;
use super::storage::{Change, Kept, Part};
use super::{clock, id};
use crate::answers::Answers;
use crate::state::{Device, Failure, Saving};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Writes one assessment. While a write is under way, further changes gather for the next one.
pub(super) struct Writer {
    pub(super) id: Rc<str>,
    /// How often the assessment was written; `None` where nothing of it is on disk.
    builds_on: Cell<Option<u32>>,
    waiting: RefCell<Option<(Rc<Answers>, Part)>>,
    busy: Cell<bool>,
    /// Deleted, or taken over by another tab: nothing more is written.
    stopped: Cell<bool>,
    /// Another tab wrote it first: nothing is overwritten.
    overtaken: Cell<bool>,
    /// It is no longer on disk: deleted by another tab, or with the data of the site.
    gone: Cell<bool>,
    lock: RefCell<Option<Lock>>,
}

impl Writer {
    pub(super) fn new(id: Rc<str>, builds_on: Option<u32>, lock: Option<Lock>) -> Rc<Writer> {
        Rc::new(Writer {
            id,
            builds_on: Cell::new(builds_on),
            waiting: RefCell::default(),
            busy: Cell::default(),
            stopped: Cell::default(),
            overtaken: Cell::default(),
            gone: Cell::default(),
            lock: RefCell::new(lock),
        })
    }

    pub(super) fn hold(&self, lock: Option<Lock>) {
        self.lock.replace(lock);
    }

    pub(super) fn has_lost(&self) -> bool {
        self.lock.borrow().as_ref().is_some_and(Lock::is_lost)
    }

    pub(super) fn stop(&self) {
        self.stopped.set(true);
        self.lock.take();
    }

    /// Whether this widget shows it as its own.
    pub(super) fn is_ours(&self) -> bool {
        !self.stopped.get()
    }

    /// Whether what this widget shows is the newest there is.
    pub(super) fn is_newest(&self) -> bool {
        self.is_ours() && !self.overtaken.get() && !self.gone.get()
    }

    /// Adds to what waits to be written; the newest answers win.
    fn add(&self, answers: Rc<Answers>, part: Part) {
        let mut waiting = self.waiting.borrow_mut();
        let mut all = waiting.take().map(|(_, part)| part).unwrap_or_default();
        all.add(part);
        *waiting = Some((answers, all));
    }

    /// Takes back what could not be written. Gives whether something newer waits.
    fn give_back(&self, answers: Rc<Answers>, part: Part) -> bool {
        let newer = self.waiting.take();
        let is_newer = newer.is_some();
        let (answers, newer) = newer.unwrap_or((answers, Part::default()));
        self.add(answers.clone(), part);
        self.add(answers, newer);
        is_newer
    }
}

impl Edge {
    /// Writes parts of the open assessment.
    pub(super) fn save(self: &Rc<Edge>, answers: Rc<Answers>, part: Part) {
        let writer = {
            let mut open = self.open.borrow_mut();
            open.answers = answers.clone();
            open.writer.clone()
        };
        let Some(writer) = writer else {
            // It could be neither written nor read again.
            let gone = self.text().get("failure.gone");
            return self.report(Device::Saving(Saving::Failed(Failure::Other(gone))));
        };
        if writer.stopped.get() {
            return;
        }
        writer.add(answers, part);
        self.guard.set(true);
        if !writer.busy.replace(true) {
            spawn_local(self.clone().drain(writer));
        }
    }

    /// Writes everything, at the reader's wish: also what was deleted elsewhere in the meantime.
    pub(super) fn save_all(self: &Rc<Edge>, answers: Rc<Answers>) {
        let writer = self.open.borrow().writer.clone();
        if let Some(writer) = writer.filter(|writer| writer.gone.take()) {
            writer.builds_on.set(None);
        }
        self.save(answers, Part::all());
    }

    /// Writes a new assessment once its lock is held.
    pub(super) fn save_new(self: &Rc<Edge>, writer: Rc<Writer>, answers: Rc<Answers>) {
        writer.add(answers, Part::all());
        writer.busy.set(true);
        self.guard.set(true);
        let edge = self.clone();
        spawn_local(async move {
            let lock = edge.lock(&writer.id, false).await;
            writer.hold(lock.ok().flatten());
            edge.clone().drain(writer).await;
            edge.list();
        });
    }

    async fn drain(self: Rc<Edge>, writer: Rc<Writer>) {
        while let Some((answers, part)) = writer.waiting.take() {
            if writer.stopped.get() {
                break;
            }
            let (builds_on, now) = (writer.builds_on.get(), clock::now());
            // Until something of it is on disk, all of it has to be written.
            let part = if builds_on.is_none() { Part::all() } else { part };
            let change = Change::new(&self.pack(), &writer.id, builds_on, &answers, &part, now);
            match self.database.write(&change).await {
                Ok(rev) => {
                    writer.builds_on.set(Some(rev));
                    self.memory.forget(&writer.id);
                    self.say_changed();
                    if writer.waiting.borrow().is_none() {
                        let time = clock::time(&self.language());
                        self.tell(&writer, Saving::Done(time));
                    }
                }
                Err(error) => {
                    let newest = self.not_saved(&writer, answers, part, &error);
                    if !newest {
                        break;
                    }
                }
            }
        }
        writer.busy.set(false);
        self.guard_unsaved();
    }

    /// Keeps in memory what could not be written. Gives whether to try again at once.
    fn not_saved(
        &self,
        writer: &Rc<Writer>,
        answers: Rc<Answers>,
        part: Part,
        error: &Error,
    ) -> bool {
        if writer.stopped.get() {
            return false;
        }
        let again = writer.give_back(answers, part);
        match error.cause {
            Cause::Overtaken => {
                writer.overtaken.set(true);
                self.memory.forget(&writer.id);
            }
            Cause::Gone => writer.gone.set(true),
            _ => {
                let newest = writer.waiting.borrow().clone();
                if let Some((answers, _)) = newest {
                    let (builds_on, changed) = (writer.builds_on.get(), clock::now());
                    self.memory.keep(&writer.id, Kept { answers, builds_on, changed });
                }
            }
        }
        error.warn();
        self.tell(writer, Saving::Failed(error.failure(&self.text())));
        again
    }

    /// Tells how saving stands, if it is about the open assessment.
    fn tell(&self, writer: &Rc<Writer>, saving: Saving) {
        if self.is_open(writer) {
            self.report(Device::Saving(saving));
        } else if let Saving::Failed(failure) = saving {
            self.report(Device::Failed(failure));
        }
    }

    pub(super) fn is_open(&self, writer: &Rc<Writer>) -> bool {
        self.open.borrow().writer.as_ref().is_some_and(|open| Rc::ptr_eq(open, writer))
    }

    /// Asks before the page goes, while something is not on disk.
    pub(super) fn guard_unsaved(&self) {
        let waits = |writer: &Rc<Writer>| writer.busy.get() || writer.waiting.borrow().is_some();
        let unsaved = self.open.borrow().writer.as_ref().is_some_and(waits);
        let is_here = self.ends.borrow().is_some();
        self.guard.set(is_here && (unsaved || !self.memory.is_empty()));
    }

    /// Another assessment takes the place of the open one. What another tab prevented from being
    /// written is kept beside it, as an assessment of its own.
    pub(super) fn leave(self: &Rc<Edge>) {
        let Some(writer) = self.open.borrow_mut().writer.take() else { return };
        if !writer.overtaken.get() {
            return;
        }
        writer.stop();
        let Some((answers, _)) = writer.waiting.take() else { return };
        let mut answers = (*answers).clone();
        answers.name = self.text().fill("failure.copy_name", &[("name", &answers.name)]);
        self.save_new(Writer::new(id::new().into(), None, None), Rc::new(answers));
    }
}
