//! The pages of the report, composed as values. They read the same numbers as the files.
//!
//! Each page is a function of a [`Sheet`]. What a control on it does is a word that
//! [`crate::state::State::action`] understands.

mod answers;
mod board;
mod change;
mod changed;
mod check;
mod compare;
mod documents;
mod figure;
mod filter;
mod findings;
mod grid;
mod metrics;
mod milestones;
mod other;
mod parts;
mod plan;
mod result;
mod search;
mod stages;
mod standards;
mod statement;
mod what_if;

pub use filter::{Filter, Wanted};

use crate::answers::{Answer, Answers, Level, Response, Standing};
use crate::date::Date;
use crate::formats::{self, File};
use crate::node::Node;
use crate::pack::{ItemIx, Pack};
use crate::report::Report;
use crate::save;
use crate::state::{Desk, State};
use crate::text::Text;
use std::rc::Rc;

/// What a page is composed of.
pub struct Sheet<'a> {
    /// The questionnaire.
    pub pack: &'a Rc<Pack>,
    /// What was answered.
    pub answers: &'a Answers,
    /// A save file to compare with.
    pub other: Option<&'a str>,
    /// What the reader does here.
    pub desk: &'a Desk,
    /// Whether answers can be changed.
    pub editable: bool,
    /// The day.
    pub today: Date,
    /// The words.
    pub text: &'a Text,
}

/// The page with this address. One that is not known is the result.
pub fn page(sheet: &Sheet, address: &str) -> Vec<Node> {
    let (name, rest) = address.split_once('/').unwrap_or((address, ""));
    let page = match name {
        "answers" => answers::view(sheet, rest),
        "board" => board::view(sheet),
        "check" => check::view(sheet),
        "documents" => documents::view(sheet),
        "findings" => findings::view(sheet),
        "search" => search::view(sheet),
        "stages" => stages::view(sheet),
        "plan" => plan::view(sheet),
        "metrics" => metrics::view(sheet),
        "figure" => figure::view(sheet, rest),
        "statement" => statement::view(sheet, rest),
        "grid" => grid::view(sheet),
        "standards" => standards::view(sheet),
        "what-if" => what_if::view(sheet, rest),
        "milestones" => match rest.strip_prefix("compare") {
            Some(rest) => compare::view(sheet, rest),
            None => milestones::view(sheet),
        },
        _ => result::view(sheet),
    };
    vec![page.into()]
}

/// The page that a state shows; nothing where it shows another view.
pub fn of(state: &State, text: &Text) -> Vec<Node> {
    let Some(address) = state.view.page() else { return Vec::new() };
    let sheet = Sheet {
        pack: &state.pack,
        answers: &state.answers,
        other: state.desk.other.as_deref(),
        desk: &state.desk,
        editable: state.may_edit(),
        today: state.today,
        text,
    };
    page(&sheet, address)
}

impl Sheet<'_> {
    /// The scorecard of what is shown.
    pub(crate) fn report(&self) -> Report {
        Report::new(self.pack, self.answers, self.today)
    }

    /// What is tried, as far as it differs from the answers; in the order of the pack.
    pub(crate) fn trying(&self) -> Vec<(ItemIx, Level)> {
        let differs = |(item, level): &&(ItemIx, Level)| {
            let real = self.answers.standing(*item);
            self.pack.item(*item).is_some() && real != Standing::Level(*level)
        };
        self.desk.tried.iter().filter(differs).copied().collect()
    }

    /// The answers with what is tried put in.
    pub(crate) fn tried(&self) -> Answers {
        let mut answers = self.answers.clone();
        for (item, level) in &self.desk.tried {
            let mut answer: Answer = answers.get(*item).map(|a| (**a).clone()).unwrap_or_default();
            answer.response = Some(Response::Level(*level));
            answers.set(*item, Some(Rc::new(answer)));
        }
        answers
    }
}

/// The report of one assessment, kept up to date change by change.
pub struct Book {
    pack: Rc<Pack>,
    text: Text,
    answers: Answers,
    other: Option<Rc<str>>,
}

impl Book {
    /// Without answers.
    pub fn new(pack: Rc<Pack>, text: Text) -> Book {
        let answers = Answers::new(&pack, Default::default());
        Book { pack, text, answers, other: None }
    }

    /// Takes a whole save file. One that cannot be read changes nothing: the widget has read it
    /// before.
    pub fn restore(&mut self, text: &str) {
        if let Ok((answers, _)) = save::restore(text, &self.pack) {
            self.answers = answers;
        }
    }

    /// Takes a save file that has only the answers to these items; those of others stay.
    pub fn change(&mut self, text: &str, items: impl Iterator<Item = usize>) {
        if let Ok((mut answers, _)) = save::restore(text, &self.pack) {
            std::mem::swap(&mut answers, &mut self.answers);
            let (before, now) = (answers, &mut self.answers);
            let changed: Vec<_> = items.map(|item| (item, now.get(item).cloned())).collect();
            for item in 0..self.pack.items.len() {
                now.set(item, before.get(item).cloned());
            }
            now.elsewhere = before.elsewhere;
            for (item, answer) in changed {
                now.set(item, answer);
            }
        }
    }

    /// Takes or drops the save file to compare with.
    pub fn compare(&mut self, other: Option<Rc<str>>) {
        self.other = other;
    }

    /// A page.
    pub fn page(&self, address: &str, desk: &Desk, editable: bool, today: Date) -> Vec<Node> {
        let Book { pack, text, answers, other } = self;
        let other = other.as_deref();
        page(&Sheet { pack, answers, other, desk, editable, today, text }, address)
    }

    /// A file, by its word; `None` where there is no such file.
    pub fn file(&self, id: &str, today: Date) -> Option<File> {
        formats::file(id, &self.pack, &self.answers, today, &self.text)
    }
}
