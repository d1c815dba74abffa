//! What explains a question further, as it is shown; and the texts to fill in beside a question.

use crate::drawn::{acts, control, elements, find, page, Element, Node};
use crate::script::{effects, in_full, then, told, InputValue};
use plumbline::app::State;
use plumbline::model::pack::Pack;
use std::rc::Rc;

const FILE: &str = r#"{"plumbline": "explanations", "format": 1, "pack": "small", "items": {"4.1":
    {"example": "A bakery keeps a list.", "mistakes": ["No date", "No owner"],
    "asked": ["When was it looked at?"], "who": "The owner", "related": ["4.2", "A.5.1"],
    "shows": "The list with its date", "templates": ["texts/context.md"]}}}"#;

fn shown(state: &State, question: &str) -> Vec<Node> {
    page(&then(state, &format!("prefer one\ngo question/{question}/sections")))
}

/// The part of the question that a button with these words opens.
fn disclosure<'a>(page: &'a [Node], words: &str) -> Option<&'a Element> {
    let opens = |element: &&Element| {
        element.get("aria-expanded").is_some() && element.words().starts_with(words)
    };
    let button = elements(page).into_iter().find(opens)?;
    Some(find(page, "id", button.get("aria-controls")?))
}

fn explained(page: &[Node]) -> &Element {
    disclosure(page, "Example").expect("an explanation")
}

#[test]
fn an_explanation_says_all_that_its_file_has() {
    let state = then(&in_full(""), &format!("explain\nexplained {}", FILE.replace('\n', " ")));
    let page = shown(&state, "4.1");
    let part = explained(&page);
    let words = part.words();
    for said in [
        "An example A bakery keeps a list.",
        "Common mistakes No date No owner",
        "What an auditor may ask When was it looked at?",
        "Who usually knows The owner",
        "What shows the level \u{201c}Operating\u{201d} The list with its date",
        "Related questions 4.2 Who expects something",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    // The links lead there and come back to where the reader came from.
    let texts = ["text texts/context.md html", "text texts/context.md markdown"];
    let links = ["go question/4.2/sections", "go question/A.5.1/sections"];
    assert_eq!(acts(&part.children), [texts, links].concat());
    let other = shown(&state, "4.2");
    assert!(explained(&other).words().contains("There is nothing more about this question."));
}

#[test]
fn an_explanation_that_comes_or_failed_says_so() {
    let state = in_full("");
    for script in ["", "explain"] {
        let page = shown(&then(&state, script), "4.1");
        assert!(explained(&page).words().contains("This is loading."));
    }
    let failed = then(&state, "explain\nexplained\nprefer one\ngo question/4.1/sections");
    let page = page(&failed);
    let item = failed.pack.find("4.1").expect("an item");
    let id = format!("q{item}-explained");
    let again = control(&page, &format!("explain #{id}"));
    let status = find(&page, "id", &id);
    assert_eq!(status.get("role"), Some("status"));
    assert_eq!(status.get("tabindex"), Some("-1"), "it takes the focus of the button");
    told(effects(&again.used(&failed, &InputValue::Nothing)), &format!("explain\nfocus {id}"));
}

#[test]
fn a_questionnaire_without_explanations_offers_none() {
    let mut state = in_full("").state;
    assert!(disclosure(&shown(&state, "4.1"), "Example").is_some());
    let bare = include_str!("examples/pack.json").replace("\"explanations.json\"", "\"\"");
    let (pack, problems): (Pack, _) = plumbline::model::pack::parse(&bare);
    assert_eq!(problems, []);
    state.pack = Rc::new(pack);
    assert!(disclosure(&shown(&state, "4.1"), "Example").is_none());
}

#[test]
fn texts_to_fill_in_are_offered_with_the_documents_that_a_question_asks_for() {
    let state = in_full("");
    let page = shown(&state, "A.5.1");
    let good = disclosure(&page, "What good looks like").expect("guidance");
    assert!(good.words().contains("Text to fill in: our rules"));
    let offered = [
        "text texts/our-rules.md html",
        "text texts/our-rules.md markdown",
        "text texts/our-policy.md html",
        "text texts/our-policy.md markdown",
    ];
    assert_eq!(acts(&good.children), offered);
    let html = control(&good.children, offered[0]);
    assert_eq!(html.get("aria-label"), Some("Download as HTML: our rules"));
    told(effects(&html.used(&state, &InputValue::Nothing)), "download texts/our-rules.md Html");
}
