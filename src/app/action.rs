//! What a person can do, and what the device reports.

use super::{
    Confirmation, DateEdit, Download, Failure, FilePurpose, OwnControlEdit, PageEdit, Preferences,
    Route, Saving, SoaHeaderEdit, SoaRowId,
};
use crate::export::Separator;
use crate::model::assessment::{
    Assessment, DoneBy, Implementation, Inclusion, Mode, Response, Size,
};
use crate::model::date::Date;
use crate::model::decode::Decoded;
use crate::model::pack::{Explanations, ItemIx, Pack, Problem};
use crate::save::Summary;
use std::rc::Rc;

/// What a person can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Begin a new assessment in this mode; it becomes the open one.
    Begin(Mode),
    /// Show another place. One that the pack does not have becomes the task list.
    Go(Route),
    /// Change what is entered for an item.
    Answer(ItemIx, AnswerEdit),
    /// Change what is entered about the organisation.
    Organisation(OrganisationEdit),
    /// Change the head of the Statement of Applicability.
    SoaHeader(SoaHeaderEdit),
    /// Change the list of controls that the pack does not have.
    OwnControl(OwnControlEdit),
    /// Change what the action plan counts with.
    Plan(PlanEdit),
    /// Change the list of earlier states.
    Milestone(MilestoneEdit),
    /// Change rows of the Statement of Applicability together.
    Rows(Vec<(SoaRowId, AnswerEdit)>),
    /// Use a field for a day.
    Date(DateEdit),
    /// Drop what is typed in fields for a day and not stored.
    DiscardDates,
    /// Choose what stands between the cells of a table that is handed out.
    Separator(Separator),
    /// Try, mark or choose something on a page of the report.
    Page(PageEdit),
    /// Mark these controls as not applicable, with the reason that the profile proposes.
    Accept(Vec<ItemIx>),
    /// Keep these controls although the profile proposes to leave them out.
    Refuse(Vec<ItemIx>),
    /// Quick check or full assessment.
    Mode(Mode),
    /// Name the open assessment.
    Name(Rc<str>),
    /// Take the last change back.
    Undo,
    /// Make again what [`Action::Undo`] took back.
    Redo,
    /// Choose how to answer.
    Prefer(Preferences),
    /// Open or close the menu.
    Menu(bool),
    /// A pointer was used on the answers of a question. Where the reader likes that, its first
    /// answer leads on to the next question.
    GoOn(ItemIx),
    /// Open an assessment of this device.
    Open(Rc<str>),
    /// Write the open assessment here from now on, instead of where it is written now.
    TakeOver(Rc<str>),
    /// Try again to write all of the open assessment.
    SaveAgain,
    /// Copy an assessment; the text is the name of the copy.
    Duplicate(Rc<str>, Rc<str>),
    /// Type a name for an assessment in the library; it counts with [`Action::Rename`].
    TypeName(Rc<str>, Rc<str>),
    /// Give an assessment in the library another name.
    Rename(Rc<str>, Rc<str>),
    /// Ask for a yes or no, or drop the question.
    Ask(Option<Confirmation>),
    /// Yes, to the question that waits.
    Confirm,
    /// The notice was read.
    CloseNotice,
    /// Hand out a file. It is made of the open assessment unless it names another.
    Download(Download),
    /// Fetch what explains the items further, unless it is there or under way.
    Explain,
    /// Let the reader choose a file of theirs, for this purpose.
    PickFile(FilePurpose),
    /// Open a sample at its result, by the name of its file.
    OpenSample(&'static str),
    /// Open the print dialog.
    Print,
    /// Do this, and move the focus to the control with this identifier, because the control that
    /// was used goes away with it.
    ThenFocus(Box<Action>, Rc<str>),
}

impl Action {
    /// See [`Action::ThenFocus`].
    pub fn then_focus(self, id: impl Into<Rc<str>>) -> Action {
        Action::ThenFocus(Box::new(self), id.into())
    }

    /// The same action with what the reader typed or chose: one place for all fields, so that no
    /// field needs a closure of its own.
    pub fn with_text(mut self, text: Rc<str>) -> Action {
        use AnswerEdit::*;
        fn answer(edit: &mut AnswerEdit, text: Rc<str>) {
            match edit {
                Reason(old) | Note(old) | Owner(old) | How(old) => *old = text,
                EvidenceName(_, old) | EvidencePlace(_, old) => *old = text,
                _ => (),
            }
        }
        match &mut self {
            Action::Answer(_, edit) | Action::Page(PageEdit::Draft(edit)) => answer(edit, text),
            Action::Rows(rows) => {
                rows.iter_mut().for_each(|(_, edit)| answer(edit, text.clone()));
            }
            Action::Organisation(
                OrganisationEdit::Name(old)
                | OrganisationEdit::Sector(old)
                | OrganisationEdit::Scope(old),
            )
            | Action::SoaHeader(SoaHeaderEdit::Version(old) | SoaHeaderEdit::Approver(old))
            | Action::OwnControl(OwnControlEdit::Name(_, old))
            | Action::Milestone(MilestoneEdit::Name(_, old))
            | Action::Page(PageEdit::MilestoneName(old) | PageEdit::FilterWords(old))
            | Action::TypeName(_, old)
            | Action::Rename(_, old) => *old = text,
            _ => (),
        }
        self
    }

    /// The same action with the day that it sets.
    pub(super) fn with_date(mut self, day: Option<Date>) -> Action {
        fn answer(edit: &mut AnswerEdit, day: Option<Date>) {
            if let AnswerEdit::EvidenceDate(_, old) | AnswerEdit::Due(old) = edit {
                *old = day;
            }
        }
        match &mut self {
            Action::Answer(_, edit) | Action::Page(PageEdit::Draft(edit)) => answer(edit, day),
            Action::Rows(rows) => rows.iter_mut().for_each(|(_, edit)| answer(edit, day)),
            Action::SoaHeader(SoaHeaderEdit::Approved(old))
            | Action::Plan(
                PlanEdit::Start(old)
                | PlanEdit::RunningSince(old)
                | PlanEdit::Stage1(old)
                | PlanEdit::Stage2(old),
            ) => *old = day,
            _ => (),
        }
        self
    }

    /// The same action with whether the reader ticked something.
    pub fn with_tick(mut self, ticked: bool) -> Action {
        fn answer(edit: &mut AnswerEdit, ticked: bool) {
            match edit {
                AnswerEdit::Flag(old)
                | AnswerEdit::Check(_, old)
                | AnswerEdit::Inclusion(_, old) => *old = ticked,
                _ => (),
            }
        }
        match &mut self {
            Action::Answer(_, edit) | Action::Page(PageEdit::Draft(edit)) => answer(edit, ticked),
            Action::Rows(rows) => rows.iter_mut().for_each(|(_, edit)| answer(edit, ticked)),
            Action::Organisation(OrganisationEdit::Tick(_, _, old))
            | Action::Page(PageEdit::Mark(_, old)) => *old = ticked,
            _ => (),
        }
        self
    }
}

/// A change to what is entered for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerEdit {
    /// Choose an answer, or clear it.
    Respond(Option<Response>),
    /// Type the reason of an exclusion, which excludes the control.
    Reason(Rc<str>),
    /// Type the note, which may be any text.
    Note(Rc<str>),
    /// Type the name of a piece of evidence; one past the last adds a piece.
    EvidenceName(usize, Rc<str>),
    /// Type where it is kept; one past the last adds a piece.
    EvidencePlace(usize, Rc<str>),
    /// Set or clear from when it is; one past the last adds a piece.
    EvidenceDate(usize, Option<Date>),
    /// Remove the piece at this position, if there is one.
    RemoveEvidence(usize),
    /// Type who looks after it.
    Owner(Rc<str>),
    /// Set or clear the target date.
    Due(Option<Date>),
    /// Flag for review, or no longer.
    Flag(bool),
    /// Tick or untick a check, by its identifier.
    Check(Rc<str>, bool),
    /// Say that a control is applicable, is not, or leave it undecided.
    Applicable(Option<bool>),
    /// Tick or untick why a control is included.
    Inclusion(Inclusion, bool),
    /// Say how far a control is in place, or leave it to the level.
    Implementation(Option<Implementation>),
    /// Controls only: say who does it, or nothing.
    DoneBy(Option<DoneBy>),
    /// Say that the level still holds, although the levels were worded anew since.
    Confirm,
    /// Type how and where a control is in place.
    How(Rc<str>),
    /// The action for it was done on this day: it is at level 3, if it is not higher.
    Done(Date),
}

/// A change to what is entered about the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganisationEdit {
    /// Type its name.
    Name(Rc<str>),
    /// Choose how many people work in it, or clear that.
    Size(Option<Size>),
    /// Type what it does.
    Sector(Rc<str>),
    /// Type what the management system is to cover (ISO/IEC 27001, 4.3).
    Scope(Rc<str>),
    /// Choose an option of a question that takes one, or clear it; both by identifier.
    ChooseOne(Rc<str>, Option<Rc<str>>),
    /// Tick or untick an option of a question that takes several; both by identifier.
    Tick(Rc<str>, Rc<str>, bool),
}

/// A change to what the action plan counts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanEdit {
    /// Set or clear the day from which it counts.
    Start(Option<Date>),
    /// Half days of work a week; what is out of range becomes the nearest that is in range.
    Pace(Option<u8>),
    /// Set or clear the day since when the management system runs.
    RunningSince(Option<Date>),
    /// Set or clear when Stage 1 is planned.
    Stage1(Option<Date>),
    /// Set or clear when Stage 2 is planned.
    Stage2(Option<Date>),
}

/// A change to the list of earlier states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MilestoneEdit {
    /// Keep today's state, under the name that is typed on the page.
    Add,
    /// Keep the state of the first result without being asked.
    FirstResult,
    /// Keep what was there on a day, without being asked, before a return after more than one.
    BeforeReturn(Date),
    /// Type the name of the one at this position.
    Name(usize, Rc<str>),
    /// Remove the one at this position.
    Remove(usize),
}

/// An assessment on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryEntry {
    /// Given by the device, and unique on it.
    pub id: Rc<str>,
    /// What lists show of it.
    pub summary: Summary,
    /// When it was last changed, in the reader's form.
    pub changed: Rc<str>,
}

/// What the device reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The whole questionnaire came, after its first part.
    PackCame(Rc<Pack>),
    /// The part of the program came that draws what the first question does not need.
    PagesPartCame,
    /// The part of the program that draws the report came, and its words.
    ReportPartCame,
    /// Something that views need could not be fetched. It is asked for again.
    FetchFailed,
    /// What explains the items further came, or could not be fetched or read.
    Explained(Option<Rc<Explanations>>),
    /// What tables have between their cells where the reader lives.
    Separator(Separator),
    /// There is room for two columns, or no longer.
    Wide(bool),
    /// A moment after a pointer was used on the answers of a question without one.
    GoOn(ItemIx),
    /// A new day began.
    Day(Date),
    /// The assessments that the device keeps, last used first.
    Library(Vec<LibraryEntry>),
    /// The new assessment got this identifier.
    Created(Rc<str>),
    /// An assessment was read.
    Opened {
        /// As the device keeps it.
        id: Rc<str>,
        /// What was read, and what of it did not fit.
        restored: Result<(Assessment, Vec<Problem>), Problem>,
        /// This widget writes it; otherwise another one does.
        ours: bool,
        /// Show its last question; otherwise stay where the reader is.
        resume: bool,
        /// The day on which it was last changed.
        changed: Option<Date>,
    },
    /// The assessment that belongs to the address was read; `None` where there is none.
    Resumed(Option<Route>),
    /// The reader went back or forth in the browser's history.
    HistoryMoved(Route),
    /// Another tab took the open assessment over.
    TakenOver,
    /// The state of saving changed.
    Saving(Saving),
    /// Something other than saving failed.
    Failed(Failure),
    /// A save file or a sample was read, to open it; a sample is shown at its result.
    FileRead {
        /// What was read, and what of it did not fit.
        restored: Result<(Assessment, Vec<Problem>), Problem>,
        /// It is a sample, which is shown at its result.
        sample: bool,
    },
    /// A file to compare with was read.
    ComparisonRead(Rc<Decoded>),
    /// A file could not be read, in the browser's words.
    FileFailed(Rc<str>),
}
