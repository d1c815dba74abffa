//! How a reader likes to answer. It belongs to the device and not to an assessment.

/// What a reader has chosen. It lasts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// How questions are laid out; `None` leaves it to the width and the mode.
    pub layout: Option<Layout>,
    /// Whether a choice with a pointer leads on to the next question by itself.
    pub go_on: bool,
    /// Whether single keys answer (WCAG 2.1.4: off unless the reader turns them on).
    pub keys: bool,
    /// Whether why a question matters is open.
    pub why: bool,
}

/// How questions are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Five on a page at most.
    #[default]
    Few,
    /// One at a time.
    One,
    /// One at a time with its fields beside it, to fill in together in a meeting.
    Meeting,
}

impl Layout {
    /// All of them.
    pub const ALL: [Layout; 3] = [Layout::Few, Layout::One, Layout::Meeting];

    /// The largest number of questions on a page.
    pub fn number(self) -> usize {
        match self {
            Layout::Few => 5,
            Layout::One | Layout::Meeting => 1,
        }
    }

    /// Its name in what is stored.
    pub fn id(self) -> &'static str {
        match self {
            Layout::Few => "few",
            Layout::One => "one",
            Layout::Meeting => "meeting",
        }
    }
}

const GO_ON: &str = "go-on";
const KEYS: &str = "keys";
const WHY: &str = "why";

impl Preferences {
    /// Reads what [`Preferences::text`] wrote; words of another version are passed over.
    pub fn parse(text: &str) -> Preferences {
        let has = |word: &str| text.split(' ').any(|found| found == word);
        Preferences {
            layout: Layout::ALL.into_iter().find(|layout| has(layout.id())),
            go_on: has(GO_ON),
            keys: has(KEYS),
            why: has(WHY),
        }
    }

    /// What is chosen as words with blanks between them; empty for what everybody begins with.
    pub fn text(self) -> String {
        let chosen = [(self.go_on, GO_ON), (self.keys, KEYS), (self.why, WHY)];
        let chosen = chosen.into_iter().filter(|(on, _)| *on).map(|(_, word)| word);
        self.layout.map(Layout::id).into_iter().chain(chosen).collect::<Vec<_>>().join(" ")
    }
}
