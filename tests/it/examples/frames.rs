//! What surrounds a view: where one is, whether all is saved, what is told.

use super::{problem, problems, then};
use plumbline::app::{Failure, Notice, State};
use plumbline::model::pack::ProblemKind;
use std::rc::Rc;

/// Their names. Of all other examples the golden files hold the view alone.
pub const NAMES: &[&str] = &[
    "place-none",
    "place-profile",
    "place-search",
    "place-check",
    "place-result",
    "place-report",
    "place-library",
    "place-question",
    "place-first-question",
    "menu",
    "menu-narrow",
    "menu-elsewhere",
    "saving-busy",
    "saving-done",
    "saving-soon",
    "saving-blocked",
    "saving-full",
    "saving-overtaken",
    "saving-other",
    "spoken-undone",
    "spoken-redone",
    "spoken-nothing",
    "notice-not-opened",
    "notice-not-read",
    "notice-opened",
    "notice-damaged",
    "notice-device",
    "notice-elsewhere",
];

/// All examples, from nothing and from a new assessment.
pub fn all(nothing: &State, open: &State) -> Vec<(&'static str, State)> {
    let sections = then(open, "go sections");
    let mut all = places(nothing, open);
    all.extend(saving(&sections));
    all.extend(spoken(open));
    all.extend(notices(&sections));
    all
}

/// Where one is, as the frame shows it.
fn places(nothing: &State, open: &State) -> Vec<(&'static str, State)> {
    vec![
        ("place-none", nothing.clone()),
        ("place-profile", then(open, "go profile")),
        ("place-search", then(open, "go search")),
        ("place-check", then(open, "go check")),
        ("place-result", then(open, "go result")),
        ("place-report", then(open, "go result/documents")),
        ("place-library", then(open, "go assessments")),
        ("place-question", then(open, "4.1 = 2\ngo question/5.1/sections")),
        ("place-first-question", then(open, "narrow\ngo question/4.1/search")),
        ("menu", then(open, "prefer meeting keys\n4.1 = 2\nsaved 14:02\nmenu open")),
        ("menu-narrow", then(open, "prefer go-on\nnarrow\nmenu open")),
        ("menu-elsewhere", then(open, "elsewhere b\nmenu open")),
    ]
}

fn saving(state: &State) -> Vec<(&'static str, State)> {
    vec![
        ("saving-busy", then(state, "5.1 = 2")),
        ("saving-done", then(state, "saved 14:02")),
        ("saving-soon", then(state, "saved 14:02\n5.1 = 2")),
        ("saving-blocked", then(state, "unsaved blocked")),
        ("saving-full", then(state, "unsaved full")),
        ("saving-overtaken", then(state, "unsaved overtaken")),
        ("saving-other", then(state, "unsaved the disk said no")),
    ]
}

/// What is told to those who hear the page.
fn spoken(open: &State) -> Vec<(&'static str, State)> {
    vec![
        ("spoken-undone", then(open, "go sections\ngo question/4.1/sections\n4.1 = 1\nundo")),
        ("spoken-redone", then(open, "organisation Miller Bakery\nundo\nredo")),
        ("spoken-nothing", then(open, "go sections\nundo")),
    ]
}

fn notices(state: &State) -> Vec<(&'static str, State)> {
    let with = |notice| {
        let mut state = state.clone();
        state.notice = Some(notice);
        state
    };
    let newer = ProblemKind::Newer { found: 9, newest: 1 };
    let not_json = ProblemKind::NotJson { line: 3, column: 14 };
    vec![
        ("notice-not-opened", with(Notice::NotOpened(problem("/format", newer)))),
        ("notice-not-read", with(Notice::NotRead("the disk said no".into()))),
        ("notice-opened", with(Notice::Opened(Rc::new(problems())))),
        ("notice-damaged", with(Notice::Damaged(problem("", not_json)))),
        ("notice-device", with(Notice::Device(Failure::Full))),
        ("notice-elsewhere", then(state, "elsewhere b")),
    ]
}
