//! Autosave. Every change is written at once; what is being typed, after a pause or when the page
//! goes. The widget hears when it is on disk.

use super::error::{Cause, Error};
use super::host::Host;
use super::lock::Lock;
use super::storage::{wait, Change, Part, Unsaved};
use super::{clock, id};
use crate::app::{Event, Failure, Saving, State};
use crate::model::assessment::Assessment;
use crate::model::pack::Pack;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// How long after the last letter what is typed is written, in milliseconds: a write with each
/// letter would make typing slow.
const PAUSE: i32 = 80;

/// How long a write may take before the reader is told that it is under way, in milliseconds.
const MOMENT: i32 = 300;

/// Writes one assessment. While a write is under way, further changes gather for the next one.
pub(super) struct Writer {
    pub(super) id: Rc<str>,
    /// How often the assessment was written; `None` where nothing of it is on disk.
    builds_on: Cell<Option<u32>>,
    waiting: RefCell<Option<Waiting>>,
    /// Counts the letters that were typed: a write comes after the last one.
    letters: Cell<u32>,
    /// Counts the writes.
    writes: Cell<u32>,
    busy: Cell<bool>,
    /// Deleted, or taken over by another tab: nothing more is written.
    stopped: Cell<bool>,
    /// Another tab wrote it first: nothing is overwritten.
    overtaken: Cell<bool>,
    /// It is no longer on disk: deleted by another tab, or with the data of the site.
    gone: Cell<bool>,
    lock: RefCell<Option<Lock>>,
}

/// What is to be written: parts of these answers.
#[derive(Clone)]
struct Waiting {
    pack: Rc<Pack>,
    answers: Rc<Assessment>,
    part: Part,
}

impl Writer {
    pub(super) fn new(id: Rc<str>, builds_on: Option<u32>, lock: Option<Lock>) -> Rc<Writer> {
        Rc::new(Writer {
            id,
            builds_on: Cell::new(builds_on),
            waiting: RefCell::default(),
            letters: Cell::default(),
            writes: Cell::default(),
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
    fn add(&self, new: Waiting) {
        let mut waiting = self.waiting.borrow_mut();
        let mut part = waiting.take().map(|old| old.part).unwrap_or_default();
        part.add(new.part);
        *waiting = Some(Waiting { part, ..new });
    }

    /// Takes back what could not be written. Gives whether something newer waits.
    fn give_back(&self, old: Waiting) -> bool {
        let Some(mut newer) = self.waiting.take() else {
            self.add(old);
            return false;
        };
        newer.part.add(old.part);
        self.add(newer);
        true
    }
}

impl Host {
    /// Writes parts of the open assessment; `typing` waits for a pause.
    pub(super) fn save(
        self: &Rc<Host>,
        state: &State,
        answers: Rc<Assessment>,
        part: Part,
        typing: bool,
    ) {
        let Some(writer) = self.writer.borrow().clone() else {
            // It could be neither written nor read again.
            let gone = self.text().get("failure.gone");
            return self.notify(Event::Saving(Saving::Failed(Failure::Other(gone))));
        };
        if writer.stopped.get() {
            return;
        }
        writer.add(Waiting { pack: state.pack.clone(), answers, part });
        self.guard.set(true);
        if !typing {
            return self.write(writer);
        }
        let letter = writer.letters.get().wrapping_add(1);
        writer.letters.set(letter);
        let host = self.clone();
        spawn_local(async move {
            wait(PAUSE).await;
            if writer.letters.get() == letter {
                host.write(writer);
            }
        });
    }

    /// Writes what waits for a pause: the page goes, or another assessment is opened.
    pub(super) fn flush(self: &Rc<Host>) {
        let writer = self.writer.borrow().clone();
        if let Some(writer) = writer.filter(|writer| writer.waiting.borrow().is_some()) {
            self.write(writer);
        }
    }

    /// Writes everything, at the reader's wish: also what was deleted elsewhere in the meantime.
    pub(super) fn save_all(self: &Rc<Host>, state: &State, answers: Rc<Assessment>) {
        let writer = self.writer.borrow().clone();
        if let Some(writer) = writer.filter(|writer| writer.gone.take()) {
            writer.builds_on.set(None);
        }
        self.save(state, answers, Part::all(), false);
    }

    /// Writes a new assessment once its lock is held.
    pub(super) fn save_new(
        self: &Rc<Host>,
        writer: Rc<Writer>,
        pack: Rc<Pack>,
        answers: Rc<Assessment>,
    ) {
        writer.add(Waiting { pack, answers, part: Part::all() });
        writer.busy.set(true);
        self.guard.set(true);
        let host = self.clone();
        spawn_local(async move {
            let lock = host.lock(&writer.id, false).await;
            writer.hold(lock.ok().flatten());
            host.clone().drain(writer).await;
            host.list();
        });
    }

    fn write(self: &Rc<Host>, writer: Rc<Writer>) {
        if !writer.busy.replace(true) {
            spawn_local(self.clone().drain(writer));
        }
    }

    async fn drain(self: Rc<Host>, writer: Rc<Writer>) {
        while let Some(waiting) = writer.waiting.take() {
            if writer.stopped.get() {
                break;
            }
            self.tell_when_slow(&writer);
            let Waiting { pack, answers, part } = &waiting;
            let (builds_on, now) = (writer.builds_on.get(), clock::now());
            // Until something of it is on disk, all of it has to be written.
            let all = Part::all();
            let part = if builds_on.is_none() { &all } else { part };
            let change = Change::new(pack, &writer.id, builds_on, answers, part, now);
            match self.database.write(&change).await {
                Ok(rev) => {
                    writer.builds_on.set(Some(rev));
                    self.unsaved.forget(&writer.id);
                    self.announce_change();
                    if writer.waiting.borrow().is_none() {
                        let time = clock::time(&self.text().get("lang"), clock::now());
                        self.report_saving(&writer, Saving::Done(time));
                    }
                }
                Err(error) => {
                    let newer_waits = self.not_saved(&writer, waiting, &error);
                    if !newer_waits {
                        break;
                    }
                }
            }
        }
        writer.busy.set(false);
        self.guard_unsaved();
    }

    /// Says that a write is under way once it takes longer than a moment.
    fn tell_when_slow(self: &Rc<Host>, writer: &Rc<Writer>) {
        let number = writer.writes.get().wrapping_add(1);
        writer.writes.set(number);
        let (host, writer) = (self.clone(), writer.clone());
        spawn_local(async move {
            wait(MOMENT).await;
            if writer.busy.get() && writer.writes.get() == number {
                host.report_saving(&writer, Saving::Busy);
            }
        });
    }

    /// Keeps in memory what could not be written. Gives whether to try again at once.
    fn not_saved(&self, writer: &Rc<Writer>, waiting: Waiting, error: &Error) -> bool {
        if writer.stopped.get() {
            return false;
        }
        let newer_waits = writer.give_back(waiting);
        match error.cause {
            Cause::Overtaken => {
                writer.overtaken.set(true);
                self.unsaved.forget(&writer.id);
            }
            Cause::Gone => writer.gone.set(true),
            _ => {
                let newest = writer.waiting.borrow().clone();
                if let Some(Waiting { answers, .. }) = newest {
                    let (builds_on, changed) = (writer.builds_on.get(), clock::now());
                    self.unsaved.keep(&writer.id, Unsaved { answers, builds_on, changed });
                }
            }
        }
        error.warn();
        self.report_saving(writer, Saving::Failed(error.failure(&self.text())));
        newer_waits
    }

    /// Reports the state of saving, if it is about the open assessment.
    fn report_saving(&self, writer: &Rc<Writer>, saving: Saving) {
        if self.is_open(writer) {
            self.notify(Event::Saving(saving));
        } else if let Saving::Failed(failure) = saving {
            self.notify(Event::Failed(failure));
        }
    }

    pub(super) fn is_open(&self, writer: &Rc<Writer>) -> bool {
        self.writer.borrow().as_ref().is_some_and(|open| Rc::ptr_eq(open, writer))
    }

    /// Asks before the page goes, while something is not on disk.
    pub(super) fn guard_unsaved(&self) {
        let waits = |writer: &Rc<Writer>| writer.busy.get() || writer.waiting.borrow().is_some();
        let waiting = self.writer.borrow().as_ref().is_some_and(waits);
        let is_here = self.ends.borrow().is_some();
        self.guard.set(is_here && (waiting || !self.unsaved.is_empty()));
    }

    /// Another assessment takes the place of the open one. What another tab prevented from being
    /// written is kept beside it, as an assessment of its own.
    pub(super) fn leave(self: &Rc<Host>) {
        let Some(writer) = self.writer.take() else { return };
        if !writer.overtaken.get() {
            if writer.waiting.borrow().is_some() {
                self.write(writer);
            }
            return;
        }
        writer.stop();
        let Some(Waiting { pack, answers, .. }) = writer.waiting.take() else { return };
        let mut answers = (*answers).clone();
        answers.name = self.text().fill("failure.copy_name", &[("name", &answers.name)]);
        self.save_new(Writer::new(id::new().into(), None, None), pack, Rc::new(answers));
    }
}
