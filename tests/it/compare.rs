//! Then and now.

use crate::any::*;
use crate::findings::subject;
use crate::make;
use crate::support::today;
use plumbline::model::assessment::{Assessment, Milestone, Mode};
use plumbline::model::date::Date;
use plumbline::model::pack::{Pack, ProblemKind};
use plumbline::report::compare::{compare, milestone, open, opened, Comparison, Course, Point};
use plumbline::rules::findings::Finding;
use plumbline::rules::score::{score, Bounds};
use plumbline::rules::verdict::verdict;
use plumbline::save;
use std::rc::Rc;

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

fn trend(pack: &Pack, assessment: &Assessment, today: Date) -> Vec<Point> {
    plumbline::report::compare::trend(pack, assessment, &opened(pack, assessment), today)
}

fn id(pack: &Pack, finding: &Finding) -> String {
    format!("{} {:?}", subject(pack, finding.subject), finding.rule)
}

/// What changed of the items, in words such as `4.1 Better`.
fn items(pack: &Pack, found: &Comparison) -> String {
    let told =
        found.items.iter().map(|one| format!("{} {:?}", pack.items[one.item].id, one.course));
    told.collect::<Vec<_>>().join(", ")
}

const PACK: &str = "4 requirement\n 4.1 gate quick\n 4.2 quick\n 4.3\nA control\n A.1 quick\n A.2";

#[test]
fn a_change_of_answers_that_are_older_than_their_levels_is_told_as_such() {
    let pack = make::pack(PACK);
    let older = |words: &str, outdated: &[usize]| {
        let mut assessment = make::assessment(&pack, words);
        for item in outdated {
            let mut answer = (**assessment.get(*item).expect("an answer")).clone();
            answer.outdated = true;
            assessment.set(*item, Some(Rc::new(answer)));
        }
        assessment
    };
    for (before, after, expected) in [
        (older("4.1=1 4.2=1", &[0]), older("4.1=2 4.2=1", &[]), 1),
        (older("4.1=1 4.2=1", &[]), older("4.1=2 4.2=2", &[0, 1]), 2),
        (older("4.1=1", &[0]), older("4.1=1", &[0]), 0),
        (older("4.1=1", &[]), older("4.1=2", &[]), 0),
    ] {
        assert_eq!(compare(&pack, (&before, today()), (&after, today())).reworded, expected);
    }
}

#[test]
fn an_item_is_better_or_worse_only_between_levels() {
    let pack = make::pack(PACK);
    for (before, after, expected) in [
        ("4.1=1", "4.1=2", "4.1 Better"),
        ("4.1=0", "4.1=4", "4.1 Better"),
        ("4.1=3", "4.1=4", "4.1 Better"),
        ("4.1=2", "4.1=1", "4.1 Worse"),
        ("4.1=2", "4.1=2", ""),
        ("4.1=2", "4.1=2eod", ""),
        ("", "4.1=4", "4.1 Other"),
        ("4.1=4", "", "4.1 Other"),
        ("4.1=?", "4.1=0", "4.1 Other"),
        ("4.1=?", "", "4.1 Other"),
        ("A.1=-", "A.1=0", "A.1 Other"),
        ("A.1=0", "A.1=-", "A.1 Other"),
        // Neither says anything.
        ("A.1=~", "", ""),
        ("4.1=1 A.2=3", "4.1=2 4.2=? A.2=2", "4.1 Better, 4.2 Other, A.2 Worse"),
    ] {
        let [then, now] = [before, after].map(|words| make::assessment(&pack, words));
        let found = compare(&pack, (&then, today()), (&now, today()));
        assert_eq!(items(&pack, &found), expected, "{before} -> {after}");
        let counts = found.counts;
        assert_eq!(counts.better as usize, expected.matches("Better").count());
        assert_eq!(counts.worse as usize, expected.matches("Worse").count());
        assert_eq!(counts.other as usize, expected.matches("Other").count());
        assert_eq!(counts.same as usize + found.items.len(), 5);
    }
}

#[test]
fn findings_are_closed_raised_or_regraded_at_their_place() {
    let pack = make::pack(PACK);
    for (before, after, closed, raised, regraded) in [
        ("4.1=1", "4.1=3e", "4.1 GateInformal", "", ""),
        ("4.1=3e", "4.1=1", "", "4.1 GateInformal", ""),
        ("4.1=1", "4.1=2", "", "", "4.1 GateInformal > 4.1 RequirementNotOperating"),
        ("4.1=0", "4.1=1", "", "", "4.1 RequirementAbsent > 4.1 GateInformal"),
        // The rule is the same, and so is the finding.
        ("4.1=2", "4.1=2e", "", "", ""),
        ("A.1=1", "A.1=1od", "", "", "A.1 ControlBelow > A.1 ControlPlanned"),
        ("4.1=1 A.1=0", "A.1=0", "4.1 GateInformal", "", ""),
        (
            "4.1=1 4.2=1 4.3=1",
            "4.1=1 4.2=1 4.3=3e",
            "clause 4 ClauseLow, 4.3 RequirementInformal",
            "",
            "",
        ),
        (
            "4.2=0 4.3=0",
            "4.2=0 4.3=2",
            "",
            "",
            "4.3 RequirementAbsent > 4.3 RequirementNotOperating",
        ),
    ] {
        let [then, now] = [before, after].map(|words| make::assessment(&pack, words));
        let found = compare(&pack, (&then, today()), (&now, today()));
        let told = |found: &[Finding]| {
            found.iter().map(|finding| id(&pack, finding)).collect::<Vec<_>>().join(", ")
        };
        let pairs = found.regraded.iter();
        let pairs = pairs.map(|(a, b)| format!("{} > {}", id(&pack, a), id(&pack, b)));
        assert_eq!(told(&found.closed), closed, "closed, {before} -> {after}");
        assert_eq!(told(&found.raised), raised, "raised, {before} -> {after}");
        assert_eq!(pairs.collect::<Vec<_>>().join(", "), regraded, "{before} -> {after}");
    }
}

#[test]
fn both_are_judged_by_the_same_items() {
    let pack = make::pack(PACK);
    let (quick, full) = (make::quick(&pack, "4.1=3"), make::assessment(&pack, "4.1=3 4.3=0"));
    let found = compare(&pack, (&quick, today()), (&full, today()));
    assert_eq!((found.mode, found.counts.same, items(&pack, &found)), {
        (Mode::Full, 4, "4.3 Other".to_string())
    });
    assert_eq!(found.before.scores.sections[0].tally.total, 3);
    let found = compare(&pack, (&quick, today()), (&make::quick(&pack, "4.1=3 4.3=0"), today()));
    assert_eq!((found.mode, found.counts.same), (Mode::Quick, 3));
    assert!(found.is_empty(), "what the quick check does not ask is no change of it");
}

#[test]
fn figures_and_verdicts_are_those_of_each_state() {
    let pack = make::pack("4 requirement\n 4.1 stage1 stage2 gate\nA control\n A.1");
    let [then, now] = ["4.1=0", "4.1=3 A.1=3"].map(|words| make::assessment(&pack, words));
    let found = compare(&pack, (&then, today()), (&now, today()));
    assert_eq!(
        found.before.scores.overall.bounds,
        Some(Bounds { lower: 0, upper: 5000, unknown: 0 })
    );
    assert_eq!(
        found.after.scores.overall.bounds,
        Some(Bounds { lower: 10_000, upper: 10_000, unknown: 0 })
    );
    assert_eq!(found.before.verdict, verdict(&pack, &then, today()));
    assert_eq!(found.after.verdict, verdict(&pack, &now, today()));
}

#[test]
fn nothing_changed_from_a_state_to_itself() {
    for_any(CASES, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let found = compare(&pack, (&assessment, today()), (&assessment, today()));
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(found.counts.same as usize, assessment.asked(&pack).count());
    });
}

#[test]
fn there_and_back_mirror_each_other() {
    for_any(CASES, (outline(), given(), given()), |(outline, one, other)| {
        let pack = outline.pack();
        let (a, b) = (one.to(&pack), other.to(&pack));
        let (a, b) = ((&a, today()), (&b, today()));
        let (there, back) = (compare(&pack, a, b), compare(&pack, b, a));
        assert_eq!((&there.before, &there.after), (&back.after, &back.before));
        assert_eq!((&there.closed, &there.raised), (&back.raised, &back.closed));
        let turned: Vec<_> = back.regraded.into_iter().map(|(then, now)| (now, then)).collect();
        assert_eq!(there.regraded, turned);
        assert_eq!((there.mode, there.counts.better), (back.mode, back.counts.worse));
        assert_eq!((there.counts.same, there.counts.other), (back.counts.same, back.counts.other));
        for (there, back) in there.items.iter().zip(&back.items) {
            assert_eq!(
                (there.item, there.before, there.after),
                (back.item, back.after, back.before)
            );
            let mirrored = match there.course {
                Course::Better => Course::Worse,
                Course::Worse => Course::Better,
                Course::Other => Course::Other,
            };
            assert_eq!(back.course, mirrored);
        }
    });
}

/// An assessment that keeps these milestones.
fn with(mut assessment: Assessment, milestones: Vec<Milestone>) -> Assessment {
    assessment.milestones = milestones.into_iter().map(Rc::new).collect();
    assessment
}

#[test]
fn a_milestone_holds_all_answers_and_no_milestones() {
    let pack = make::pack(PACK);
    let first = make::assessment(&pack, "4.1=2 4.2=? A.1=- A.2=3eod");
    let kept = milestone(&pack, &first, "Spring", date("2026-04-01"));
    assert_eq!((&*kept.name, kept.date), ("Spring", Some(date("2026-04-01"))));
    assert_eq!(&*kept.save, save::save(&pack, &first));
    let (again, problems) = open(&pack, &kept).expect("it can be read");
    assert_eq!((again, problems), (first.clone(), vec![]));
    // The second one does not carry the first along.
    let later = with(first, vec![kept.clone()]);
    assert_eq!(milestone(&pack, &later, "Autumn", date("2026-10-01")).save, kept.save);
    assert_eq!(later.milestones.len(), 1, "the answers themselves keep theirs");
}

#[test]
fn a_trend_has_a_point_for_each_milestone_and_one_for_today() {
    let pack = make::pack(PACK);
    let then = make::assessment(&pack, "4.1=0 4.2=0 4.3=0 A.1=0 A.2=0");
    let kept = milestone(&pack, &then, "Spring", date("2026-04-01"));
    let broken = Milestone {
        name: "Torn".into(),
        date: Some(date("2026-05-01")),
        save: "{".into(),
        automatic: false,
        kept: "".into(),
    };
    let now = with(make::assessment(&pack, "4.1=3 4.2=3 4.3=3 A.1=3 A.2=3"), vec![kept, broken]);
    let points = trend(&pack, &now, date("2026-11-22"));
    let told: Vec<String> = points
        .iter()
        .map(|point| {
            let judged = match &point.judged {
                Ok((judged, _)) => format!("{:?}", judged.scores.overall.bounds.map(|b| b.lower)),
                Err(problem) => format!("{:?}", problem.kind),
            };
            format!("{:?} {} {judged}", point.name, point.date.expect("a day"))
        })
        .collect();
    assert_eq!(told[0], "\"Spring\" 2026-04-01 Some(0)");
    assert!(told[1].starts_with("\"Torn\" 2026-05-01 "), "it is told: {}", told[1]);
    assert!(points[1].judged.is_err());
    assert_eq!(told[2..], ["\"\" 2026-11-22 Some(10000)"]);
}

#[test]
fn a_milestone_of_another_pack_says_what_could_not_be_read() {
    let old = make::pack("4 requirement\n 4.1\n 4.7");
    let kept = milestone(&old, &make::assessment(&old, "4.1=2 4.7=3"), "", date("2026-04-01"));
    let pack = make::pack(PACK);
    let points =
        trend(&pack, &with(Assessment::new(&pack, Mode::Full), vec![kept]), date("2026-11-22"));
    let (judged, problems) = points[0].judged.clone().expect("the rest is read");
    assert_eq!(judged.scores.overall.tally.levels, 1);
    assert_eq!(problems.len(), 1);
    assert!(matches!(&problems[0].kind, ProblemKind::NoSuchId(id) if id == "4.7"));
}

#[test]
fn all_points_of_a_trend_are_looked_at_in_the_same_mode() {
    let pack = make::pack(PACK);
    let kept = milestone(&pack, &make::quick(&pack, "4.1=3"), "Quick", date("2026-04-01"));
    let totals = |now: Assessment| -> Vec<u32> {
        let points = trend(&pack, &with(now, vec![kept.clone()]), date("2026-11-22"));
        let judged = points.into_iter().flat_map(|point| point.judged);
        judged.map(|(judged, _)| judged.scores.overall.tally.total).collect()
    };
    assert_eq!(totals(make::quick(&pack, "4.1=3")), [3, 3]);
    assert_eq!(totals(make::assessment(&pack, "4.1=3")), [5, 5]);
}

#[test]
fn today_is_judged_as_everywhere_else() {
    for_any(CASES, (outline(), given()), |(outline, given)| {
        let pack = outline.pack();
        let assessment = given.to(&pack);
        let points = trend(&pack, &assessment, date("2026-11-22"));
        let (judged, problems) = points[0].judged.clone().expect("today can be read");
        assert_eq!((judged.scores, problems), (score(&pack, &assessment), vec![]));
        assert_eq!(judged.verdict, verdict(&pack, &assessment, today()));
    });
}
