//! How a scorecard's values are put into words, the same in every format.

use crate::answers::{Evidence, Mode, Response, Standing};
use crate::findings::Grade;
use crate::report::{percent, percents, Report, Row};
use crate::score::{Bounds, Tally};
use crate::text::Text;
use std::fmt::Display;
use std::rc::Rc;

/// A report with the words of one language.
pub(super) struct Say<'a> {
    pub report: &'a Report,
    pub text: &'a Text,
}

impl Say<'_> {
    /// The words of a key under `report.`.
    pub fn get(&self, key: &str) -> Rc<str> {
        self.text.get(&["report.", key].concat())
    }

    /// The same with placeholders. Nothing a respondent typed goes through here: a brace in it
    /// would be taken for a placeholder.
    pub fn fill(&self, key: &str, values: &[(&str, &dyn Display)]) -> Rc<str> {
        self.text.fill(&["report.", key].concat(), values)
    }

    /// The same with a number that decides the plural.
    pub fn count(&self, key: &str, n: usize) -> Rc<str> {
        self.text.count(&["report.", key].concat(), u32::try_from(n).unwrap_or(u32::MAX), &[])
    }

    /// The words of a whole key: those that the pages show as well.
    pub fn word(&self, key: &str) -> Rc<str> {
        self.text.get(key)
    }

    /// The same with placeholders; see [`Say::fill`].
    pub fn word_with(&self, key: &str, values: &[(&str, &dyn Display)]) -> Rc<str> {
        self.text.fill(key, values)
    }

    /// The same with a number that decides the plural.
    pub fn word_count(&self, key: &str, n: usize) -> Rc<str> {
        self.text.count(key, u32::try_from(n).unwrap_or(u32::MAX), &[])
    }

    /// A bound.
    pub fn percent(&self, basis_points: u32) -> Rc<str> {
        self.fill("percent", &[("n", &percent(basis_points))])
    }

    /// Both bounds, as one number where they agree.
    pub fn range(&self, bounds: Option<Bounds>) -> Rc<str> {
        match bounds.map(percents) {
            None => self.get("no_figure"),
            Some((lower, upper)) if lower == upper => self.fill("percent", &[("n", &lower)]),
            Some((lower, upper)) => self.fill("range", &[("lower", &lower), ("upper", &upper)]),
        }
    }

    /// How many of how many are answered.
    pub fn answered(&self, tally: Tally) -> Rc<str> {
        self.fill("of", &[("n", &tally.answered()), ("total", &tally.total)])
    }

    /// Half days as days.
    pub fn days(&self, half_days: impl Into<u64>) -> String {
        let half_days = half_days.into();
        let mut days = (half_days / 2).to_string();
        if half_days % 2 == 1 {
            days.push_str(&self.get("decimal_mark"));
            days.push('5');
        }
        days
    }

    /// Quick check or full assessment.
    pub fn mode(&self) -> Rc<str> {
        self.get(match self.report.mode {
            Mode::Quick => "mode.quick",
            Mode::Full => "mode.full",
        })
    }

    /// A phase of the plan, or what comes before all of them.
    pub fn phase(&self, phase: Option<usize>) -> Rc<str> {
        let found = phase.and_then(|phase| self.report.pack.phases.get(phase));
        found.map_or_else(|| self.word("plan.first"), |phase| phase.name.clone())
    }

    /// How grave a finding is.
    pub fn grade(&self, grade: Grade) -> Rc<str> {
        self.get(match grade {
            Grade::Major => "grade.major",
            Grade::Minor => "grade.minor",
            Grade::Observation => "grade.observation",
        })
    }

    /// The kind of answer.
    pub fn answer(&self, standing: Standing) -> Rc<str> {
        self.get(match standing {
            Standing::Unanswered => "answer.unanswered",
            Standing::DontKnow => "answer.dont_know",
            Standing::NotApplicable => "answer.not_applicable",
            Standing::Level(_) => "answer.level",
        })
    }

    /// The answer itself: the number and name of the level, or the kind of answer.
    pub fn standing(&self, standing: Standing) -> Rc<str> {
        match standing {
            Standing::Level(level) => {
                let number = level.number();
                let name = self.report.pack.level_names.get(usize::from(number));
                let name = name.map(|name| &**name).unwrap_or_default();
                [number.to_string().as_str(), " ", name].concat().into()
            }
            _ => self.answer(standing),
        }
    }
}

/// A piece of evidence with the place where it is kept and the day from which it is.
pub(super) fn evidence(evidence: &Evidence) -> String {
    let mut words = evidence.name.to_string();
    if !evidence.place.is_empty() {
        if !words.is_empty() {
            words.push_str(" \u{2013} ");
        }
        words.push_str(&evidence.place);
    }
    if let Some(date) = evidence.date {
        words.push_str(&format!(" ({date})"));
    }
    words
}

/// The reason of an exclusion that does not count because it says too little. It would be lost
/// otherwise: to the figures, the item is unanswered.
pub(super) fn thin_reason(row: &Row) -> Option<&Rc<str>> {
    match (&row.answer.response, row.standing) {
        (Some(Response::NotApplicable { reason }), Standing::Unanswered) if !reason.is_empty() => {
            Some(reason)
        }
        _ => None,
    }
}
