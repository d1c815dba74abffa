//! Which metrics to begin with.

use crate::any::for_any;
use crate::make;
use crate::support::{bakery, default_pack};
use plumbline::model::assessment::{Assessment, ItemStatus, Mode};
use plumbline::model::pack::{Metric, Pack};
use plumbline::rules::metrics::{ChosenMetric, Reason, Sheet, STARTER};
use proptest::collection::vec;
use proptest::option;
use proptest::sample::select;
use std::rc::Rc;

/// A pack with metrics such as `a=4.1,4.2`.
fn pack(outline: &str, metrics: &str) -> Pack {
    let mut pack = Rc::try_unwrap(make::pack(outline)).expect("the only one");
    for metric in metrics.split_whitespace() {
        let (id, items) = metric.split_once('=').expect("a name and items");
        let items = items.split(',').filter(|id| !id.is_empty());
        let items = items.map(|id| pack.find(id).expect("an item")).collect();
        pack.metrics.push(Metric { id: id.into(), items, ..Metric::default() });
    }
    pack
}

fn ids(pack: &Pack, choices: &[ChosenMetric]) -> String {
    let ids: Vec<&str> = choices.iter().map(|choice| &*pack.metrics[choice.metric].id).collect();
    ids.join(" ")
}

#[track_caller]
fn check(outline: &str, metrics: &str, answers: &str, starter: &str, rest: &str) {
    let pack = pack(outline, metrics);
    let sheet = Sheet::new(&pack, &make::assessment(&pack, answers));
    let found = (ids(&pack, &sheet.starter), ids(&pack, &sheet.rest));
    assert_eq!(found, (starter.into(), rest.into()), "for {answers:?}");
}

const SIX: &str = "A control\n A.1\n A.2\n A.3\n A.4\n A.5\n A.6";
const ONE_EACH: &str = "m1=A.1 m2=A.2 m3=A.3 m4=A.4 m5=A.5 m6=A.6";

#[test]
fn what_runs_is_measured_first_and_then_what_is_nearest_to_it() {
    check(SIX, ONE_EACH, "A.1=0 A.2=1 A.3=2 A.4=3 A.5=4", "m4 m3 m2 m1", "m5 m6");
    check(SIX, ONE_EACH, "A.1=3 A.2=? A.3=3 A.4=~", "m1 m3", "m2 m4 m5 m6");
}

#[test]
fn a_metric_goes_by_the_item_that_says_most_for_it() {
    let metrics = "weak=A.1,A.2 runs=A.2,A.3 proven=A.4,A.5";
    check(SIX, metrics, "A.1=0 A.2=2 A.3=3 A.4=4", "runs weak", "proven");
    check(SIX, metrics, "A.1=0 A.2=2 A.3=3 A.4=4 A.5=1", "runs weak proven", "");
    let pack = pack(SIX, metrics);
    let sheet = Sheet::new(&pack, &make::assessment(&pack, "A.1=0 A.2=2 A.3=3 A.4=4"));
    let reasons: Vec<_> = sheet.all().map(|choice| choice.reason).collect();
    assert_eq!(
        reasons,
        [Reason::Operating(2), Reason::Weak { item: 1, level: 2 }, Reason::Proven(3)]
    );
}

#[test]
fn at_the_same_level_gates_come_first_and_then_the_weightiest() {
    let outline = "
        4 requirement
          4.1 weight=1
          4.2 weight=5
          4.3 weight=1 gate
          4.4 weight=5
    ";
    let metrics = "a=4.1 b=4.2 c=4.3 d=4.4";
    check(outline, metrics, "4.1=3 4.2=3 4.3=3 4.4=3", "c b d a", "");
    check(outline, metrics, "4.1=3 4.2=2 4.3=1 4.4=3", "d a b c", "");
}

#[test]
fn no_item_has_a_second_metric_before_the_others_have_one() {
    let metrics = "a=A.1 b=A.1 c=A.2 d=A.3";
    check(SIX, metrics, "A.1=3 A.2=3 A.3=2", "a c b d", "");
}

#[test]
fn controls_that_are_left_out_are_not_measured() {
    let pack = pack(SIX, "a=A.1 b=A.1,A.2 c=A.3");
    let sheet = Sheet::new(&pack, &make::assessment(&pack, "A.1=- A.2=3 A.3=?"));
    assert_eq!((ids(&pack, &sheet.starter), ids(&pack, &sheet.rest)), ("b".into(), "c".into()));
    assert_eq!(sheet.starter[0].items, [1]);
    assert_eq!(sheet.rest[0].reason, Reason::Open);
}

#[test]
fn a_metric_without_items_stands_at_the_end() {
    check(SIX, "none= a=A.1", "A.1=3", "a", "none");
    check(SIX, "none= a=A.1", "A.1=-", "", "none");
}

#[test]
fn only_items_that_are_asked_have_a_level() {
    let pack = pack("A control\n A.1\n A.2 quick", "a=A.1 b=A.2");
    let sheet = Sheet::new(&pack, &make::quick(&pack, "A.1=3 A.2=1"));
    assert_eq!((ids(&pack, &sheet.starter), ids(&pack, &sheet.rest)), ("b".into(), "a".into()));
}

#[test]
fn twelve_are_enough_to_begin_with() {
    for (count, starter) in [(STARTER - 1, 11), (STARTER, 12), (STARTER + 1, 12)] {
        let (mut outline, mut metrics, mut words) =
            (String::from("A control\n"), String::new(), String::new());
        for n in 0..count {
            outline += &format!(" A.{n}\n");
            metrics += &format!("m{n}=A.{n} ");
            words += &format!("A.{n}=3 ");
        }
        let pack = pack(&outline, &metrics);
        let sheet = Sheet::new(&pack, &make::assessment(&pack, &words));
        assert_eq!((sheet.starter.len(), sheet.rest.len()), (starter, count - starter));
    }
}

#[test]
fn every_metric_that_is_needed_stands_once_with_a_true_reason() {
    let pack = default_pack();
    let changed = select(&["0", "1", "2", "3", "4", "?", "-"][..]);
    let changes = vec(option::weighted(1.0 / 3.0, changed), pack.items.len());
    for_any(40, (0..=10usize, changes), |(step, changes)| {
        let mut assessment = bakery(&pack, Mode::Full, step);
        for (item, words) in changes.into_iter().enumerate() {
            if let Some(words) = words {
                assessment.set(item, Some(Rc::new(make::answer(words))));
            }
        }
        let sheet = Sheet::new(&pack, &assessment);
        let mut found: Vec<usize> = sheet.all().map(|choice| choice.metric).collect();
        found.sort_unstable();
        let needed = |metric: &usize| {
            let mut items = pack.metrics[*metric].items.iter();
            items.any(|item| assessment.item_status(*item) != ItemStatus::NotApplicable)
        };
        let expected: Vec<usize> = (0..pack.metrics.len()).filter(needed).collect();
        assert_eq!(found, expected);
        assert!(sheet.starter.len() <= STARTER);
        for choice in sheet.all() {
            is_true(&assessment, choice);
        }
    });
}

fn is_true(assessment: &Assessment, choice: &ChosenMetric) {
    let level = |item| match assessment.item_status(item) {
        ItemStatus::Level(level) => Some(level.number()),
        _ => None,
    };
    let (item, expected) = match choice.reason {
        Reason::Operating(item) => (item, 3),
        Reason::Weak { item, level } => (item, level),
        Reason::Proven(item) => (item, 4),
        Reason::Open => {
            return assert!(choice.items.iter().all(|item| level(*item).is_none()));
        }
    };
    assert!(choice.items.contains(&item));
    assert_eq!(level(item), Some(expected));
}
