//! Paper is asked only where the standard demands a document. A control that works, with something
//! that shows it, must not fall to level 1 because nobody wrote a rule (ISO/IEC 27001, 7.5.1).

use super::words::folded;
use super::{Problem, Rule};
use plumbline::model::pack::{Item, Pack, Written};

/// What asks for paper, as the beginnings of words.
const PAPER: &[&str] = &["approv", "document", "written", "signed off"];

/// Items that may speak of paper all the same, each with its reason.
const EXCUSED: &[(&str, &str)] = &[("7.5.2", "how documents are made is its subject")];

pub(super) fn problems(pack: &Pack) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (s, section) in pack.sections.iter().enumerate() {
        for (i, index) in section.items.clone().enumerate() {
            let Some(item) = pack.item(index).filter(|item| is_free_of_paper(item)) else {
                continue;
            };
            let level = item.levels.iter().map(|levels| ("levels/2".to_string(), &levels[2]));
            let checks = item.checks.iter().enumerate().filter(|(_, check)| check.level == 2);
            let checks = checks.map(|(n, check)| (format!("checks/{n}/text"), &check.text));
            for (field, text) in level.chain(checks) {
                if let Some(word) = asks_for_paper(text) {
                    problems.push(Problem {
                        at: format!("/sections/{s}/items/{i}/{field}"),
                        place: format!("{} {field}", item.id),
                        rule: Rule::Paper,
                        wrong: format!("asks for paper at level 2: \"{word}\""),
                        todo:
                            "say what is decided and who knows it, or mark the item as a document"
                                .into(),
                    });
                }
            }
        }
    }
    problems
}

fn is_free_of_paper(item: &Item) -> bool {
    item.written != Written::Document && EXCUSED.iter().all(|(id, _)| *id != &*item.id)
}

fn asks_for_paper(text: &str) -> Option<&'static str> {
    let text = format!(" {}", folded(text));
    PAPER.iter().copied().find(|word| text.contains(&format!(" {word}")))
}
