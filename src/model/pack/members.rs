//! Where the members of a JSON text stand in it.
//!
//! The parser takes the last of several members with one name and keeps no text (RFC 8259, section 4:
//! what a reader does with them differs). What has to be told of a file, or kept as it was written,
//! is found here in a second walk, so that the parser, which every visitor downloads, stays small.

use super::json::Json;
use super::read::pointer;
use crate::model::sorted::{Map, Set};
use std::rc::Rc;

/// The members that stand more than once in their object: the pointer of each, once for an object.
/// The text is JSON; of other text it says something or nothing.
pub fn twice(text: &str) -> Vec<String> {
    Walk::through(text, false).twice
}

/// Every member by its pointer, with the text of its value. Of several with one name, the last
/// counts, as for the parser.
pub(crate) struct Members(Map<Json>);

impl Members {
    /// The text is JSON.
    pub(crate) fn of(text: &str) -> Members {
        Members(Walk::through(text, true).members.into_iter().collect())
    }

    /// The text of the value at a pointer.
    pub(crate) fn text(&self, at: &str) -> Option<&str> {
        self.0.get(at)?.as_str()
    }
}

/// The parser refuses what goes deeper; in text that is no JSON the walk ends there.
const MOST_NESTED: usize = 128;

struct Walk<'t> {
    text: &'t str,
    /// How far it has come, in bytes.
    at: usize,
    /// Where it is: names of members and positions in lists.
    path: Vec<Rc<str>>,
    twice: Vec<String>,
    wants_members: bool,
    /// As values that the parser sorts as well: another sort would weigh more than this module.
    members: Vec<(Rc<str>, Json)>,
}

impl<'t> Walk<'t> {
    fn through(text: &'t str, wants_members: bool) -> Walk<'t> {
        let (path, twice, members) = (Vec::new(), Vec::new(), Vec::new());
        let mut walk = Walk { text, at: 0, path, twice, wants_members, members };
        walk.value();
        walk
    }

    /// The rest of the text, as bytes.
    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The next byte that is no blank and no sign between values.
    fn next(&mut self) -> Option<u8> {
        let skipped = self.rest().iter().take_while(|byte| b" \t\r\n,:\xef\xbb\xbf".contains(byte));
        self.at += skipped.count();
        self.rest().first().copied()
    }

    fn value(&mut self) -> &'t str {
        let next = self.next();
        let from = self.at;
        match next {
            _ if self.path.len() > MOST_NESTED => self.at = self.text.len(),
            Some(b'{') => self.object(),
            Some(b'[') => self.list(),
            Some(b'"') => self.string(),
            _ => {
                let word = self.rest().iter().take_while(|byte| !b" \t\r\n,:{}[]\"".contains(byte));
                self.at += word.count();
            }
        }
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn object(&mut self) {
        self.at += 1;
        let mut names = Vec::new();
        while self.next() == Some(b'"') {
            let from = self.at;
            self.string();
            let name = unescaped(self.text.get(from..self.at).unwrap_or_default());
            self.path.push(name.clone());
            let value = self.value();
            if self.wants_members {
                self.members.push((self.pointer().into(), Json::Text(value.into())));
            }
            self.path.pop();
            names.push(name);
        }
        self.at += 1;
        self.tell_twice(&names);
    }

    /// Notes the names of an object of which one stands further on.
    fn tell_twice(&mut self, names: &[Rc<str>]) {
        let places = names.iter().enumerate();
        let places: Vec<_> =
            places.map(|(place, name)| (name.clone(), Json::Number(place as f64))).collect();
        let last: Map<Json> = places.into_iter().collect();
        if last.len() == names.len() {
            return;
        }
        let mut told = Set::default();
        for (place, name) in names.iter().enumerate() {
            let is_last = last.get(name).and_then(Json::as_f64) == Some(place as f64);
            if !is_last && told.insert(name.clone()) {
                self.twice.push(pointer(&self.pointer(), name));
            }
        }
    }

    fn list(&mut self) {
        self.at += 1;
        for position in 0.. {
            if matches!(self.next(), None | Some(b']' | b'}')) {
                break;
            }
            self.path.push(position.to_string().into());
            self.value();
            self.path.pop();
        }
        self.at += 1;
    }

    fn string(&mut self) {
        self.at += 1;
        let mut is_escaped = false;
        for byte in self.rest() {
            self.at += 1;
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'"' => return,
                _ => (),
            }
        }
    }

    fn pointer(&self) -> String {
        self.path.iter().fold(String::new(), |at, step| pointer(&at, step))
    }
}

/// What a string says that stands in its quotation marks.
fn unescaped(quoted: &str) -> Rc<str> {
    if quoted.contains('\\') {
        if let Ok(Json::Text(text)) = serde_json::from_str(quoted) {
            return text;
        }
    }
    quoted.trim_matches('"').into()
}
