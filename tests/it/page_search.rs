//! The page of the search.

use crate::drawn::{acts, control, elements, find, page, text, works, Element, Node};
use crate::make;
use crate::script::{effects, in_full, item, then, today, InputValue, Played};
use plumbline::app::State;
use plumbline::model::pack::Kind;
use plumbline::rules::search::{Filter, Wanted};

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
    let state = in_full("go search");
    let mut all = state.clone();
    for (id, entered, filter) in [
        ("search-words", "fire door", Filter { words: "fire door".into(), ..any() }),
        ("search-wanted", "dont-know", Filter { wanted: Some(Wanted::DontKnow), ..any() }),
        ("search-kind", "control", Filter { kind: Some(Kind::Control), ..any() }),
        ("search-section", "2", Filter { section: Some(2), ..any() }),
        ("search-lens", "1 0", Filter { lens: Some((1, 0)), ..any() }),
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
    let state = in_full("go search");
    let fresh = page(&state);
    assert_eq!(held(&fresh), ["", "", "", "", ""]);
    let fields: Vec<&Element> =
        elements(&fresh).into_iter().filter(|field| field.tag == "select").collect();
    assert_eq!(fields.len(), 4);
    for (n, field) in fields.into_iter().enumerate() {
        for entered in field.can_enter() {
            let InputValue::Text(value) = &entered else { panic!("{field:?}") };
            let mut expected = [""; 5];
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
