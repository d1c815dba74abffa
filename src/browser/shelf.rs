//! The assessments on this device: list, open, copy, rename, delete.

use super::edge::{Edge, Open};
use super::error::{Cause, Error};
use super::lock::{self, Asked, Lock};
use super::saving::Writer;
use super::storage::{Change, Kept, Part};
use super::{clock, history, id};
use crate::answers::Answers;
use crate::save;
use crate::state::{Action, Command, Device, Failure, Saving, Shelved, View};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

impl Edge {
    /// Reads the list anew and tells it.
    pub(super) fn list(self: &Rc<Edge>) {
        let edge = self.clone();
        spawn_local(async move {
            // Where nothing can be read there is nothing to list; saving will say why.
            let mut rows = edge.database.rows().await.unwrap_or_else(|error| {
                match error.cause {
                    Cause::Newer => edge.fail(&error),
                    _ => error.warn(),
                }
                Vec::new()
            });
            rows.retain(|row| row.pack == edge.pack().id);
            let mut all: Vec<_> =
                rows.into_iter().map(|row| (row.changed, row.id, row.summary)).collect();
            for (id, kept) in edge.memory.all() {
                all.retain(|(_, other, _)| *other != id);
                all.push((kept.changed, id, save::summary(&edge.pack(), &kept.answers)));
            }
            all.sort_by(|a, b| b.0.total_cmp(&a.0));
            let language = edge.language();
            let shelved = all.into_iter().map(|(changed, id, summary)| Shelved {
                id,
                summary,
                changed: clock::day_and_time(&language, changed),
            });
            edge.report(Device::Shelf(shelved.collect()));
        });
    }

    pub(super) fn create(self: &Rc<Edge>, answers: Rc<Answers>) {
        self.leave();
        self.opening.set(self.opening.get() + 1);
        let writer = Writer::new(id::new().into(), None, None);
        self.open.replace(Open {
            id: Some(writer.id.clone()),
            answers: answers.clone(),
            writer: Some(writer.clone()),
        });
        self.report(Device::Created(writer.id.clone()));
        self.report(Device::Saving(Saving::Busy));
        self.save_new(writer, answers);
    }

    /// Reads an assessment and shows it; `steal` takes it from another tab.
    pub(super) fn open(self: &Rc<Edge>, id: Rc<str>, steal: bool) {
        let writer = self.open.borrow().writer.clone();
        let same = writer.filter(|writer| writer.id == id && writer.is_newest());
        if let Some(writer) = same.filter(|_| !steal) {
            // It is open here already, and nothing is newer than what stands here.
            let answers = self.open.borrow().answers.clone();
            self.opened(id, Ok(((*answers).clone(), Vec::new())), Some(writer), true);
            return self.guard_unsaved();
        }
        let edge = self.clone();
        let number = self.opening.get() + 1;
        self.opening.set(number);
        spawn_local(async move {
            if let Err(error) = edge.read_and_show(id, steal, !steal, number).await {
                if edge.opening.get() == number {
                    edge.fail(&error);
                    edge.list();
                }
            }
        });
    }

    /// Opens the assessment that was changed last, at a view of it.
    pub(super) fn resume(self: &Rc<Edge>, view: View) {
        let edge = self.clone();
        let number = self.opening.get() + 1;
        self.opening.set(number);
        spawn_local(async move {
            let rows = edge.database.rows().await.unwrap_or_default().into_iter();
            let ours = rows.filter(|row| row.pack == edge.pack().id);
            let read = match ours.max_by(|a, b| a.changed.total_cmp(&b.changed)) {
                Some(row) => edge.read_and_show(row.id, false, false, number).await.is_ok(),
                None => false,
            };
            if edge.opening.get() != number {
                return;
            }
            if read {
                edge.send(Action::Show(view.clone()));
                edge.send(Action::Do(Command::Arrive(view)));
            } else {
                history::reset();
                edge.send(Action::Show(View::Start));
            }
        });
    }

    async fn read_and_show(
        self: &Rc<Edge>,
        id: Rc<str>,
        steal: bool,
        resume: bool,
        number: u32,
    ) -> Result<(), Error> {
        let pack = self.all().await;
        let is_last = || self.opening.get() == number;
        if let Some(kept) = self.memory.get(&id) {
            let writer = Writer::new(id.clone(), kept.builds_on, None);
            writer.hold(self.lock(&id, steal).await.ok().flatten());
            if is_last() {
                let answers = (*kept.answers).clone();
                self.opened(id, Ok((answers, Vec::new())), Some(writer), resume);
            }
            return Ok(());
        }
        let lock = self.lock(&id, steal).await;
        let (row, answers) = self.database.read(&id, steal).await?;
        if is_last() {
            let restored = save::restore(&save::assemble(&row.head, answers), &pack);
            let writer = lock.ok().map(|lock| Writer::new(id.clone(), Some(row.rev), lock));
            self.opened(id, restored, writer, resume);
        }
        Ok(())
    }

    /// Shows an assessment that was read.
    fn opened(
        &self,
        id: Rc<str>,
        restored: Result<(Answers, Vec<crate::pack::Problem>), crate::pack::Problem>,
        writer: Option<Rc<Writer>>,
        resume: bool,
    ) {
        let ours = writer.is_some();
        if let Ok((answers, _)) = &restored {
            let answers = Rc::new(answers.clone());
            self.next.replace(Some(Open { id: Some(id.clone()), answers, writer }));
        }
        self.report(Device::Opened { id: id.clone(), restored, ours, resume });
        self.send(Action::Do(Command::Opened(id)));
    }

    /// From here on, what is written belongs to the assessment that was read.
    pub(super) fn switch(self: &Rc<Edge>, id: &str) {
        let next = self.next.take().filter(|next| next.id.as_deref() == Some(id));
        let Some(open) = next else { return };
        let stays = open.writer.as_ref().is_some_and(|writer| self.is_open(writer));
        if !stays {
            self.leave();
        }
        self.open.replace(open);
        if self.memory.get(id).is_some() {
            // It tries again, and says why it is not on disk if that fails again.
            let answers = self.open.borrow().answers.clone();
            self.save(answers, Part::all());
        }
        self.lost();
        self.guard_unsaved();
    }

    pub(super) fn take_over(self: &Rc<Edge>, id: Rc<str>) {
        self.leave();
        self.open(id, true);
    }

    /// The lock of an assessment. `Ok(None)`: there are no locks here. `Err`: another tab has it.
    pub(super) async fn lock(
        self: &Rc<Edge>,
        id: &Rc<str>,
        steal: bool,
    ) -> Result<Option<Lock>, ()> {
        let edge = Rc::downgrade(self);
        let lost = move || edge.upgrade().iter().for_each(|edge| edge.lost());
        match lock::ask(id, steal, lost).await {
            Asked::Ours(lock) => Ok(Some(lock)),
            Asked::None => Ok(None),
            Asked::Elsewhere => Err(()),
        }
    }

    /// Looks whether another tab took the open assessment over.
    fn lost(&self) {
        let writer = self.open.borrow().writer.clone();
        if let Some(writer) = writer.filter(|writer| writer.has_lost()) {
            writer.stop();
            self.report(Device::TakenOver);
        }
    }

    /// Does something to the list, then tells the new one here and in other tabs.
    fn change_list(self: &Rc<Edge>, change: Pin<Box<dyn Future<Output = Result<(), Error>>>>) {
        let edge = self.clone();
        spawn_local(async move {
            if let Err(error) = change.await {
                edge.fail(&error);
            }
            edge.guard_unsaved();
            edge.say_changed();
            edge.list();
        });
    }

    pub(super) fn duplicate(self: &Rc<Edge>, id: Rc<str>, name: Rc<str>) {
        let edge = self.clone();
        self.change_list(Box::pin(async move {
            let (copy, now) = (Rc::<str>::from(id::new()), clock::now());
            let pack = edge.all().await;
            let shown = edge.is_ours(&id).then(|| edge.open.borrow().answers.clone());
            let in_memory = edge.memory.get(&id).map(|kept| kept.answers);
            let (change, answers) = match in_memory.or(shown) {
                Some(answers) => {
                    let mut answers = (*answers).clone();
                    answers.name = name;
                    let all = Part::all();
                    let change = Change::new(&pack, &copy, None, &answers, &all, now);
                    (change, Some(Rc::new(answers)))
                }
                None => {
                    let stored = edge.database.read(&id, false).await?;
                    (Change::copy(&stored, copy.clone(), &name, now), None)
                }
            };
            let written = edge.database.write(&change).await.map(|_| ());
            if let (Err(_), Some(answers)) = (&written, answers) {
                edge.memory.keep(&copy, Kept { answers, builds_on: None, changed: now });
            }
            written
        }));
    }

    /// Whether it is open here, and written here.
    fn is_ours(&self, id: &str) -> bool {
        let open = self.open.borrow();
        open.writer.as_ref().is_some_and(|writer| *writer.id == *id && writer.is_ours())
    }

    pub(super) fn rename(self: &Rc<Edge>, id: Rc<str>, name: Rc<str>) {
        if self.is_ours(&id) {
            self.send(Action::Name(name));
            return;
        }
        let edge = self.clone();
        self.change_list(Box::pin(async move {
            if let Some(mut kept) = edge.memory.get(&id) {
                Rc::make_mut(&mut kept.answers).name = name;
                edge.memory.keep(&id, kept);
                return Ok(());
            }
            let Ok(_lock) = edge.lock(&id, false).await else {
                edge.report(Device::Failed(Failure::Other(edge.text().get("failure.in_use"))));
                return Ok(());
            };
            edge.database.rename(&id, &name).await
        }));
    }

    pub(super) fn delete(self: &Rc<Edge>, id: Rc<str>) {
        self.forget_open(|open| open == &*id);
        let kept = self.memory.forget(&id);
        let edge = self.clone();
        self.change_list(Box::pin(async move {
            match edge.database.delete(&id).await {
                // It was in memory alone.
                Err(Error { cause: Cause::Blocked(_), .. }) if kept.is_some() => Ok(()),
                ended => ended,
            }
        }));
    }

    pub(super) fn delete_all(self: &Rc<Edge>) {
        self.forget_open(|_| true);
        let had = !self.memory.is_empty();
        self.memory.clear();
        let edge = self.clone();
        self.change_list(Box::pin(async move {
            match edge.database.clear().await {
                Err(Error { cause: Cause::Blocked(_), .. }) if had => Ok(()),
                ended => ended,
            }
        }));
    }

    fn forget_open(&self, is_meant: impl Fn(&str) -> bool) {
        self.opening.set(self.opening.get() + 1);
        if !self.open.borrow().id.as_deref().is_some_and(is_meant) {
            return;
        }
        let open = self.open.replace(Open::nothing(&self.pack()));
        if let Some(writer) = open.writer {
            writer.stop();
        }
    }
}
