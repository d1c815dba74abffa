//! No two formats say different things: every number of every figure and item that a page shows is
//! read back from each file.

use super::csv_file::unmarked;
use super::json_file::parsed;
use super::tables::{between, html_tables, markdown_tables, plain, Tables};
use crate::any::{for_any, given, outline};
use crate::composed::{sample, state};
use crate::drawn::{self, elements, of_class, Element};
use crate::make;
use crate::support::{bakery, default_pack, english, today, SAMPLES};
use plumbline::app::State;
use plumbline::export::{render, Format};
use plumbline::model::assessment::{Assessment, Mode};
use plumbline::report::Report;
use serde_json::Value;
use std::collections::BTreeMap;

type Named<T> = BTreeMap<String, T>;

/// What a page or a file says, by the name of the figure or the identifier of the item.
#[derive(Debug, Default, PartialEq)]
struct Numbers {
    /// Both bounds in whole percent, and how many of how many are answered.
    figures: Named<(Vec<u64>, Vec<u64>)>,
    /// Both bounds in hundredths of a percent.
    exact: Named<Vec<u64>>,
    /// Not known, not applicable, unanswered.
    tallies: Named<Vec<u64>>,
    /// The points of a section: from, to, at most.
    sums: Named<Vec<u64>>,
    /// The weight and the points of an item, where it has points.
    items: Named<Vec<u64>>,
}

/// The whole numbers in a text: "41-63 %" gives 41 and 63.
fn whole(text: &str) -> Vec<u64> {
    let digits = text.split(|c: char| !c.is_ascii_digit());
    digits.filter(|digits| !digits.is_empty()).map(|n| n.parse().expect("a number")).collect()
}

/// Numbers with two decimals, in hundredths: "66.60 %" gives 6660.
fn hundredths(texts: &[&str]) -> Vec<u64> {
    let digits = texts.iter().map(|text| text.replace(|c: char| !c.is_ascii_digit(), ""));
    digits.filter_map(|digits| digits.parse().ok()).collect()
}

/// Points as "6 of 9 points" or "0-9 of 9 points": from, to, at most.
fn points(text: &str) -> Vec<u64> {
    match whole(text)[..] {
        [n, most] => vec![n, n, most],
        [lower, upper, most] => vec![lower, upper, most],
        _ => Vec::new(),
    }
}

/// Both bounds, also where they are shown as one.
fn both(text: &str) -> Vec<u64> {
    match whole(text)[..] {
        [n] => vec![n, n],
        ref both => both.to_vec(),
    }
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of a page's tables as texts, with those of their feet.
fn rows(page: &Element) -> Vec<Vec<String>> {
    let rows = elements(&page.children).into_iter().filter(|element| element.tag == "tr");
    let cells = |row: &Element| {
        let cells = elements(&row.children).into_iter();
        cells.filter(|cell| ["th", "td"].contains(&&*cell.tag)).map(Element::words).collect()
    };
    rows.map(cells).collect()
}

fn on_pages(state: &State, report: &Report) -> Numbers {
    let mut numbers = Numbers::default();
    for row in rows(&drawn::report(state, "")).into_iter().skip(1) {
        numbers.figures.insert(row[0].clone(), (both(&row[2]), whole(&row[3])));
    }
    for address in ["overall", "requirement", "control"] {
        for row in rows(&drawn::report(state, &format!("figure/{address}"))).into_iter().skip(1) {
            numbers.exact.insert(row[0].clone(), hundredths(&[&row[1], &row[2]]));
        }
    }
    for section in &report.sections {
        let page = drawn::report(state, &format!("figure/section/{}", section.id));
        let heading = of_class(&page.children, "lead");
        assert_eq!(heading.len(), 1, "the figure stands in front");
        let mut rows = rows(&page);
        let sums = rows.pop().expect("the sums");
        let numbers_of = |texts: &[String]| texts.iter().flat_map(|n| whole(n)).collect();
        let [most, lower, upper] = [1, 2, 3].map(|at| whole(&sums[at])[0]);
        let name = format!("{} {}", section.id, section.name);
        numbers.sums.insert(name, vec![lower, upper, most]);
        for row in rows.into_iter().skip(1) {
            let id = row[0].split(' ').next().expect("an identifier").to_owned();
            // "2 x 3", from, to.
            let mut found: Vec<u64> = numbers_of(&row[2..]);
            if let [weight, three, lower, upper] = found[..] {
                found = vec![weight, lower, upper, weight * three];
            }
            numbers.items.insert(id, found);
        }
    }
    numbers
}

/// The figures in the tables of a file for readers.
fn in_tables(tables: &Tables, numbers: &mut Numbers) {
    let mut rows = tables.get("Figures, indicative");
    rows.extend(tables.of_part("Figures by section"));
    for row in rows {
        let name = &row[0];
        numbers.figures.insert(name.clone(), (both(&row[1]), whole(&row[4])));
        numbers.exact.insert(name.clone(), hundredths(&[&row[2], &row[3]]));
        numbers.tallies.insert(name.clone(), row[5..].iter().flat_map(|n| whole(n)).collect());
    }
}

/// The points of a section, after its range and how much of it is answered.
fn section(numbers: &mut Numbers, name: &str, figure: &str) {
    let points_of = figure.rsplit(", ").next().expect("the points");
    numbers.sums.insert(tidy(name), points(points_of));
}

/// The weight and the points among the marks of an item.
fn item<'a>(numbers: &mut Numbers, id: &str, marks: impl Iterator<Item = &'a str>) {
    let (mut weight, mut earned) = (Vec::new(), Vec::new());
    for mark in marks {
        if mark.starts_with("weight ") {
            weight = whole(mark);
        } else if mark.ends_with(" points") {
            earned = points(mark);
        }
    }
    assert_eq!(weight.len(), 1, "{id} has a weight");
    let found = if earned.is_empty() { earned } else { [weight, earned].concat() };
    numbers.items.insert(id.into(), found);
}

fn in_html(report: &Report) -> Numbers {
    let file = render(Format::Html, report, &english());
    let mut numbers = Numbers::default();
    in_tables(&html_tables(&file), &mut numbers);
    // Bars say their range to those who do not see them.
    for bar in between(&file, "<svg class=\"bar\"", "</svg>") {
        let said = |open, close| between(bar, open, close).next().expect("words of the bar");
        let name = plain(&["<title", said("<title", "</title>")].concat());
        let range = plain(&["<desc", said("<desc", "</desc>")].concat());
        numbers.figures.get_mut(&name).expect("its row").0 = both(&range);
    }
    for part in between(&file, "<div class=\"section\">", "</div>") {
        let (name, figure) = part.split_once("</h3>").expect("a heading");
        section(&mut numbers, &plain(name), &plain(figure));
    }
    for entry in between(&file, "<article", "</article>") {
        let id = between(entry, "<span class=\"id\">", "</span>").next().expect("an identifier");
        let marks = between(entry, "<p class=\"marks\">", "</p>").next().expect("marks");
        item(&mut numbers, id, between(marks, "<span>", "</span>"));
    }
    numbers
}

fn in_markdown(report: &Report) -> Numbers {
    let file = render(Format::Markdown, report, &english());
    let mut numbers = Numbers::default();
    in_tables(&markdown_tables(&file), &mut numbers);
    let answers = file.split("\n## All answers\n").nth(1).expect("the answers");
    let answers = answers.split("\n## ").next().expect("the answers").replace('\\', "");
    let mut lines = answers.lines().filter(|line| !line.is_empty());
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("#### ") {
            let id = heading.split(' ').next().expect("an identifier");
            item(&mut numbers, id, lines.next().expect("marks").split(" \u{b7} "));
        } else if let Some(name) = line.strip_prefix("### ") {
            section(&mut numbers, name, lines.next().expect("a figure"));
        }
    }
    numbers
}

fn in_csv(report: &Report) -> Numbers {
    let file = render(Format::Csv, report, &english());
    let file = file.trim_start_matches('\u{feff}').as_bytes();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file);
    let rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect();
    let parts: Vec<&[Vec<String>]> = rows.split(|row| row.iter().all(String::is_empty)).collect();
    let [items, figures, _board] = parts[..] else { panic!("{} parts", parts.len()) };
    let head = |of: &[Vec<String>], name: &str| {
        of[0].iter().position(|head| head == name).unwrap_or_else(|| panic!("no column {name}"))
    };
    let mut numbers = Numbers::default();
    let columns = ["Weight", "Points from", "Points to", "Points at most"];
    let columns = columns.map(|name| head(items, name));
    for row in &items[1..] {
        let found: Vec<u64> = columns.iter().flat_map(|column| whole(&row[*column])).collect();
        let found = if found.len() == 1 { Vec::new() } else { found };
        numbers.items.insert(unmarked(&row[0]).into(), found);
    }
    let column = |name: &str| head(figures, name);
    for row in &figures[1..] {
        let of = |names: &[&str]| -> Vec<u64> {
            names.iter().flat_map(|name| whole(&row[column(name)])).collect()
        };
        let name = &row[0];
        let exact = hundredths(&[&row[column("From, %")], &row[column("To, %")]]);
        let percent = exact.iter().map(|n| n / 100).collect();
        numbers.figures.insert(name.clone(), (percent, of(&["Answered", "Items"])));
        numbers.exact.insert(name.clone(), exact);
        numbers.tallies.insert(name.clone(), of(&["Not known", "Not applicable", "Unanswered"]));
        let sums = of(&["Points from", "Points to", "Points at most"]);
        if !row[1].is_empty() {
            numbers.sums.insert(name.clone(), sums);
        }
    }
    numbers
}

fn in_json(report: &Report) -> Numbers {
    let file = parsed(report);
    let mut numbers = Numbers::default();
    let mut figure = |name: String, figure: &Value| {
        let of = |names: &[&str], value: &Value| -> Vec<u64> {
            names.iter().filter_map(|name| value[name].as_u64()).collect()
        };
        let exact = of(&["lower", "upper"], figure);
        let tally = &figure["tally"];
        let percent = exact.iter().map(|n| n / 100).collect();
        numbers.figures.insert(name.clone(), (percent, of(&["answered", "total"], tally)));
        numbers.exact.insert(name.clone(), exact);
        let tally = of(&["dont_know", "not_applicable", "unanswered"], tally);
        numbers.tallies.insert(name, tally);
    };
    let word = |value: &Value| value.as_str().expect("a text").to_owned();
    figure("Overall".into(), &file["overall"]);
    figure("Management system".into(), &file["groups"]["requirement"]);
    figure("Controls".into(), &file["groups"]["control"]);
    let sections = file["sections"].as_array().expect("sections");
    let name = |section: &Value| format!("{} {}", word(&section["id"]), word(&section["name"]));
    sections.iter().for_each(|section| figure(name(section), &section["figure"]));
    for section in sections {
        numbers.sums.insert(name(section), vec![0; 3]);
    }
    // The file has the thirds of each item and its weight; points and sums follow from them.
    for item in file["items"].as_array().expect("items") {
        let weight = item["weight"].as_u64().expect("a weight");
        let thirds = ["lower_thirds", "upper_thirds"].map(|name| item["credit"][name].as_u64());
        let [Some(lower), Some(upper)] = thirds else {
            numbers.items.insert(word(&item["id"]), Vec::new());
            continue;
        };
        let points = [lower * weight, upper * weight, 3 * weight];
        numbers.items.insert(word(&item["id"]), [vec![weight], points.to_vec()].concat());
        let section = sections.iter().find(|section| section["id"] == item["section"]);
        let sums = numbers.sums.get_mut(&name(section.expect("its section"))).expect("its sums");
        sums.iter_mut().zip(points).for_each(|(sum, n)| *sum += n);
    }
    numbers
}

#[track_caller]
fn agree(state: &State) {
    let report = Report::new(&state.pack, &state.assessment, today());
    let pages = on_pages(state, &report);
    let html = in_html(&report);
    let files =
        [("Markdown", in_markdown(&report)), ("CSV", in_csv(&report)), ("JSON", in_json(&report))];
    for (format, file) in &files {
        assert_eq!(*file, html, "{format} and HTML");
    }
    // Of nothing the page shows no figures.
    let judged = report.tally().levels > 0;
    assert_eq!(pages.figures, if judged { html.figures } else { Default::default() }, "the result");
    assert_eq!(pages.items, html.items, "the pages of the sections");
    assert_eq!(pages.sums, html.sums, "their sums");
    // Only the parts of another figure are shown to the hundredth.
    for (name, exact) in &pages.exact {
        assert_eq!(Some(exact), html.exact.get(name), "{name}");
    }
    let parts = report.sections.len() + 2;
    assert_eq!((pages.exact.len(), html.exact.len()), (parts, parts + 1));
    assert_eq!(html.items.len(), report.rows.len());
}

#[test]
fn every_number_of_a_page_is_in_every_file() {
    for (name, _) in SAMPLES {
        agree(&sample(name));
    }
    let pack = default_pack();
    for (mode, step) in [(Mode::Full, 9), (Mode::Full, 5), (Mode::Quick, 9), (Mode::Full, 0)] {
        agree(&state(&pack, bakery(&pack, mode, step)));
    }
}

#[test]
fn every_number_of_a_page_is_in_every_file_of_any_answers() {
    let pack = make::read(make::SMALL);
    agree(&state(&pack, Assessment::new(&pack, Mode::Full)));
    for_any(20, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        agree(&state(&pack, given.to(&pack)));
    });
}
