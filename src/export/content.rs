//! What a scorecard says to a reader, in order, without any markup.
//!
//! Both formats for readers, HTML and Markdown, set this one value, so that they say the same. Whose
//! words a text is written in travels with it: what a respondent typed may be in any script, and the
//! questionnaire may be in another language than the interface.

mod answers;
mod board;
mod brief;
mod facts;
mod judged;
mod lists;
pub(crate) mod pictures;
mod planned;
mod scores;
mod trend;

pub(super) use facts::board_facts;

use super::{statement, Extract};
use crate::i18n::text::Text;
use crate::i18n::wording::Wording;
use crate::model::assessment::{ItemStatus, Mode};
use crate::model::date::Date;
use crate::model::pack::ItemIx;
use crate::picture::element::Element;
use crate::report::{Report, TOOL_VERSION};
use crate::rules::score::Bounds;
use std::rc::Rc;

/// Everything, from the title to the versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// BCP 47 language of the interface words.
    pub language: Rc<str>,
    /// Language of the pack where it is another one.
    pub pack_language: Option<Rc<str>>,
    /// `ltr` or `rtl`.
    pub direction: Rc<str>,
    /// The word for a file of this kind; stands above the title.
    pub kind: Rc<str>,
    /// What is assessed; stands beside it.
    pub subject: LangText,
    /// The organisation, or what else names the assessment.
    pub title: LangText,
    /// What the file is called where there is no room for more: in a tab, in a list of files.
    pub label: Rc<str>,
    /// What stands first, on a sheet of paper of its own.
    pub front: Option<Chapter>,
    /// About the organisation and the assessment; nothing where the front says all of it.
    pub facts: Vec<(Rc<str>, LangText)>,
    /// What a reader must know before the scores; likewise.
    pub notices: Vec<Rc<str>>,
    /// Title of the table of contents.
    pub contents: Rc<str>,
    /// In reading order, after `front`.
    pub chapters: Vec<Chapter>,
    /// The last lines: what this is, and what made it.
    pub footer: Vec<LangText>,
}

/// A main part with a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Stable name for links.
    pub id: &'static str,
    /// Its heading, in the language of the interface.
    pub title: Rc<str>,
    /// Starts on a new sheet of paper.
    pub new_page: bool,
    /// In reading order.
    pub blocks: Vec<Block>,
}

/// A piece of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The sentence that matters most, before anything else.
    Lead(LangText),
    /// A paragraph.
    Text(LangText),
    /// A heading below that of the chapter.
    Heading(LangText),
    /// Two columns where there is room for them, else the second below the first.
    Columns([Vec<Block>; 2]),
    /// A drawing, with its title and description in it. What it shows stands in a table as well.
    Picture(Box<Element>),
    /// The explanation of solid, dotted and hatched bars.
    Legend {
        /// What the solid part stands for.
        lower: Rc<str>,
        /// What the dotted part stands for, where there is any.
        unknown: Option<Rc<str>>,
        /// What the hatched part stands for.
        upper: Rc<str>,
    },
    /// Rows of cells under the heads of columns.
    Table(Table),
    /// The heading of a section of the pack, before its items.
    Section {
        /// Identifier in the pack.
        id: Rc<str>,
        /// Our plain name, in the language of the pack.
        name: LangText,
        /// Its score and how much of it is answered.
        score: Rc<str>,
    },
    /// An item with its answer.
    Entry(Box<Entry>),
}

/// A table; the item, or else the first cell, names the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: Rc<str>,
    /// The heads of the columns.
    pub head: Vec<Rc<str>>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text; may be empty.
    Text(LangText),
    /// A number, aligned as such.
    Number(Rc<str>),
    /// A day; may be empty.
    Date(Rc<str>),
    /// An item, which links to its answer.
    Item {
        /// Its position in the pack.
        item: usize,
        /// As in the pack, e.g. `A.5.1`.
        id: Rc<str>,
        /// Our plain name, in the language of the pack.
        name: Rc<str>,
    },
    /// An answer with its gauge.
    ItemStatus(ItemStatus, Rc<str>),
    /// A score as a bar.
    Bar {
        /// Whose score it is.
        label: Rc<str>,
        /// The bounds in words.
        words: Rc<str>,
        /// `None` where no item applies.
        bounds: Option<Bounds>,
    },
}

/// An item with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Position in the pack, for links.
    pub item: usize,
    /// As in the pack, e.g. `A.5.1`.
    pub id: Rc<str>,
    /// Our plain name.
    pub name: Rc<str>,
    /// Official short title; may be empty.
    pub title: Rc<str>,
    /// What it counts as: kind, weight, gate, stages.
    pub marks: Vec<Rc<str>>,
    /// As the pack asks it.
    pub question: Rc<str>,
    /// What its gauge shows.
    pub item_status: ItemStatus,
    /// The same in words.
    pub answer: Rc<str>,
    /// The wording of the level or the reason of an exclusion; may be empty.
    pub words: LangText,
    /// Note, evidence, owner and so on, where they were entered.
    pub details: Vec<(Rc<str>, Vec<LangText>)>,
}

/// Whose words a text is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSource {
    /// The program's, in the language of the interface.
    #[default]
    Interface,
    /// The questionnaire's, in the language of the pack.
    Pack,
    /// The respondent's, in any language and script.
    Respondent,
}

/// A text and whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LangText {
    /// Whose words they are, which decides language and direction.
    pub source: TextSource,
    /// Plain text; each format escapes it.
    pub text: Rc<str>,
}

impl LangText {
    /// The program's words.
    pub fn own(text: Rc<str>) -> LangText {
        LangText { source: TextSource::Interface, text }
    }

    /// The questionnaire's words.
    pub fn pack(text: &Rc<str>) -> LangText {
        LangText { source: TextSource::Pack, text: text.clone() }
    }

    /// What the respondent typed.
    pub fn typed(text: &Rc<str>) -> LangText {
        LangText { source: TextSource::Respondent, text: text.clone() }
    }
}

/// The chapter with the answers, to which items are linked.
pub(super) const ANSWERS: &str = "answers";

/// What a scorecard says, in the words of `text`.
pub fn content(report: &Report, text: &Text) -> Content {
    let words = &Wording { text, pack: &report.pack };
    let chapters = vec![
        judged::stages(report, words),
        judged::findings(report, words),
        judged::documents(report, words),
        planned::plan(report, words),
        statement::chapter(report, words),
        planned::metrics(report, words),
        scores::sections(report, words),
        trend::trend(report, words),
        lists::strengths(report, words),
        lists::gaps(report, words),
        lists::open(report, words),
        answers::answers(report, words),
        scores::method(report, words),
        versions(report, words),
    ];
    with(chapters, report, words)
}

/// What a part of it says that is handed out by itself.
pub fn extract(report: &Report, extract: Extract, text: &Text) -> Content {
    let words = &Wording { text, pack: &report.pack };
    let mut content = match extract {
        Extract::OnePage => {
            let content = with(Vec::new(), report, words);
            Content { facts: Vec::new(), notices: Vec::new(), ..content }
        }
        Extract::Summary => {
            let chapters = [
                brief::findings(report, words),
                brief::plan(report, words),
                brief::documents(report, words),
            ];
            let one_after_the_other = |chapter| Chapter { new_page: false, ..chapter };
            with(chapters.map(one_after_the_other).into(), report, words)
        }
    };
    // The chapter on versions, which is not in it, has the notice otherwise.
    content.footer.push(LangText::pack(&report.pack.notice));
    content
}

fn with(chapters: Vec<Chapter>, report: &Report, words: &Wording) -> Content {
    let named = [&report.organisation, &report.name].into_iter().find(|name| !blank(name));
    let title = named.map_or_else(|| LangText::own(words.get("report.title")), LangText::typed);
    let language = words.get("lang");
    Content {
        pack_language: Some(report.pack.language.clone()).filter(|pack| *pack != language),
        language,
        direction: words.get("dir"),
        kind: words.get("report.title"),
        subject: LangText::pack(&report.pack.title),
        label: [&words.get("report.title"), ": ", &title.text].concat().into(),
        title,
        front: Some(board::board(report, words)),
        facts: facts(report, words),
        notices: notices(report, words),
        contents: words.get("statement.contents"),
        chapters,
        footer: vec![
            LangText::own(words.get("result.disclaimer")),
            LangText::own(made_by(report, words)),
        ],
    }
}

impl Cell {
    fn number(n: impl std::fmt::Display) -> Cell {
        Cell::Number(n.to_string().into())
    }

    fn date(words: &Wording, date: Date) -> Cell {
        Cell::Date(words.date(date))
    }

    fn own(text: Rc<str>) -> Cell {
        Cell::Text(LangText::own(text))
    }

    /// An item. One that the mode does not ask has no answer to link to.
    pub(super) fn item(report: &Report, item: ItemIx) -> Cell {
        match (report.row(item), report.pack.item(item)) {
            (Some(row), _) => Cell::Item { item, id: row.id.clone(), name: row.name.clone() },
            (None, Some(known)) => {
                Cell::Text(LangText::pack(&[&*known.id, " ", &known.name].concat().into()))
            }
            (None, None) => Cell::Text(LangText::default()),
        }
    }
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn facts(report: &Report, words: &Wording) -> Vec<(Rc<str>, LangText)> {
    let own = |key: &str, text: Rc<str>| (words.get(key), LangText::own(text));
    let typed = |key: &str, text: &Rc<str>| match blank(text) {
        true => own(key, words.get("statement.not_stated")),
        false => (words.get(key), LangText::typed(text)),
    };
    let tally = report.tally();
    let complete = [("n", &tally.answered() as &dyn std::fmt::Display), ("total", &tally.total)];
    let mut facts = vec![
        typed("statement.organisation", &report.organisation),
        typed("statement.scope", &report.scope),
        typed("report.sector", &report.sector),
        own("report.size", words.size(report.size)),
    ];
    if !blank(&report.name) {
        facts.push(typed("report.assessment", &report.name));
    }
    facts.extend([
        own("report.mode", words.mode(report.mode)),
        own("report.date", words.date(report.date)),
        own("statement.completeness", words.fill("report.complete", &complete)),
    ]);
    facts
}

fn notices(report: &Report, words: &Wording) -> Vec<Rc<str>> {
    let mut notices = vec![words.get("result.disclaimer")];
    notices.extend(words.limits(report));
    let note = &report.pack.quick_note;
    if report.mode == Mode::Quick && !note.is_empty() {
        notices.push(note.clone());
    }
    notices.push(words.get("report.confidential"));
    notices
}

/// When and with what a file was made.
pub(super) fn made_by(report: &Report, words: &Wording) -> Rc<str> {
    let (pack, date) = (&report.pack, words.date(report.date));
    let values: [(&str, &dyn std::fmt::Display); 5] = [
        ("tool", &TOOL_VERSION),
        ("format", &super::json::FORMAT),
        ("date", &date),
        ("version", &pack.version),
        ("pack", &pack.id),
    ];
    words.fill("report.made_by", &values)
}

fn versions(report: &Report, words: &Wording) -> Chapter {
    let notice = Block::Text(LangText::pack(&report.pack.notice));
    let blocks = vec![Block::Text(LangText::own(made_by(report, words))), notice];
    Chapter { id: "versions", title: words.get("report.versions"), new_page: false, blocks }
}
