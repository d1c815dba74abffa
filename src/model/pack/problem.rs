//! What can be wrong with a pack or a save file, and where.

/// One problem with its place. [`crate::i18n::text::Text::problem`] words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// JSON pointer (RFC 6901) of the value, e.g. `/sections/3/items/7/levels/2`; empty for the whole file.
    pub at: String,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// The kinds of problem, each with what a reader needs to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file has no content.
    Empty,
    /// Larger than is read at all, in bytes.
    TooLarge {
        /// Size of the file.
        found: usize,
        /// Largest size that is read.
        most: usize,
    },
    /// Not JSON, or nested deeper than 128 levels; the parser's place.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON of another kind of file.
    NotThisFormat,
    /// Written by a newer version of Plumbline.
    Newer {
        /// Version of the file.
        found: u64,
        /// Newest version that is understood.
        newest: u64,
    },
    /// A required value is absent.
    Missing,
    /// Text is required and is empty.
    Blank,
    /// The value has another JSON type.
    Expected(Expected),
    /// Text stands where a number belongs: `"3"`.
    TextForNumber,
    /// The value is not one of the allowed words.
    NotOneOf {
        /// As it was found.
        found: String,
        /// All that are allowed, with commas between them.
        allowed: String,
    },
    /// A number lies outside its range.
    OutOfRange {
        /// Smallest allowed.
        least: u64,
        /// Largest allowed.
        most: u64,
    },
    /// A list has another length.
    Length {
        /// The length that is needed.
        needed: usize,
        /// The length found.
        found: usize,
    },
    /// An identifier is used twice.
    Duplicate(String),
    /// A reference to an identifier that the pack does not have.
    NoSuchId(String),
    /// Items need each other in a circle, so that none can come first.
    Circle(String),
    /// The answers were given to another questionnaire.
    OtherPack(String),
    /// The levels of these items mean something else than they did when they were chosen.
    LevelsChanged(String),
    /// A requirement cannot be left out (ISO/IEC 27001, clause 1).
    RequirementExcluded,
    /// This version does not know the member. It is kept and saved again.
    Unknown,
    /// The member stands more than once in its object; the last one was read.
    Twice,
    /// A second kind of answer to one item. It did not count and stands in the note now.
    SecondAnswer,
    /// A milestone has no day. It is kept without one.
    NoDate,
    /// Some letters were guessed; a word with one of them.
    Guessed(String),
    /// Not a save file, but another kind that is known.
    OtherFile(OtherFile),
}

impl ProblemKind {
    /// The key of its words.
    pub fn key(&self) -> &'static str {
        match self {
            ProblemKind::Empty => "problem.empty",
            ProblemKind::TooLarge { .. } => "problem.too_large",
            ProblemKind::NotJson { .. } => "problem.not_json",
            ProblemKind::NotThisFormat => "problem.not_this_format",
            ProblemKind::Newer { .. } => "problem.newer",
            ProblemKind::Missing => "problem.missing",
            ProblemKind::Blank => "problem.blank",
            ProblemKind::Expected(expected) => match expected {
                Expected::Text => "problem.expected_text",
                Expected::Number => "problem.expected_number",
                Expected::Bool => "problem.expected_bool",
                Expected::List => "problem.expected_list",
                Expected::Object => "problem.expected_object",
                Expected::Date => "problem.expected_date",
            },
            ProblemKind::TextForNumber => "problem.text_for_number",
            ProblemKind::NotOneOf { .. } => "problem.not_one_of",
            ProblemKind::OutOfRange { .. } => "problem.out_of_range",
            ProblemKind::Length { .. } => "problem.length",
            ProblemKind::Duplicate(_) => "problem.duplicate",
            ProblemKind::NoSuchId(_) => "problem.no_such_id",
            ProblemKind::Circle(_) => "problem.circle",
            ProblemKind::OtherPack(_) => "problem.other_pack",
            ProblemKind::LevelsChanged(_) => "problem.levels_changed",
            ProblemKind::RequirementExcluded => "problem.requirement_excluded",
            ProblemKind::Unknown => "problem.unknown",
            ProblemKind::Twice => "problem.twice",
            ProblemKind::SecondAnswer => "problem.second_answer",
            ProblemKind::NoDate => "problem.no_date",
            ProblemKind::Guessed(_) => "problem.guessed",
            ProblemKind::OtherFile(other) => match other {
                OtherFile::WebPage => "problem.file_web_page",
                OtherFile::Table => "problem.file_table",
                OtherFile::Text => "problem.file_text",
                OtherFile::Data => "problem.file_data",
                OtherFile::Calendar => "problem.file_calendar",
                OtherFile::Pack => "problem.file_pack",
                OtherFile::Document => "problem.file_document",
            },
        }
    }

    /// Whether nothing was lost by it: once it was told, there is no need to tell it again.
    // So short that parts of the program would share a part for it.
    #[inline(always)]
    pub fn is_remark(&self) -> bool {
        matches!(self, ProblemKind::Unknown | ProblemKind::NoDate)
    }
}

/// A file that is none of those that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherFile {
    /// A web page, such as the scorecard.
    WebPage,
    /// A table as text (CSV).
    Table,
    /// A scorecard or a statement as text (Markdown).
    Text,
    /// The scorecard for other programs.
    Data,
    /// A calendar.
    Calendar,
    /// A questionnaire.
    Pack,
    /// A PDF, or a file of an office program.
    Document,
}

/// The JSON type that a place asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A string.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Bool,
    /// An array.
    List,
    /// An object.
    Object,
    /// A date as `YYYY-MM-DD`.
    Date,
}
