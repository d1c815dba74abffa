//! The words of this project.
//!
//! One thing has one name in all texts: a reader without the vocabulary takes two names for two
//! things, and a translator cannot tell. The standards' manner of speaking is refused because
//! their text is copyrighted and because "shall" and "as appropriate" cannot be checked by looking.
//! Official titles and the glossary's `term` and `also` are not read: there the other words belong.

use super::words::has_term;
use super::{Passage, Problem, Rule};

/// What to write, and what never stands for it.
const TERMS: &[(&str, &[&str])] = &[
    ("your people", &["staff", "employee", "employees", "personnel", "workers"]),
    ("top management", &["senior management", "leadership", "the board"]),
    ("supplier", &["vendor", "vendors", "third party", "third parties", "third-party"]),
    ("device", &["endpoint", "endpoints"]),
    ("sign-in", &["login", "log-on", "logon", "log in", "log on"]),
    ("account", &["user id", "user ids"]),
    ("update", &["patch", "patches", "patching"]),
    ("weakness", &["vulnerability", "vulnerabilities"]),
    ("harmful software", &["malware"]),
    ("email", &["e-mail", "e-mails"]),
    ("personal data", &["pii", "personal information"]),
    ("the management system", &["isms"]),
    ("Statement of Applicability", &["soa"]),
    ("multi-step sign-in", &["mfa", "2fa"]),
    ("phone", &["mobile", "mobiles"]),
    ("work away from your premises", &["home working"]),
    ("organisation", &["organization", "organizations"]),
    ("those who have a say in it", &["stakeholder", "stakeholders"]),
    ("those who expect something of you", &["relevant parties", "interested parties"]),
];

/// What is never written, and what to do instead.
const MANNER: &[(&str, &[&str])] = &[
    ("say what is done, as a fact", &["shall", "should be", "ensure", "ensures", "ensuring"]),
    ("say what is enough", &["as appropriate", "appropriate", "adequate"]),
    ("say how often or by when", &["continual", "continually", "regular", "regularly", "timely"]),
    ("say by which rule", &["in accordance with"]),
    ("name a fact that can be checked", &["fully", "partially", "mature", "maturity"]),
    ("name a fact that can be checked", &["ad hoc", "well managed", "repeatable", "robust"]),
    ("leave it out", &["simply", "just", "please", "leverage"]),
    ("write it out, or end the list", &["etc", "e.g", "i.e"]),
    ("write both words", &["don't", "isn't", "can't", "won't", "it's", "you're", "doesn't"]),
    ("write both words", &["hasn't", "haven't", "aren't", "wasn't", "didn't", "that's"]),
    ("write both words", &["there's", "who's", "couldn't", "shouldn't", "you've", "they're"]),
];

pub(super) fn problems(passage: &Passage) -> Vec<Problem> {
    let text = passage.text.to_lowercase().replace('\u{2019}', "'");
    let mut problems = Vec::new();
    for (word, refused) in TERMS {
        for other in refused.iter().filter(|other| has_term(&text, other)) {
            let (wrong, todo) = (format!("says \"{other}\""), format!("write \"{word}\""));
            problems.push(Problem::of(passage, Rule::Term, wrong, todo));
        }
    }
    for (todo, refused) in MANNER {
        for word in refused.iter().filter(|word| has_term(&text, word)) {
            problems.push(Problem::of(passage, Rule::Manner, format!("says \"{word}\""), *todo));
        }
    }
    problems
}
