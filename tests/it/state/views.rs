//! Where a reader can be: addresses, pages, search.

use crate::script::{in_full, item, pack, place, play, then};
use plumbline::pack::Kind;
use plumbline::page::{Filter, Wanted};
use plumbline::state::{Action, Entered, From, State, View};

fn every_view() -> Vec<View> {
    let pack = pack();
    let mut views = vec![
        View::Start,
        View::Standards,
        View::Shelf,
        View::Profile,
        View::Proposals,
        View::Sections,
        View::Search,
        View::Check,
        View::result(),
        View::Report("plan".into()),
        View::Report("figure/section/A.5".into()),
    ];
    for from in [From::Sections, From::Search, From::Check, From::Result] {
        views.extend((0..pack.items.len()).map(|item| View::Question { item, from }));
    }
    views
}

#[test]
fn every_view_has_an_address_of_its_own_that_leads_back_to_it() {
    let pack = pack();
    let mut addresses = std::collections::BTreeSet::new();
    for view in every_view() {
        let address = view.address(&pack);
        assert_eq!(View::parse(&address, &pack), Some(view.clone()), "{address}");
        assert!(addresses.insert(address.clone()), "{address} is used twice");
    }
}

#[test]
fn identifiers_with_slashes_have_addresses_too() {
    let text = crate::script::PACK.replace("\"A.8.25\"", "\"A.8/search\"");
    let (pack, problems) = plumbline::pack::parse(&text);
    assert_eq!(problems, []);
    let view = View::Question { item: pack.find("A.8/search").expect("it"), from: From::Check };
    assert_eq!(View::parse(&view.address(&pack), &pack), Some(view));
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
        assert_eq!(View::parse(address, &pack), None, "{address}");
    }
}

fn pages(state: &State) -> Vec<String> {
    let mut pages = Vec::new();
    let mut next = state.answers.asked(&state.pack).next();
    while let Some(first) = next {
        let ids = state.page(first).into_iter().map(|i| state.pack.items[i].id.to_string());
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
    assert_eq!(pages(&in_full("mode quick")), ["4.1 4.3", "5.1 5.6", "A.5.1", "A.7.1"]);
    assert_eq!(pages(&in_full("page one")).len(), 15);
    assert_eq!(pages(&in_full("page one\nmode quick")).len(), 6);
    assert_eq!(pages(&in_full("page one\npage few")), all);
}

#[test]
fn going_back_visits_the_same_pages_as_going_on() {
    for script in ["", "mode quick", "page one", "page one\nmode quick"] {
        let state = in_full(script);
        let mut firsts: Vec<_> = state.answers.asked(&state.pack).take(1).collect();
        while let Some(next) = state.after(firsts[firsts.len() - 1]) {
            firsts.push(next);
        }
        for pair in firsts.windows(2) {
            let on_page = state.page(pair[1]);
            assert!(on_page.iter().all(|item| state.before(*item) == Some(pair[0])), "{script}");
            assert!(state.page(pair[0]).iter().all(|item| state.after(*item) == Some(pair[1])));
        }
        assert_eq!(state.before(firsts[0]), None);
    }
}

#[test]
fn a_question_that_the_quick_check_leaves_out_stands_alone() {
    let state = in_full("mode quick\ngo question/5.3/search");
    let id = |item: Option<usize>| item.map(|item| &*state.pack.items[item].id);
    let here = item(&state.pack, "5.3");
    assert_eq!(state.page(here), [here]);
    assert_eq!((id(state.before(here)), id(state.after(here))), (Some("5.1"), Some("5.6")));
}

/// The items that a search finds after a script.
#[track_caller]
fn found(script: &str, filter: Filter) -> String {
    let state = in_full(script);
    let found = filter.found(&state.pack, &state.answers, str::to_lowercase);
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
                   A.7.1 = - We rent no rooms\nA.7.2 = -";
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
    let state = used(&in_full(""), "filter words", "doors");
    let back = then(&state, "go question/A.7.1/search\nA.7.1 = 1\ngo search");
    assert_eq!(&*Filter::of(&back.desk.filter).words, "doors");
    for other in ["begin full", "opened b"] {
        assert!(then(&back, other).desk.filter.is_empty(), "{other}");
    }
}

/// The state after something was typed or chosen.
fn used(state: &State, words: &str, entered: &str) -> State {
    state.reduce(Action::Act(words.into(), Entered::Text(entered.into())))
}

#[test]
fn what_is_typed_and_chosen_makes_the_filter() {
    let mut state = in_full("");
    for (field, value) in [
        ("words", "fire door"),
        ("wanted", "dont-know"),
        ("kind", "control"),
        ("section", "2"),
        ("lens", "1 0"),
    ] {
        state = used(&state, &format!("filter {field}"), value);
    }
    let filter = Filter {
        words: "fire door".into(),
        wanted: Some(Wanted::DontKnow),
        kind: Some(Kind::Control),
        section: Some(2),
        lens: Some((1, 0)),
    };
    assert_eq!(Filter::of(&state.desk.filter), filter);
    let any = used(&state, "filter kind", "");
    assert_eq!(Filter::of(&any.desk.filter), Filter { kind: None, ..filter });
    let all = used(&any, "filter-nothing", "");
    assert_eq!(Filter::of(&all.desk.filter), Filter::default());
    let unknown = used(&used(&all, "filter section", "x"), "filter lens", "1");
    assert_eq!(Filter::of(&unknown.desk.filter), Filter::default());
}

#[test]
fn the_history_of_the_browser_shows_a_view_and_asks_for_nothing() {
    let state = in_full("go result\nask b\nshow check");
    assert_eq!(place(&state), "check");
    assert_eq!(state.asking, None, "a question belongs to the view where it was asked");
    assert_eq!(crate::script::commands(&state), "");
    assert_eq!(place(&play("show result")), "result");
}
