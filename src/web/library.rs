//! The assessments on this device: list, open, copy, rename, delete.

use super::error::{Cause, Error};
use super::host::{Host, Next};
use super::lock::{self, Asked, Lock};
use super::parts::Restored;
use super::saving::Writer;
use super::storage::{Change, Part, Unsaved};
use super::{clock, history, id, preferences};
use crate::app::{Event, Failure, LibraryEntry, Route, State};
use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::save;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Host {
    /// Reads the list anew and reports it.
    pub(super) fn list(self: &Rc<Host>) {
        let host = self.clone();
        spawn_local(async move {
            // Where nothing can be read there is nothing to list; saving will say why.
            let mut rows = host.database.rows().await.unwrap_or_else(|error| {
                match error.cause {
                    Cause::Newer => host.fail(&error),
                    _ => error.warn(),
                }
                Vec::new()
            });
            let Some(state) = host.state() else { return };
            rows.retain(|row| row.pack == state.pack.id);
            let mut all: Vec<_> =
                rows.into_iter().map(|row| (row.changed, row.id, row.summary)).collect();
            for (id, unsaved) in host.unsaved.all() {
                all.retain(|(_, other, _)| *other != id);
                all.push((unsaved.changed, id, save::summary(&state.pack, &unsaved.answers)));
            }
            all.sort_by(|a, b| b.0.total_cmp(&a.0));
            preferences::note_library(!all.is_empty());
            let text = host.text();
            let entries = all.into_iter().map(|(changed, id, summary)| LibraryEntry {
                id,
                summary,
                changed: clock::day_and_time(&text, changed),
            });
            host.notify(Event::Library(entries.collect()));
        });
    }

    pub(super) fn create(self: &Rc<Host>, state: &State, answers: Rc<Assessment>) {
        self.leave();
        self.opening.set(self.opening.get() + 1);
        let writer = Writer::new(id::new().into(), None, None);
        self.writer.replace(Some(writer.clone()));
        self.notify(Event::Created(writer.id.clone()));
        self.save_new(writer, state.pack.clone(), answers);
    }

    /// Reads an assessment and shows it; `steal` takes it from another tab.
    pub(super) fn open(self: &Rc<Host>, state: &State, id: Rc<str>, steal: bool) {
        let writer = self.writer.borrow().clone();
        let same = writer.filter(|writer| writer.id == id && writer.is_newest());
        if let Some(writer) = same.filter(|_| !steal) {
            // It is open here already, and nothing is newer than what stands here.
            self.opened(
                id,
                Ok(((*state.assessment).clone(), Vec::new())),
                Some(writer),
                true,
                None,
            );
            return self.guard_unsaved();
        }
        let host = self.clone();
        let number = self.opening.get() + 1;
        self.opening.set(number);
        spawn_local(async move {
            if let Err(error) = host.read_and_show(id, steal, !steal, number).await {
                if host.opening.get() == number {
                    host.fail(&error);
                    host.list();
                }
            }
        });
    }

    /// Opens the assessment that was changed last, at a place of it.
    pub(super) fn resume(self: &Rc<Host>, route: Route) {
        let host = self.clone();
        let number = self.opening.get() + 1;
        self.opening.set(number);
        spawn_local(async move {
            let rows = host.database.rows().await.unwrap_or_default().into_iter();
            let Some(state) = host.state() else { return };
            let ours = rows.filter(|row| row.pack == state.pack.id);
            let read = match ours.max_by(|a, b| a.changed.total_cmp(&b.changed)) {
                Some(row) => host.read_and_show(row.id, host.again, false, number).await.is_ok(),
                None => false,
            };
            if host.opening.get() != number {
                return;
            }
            if !read && host.owns_page {
                history::reset();
            }
            host.notify(Event::Resumed(read.then_some(route)));
        });
    }

    async fn read_and_show(
        self: &Rc<Host>,
        id: Rc<str>,
        steal: bool,
        resume: bool,
        number: u32,
    ) -> Result<(), Error> {
        let Some(pack) = self.whole_pack().await else { return Ok(()) };
        let is_last = || self.opening.get() == number;
        if let Some(unsaved) = self.unsaved.get(&id) {
            let writer = Writer::new(id.clone(), unsaved.builds_on, None);
            writer.hold(self.lock(&id, steal).await.ok().flatten());
            if is_last() {
                let answers = (*unsaved.answers).clone();
                let changed = clock::day_of(unsaved.changed);
                self.opened(id, Ok((answers, Vec::new())), Some(writer), resume, changed);
            }
            return Ok(());
        }
        let lock = self.lock(&id, steal).await;
        let (row, answers) = self.database.read(&id, steal).await?;
        let mut restored = self.restore(&save::assemble(&row.head, answers), &pack).await?;
        if let Ok((_, problems)) = &mut restored {
            // What is kept was told when the file was opened.
            problems.retain(|problem| !problem.kind.is_remark());
        }
        if is_last() {
            let writer = lock.ok().map(|lock| Writer::new(id.clone(), Some(row.rev), lock));
            self.opened(id, restored, writer, resume, clock::day_of(row.changed));
        }
        Ok(())
    }

    /// Shows an assessment that was read.
    fn opened(
        &self,
        id: Rc<str>,
        restored: Restored,
        writer: Option<Rc<Writer>>,
        resume: bool,
        changed: Option<Date>,
    ) {
        let ours = writer.is_some();
        if restored.is_ok() {
            self.next.replace(Some(Next { id: id.clone(), writer }));
        }
        self.notify(Event::Opened { id, restored, ours, resume, changed });
    }

    /// From here on, what is written belongs to the assessment that was read.
    pub(super) fn switch(self: &Rc<Host>, state: &State, id: &str) {
        let next = self.next.take().filter(|next| *next.id == *id);
        let Some(Next { writer, .. }) = next else { return };
        let stays = writer.as_ref().is_some_and(|writer| self.is_open(writer));
        if !stays {
            self.leave();
        }
        self.writer.replace(writer);
        if self.unsaved.get(id).is_some() {
            // It tries again, and says why it is not on disk if that fails again.
            self.save(state, state.assessment.clone(), Part::all(), false);
        }
        self.lost();
        self.guard_unsaved();
    }

    pub(super) fn take_over(self: &Rc<Host>, state: &State, id: Rc<str>) {
        self.leave();
        self.open(state, id, true);
    }

    /// The lock of an assessment. `Ok(None)`: there are no locks here. `Err`: another tab has it.
    pub(super) async fn lock(
        self: &Rc<Host>,
        id: &Rc<str>,
        steal: bool,
    ) -> Result<Option<Lock>, ()> {
        let host = Rc::downgrade(self);
        let lost = move || host.upgrade().iter().for_each(|host| host.lost());
        match lock::ask(id, steal, lost).await {
            Asked::Ours(lock) => Ok(Some(lock)),
            Asked::None => Ok(None),
            Asked::Elsewhere => Err(()),
        }
    }

    /// Looks whether another tab took the open assessment over.
    fn lost(&self) {
        let writer = self.writer.borrow().clone();
        if let Some(writer) = writer.filter(|writer| writer.has_lost()) {
            writer.stop();
            self.notify(Event::TakenOver);
        }
    }

    /// Does something to the list, then reports the new one here and to other tabs.
    fn change_list(self: &Rc<Host>, change: Pin<Box<dyn Future<Output = Result<(), Error>>>>) {
        let host = self.clone();
        spawn_local(async move {
            if let Err(error) = change.await {
                host.fail(&error);
            }
            host.guard_unsaved();
            host.announce_change();
            host.list();
        });
    }

    pub(super) fn duplicate(self: &Rc<Host>, state: &State, id: Rc<str>, name: Rc<str>) {
        let shown = self.is_ours(&id).then(|| state.assessment.clone());
        let host = self.clone();
        self.change_list(Box::pin(async move {
            let Some(pack) = host.whole_pack().await else { return Ok(()) };
            let (copy, now) = (Rc::<str>::from(id::new()), clock::now());
            let in_memory = host.unsaved.get(&id).map(|unsaved| unsaved.answers);
            let (change, answers) = match in_memory.or(shown) {
                Some(answers) => {
                    let mut answers = (*answers).clone();
                    answers.name = name;
                    let all = Part::all();
                    let change = Change::new(&pack, &copy, None, &answers, &all, now);
                    (change, Some(Rc::new(answers)))
                }
                None => {
                    let stored = host.database.read(&id, false).await?;
                    (Change::copy(&stored, copy.clone(), &name, now), None)
                }
            };
            let written = host.database.write(&change).await.map(|_| ());
            if let (Err(_), Some(answers)) = (&written, answers) {
                host.unsaved.keep(&copy, Unsaved { answers, builds_on: None, changed: now });
            }
            written
        }));
    }

    /// Whether it is open here, and written here.
    fn is_ours(&self, id: &str) -> bool {
        let writer = self.writer.borrow();
        writer.as_ref().is_some_and(|writer| *writer.id == *id && writer.is_ours())
    }

    pub(super) fn rename(self: &Rc<Host>, id: Rc<str>, name: Rc<str>) {
        let host = self.clone();
        self.change_list(Box::pin(async move {
            if let Some(mut unsaved) = host.unsaved.get(&id) {
                Rc::make_mut(&mut unsaved.answers).name = name;
                host.unsaved.keep(&id, unsaved);
                return Ok(());
            }
            let Ok(_lock) = host.lock(&id, false).await else {
                host.notify(Event::Failed(Failure::Other(host.text().get("failure.in_use"))));
                return Ok(());
            };
            host.database.rename(&id, &name).await
        }));
    }

    pub(super) fn delete(self: &Rc<Host>, id: Rc<str>) {
        self.stop_writing(|open| open == &*id);
        let unsaved = self.unsaved.forget(&id);
        let host = self.clone();
        self.change_list(Box::pin(async move {
            match host.database.delete(&id).await {
                // It was in memory alone.
                Err(Error { cause: Cause::Blocked(_), .. }) if unsaved.is_some() => Ok(()),
                ended => ended,
            }
        }));
    }

    pub(super) fn delete_all(self: &Rc<Host>) {
        self.stop_writing(|_| true);
        let had = !self.unsaved.is_empty();
        self.unsaved.clear();
        preferences::forget();
        let host = self.clone();
        self.change_list(Box::pin(async move {
            match host.database.clear().await {
                Err(Error { cause: Cause::Blocked(_), .. }) if had => Ok(()),
                ended => ended,
            }
        }));
    }

    fn stop_writing(&self, is_meant: impl Fn(&str) -> bool) {
        self.opening.set(self.opening.get() + 1);
        let mut writer = self.writer.borrow_mut();
        if let Some(open) = writer.take_if(|writer| is_meant(&writer.id)) {
            open.stop();
        }
    }
}
