//! What only a browser can do.

use super::View;
use crate::answers::Answers;
use crate::pack::ItemIx;
use std::cell::RefCell;
use std::rc::Rc;

/// Something that only a browser can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Keep a new assessment on the device and say its identifier.
    Create(Rc<Answers>),
    /// Write parts of the open assessment.
    Save(Rc<Answers>, Write),
    /// Try again to write everything.
    SaveAll(Rc<Answers>),
    /// Read an assessment and show it.
    Open(Rc<str>),
    /// An assessment that the device read is now the open one: what is written from here on
    /// belongs to it. The edge sends it to itself behind [`super::Device::Opened`], so that it
    /// comes after every change of the assessment before.
    Opened(Rc<str>),
    /// Write the open assessment here from now on, instead of where it is written now.
    TakeOver(Rc<str>),
    /// Copy an assessment; the text is the name of the copy.
    Duplicate(Rc<str>, Rc<str>),
    /// Rename an assessment.
    Rename(Rc<str>, Rc<str>),
    /// Delete an assessment.
    Delete(Rc<str>),
    /// Delete every assessment of every questionnaire on this device.
    DeleteAll,
    /// Hand out a file.
    Download(Download),
    /// Let the reader choose a save file.
    PickFile,
    /// Let the reader choose a save file to compare with.
    PickOther,
    /// Open a made-up assessment, by the name of its file.
    Sample(&'static str),
    /// Open the print dialog with the scorecard.
    Print,
    /// Move the focus to the question that waits for yes or no, if there is one: it stands above
    /// what the reader has just clicked.
    Attend,
    /// Move the focus to the control with this identifier: what had it went away.
    Focus(String),
    /// A view was entered by the reader's doing: move the focus there and note it in the history.
    Arrive(View),
}

/// Parts of an assessment that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Write {
    /// Everything but the answers.
    pub head: bool,
    /// Items whose answers changed.
    pub items: Vec<ItemIx>,
}

/// A file to hand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Download {
    /// A file that the report writes, by its word.
    Export(Rc<str>),
    /// The save file of the open assessment.
    SaveFile,
    /// The save file of another assessment on this device.
    SaveFileOf(Rc<str>),
}

/// Commands on their way to the browser. All states of a widget share it; it is no part of what
/// makes two states equal.
#[derive(Clone, Debug, Default)]
pub struct Outbox(Rc<RefCell<Vec<Command>>>);

impl Outbox {
    pub(super) fn push(&self, command: Command) {
        if let Ok(mut commands) = self.0.try_borrow_mut() {
            commands.push(command);
        }
    }

    pub(super) fn take(&self) -> Vec<Command> {
        self.0
            .try_borrow_mut()
            .map(|mut commands| std::mem::take(&mut *commands))
            .unwrap_or_default()
    }
}

impl PartialEq for Outbox {
    fn eq(&self, _: &Outbox) -> bool {
        true
    }
}

impl Eq for Outbox {}
