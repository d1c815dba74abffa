//! The page of the search.

use crate::drawn::{acts, control, elements, find, page, text, works, Element, Node};
use crate::make;
use crate::script::{effects, in_full, item, then, today, InputValue, Played};
use plumbline::app::State;
use plumbline::model::pack::Kind;
use plumbline::rules::search::{Filter, Owner, Wanted};

/// The state after something was typed or chosen in the field with this identifier.
#[track_caller]
fn used(state: &State, id: &str, entered: &str) -> Played {
    find(&page(state), "id", id).used(state, &InputValue::Text(entered.into()))
}

fn any() -> Filter {
    Filter::default()
}

#[test]
fn what_is_typed_and_chosen_makes_the_filter() {
    let state = in_full("4.1 owner Zoë\ngo search");
    let mut all = state.clone();
    for (id, entered, filter) in [
        ("search-words", "fire door", Filter { words: "fire door".into(), ..any() }),
        ("search-wanted", "dont-know", Filter { wanted: Some(Wanted::DontKnow), ..any() }),
        ("search-kind", "control", Filter { kind: Some(Kind::Control), ..any() }),
        ("search-section", "2", Filter { section: Some(2), ..any() }),
        ("search-lens", "1 0", Filter { lens: Some((1, 0)), ..any() }),
        ("search-owner", "nobody", Filter { owner: Some(Owner::Nobody), ..any() }),
        ("search-owner", "of Zoë", Filter { owner: Some(Owner::Of("Zoë".into())), ..any() }),
    ] {
        assert_eq!(used(&state, id, entered).page.filter, filter, "{id}");
        assert_eq!(used(&used(&state, id, entered), id, "").page.filter, any(), "{id}");
        all = used(&all, id, entered);
    }
    let filter = Filter {
        words: "fire door".into(),
        wanted: Some(Wanted::DontKnow),
        kind: Some(Kind::Control),
        section: Some(2),
        lens: Some((1, 0)),
        owner: Some(Owner::Of("Zoë".into())),
    };
    assert_eq!(all.page.filter, filter);
    let without = Filter { kind: None, ..filter };
    assert_eq!(used(&all, "search-kind", "").page.filter, without, "the others stay");
}

/// What the fields hold, in the order in which they stand.
fn held(nodes: &[Node]) -> Vec<&str> {
    let fields = elements(nodes).into_iter().filter_map(|field| match &*field.tag {
        "input" => field.get("value"),
        "select" => {
            let options = elements(&field.children);
            let mut chosen = options.into_iter().filter(|option| option.get("selected").is_some());
            let first = chosen.next().and_then(|option| option.get("value"));
            assert!(chosen.next().is_none(), "{field:?} holds two");
            first
        }
        _ => None,
    });
    fields.collect()
}

#[test]
fn each_choice_is_held_by_its_field() {
    let state = in_full("4.1 owner Zoë\ngo search");
    let fresh = page(&state);
    assert_eq!(held(&fresh), [""; 6]);
    let fields: Vec<&Element> =
        elements(&fresh).into_iter().filter(|field| field.tag == "select").collect();
    assert_eq!(fields.len(), 5);
    for (n, field) in fields.into_iter().enumerate() {
        for entered in field.can_enter() {
            let InputValue::Text(value) = &entered else { panic!("{field:?}") };
            let mut expected = [""; 6];
            expected[n + 1] = value;
            let nodes = page(&field.used(&state, &entered));
            assert_eq!(held(&nodes), expected);
            works(&nodes);
        }
    }
    assert_eq!(held(&page(&used(&state, "search-words", "fire ")))[0], "fire ", "as it is typed");
}

#[test]
fn showing_all_again_drops_the_filter_and_leads_to_the_words() {
    let state = in_full("go search");
    let clear = "filter #search-words";
    assert!(!acts(&page(&state)).contains(&clear.to_owned()), "there is nothing to drop");
    for (id, entered) in [("search-words", "doors"), ("search-lens", "0 1")] {
        let searched = used(&state, id, entered);
        let all = control(&page(&searched), clear).used(&searched, &InputValue::Nothing);
        assert_eq!(all.page.filter, any());
        assert_eq!(effects(&all), "focus search-words");
        assert_eq!(page(&all), page(&state));
    }
}

#[test]
fn a_hit_leads_to_its_question_and_from_there_back_to_the_search() {
    let state = used(&in_full("A.7.2 = 1\ngo search"), "search-words", "visitors");
    let nodes = page(&state);
    let link = format!("item {} search", item(&state.pack, "A.7.2"));
    let hits = acts(&nodes).into_iter().filter(|act| act.starts_with("item"));
    assert_eq!(hits.collect::<Vec<_>>(), std::slice::from_ref(&link));
    assert!(text(&nodes).contains("1 question found."), "{}", text(&nodes));
    let asked = control(&nodes, &link).used(&state, &InputValue::Nothing);
    assert_eq!(crate::script::place(&asked), "question/A.7.2/search");
}

#[test]
fn more_than_a_hundred_hits_are_counted() {
    for (items, listed, more) in [(100, 100, false), (101, 100, true)] {
        let outline: String = (1..=items).map(|n| format!(" 4.{n}\n")).collect();
        let state = State::new(make::pack(&format!("4 requirement\n{outline}")), today());
        let nodes = page(&then(&state, "begin full\ncreated a\ngo search"));
        let hits = acts(&nodes).into_iter().filter(|act| act.starts_with("item"));
        assert_eq!(hits.count(), listed);
        assert!(text(&nodes).contains(&format!("{items} questions found.")));
        assert_eq!(text(&nodes).contains("And 1 more."), more);
    }
}

/// The hits as they are read, one a line.
fn hits(state: &State) -> Vec<String> {
    let page = page(state);
    let list = find(&page, "class", "hits");
    elements(&list.children).into_iter().filter(|e| e.tag == "li").map(Element::words).collect()
}

/// Three questions of one person, under two spellings, of which one is late.
const OWNED: &str = "
    4.1 owner Zoë
    4.2 = 1
    4.2 owner zoë
    4.2 due 2026-12-01
    4.3 = 2
    4.3 owner Zoë
    4.3 due 2026-11-21
    A.5.1 = 3
    A.5.1 owner Ann
    A.5.1 due 2026-01-01
    go search";

#[test]
fn what_somebody_looks_after_is_listed_by_date_and_says_what_is_late() {
    let state = in_full(OWNED);
    let select = find(&page(&state), "id", "search-owner").clone();
    let names: Vec<_> = elements(&select.children).into_iter().map(Element::words).collect();
    assert_eq!(names, ["Any", "Nobody", "Ann", "Zoë"], "each once, whatever its capitals");
    let theirs = hits(&used(&state, "search-owner", "of Zoë"));
    assert_eq!(
        theirs,
        [
            "4.3 The borders Defined Looked after by Zoë Target date: 21 Nov 2026 Late",
            "4.2 Who expects something Informal Looked after by zoë Target date: 1 Dec 2026",
            "4.1 What surrounds you unanswered Looked after by Zoë",
        ]
    );
    let ann = hits(&used(&state, "search-owner", "of Ann"));
    assert!(ann[0].ends_with("Target date: 1 Jan 2026"), "what is done is not late: {ann:?}");
    let nobody = hits(&used(&state, "search-owner", "nobody"));
    assert_eq!(nobody.len(), 11);
    assert!(nobody.iter().all(|hit| !hit.contains("Looked after")));
}

#[test]
fn a_name_that_is_typed_finds_what_that_person_looks_after() {
    let typed = hits(&used(&in_full(OWNED), "search-words", "zoë"));
    assert_eq!(typed.len(), 3, "{typed:?}");
    assert!(typed[0].starts_with("4.1"), "in the order of the questionnaire");
}

#[test]
fn a_name_among_the_answers_leads_to_what_that_person_looks_after() {
    let state = then(&in_full(OWNED), "go result/answers/owner");
    let nodes = page(&state);
    let links = elements(&nodes).into_iter().filter(|e| e.tag == "button");
    let link = links.into_iter().find(|link| link.words() == "Ann").expect("a link").clone();
    let there = link.used(&state, &InputValue::Nothing);
    assert_eq!(crate::script::place(&there), "search");
    assert_eq!(hits(&there).len(), 1);
    assert_eq!(held(&page(&there))[1], "of Ann");
}
