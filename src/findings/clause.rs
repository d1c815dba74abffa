//! What the answers say of a clause as a whole.

use super::{Finding, Grade, Place, Rule};
use crate::answers::{Answers, Level, Mode, Standing};
use crate::pack::{ItemIx, Kind, Pack};

/// How many likely minors in a clause are a systemic major. ISO/IEC 17021-1 (3.12) says "a
/// number of"; three is the rule of the house.
const MANY: usize = 3;

/// A clause by its answers.
struct Clause {
    /// Levels 0 and 1.
    low: Vec<(ItemIx, Level)>,
    /// What is a likely minor by itself.
    minors: Vec<(ItemIx, Level)>,
    /// There is a level of 2 or more.
    higher: bool,
    /// There is a "don't know".
    doubt: bool,
    /// There is an item without a level, or one that the mode does not ask.
    open: bool,
}

/// The systemic finding of a clause, if there is one. Themes of controls have none.
pub(super) fn finding(pack: &Pack, answers: &Answers, section: usize) -> Option<Finding> {
    let clause = Clause::of(pack, answers, section)?;
    let (rule, rests_on) = if clause.is_absent(answers.mode) {
        (Rule::ClauseAbsent, clause.low)
    } else if clause.minors.len() >= MANY {
        (Rule::ManyMinors, clause.minors)
    } else {
        return None;
    };
    Some(Finding { grade: Grade::Major, place: Place::Clause(section), rule, rests_on })
}

/// Whether answers to what is open could undo the systemic finding of a clause: it says that all
/// answers so far are levels 0 and 1, and that is not all there is to answer.
pub(crate) fn may_be_undone(pack: &Pack, answers: &Answers, section: usize) -> bool {
    Clause::of(pack, answers, section).is_some_and(|clause| {
        clause.is_absent(answers.mode) && clause.open && clause.minors.len() < MANY
    })
}

impl Clause {
    fn of(pack: &Pack, answers: &Answers, section: usize) -> Option<Clause> {
        let section =
            pack.sections.get(section).filter(|section| section.kind == Kind::Requirement)?;
        let mut clause =
            Clause { low: vec![], minors: vec![], higher: false, doubt: false, open: false };
        for item in section.items.clone() {
            match answers.standing(item) {
                _ if !answers.asks(pack, item) => clause.open = true,
                Standing::Level(level) => {
                    let grade = super::grade(pack, answers, item, level).map(|(grade, _)| grade);
                    clause.minors.extend((grade == Some(Grade::Minor)).then_some((item, level)));
                    clause.low.extend((level < Level::DEFINED).then_some((item, level)));
                    clause.higher |= level >= Level::DEFINED;
                }
                standing => {
                    clause.doubt |= standing == Standing::DontKnow;
                    clause.open = true;
                }
            }
        }
        Some(clause)
    }

    /// Whether all answers are levels 0 and 1. "Don't know" is an answer and is not one of these,
    /// else giving it in place of a level could create a finding. The quick check asks too little
    /// of a clause to speak of it, unless it asks all of it.
    fn is_absent(&self, mode: Mode) -> bool {
        let unsaid = match mode {
            Mode::Full => self.doubt,
            Mode::Quick => self.open,
        };
        !self.low.is_empty() && !self.higher && !unsaid
    }
}
