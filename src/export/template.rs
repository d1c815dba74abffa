//! A text to fill in, as a file: what the profile has is filled in, the rest stays as a clear blank.
//!
//! The texts are Markdown of a few constructs ([`blocks`]); so that a typed value cannot become
//! markup, HTML is made of the text first and filled then, and in Markdown each value is escaped.

mod blocks;
mod html;

use super::{file_name, markdown, statement, File, Format};
use crate::i18n::text::Text;
use crate::i18n::wording::Wording;
use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::pack::Pack;
use std::borrow::Cow;
use std::rc::Rc;

pub use blocks::unknown;

/// A format of a text to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateFormat {
    /// A page to read and print, which word processors open too.
    Html,
    /// As it is, for wikis and editors.
    Markdown,
}

/// What may be filled in; a text names each in braces.
const FIELDS: [&str; 4] = ["organisation", "scope", "sector", "size"];

/// Longest name of a text within that of the file that is handed out, in characters.
const NAME: usize = 25;

/// All that a text is filled with.
struct Filling<'a> {
    words: Wording<'a>,
    assessment: &'a Assessment,
    /// What the file says of itself: what it is, and what made it.
    notes: [Rc<str>; 2],
}

/// A text with its blanks filled as far as the profile goes. `template` is the name of its file,
/// `source` its Markdown.
pub(super) fn file(
    template: &str,
    format: TemplateFormat,
    source: &str,
    pack: &Pack,
    assessment: &Assessment,
    today: Date,
    text: &Text,
) -> File {
    let words = Wording { text, pack };
    let notes = [words.get("template.note"), statement::made_by(&words, today)];
    let filling = Filling { words, assessment, notes };
    let (format, content) = match format {
        TemplateFormat::Html => (Format::Html, html::render(source, &filling)),
        TemplateFormat::Markdown => (Format::Markdown, filling.markdown(source)),
    };
    let names = [&*assessment.organisation.name, &assessment.name, "draft"];
    let first = ["plumbline-", &plain_name(template)].concat();
    File {
        name: file_name(&first, &names, today, format.extension()),
        media_type: format.media_type(),
        content,
    }
}

/// What a file is called without its folder and its end. Bytes are compared in place: a search for a
/// character would be shared with the main part of the program, and not be inlined there any more.
pub fn name(file: &str) -> &str {
    let bytes = file.as_bytes();
    let from = bytes.iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
    let end = bytes.iter().rposition(|byte| *byte == b'.').filter(|at| *at > from);
    file.get(from..end.unwrap_or(file.len())).unwrap_or(file)
}

/// The same as far as every system accepts it.
fn plain_name(file: &str) -> String {
    let plain = name(file).chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-');
    plain.take(NAME).collect()
}

impl Filling<'_> {
    fn markdown(&self, source: &str) -> String {
        let mut out = String::with_capacity(source.len() + 1000);
        for piece in pieces(source) {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Blank(blank) => {
                    out.push('[');
                    out.push_str(blank);
                    out.push(']');
                }
                Piece::Field(field) => match self.value(field) {
                    Some(value) => markdown::escape(&mut out, &value),
                    None => {
                        out.push('[');
                        out.push_str(&self.blank(field));
                        out.push(']');
                    }
                },
            }
        }
        out.truncate(out.trim_end().len());
        out.push_str("\n\n---\n\n");
        for note in &self.notes {
            markdown::paragraph(&mut out, note);
        }
        out.pop();
        out
    }

    /// What the profile says of a field; `None` where it says nothing.
    fn value(&self, field: &str) -> Option<Cow<'_, str>> {
        let organisation = &self.assessment.organisation;
        let value = match field {
            "organisation" => Cow::Borrowed(&*organisation.name),
            "scope" => Cow::Borrowed(&*organisation.scope),
            "sector" => Cow::Borrowed(&*organisation.sector),
            "size" => Cow::Owned(self.words.size(Some(organisation.size?)).to_string()),
            _ => return None,
        };
        (!value.trim().is_empty()).then_some(value)
    }

    /// What to write in a field that the profile does not have.
    fn blank(&self, field: &str) -> Rc<str> {
        match field {
            "organisation" => self.words.get("template.organisation"),
            "scope" => self.words.get("template.scope"),
            "sector" => self.words.get("template.sector"),
            _ => self.words.get("template.size"),
        }
    }
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    /// Words as they are.
    Words(&'a str),
    /// What whoever fills it in has to write; it stands in brackets.
    Blank(&'a str),
    /// What the profile may have; it stands in braces.
    Field(&'a str),
}

/// The pieces of a text, in order. What is not closed is words.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', '{']) {
        let (before, from) = rest.split_at(at);
        let (close, field) = if from.starts_with('{') { ('}', true) } else { (']', false) };
        let inside = from.get(1..).and_then(|from| from.split_once(close));
        let Some((inside, after)) = inside.filter(|(inside, _)| !field || FIELDS.contains(inside))
        else {
            // One that opens nothing is a word like others.
            let (words, after) = rest.split_at(at + 1);
            pieces.push(Piece::Words(words));
            rest = after;
            continue;
        };
        pieces.push(Piece::Words(before));
        pieces.push(if field { Piece::Field(inside) } else { Piece::Blank(inside) });
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    pieces
}
