//! The first page of the report.

use crate::composed::state;
use crate::drawn::{of_class, report};
use crate::make;
use crate::support::{english, today, SAMPLES};
use plumbline::i18n::wording::Wording;
use plumbline::pages::example::HALFWAY;
use plumbline::report::Report;
use plumbline::rules::stops::stops;
use plumbline::save;

#[test]
fn where_too_little_is_asked_for_a_stage_no_answer_is_said_to_be_missing() {
    for (outline, too_little) in
        [("4 requirement\n 4.1\n 4.2", true), ("4 requirement\n 4.1 stage1\n 4.2 stage1", false)]
    {
        let pack = make::pack(outline);
        // An address that is not known is the result.
        let page = report(&state(&pack, make::assessment(&pack, "4.1=3e")), "first");
        let words = page.words();
        assert!(!words.contains("0 points are missing"), "{outline}");
        assert_eq!(words.contains("1 point is missing to say more"), !too_little, "{outline}");
    }
}

#[test]
fn the_meaning_of_a_verdict_says_how_much_stands_in_the_way_and_the_work() {
    let outline = "4 requirement\n 4.1 stage1 effort=2\n 4.2 stage1 effort=2 needs=4.1\n 4.3";
    let pack = make::pack(outline);
    for (answers, said) in [
        ("4.1=0 4.2=0 4.3=3", "2 things stop Stage 1."),
        ("4.1=3e 4.2=1 4.3=3", "1 thing stops Stage 1."),
        ("4.1=3e 4.2=3e 4.3=0", "1 thing stops Stage 2."),
        ("4.1=3e 4.2=3e", "1 point is missing to say more."),
        ("4.1=3e 4.2=3e 4.3=3e", "Nothing that is known stands in the way."),
    ] {
        let page = report(&state(&pack, make::assessment(&pack, answers)), "");
        let lead = of_class(&page.children, "lead")[0].words();
        assert!(lead.starts_with(said), "{answers}: {lead}");
    }
}

#[test]
fn the_example_on_the_first_page_is_what_the_rules_say_of_its_sample() {
    let pack = make::read(make::DEFAULT);
    let (_, text) = SAMPLES.iter().find(|(name, _)| *name == "halfway").expect("a sample");
    let (assessment, _) = save::restore(text, &pack).expect("a save file");
    let report = Report::new(&pack, &assessment, today());
    let scores = [&report.overall, &report.groups[0], &report.groups[1]];
    assert_eq!(HALFWAY.scores, scores.map(|score| score.bounds.expect("answers")));
    assert_eq!((HALFWAY.stops, HALFWAY.here), stops(&report.verdict));
    let text = english();
    let verdict = Wording { text: &text, pack: &report.pack }.verdict(&report.verdict, true);
    assert_eq!(text.get(HALFWAY.verdict), verdict);
}
