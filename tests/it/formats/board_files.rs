//! What the board is told is the same in every file: each number of the page, read back.

use super::board_data::{in_facts, in_json};
use super::json_file::parsed;
use super::tables::{board_facts, html_tables, markdown_tables, Tables};
use crate::any::{for_any, given, outline};
use crate::make;
use crate::support::{default_pack, english, samples, today};
use plumbline::export::{render, Format};
use plumbline::model::assessment::Assessment;
use plumbline::model::date::Date;
use plumbline::model::pack::{ItemIx, Pack};
use plumbline::report::board::{Board, Major, Outcome, StageLine};
use plumbline::report::compare::milestone;
use plumbline::report::Report;
use plumbline::rules::score::Score;
use plumbline::save;
use proptest::option;
use std::rc::Rc;

pub const STAGES: [&str; 2] = ["Stage 1: the system", "Stage 2: the practice"];
pub const GROUPS: [&str; 3] = ["Overall", "Management system", "Controls"];
pub const GRADES: [&str; 3] = ["Likely majors", "Likely minors", "Observations"];

#[test]
fn every_number_of_the_board_is_in_every_file_of_the_samples() {
    let pack = default_pack();
    let read = |text: &str| save::restore(text, &pack).expect("a save file").0;
    let starting = read(include_str!("../../../static/samples/starting.json"));
    let halfway = read(include_str!("../../../static/samples/halfway.json"));
    let ready = read(include_str!("../../../static/samples/ready.json"));
    let grown = since(&pack, &halfway, &starting);
    for assessment in [starting, halfway, ready, grown] {
        agrees(&Report::new(&pack, &assessment, today()));
    }
    for (_, report) in samples() {
        agrees(&report);
    }
}

#[test]
fn every_number_of_the_board_is_in_every_file_of_any_answers() {
    for_any(60, (outline(), given(), option::of(given())), |(outline, now, then)| {
        let pack = outline.pack();
        let mut assessment = now.to(&pack);
        if let Some(then) = then {
            assessment = since(&pack, &assessment, &then.to(&pack));
        }
        agrees(&Report::new(&pack, &assessment, today()));
    });
}

/// The answers with an earlier state.
fn since(pack: &Pack, assessment: &Assessment, then: &Assessment) -> Assessment {
    let mut assessment = assessment.clone();
    let date = Date::parse("2026-05-04").expect("a date");
    assessment.milestones = vec![Rc::new(milestone(pack, then, "Kick-off", date))];
    assessment
}

fn agrees(report: &Report) {
    let board = Board::new(report);
    let text = english();
    in_tables(&html_tables(&render(Format::Html, report, &text)), report, &board);
    in_tables(&markdown_tables(&render(Format::Markdown, report, &text)), report, &board);
    in_facts(&board_facts(&render(Format::Csv, report, &text)), report, &board);
    in_json(&parsed(report), report, &board);
}

pub fn named(report: &Report, item: ItemIx) -> String {
    let item = &report.pack.items[item];
    [&*item.id, " ", &*item.name].concat()
}

/// The day of the last milestone, if it is known; `day` writes it.
pub fn last_kept(board: &Board, day: fn(Date) -> String) -> String {
    let date = board.since.as_ref().and_then(|since| since.date);
    date.map_or_else(|| "no date".to_owned(), day)
}

pub fn days(half_days: u32) -> String {
    (f64::from(half_days) / 2.0).to_string()
}

pub fn major(major: Major) -> &'static str {
    match major {
        Major::Itself => "By itself",
        Major::Part => "With others",
        Major::No => "No",
    }
}

/// The numbers of a sentence such as "Not ready: 3 reasons. 3 points are not decided …".
fn counted(sentences: &str) -> (Outcome, [u32; 7]) {
    let number = |words: &str| {
        words.split_whitespace().find_map(|word| word.parse::<u32>().ok()).unwrap_or_default()
    };
    let mut all = sentences.split_inclusive('.').map(str::trim);
    let first = all.next().expect("a sentence");
    let mut counts = [0; 7];
    for sentence in all {
        let said = [
            "not decided and known",
            "left out",
            "likely be",
            "not in place",
            "concern",
            "correction has to be planned",
        ];
        let at = said.iter().position(|words| sentence.contains(words));
        counts[at.unwrap_or_else(|| panic!("{sentence}"))] = number(sentence);
    }
    match first.split([':', ',']).next() {
        Some("Not ready") => {
            let [below, left_out, majors, controls, ..] = counts;
            // Several controls are one reason together.
            let reasons = below + left_out.min(1) + majors + controls.min(1);
            assert_eq!(number(first), reasons, "each place once: {sentences}");
            (Outcome::NotReady, counts)
        }
        Some("Cannot say") => {
            counts[6] = number(first);
            (Outcome::CannotSay, counts)
        }
        _ if first.contains("with") => (Outcome::ReadyWith, counts),
        _ => (Outcome::Ready, counts),
    }
}

pub fn counts(line: &StageLine) -> [u32; 7] {
    let [below_defined, left_out] = [line.below_defined, line.left_out];
    let [concerns, minors, missing] = [line.concerns, line.minors, line.missing];
    [below_defined, left_out, line.other_majors, line.controls, concerns, minors, missing]
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Ready => "Ready",
        Outcome::ReadyWith => "Ready, with points to correct",
        Outcome::NotReady => "Not ready",
        Outcome::CannotSay => "Cannot say",
    }
}

fn in_tables(tables: &Tables, report: &Report, board: &Board) {
    let stages = tables.get("The two stages of a certification audit");
    assert_eq!(stages.len(), 2);
    for ((row, name), line) in stages.iter().zip(STAGES).zip(&board.stages) {
        assert_eq!(row[0], name);
        assert_eq!(counted(&row[1]), (line.outcome, counts(line)), "{}", row[1]);
    }
    let grades = &board.findings;
    let expected = [grades.majors, grades.minors, grades.observations];
    for ((row, name), n) in
        tables.get("What an auditor would likely raise").iter().zip(GRADES).zip(expected)
    {
        assert_eq!(row[..], [name.to_owned(), n.to_string()]);
    }
    let figures = tables.get("Figures, indicative");
    assert_eq!((figures.len(), tables.get("What an auditor would likely raise").len()), (3, 3));
    let all = [board.overall, board.groups[0], board.groups[1]];
    for ((row, name), figure) in figures.iter().zip(GROUPS).zip(all) {
        assert_eq!(row[0], name);
        assert_eq!(row[2..], figure_cells(&figure), "{name}");
    }
    let gaps: Vec<Vec<String>> = board
        .gaps
        .iter()
        .map(|gap| {
            vec![
                named(report, gap.item),
                gap.level.to_string(),
                gap.size.to_string(),
                major(gap.major).to_owned(),
            ]
        })
        .collect();
    assert_eq!(tables.get("The largest gaps"), gaps);
    let strengths: Vec<String> = board.strengths.iter().map(|item| named(report, *item)).collect();
    let found = tables.get("Where you are strong");
    assert_eq!(found.iter().map(|row| row[0].clone()).collect::<Vec<_>>(), strengths);
    let next: Vec<Vec<String>> = board
        .next
        .iter()
        .enumerate()
        .map(|(at, gap)| vec![(at + 1).to_string(), named(report, gap.item), days(gap.half_days)])
        .collect();
    assert_eq!(tables.get("Do this first"), next);
    let (unknown, evidence) = (&board.unknown, board.evidence);
    let known: Vec<String> = [
        unknown.unanswered,
        unknown.dont_know,
        unknown.sections.len() as u32,
        evidence.done,
        evidence.shown,
    ]
    .map(|n| n.to_string())
    .into();
    let found = tables.get("What is not known, and what could be shown");
    assert_eq!(found.iter().map(|row| row[1].clone()).collect::<Vec<_>>(), known);
    for (section, unanswered, dont_know) in &unknown.sections {
        let section = &report.pack.sections[*section];
        let name = [&*section.id, " ", &*section.name].concat();
        let row = tables.section(GROUPS[section.kind as usize + 1], &name);
        assert_eq!([&*row[5], &*row[7]], [dont_know.to_string(), unanswered.to_string()], "{name}");
    }
    if let Some(Ok((change, _))) = board.since.as_ref().map(|since| &since.change) {
        let date = last_kept(board, crate::support::day);
        let rows = tables.get(&format!("Since the last milestone: Kick-off, {date}"));
        assert_eq!(rows[0][1], "Kick-off");
        assert_eq!(rows[1][1..], [date, "22 Nov 2026".to_owned()]);
        for (row, figure) in [(1, &change.before), (2, &change.after)] {
            assert_eq!(rows[4][row], range(&figure.scores.overall));
        }
        let counts = change.counts;
        let found = tables.get("What changed");
        let cells: Vec<String> =
            found.iter().flat_map(|row| [row[1].clone(), row[3].clone()]).collect();
        let expected = [
            counts.better.to_string(),
            change.closed.len().to_string(),
            counts.worse.to_string(),
            change.raised.len().to_string(),
            counts.other.to_string(),
            change.regraded.len().to_string(),
            counts.same.to_string(),
            String::new(),
        ];
        assert_eq!(cells, expected);
    }
}

fn range(figure: &Score) -> String {
    match figure.bounds.map(|bounds| (bounds.lower / 100, bounds.upper / 100)) {
        None => "nothing applies".to_owned(),
        Some((lower, upper)) if lower == upper => format!("{lower} %"),
        Some((lower, upper)) => format!("{lower}–{upper} %"),
    }
}

fn figure_cells(figure: &Score) -> [String; 6] {
    let bound = |bound: Option<u32>| {
        bound.map_or("nothing applies".to_owned(), |n| format!("{}.{:02} %", n / 100, n % 100))
    };
    let tally = figure.tally;
    [
        bound(figure.bounds.map(|bounds| bounds.lower)),
        bound(figure.bounds.map(|bounds| bounds.upper)),
        format!("{} of {}", tally.answered(), tally.total),
        tally.dont_know.to_string(),
        tally.not_applicable.to_string(),
        tally.unanswered().to_string(),
    ]
}

/// A pack whose items have no letters that any format escapes would hide a mistake in escaping.
#[test]
fn the_tables_are_found_in_the_small_pack_too() {
    let pack = make::read(make::SMALL);
    agrees(&Report::new(
        &pack,
        &Assessment::new(&pack, plumbline::model::assessment::Mode::Full),
        today(),
    ));
}
