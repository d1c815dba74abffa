//! Trying levels: what is said to change, and that nothing does before it is kept.

use crate::any::{for_any, given, outline, CASES};
use crate::drawn::{acts, attribute, control, elements, of_class, page, works, Element, Node};
use crate::make;
use crate::script::{effects, in_full, item, pack, said, then, today, told, InputValue};
use plumbline::app::{Action, Event, PageEdit, State};
use plumbline::model::assessment::{Assessment, Level, Mode};
use plumbline::save;
use proptest::bool;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::{select, Index};

/// What stands in the elements with this class.
fn words_of(page: &[Node], class: &str) -> Vec<String> {
    of_class(page, class).into_iter().map(Element::words).collect()
}

/// The items that can be tried in a list of the page.
fn trials(state: &State, list: &str) -> Vec<usize> {
    let page = page(state);
    let ids = elements(&page).into_iter().filter_map(|element| attribute(element, "id"));
    let start = format!("try-{list}-");
    ids.filter_map(|id| id.strip_prefix(&start)?.parse().ok()).collect()
}

/// The sentence on the page after a script.
fn lead(script: &str) -> String {
    let state = in_full(&format!("{script}\ngo result/what-if"));
    let page = page(&state);
    works(&page);
    words_of(&page, "lead").join("")
}

/// What the page offers to try, of the list in front.
fn offered(state: &State) -> Vec<String> {
    let items = trials(state, "first").into_iter();
    items.map(|item| state.pack.items[item].id.to_string()).collect()
}

#[test]
fn the_sentence_says_how_it_is_and_then_how_it_would_be() {
    const HERE: &str = "4.1 = 2\n4.3 = 1\n5.2 = 0";
    assert_eq!(
        lead(HERE),
        "Not ready for Stage 1. Likely majors: 2. Likely minors: 1. Observations: 0. \
         Overall: 9\u{2013}85 %."
    );
    let raised = lead(&format!("{HERE}\nact try 2 | 2"));
    assert!(raised.contains("Stage 2 would stop at 1 thing."), "{raised}");
    assert!(raised.contains("1 of 2 likely majors would be closed."), "{raised}");
    assert!(raised.contains("would become"), "{raised}");
    let lowered = lead(&format!("{HERE}\nact try 2 | 0"));
    assert!(lowered.contains("Both stages would stay as they are."), "{lowered}");
    assert!(lowered.contains("0 of 2 likely majors would be closed."), "{lowered}");
    let new = lead("4.3 = 3\nact try 2 | 1");
    assert!(new.contains("1 likely major would be new."), "{new}");
    // A gate that rises to level 2 is no major any more, and still a minor.
    assert!(raised.contains("1 likely minor would be new."), "{raised}");
}

#[test]
fn what_stops_a_stage_is_offered_before_the_largest_gaps_and_each_item_once() {
    let state = in_full("4.1 = 2\n5.3 = 2\n4.3 = 1\n5.2 = 0\nA.5.2 = 1\ngo result/what-if");
    assert_eq!(offered(&state), ["4.3", "5.2", "4.1", "A.5.2", "5.3"]);
    assert_eq!(offered(&in_full("go result/what-if")), Vec::<String>::new());
}

#[test]
fn twenty_items_are_offered_at_most() {
    let outline: String = (0..30).map(|n| format!(" i{n}\n")).collect();
    let pack = make::pack(&format!("4 requirement\n{outline}"));
    for (levels, expected) in [(19, 19), (20, 20), (21, 20), (30, 20)] {
        let mut state = then(&State::new(pack.clone(), today()), "begin full");
        for n in 0..levels {
            state = then(&state, &format!("i{n} = 2"));
        }
        assert_eq!(offered(&then(&state, "go result/what-if")).len(), expected, "{levels}");
    }
}

#[test]
fn every_item_that_is_asked_can_be_tried() {
    for (mode, expected) in [("full", 15), ("quick", 6)] {
        let state = in_full(&format!("mode {mode}\ngo result/what-if"));
        assert_eq!(trials(&state, "all").len(), expected, "{mode}");
    }
}

#[test]
fn a_large_questionnaire_is_shown_in_parts_that_leave_nothing_out() {
    for (items, parts) in [(200, 0), (201, 2), (401, 3)] {
        let outline: String = (0..items).map(|n| format!(" i{n}\n")).collect();
        let pack = make::pack(&format!("4 requirement\n{outline}"));
        let state = then(&State::new(pack, today()), "begin full\ngo result/what-if");
        let mut all = trials(&state, "all");
        for part in 0..parts {
            let there = then(&state, &format!("go result/what-if/0-{part}"));
            works(&page(&there));
            let shown = trials(&there, "all");
            assert!(shown.len() <= 200);
            all.extend(shown);
        }
        assert_eq!(all, (0..items).collect::<Vec<_>>());
    }
}

#[test]
fn what_is_tried_is_chosen_and_marked_and_changes_nothing_that_is_saved() {
    let state = in_full("4.3 = 1\n5.2 = 0\ngo result/what-if");
    let tried = then(&state, "act try 2 | 3");
    told(effects(&tried), "");
    assert_eq!(tried.assessment, state.assessment);
    let tried_in =
        |page: &[Node]| words_of(page, "mark").into_iter().filter(|mark| mark == "tried").count();
    assert_eq!(tried_in(&page(&state)), 0);
    // In front and in its section.
    let shown = page(&tried);
    assert_eq!(tried_in(&shown), 2);
    let lists = elements(&shown).into_iter();
    let lists = lists.filter(|e| e.tag == "select" && e.act.as_deref() == Some("try 2"));
    let chosen: Vec<&str> = lists
        .flat_map(|list| elements(&list.children))
        .filter(|option| attribute(option, "selected").is_some())
        .filter_map(|option| attribute(option, "value"))
        .collect();
    assert_eq!(chosen, ["3", "3"]);
    for address in ["stages", "findings", "figure/overall", "milestones"] {
        let [before, after] =
            [&state, &tried].map(|state| page(&then(state, &format!("go result/{address}"))));
        assert_eq!(before, after, "{address} shows the real answers");
    }
}

#[test]
fn the_result_says_that_something_is_tried_and_leads_back() {
    let asks = |state: &State| {
        // The list of pages has a link of its own.
        acts(&page(state)).iter().filter(|act| *act == "go result/what-if").count()
    };
    assert_eq!(asks(&in_full("4.3 = 1\ngo result")), 1);
    assert_eq!(asks(&in_full("4.3 = 1\nact try 2 | 3\ngo result")), 2);
    // To try what is so already is to try nothing, also when it became so later.
    assert_eq!(asks(&in_full("4.3 = 1\nact try 2 | 1\ngo result")), 1);
    assert_eq!(asks(&in_full("4.3 = 1\nact try 2 | 3\n4.3 = 3\ngo result")), 1);
}

#[test]
fn keeping_is_one_step_and_discarding_leaves_everything() {
    let state = in_full("4.3 = 1\n5.2 = 0\n5.2 note Ask\ngo result/what-if");
    let tried = then(&state, "act try 2 | 3\nact try 4 | 2\nact try 0 | 1");
    let kept = then(&tried, "act keep #page-title");
    told(effects(&kept), "save 4.1 4.3 5.2\nfocus page-title");
    assert_eq!(said(&kept), "4.1 = 1\n4.3 = 3\n5.2 = 2 note Ask");
    assert_eq!(kept.page.tried, []);
    assert_eq!(said(&then(&kept, "undo")), said(&state));
    let discarded = then(&tried, "act discard #page-title");
    told(effects(&discarded), "focus page-title");
    assert_eq!(discarded.assessment, state.assessment);
    assert_eq!(discarded.page.tried, []);
}

#[test]
fn where_nothing_can_be_changed_levels_can_be_tried_and_not_kept() {
    let state = in_full("4.3 = 1\nelsewhere b\ngo result/what-if\nact try 2 | 3");
    let page = page(&state);
    works(&page);
    let disabled = |act: &str| attribute(control(&page, act), "disabled").is_some();
    assert!(disabled("keep #page-title"));
    assert!(!disabled("discard #page-title"));
    let after = then(&state, "act keep #page-title");
    assert_eq!(after.assessment, state.assessment);
    assert_eq!(after.page.tried, state.page.tried, "nothing is lost");
}

#[test]
fn a_whole_set_is_tried_at_once_and_taken_back() {
    let state = in_full("4.3 = 1\n5.2 = 0\ngo result/what-if");
    let set = |state: &State, n: usize| {
        let page = page(state);
        let mut sets = elements(&page).into_iter().filter(|e| e.get("aria-pressed").is_some());
        sets.nth(n).expect("a set").clone()
    };
    let pressed = |state: &State| [0, 1].map(|n| set(state, n).get("aria-pressed") == Some("true"));
    let use_it = |state: &State, n| set(state, n).used(state, &InputValue::Nothing);
    // Stage 1 asks for 4.3 alone, Stage 2 for both.
    let asks = [(vec![2], Level::DEFINED), (vec![2, 4], Level::OPERATING)];
    for (n, (items, to)) in asks.into_iter().enumerate() {
        let action = Action::Page(PageEdit::Try(items, Some(to)));
        assert_eq!(set(&state, n).action(&InputValue::Nothing), action);
    }
    assert_eq!(pressed(&state), [false, false]);
    let first = use_it(&state, 0);
    assert_eq!(pressed(&first), [true, false]);
    let both = use_it(&first, 1);
    assert_eq!(pressed(&both), [true, true]);
    assert_eq!(said(&then(&both, "act keep #page-title")), "4.3 = 3\n5.2 = 3");
    let back = use_it(&both, 1);
    assert_eq!(back.page.tried, []);
    // What is tried higher is not lowered.
    let higher = use_it(&then(&state, "act try 2 | 4"), 1);
    assert_eq!(said(&then(&higher, "act keep #page-title")), "4.3 = 4\n5.2 = 3");
}

#[test]
fn a_level_for_an_item_that_is_not_there_tries_nothing() {
    let beyond = then(&in_full("4.3 = 1"), "act try-all 2 999\ngo result/what-if");
    let page = page(&beyond);
    assert!(of_class(&page, "tried").is_empty());
    assert!(!acts(&page).contains(&"keep #page-title".to_owned()));
    assert_eq!(then(&beyond, "act keep #page-title").assessment.get(999), None);
}

/// A state with these answers that this widget writes.
fn holding(pack: std::rc::Rc<plumbline::model::pack::Pack>, assessment: &Assessment) -> State {
    let restored = save::restore(&save::save(&pack, assessment), &pack);
    State::new(pack, today()).receive(Event::FileRead { restored, sample: false }).0
}

#[test]
fn whatever_is_tried_and_kept_one_undo_gives_the_answers_of_before() {
    // A level, for one item or for two at once.
    let to = select(&["-", "0", "1", "2", "3", "4"][..]);
    let tries = vec((any::<(Index, Index)>(), to, bool::ANY), 0..12);
    for_any(CASES, (outline(), given(), tries), |(outline, given, tries)| {
        let pack = outline.pack();
        let mut assessment = given.to(&pack);
        assessment.mode = Mode::Full;
        let state = holding(pack.clone(), &assessment);
        let mut tried = then(&state, "");
        for ((one, other), to, alone) in tries {
            let [one, other] = [one, other].map(|item| item.index(pack.items.len()));
            let line = match alone {
                true => format!("act try {one} | {to}"),
                false => format!("act try-all {to} {one} {other}"),
            };
            tried = then(&tried, &line);
        }
        assert_eq!(tried.assessment, state.assessment);
        let n = tried.page.tried.len();
        assert!(tried.page.tried.is_sorted_by(|a, b| a.0 < b.0), "each item once, in order");
        let kept = then(&tried, "act keep #page-title");
        let changed =
            (0..pack.items.len()).filter(|i| kept.assessment.get(*i) != state.assessment.get(*i));
        assert_eq!(changed.count(), n, "what is tried differs");
        assert_eq!(kept.history.can_undo(), n > 0);
        for item in 0..pack.items.len() {
            assert_eq!(then(&kept, "undo").assessment.get(item), state.assessment.get(item));
        }
    });
}

#[test]
fn the_pages_of_the_tests_have_the_items_that_these_tests_name() {
    let pack = pack();
    for (n, id) in [(0, "4.1"), (1, "4.2"), (2, "4.3"), (3, "5.1"), (4, "5.2"), (10, "A.5.1")] {
        assert_eq!(item(&pack, id), n);
    }
}
