//! Where the members of a JSON text stand in it.
//!
//! The parser takes the last of several members with one name and keeps no text (RFC 8259, section 4:
//! what a reader does with them differs). What has to be told of a file, or kept as it was written,
//! is found here in a second walk, so that the parser, which every visitor downloads, stays small.

use super::json::Json;
use super::read::pointer;
use std::borrow::Cow;

/// The members that stand more than once in their object: the pointer of each, once for an object.
/// The text is JSON; of other text it says something or nothing.
pub fn twice(text: &str) -> Vec<String> {
    Walk::through(text, false).twice
}

/// Every member with its pointer and the text of its value, in the order of the pointers. Of several
/// with one name, the last counts, as for the parser.
pub(crate) struct Members<'t>(Vec<(String, &'t str)>);

impl<'t> Members<'t> {
    /// The text is JSON.
    pub(crate) fn of(text: &'t str) -> Members<'t> {
        let mut all = Walk::through(text, true).members;
        // Stable, so that the last of several stays the last.
        all.sort_by(|(a, _), (b, _)| a.cmp(b));
        Members(all)
    }

    /// The text of the value at a pointer.
    pub(crate) fn text(&self, at: &str) -> Option<&'t str> {
        let end = self.0.partition_point(|(other, _)| other.as_str() <= at);
        let (found, text) = self.0.get(end.checked_sub(1)?)?;
        (found == at).then_some(text)
    }
}

/// The parser refuses what goes deeper; in text that is no JSON the walk ends there.
const MOST_NESTED: usize = 128;

struct Walk<'t> {
    text: &'t str,
    /// How far it has come, in bytes.
    at: usize,
    /// Where it is: names of members and positions in lists.
    path: Vec<Cow<'t, str>>,
    twice: Vec<String>,
    wants_members: bool,
    members: Vec<(String, &'t str)>,
}

impl<'t> Walk<'t> {
    fn through(text: &'t str, wants_members: bool) -> Walk<'t> {
        let (path, twice, members) = (Vec::new(), Vec::new(), Vec::new());
        let mut walk = Walk { text, at: 0, path, twice, wants_members, members };
        walk.value();
        walk
    }

    /// The next byte that is no blank and no sign between values.
    fn next(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let skipped = rest.iter().take_while(|byte| b" \t\r\n,:\xef\xbb\xbf".contains(byte));
        self.at += skipped.count();
        self.text.as_bytes().get(self.at).copied()
    }

    fn value(&mut self) -> &'t str {
        let next = self.next();
        let from = self.at;
        if self.path.len() > MOST_NESTED {
            self.at = self.text.len();
        }
        match next.filter(|_| self.at == from) {
            Some(b'{') => self.object(),
            Some(b'[') => self.list(),
            Some(b'"') => self.string(),
            _ => {
                let rest = self.text.as_bytes().get(from..).unwrap_or_default();
                let word = rest.iter().take_while(|byte| !b" \t\r\n,:{}[]\"".contains(byte));
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
                self.members.push((self.pointer(), value));
            }
            self.path.pop();
            names.push(name);
        }
        self.at += 1;
        names.sort_unstable();
        let mut told = None;
        for (position, name) in names.iter().enumerate().skip(1) {
            if names.get(position - 1) == Some(name) && told != Some(name) {
                self.twice.push(pointer(&self.pointer(), name));
                told = Some(name);
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
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        for byte in rest {
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
fn unescaped(quoted: &str) -> Cow<'_, str> {
    if quoted.contains('\\') {
        if let Ok(Json::Text(text)) = serde_json::from_str(quoted) {
            return Cow::Owned(text.to_string());
        }
    }
    Cow::Borrowed(quoted.trim_matches('"'))
}
