//! Texts to fill in: what the profile has is filled in, the rest stays a blank, and nothing typed
//! becomes markup. The HTML is compared with what another reader of Markdown makes of a text.

use super::markdown_file::OPTIONS;
use crate::support::{bakery, default_pack, english, golden, today, HOSTILE};
use plumbline::export::{fill_in, File, TemplateFormat};
use plumbline::model::assessment::{Assessment, Mode, Organisation};
use plumbline::model::pack::Pack;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use scraper::{Html, Selector};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::rc::Rc;

fn source(file: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("packs/iso-27001-2022");
    std::fs::read_to_string(folder.join(file)).expect("the text")
}

/// All texts of a pack, each once.
fn texts(pack: &Pack) -> BTreeSet<&str> {
    pack.documents.iter().flat_map(|document| &document.templates).map(|file| &**file).collect()
}

const SCOPE: &str = "texts/scope.md";

fn filled(
    pack: &Pack,
    template: &str,
    text: &str,
    assessment: &Assessment,
    format: TemplateFormat,
) -> File {
    let words = english();
    let made = fill_in(template, format, text, pack, assessment, today(), &words);
    plumbline::part::now(made).expect("every part is here")
}

/// An organisation of which each field is this text.
fn typed(pack: &Pack, text: &str) -> Assessment {
    let mut assessment = Assessment::new(pack, Mode::Full);
    assessment.organisation = Rc::new(Organisation {
        name: text.into(),
        sector: text.into(),
        scope: text.into(),
        ..Organisation::default()
    });
    assessment
}

/// The pieces of a text with their words, as another reader of Markdown has them.
fn by_another_reader(markdown: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for event in Parser::new_ext(markdown, OPTIONS) {
        let tag = match event {
            Event::Start(Tag::Heading { level, .. }) => level.to_string(),
            Event::Start(Tag::Paragraph) => "p".into(),
            Event::Start(Tag::Emphasis) => "em".into(),
            Event::Start(Tag::Item) => "li".into(),
            Event::Start(Tag::TableCell) => "cell".into(),
            Event::Text(words) => {
                found.last_mut().expect("an element").1.push_str(&words);
                continue;
            }
            Event::Start(Tag::List(first)) => first.map_or("ul", |_| "ol").into(),
            Event::Start(Tag::Table(_)) => "table".into(),
            Event::Start(Tag::TableHead | Tag::TableRow) | Event::End(_) => continue,
            other => panic!("{other:?}"),
        };
        found.push((tag, String::new()));
    }
    found
}

/// The same of the HTML.
fn in_html(html: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(html);
    assert_eq!(page.errors, [""; 0]);
    let all = Selector::parse("main :is(h1, h2, p, em, ul, ol, li, table, th, td)").expect("one");
    let has_own_words = |tag: &str| !["ul", "ol", "table"].contains(&tag);
    page.select(&all)
        .map(|element| {
            let tag = element.value().name();
            let inner = element.children().filter_map(scraper::ElementRef::wrap);
            let is_outer = inner.into_iter().any(|child| child.value().name() == "em");
            let words = match has_own_words(tag) && !is_outer {
                true => element.text().collect(),
                false => String::new(),
            };
            let tag = if ["th", "td"].contains(&tag) { "cell" } else { tag };
            (tag.to_owned(), words)
        })
        .collect()
}

#[test]
fn the_html_of_each_text_is_what_another_reader_makes_of_its_markdown() {
    let pack = default_pack();
    let assessment = bakery(&pack, Mode::Full, 5);
    for template in texts(&pack) {
        let text = source(template);
        let [html, markdown] = [TemplateFormat::Html, TemplateFormat::Markdown]
            .map(|format| filled(&pack, template, &text, &assessment, format).content);
        let body = markdown.rsplit_once("\n---\n").expect("a rule before the notes").0;
        assert_eq!(in_html(&html), by_another_reader(body), "{template}");
    }
}

#[test]
fn a_text_is_as_it_was_last_read() {
    let pack = default_pack();
    for (name, assessment) in
        [("filled", bakery(&pack, Mode::Full, 5)), ("blank", Assessment::new(&pack, Mode::Full))]
    {
        for (format, end) in [(TemplateFormat::Html, "html"), (TemplateFormat::Markdown, "md")] {
            let file = filled(&pack, SCOPE, &source(SCOPE), &assessment, format);
            golden(&format!("text-{name}.{end}"), &file.content);
        }
    }
}

#[test]
fn what_the_profile_has_is_filled_in_and_the_rest_is_a_clear_blank() {
    let pack = default_pack();
    let text = "# T\n\n{organisation}, {size}: {sector}\n\n{scope}\n\n[a date] {other} [\n";
    let mut assessment = bakery(&pack, Mode::Full, 5);
    let markdown = |assessment: &Assessment| {
        filled(&pack, SCOPE, text, assessment, TemplateFormat::Markdown).content
    };
    let found = markdown(&assessment);
    assert!(found.contains("Bakery Miller, 11-49 people: Bread and cakes"), "{found}");
    assert!(found.contains("[a date] {other} ["), "{found}");
    assessment.organisation = Rc::new(Organisation { name: " ".into(), ..Organisation::default() });
    let found = markdown(&assessment);
    let blanks = "[name of the organisation], [number of people]: [what the organisation does]";
    assert!(found.contains(blanks), "{found}");
    assert!(found.contains("[what the management system covers]"), "{found}");
    let html = filled(&pack, SCOPE, text, &assessment, TemplateFormat::Html).content;
    assert!(html.contains("<mark>[name of the organisation]</mark>"), "{html}");
    assert!(html.contains("<mark>[a date]</mark> {other} ["), "{html}");
}

#[test]
fn every_text_says_what_it_is_and_what_made_it() {
    let pack = default_pack();
    for template in texts(&pack) {
        for format in [TemplateFormat::Html, TemplateFormat::Markdown] {
            let assessment = Assessment::new(&pack, Mode::Full);
            let file = filled(&pack, template, &source(template), &assessment, format).content;
            for words in ["an indication of form", "22 Nov 2026", plumbline::TOOL_VERSION] {
                assert!(file.contains(words), "{template}: {words}");
            }
            assert!(file.contains(&*pack.version), "{template}");
        }
    }
}

#[test]
fn nothing_typed_becomes_markup() {
    let pack = default_pack();
    let text = source(SCOPE);
    let plain = filled(&pack, SCOPE, &text, &typed(&pack, "word"), TemplateFormat::Html);
    let tags = |html: &str| {
        let page = Html::parse_document(html);
        let all = Selector::parse("*").expect("a selector");
        page.select(&all).map(|element| element.value().name().to_owned()).collect::<Vec<_>>()
    };
    for hostile in HOSTILE.iter().filter(|text| !text.trim().is_empty()) {
        let assessment = typed(&pack, hostile);
        let html = filled(&pack, SCOPE, &text, &assessment, TemplateFormat::Html).content;
        assert_eq!(tags(&html), tags(&plain.content), "{hostile:?}");
        let markdown = filled(&pack, SCOPE, &text, &assessment, TemplateFormat::Markdown);
        let mut headings = 0;
        for event in Parser::new_ext(&markdown.content, OPTIONS) {
            match event {
                Event::Html(tag) | Event::InlineHtml(tag) => assert_eq!(&*tag, "<br>"),
                Event::End(TagEnd::Heading(_)) => headings += 1,
                Event::Start(
                    tag @ (Tag::CodeBlock(_)
                    | Tag::Link { .. }
                    | Tag::Image { .. }
                    | Tag::Strikethrough
                    | Tag::BlockQuote(_)),
                ) => panic!("{hostile:?}: {tag:?}"),
                Event::Code(code) => panic!("{hostile:?}: {code}"),
                _ => (),
            }
        }
        assert_eq!(headings, text.matches("\n#").count() + 1, "{hostile:?}");
    }
}

#[test]
fn a_text_is_named_after_itself_and_the_organisation() {
    let pack = default_pack();
    let assessment = bakery(&pack, Mode::Full, 5);
    let file = |file: &str, assessment: &Assessment, format| {
        filled(&pack, file, "# T\n", assessment, format)
    };
    let html = file(SCOPE, &assessment, TemplateFormat::Html);
    assert_eq!(html.name, "plumbline-scope-bakery-miller-2026-11-22.html");
    assert_eq!(html.media_type, "text/html;charset=utf-8");
    let blank = Assessment::new(&pack, Mode::Full);
    let markdown = file("texts/backup-rule.md", &blank, TemplateFormat::Markdown);
    assert_eq!(markdown.name, "plumbline-backup-rule-draft-2026-11-22.md");
    assert_eq!(markdown.media_type, "text/markdown;charset=utf-8");
    let odd = file("../a b/c<d>: e.tar.md", &blank, TemplateFormat::Markdown);
    assert_eq!(odd.name, "plumbline-cdetar-draft-2026-11-22.md");
    for template in texts(&pack) {
        for format in [TemplateFormat::Html, TemplateFormat::Markdown] {
            let name = filled(&pack, template, "# T\n", &assessment, format).name;
            assert!(name.chars().count() <= 60, "{name}");
        }
    }
}
