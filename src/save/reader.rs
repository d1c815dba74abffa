//! Reads the members of a save file, and keeps those that nobody asks for.
//!
//! What a version knows of an object is what its code asks for: there is no list of names to keep in
//! step. Every function that reads an object ends with [`SaveReader::rest`].

use super::json::Object;
use crate::model::pack::members::Members;
use crate::model::pack::read::{Place, Reader};
use crate::model::pack::{twice, ProblemKind};
use std::cell::OnceCell;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

/// A [`Reader`] that knows the text which it reads.
pub(super) struct SaveReader<'t> {
    reader: Reader,
    text: &'t str,
    /// Made when something is to be kept: most files have nothing.
    members: OnceCell<Members>,
}

impl<'t> SaveReader<'t> {
    /// The text is JSON. Members that stand twice are noted.
    pub(super) fn new(text: &'t str) -> SaveReader<'t> {
        let reader = Reader { remembers: true, ..Reader::default() };
        let mut reader = SaveReader { reader, text, members: OnceCell::new() };
        twice(text).into_iter().for_each(|at| reader.note(at, ProblemKind::Twice));
        reader
    }

    /// Notes what nobody asked for in an object, and gives it as JSON without braces, as it was
    /// written: numbers that no double holds stay whole.
    pub(super) fn rest(&mut self, place: &Place) -> Rc<str> {
        let mut kept = Object::new();
        for name in place.unasked() {
            let at = place.path(name);
            if let Some(text) = self.raw(&at) {
                kept.raw(name, text);
            }
            self.note(at, ProblemKind::Unknown);
        }
        kept.members().into()
    }

    /// The text of the value at a pointer.
    pub(super) fn raw(&self, at: &str) -> Option<&str> {
        self.members.get_or_init(|| Members::of(self.text)).text(at)
    }

    pub(super) fn into_problems(self) -> Vec<crate::model::pack::Problem> {
        self.reader.problems
    }
}

impl Deref for SaveReader<'_> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl DerefMut for SaveReader<'_> {
    fn deref_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}
