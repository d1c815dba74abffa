//! The page for the board.

use crate::any::{for_any, given_to};
use crate::composed::{only_read, sample, state};
use crate::drawn::{acts, items, of_class, report, Element, Node};
use crate::make;
use crate::support::default_pack;
use crate::support::SAMPLES;
use plumbline::app::State;
use plumbline::model::assessment::Mode;
use plumbline::report::board::{Board, Major, Outcome, Since, StageLine};
use plumbline::report::compare::milestone;
use plumbline::report::{percents, Report};
use plumbline::rules::score::{Bounds, Score};
use std::rc::Rc;

/// All words, without those in elements that are to be skipped.
fn words(element: &Element, skipped: &dyn Fn(&Element) -> bool) -> String {
    let parts = element.children.iter().map(|child| match child {
        Node::Text(text) => text.clone(),
        Node::Element(child) if skipped(child) => String::new(),
        Node::Element(child) => words(child, skipped) + " ",
    });
    parts.collect()
}

/// The numbers in a panel, without headings, hints that have none, names of items and sections,
/// and dates.
fn numbers(state: &State, panel: &Element) -> Vec<u32> {
    let skipped = |one: &Element| matches!(&*one.tag, "h3" | "h4" | "button" | "desc");
    let mut told = words(panel, &skipped);
    for section in &state.pack.sections {
        told = told.replace(&format!("{} {}", section.id, section.name), "");
    }
    let about =
        "Stage 1 asks whether there is a system that can be audited, Stage 2 whether it works.";
    told = told.replace(about, "").replace(&crate::support::day(state.today), "");
    let digits = told.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    digits.map(|run| run.parse().expect("a number")).collect()
}

fn of_bounds(bounds: Option<Bounds>) -> Vec<u32> {
    match bounds.map(percents) {
        None => vec![],
        Some((lower, upper)) if lower == upper => vec![lower],
        Some((lower, upper)) => vec![lower, upper],
    }
}

fn of_figure(figure: &Score) -> Vec<u32> {
    let mut numbers = of_bounds(figure.bounds);
    numbers.extend([figure.tally.answered(), figure.tally.total]);
    numbers
}

fn of_stage(stage: &StageLine) -> Vec<u32> {
    let stops = [stage.below_defined, stage.left_out, stage.other_majors, stage.controls];
    let [below_defined, left_out, other_majors, controls] = stops;
    match stage.outcome {
        Outcome::Ready => vec![],
        Outcome::CannotSay => some(&[stage.missing]),
        Outcome::ReadyWith => {
            let rest = stage.concerns + stage.minors;
            vec![rest, rest]
        }
        Outcome::NotReady => {
            // Several controls are one reason together.
            let reasons = below_defined + left_out.min(1) + other_majors + controls.min(1);
            [reasons].into_iter().chain(some(&stops)).collect()
        }
    }
}

fn some(numbers: &[u32]) -> Vec<u32> {
    numbers.iter().copied().filter(|n| *n > 0).collect()
}

fn of_change(since: &Since) -> Vec<u32> {
    let (change, _) = since.change.as_ref().expect("it can be read");
    let counts = change.counts;
    let found = [&change.closed, &change.raised].map(|found| found.len() as u32);
    let mut numbers = some(&[counts.better, counts.worse, counts.other, counts.same]);
    numbers.extend(some(&[found[0], found[1], change.regraded.len() as u32]));
    numbers.extend(of_bounds(change.before.scores.overall.bounds));
    numbers.extend(of_bounds(change.after.scores.overall.bounds));
    numbers
}

#[track_caller]
fn agrees(state: &State) {
    let board = Board::new(&Report::new(&state.pack, &state.assessment, state.today));
    let page = report(state, "board");
    let panels = of_class(&page.children, "panel");
    let [stages, findings, figures, unknown, gaps, next, strengths, evidence, since] = panels[..]
    else {
        panic!("{} panels", panels.len())
    };
    let told = |panel| numbers(state, panel);
    assert_eq!(told(stages), board.stages.iter().flat_map(of_stage).collect::<Vec<_>>());
    let grades = board.findings;
    assert_eq!(told(findings), [grades.majors, grades.minors, grades.observations]);
    let all = [&board.overall, &board.groups[0], &board.groups[1]];
    assert_eq!(told(figures), all.into_iter().flat_map(of_figure).collect::<Vec<_>>());
    let open = &board.unknown;
    let mut expected = some(&[open.unanswered, open.dont_know]);
    if !open.sections.is_empty() {
        expected.push(board.overall.tally.total);
        let shown = open.sections.iter().take(6);
        expected.extend(shown.flat_map(|(_, unanswered, dont)| some(&[*unanswered, *dont])));
        expected.extend(some(&[open.sections.len().saturating_sub(6) as u32]));
    }
    assert_eq!(told(unknown), expected);
    let of_gaps = board.gaps.iter().flat_map(|gap| {
        let size = (gap.major == Major::No).then_some(gap.size);
        [gap.level.into(), 4].into_iter().chain(size)
    });
    assert_eq!(told(gaps), of_gaps.collect::<Vec<_>>());
    let days: Vec<u32> = board.next.iter().map(|gap| gap.half_days / 2).collect();
    assert_eq!(told(next), some(&days));
    assert!(told(strengths).is_empty());
    let coverage = board.evidence;
    let expected = if coverage.done > 0 { vec![coverage.done, coverage.shown] } else { vec![] };
    assert_eq!(told(evidence), expected);
    assert_eq!(told(since), board.since.as_ref().map(of_change).unwrap_or_default());
    assert_eq!(items(&gaps.children), board.gaps.iter().map(|gap| gap.item).collect::<Vec<_>>());
    assert_eq!(items(&next.children), board.next.iter().map(|gap| gap.item).collect::<Vec<_>>());
    assert_eq!(items(&strengths.children), board.strengths);
    let whole = page.words();
    let tally = board.overall.tally;
    let based_on = format!("based on {} of {} answered.", tally.answered(), tally.total);
    assert!(
        whole.contains(&*board.organisation) && whole.contains(&crate::support::day(board.date))
    );
    assert!(whole.contains(&based_on), "{whole}");
}

#[test]
fn every_number_for_the_board_is_one_of_its_report() {
    for (name, _) in SAMPLES {
        agrees(&sample(name));
    }
    let pack = default_pack();
    let given = || given_to(pack.items.len());
    for_any(20, (given(), given()), |(before, now)| {
        let (before, mut assessment) = (before.to(&pack), now.to(&pack));
        let kept = milestone(&pack, &before, "Spring", crate::support::today());
        assessment.milestones = vec![Rc::new(kept)];
        agrees(&state(&pack, assessment));
    });
}

#[test]
fn the_page_for_the_board_says_first_whether_you_are_ready() {
    for (name, expected) in [
        ("starting", "Not ready for Stage 1."),
        ("ready", "Ready for Stage 1. Not ready for Stage 2."),
    ] {
        let page = report(&sample(name), "board");
        assert_eq!(of_class(&page.children, "lead")[0].words(), expected);
    }
    let pack = default_pack();
    let page = report(&state(&pack, make::assessment(&pack, "")), "board");
    assert!(of_class(&page.children, "lead")[0].words().starts_with("No result yet"));
}

#[test]
fn the_page_for_the_board_can_be_printed_and_changes_nothing() {
    for (name, _) in SAMPLES {
        let sample = sample(name);
        only_read(&sample, "board");
        let page = report(&sample, "board");
        let print = acts(&page.children).into_iter().filter(|act| act == "print");
        assert_eq!(print.count(), 1, "{name}");
        let mut quick = (*sample.assessment).clone();
        quick.mode = Mode::Quick;
        only_read(&state(&sample.pack, quick), "board");
    }
}

#[test]
fn a_milestone_that_cannot_be_read_is_named_and_not_compared() {
    let pack = default_pack();
    let mut assessment = make::assessment(&pack, "4.1=2");
    let mut torn = milestone(&pack, &assessment, "Spring", crate::support::today());
    torn.save = "{".into();
    assessment.milestones = vec![Rc::new(torn)];
    let page = report(&state(&pack, assessment), "board");
    let told = page.words();
    assert!(told.contains("Spring") && told.contains("cannot be read"), "{told}");
    assert!(!told.contains("Overall figure:"));
}

#[test]
fn a_stage_of_which_too_little_is_asked_misses_no_answer() {
    for (outline, answers, expected) in [
        ("4 requirement\n 4.1 stage1\n 4.2", "4.1=3", "Cannot say: 1 point is missing"),
        (
            "4 requirement\n 4.1\n 4.2",
            "4.1=3 4.2=3",
            "Cannot say: the questions that are asked are too few",
        ),
    ] {
        let pack = make::pack(outline);
        let page = report(&state(&pack, make::assessment(&pack, answers)), "board");
        let second = of_class(&page.children, "state")[1].words();
        assert!(second.starts_with(expected), "{answers}: {second}");
    }
}

#[test]
fn without_a_milestone_the_page_leads_to_where_one_is_kept() {
    let page = report(&sample("halfway"), "board");
    assert!(acts(&page.children).contains(&"go result/milestones".to_owned()));
    let panels = of_class(&page.children, "panel");
    assert!(panels.iter().all(|panel| panel.get("class") == Some("panel")));
}
