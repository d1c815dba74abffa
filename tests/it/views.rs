//! Every view as HTML, drawn without a browser.
//!
//! `BLESS=1` writes the golden files anew: read what changed before committing it.

mod pseudo;
mod rules;

use crate::drawn::{problems, widget};
use crate::examples::{self, frames};
use crate::html;
use crate::script::{in_full, then};
use crate::support::compared;
use plumbline::i18n::text::Text;
use scraper::Html;
use similar::TextDiff;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

fn english() -> Rc<Text> {
    Rc::new(crate::support::english())
}

/// Every example with its name, in these words and with this pack.
fn every_view(
    pack: &Rc<plumbline::model::pack::Pack>,
    text: &Rc<Text>,
) -> Vec<(&'static str, Html)> {
    let examples = examples::all(pack).into_iter();
    let mut all: Vec<_> = examples.map(|(name, state)| (name, widget(state, text))).collect();
    all.push(("problems", problems(examples::problems(), text)));
    all
}

/// Views that are much like another: of them the golden file holds what differs.
const ALIKE: &[(&str, &[&str])] = &[
    ("loading", &["loading-again", "loading-late"]),
    ("start-empty", &["start-samples", "start-library", "start-library-many"]),
    ("library", &["library-delete", "library-delete-all"]),
    ("profile-choices", &["profile-empty", "profile-decided", "profile-elsewhere"]),
    ("proposals-decided", &["proposals-open", "proposals-elsewhere"]),
    ("sections-part", &["sections-fresh", "sections-done", "sections-quick"]),
    ("control-no-reason", &["control-hollow-reason", "control-short-reason", "control-excluded"]),
    ("search-words", &["search-nothing", "search-filters", "search-owner"]),
    ("result-part", &["result-trying"]),
    ("result-full", &["result-no-gaps", "result-quick"]),
    (
        "result-board-part",
        &[
            "result-board-elsewhere",
            "result-board-full",
            "result-board-quick",
            "result-board-since",
        ],
    ),
    ("result-plan", &["result-plan-elsewhere"]),
    ("answers-sections", &["answers-elsewhere"]),
    ("answers-empty", &["answers-phase"]),
    ("answers-stage", &["answers-quick"]),
    ("grid-part", &["grid-empty", "grid-quick"]),
    (
        "statement-part",
        &["statement-empty", "statement-full", "statement-quick", "statement-elsewhere"],
    ),
    (
        "statement-theme-part",
        &["statement-theme-elsewhere", "statement-theme-full", "statement-theme-applied"],
    ),
    (
        "statement-theme-reasons",
        &["statement-theme-empty", "statement-theme-missing", "statement-theme-left-out"],
    ),
    ("statement-theme-marked", &["statement-theme-entered", "statement-theme-entered-narrow"]),
    ("statement-own", &["statement-own-elsewhere"]),
    ("what-if-tried", &["what-if-part", "what-if-set", "what-if-elsewhere"]),
    ("milestones", &["milestones-typing", "milestones-unreadable", "milestones-elsewhere"]),
    ("milestones-empty", &["milestones-other", "milestones-other-unreadable"]),
    ("compare-none", &["compare-same", "compare-unreadable"]),
];

/// What the frame around a view holds: each form of each part of it, after the examples that show
/// it.
fn surroundings(views: &[(&'static str, Html)]) -> String {
    let mut forms: Vec<(String, BTreeSet<&str>)> = Vec::new();
    for (name, view) in views.iter().filter(|(name, _)| frames::NAMES.contains(name)) {
        let parts = ".top > *, .notices > *, .widget > :not(.top, .notices, .view)";
        for part in html::select(view.root_element(), parts).into_iter().map(html::whole) {
            match forms.iter_mut().find(|(form, _)| *form == part) {
                Some((_, names)) => _ = names.insert(name),
                None => forms.push((part, BTreeSet::from([*name]))),
            }
        }
    }
    let names = |names: &BTreeSet<&str>| names.iter().copied().collect::<Vec<_>>().join(" ");
    forms.iter().map(|(form, shown)| format!("{}:\n\n{form}\n", names(shown))).collect()
}

/// What of a view its golden file holds: what is in the frame; of one that is much like another,
/// the lines that differ.
fn kept(name: &str, views: &BTreeMap<&str, String>) -> (String, String) {
    let Some((base, _)) = ALIKE.iter().find(|(_, alike)| alike.contains(&name)) else {
        return (format!("views/{name}.html"), views[name].clone());
    };
    let diff = TextDiff::from_lines(&views[base], &views[name]);
    let mut lines = format!("Beside {base}:\n");
    for hunk in diff.grouped_ops(0) {
        lines += "\n";
        for change in hunk.iter().flat_map(|op| diff.iter_changes(op)) {
            lines += &format!("{}{change}", change.tag());
        }
    }
    (format!("views/{name}.diff"), lines)
}

#[test]
fn every_view_looks_as_it_was_read_and_found_good() {
    let drawn = every_view(&crate::script::pack(), &english());
    let mut goldens = vec![("frames.html".to_owned(), surroundings(&drawn))];
    let views = drawn.iter().filter(|(name, _)| !frames::NAMES.contains(name));
    let views: BTreeMap<&str, String> = views.map(|(name, view)| (*name, inside(view))).collect();
    goldens.extend(views.keys().map(|name| kept(name, &views)));
    let results = goldens.iter().map(|(file, found)| compared(file, found));
    let differ: Vec<String> = results.filter_map(|r| r.err()).map(|e| e.to_string()).collect();
    assert!(differ.is_empty(), "{}\nBLESS=1 rewrites them; read them first", differ.concat());

    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/golden/views");
    let files = std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file"));
    let files = files.map(|file| format!("views/{}", file.file_name().to_string_lossy()));
    let known: Vec<&String> = goldens.iter().map(|(file, _)| file).collect();
    let left: Vec<String> = files.filter(|file| !known.contains(&file)).collect();
    assert_eq!(left, Vec::<String>::new(), "no example draws them any more");
}

/// The outline of what is in the frame.
fn inside(view: &Html) -> String {
    let root = view.root_element();
    let view = html::select(root, ".view").first().copied();
    html::outline(view.unwrap_or(root))
}

#[test]
fn every_view_is_drawn_the_same_each_time() {
    let draw = || every_view(&crate::script::pack(), &english());
    for ((name, once), (_, twice)) in draw().iter().zip(&draw()) {
        let [once, twice] = [once, twice].map(|view| html::outline(view.root_element()));
        assert!(once == twice, "{name}");
    }
}

#[test]
fn a_page_says_in_a_sentence_how_it_stands() {
    let full = format!("{}{}", examples::PART, examples::REST);
    for (script, page, expected) in [
        (
            "",
            "what-if",
            "Stage 1: cannot say yet. Likely majors: 0. Likely minors: 0. Observations: 0. \
             Overall: 0\u{2013}100 %.",
        ),
        (
            "",
            "what-if",
            "Nothing that you answered stops a stage or is a gap. Here you can try levels for any \
             question.",
        ),
        (
            &format!("{full}\nact try 8 | 0"),
            "what-if",
            "Stage 1 would be ready. Stage 2 would stop at 1 thing. 0 of 1 likely minors would be \
             closed. 1 likely major would be new. Overall 98 % would become 95 %.",
        ),
        (
            &format!("{full}{}", examples::OWNERS),
            "answers/owner",
            "Somebody looks after every question that is below level 3.",
        ),
        (
            &format!("{}\nmode quick", examples::PART),
            "plan",
            "The quick check asks too little to say that you are ready. The full assessment keeps \
             your answers.",
        ),
    ] {
        let state = then(&in_full(script), &format!("go result/{page}"));
        let view = widget(state.state, &english());
        let told = html::select(view.root_element(), ".view p").into_iter().map(html::words);
        let told: Vec<String> = told.collect();
        assert!(told.iter().any(|one| one == expected), "{page}: {expected} is not in {told:#?}");
    }
}
