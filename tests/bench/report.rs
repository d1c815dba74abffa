//! How long the core takes for 123, 1,000 and 10,000 items, and by how much longer.
//!
//! `cargo bench --no-default-features --bench report` prints a table. The build is the one that
//! ships, made small rather than fast; a browser's figures are those of `tests/bench/main.mjs`.
//!
//! Between 123 and some thousand items the times grow by more than the items do: a pack of 123 fits
//! into the nearest caches and one of 5,000 does not. From there on they grow as the items do.
#![allow(missing_docs)]

use plumbline::model::assessment::{Answer, Assessment, Evidence, Level, Mode, Response};
use plumbline::model::date::Date;
use plumbline::model::pack::{parse, Pack};
use plumbline::report::board::Board;
use plumbline::report::Report;
use plumbline::rules::findings::inconsistencies;
use plumbline::rules::groups::{groups, tasks, Grouping};
use plumbline::rules::plan;
use plumbline::rules::score::score;
use plumbline::rules::verdict::verdict;
use serde_json::Value;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

const PACK: &str = include_str!("../../controls.json");

const SIZES: [usize; 3] = [123, 1_000, 10_000];

/// What is measured.
const WHAT: [&str; 3] = ["read the pack", "one full report", "one answer changes"];

fn main() {
    // `cargo test --benches` only asks whether it runs.
    let rounds = if std::env::args().any(|word| word == "--bench") { 200 } else { 1 };
    let mut table: Vec<[Times; 3]> = Vec::new();
    for size in SIZES {
        table.push(measure(size, (rounds * SIZES[0] / size).max(rounds.min(20))));
        println!("{size} items: peak memory so far {}", peak());
    }
    println!("\n| | items | median | 98 % below | times the items | times the median |");
    println!("|---|---|---|---|---|---|");
    for (row, what) in WHAT.iter().enumerate() {
        for (column, size) in SIZES.iter().enumerate() {
            let Times { median, most } = table[column][row];
            let items = *size as f64 / SIZES[0] as f64;
            let slower = median.as_secs_f64() / table[0][row].median.as_secs_f64();
            println!("| {what} | {size} | {median:.2?} | {most:.2?} | {items:.1} | {slower:.1} |");
        }
    }
}

/// How long something took in many runs.
#[derive(Clone, Copy)]
struct Times {
    /// Half of them took less.
    median: Duration,
    /// 98 of 100 took no longer.
    most: Duration,
}

fn measure(size: usize, rounds: usize) -> [Times; 3] {
    let text = enlarge(size);
    let (pack, problems) = parse(&text);
    assert_eq!(problems, [], "the larger pack has problems");
    assert_eq!(pack.items.len(), size);
    let pack = Rc::new(pack);
    let mut assessment = some_answers(&pack);
    let read = time(rounds, |_| drop(black_box(parse(black_box(&text)))));
    let full = time(rounds, |_| everything(&pack, &assessment));
    let change = time(rounds, |round| {
        let item = round * 7 % size;
        let level = Level::ALL[round % 5];
        let answer = Answer { response: Some(Response::Level(level)), ..Answer::default() };
        assessment.set(item, Some(Rc::new(answer)));
        // What the result shows at once: figures, verdict with its findings, and the next actions.
        black_box((
            score(&pack, &assessment),
            verdict(&pack, &assessment, today()),
            plan::gaps(&pack, &assessment),
        ));
    });
    [read, full, change]
}

/// All that is ever computed of answers.
fn everything(pack: &Rc<Pack>, assessment: &Assessment) {
    let report = Report::new(pack, assessment, today());
    black_box(inconsistencies(pack, assessment, today()));
    black_box(Board::new(&report));
    let lenses = (0..pack.lenses.len()).map(Grouping::Lens);
    for side in [Grouping::Sections, Grouping::Phases, Grouping::Owners, Grouping::Stages]
        .into_iter()
        .chain(lenses)
    {
        let found = groups(pack, assessment, side, today());
        black_box(found.iter().map(|group| tasks(assessment, group).len()).sum::<usize>());
    }
}

fn time(rounds: usize, mut run: impl FnMut(usize)) -> Times {
    run(0);
    let mut times: Vec<Duration> = (0..rounds)
        .map(|round| {
            let begin = Instant::now();
            run(round);
            begin.elapsed()
        })
        .collect();
    times.sort_unstable();
    Times { median: times[times.len() / 2], most: times[(times.len() * 98).div_ceil(100) - 1] }
}

fn today() -> Date {
    Date::new(2026, 11, 22).expect("a date")
}

/// Nine of ten items answered, at all levels, by twenty owners.
fn some_answers(pack: &Pack) -> Assessment {
    let mut assessment = Assessment::new(pack, Mode::Full);
    for item in (0..pack.items.len()).filter(|item| item % 10 < 9) {
        let response = match item * 5 % 11 {
            0 => Response::DontKnow,
            n => Response::Level(Level::ALL[n % 5]),
        };
        let evidence =
            Evidence { name: "Minutes".into(), date: Some(today()), ..Evidence::default() };
        let answer = Answer {
            response: Some(response),
            evidence: (item % 3 == 0).then_some(evidence).into_iter().collect(),
            owner: if item % 4 == 0 { format!("Owner {}", item % 80) } else { String::new() }
                .into(),
            due: (item % 4 == 0).then(today),
            ..Answer::default()
        };
        assessment.set(item, Some(Rc::new(answer)));
    }
    assessment
}

/// The default pack with so many items: each further one repeats one of the same section under a
/// new identifier, and needs those of its own round. (`packs.mjs` also makes new texts, since it
/// measures what is sent; here they are not.)
fn enlarge(count: usize) -> String {
    let mut pack: Value = serde_json::from_str(PACK).expect("JSON");
    let sections = pack["sections"].as_array_mut().expect("sections");
    let originals: Vec<Vec<Value>> =
        sections.iter().map(|one| one["items"].as_array().expect("items").clone()).collect();
    let all: Vec<String> = originals.iter().flatten().map(|item| text(&item["id"])).collect();
    let mut left = count - all.len();
    for round in 2.. {
        let made: BTreeMap<&String, String> =
            all.iter().take(left).map(|id| (id, format!("{id}-{round}"))).collect();
        for (section, items) in sections.iter_mut().zip(&originals) {
            let copies = items.iter().filter_map(|item| copy(item, &made));
            section["items"].as_array_mut().expect("items").extend(copies);
        }
        left -= made.len();
        if left == 0 {
            break;
        }
    }
    pack.to_string()
}

fn copy(item: &Value, made: &BTreeMap<&String, String>) -> Option<Value> {
    let mut copy = item.clone();
    copy["id"] = made.get(&text(&item["id"]))?.clone().into();
    if let Some(needs) = item["needs"].as_array() {
        copy["needs"] = needs.iter().filter_map(|id| made.get(&text(id)).cloned()).collect();
    }
    Some(copy)
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").into()
}

/// The most memory that this process ever held, where the system tells.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("unknown".into(), |line| line.trim().to_owned())
}
