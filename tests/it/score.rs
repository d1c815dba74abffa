//! Figures that were calculated by hand.

use crate::make;
use plumbline::model::assessment::{Assessment, ItemStatus, Level};
use plumbline::model::pack::Pack;
use plumbline::rules::score::{credit, score, Score};

/// Figures in one line: the sections, then requirements, controls and the whole.
fn in_words(pack: &Pack, assessment: &Assessment) -> String {
    let scores = score(pack, assessment);
    let bounds = |figure: &Score| match figure.bounds {
        Some(bounds) if bounds.lower == bounds.upper => bounds.lower.to_string(),
        Some(bounds) => format!("{}-{}", bounds.lower, bounds.upper),
        None => "none".to_string(),
    };
    let sections: Vec<String> = pack
        .sections
        .iter()
        .zip(&scores.sections)
        .map(|(s, f)| format!("{} {}", s.id, bounds(f)))
        .collect();
    let [requirements, controls] = scores.groups.each_ref().map(bounds);
    format!("{} | {requirements} | {controls} | {}", sections.join(", "), bounds(&scores.overall))
}

#[track_caller]
fn check(outline: &str, answers: &str, expected: &str) {
    let pack = make::pack(outline);
    assert_eq!(in_words(&pack, &make::assessment(&pack, answers)), expected, "for {answers:?}");
}

const PLAIN: &str = "
    4 requirement
      4.1
      4.2
    A.5 control
      A.5.1
      A.5.2
";

#[test]
fn without_answers_everything_is_open() {
    check(PLAIN, "", "4 0-10000, A.5 0-10000 | 0-10000 | 0-10000 | 0-10000");
}

#[test]
fn a_level_is_worth_a_third_up_to_level_3() {
    let thirds: Vec<_> = Level::ALL.map(|level| credit(ItemStatus::Level(level))).into();
    assert_eq!(thirds, [0, 1, 2, 3, 3].map(|n| Some((n, n))));
    check(PLAIN, "4.1=4 4.2=4 A.5.1=3 A.5.2=3", "4 10000, A.5 10000 | 10000 | 10000 | 10000");
    check(PLAIN, "4.1=4 4.2=0 A.5.1=3 A.5.2=2", "4 5000, A.5 8333 | 5000 | 8333 | 6666");
    check(PLAIN, "4.1=1 4.2=0 A.5.1=2 A.5.2=1", "4 1666, A.5 5000 | 1666 | 5000 | 3333");
}

#[test]
fn an_unanswered_control_does_not_lower_the_upper_bound() {
    check(
        PLAIN,
        "4.1=3 4.2=3 A.5.1=3",
        "4 10000, A.5 5000-10000 | 10000 | 5000-10000 | 7500-10000",
    );
}

#[test]
fn not_knowing_counts_like_no_answer() {
    let pack = make::pack(PLAIN);
    let unknown = in_words(&pack, &make::assessment(&pack, "4.1=1 4.2=? A.5.1=?"));
    assert_eq!(unknown, in_words(&pack, &make::assessment(&pack, "4.1=1")));
    assert_eq!(unknown, "4 1666-6666, A.5 0-10000 | 1666-6666 | 0-10000 | 833-8333");
}

#[test]
fn what_is_not_known_has_its_share_of_what_is_open() {
    for (answers, expected) in [
        // Sections, then requirements, controls and the whole.
        ("", [0, 0, 0, 0, 0]),
        ("4.1=?", [5000, 0, 5000, 0, 2500]),
        ("4.1=? 4.2=? A.5.1=?", [10_000, 5000, 10_000, 5000, 7500]),
        ("4.1=2 4.2=? A.5.1=- A.5.2=?", [5000, 10_000, 5000, 10_000, 7500]),
        ("4.1=3 4.2=0 A.5.1=1 A.5.2=4", [0, 0, 0, 0, 0]),
    ] {
        let pack = make::pack(PLAIN);
        let scores = score(&pack, &make::assessment(&pack, answers));
        let all = scores.sections.iter().chain(&scores.groups).chain([&scores.overall]);
        let unknown: Vec<u32> = all.map(|score| score.bounds.expect("bounds").unknown).collect();
        assert_eq!(unknown, expected, "{answers}");
    }
}

#[test]
fn a_weight_counts_within_its_section_alone() {
    let weighted = "
        4 requirement
          4.1 weight=3
          4.2 weight=1
        5 requirement
          5.1 weight=5
        A.5 control
          A.5.1 weight=5
          A.5.2 weight=2
    ";
    // 4: (2x3 + 0x1) of 12 thirds; 5: 1x5 of 15; A.5: (3x5 + 1x2) of 21.
    check(
        weighted,
        "4.1=2 4.2=0 5.1=1 A.5.1=3 A.5.2=1",
        "4 5000, 5 3333, A.5 8095 | 4166 | 8095 | 6130",
    );
    check(
        weighted,
        "4.1=2 4.2=? 5.1=1 A.5.2=1",
        "4 5000-7500, 5 3333, A.5 952-8095 | 4166-5416 | 952-8095 | 2559-6755",
    );
}

#[test]
fn what_does_not_apply_leaves_the_sum() {
    check(PLAIN, "A.5.1=1 A.5.2=-", "4 0-10000, A.5 3333 | 0-10000 | 3333 | 1666-6666");
    check(PLAIN, "A.5.2=-", "4 0-10000, A.5 0-10000 | 0-10000 | 0-10000 | 0-10000");
}

#[test]
fn an_exclusion_without_a_reason_counts_as_unanswered() {
    check(
        PLAIN,
        "A.5.1=3 A.5.2=~",
        "4 0-10000, A.5 5000-10000 | 0-10000 | 5000-10000 | 2500-10000",
    );
}

#[test]
fn a_requirement_never_leaves_the_sum() {
    check(PLAIN, "4.1=3 4.2=-", "4 5000-10000, A.5 0-10000 | 5000-10000 | 0-10000 | 2500-10000");
}

#[test]
fn a_section_of_which_nothing_applies_leaves_the_mean() {
    let themes = "
        4 requirement
          4.1
        A.5 control
          A.5.1
        A.7 control
          A.7.1
          A.7.2
    ";
    check(
        themes,
        "4.1=3 A.5.1=1 A.7.1=- A.7.2=-",
        "4 10000, A.5 3333, A.7 none | 10000 | 3333 | 6666",
    );
    check(
        themes,
        "4.1=2 A.5.1=- A.7.1=- A.7.2=-",
        "4 6666, A.5 none, A.7 none | 6666 | none | 6666",
    );
    check("A control\n A.1", "A.1=-", "A none | none | none | none");
}

#[test]
fn thirty_seven_controls_do_not_drown_eight() {
    let section = |id: &str, n: usize| {
        let items: String = (1..=n).map(|i| format!("{id}.{i}\n")).collect();
        format!("{id} control\n{items}")
    };
    let pack = make::pack(&(section("A.5", 37) + &section("A.6", 8)));
    let words: Vec<String> = (1..=8).map(|i| format!("A.6.{i}=3")).collect();
    let zeros: Vec<String> = (1..=37).map(|i| format!("A.5.{i}=0")).collect();
    let assessment = make::assessment(&pack, &[words, zeros].concat().join(" "));
    assert_eq!(in_words(&pack, &assessment), "A.5 0, A.6 10000 | none | 5000 | 5000");
}

#[test]
fn every_step_rounds_down() {
    let three = "
        4 requirement
          4.1
          4.2
          4.3
        5 requirement
          5.1
        A.5 control
          A.5.1
    ";
    // 2 of 9 thirds is 2222.2; its mean with 3333.3 is 2777; the mean of that with 6666.6 is 4721.
    check(
        three,
        "4.1=1 4.2=1 4.3=0 5.1=1 A.5.1=2",
        "4 2222, 5 3333, A.5 6666 | 2777 | 6666 | 4721",
    );
}

#[test]
fn below_four_fifths_known_a_figure_is_provisional() {
    let ten = "A control\n A.1\n A.2\n A.3\n A.4\n A.5\n A.6\n A.7\n A.8\n A.9\n A.10";
    for (answers, answered, provisional) in [
        ("", 0, true),
        ("A.1=3 A.2=3 A.3=3 A.4=3 A.5=3 A.6=3 A.7=3", 7, true),
        ("A.1=3 A.2=3 A.3=3 A.4=3 A.5=3 A.6=3 A.7=3 A.8=0", 8, false),
        ("A.1=3 A.2=3 A.3=3 A.4=3 A.5=3 A.6=3 A.7=? A.8=-", 8, true),
        ("A.1=3 A.2=3 A.3=3 A.4=3 A.5=3 A.6=3 A.7=1 A.8=- A.9=?", 9, false),
        ("A.1=3 A.2=3 A.3=3 A.4=3 A.5=3 A.6=3 A.7=? A.8=~", 7, true),
    ] {
        let pack = make::pack(ten);
        let tally = score(&pack, &make::assessment(&pack, answers)).overall.tally;
        assert_eq!((tally.answered(), tally.unanswered()), (answered, 10 - answered));
        assert_eq!(tally.provisional(&pack.thresholds), provisional, "for {answers:?}");
    }
}

#[test]
fn the_quick_check_runs_over_its_items_alone() {
    let pack = make::pack(
        "
        4 requirement
          4.1 quick weight=2
          4.2 weight=5
          4.3 quick
        5 requirement
          5.1
        A.5 control
          A.5.1 quick
          A.5.2
    ",
    );
    let words = "4.1=2 4.2=0 4.3=? 5.1=3 A.5.1=3 A.5.2=0";
    let quick = make::quick(&pack, words);
    assert_eq!(
        in_words(&pack, &quick),
        "4 4444-7777, 5 none, A.5 10000 | 4444-7777 | 10000 | 7222-8888"
    );
    let tally = score(&pack, &quick).overall.tally;
    assert_eq!((tally.total, tally.levels, tally.dont_know), (3, 2, 1));
    assert_eq!(score(&pack, &make::assessment(&pack, words)).overall.tally.total, 6);
}

#[test]
fn a_tally_counts_each_item_once() {
    let pack = make::pack(PLAIN);
    let scores = score(&pack, &make::assessment(&pack, "4.1=0 4.2=? A.5.1=-"));
    let tally = scores.overall.tally;
    assert_eq!((tally.total, tally.levels, tally.dont_know, tally.not_applicable), (4, 1, 1, 1));
    assert_eq!((scores.groups[0].tally.total, scores.groups[1].tally.total), (2, 2));
}
