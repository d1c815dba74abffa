//! What a view says about the widget itself: saving, failures, questions, announcements.

use crate::model::pack::{ItemIx, Problem};
use std::rc::Rc;

/// Whether everything is on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was entered yet.
    #[default]
    Nothing,
    /// A write is under way, a moment after one that ended at this time of day. A view shows that
    /// time on: with each change two new words would have the page laid out twice.
    Soon(Rc<str>),
    /// A write is under way, for longer than a moment or for the first time.
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

/// A message at the top of the view.
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
pub enum Confirmation {
    /// Delete the assessment with this identifier?
    Delete(Rc<str>),
    /// Delete every assessment on this device?
    DeleteAll,
}

/// A sentence for screen readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// A change to this item (or the profile) was taken back.
    Undone(Option<ItemIx>),
    /// A change to this item (or the profile) was made again.
    Redone(Option<ItemIx>),
    /// Asked to undo where the history is empty.
    NothingToUndo,
    /// Asked to redo where nothing was taken back.
    NothingToRedo,
}
