//! What is asked of a text, by the place where it stands.
//!
//! Lengths are in English words. They keep an answer within half a minute and the default pack
//! within its budget.

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name of anything.
    Name,
    /// What a section is about.
    About,
    /// How the levels of a kind are worded, or how ticks suggest one.
    General,
    /// The question of an item.
    Question,
    /// What goes wrong without it.
    Why,
    /// The wording of a level from 0 to 4.
    Level(usize),
    /// A tick.
    Check,
    /// What an auditor asks to see.
    Evidence,
    /// A step, for organisations of any size or for larger ones.
    Step,
    /// The simpler way.
    Small,
    /// What a document is for.
    Purpose,
    /// What a document contains.
    Content,
    /// What a metric shows.
    Measures,
    /// How a metric is worked out.
    Formula,
    /// The target of a metric.
    Target,
    /// Who takes a metric.
    Who,
    /// Where the numbers of a metric come from.
    Source,
    /// The explanation of a term.
    Meaning,
    /// A scoping question.
    Scoping,
    /// The help of a scoping question.
    Hint,
    /// What can be chosen.
    Choice,
    /// What follows from the choices.
    Reason,
}

/// How a text has to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// With a full stop.
    Stop,
    /// With a question mark.
    Question,
    /// Without a full stop: it is no sentence.
    Open,
    /// As it likes.
    Any,
}

/// Everything that is asked, in the order of [`Role`].
struct Asked {
    least: usize,
    most: usize,
    ends: Ends,
    /// Begins with a capital.
    capital: bool,
    /// It is a sentence, so that its reading grade means something.
    graded: bool,
    /// It stands once in a pack.
    once: bool,
}

impl Role {
    fn asked(self) -> Asked {
        let of = |least, most, ends, capital, graded, once| Asked {
            least,
            most,
            ends,
            capital,
            graded,
            once,
        };
        use Ends::{Any, Open, Question, Stop};
        match self {
            Role::Name => of(1, 10, Open, true, false, false),
            Role::About => of(6, 26, Stop, true, true, true),
            Role::General => of(5, 28, Any, true, true, true),
            Role::Question => of(8, 26, Question, true, true, true),
            Role::Why => of(10, 48, Stop, true, true, true),
            Role::Level(0) => of(5, 28, Stop, true, true, true),
            Role::Level(_) => of(8, 28, Stop, true, true, true),
            Role::Check => of(4, 22, Stop, true, true, true),
            Role::Evidence => of(2, 12, Open, true, false, true),
            Role::Step => of(6, 26, Stop, true, true, true),
            Role::Small => of(6, 40, Stop, true, true, true),
            Role::Purpose => of(8, 26, Stop, true, true, true),
            Role::Content => of(2, 18, Open, true, true, false),
            Role::Measures => of(8, 28, Stop, true, true, true),
            Role::Formula => of(5, 28, Open, false, false, true),
            Role::Target => of(1, 6, Open, false, false, false),
            Role::Who => of(1, 10, Open, false, false, false),
            Role::Source => of(2, 18, Open, false, false, false),
            Role::Meaning => of(10, 45, Stop, true, true, true),
            Role::Scoping => of(4, 20, Question, true, true, true),
            Role::Hint => of(6, 40, Stop, true, true, true),
            Role::Choice => of(1, 20, Open, true, false, false),
            Role::Reason => of(4, 45, Stop, true, true, true),
        }
    }

    /// The fewest and the most words.
    pub fn length(self) -> (usize, usize) {
        let asked = self.asked();
        (asked.least, asked.most)
    }

    /// How it has to end.
    pub fn ends(self) -> Ends {
        self.asked().ends
    }

    /// Whether it has to begin with a capital.
    pub fn is_capital(self) -> bool {
        self.asked().capital
    }

    /// Whether its reading grade is measured.
    pub fn is_graded(self) -> bool {
        self.asked().graded
    }

    /// Whether no other text of the pack may be the same.
    pub fn stands_once(self) -> bool {
        self.asked().once
    }

    /// Whether it has to be a single sentence.
    pub fn is_one_sentence(self) -> bool {
        matches!(self, Role::Level(_) | Role::Step | Role::Check)
    }
}
