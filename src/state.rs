//! Everything a click can do, without a browser.
//!
//! [`State::reduce`] takes an [`Action`] and gives the next state. What only a browser can do
//! (write to disk, download, move the focus) it asks for as a [`Command`].

mod act;
mod action;
mod command;
mod desk;
mod edit;
mod history;
mod programme;
mod view;

pub use act::Entered;
pub use action::{Action, AnswerEdit, Device, OrganisationEdit, Shelved};
pub use command::{Command, Download, Outbox, Write};
pub use desk::{Desk, DeskEdit, Row};
pub use history::{Field, History};
pub use programme::ProgrammeEdit;
pub use view::{From, View};

use crate::answers::Answers;
use crate::date::Date;
use crate::pack::{ItemIx, Pack, Problem};
use crate::save;
use std::rc::Rc;

/// What the widget shows and knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The questionnaire.
    pub pack: Rc<Pack>,
    /// Whether it is all there. The part that comes first has all items in their order, and what
    /// else the first questions need.
    pub whole: bool,
    /// Whether the part of the program that draws the report is there, and its words.
    pub pages: bool,
    /// Whether something that is still missing could not be fetched; it is asked for again.
    pub late: bool,
    /// Whether an assessment is being read, to show the place that the address names.
    pub resuming: bool,
    /// Whether there are made-up assessments of it to look at.
    pub samples: bool,
    /// The day; the core has no clock.
    pub today: Date,
    /// What was answered in the open assessment.
    pub answers: Rc<Answers>,
    /// The open assessment, once the device has given it an identifier.
    pub open: Open,
    /// The assessments on this device, last used first.
    pub shelf: Rc<Vec<Shelved>>,
    /// What is being typed as the name of an assessment in the list.
    pub renaming: Option<(Rc<str>, Rc<str>)>,
    /// What is shown.
    pub view: View,
    /// How many questions a page shows.
    pub per_page: PerPage,
    /// What the reader does on the pages of the report.
    pub desk: Rc<Desk>,
    /// What can be undone and redone.
    pub history: Rc<History>,
    /// Whether everything is on disk.
    pub saving: Saving,
    /// Something to be told at the top of the view until it is closed.
    pub notice: Option<Notice>,
    /// A question that waits for yes or no.
    pub asking: Option<Asking>,
    /// Spoken by screen readers, not shown. The number makes a repeated sentence new.
    pub spoken: (u32, Option<Spoken>),
    outbox: Outbox,
}

/// Which assessment is open, and who writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Open {
    /// None was begun or opened.
    #[default]
    Nothing,
    /// Begun, and not yet known to the device.
    Beginning,
    /// This widget writes it.
    Ours(Rc<str>),
    /// Another tab or widget writes it; this one only shows it.
    Elsewhere(Rc<str>),
}

/// How many questions a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PerPage {
    /// Five at most.
    #[default]
    Few,
    /// One.
    One,
}

impl PerPage {
    /// The largest number of questions on a page.
    pub fn number(self) -> usize {
        match self {
            PerPage::Few => 5,
            PerPage::One => 1,
        }
    }
}

/// Whether everything is on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was entered yet.
    #[default]
    Nothing,
    /// On its way.
    Busy,
    /// On disk since this time of day, in the reader's form.
    Done(Rc<str>),
    /// Kept in memory only.
    Failed(Failure),
}

/// Why something is not on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser or the page allows no storage.
    Blocked,
    /// No space is left.
    Full,
    /// Another tab wrote this assessment in the meantime.
    Overtaken,
    /// A part of the program could not be fetched.
    Missing,
    /// Anything else, in the browser's words.
    Other(Rc<str>),
}

/// Something to be told at the top of the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file was not opened, because of this.
    NotOpened(Problem),
    /// A file was not read at all, in the browser's words.
    NotRead(Rc<str>),
    /// A file was opened; these parts did not fit.
    Opened(Rc<Vec<Problem>>),
    /// An assessment could not be read from the device.
    Damaged(Problem),
    /// The device refused something.
    Device(Failure),
}

/// A question that waits for yes or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Delete the assessment with this identifier?
    Delete(Rc<str>),
    /// Delete every assessment on this device?
    DeleteAll,
}

/// A sentence for screen readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// A change to this item (or the profile) was taken back.
    Undone(Option<ItemIx>),
    /// A change to this item (or the profile) was made again.
    Redone(Option<ItemIx>),
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
}

impl State {
    /// The first state: nothing open.
    pub fn new(pack: Rc<Pack>, today: Date) -> State {
        let answers = Rc::new(Answers::new(&pack, Default::default()));
        State {
            pack,
            whole: true,
            pages: true,
            late: false,
            resuming: false,
            samples: false,
            today,
            answers,
            open: Open::Nothing,
            shelf: Rc::default(),
            renaming: None,
            view: View::Start,
            per_page: PerPage::Few,
            desk: Rc::default(),
            history: Rc::default(),
            saving: Saving::Nothing,
            notice: None,
            asking: None,
            spoken: (0, None),
            outbox: Outbox::default(),
        }
    }

    /// The state after an action. What cannot be done leaves the state as it is.
    pub fn reduce(&self, action: Action) -> State {
        let mut next = self.clone();
        match action {
            Action::Begin(mode) => next.begin(Answers::new(&self.pack, mode)),
            Action::Go(view) => next.go(view),
            Action::Show(view) => {
                next.asking = None;
                next.resuming = false;
                next.view = view.checked(&self.pack);
                if let View::Report(page) = &next.view.clone() {
                    next.turn_to(page);
                }
            }
            Action::Answer(item, edit) => {
                if let AnswerEdit::RemoveEvidence(n) = edit {
                    // The button goes with its row; the next row takes its place.
                    next.outbox.push(Command::Focus(format!("q{item}-evidence{n}")));
                }
                next.answer(item, edit);
            }
            Action::Organisation(edit) => next.organisation(edit),
            Action::Programme(edit) => next.programme(edit),
            Action::Rows(edits) => next.change_rows(edits),
            Action::Desk(edit) => next.desk(edit),
            Action::Act(words, entered) => {
                if let Some(action) = self.action(&words, &entered) {
                    next = self.reduce(action);
                    if let Some((_, heir)) = words.split_once(" #") {
                        next.outbox.push(Command::Focus(heir.to_owned()));
                    }
                }
            }
            Action::Accept(items) => next.accept(&items),
            Action::Refuse(items) => next.refuse(&items),
            Action::Mode(mode) => next.head(|answers| answers.mode = mode),
            Action::Name(name) => next.head(|answers| answers.name = name),
            Action::Renaming(id, typed) => next.renaming = Some((id, typed)),
            Action::Undo => next.undo(),
            Action::Redo => next.redo(),
            Action::PerPage(per_page) => next.per_page = per_page,
            Action::Ask(asking) => {
                next.outbox.push(match asking {
                    Some(_) => Command::Attend,
                    // What was asked goes, and the focus with it.
                    None => Command::Arrive(self.view.clone()),
                });
                next.asking = asking;
            }
            Action::Confirm => next.confirm(),
            Action::CloseNotice => next.notice = None,
            Action::Do(Command::Rename(id, name)) => next.rename(id, name),
            Action::Do(command) => next.outbox.push(command),
            Action::FileRead(text) => next.file_read(&text),
            Action::OtherRead(text) => Rc::make_mut(&mut next.desk).other = Some(text),
            Action::Device(event) => next.device(event),
        }
        next
    }

    /// Whether what a view shows is there.
    pub fn has(&self, view: &View) -> bool {
        match view {
            _ if view.page().is_some() => self.whole && self.pages,
            _ if self.whole => true,
            View::Question { item, .. } => {
                self.pack.item(*item).is_some_and(|item| item.levels.is_some())
            }
            view => matches!(view, View::Start | View::Shelf),
        }
    }

    /// Whether the open assessment can be changed here.
    pub fn may_edit(&self) -> bool {
        matches!(self.open, Open::Beginning | Open::Ours(_))
    }

    /// What a browser has to do now. Each command is given out once.
    pub fn take_commands(&self) -> Vec<Command> {
        self.outbox.take()
    }

    fn begin(&mut self, answers: Answers) {
        let mode = answers.mode;
        self.answers = Rc::new(answers);
        self.open = Open::Beginning;
        self.history = Rc::default();
        self.desk = Rc::default();
        self.notice = None;
        self.saving = match self.saving {
            // What another tab did to the assessment before says nothing about this one.
            Saving::Failed(Failure::Overtaken) => Saving::Busy,
            _ => self.on_its_way(),
        };
        self.outbox.push(Command::Create(self.answers.clone()));
        let last = self.answers.last.map(|item| View::Question { item, from: From::Sections });
        let first = match mode {
            crate::answers::Mode::Quick if last.is_none() => self
                .answers
                .asked(&self.pack)
                .next()
                .map(|item| View::Question { item, from: From::Sections }),
            _ => None,
        };
        self.go(last.or(first).unwrap_or(View::Profile));
    }

    fn go(&mut self, view: View) {
        let view = view.checked(&self.pack);
        if let View::Question { item, .. } = view {
            if self.may_edit() && self.answers.last != Some(item) {
                Rc::make_mut(&mut self.answers).last = Some(item);
                self.write(Write { head: true, items: Vec::new() });
            }
        }
        if let View::Report(page) = &view {
            self.turn_to(page);
        }
        self.asking = None;
        self.view = view;
        self.outbox.push(Command::Arrive(self.view.clone()));
    }

    fn confirm(&mut self) {
        match self.asking.take() {
            Some(Asking::Delete(id)) => {
                if matches!(&self.open, Open::Ours(open) | Open::Elsewhere(open) if *open == id) {
                    self.close();
                }
                self.outbox.push(Command::Delete(id));
            }
            Some(Asking::DeleteAll) => {
                self.close();
                self.outbox.push(Command::DeleteAll);
            }
            None => return,
        }
        self.outbox.push(Command::Arrive(self.view.clone()));
    }

    fn close(&mut self) {
        self.answers = Rc::new(Answers::new(&self.pack, Default::default()));
        self.open = Open::Nothing;
        self.history = Rc::default();
        self.saving = Saving::Nothing;
    }

    fn file_read(&mut self, text: &str) {
        match save::restore(text, &self.pack) {
            Ok((answers, problems)) => {
                self.begin(answers);
                self.notice = (!problems.is_empty()).then(|| Notice::Opened(Rc::new(problems)));
            }
            Err(problem) => self.notice = Some(Notice::NotOpened(problem)),
        }
    }

    /// Renames an assessment on the device. The open one carries its name itself, so that the next
    /// write does not bring the old name back; one that another tab writes keeps its name.
    fn rename(&mut self, id: Rc<str>, name: Rc<str>) {
        self.renaming = None;
        match &self.open {
            Open::Elsewhere(open) if *open == id => return,
            Open::Ours(open) if *open == id => Rc::make_mut(&mut self.answers).name = name.clone(),
            _ => (),
        }
        let here = |shelved: &&mut Shelved| shelved.id == id;
        if let Some(shelved) = Rc::make_mut(&mut self.shelf).iter_mut().find(here) {
            shelved.summary.name = name.clone();
        }
        self.outbox.push(Command::Rename(id, name));
    }

    /// A failure is told until the device reports that it is over.
    fn on_its_way(&self) -> Saving {
        match &self.saving {
            Saving::Failed(failure) => Saving::Failed(failure.clone()),
            _ => Saving::Busy,
        }
    }

    /// Asks for a write of the open assessment.
    fn write(&mut self, write: Write) {
        self.saving = self.on_its_way();
        self.outbox.push(Command::Save(self.answers.clone(), write));
    }

    fn speak(&mut self, sentence: Spoken) {
        self.spoken = (self.spoken.0 + 1, Some(sentence));
    }
}
