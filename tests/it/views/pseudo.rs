//! Whether all words come from the locale and the pack: drawn in a language that has no ASCII
//! letter, is 40 % longer, runs from right to left and counts in another way.

use super::{english, every_view, rules};
use crate::examples::TYPED;
use crate::html::{around, select};
use crate::script::PACK;
use crate::support::{ENGLISH, REPORT};
use plumbline::i18n::text::Text;
use plumbline::model::pack::{parse, Pack};
use scraper::Html;
use serde_json::{Map, Value};
use std::rc::Rc;

/// A text in that language; what stands in braces is a place for a value.
fn pseudo(text: &str) -> String {
    const SMALL: &str = "áƀçđéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýž";
    const LARGE: &str = "ÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";
    let mut value = false;
    let mut out: String = text
        .chars()
        .map(|c| {
            value = (value || c == '{') && c != '}';
            match c {
                'a'..='z' if !value => SMALL.chars().nth((c as u8 - b'a').into()).unwrap_or(c),
                'A'..='Z' if !value => LARGE.chars().nth((c as u8 - b'A').into()).unwrap_or(c),
                c => c,
            }
        })
        .collect();
    let longer = text.chars().count() * 2 / 5;
    out.extend(std::iter::repeat_n('ẋ', longer));
    out
}

fn words() -> Rc<Text> {
    let mut words = Map::new();
    for file in [ENGLISH, REPORT] {
        words.extend(serde_json::from_str::<Map<String, Value>>(file).expect("an object"));
    }
    for (key, value) in &mut words {
        *value = match (&**key, value.as_str()) {
            ("lang", _) => "ar-XB".into(),
            ("dir", _) => "rtl".into(),
            (_, text) => pseudo(text.expect("text")).into(),
        };
    }
    let file = Value::Object(words).to_string();
    Rc::new(Text::parse(&file, Some(&english_words()), Rc::new(|_| "few".into())))
}

fn english_words() -> Text {
    Text::clone(&english())
}

/// The pack of the tests with all that a reader sees in that language.
fn pack() -> Rc<Pack> {
    const TEXTS: &[&str] = &[
        "title", "notice", "name", "question", "why", "small", "text", "hint", "reason", "about",
        "measures", "formula", "unit", "target", "who", "source", "term", "checks",
    ];
    const LISTS: &[&str] = &[
        "evidence",
        "guidance",
        "larger",
        "names",
        "requirement",
        "control",
        "levels",
        "contains",
        "also",
    ];
    fn translate(value: &mut Value, all: bool) {
        match value {
            Value::String(text) if all => *text = pseudo(text),
            Value::Array(values) => values.iter_mut().for_each(|value| translate(value, all)),
            Value::Object(map) => {
                for (key, value) in map {
                    let text = value.is_string() && TEXTS.contains(&&**key);
                    let list = value.is_array() && LISTS.contains(&&**key);
                    translate(value, all || text || list || key == "titles");
                }
            }
            _ => (),
        }
    }
    let mut pack: Value = serde_json::from_str(PACK).expect("JSON");
    for (key, value) in pack.as_object_mut().expect("an object") {
        translate(value, matches!(&**key, "title" | "notice" | "titles"));
    }
    let (pack, problems) = parse(&pack.to_string());
    assert_eq!(problems, []);
    Rc::new(pack)
}

/// What a reader sees or hears of a view, without the places of problems.
fn heard(view: &Html) -> Vec<String> {
    let mut heard = Vec::new();
    for element in view.root_element().descendent_elements() {
        let names = ["aria-label", "title", "placeholder", "alt", "value"];
        // The value of a choice is not shown.
        let choice = matches!(element.attr("type"), Some("radio" | "checkbox"))
            || element.value().name() == "option";
        let shown = names.iter().filter(|name| !(choice && **name == "value"));
        heard.extend(shown.filter_map(|name| element.attr(name)).map(str::to_owned));
        let code = |outer: scraper::ElementRef| outer.value().name() == "code";
        if !code(element) && !around(element).any(code) {
            let texts = element.children().filter_map(|node| node.value().as_text());
            heard.extend(texts.map(|text| text.to_string()));
        }
    }
    heard
}

#[test]
fn all_words_of_every_view_come_from_the_locale_and_the_pack() {
    for (name, view) in every_view(&pack(), &words()) {
        for text in heard(&view) {
            let mut rest = text.clone();
            // Texts to fill in are called as their files are.
            for known in TYPED.iter().chain(&["ISO/IEC", "our rules", "our policy"]) {
                rest = rest.replace(known, "");
            }
            let mut run = rest.split(|c: char| !c.is_ascii_alphabetic());
            assert!(run.all(|run| run.len() < 2), "{name}: {text:?} is not translated");
        }
    }
}

#[test]
fn no_view_shows_a_key_or_a_place_for_a_value() {
    let key = |text: &str| {
        let part = |part: &str| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c))
        };
        text.contains('.')
            && text.split('.').all(part)
            && text.starts_with(|c: char| c.is_ascii_lowercase())
    };
    for (name, view) in every_view(&crate::script::pack(), &english()) {
        for text in heard(&view) {
            let word = text.split_whitespace().find(|word| key(word));
            assert_eq!(word, None, "{name}: a key without words");
            assert!(!text.contains(['{', '}']), "{name}: {text:?} lacks a value");
        }
    }
}

#[test]
fn longer_words_from_right_to_left_break_no_rule() {
    rules::none(every_view(&pack(), &words()));
}

#[test]
fn no_view_names_a_side_of_the_page() {
    for (name, view) in every_view(&pack(), &words()) {
        // The direction is set once, by the element around it.
        let sides = "[class*=left], [class*=right], [dir], [align]";
        let found = select(view.root_element(), sides).into_iter().map(crate::html::tag);
        assert_eq!(found.collect::<Vec<_>>(), Vec::<String>::new(), "{name}");
    }
}
