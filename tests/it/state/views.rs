//! Where a reader can be: addresses, pages, search.

use crate::script::{effects, in_full, item, pack, place, then, told};
use plumbline::app::{
    Action, Layout, Origin, PageEdit, Preferences, ReportPage, Route, ScoreOf, SectionPart,
    Snapshot, State, ThemePage,
};
use plumbline::model::pack::Kind;
use plumbline::rules::groups::Grouping;
use plumbline::rules::search::{Filter, Owner, Wanted};

fn every_view() -> Vec<Route> {
    let pack = pack();
    let mut views = vec![
        Route::Start,
        Route::Standards,
        Route::Library,
        Route::Profile,
        Route::Proposals,
        Route::Sections,
        Route::Search,
        Route::Check,
    ];
    let theme = |section| ThemePage::of(section);
    views.extend(
        [
            ReportPage::Result,
            ReportPage::Board,
            ReportPage::Stages,
            ReportPage::Findings,
            ReportPage::Documents,
            ReportPage::Statement,
            ReportPage::Theme(theme(Some(2))),
            ReportPage::Theme(ThemePage { missing: true, ..theme(Some(2)) }),
            ReportPage::Theme(ThemePage { missing: true, from: 51, ..theme(Some(3)) }),
            ReportPage::Theme(theme(None)),
            ReportPage::Theme(ThemePage { from: 51, ..theme(None) }),
            ReportPage::Plan,
            ReportPage::Metrics,
            ReportPage::Answers(Grouping::Sections),
            ReportPage::Answers(Grouping::Lens(0)),
            ReportPage::Answers(Grouping::Lens(1)),
            ReportPage::Answers(Grouping::Phases),
            ReportPage::Answers(Grouping::Owners),
            ReportPage::Answers(Grouping::Stages),
            ReportPage::Grid,
            ReportPage::Score(ScoreOf::Overall),
            ReportPage::Score(ScoreOf::Kind(Kind::Requirement)),
            ReportPage::Score(ScoreOf::Kind(Kind::Control)),
            ReportPage::Score(ScoreOf::Section(2)),
            ReportPage::WhatIf(None),
            ReportPage::WhatIf(Some(SectionPart { section: 1, part: 0 })),
            ReportPage::Milestones,
            ReportPage::Compare(None),
            ReportPage::Compare(Some((Snapshot::Milestone(0), Snapshot::Now))),
            ReportPage::Compare(Some((Snapshot::File, Snapshot::Milestone(12)))),
        ]
        .map(Route::Report),
    );
    for from in [Origin::Sections, Origin::Search, Origin::Check, Origin::Way, Origin::Result] {
        views.extend((0..pack.items.len()).map(|item| Route::Question { item, from }));
    }
    views
}

#[test]
fn every_view_has_an_address_of_its_own_that_leads_back_to_it() {
    let pack = pack();
    let mut addresses = std::collections::BTreeSet::new();
    for view in every_view() {
        let address = view.address(&pack);
        assert_eq!(Route::parse(&address, &pack), Some(view), "{address}");
        assert!(addresses.insert(address.clone()), "{address} is used twice");
    }
}

#[test]
fn a_page_of_the_report_that_is_not_known_is_its_nearest() {
    let pack = pack();
    for (address, page) in [
        ("result/unknown", ReportPage::Result),
        ("result/statement/A.99", ReportPage::Statement),
        ("result/statement/A.5/x", ReportPage::Statement),
        ("result/answers/lens/none", ReportPage::Answers(Grouping::Sections)),
        ("result/answers/x", ReportPage::Answers(Grouping::Sections)),
        ("result/figure/section/99", ReportPage::Score(ScoreOf::Overall)),
        ("result/figure/x", ReportPage::Score(ScoreOf::Overall)),
        ("result/what-if/x", ReportPage::WhatIf(None)),
        ("result/milestones/compare/x/now", ReportPage::Compare(None)),
        ("result/milestones/x", ReportPage::Compare(None)),
    ] {
        assert_eq!(Route::parse(address, &pack), Some(Route::Report(page)), "{address}");
    }
}

#[test]
fn identifiers_with_slashes_have_addresses_too() {
    let text = crate::script::PACK.replace("\"A.8.25\"", "\"A.8/search\"");
    let (pack, problems) = plumbline::model::pack::parse(&text);
    assert_eq!(problems, []);
    let view = Route::Question { item: pack.find("A.8/search").expect("it"), from: Origin::Check };
    assert_eq!(Route::parse(&view.address(&pack), &pack), Some(view));
}

#[test]
fn an_address_that_leads_nowhere_is_none() {
    let pack = pack();
    for address in [
        "nowhere",
        "question",
        "question/",
        "question/4.1",
        "question/4.1/",
        "question/4.1/start",
        "question/9.9/check",
        "question//check",
        "results",
        "Result",
        "result/",
        " result",
        "../result",
    ] {
        assert_eq!(Route::parse(address, &pack), None, "{address}");
    }
}

fn pages(state: &State) -> Vec<String> {
    let mut pages = Vec::new();
    let mut next = state.assessment.asked(&state.pack).next();
    while let Some(first) = next {
        let ids =
            state.questions_with(first).into_iter().map(|i| state.pack.items[i].id.to_string());
        pages.push(ids.collect::<Vec<_>>().join(" "));
        next = state.after(first);
    }
    pages
}

#[test]
fn a_page_has_five_questions_of_one_section_at_most() {
    let all =
        ["4.1 4.2 4.3", "5.1 5.2 5.3 5.4 5.5", "5.6 5.7", "A.5.1 A.5.2", "A.7.1 A.7.2", "A.8.25"];
    assert_eq!(pages(&in_full("")), all);
    assert_eq!(pages(&in_full("mode quick\nprefer few")), ["4.1 4.3", "5.1 5.6", "A.5.1", "A.7.1"]);
    assert_eq!(pages(&in_full("prefer one")).len(), 15);
    assert_eq!(pages(&in_full("prefer one\nmode quick")).len(), 6);
    assert_eq!(pages(&in_full("prefer one\nprefer few")), all);
}

#[test]
fn going_back_visits_the_same_pages_as_going_on() {
    for script in ["", "mode quick", "prefer one", "prefer one\nmode quick"] {
        let state = in_full(script);
        let mut firsts: Vec<_> = state.assessment.asked(&state.pack).take(1).collect();
        while let Some(next) = state.after(firsts[firsts.len() - 1]) {
            firsts.push(next);
        }
        for pair in firsts.windows(2) {
            let on_page = state.questions_with(pair[1]);
            assert!(on_page.iter().all(|item| state.before(*item) == Some(pair[0])), "{script}");
            assert!(state
                .questions_with(pair[0])
                .iter()
                .all(|item| state.after(*item) == Some(pair[1])));
        }
        assert_eq!(state.before(firsts[0]), None);
    }
}

#[test]
fn a_question_that_the_quick_check_leaves_out_stands_alone() {
    let state = in_full("mode quick\ngo question/5.3/search");
    let id = |item: Option<usize>| item.map(|item| &*state.pack.items[item].id);
    let here = item(&state.pack, "5.3");
    assert_eq!(state.questions_with(here), [here]);
    assert_eq!((id(state.before(here)), id(state.after(here))), (Some("5.1"), Some("5.6")));
}

/// The items that a search finds after a script.
#[track_caller]
fn found(script: &str, filter: Filter) -> String {
    let state = in_full(script);
    let found = filter.found(&state.pack, &state.assessment, str::to_lowercase);
    let ids = found.into_iter().map(|item| state.pack.items[item].id.to_string());
    ids.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_search_for_words_looks_at_the_question_and_at_what_was_entered() {
    let entered = "4.1 note Ask Zoë\n4.2 evidence 0 Minutes of May\n4.2 kept 0 Cabinet 7\n\
                   4.3 owner Yusuf\nA.7.1 = - A ship without rooms";
    for (words, expected) in [
        ("visitors", "A.7.2"),
        ("VISITORS", "A.7.2"),
        ("a.7", "A.7.1 A.7.2"),
        ("reviewed every year", "A.5.1"),
        ("year reviewed", "A.5.1"),
        ("titled", "5.2 A.5.1"),
        ("plans fail", "4.1"),
        ("everybody has read", "A.5.1"),
        ("one page on the wall", "A.5.1"),
        ("each team", "A.5.1"),
        ("zoë", "4.1"),
        ("ZOË ask", "4.1"),
        ("minutes", "4.2"),
        ("cabinet", "4.2"),
        ("yusuf", "4.3"),
        ("ship", "A.7.1"),
        ("minutes zoë", ""),
        ("nowhere to be found", ""),
    ] {
        let filter = Filter { words: words.into(), ..Filter::default() };
        assert_eq!(found(entered, filter), expected, "{words}");
    }
    let blank = Filter { words: "  ".into(), ..Filter::default() };
    assert_eq!(found("", blank).split(' ').count(), 15, "blanks ask for nothing");
}

#[test]
fn filters_ask_for_what_they_say_and_all_must_hold() {
    let entered = "4.1 = 0\n4.2 = 2\n4.3 = 3\n5.1 = 4\n5.2 = ?\n5.2 flag\nA.5.1 = 2\nA.5.1 flag\n\
                   A.7.1 = - We rent no rooms\nA.7.2 = -\n4.1 owner Zoë\n4.2 owner  ZOË \n\
                   4.2 due 2027-01-31\n5.1 owner zoë\n5.1 due 2026-12-01\nA.5.1 owner Zo";
    let of = |owner: &str| Filter { owner: Some(Owner::Of(owner.into())), ..Filter::default() };
    let wanted = |wanted| Filter { wanted: Some(wanted), ..Filter::default() };
    let control = |wanted| Filter { kind: Some(Kind::Control), ..self::wanted(wanted) };
    for (filter, expected) in [
        (wanted(Wanted::Gap), "4.1 4.2 A.5.1"),
        (wanted(Wanted::DontKnow), "5.2"),
        (wanted(Wanted::Flagged), "5.2 A.5.1"),
        (wanted(Wanted::NotApplicable), "A.7.1"),
        (wanted(Wanted::Unanswered), "5.3 5.4 5.5 5.6 5.7 A.5.2 A.7.2 A.8.25"),
        (control(Wanted::Gap), "A.5.1"),
        (Filter { section: Some(0), ..Filter::default() }, "4.1 4.2 4.3"),
        (Filter { section: Some(0), ..wanted(Wanted::Gap) }, "4.1 4.2"),
        (Filter { section: Some(99), ..Filter::default() }, ""),
        // By their dates, those without one last.
        (of("zoë "), "5.1 4.2 4.1"),
        (of("Zo"), "A.5.1"),
        (of("Nobody"), ""),
        (Filter { wanted: Some(Wanted::Gap), ..of("Zoë") }, "4.2 4.1"),
        (Filter { owner: Some(Owner::Nobody), section: Some(0), ..Filter::default() }, "4.3"),
        (Filter { lens: Some((0, 0)), ..Filter::default() }, "A.5.1 A.7.1 A.7.2"),
        (Filter { lens: Some((0, 1)), ..Filter::default() }, "A.5.2 A.7.2"),
        (Filter { lens: Some((1, 1)), words: "doors".into(), ..Filter::default() }, "A.7.1"),
        (Filter { lens: Some((9, 9)), ..Filter::default() }, ""),
        (Filter { kind: Some(Kind::Requirement), section: Some(2), ..Filter::default() }, ""),
    ] {
        assert_eq!(found(entered, filter.clone()), expected, "{filter:?}");
    }
    let quick = found(&format!("{entered}\nmode quick"), wanted(Wanted::Gap));
    assert_eq!(quick, "4.1 A.5.1", "a quick check searches what it asks");
}

fn wanted(wanted: Wanted) -> Filter {
    Filter { wanted: Some(wanted), ..Filter::default() }
}

#[test]
fn a_search_is_kept_while_its_hits_are_looked_at() {
    let state = then(&in_full(""), "act filter words | doors");
    let back = then(&state, "go question/A.7.1/search\nA.7.1 = 1\ngo search");
    assert_eq!(&*back.page.filter.words, "doors");
    for other in ["begin full", "opened b"] {
        assert_eq!(then(&back, other).page.filter, Filter::default(), "{other}");
    }
}

#[test]
fn words_that_are_typed_leave_what_was_chosen() {
    let chosen = Filter { wanted: Some(Wanted::Gap), section: Some(2), ..Filter::default() };
    let (state, _) = in_full("").reduce(Action::Page(PageEdit::Filter(chosen.clone())));
    let state = then(&state, "act filter words | fire door");
    assert_eq!(state.page.filter, Filter { words: "fire door".into(), ..chosen });
}

#[test]
fn the_history_of_the_browser_shows_a_view_and_drops_what_was_asked() {
    let state = in_full("go result\nask b\nshow check");
    assert_eq!(place(&state), "check");
    assert_eq!(state.confirmation, None, "a question belongs to the view where it was asked");
    assert_eq!(crate::script::effects(&state), "enter check");
}

#[test]
fn one_question_at_a_time_is_for_phones_and_quick_checks_unless_the_reader_likes_it_otherwise() {
    for (script, layout) in [
        ("", Layout::Few),
        ("mode quick", Layout::One),
        ("narrow", Layout::One),
        ("narrow\nwide", Layout::Few),
        ("narrow\nprefer few", Layout::Few),
        ("mode quick\nprefer few", Layout::Few),
        ("prefer one", Layout::One),
        ("prefer meeting", Layout::Meeting),
        ("mode quick\nprefer meeting", Layout::Meeting),
        ("prefer meeting\nnarrow", Layout::One),
        ("prefer meeting\nnarrow\nwide", Layout::Meeting),
    ] {
        assert_eq!(in_full(script).layout(), layout, "{script}");
    }
}

#[test]
fn what_a_reader_likes_is_kept_as_words_and_words_of_another_version_are_passed_over() {
    let state = in_full("prefer meeting go-on keys why");
    told(effects(&state), "remember meeting go-on keys why");
    for (stored, read) in [
        ("", ""),
        ("keys", "keys"),
        ("why go-on one", "one go-on why"),
        ("three-columns keys  KEYS", "keys"),
        ("keysgo-on", ""),
    ] {
        assert_eq!(Preferences::parse(stored).text(), read, "{stored}");
    }
}

#[test]
fn a_choice_with_a_pointer_leads_on_only_where_the_reader_likes_it_and_the_answer_is_the_first() {
    // What is done at 4.1, one at a time, and where the reader is then.
    for (likes, script, then_at) in [
        ("one go-on", "point 4.1\n4.1 = 2\nmoment 4.1", "4.2"),
        ("one go-on", "point 4.1\n4.1 = ?\nmoment 4.1", "4.2"),
        ("one", "point 4.1\n4.1 = 2", "4.1"),
        // The arrow keys choose without a pointer.
        ("one go-on", "4.1 = 2", "4.1"),
        // A pointer may come and choose nothing.
        ("one go-on", "point 4.1\nmoment 4.1", "4.1"),
        // The reader was faster.
        ("one go-on", "point 4.1\n4.1 = 2\ngo question/4.3/sections\nmoment 4.1", "4.3"),
        ("one go-on", "point 4.1\n4.1 = 2\ngo question/4.1/search\nmoment 4.1", "4.1"),
        ("few go-on", "point 4.1\n4.1 = 2\nmoment 4.1", "4.1"),
        ("meeting go-on", "point 4.1\n4.1 = 2\nmoment 4.1", "4.1"),
    ] {
        let script = format!("prefer {likes}\ngo question/4.1/sections\n{script}");
        let state = in_full(&script);
        let Route::Question { item, .. } = state.route else { panic!("{script}") };
        assert_eq!(&*state.pack.items[item].id, then_at, "{script}");
    }
    let asks = |script: &str| effects(&in_full(&format!("prefer one go-on\n{script}")));
    told(asks("point 4.1"), "moment 4.1");
    told(asks("4.1 = 2\npoint 4.1"), "");
    let last = in_full("prefer one go-on\ngo question/A.8.25/sections\nA.8.25 = 2\nmoment A.8.25");
    assert_eq!(place(&last), "question/A.8.25/sections");
    let reason = "prefer one go-on\ngo question/A.5.1/sections\nA.5.1 = -\nmoment A.5.1";
    assert_eq!(place(&in_full(reason)), "question/A.5.1/sections", "a reason is still to come");
}

#[test]
fn the_menu_closes_when_a_place_is_entered() {
    assert!(in_full("menu open").menu);
    assert!(in_full("menu open\nundo").menu);
    assert!(!in_full("menu open\nmenu close").menu);
    assert!(!in_full("menu open\ngo search").menu);
}
