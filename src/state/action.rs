//! What a person or the device can do to the state.

use super::{
    Asking, Command, DeskEdit, Entered, Failure, PerPage, ProgrammeEdit, Row, Saving, View,
};
use crate::answers::{Answers, Implementation, Inclusion, Mode, Response, Size};
use crate::date::Date;
use crate::pack::{ItemIx, Pack, Problem};
use crate::save::Summary;
use std::rc::Rc;

/// What a person can do, and what the device reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Begin a new assessment.
    Begin(Mode),
    /// Go to a view.
    Go(View),
    /// Show a view that the browser's history came back to.
    Show(View),
    /// Change what is entered for an item.
    Answer(ItemIx, AnswerEdit),
    /// Change what is entered about the organisation.
    Organisation(OrganisationEdit),
    /// Change what the organisation decides and plans beyond its answers.
    Programme(ProgrammeEdit),
    /// Change rows of the Statement of Applicability together.
    Rows(Vec<(Row, AnswerEdit)>),
    /// Try, mark or choose something on a page of the report.
    Desk(DeskEdit),
    /// Use a control on a page of the report: its words, and what it holds.
    Act(Rc<str>, Entered),
    /// Mark these controls as not applicable, with the reason that the profile proposes.
    Accept(Vec<ItemIx>),
    /// Keep these controls although the profile proposes to leave them out.
    Refuse(Vec<ItemIx>),
    /// Quick check or full assessment.
    Mode(Mode),
    /// Name the open assessment.
    Name(Rc<str>),
    /// Type a name for an assessment of the list; entering it is [`Command::Rename`].
    Renaming(Rc<str>, Rc<str>),
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// How many questions a page shows.
    PerPage(PerPage),
    /// Ask for a yes or no, or drop the question.
    Ask(Option<Asking>),
    /// Yes.
    Confirm,
    /// The notice was read.
    CloseNotice,
    /// Hand a command to the browser that changes nothing here.
    Do(Command),
    /// A file was chosen and read.
    FileRead(Rc<str>),
    /// A file to compare with was chosen and read.
    OtherRead(Rc<str>),
    /// The device reports.
    Device(Device),
}

impl Action {
    /// The same action with what the reader typed or chose: one place for all fields, so that no
    /// field needs a closure of its own.
    pub fn with_text(&self, text: Rc<str>) -> Action {
        use AnswerEdit::*;
        match self.clone() {
            Action::Answer(item, edit) => Action::Answer(
                item,
                match edit {
                    Reason(_) => Reason(text),
                    Note(_) => Note(text),
                    EvidenceName(n, _) => EvidenceName(n, text),
                    EvidencePlace(n, _) => EvidencePlace(n, text),
                    EvidenceDate(n, _) => EvidenceDate(n, Date::parse(&text)),
                    Owner(_) => Owner(text),
                    Due(_) => Due(Date::parse(&text)),
                    edit => edit,
                },
            ),
            Action::Organisation(edit) => Action::Organisation(match edit {
                OrganisationEdit::Name(_) => OrganisationEdit::Name(text),
                OrganisationEdit::Sector(_) => OrganisationEdit::Sector(text),
                OrganisationEdit::Scope(_) => OrganisationEdit::Scope(text),
                edit => edit,
            }),
            Action::Renaming(id, _) => Action::Renaming(id, text),
            Action::Do(Command::Rename(id, _)) => Action::Do(Command::Rename(id, text)),
            action => action,
        }
    }

    /// The same action with whether the reader ticked something.
    pub fn with_tick(&self, ticked: bool) -> Action {
        match self.clone() {
            Action::Answer(item, AnswerEdit::Flag(_)) => {
                Action::Answer(item, AnswerEdit::Flag(ticked))
            }
            Action::Answer(item, AnswerEdit::Check(check, _)) => {
                Action::Answer(item, AnswerEdit::Check(check, ticked))
            }
            Action::Organisation(OrganisationEdit::Tick(question, option, _)) => {
                Action::Organisation(OrganisationEdit::Tick(question, option, ticked))
            }
            action => action,
        }
    }
}

/// A change to what is entered for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerEdit {
    /// Choose an answer, or clear it.
    Respond(Option<Response>),
    /// Type the reason of an exclusion.
    Reason(Rc<str>),
    /// Type the note.
    Note(Rc<str>),
    /// Type the name of a piece of evidence; one past the last adds a piece.
    EvidenceName(usize, Rc<str>),
    /// Type where it is kept.
    EvidencePlace(usize, Rc<str>),
    /// Set or clear from when it is; one past the last adds a piece.
    EvidenceDate(usize, Option<Date>),
    /// Remove a piece of evidence.
    RemoveEvidence(usize),
    /// Type the owner.
    Owner(Rc<str>),
    /// Set or clear the target date.
    Due(Option<Date>),
    /// Flag for review.
    Flag(bool),
    /// Tick or untick a check.
    Check(Rc<str>, bool),
    /// Say that a control is applicable, is not, or leave it undecided.
    Applicable(Option<bool>),
    /// Tick or untick why a control is included.
    Inclusion(Inclusion, bool),
    /// Say how far a control is in place, or leave it to the level.
    Implementation(Option<Implementation>),
    /// Type how and where a control is in place.
    How(Rc<str>),
    /// The action for it was done on this day: it is at level 3, if it is not higher.
    Done(Date),
}

/// A change to what is entered about the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganisationEdit {
    /// Its name.
    Name(Rc<str>),
    /// How many people work in it.
    Size(Option<Size>),
    /// What it does.
    Sector(Rc<str>),
    /// What the management system is to cover.
    Scope(Rc<str>),
    /// Choose an option of a question that takes one, or clear it.
    ChooseOne(Rc<str>, Option<Rc<str>>),
    /// Tick or untick an option of a question that takes several.
    Tick(Rc<str>, Rc<str>, bool),
}

/// An assessment on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// Identifier on this device.
    pub id: Rc<str>,
    /// What it holds.
    pub summary: Summary,
    /// When it was last changed, in the reader's form.
    pub changed: Rc<str>,
}

/// What the device reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Device {
    /// The whole questionnaire, after its first part.
    Pack(Rc<Pack>),
    /// The part of the program that draws the report is there, and its words.
    Pages,
    /// Something that views need could not be fetched. It is asked for again.
    Late,
    /// The assessments that it keeps.
    Shelf(Vec<Shelved>),
    /// The new assessment got this identifier.
    Created(Rc<str>),
    /// An assessment was read.
    Opened {
        /// Its identifier.
        id: Rc<str>,
        /// Its answers, and what in them did not fit.
        restored: Result<(Answers, Vec<Problem>), Problem>,
        /// This widget writes it; otherwise another one does.
        ours: bool,
        /// Show its last question; otherwise stay where the reader is.
        resume: bool,
    },
    /// Another tab took the open assessment over.
    TakenOver,
    /// How saving stands.
    Saving(Saving),
    /// Something other than saving failed.
    Failed(Failure),
    /// A file could not be read, in the browser's words.
    FileFailed(Rc<str>),
}
