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
use crate::node::Node;
use crate::pack::{ItemIx, Pack};
use crate::report::Report;
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
