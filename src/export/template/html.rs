//! A text to fill in as one HTML file that needs nothing else, for reading, printing and editing.

use super::blocks::{blocks, Block};
use super::{pieces, Filling, Piece};
use crate::export::html::{Markup, POLICY};
use crate::report::TOOL_VERSION;

const STYLE: &str = include_str!("template.css");

pub(super) fn render(source: &str, filling: &Filling) -> String {
    let mut page = Page { out: Markup::new(None), filling };
    let blocks = blocks(source);
    let title = blocks.iter().find_map(|block| match block {
        Block::Title(title) => Some(*title),
        _ => None,
    });
    page.head(title.unwrap_or_default());
    page.out.raw("<body>\n<main>\n");
    for block in &blocks {
        page.block(block);
    }
    page.out.raw("</main>\n");
    page.foot();
    page.out.raw("</body>\n</html>\n");
    page.out.out
}

struct Page<'a> {
    out: Markup<'a>,
    filling: &'a Filling<'a>,
}

impl Page<'_> {
    fn head(&mut self, title: &str) {
        let Filling { words, assessment, .. } = self.filling;
        let out = &mut self.out;
        out.raw("<!DOCTYPE html>\n");
        // The text is in the language of its questionnaire, whatever that of the interface is.
        let mut attributes = vec![("lang", &*words.pack.language)];
        let direction = words.get("dir");
        if words.pack.language == words.get("lang") {
            attributes.push(("dir", &direction));
        }
        out.open("html", &attributes);
        out.raw("<head>\n<meta charset=\"utf-8\">\n");
        // Before anything that it could forbid.
        out.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
        out.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.raw("<meta name=\"color-scheme\" content=\"light\">\n");
        let generator = ["Plumbline ", TOOL_VERSION].concat();
        out.open("meta", &[("name", "generator"), ("content", &generator)]);
        let organisation = assessment.organisation.name.trim();
        let title = match organisation.is_empty() {
            true => title.to_owned(),
            false => [title, " \u{b7} ", organisation].concat(),
        };
        out.line("title", &[], &title);
        out.raw("<style>\n");
        out.raw(STYLE);
        out.raw("</style>\n</head>\n");
    }

    fn foot(&mut self) {
        let Filling { words, notes, .. } = self.filling;
        let (language, direction) = (words.get("lang"), words.get("dir"));
        self.out.open("footer", &[("lang", &language), ("dir", &direction)]);
        for note in notes {
            self.out.line("p", &[], note);
        }
        self.out.raw("</footer>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(words) => self.line("h1", words),
            Block::Heading(words) => self.line("h2", words),
            Block::Paragraph(words) => self.line("p", words),
            Block::Emphasis(words) => {
                self.out.raw("<p class=\"about\">");
                self.line("em", words);
                self.out.raw("</p>");
            }
            Block::List(points) => self.list("ul", points),
            Block::Steps(steps) => self.list("ol", steps),
            Block::Table(rows) => self.table(rows),
        }
        self.out.raw("\n");
    }

    fn list(&mut self, tag: &str, lines: &[&str]) {
        self.out.open(tag, &[]);
        for line in lines {
            self.line("li", line);
        }
        self.out.close(tag);
    }

    fn table(&mut self, rows: &[Vec<&str>]) {
        let Some((head, rows)) = rows.split_first() else { return };
        self.out.raw("<div class=\"table\"><table><thead><tr>");
        for cell in head {
            self.out.open("th", &[("scope", "col")]);
            self.inline(cell);
            self.out.close("th");
        }
        self.out.raw("</tr></thead><tbody>");
        for row in rows {
            self.out.raw("<tr>");
            for cell in row {
                self.line("td", cell);
            }
            self.out.raw("</tr>");
        }
        self.out.raw("</tbody></table></div>");
    }

    fn line(&mut self, tag: &str, words: &str) {
        self.out.open(tag, &[]);
        self.inline(words);
        self.out.close(tag);
    }

    /// Words with their blanks marked, and what the profile has filled in.
    fn inline(&mut self, words: &str) {
        for piece in pieces(words) {
            match piece {
                Piece::Words(words) => self.out.text(words),
                Piece::Blank(blank) => self.blank(blank),
                Piece::Field(field) => match self.filling.value(field) {
                    Some(value) => self.out.line("span", &[("dir", "auto")], value.trim()),
                    None => self.blank(&self.filling.blank(field)),
                },
            }
        }
    }

    fn blank(&mut self, blank: &str) {
        self.out.line("mark", &[], &["[", blank, "]"].concat());
    }
}
