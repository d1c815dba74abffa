//! Reads the members of a save file, and keeps those that nobody asks for.
//!
//! What a version knows of an object is what its code asks for: there is no list of names to keep in
//! step. Every function that reads an object ends with [`SaveReader::rest`].

use super::json::Object;
use crate::model::pack::json::Json;
use crate::model::pack::members::Members;
use crate::model::pack::read::{Place, Reader};
use crate::model::pack::{twice, Problem, ProblemKind};
use std::cell::OnceCell;
use std::rc::Rc;

/// A [`Reader`] that knows the text which it reads, and what it was asked for.
pub(super) struct SaveReader<'t> {
    reader: Reader,
    text: &'t str,
    /// Made when something is to be kept: most files have nothing.
    members: OnceCell<Members>,
    /// Members that were asked for in the objects that are being read, by their place in memory.
    asked: Vec<*const Json>,
}

impl<'t> SaveReader<'t> {
    /// The text is JSON. Members that stand twice are noted.
    pub(super) fn new(text: &'t str) -> SaveReader<'t> {
        let (reader, members, asked) = (Reader::default(), OnceCell::new(), Vec::new());
        let mut reader = SaveReader { reader, text, members, asked };
        twice(text).into_iter().for_each(|at| reader.note(at, ProblemKind::Twice));
        reader
    }

    /// Notes what nobody asked for in an object, and gives it as JSON without braces, as it was
    /// written: numbers that no double holds stay whole.
    pub(super) fn rest(&mut self, place: &Place) -> Rc<str> {
        let mut kept = Object::new();
        for (name, value) in place.map.iter() {
            let asked = self.asked.len();
            self.asked.retain(|asked| !std::ptr::eq(*asked, value));
            if self.asked.len() == asked {
                let at = place.path(name);
                if let Some(text) = self.raw(&at) {
                    kept.raw(name, text);
                }
                self.note(at, ProblemKind::Unknown);
            }
        }
        kept.members().into()
    }

    /// The text of the value at a pointer.
    pub(super) fn raw(&self, at: &str) -> Option<&str> {
        self.members.get_or_init(|| Members::of(self.text)).text(at)
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.reader.problems
    }

    pub(super) fn note(&mut self, at: String, kind: ProblemKind) {
        self.reader.note(at, kind);
    }

    /// A member.
    pub(super) fn get<'a>(&mut self, place: &Place<'a>, key: &str) -> Option<&'a Json> {
        let value = place.map.get(key)?;
        self.asked.push(value);
        Some(value)
    }

    /// Whether a member is there; `null` is nothing.
    pub(super) fn has(&mut self, place: &Place, key: &str) -> bool {
        self.get(place, key).is_some_and(|value| !value.is_null())
    }

    pub(super) fn object<'a>(&mut self, value: &'a Json, at: String) -> Option<Place<'a>> {
        self.reader.object(value, at)
    }

    /// An entry of an object whose names are no words of the format, such as the answers.
    pub(super) fn entry<'a>(&mut self, place: &Place<'a>, name: &str) -> Option<Place<'a>> {
        self.reader.child(place, name)
    }

    /// The texts of such an entry.
    pub(super) fn entry_texts(&mut self, place: &Place, name: &str) -> Vec<Rc<str>> {
        self.reader.texts(place, name)
    }

    pub(super) fn word(&mut self, word: &str, at: String, words: &[&str]) -> Option<usize> {
        self.reader.word(word, at, words)
    }

    pub(super) fn child<'a>(&mut self, place: &Place<'a>, key: &str) -> Option<Place<'a>> {
        self.get(place, key);
        self.reader.child(place, key)
    }

    pub(super) fn objects<'a>(&mut self, place: &Place<'a>, key: &str) -> Vec<Place<'a>> {
        self.get(place, key);
        self.reader.objects(place, key)
    }

    pub(super) fn text(&mut self, place: &Place, key: &str) -> Rc<str> {
        self.get(place, key);
        self.reader.text(place, key)
    }

    pub(super) fn optional_str(&mut self, place: &Place, key: &str) -> Rc<str> {
        self.get(place, key);
        self.reader.optional_str(place, key)
    }

    pub(super) fn texts(&mut self, place: &Place, key: &str) -> Vec<Rc<str>> {
        self.get(place, key);
        self.reader.texts(place, key)
    }

    pub(super) fn texts_at(&mut self, place: &Place, key: &str) -> Vec<(Rc<str>, String)> {
        self.get(place, key);
        self.reader.texts_at(place, key)
    }

    pub(super) fn one_of(&mut self, place: &Place, key: &str, words: &[&str]) -> usize {
        self.get(place, key);
        self.reader.one_of(place, key, words)
    }

    pub(super) fn bool_or(&mut self, place: &Place, key: &str) -> bool {
        self.get(place, key);
        self.reader.bool_or(place, key)
    }

    pub(super) fn optional_number(
        &mut self,
        place: &Place,
        key: &str,
        least: u64,
        most: u64,
    ) -> Option<u64> {
        self.get(place, key);
        self.reader.optional_number(place, key, least, most)
    }
}
