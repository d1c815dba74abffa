//! Walks a JSON value, notes each problem with its place, and keeps going.

use super::json::Json;
use super::problem::{Expected, Problem, ProblemKind};
use crate::model::sorted::{Map, Set};
use std::rc::Rc;

/// A JSON object and where it stands in its file.
pub(crate) struct Place<'a> {
    pub(crate) map: &'a Map<Json>,
    pub(crate) at: String,
}

/// Largest file that is read, in bytes: a pack of 10,000 items with all guidance has about 35 MB.
pub(crate) const MOST_BYTES: usize = 40_000_000;

/// The problems met so far, and the ways to read a value.
#[derive(Default)]
pub(crate) struct Reader {
    pub(crate) problems: Vec<Problem>,
    /// The version of the format that the file has.
    pub(crate) format: u64,
}

/// Parses a file whose first words are `"plumbline": "<kind>"` and `"format": <version>`.
pub(crate) fn open(text: &str, kind: &str, newest: u64) -> Result<Json, Problem> {
    let whole = |kind| Problem { at: String::new(), kind };
    let text = without_mark(text);
    if text.trim().is_empty() {
        return Err(whole(ProblemKind::Empty));
    }
    if text.len() > MOST_BYTES {
        return Err(whole(ProblemKind::TooLarge { found: text.len(), most: MOST_BYTES }));
    }
    let value: Json = serde_json::from_str(text)
        .map_err(|e| whole(ProblemKind::NotJson { line: e.line(), column: e.column() }))?;
    check(&value, kind, newest).map(|()| value)
}

/// The text without a byte order mark, which is not JSON (RFC 8259, 8.1 lets a reader skip it).
pub(crate) fn without_mark(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

/// Whether a value is a file of this kind that this build can read. The place is within the value.
pub(crate) fn check(value: &Json, kind: &str, newest: u64) -> Result<(), Problem> {
    if value.get("plumbline").and_then(Json::as_str) != Some(kind) {
        return Err(Problem { at: String::new(), kind: ProblemKind::NotThisFormat });
    }
    let format = value.get("format").unwrap_or(&Json::Null);
    let kind = match format.as_u64() {
        Some(found) if found > newest => ProblemKind::Newer { found, newest },
        Some(found) if found > 0 => return Ok(()),
        _ => no_number(format),
    };
    Err(Problem { at: "/format".into(), kind })
}

/// What is wrong with a value that is no whole number.
pub(crate) fn no_number(value: &Json) -> ProblemKind {
    match value {
        Json::Text(_) => ProblemKind::TextForNumber,
        _ => ProblemKind::Expected(Expected::Number),
    }
}

/// The pointer of a member of the object at a pointer (RFC 6901).
pub(crate) fn pointer(at: &str, key: &str) -> String {
    format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"))
}

impl<'a> Place<'a> {
    /// The pointer of a member.
    pub(crate) fn path(&self, key: &str) -> String {
        pointer(&self.at, key)
    }

    /// Whether a member is there; `null` is nothing.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.map.get(key).is_some_and(|value| !value.is_null())
    }
}

impl Reader {
    pub(crate) fn note(&mut self, at: String, kind: ProblemKind) {
        self.problems.push(Problem { at, kind });
    }

    pub(crate) fn object<'a>(&mut self, value: &'a Json, at: String) -> Option<Place<'a>> {
        match value {
            Json::Object(map) => Some(Place { map, at }),
            _ => {
                self.note(at, ProblemKind::Expected(Expected::Object));
                None
            }
        }
    }

    /// Text that must be there and say something.
    pub(crate) fn text(&mut self, place: &Place, key: &str) -> Rc<str> {
        if !place.has(key) {
            self.note(place.path(key), ProblemKind::Missing);
            return "".into();
        }
        let text = self.optional_str(place, key);
        if text.trim().is_empty()
            && place.map.get(key).is_some_and(|value| value.as_str().is_some())
        {
            self.note(place.path(key), ProblemKind::Blank);
        }
        text
    }

    /// The identifier of an object that stands once among its kind.
    pub(crate) fn id(&mut self, taken: &mut Set, place: &Place) -> Rc<str> {
        let id = self.text(place, "id");
        if !id.is_empty() && !taken.insert(id.clone()) {
            self.note(place.path("id"), ProblemKind::Duplicate(id.to_string()));
        }
        id
    }

    /// Text that may be absent or empty.
    pub(crate) fn optional_str(&mut self, place: &Place, key: &str) -> Rc<str> {
        match place.map.get(key) {
            None | Some(Json::Null) => "".into(),
            Some(Json::Text(text)) => text.clone(),
            Some(_) => {
                self.note(place.path(key), ProblemKind::Expected(Expected::Text));
                "".into()
            }
        }
    }

    pub(crate) fn bool_or(&mut self, place: &Place, key: &str) -> bool {
        match place.map.get(key) {
            None | Some(Json::Null) => false,
            Some(Json::Bool(yes)) => *yes,
            Some(_) => {
                self.note(place.path(key), ProblemKind::Expected(Expected::Bool));
                false
            }
        }
    }

    /// A whole number within bounds; the lower bound where it is absent or wrong.
    pub(crate) fn number(&mut self, place: &Place, key: &str, least: u64, most: u64) -> u64 {
        self.optional_number(place, key, least, most).unwrap_or(least)
    }

    /// A whole number within bounds; `None` where it is absent or wrong.
    pub(crate) fn optional_number(
        &mut self,
        place: &Place,
        key: &str,
        least: u64,
        most: u64,
    ) -> Option<u64> {
        let value = place.map.get(key).filter(|value| !value.is_null())?;
        let kind = match value.as_u64() {
            Some(n) if (least..=most).contains(&n) => return Some(n),
            Some(_) => ProblemKind::OutOfRange { least, most },
            None if value.as_f64().is_some_and(|n| n < 0.0 && n.trunc() == n) => {
                ProblemKind::OutOfRange { least, most }
            }
            None => no_number(value),
        };
        self.note(place.path(key), kind);
        None
    }

    /// The members of a list with the pointer of each; an absent list is empty.
    pub(crate) fn list<'a>(&mut self, place: &Place<'a>, key: &str) -> Vec<(&'a Json, String)> {
        match place.map.get(key) {
            // Most lists of a pack are absent, and a pointer takes longer to write than to skip.
            None | Some(Json::Null) => Vec::new(),
            Some(Json::List(values)) => {
                let at = place.path(key);
                values.iter().enumerate().map(|(i, value)| (value, format!("{at}/{i}"))).collect()
            }
            Some(_) => {
                self.note(place.path(key), ProblemKind::Expected(Expected::List));
                Vec::new()
            }
        }
    }

    /// The objects of a list; other members are noted and left out.
    pub(crate) fn objects<'a>(&mut self, place: &Place<'a>, key: &str) -> Vec<Place<'a>> {
        let list = self.list(place, key);
        list.into_iter().filter_map(|(value, at)| self.object(value, at)).collect()
    }

    /// Notes a list that is absent or has no members.
    pub(crate) fn not_empty(&mut self, place: &Place, key: &str) {
        if !place.has(key) || place.map.get(key).and_then(Json::as_list).is_some_and(Vec::is_empty)
        {
            self.note(place.path(key), ProblemKind::Missing);
        }
    }

    /// The objects of a list that must not be empty.
    pub(crate) fn non_empty_objects<'a>(&mut self, place: &Place<'a>, key: &str) -> Vec<Place<'a>> {
        self.not_empty(place, key);
        self.objects(place, key)
    }

    pub(crate) fn child<'a>(&mut self, place: &Place<'a>, key: &str) -> Option<Place<'a>> {
        match place.map.get(key) {
            None | Some(Json::Null) => None,
            Some(value) => self.object(value, place.path(key)),
        }
    }

    /// The texts of a list, each with its pointer; blank ones are noted.
    pub(crate) fn texts_at(&mut self, place: &Place, key: &str) -> Vec<(Rc<str>, String)> {
        let mut texts = Vec::new();
        for (value, at) in self.list(place, key) {
            match value.as_str() {
                Some(text) if !text.trim().is_empty() => texts.push((text.into(), at)),
                Some(_) => self.note(at, ProblemKind::Blank),
                None => self.note(at, ProblemKind::Expected(Expected::Text)),
            }
        }
        texts
    }

    /// The same without pointers, which take longer to write than all else: most of a pack is
    /// lists of texts.
    pub(crate) fn texts(&mut self, place: &Place, key: &str) -> Vec<Rc<str>> {
        let says_something = |value: &Json| value.as_str().is_some_and(|t| !t.trim().is_empty());
        match place.map.get(key) {
            Some(Json::List(values)) if values.iter().all(says_something) => {
                values.iter().filter_map(Json::text).collect()
            }
            _ => self.texts_at(place, key).into_iter().map(|(text, _)| text).collect(),
        }
    }

    /// Exactly five texts, one a level; `None` where the list is absent or wrong.
    pub(crate) fn five_strings(&mut self, place: &Place, key: &str) -> Option<[Rc<str>; 5]> {
        let texts = self.texts(place, key);
        let found = place.map.get(key)?.as_list()?.len();
        if found != 5 {
            self.note(place.path(key), ProblemKind::Length { needed: 5, found });
        }
        texts.try_into().ok()
    }

    /// One of the given words, by position; the first where it is absent or wrong.
    pub(crate) fn one_of(&mut self, place: &Place, key: &str, words: &[&str]) -> usize {
        let word = self.text(place, key);
        if word.is_empty() {
            return 0;
        }
        self.word(&word, place.path(key), words).unwrap_or(0)
    }

    /// Which of the given words this is; a word that is none of them is noted.
    pub(crate) fn word(&mut self, word: &str, at: String, words: &[&str]) -> Option<usize> {
        let position = words.iter().position(|known| *known == word);
        if position.is_none() {
            let (found, allowed) = (word.to_owned(), words.join(", "));
            self.note(at, ProblemKind::NotOneOf { found, allowed });
        }
        position
    }
}
