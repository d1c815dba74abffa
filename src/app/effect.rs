//! What only a browser can do.

use super::{Preferences, Route};
use crate::export::{Export, TemplateFormat};
use crate::model::assessment::Assessment;
use crate::model::pack::ItemIx;
use std::rc::Rc;

/// Something that only a browser can do, asked for by the reducer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Keep a new assessment on the device and report its identifier.
    Create(Rc<Assessment>),
    /// Write parts of the open assessment.
    Save(Rc<Assessment>, Changed),
    /// Write all of the open assessment.
    SaveAll(Rc<Assessment>),
    /// Read an assessment and report it.
    Open(Rc<str>),
    /// An assessment that the device read is now the open one: what is written from here on
    /// belongs to it. It comes behind every write of the assessment before.
    Opened(Rc<str>),
    /// Write the open assessment here from now on, instead of where it is written now.
    TakeOver(Rc<str>),
    /// Copy an assessment; the text is the name of the copy.
    Duplicate(Rc<str>, Rc<str>),
    /// Rename an assessment that is not open here.
    Rename(Rc<str>, Rc<str>),
    /// Delete an assessment. There is no way back.
    Delete(Rc<str>),
    /// Delete every assessment of every questionnaire on this device.
    DeleteAll,
    /// Hand out a file as a download.
    Download(Download),
    /// Let the reader choose a file.
    PickFile(FilePurpose),
    /// Fetch the file that explains the items further, and report what it says.
    Explain,
    /// Read a sample, by the name of its file, and report it as a file that was read.
    ReadSample(&'static str),
    /// Keep on this device how the reader likes to answer.
    Remember(Preferences),
    /// Report after a moment that a question may have its first answer: the reader sees it chosen.
    GoOn(ItemIx),
    /// Open the print dialog with the scorecard.
    Print,
    /// Move the focus to the question that waits for yes or no, if there is one: it stands above
    /// what the reader has just clicked.
    FocusConfirmation,
    /// Move the focus to the control with this identifier: what had it went away.
    Focus(Rc<str>),
    /// A place was entered by the reader's doing: move the focus there and note it in the history.
    Enter(Route),
}

/// What changed in an assessment. All but the answers is small and written with each change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Items whose answers changed.
    pub items: Vec<ItemIx>,
    /// The reader is typing: more will follow within moments.
    pub typing: bool,
}

/// A file to hand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Download {
    /// A file that is made of the report.
    Export(Export),
    /// A text to fill in, by the name of its file beside the pack, filled from the profile.
    Template(Rc<str>, TemplateFormat),
    /// The save file of the open assessment.
    SaveFile,
    /// The save file of another assessment on this device.
    SaveFileOf(Rc<str>),
}

/// What a file is for that the reader chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilePurpose {
    /// To open it as a new assessment on this device.
    Open,
    /// To compare the open assessment with it. Nothing of it is saved.
    Compare,
}
