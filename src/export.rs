//! The files that a scorecard can be written to. Each of them reads the same [`Report`], so that
//! none can contradict another.
//!
//! What a reader sees is composed once, in [`content`]; `html` and `markdown` only set it.
//! `csv` is for spreadsheets, [`json`] for other programs. [`statement`] is the Statement of
//! Applicability, a document of its own. [`calendar`] and [`tasks`] take the action plan to where
//! work is planned; [`metrics_sheet`] is a sheet to fill in, `template` a text.

pub mod calendar;
mod cells;
pub mod content;
mod csv;
mod html;
pub mod json;
mod markdown;
pub mod metrics_sheet;
pub mod statement;
pub mod tasks;
mod template;

use crate::i18n::text::Text;
use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::pack::Pack;
use crate::part::Missing;
use crate::report::Report;
use std::rc::Rc;

pub use template::{name as template_name, unknown as unknown_markdown, TemplateFormat};

/// Longest name of a file, in characters. Most systems allow 255 bytes; mail programs and old
/// archives cut much earlier.
const NAME_LENGTH: usize = 60;

/// A file that a page offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The whole report as a document.
    Scorecard(Format),
    /// A part of it as a document, in HTML.
    Extract(Extract),
    /// The Statement of Applicability as a table.
    StatementTable,
    /// The Statement of Applicability as text.
    StatementText,
    /// The dates of the action plan as a calendar.
    Calendar,
    /// The action plan as tasks for a tracker.
    Tasks,
    /// What to measure, to be filled in.
    Metrics,
}

impl Export {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Export; 11] = [
        Export::Extract(Extract::OnePage),
        Export::Extract(Extract::Summary),
        Export::Scorecard(Format::Html),
        Export::Scorecard(Format::Csv),
        Export::Scorecard(Format::Markdown),
        Export::Scorecard(Format::Json),
        Export::StatementTable,
        Export::StatementText,
        Export::Calendar,
        Export::Tasks,
        Export::Metrics,
    ];
}

/// A part of the scorecard that is handed out by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extract {
    /// The page for the board, on one sheet.
    OnePage,
    /// For a client: the page for the board, findings, plan and documents.
    Summary,
}

impl Extract {
    /// Both, the shorter first.
    pub const ALL: [Extract; 2] = [Extract::OnePage, Extract::Summary];

    /// A short word, for keys and names of files.
    pub fn id(self) -> &'static str {
        match self {
            Extract::OnePage => "one-page",
            Extract::Summary => "summary",
        }
    }
}

/// A format of the scorecard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One page for reading and printing, with everything in it.
    Html,
    /// One row an item, for spreadsheets (RFC 4180).
    Csv,
    /// Text with GitHub-flavoured tables.
    Markdown,
    /// For other programs; `static/schemas/report-3.json` describes it.
    Json,
}

impl Format {
    /// All formats, the most readable first.
    pub const ALL: [Format; 4] = [Format::Html, Format::Csv, Format::Markdown, Format::Json];

    /// A short word, for keys and settings.
    pub fn id(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Markdown => "markdown",
            Format::Json => "json",
        }
    }

    /// The end of the file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            _ => self.id(),
        }
    }

    /// The media type, with its charset where the type has one (RFC 7111, RFC 7763, RFC 8259).
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Html => "text/html;charset=utf-8",
            Format::Csv => "text/csv;charset=utf-8",
            Format::Markdown => "text/markdown;charset=utf-8",
            Format::Json => "application/json",
        }
    }

    /// A name for the file, such as `plumbline-bakery-miller-2026-11-22.html`.
    pub fn file_name(self, report: &Report) -> String {
        let names = [&*report.organisation, &report.name, "scorecard"];
        file_name("plumbline", &names, report.date, self.extension())
    }
}

/// A name for a file that every system accepts: its first word, the first of the names that says
/// something, the day.
///
/// A first word such as `plumbline` keeps it off the names that Windows reserves (`CON`, `NUL` ...).
pub fn file_name(first: &str, names: &[&str], date: Date, extension: &str) -> String {
    let date = date.to_string();
    let taken = first.len() + "--.".len() + date.len() + extension.len();
    let room = NAME_LENGTH.saturating_sub(taken);
    let slugs = names.iter().map(|name| slug(name, room));
    let name = slugs.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    [first, "-", &name, "-", &date, ".", extension].concat()
}

/// What stands between the cells of a table that is handed out, and what in a number before its
/// decimals. A spreadsheet reads a table by the habits of the place where it runs: where 1,5 is one
/// and a half, commas between cells are none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// A comma, and 1.5: RFC 4180, and what programs read.
    #[default]
    Comma,
    /// A semicolon, and 1,5.
    Semicolon,
}

impl Separator {
    /// Both.
    pub const ALL: [Separator; 2] = [Separator::Comma, Separator::Semicolon];

    /// A short word, for keys and settings.
    pub fn id(self) -> &'static str {
        match self {
            Separator::Comma => "comma",
            Separator::Semicolon => "semicolon",
        }
    }
}

/// A file to hand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, safe on every system.
    pub name: String,
    /// As an HTTP header has it, with the charset where the type has one.
    pub media_type: &'static str,
    /// All of it as text, to be written as UTF-8.
    pub content: String,
}

/// Makes a file, a table with this between its cells; `None` where there is nothing for it, as for a calendar of a plan without actions.
pub fn file(
    export: Export,
    pack: &Rc<Pack>,
    assessment: &Assessment,
    today: Date,
    separator: Separator,
    text: &Text,
) -> Option<File> {
    let report = Report::new(pack, assessment, today);
    let csv = Format::Csv.media_type();
    let statement = |format| statement::file(format, &report, separator, text);
    let (about, extension, media_type, content) = match export {
        Export::Scorecard(format) => {
            return Some(File {
                name: format.file_name(&report),
                media_type: format.media_type(),
                content: match format {
                    Format::Csv => csv::render(&report, separator, text),
                    _ => render(format, &report, text),
                },
            });
        }
        Export::Extract(extract) => {
            (extract.id(), "html", Format::Html.media_type(), self::extract(extract, &report, text))
        }
        Export::StatementTable => return Some(statement(Format::Csv)),
        Export::StatementText => return Some(statement(Format::Markdown)),
        Export::Calendar => ("plan", "ics", CALENDAR, calendar::render(&report, text)?),
        Export::Tasks => ("tasks", "csv", csv, tasks::render(&report, text)),
        Export::Metrics => ("metrics", "csv", csv, metrics_sheet::render(&report, separator, text)),
    };
    let names = [&*report.organisation, &report.name, "scorecard"];
    let name = file_name(&format!("plumbline-{about}"), &names, today, extension);
    Some(File { name, media_type, content })
}

/// The same in a part of the program of its own: few readers want a file, and none at first.
#[cfg_attr(
    feature = "split",
    wasm_split_helpers::wasm_split(
        exports,
        fallible,
        preload(
            /// Fetches the part of the program that writes files.
            load
        )
    )
)]
pub fn write(
    export: Export,
    pack: &Rc<Pack>,
    assessment: &Assessment,
    today: Date,
    separator: Separator,
    text: &Text,
) -> Result<Option<File>, Missing> {
    Ok(file(export, pack, assessment, today, separator, text))
}

/// A text to fill in, filled as far as the profile goes. `template` is the name of its file,
/// `source` its Markdown. It is in the same
/// part of the program.
#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(exports, fallible))]
pub fn fill_in(
    template: &str,
    format: TemplateFormat,
    source: &str,
    pack: &Pack,
    assessment: &Assessment,
    today: Date,
    text: &Text,
) -> Result<File, Missing> {
    Ok(template::file(template, format, source, pack, assessment, today, text))
}

/// The part that writes files is here.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<(), Missing> {
    Ok(())
}

/// The media type of a calendar (RFC 5545, 8.1).
const CALENDAR: &str = "text/calendar;charset=utf-8";

/// The scorecard as a file of this kind, a table with commas.
pub fn render(format: Format, report: &Report, text: &Text) -> String {
    match format {
        Format::Html => html::render(report, text),
        Format::Csv => csv::render(report, Separator::Comma, text),
        Format::Markdown => markdown::render(report, text),
        Format::Json => json::render(report),
    }
}

/// A part of the scorecard as a document in HTML.
pub fn extract(extract: Extract, report: &Report, text: &Text) -> String {
    html::extract(report, extract, text)
}

/// Letters and digits of any script, everything between them as one hyphen. Only ASCII is lower
/// case: the tables for all scripts weigh more than this whole module.
fn slug(text: &str, most: usize) -> String {
    let mut slug = String::new();
    let mut length = 0;
    let mut gap = false;
    for c in text.chars() {
        // Joiners shape letters and are invisible in a name.
        if matches!(c, '\u{200c}' | '\u{200d}') {
            continue;
        }
        if !c.is_ascii_alphanumeric() && (c.is_ascii() || is_sign(c)) {
            gap = !slug.is_empty();
            continue;
        }
        if length + 1 + usize::from(gap) > most {
            break;
        }
        if gap {
            slug.push('-');
            length += 1;
        }
        slug.push(c.to_ascii_lowercase());
        length += 1;
        gap = false;
    }
    slug
}

/// Controls, spaces, punctuation, symbols and private characters outside ASCII, by block.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '\u{80}'..='\u{a9}'
            | '\u{ab}'..='\u{b4}'
            | '\u{b6}'..='\u{b9}'
            | '\u{bb}'..='\u{bf}'
            | '\u{d7}'
            | '\u{f7}'
            | '\u{60c}'..='\u{60d}'
            | '\u{61b}'..='\u{61f}'
            | '\u{66a}'..='\u{66d}'
            | '\u{1680}'
            | '\u{2000}'..='\u{206f}'
            | '\u{20a0}'..='\u{20cf}'
            | '\u{2190}'..='\u{2bff}'
            | '\u{2e00}'..='\u{2e7f}'
            | '\u{3000}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}'
            | '\u{3030}'
            | '\u{30fb}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{fe00}'..='\u{fe6f}'
            | '\u{feff}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}'
            | '\u{ff3b}'..='\u{ff40}'
            | '\u{ff5b}'..='\u{ff65}'
            | '\u{fff0}'..='\u{ffff}'
            | '\u{1f000}'..='\u{1faff}'
            | '\u{e0000}'..='\u{10ffff}'
    )
}
