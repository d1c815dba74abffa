//! What happens for each command.

use super::edge::Edge;
use super::error::{Doing, Error};
use super::file::{self, Picker};
use super::{download, focus, history};
use crate::answers::Answers;
use crate::formats;
use crate::pack::read::MOST_BYTES;
use crate::pack::{Problem, ProblemKind};
use crate::save;
use crate::state::{Action, Command, Device, Download, View};
use js_sys::{Array, Function, Promise};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{spawn_local, JsFuture};
use web_sys::File;

impl Edge {
    pub(super) fn carry_out(self: &Rc<Edge>, command: Command) {
        match command {
            Command::Create(answers) => self.create(answers),
            Command::Save(answers, write) => self.save(answers, write.into()),
            Command::SaveAll(answers) => self.save_all(answers),
            Command::Open(id) => self.open(id, false),
            Command::Opened(id) => self.switch(&id),
            Command::TakeOver(id) => self.take_over(id),
            Command::Duplicate(id, name) => self.duplicate(id, name),
            Command::Rename(id, name) => self.rename(id, name),
            Command::Delete(id) => self.delete(id),
            Command::DeleteAll => self.delete_all(),
            Command::Download(download) => self.download(download),
            Command::PickFile => self.pick_file(Action::FileRead),
            Command::PickOther => self.pick_file(Action::OtherRead),
            Command::Sample(name) => self.sample(name),
            Command::Print => self.print(),
            Command::Attend => focus::on(&self.root, "[data-ask]"),
            Command::Focus(id) => focus::on(&self.root, &format!("#{id}")),
            Command::Arrive(view) => self.arrive(&view),
        }
    }

    fn download(self: &Rc<Edge>, wanted: Download) {
        let answers = self.open.borrow().answers.clone();
        match wanted {
            Download::Export(id) => {
                let edge = self.clone();
                spawn_local(async move {
                    if let Err(error) = edge.hand_out_export(&id, &answers).await {
                        edge.fail(&error);
                    }
                });
            }
            Download::SaveFile => self.hand_out_save(&answers),
            Download::SaveFileOf(id) => {
                let edge = self.clone();
                spawn_local(async move {
                    if let Err(error) = edge.save_file_of(&id).await {
                        edge.fail(&error);
                    }
                });
            }
        }
    }

    async fn hand_out_export(&self, id: &str, answers: &Rc<Answers>) -> Result<(), Error> {
        let file = self.export(id, answers).await?;
        self.hand_out(&file.name, file.media_type, &file.content);
        Ok(())
    }

    async fn save_file_of(&self, id: &str) -> Result<(), Error> {
        if let Some(kept) = self.memory.get(id) {
            self.hand_out_save(&kept.answers);
            return Ok(());
        }
        let pack = self.all().await;
        let (row, answers) = self.database.read(id, false).await?;
        let text = save::assemble(&row.head, answers);
        // What is stored goes out as it is: a file that cannot be read here may be read elsewhere.
        let restored = save::restore(&text, &pack).map(|(answers, _)| answers);
        let name = self.save_name(&restored.unwrap_or_default());
        self.hand_out(&name, "application/json", &text);
        Ok(())
    }

    fn hand_out_save(&self, answers: &Answers) {
        let text = save::save(&self.pack(), answers);
        self.hand_out(&self.save_name(answers), "application/json", &text);
    }

    /// Like the name of the scorecard.
    fn save_name(&self, answers: &Answers) -> String {
        let names = [&*answers.organisation.name, &*answers.name, "scorecard"];
        formats::file_name("plumbline", &names, self.today, "plumbline.json")
    }

    fn hand_out(&self, name: &str, media_type: &str, content: &str) {
        if let Err(error) = download::hand_out(&self.root, name, media_type, content) {
            self.fail(&error);
        }
    }

    /// Opens a sample at its result. The element has the file.
    fn sample(self: &Rc<Edge>, name: &'static str) {
        let edge = self.clone();
        spawn_local(async move {
            edge.all().await;
            let args = Array::of1(&name.into());
            match call(&edge.samples, &args).await.doing("read a sample") {
                Ok(file) => {
                    let file = file.as_string().unwrap_or_default();
                    edge.send(Action::FileRead(save::sample(&file, edge.today).into()));
                    edge.send(Action::Go(View::result()));
                }
                Err(error) => edge.fail(&error),
            }
        });
    }

    /// Lets the reader choose a file and does this with its text.
    fn pick_file(self: &Rc<Edge>, read: fn(Rc<str>) -> Action) {
        self.picking.set(read);
        let edge = Rc::downgrade(self);
        let mut picker = self.picker.borrow_mut();
        if picker.is_none() {
            let made = Picker::new(&self.root, move |file| {
                if let Some(edge) = edge.upgrade() {
                    spawn_local(edge.read_file(file));
                }
            });
            match made {
                Ok(made) => *picker = Some(made),
                Err(error) => self.fail(&error),
            }
        }
        if let Some(picker) = &*picker {
            picker.open();
        }
    }

    async fn read_file(self: Rc<Edge>, file: File) {
        let found = file.size() as usize;
        if found > MOST_BYTES {
            let kind = ProblemKind::TooLarge { found, most: MOST_BYTES };
            let why = self.text().problem(&Problem { at: String::new(), kind });
            return self.report(Device::FileFailed(why));
        }
        self.all().await;
        match file::read(&file).await {
            Ok(text) => self.send(self.picking.get()(text.into())),
            Err(error) => {
                error.warn();
                self.report(Device::FileFailed(error.words(&self.text())));
            }
        }
    }

    /// Prints the page; the widget's stylesheet for print shows the scorecard alone. A frame or a
    /// window with the HTML scorecard would need more of the host's security policy, and a window
    /// of ours inherits that policy, which forbids the scorecard its styles.
    fn print(&self) {
        let _ = web_sys::window().map(|window| window.print());
    }

    fn arrive(self: &Rc<Edge>, view: &View) {
        let pack = self.pack();
        let item = match view {
            View::Question { item, .. } => pack.item(*item).map(|item| &*item.id),
            _ => None,
        };
        focus::arrive(&self.root, item);
        if self.owns_page {
            let heading = focus::heading(&self.root).unwrap_or_default();
            history::note(&view.address(&pack), heading.trim());
        }
        if matches!(view, View::Start | View::Shelf) {
            self.list();
        }
    }

    /// The reader went back or forth.
    pub(super) fn go_back(&self) {
        let Some(view) = history::view(&self.pack()) else { return };
        let is_open = self.open.borrow().id.is_some() || view.needs_nothing();
        let view = if is_open { view } else { View::Start };
        self.send(Action::Show(view.clone()));
        self.send(Action::Do(Command::Arrive(view)));
    }
}

/// Calls a function of the element that promises something.
async fn call(function: &Option<Function>, args: &Array) -> Result<JsValue, JsValue> {
    let function = function.as_ref().ok_or(JsValue::NULL)?;
    let promise: Promise = function.apply(&JsValue::NULL, args)?.unchecked_into();
    JsFuture::from(promise).await
}
