//! What comes first.

use crate::make;
use plumbline::model::assessment::{Assessment, Organisation, Size};
use plumbline::model::pack::Pack;
use plumbline::rules::plan::{gaps, half_days};
use std::rc::Rc;

fn ids(pack: &Pack, assessment: &Assessment) -> String {
    let ids: Vec<&str> =
        gaps(pack, assessment).iter().map(|gap| &*pack.items[gap.item].id).collect();
    ids.join(" ")
}

#[track_caller]
fn check(outline: &str, answers: &str, expected: &str) {
    let pack = make::pack(outline);
    assert_eq!(ids(&pack, &make::assessment(&pack, answers)), expected, "for {answers:?}");
}

const FIVE: &str = "4 requirement\n 4.1\n 4.2\n 4.3\n 4.4\n 4.5";

#[test]
fn a_gap_is_an_item_below_level_3() {
    check(FIVE, "4.1=4 4.2=3 4.3=2 4.4=1 4.5=0", "4.5 4.4 4.3");
    check(FIVE, "4.1=3 4.2=3 4.3=3 4.4=4 4.5=4", "");
}

#[test]
fn what_is_not_known_or_does_not_apply_is_no_gap() {
    check("A control\n A.1\n A.2\n A.3\n A.4", "A.1=? A.2=- A.3=~", "");
}

#[test]
fn a_gap_says_what_its_place_rests_on() {
    let pack = make::pack("4 requirement\n 4.1 weight=2 effort=1.5");
    for (level, steps, effort, half_days) in [(0, 3, 3, 3), (1, 2, 3, 2), (2, 1, 3, 1)] {
        let found = gaps(&pack, &make::assessment(&pack, &format!("4.1={level}")));
        let [gap] = found[..] else { panic!("{found:?}") };
        let expected = (level, steps, effort, half_days);
        assert_eq!((gap.level, gap.steps, gap.effort, gap.half_days), expected);
    }
}

#[test]
fn work_that_is_left_is_rounded_up_to_half_days() {
    let pack = make::pack("4 requirement\n 4.1 effort=0.5\n 4.2 effort=2");
    for (answers, left) in
        [("4.1=0 4.2=0", [1, 4]), ("4.1=1 4.2=1", [1, 3]), ("4.1=2 4.2=2", [1, 2])]
    {
        let mut found = gaps(&pack, &make::assessment(&pack, answers));
        found.sort_by_key(|gap| gap.item);
        assert_eq!(found.iter().map(|gap| gap.half_days).collect::<Vec<_>>(), left, "{answers}");
    }
}

#[test]
fn most_gain_for_the_work_comes_first() {
    let outline = "
        4 requirement
          4.1 weight=1 effort=1
          4.2 weight=5 effort=10
          4.3 weight=3 effort=1
          4.4 weight=5 effort=5
    ";
    // 3x1/2, 3x5/20, 3x3/2 and 3x5/10 for each half day: 1.5, 0.75, 4.5, 1.5.
    check(outline, "4.1=0 4.2=0 4.3=0 4.4=0", "4.3 4.1 4.4 4.2");
    // A level more is a step less: 1.5, 0.75, 1.5, 1.5 and equals keep the order of the pack.
    check(outline, "4.1=0 4.2=0 4.3=2 4.4=0", "4.1 4.3 4.4 4.2");
}

#[test]
fn close_fractions_are_told_apart() {
    // 1x2/1999 and 1x2/2000 for each half day.
    let outline = "4 requirement\n 4.1 weight=2 effort=999.5\n 4.2 weight=2 effort=1000";
    check(outline, "4.1=2 4.2=2", "4.1 4.2");
    let outline = "4 requirement\n 4.1 weight=2 effort=1000\n 4.2 weight=2 effort=999.5";
    check(outline, "4.1=2 4.2=2", "4.2 4.1");
}

#[test]
fn gates_come_before_any_gain() {
    let outline = "
        4 requirement
          4.1 weight=5 effort=0.5
          4.2 weight=1 effort=60 gate
    ";
    check(outline, "4.1=0 4.2=2", "4.2 4.1");
    check(outline, "4.1=0 4.2=3", "4.1");
}

#[test]
fn a_gate_waits_for_the_gates_that_it_needs() {
    let outline = "
        4 requirement
          4.1 gate needs=4.4
          4.2 gate needs=4.3
          4.3 needs=4.1
          4.4 gate
    ";
    check(outline, "4.1=0 4.2=0 4.3=0 4.4=0", "4.4 4.1 4.2 4.3");
    // 4.2 needs 4.1 by way of 4.3, which is in place.
    check(outline, "4.1=2 4.2=0 4.3=3 4.4=3", "4.1 4.2");
}

#[test]
fn gates_that_need_nothing_keep_the_order_of_the_pack() {
    check("4 requirement\n 4.1 gate weight=1\n 4.2 gate weight=5", "4.1=2 4.2=0", "4.1 4.2");
}

#[test]
fn the_size_of_the_organisation_sets_the_effort() {
    let pack = make::pack("4 requirement\n 4.1 effort=1,2,30\n 4.2 effort=2,3,4");
    let effort = pack.items[0].effort;
    for (size, expected, order) in [
        (None, 2, "4.1 4.2"),
        (Some(Size::Micro), 2, "4.1 4.2"),
        (Some(Size::Small), 2, "4.1 4.2"),
        (Some(Size::Medium), 4, "4.1 4.2"),
        (Some(Size::Large), 60, "4.2 4.1"),
    ] {
        let mut assessment = make::assessment(&pack, "4.1=0 4.2=0");
        assessment.organisation = Rc::new(Organisation { size, ..Organisation::default() });
        assert_eq!(half_days(effort, size), expected);
        assert_eq!(ids(&pack, &assessment), order, "for {size:?}");
    }
}

#[test]
fn the_quick_check_has_gaps_among_its_items_alone() {
    let pack = make::pack("4 requirement\n 4.1\n 4.2 quick");
    assert_eq!(ids(&pack, &make::quick(&pack, "4.1=0 4.2=0")), "4.2");
}
