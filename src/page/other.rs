//! The other file to compare with: to choose one, and what it is.

use super::parts::{button, details, link};
use super::Sheet;
use crate::answers::Answers;
use crate::node::{el, line, Element};
use crate::pack::Problem;
use crate::save;
use std::rc::Rc;

/// More problems than this are counted, not listed.
const MOST_LISTED: usize = 200;

/// The other file: to choose one, or what it is.
pub(super) fn view(sheet: &Sheet) -> Element {
    let pick = sheet.say(if sheet.other.is_some() { "other.again" } else { "other.pick" });
    let told = match sheet.other.map(|text| save::restore(text, sheet.pack)) {
        None => Vec::new(),
        Some(Err(problem)) => {
            let problem = sheet.text.problem(&problem);
            vec![line(
                "p",
                line("strong", sheet.fill("other.unreadable", &[("problem", &problem)])),
            )]
        }
        Some(Ok((answers, problems))) => {
            let compare =
                link(sheet.say("milestones.compare"), "result/milestones/compare/other/now");
            let mut told = vec![line("p", label(sheet, &answers)).with(" ").with(compare)];
            told.extend((!problems.is_empty()).then(|| left_out(sheet, &problems)));
            told
        }
    };
    let close =
        || button(sheet.say("other.close"), "other close #page-title").class("quiet").key("close");
    let actions = el("p")
        .class("actions")
        .with(button(pick, "other pick").class("quiet").key("pick"))
        .all(sheet.other.is_some().then(close));
    el("div")
        .with(line("h3", sheet.say("other.title")))
        .with(line("p", sheet.say("other.about")).class("hint"))
        .with(el("div").all(told))
        .with(actions)
}

/// Whose the other file is.
fn label(sheet: &Sheet, answers: &Answers) -> Rc<str> {
    let names = names(answers);
    match names.is_empty() {
        true => sheet.say("other.unnamed"),
        false => sheet.fill("other.opened", &[("name", &names)]),
    }
}

/// Organisation and assessment, as far as they are named. A save file has no date of its own.
pub(super) fn names(answers: &Answers) -> String {
    let names = [answers.organisation.name.trim(), answers.name.trim()];
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    names.join(", ")
}

/// What of a file could not be read.
fn left_out(sheet: &Sheet, problems: &[Problem]) -> Element {
    let more = problems.len().saturating_sub(MOST_LISTED);
    let lines = problems.iter().take(MOST_LISTED).map(|problem| {
        let place = (!problem.at.is_empty()).then(|| line("code", &*problem.at));
        el("li").all(place).with(" ").with(sheet.text.problem(problem))
    });
    details(sheet.count("milestones.left_out", problems.len()))
        .with(el("ul").all(lines))
        .all((more > 0).then(|| line("p", sheet.count("list.more", more))))
}
