//! The scorecard as one HTML file that needs nothing else: no script, no request, one style
//! element.
//!
//! A policy in the file itself forbids what it does not need, so that a flaw in escaping could
//! not run anything either (CSP level 3 allows the policy in a `meta` element).

mod blocks;
mod markup;
mod svg;

use super::content::{self, content, Content, LangText, ANSWERS};
use super::Extract;
use crate::i18n::text::Text;
use crate::report::{Report, TOOL_VERSION};
pub(super) use markup::Markup;

const STYLE: &str = include_str!("html/report.css");
/// What a file may do: have a style, and nothing else.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

pub(super) fn render(report: &Report, text: &Text) -> String {
    set(&content(report, text))
}

/// A part of it that is handed out by itself.
pub(super) fn extract(report: &Report, extract: Extract, text: &Text) -> String {
    set(&content::extract(report, extract, text))
}

fn set(content: &Content) -> String {
    let mut page = Markup::new(content.pack_language.as_deref());
    page.has_answers = content.chapters.iter().any(|chapter| chapter.id == ANSWERS);
    head(&mut page, content);
    // What is handed out by itself is to be on few sheets.
    page.raw(if page.has_answers { "<body>" } else { "<body class=\"extract\">" });
    svg::symbols(&mut page);
    title(&mut page, content);
    page.raw("<main>");
    if let Some(front) = &content.front {
        blocks::chapter(&mut page, front);
    }
    if !content.chapters.is_empty() {
        cover(&mut page, content);
    }
    for chapter in &content.chapters {
        blocks::chapter(&mut page, chapter);
    }
    page.raw("</main>\n<footer>");
    for line in &content.footer {
        page.words("p", &[], line);
    }
    page.raw("</footer>\n</body>\n</html>\n");
    page.out
}

fn head(page: &mut Markup, content: &Content) {
    page.raw("<!DOCTYPE html>\n");
    page.open("html", &[("lang", &content.language), ("dir", &content.direction)]);
    page.raw("<head>\n<meta charset=\"utf-8\">\n");
    // Before anything that it could forbid.
    page.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    page.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light\">\n");
    let generator = ["Plumbline ", TOOL_VERSION].concat();
    page.open("meta", &[("name", "generator"), ("content", &generator)]);
    page.line("title", &[], &content.label);
    page.raw("<style>\n");
    page.raw(STYLE);
    page.raw("</style>\n</head>\n");
}

fn title(page: &mut Markup, content: &Content) {
    page.raw("<header>");
    svg::mark(page);
    page.raw("<p class=\"subject\">");
    page.line("span", &[], &content.kind);
    page.raw(" \u{b7} ");
    page.words("span", &[], &content.subject);
    page.raw("</p>");
    page.words("h1", &[], &content.title);
    page.raw("</header>\n");
}

/// What the scorecard is about and what is in it.
fn cover(page: &mut Markup, content: &Content) {
    page.raw("<div class=\"cover\"><dl class=\"facts\">");
    for (name, value) in &content.facts {
        page.raw("<div>");
        page.line("dt", &[], name);
        page.words("dd", &[], value);
        page.raw("</div>");
    }
    page.raw("</dl>");
    contents(page, content);
    page.raw("</div><div class=\"notices\">");
    for notice in &content.notices {
        page.line("p", &[], notice);
    }
    page.raw("</div>\n");
}

fn contents(page: &mut Markup, content: &Content) {
    page.raw("<nav aria-labelledby=\"contents\">");
    page.line("h2", &[("id", "contents")], &content.contents);
    page.raw("<ol>");
    for chapter in content.front.iter().chain(&content.chapters) {
        page.raw("<li>");
        let target = ["#", chapter.id].concat();
        page.words("a", &[("href", &target)], &LangText::own(chapter.title.clone()));
        page.raw("</li>");
    }
    page.raw("</ol></nav>");
}
