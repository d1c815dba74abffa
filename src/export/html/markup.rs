//! Writes HTML. Whatever comes from outside goes through [`Markup::text`] or an attribute, and
//! both escape it; [`Markup::raw`] is for what this program wrote itself.

use crate::export::content::{LangText, TextSource};
use crate::picture::element::{html, Element};

/// A page in the making.
pub(in crate::export) struct Markup<'a> {
    pub out: String,
    /// Language of the questionnaire, where it differs from that of the page.
    pack_language: Option<&'a str>,
    /// Whether the answers stand in it, to be linked to.
    pub has_answers: bool,
    /// How many bars there are: their descriptions need names of their own.
    pub bars: u32,
}

impl<'a> Markup<'a> {
    pub fn new(pack_language: Option<&'a str>) -> Markup<'a> {
        Markup { out: String::with_capacity(1 << 18), pack_language, has_answers: false, bars: 0 }
    }

    /// Markup as it is, for what this program wrote itself.
    pub fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Text, escaped.
    pub fn text(&mut self, text: &str) {
        html::words(&mut self.out, text);
    }

    pub fn element(&mut self, element: &Element) {
        html::element(&mut self.out, element);
    }

    pub fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.start(tag, attributes);
        self.raw(">");
    }

    pub fn close(&mut self, tag: &str) {
        self.raw("</");
        self.raw(tag);
        self.raw(">");
    }

    /// An element with a line of the program's own words.
    pub fn line(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// An element with words, marked with whose they are.
    pub fn words(&mut self, tag: &str, attributes: &[(&str, &str)], words: &LangText) {
        self.start(tag, attributes);
        self.source(words.source);
        self.raw(">");
        self.text(&words.text);
        self.close(tag);
    }

    /// Another language is announced (WCAG 2.2, 3.1.2). What a respondent typed decides its own
    /// direction and cannot turn that of its neighbours.
    fn source(&mut self, source: TextSource) {
        match (source, self.pack_language) {
            (TextSource::Respondent, _) => self.raw(" dir=\"auto\""),
            (TextSource::Pack, Some(language)) => self.attribute("lang", language),
            _ => (),
        }
    }

    fn start(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.raw("<");
        self.raw(tag);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.text(value);
        self.raw("\"");
    }
}
