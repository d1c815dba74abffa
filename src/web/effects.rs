//! What happens for each effect.

use super::device::Request;
use super::error::{Cause, Context, Error};
use super::file::{self, Picker};
use super::host::Host;
use super::storage::wait;
use super::{download, focus, history, preferences};
use crate::app::{Download, Effect, Event, FilePurpose, Route, State};
use crate::export;
use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::pack::read::MOST_BYTES;
use crate::model::pack::{Explanations, ItemIx, Pack, Problem, ProblemKind};
use crate::save;
use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{spawn_local, JsFuture};
use web_sys::File;

impl Host {
    /// Carries out what this state has asked for.
    pub(super) fn carry_out(self: &Rc<Host>, state: &Rc<State>, effect: Effect) {
        match effect {
            Effect::Print => self.print(),
            Effect::FocusConfirmation => focus::on(&self.root, "[data-ask]"),
            Effect::Focus(id) => focus::on(&self.root, &format!("#{id}")),
            Effect::Enter(route) => self.enter(state, route),
            Effect::GoOn(item) => self.go_on(item),
            // The way out where the part that keeps assessments does not come.
            Effect::Download(Download::SaveFile) => self.hand_out_save(state, &state.assessment),
            effect => self.request(Request::Effect(state.clone(), effect)),
        }
    }

    /// Carries out what reads or writes.
    pub(super) fn read_or_write(self: &Rc<Host>, state: &Rc<State>, effect: Effect) {
        match effect {
            Effect::Create(answers) => self.create(state, answers),
            Effect::Save(answers, changed) => {
                let typing = changed.typing;
                self.save(state, answers, changed.into(), typing);
            }
            Effect::SaveAll(answers) => self.save_all(state, answers),
            Effect::Open(id) => self.open(state, id, false),
            Effect::Opened(id) => self.switch(state, &id),
            Effect::TakeOver(id) => self.take_over(state, id),
            Effect::Duplicate(id, name) => self.duplicate(state, id, name),
            Effect::Rename(id, name) => self.rename(id, name),
            Effect::Delete(id) => self.delete(id),
            Effect::DeleteAll => self.delete_all(),
            Effect::Download(download) => self.download(state.clone(), download),
            Effect::PickFile(purpose) => self.pick_file(purpose),
            Effect::Explain => self.explain(state.pack.clone()),
            Effect::Remember(preferences) => preferences::write(preferences),
            Effect::ReadSample(name) => self.read_sample(name, state.today),
            // These need nothing that is fetched later.
            Effect::Print
            | Effect::FocusConfirmation
            | Effect::Focus(_)
            | Effect::Enter(_)
            | Effect::GoOn(_) => (),
        }
    }

    fn download(self: &Rc<Host>, state: Rc<State>, wanted: Download) {
        let host = self.clone();
        match wanted {
            Download::SaveFile => self.hand_out_save(&state, &state.assessment),
            Download::Export(wanted) => spawn_local(async move {
                match host.export(&state, wanted).await {
                    Ok(file) => host.hand_out(&file.name, file.media_type, &file.content),
                    Err(error) => host.fail(&error),
                }
            }),
            Download::Template(template, format) => spawn_local(async move {
                match host.fill_in(&state, &template, format).await {
                    Ok(file) => host.hand_out(&file.name, file.media_type, &file.content),
                    Err(error) => host.fail(&error),
                }
            }),
            Download::SaveFileOf(id) => spawn_local(async move {
                if let Err(error) = host.hand_out_save_of(&state, &id).await {
                    host.fail(&error);
                }
            }),
        }
    }

    async fn hand_out_save_of(&self, state: &State, id: &str) -> Result<(), Error> {
        if let Some(unsaved) = self.unsaved.get(id) {
            self.hand_out_save(state, &unsaved.answers);
            return Ok(());
        }
        let Some(pack) = self.whole_pack().await else { return Ok(()) };
        let (row, answers) = self.database.read(id, false).await?;
        let text = save::assemble(&row.head, answers);
        // What is stored goes out as it is: a file that cannot be read here may be read elsewhere.
        let restored = self.restore(&text, &pack).await?.map(|(answers, _)| answers);
        let name = save_name(&restored.unwrap_or_default(), state.today);
        self.hand_out(&name, "application/json", &text);
        Ok(())
    }

    fn hand_out_save(&self, state: &State, answers: &Assessment) {
        let text = save::save(&state.pack, answers);
        self.hand_out(&save_name(answers, state.today), "application/json", &text);
    }

    fn hand_out(&self, name: &str, media_type: &str, content: &str) {
        if let Err(error) = download::hand_out(&self.root, name, media_type, content) {
            self.fail(&error);
        }
    }

    /// Reads a sample. The element has the file.
    fn read_sample(self: &Rc<Host>, name: &'static str, today: Date) {
        let host = self.clone();
        spawn_local(async move {
            if let Err(error) = host.open_sample(name, today).await {
                host.fail(&error);
            }
        });
    }

    async fn open_sample(&self, name: &str, today: Date) -> Result<(), Error> {
        let Some(pack) = self.whole_pack().await else { return Ok(()) };
        let file = self.file(&format!("samples/{name}.json")).await.doing("read a sample")?;
        let text = save::sample(&file, today);
        let restored = self.restore(&text, &pack).await?;
        self.notify(Event::FileRead { restored, sample: true });
        Ok(())
    }

    /// Fetches what explains the items further. The element has the file.
    fn explain(self: &Rc<Host>, pack: Rc<Pack>) {
        let host = self.clone();
        spawn_local(async move {
            let explanations = match host.explanations(&pack).await {
                Ok(explanations) => Some(Rc::new(explanations)),
                Err(error) => {
                    error.warn();
                    None
                }
            };
            host.notify(Event::Explained(explanations));
        });
    }

    async fn explanations(&self, pack: &Pack) -> Result<Explanations, Error> {
        const DOING: &str = "fetch the explanations";
        let file = self.file(&pack.explanations).await.doing(DOING)?;
        let (explanations, problems) = Explanations::parse(&file, pack);
        // What could be read is shown, whatever else does not fit.
        explanations.ok_or_else(|| {
            let wrong = problems.first().map(|problem| self.text().problem(problem));
            let thrown = js_sys::Error::new(&wrong.unwrap_or_default());
            Error { doing: DOING, cause: Cause::Thrown(thrown.into()) }
        })
    }

    /// The text of a file beside the questionnaire.
    pub(super) async fn file(&self, name: &str) -> Result<String, JsValue> {
        let function = self.files.as_ref().ok_or(JsValue::NULL)?;
        let promise: Promise = function.call1(&JsValue::NULL, &name.into())?.unchecked_into();
        Ok(JsFuture::from(promise).await?.as_string().unwrap_or_default())
    }

    /// Lets the reader choose a file and reads it for this purpose.
    fn pick_file(self: &Rc<Host>, purpose: FilePurpose) {
        self.picking.set(purpose);
        let host = Rc::downgrade(self);
        let mut picker = self.picker.borrow_mut();
        if picker.is_none() {
            let made = Picker::new(&self.root, move |file| {
                if let Some(host) = host.upgrade() {
                    spawn_local(host.read_file(file));
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

    async fn read_file(self: Rc<Host>, file: File) {
        let found = file.size() as usize;
        if found > MOST_BYTES {
            let kind = ProblemKind::TooLarge { found, most: MOST_BYTES };
            let why = self.text().problem(&Problem { at: String::new(), kind });
            return self.notify(Event::FileFailed(why));
        }
        match self.read(&file).await {
            Ok(event) => event.into_iter().for_each(|event| self.notify(event)),
            Err(error) => {
                error.warn();
                self.notify(Event::FileFailed(error.words(&self.text())));
            }
        }
    }

    /// What a file that was chosen holds; `None` once the widget is gone.
    async fn read(&self, file: &File) -> Result<Option<Event>, Error> {
        let Some(pack) = self.whole_pack().await else { return Ok(None) };
        let file = file::read(file).await?;
        Ok(Some(match self.picking.get() {
            FilePurpose::Compare => Event::ComparisonRead(Rc::new(file)),
            FilePurpose::Open => {
                let mut restored = self.restore(&file.text, &pack).await?;
                if let Ok((_, problems)) = &mut restored {
                    problems.extend(file.problem());
                }
                Event::FileRead { restored, sample: false }
            }
        }))
    }

    /// Prints the page; the widget's stylesheet for print shows the scorecard alone. A frame or a
    /// window with the HTML scorecard would need more of the host's security policy, and a window
    /// of ours inherits that policy, which forbids the scorecard its styles.
    fn print(&self) {
        let _ = web_sys::window().map(|window| window.print());
    }

    fn enter(self: &Rc<Host>, state: &State, route: Route) {
        let item = match route {
            Route::Question { item, .. } => state.pack.item(item).map(|item| &*item.id),
            _ => None,
        };
        focus::arrive(&self.root, item);
        let address = route.address(&state.pack);
        self.at.iter().for_each(|at| drop(at.call1(&JsValue::NULL, &(&*address).into())));
        if self.owns_page {
            let heading = focus::heading(&self.root).unwrap_or_default();
            history::note(&address, heading.trim());
        }
        if matches!(route, Route::Start | Route::Library) {
            self.request(Request::List);
        }
    }

    /// Lets the reader see what is chosen before the next question comes.
    fn go_on(self: &Rc<Host>, item: ItemIx) {
        let host = Rc::downgrade(self);
        spawn_local(async move {
            wait(300).await;
            host.upgrade().iter().for_each(|host| host.notify(Event::GoOn(item)));
        });
    }

    /// The reader went back or forth.
    pub(super) fn go_back(&self) {
        let route = self.state().and_then(|state| history::route(&state.pack));
        if let Some(route) = route {
            self.notify(Event::HistoryMoved(route));
        }
    }
}

/// Like the name of the scorecard.
fn save_name(answers: &Assessment, today: Date) -> String {
    let names = [&*answers.organisation.name, &*answers.name, "scorecard"];
    export::file_name("plumbline", &names, today, "plumbline.json")
}
