//! The scoping questions of a questionnaire, and what follows from their answers.

use super::{ItemIx, Named};
use std::rc::Rc;

/// The scoping questions.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// What is asked, in order.
    pub questions: Vec<ProfileQuestion>,
    /// Which options propose that a control is not applicable.
    pub proposals: Vec<Rule>,
    /// Which options make it hard to believe that a control is not applicable.
    pub contradictions: Vec<Rule>,
    /// The controls that hardly any organisation can leave out: always, where a rule has no `when`,
    /// or under these options.
    pub expected: Vec<Rule>,
}

/// One scoping question.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ProfileQuestion {
    /// Unique among scoping questions; [`Rule::when`] refers to it.
    pub id: Rc<str>,
    /// As a reader sees it.
    pub question: Rc<str>,
    /// A short help; may be empty.
    pub hint: Rc<str>,
    /// Several options may be chosen.
    pub many: bool,
    /// What can be chosen.
    pub options: Vec<Named>,
}

/// What follows when, for each named question, one of the named options is chosen.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// Question and options by id; all questions must match, any option will do.
    pub when: Vec<(Rc<str>, Vec<Rc<str>>)>,
    /// The controls that it is about.
    pub items: Vec<ItemIx>,
    /// Why, as it would stand in a Statement of Applicability.
    pub reason: Rc<str>,
}
