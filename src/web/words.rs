//! The words that a widget was given: locale files, as the element fetches them.

use super::clock;
use crate::i18n::text::Text;
use std::rc::Rc;
use web_sys::Element;

/// Locale files, each of which fills what those before it lack.
pub(super) struct Words {
    /// The words of the interface: English, then the wanted language.
    first: Vec<String>,
    /// Those of the report, which come later, in the same order. After a change of language they
    /// are those of the language before until the new ones have come.
    later: Vec<String>,
    text: Rc<Text>,
}

impl Words {
    /// The words of the interface. The element gets their language.
    pub(super) fn new(first: Vec<String>, root: &Element) -> Words {
        let text = Rc::new(Text::parse("", None, Text::english_plural()));
        let mut words = Words { first, later: Vec::new(), text };
        words.read(root);
        words
    }

    pub(super) fn set_first(&mut self, files: Vec<String>, root: &Element) {
        self.first = files;
        self.read(root);
    }

    pub(super) fn set_later(&mut self, files: Vec<String>, root: &Element) {
        self.later = files;
        self.read(root);
    }

    pub(super) fn text(&self) -> Rc<Text> {
        self.text.clone()
    }

    fn read(&mut self, root: &Element) {
        let mut text = Text::parse("", None, Text::english_plural());
        for file in self.first.iter().chain(&self.later) {
            text = Text::parse(file, Some(&text), Text::english_plural());
        }
        // The file says its language, and the language has the rule of plurals.
        let lang = text.get("lang");
        let text = text.with_plural(clock::plural(&lang)).with_lower(clock::lower());
        let _ = root.set_attribute("lang", &lang);
        let _ = root.set_attribute("dir", &text.get("dir"));
        self.text = Rc::new(text);
    }
}
