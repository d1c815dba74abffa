//! What explains the items further: a file beside the questionnaire, fetched when it is asked for.

use super::{Effect, State};
use crate::model::pack::Explanations;
use std::rc::Rc;

/// What has come of the explanations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Explained {
    /// Nobody wanted them yet.
    #[default]
    NotAsked,
    /// They are being fetched.
    Coming,
    /// They are here.
    Here(Rc<Explanations>),
    /// They could not be fetched or read.
    Failed,
}

impl Explained {
    /// Whether a view shows the same of both: they come once.
    pub fn is_same(&self, other: &Explained) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl State {
    /// Asks for the explanations, unless they are here or under way.
    pub(super) fn explain(&mut self) {
        if matches!(self.explained, Explained::NotAsked | Explained::Failed) {
            self.explained = Explained::Coming;
            self.effects.push(Effect::Explain);
        }
    }
}
