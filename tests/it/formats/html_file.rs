//! The HTML file: one file, well formed, accessible, and nothing typed becomes markup.

use crate::support::{english, samples, HOSTILE};
use plumbline::export::{extract, render, Extract, Format};
use plumbline::i18n::text::Text;
use plumbline::model::pack::Kind;
use plumbline::report::Report;
use std::collections::{BTreeMap, BTreeSet};

fn file(report: &Report) -> String {
    render(Format::Html, report, &english())
}

/// All documents of all samples.
fn documents() -> Vec<(String, Report, String)> {
    let mut documents = Vec::new();
    for (name, report) in samples() {
        for part in Extract::ALL {
            let page = extract(part, &report, &english());
            documents.push((format!("{name}, {}", part.id()), report.clone(), page));
        }
        let page = file(&report);
        documents.push((name.to_owned(), report, page));
    }
    documents
}

/// A start tag with its attributes.
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
}

/// The tags of a file in which every element is closed and every attribute quoted. Anything else
/// fails, which is what hostile text would cause.
fn tags(file: &str) -> Vec<Tag> {
    let mut rest = file.strip_prefix("<!DOCTYPE html>\n").expect("a doctype");
    let (mut tags, mut open) = (Vec::new(), Vec::<String>::new());
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        assert!(!text.contains('>') || open.last().is_some_and(|tag| tag == "style"), "{text}");
        let (tag, after) = rest[start + 1..].split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closed in order");
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut left) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric()), "{name}");
        let mut attributes = BTreeMap::new();
        while !left.is_empty() {
            let (key, value) = left.split_once("=\"").unwrap_or_else(|| panic!("{tag}"));
            let (value, next) = value.split_once('"').expect("a quoted value");
            let before = attributes.insert(key.to_owned(), value.to_owned());
            assert!(
                before.is_none()
                    && key.chars().all(|c| c.is_ascii_lowercase()
                        || "-ABR".contains(c)
                        || c == 'x'
                        || "UnitsTransform".contains(c)),
                "{key}"
            );
            left = next.trim_start();
        }
        if !closed && name != "meta" {
            open.push(name.to_owned());
        }
        tags.push(Tag { name: name.to_owned(), attributes });
    }
    assert_eq!(open, Vec::<String>::new());
    tags
}

#[test]
fn every_file_is_well_formed_and_holds_only_our_own_elements() {
    let ours = [
        "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section",
        "article", "footer", "h1", "h2", "h3", "h4", "p", "div", "span", "strong", "a", "ol", "li",
        "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "defs",
        "pattern", "rect", "path", "symbol", "use", "desc", "g", "ul",
        // In the pictures; `title` names one there.
        "text", "circle",
    ];
    for (name, report, page) in documents() {
        let tags = tags(&page);
        for tag in &tags {
            assert!(ours.contains(&&*tag.name), "{name}: {}", tag.name);
            for attribute in tag.attributes.keys() {
                assert!(!attribute.starts_with("on") && attribute != "style", "{name}");
            }
        }
        let count = |wanted: &str| tags.iter().filter(|tag| tag.name == wanted).count();
        for once in ["h1", "main", "header", "footer", "style", "head", "body"] {
            assert_eq!(count(once), 1, "{name}: {once}");
        }
        // Only all of it has the answers, and one page needs no contents.
        let answers = if name.contains(", ") { 0 } else { report.rows.len() };
        assert_eq!(count("article"), answers, "{name}");
        assert_eq!(count("nav"), usize::from(!name.ends_with("one-page")), "{name}");
    }
}

#[test]
fn nothing_is_fetched_and_nothing_may_be() {
    for (name, _, page) in documents() {
        for tag in tags(&page) {
            for (key, value) in &tag.attributes {
                let local = match &**key {
                    "href" => value.starts_with('#'),
                    "src" | "srcset" | "action" | "data" | "poster" => false,
                    _ => !value.contains("url(") || value.starts_with("url(#"),
                };
                assert!(local, "{name}: {key}={value}");
            }
        }
        let policy = "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:\"";
        assert!(page.find(policy) < page.find("<style>") && page.contains(policy), "{name}");
        let style = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
        let style = style.expect("a style").0;
        assert!(!style.contains("url(") && !style.contains("@import"), "{name}");
    }
}

#[test]
fn every_link_and_every_reference_has_its_target() {
    for (name, _, page) in documents() {
        let tags = tags(&page);
        let mut ids = BTreeSet::new();
        for id in tags.iter().filter_map(|tag| tag.attributes.get("id")) {
            assert!(ids.insert(id.as_str()), "{name}: {id} twice");
        }
        for tag in &tags {
            let reference = |key: &str| tag.attributes.get(key).map_or("", |value| value.as_str());
            let link = reference("href").trim_start_matches('#');
            let named = reference("aria-labelledby").split(' ');
            let fill = reference("fill").strip_prefix("url(#").unwrap_or("").trim_end_matches(')');
            for target in named.chain([link, fill]).filter(|target| !target.is_empty()) {
                assert!(ids.contains(target), "{name}: {target}");
            }
        }
    }
}

#[test]
fn tables_have_captions_and_heads_with_scope() {
    for (name, report, page) in documents() {
        for table in page.split("<table").skip(1) {
            let table = table.split("</table>").next().unwrap_or("");
            assert!(table.contains("<caption>") && table.contains("scope=\"col\""), "{name}");
            let rows = table.matches("<tr").count() - 1;
            assert_eq!(table.matches("scope=\"row\"").count(), rows, "{name}");
        }
        let bars = tags(&page)
            .iter()
            .filter(|tag| tag.attributes.get("class").is_some_and(|c| c == "bar"))
            .count();
        let sections = if name.contains(", ") { 0 } else { report.sections.len() };
        assert_eq!(bars, 3 + sections, "{name}");
        // Every picture says in words what it shows.
        let pictures = page.matches("role=\"img\"").count();
        assert_eq!(page.matches("<desc ").count(), pictures, "{name}");
    }
}

#[test]
fn everything_typed_is_shown_and_escaped() {
    let (_, report) = samples().pop().expect("the hostile sample");
    let page = file(&report);
    for text in HOSTILE {
        let stray = |c: char| c.is_control() && c != '\n' && c != '\t';
        let plain = text.replace("\r\n", "\n").replace('\r', "\n").replace(stray, "\u{fffd}");
        let escaped = plain
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
            .replace('\'', "&#39;");
        if text.trim().is_empty() {
            continue;
        }
        assert!(page.contains(&format!("<dd dir=\"auto\">{escaped}</dd>")), "{text:?}");
    }
    assert!(page.contains(&"long note ".repeat(500)));
    assert!(page.contains("white-space:pre-wrap"), "line breaks are kept");
}

#[test]
fn language_and_direction_come_from_the_words() {
    let (_, report) = samples().swap_remove(0);
    let arabic = r#"{"lang": "ar", "dir": "rtl", "report.title": "<بطاقة>"}"#;
    let text = Text::parse(arabic, Some(&english()), Text::english_plural());
    let page = render(Format::Html, &report, &text);
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(page.contains("<title>&lt;بطاقة&gt;: Bakery Miller</title>"));
    let question = format!("<p class=\"question\" lang=\"en\">{}", "How");
    assert!(page.contains(&question), "the pack stays in its own language");
    tags(&page);
}

#[test]
fn the_page_for_the_board_stands_first_and_ends_where_the_cover_begins() {
    for (name, report) in samples() {
        let page = file(&report);
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{name}: {text}"));
        let order = ["</header>", "<main>", "id=\"board\"", "class=\"cover\"", "id=\"stages\""];
        assert!(order.is_sorted_by_key(|text| at(text)), "{name}");
        assert!(page.contains(".cover{break-before:page"), "on paper it has a sheet of its own");
    }
}

#[test]
fn each_picture_stands_once_and_beside_its_table() {
    for (name, report) in samples() {
        let page = file(&report);
        let pictures = ["way", "radar-requirement", "radar-control", "plan-time", "trend-picture"];
        let found = pictures.map(|id| page.matches(&format!("aria-labelledby=\"{id}-t ")).count());
        let clauses = report.sections.iter().filter(|one| one.kind == Kind::Requirement).count();
        let planned = !report.schedule().actions.is_empty();
        // Without a milestone that has its day there is no way to draw.
        let kept = report.trend().iter().filter(|point| point.date.is_some()).count() > 1;
        // Controls have no order, so they have bars alone.
        assert_eq!(found, [1, (clauses > 2).into(), 0, planned.into(), kept.into()], "{name}");
        let tables =
            [("radar-requirement", "Management system"), ("plan-time", "The plan by phase")];
        for (id, caption) in tables {
            let table = format!("<caption>{caption}</caption>");
            let drawn = page.contains(&format!("aria-labelledby=\"{id}-t "));
            assert!(!drawn || page.contains(&table), "{name}: {caption}");
        }
    }
}
