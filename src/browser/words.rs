//! The words that a widget was given: locale files, as the element fetches them.

use super::clock;
use crate::text::Text;
use std::rc::Rc;
use web_sys::Element;

/// Locale files, each of which fills what those before it lack.
#[derive(Default)]
pub(super) struct Words {
    /// The words of the interface: English, then the wanted language.
    pub(super) first: Vec<String>,
    /// Those of the report, which come later, in the same order. After a change of language they
    /// are those of the language before until the new ones have come.
    pub(super) later: Vec<String>,
}

impl Words {
    /// The words and their language, which the element says too.
    pub(super) fn text(&self, root: &Element) -> (Rc<Text>, Rc<str>) {
        let mut text = Text::parse("", None, Text::english_plural());
        for file in self.first.iter().chain(&self.later) {
            text = Text::parse(file, Some(&text), Text::english_plural());
        }
        // The file says its language, and the language has the rule of plurals.
        let lang = text.get("lang");
        let text = text.with_plural(clock::plural(&lang)).with_lower(clock::lower());
        let _ = root.set_attribute("lang", &lang);
        let _ = root.set_attribute("dir", &text.get("dir"));
        (Rc::new(text), lang)
    }
}
