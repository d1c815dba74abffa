//! Rows of the statement that are marked: what is entered for all of them, and applied together.

use super::{act, at, controls, focus, usable};
use crate::composed::sample;
use crate::drawn::{acts, control, elements, find, of_class, page, text, Element};
use crate::script::statement::DECIDED;
use crate::script::{in_full, item, then, InputValue, Played};
use plumbline::app::{SoaDraft, State};

/// What is said of the marked rows.
fn said(state: &State) -> String {
    find(&page(state), "id", "bulk-said").words()
}

/// The bar at the lower edge.
fn bar(state: &State) -> Element {
    of_class(&page(state), "bulk")[0].clone()
}

/// The button with these words.
#[track_caller]
fn button(state: &State, words: &str) -> Element {
    let page = page(state);
    let found = controls(&page).into_iter().find(|button| button.words() == words);
    found.unwrap_or_else(|| panic!("no button says {words}")).clone()
}

#[track_caller]
fn press(state: &State, words: &str) -> Played {
    button(state, words).used(state, &InputValue::Nothing)
}

/// Two controls of A.5, one of them with an owner, and a control of one's own.
fn two() -> (State, [usize; 2]) {
    let start = at(&in_full("A.5.2 owner Ann\nact own add"), "/A.5");
    let rows = ["A.5.1", "A.5.2"].map(|id| item(&start.pack, id));
    (start, rows)
}

#[test]
fn the_bar_comes_with_the_first_mark_and_goes_with_the_last() {
    let (start, [one, two]) = two();
    assert_eq!((said(&start), controls(&bar(&start).children).len()), (String::new(), 0));
    let first = then(&start, &format!("act mark {one} | +"));
    assert_eq!(said(&first), "1 marked");
    let both = then(&first, &format!("act mark {two} | +"));
    assert_eq!(said(&both), "2 marked");
    let none = press(&both, "Unmark all");
    assert_eq!(page(&none), page(&start));
    assert_eq!(focus(&none), ["soa-rows"]);
}

#[test]
fn rows_are_marked_together_all_or_those_that_are_undecided() {
    let (start, [one, two]) = two();
    let decided = then(&start, &format!("act applicable {one} | yes"));
    let open = press(&decided, "Mark the undecided row");
    assert_eq!(
        open.page.marked.iter().map(|row| row.word()).collect::<Vec<_>>(),
        [two.to_string()]
    );
    assert_eq!(button(&open, "Mark the undecided row").get("aria-disabled"), Some("true"));
    let all = press(&open, "Mark all 2 rows shown here");
    assert_eq!(said(&all), "2 marked");
    assert_eq!(button(&all, "Mark all 2 rows shown here").get("aria-disabled"), Some("true"));
    // Where all are undecided, one button is enough.
    assert!(!text(&page(&start)).contains("undecided row"));
}

/// The fields of the bar by what they ask for, and what is entered in each.
fn entries() -> [(&'static str, InputValue); 8] {
    let text = |text: &str| InputValue::Text(text.into());
    [
        ("bulk applicable", text("yes")),
        ("bulk inclusion risk", InputValue::Tick(true)),
        ("bulk inclusion law", InputValue::Tick(true)),
        ("bulk inclusion contract", InputValue::Tick(true)),
        ("bulk inclusion practice", InputValue::Tick(true)),
        ("bulk implementation", text("partly")),
        ("bulk owner", text("Eve")),
        ("bulk due", text("2027-01-31")),
    ]
}

#[test]
fn nothing_changes_before_it_is_applied_and_then_no_other_row_does() {
    let (start, [one, two]) = two();
    let first = then(&start, &format!("act mark {one} | +"));
    let both = then(&first, &format!("act mark {two} | +"));
    let asked: Vec<String> = controls(&bar(&both).children)
        .into_iter()
        .filter(|control| control.tag != "button")
        .map(|control| act(control).to_owned())
        .collect();
    let mut expected: Vec<_> = entries().map(|(act, _)| act).into();
    expected.push("bulk done-by");
    assert_eq!(asked, expected);
    for (act, value) in
        entries().into_iter().chain([("bulk done-by", InputValue::Text("us".into()))])
    {
        for (state, marked) in [(&first, vec![one]), (&both, vec![one, two])] {
            let entered = control(&bar(state).children, act).used(state, &value);
            assert_eq!(entered.assessment, state.assessment, "{act} waits");
            let words =
                if marked.len() == 1 { "Apply to 1 control" } else { "Apply to 2 controls" };
            let after = press(&entered, words);
            for row in 0..state.pack.items.len() {
                let changed = after.assessment.get(row) != state.assessment.get(row);
                assert_eq!(changed, marked.contains(&row), "{act}: {row}");
            }
            assert_eq!(after.assessment.own_controls, state.assessment.own_controls, "{act}");
            assert_eq!(then(&after, "undo").assessment, state.assessment, "{act} is one step");
        }
    }
}

/// Two marked rows with something in each field.
fn filled() -> (State, State, [usize; 2]) {
    let (start, rows) = two();
    let mut state = then(&start, &format!("act mark {} {} | +", rows[0], rows[1])).state;
    for (act, value) in entries() {
        state = control(&bar(&state).children, act).used(&state, &value).state;
    }
    (start, state, rows)
}

#[test]
fn all_that_was_entered_is_one_step_and_can_be_taken_back_where_it_was_said() {
    let (start, state, rows) = filled();
    let applied = press(&state, "Apply to 2 controls");
    assert_eq!(said(&applied), "2 controls changed");
    assert_eq!(focus(&applied), ["bulk-said"], "the fields went, and the focus with them");
    assert!(applied.page.marked.is_empty());
    for row in rows {
        let answer = applied.assessment.get(row).expect("an answer");
        assert_eq!((&*answer.owner, answer.inclusion.len(), answer.applicable), ("Eve", 4, true));
        assert_eq!(answer.due.expect("a day").to_string(), "2027-01-31");
    }
    let undone = press(&applied, "Undo");
    assert_eq!(undone.assessment.get(rows[1]), start.assessment.get(rows[1]));
    assert_eq!(undone.assessment.get(rows[0]), None);
    assert_eq!(focus(&undone), ["soa-rows"]);
    assert_eq!(said(&undone), "", "nothing is there any more to take back");
    // Undo would take something else back.
    let later = then(&applied, "act own add");
    assert_eq!(said(&later), "");
    assert!(!acts(&bar(&later).children).iter().any(|act| act.starts_with("Undo")));
}

#[test]
fn fields_keep_what_was_entered_until_it_is_applied_or_the_page_is_left() {
    let (start, state, [one, _]) = filled();
    let value = |state: &State, id: &str| {
        find(&bar(state).children, "id", id).get("value").unwrap_or_default().to_owned()
    };
    let redrawn = then(&state, &format!("act how {one} | Here"));
    assert_eq!(value(&redrawn, "bulk-owner"), "Eve");
    assert_eq!(value(&redrawn, "bulk-due"), "2027-01-31");
    let mark = format!("act mark {one} | +");
    let applied = press(&state, "Apply to 2 controls").state;
    for after in [applied, at(&at(&state, "/A.7"), "/A.5"), press(&state, "Unmark all").state] {
        let again = then(&after, &mark);
        assert_eq!(value(&again, "bulk-owner"), "");
        assert_eq!(value(&again, "bulk-due"), "");
        let apply = button(&again, "Apply to 1 control");
        assert_eq!(apply.get("aria-disabled"), Some("true"), "there is nothing to apply");
        assert_eq!(apply.used(&again, &InputValue::Nothing).assessment, after.assessment);
    }
    assert!(start.draft().is_none());
}

#[test]
fn a_part_of_a_date_goes_with_its_field() {
    let (start, [one, _]) = two();
    let mark = format!("act mark {one} | +");
    let state = then(&start, &mark);
    let field = find(&bar(&state).children, "id", SoaDraft::DUE).date.clone().expect("a field");
    let typed: Played = state.reduce(field.used(None, plumbline::app::DateAct::Type)).into();
    let wrong = |state: &State| {
        find(&bar(state).children, "id", SoaDraft::DUE).get("aria-invalid").is_some()
    };
    assert!(wrong(&typed));
    assert!(!wrong(&then(&press(&typed, "Unmark all"), &mark)));
}

#[test]
fn what_is_left_empty_leaves_the_rows_as_they_are() {
    let (start, [one, two]) = two();
    let both = then(&start, &format!("A.5.1 due 2026-12-01\nact mark {one} {two} | +"));
    for (script, changed) in [
        ("act bulk inclusion law | +", "2 controls changed"),
        ("act bulk owner | Ann", "1 control changed"),
        ("act bulk due | 2026-12-01", "1 control changed"),
    ] {
        let after = then(&both, &format!("{script}\nact bulk apply"));
        assert_eq!(said(&after), changed, "{script}");
        let due = after.assessment.get(one).and_then(|answer| answer.due);
        assert_eq!(due, both.assessment.get(one).and_then(|answer| answer.due), "{script}");
    }
    for script in ["act bulk owner |  ", "act bulk owner | E\nact bulk owner |"] {
        let after = then(&both, &format!("{script}\nact bulk apply"));
        assert_eq!((said(&after), &after.assessment), ("2 marked".into(), &both.assessment));
    }
}

#[test]
fn rows_are_left_out_together_for_a_shared_reason() {
    let start = at(&in_full(""), "/A.7");
    let [one, two] = ["A.7.1", "A.7.2"].map(|id| item(&start.pack, id));
    let out = then(
        &start,
        &format!("act mark {one} {two} | +\nact bulk owner | Eve\nact bulk applicable | no"),
    );
    assert!(acts(&bar(&out).children).contains(&"bulk reason".to_owned()));
    assert!(!acts(&bar(&out).children).contains(&"bulk owner".to_owned()), "it needs no owner");
    let wrong = |state: &State| find(&page(state), "id", "bulk-reason-error").words();
    assert_eq!(wrong(&out), "", "nothing is typed yet");
    let vague = then(&out, "act bulk reason | not relevant");
    assert!(wrong(&vague).contains("any of them"), "{}", wrong(&vague));
    let fits = then(&out, "act bulk reason | We rent no rooms and own none");
    assert_eq!(wrong(&fits), "");
    let done = press(&fits, "Apply to 2 controls");
    assert_eq!(said(&done), "2 controls changed");
    for row in [one, two] {
        let page = page(&done);
        assert!(find(&page, "aria-labelledby", &format!("s{row}-title"))
            .words()
            .contains("Left out"));
        assert_eq!(&*done.assessment.get(row).expect("an answer").owner, "", "it was not shown");
    }
    assert_eq!(then(&done, "undo").assessment, start.assessment);
}

#[test]
fn facts_are_offered_that_take_each_marked_control_away() {
    let start = at(&sample("halfway"), "/A.8");
    let out = |ids: &[&str]| {
        let rows: Vec<String> = ids.iter().map(|id| item(&start.pack, id).to_string()).collect();
        let mark = format!("act mark {} | +\nact bulk applicable | no", rows.join(" "));
        then(&start, &mark).state
    };
    let facts = |state: &State| {
        let bar = bar(state);
        let lists = of_class(&bar.children, "facts").into_iter();
        lists
            .flat_map(|list| elements(&list.children))
            .filter(|e| e.tag == "button")
            .cloned()
            .collect::<Vec<_>>()
    };
    let programming = out(&["A.8.25", "A.8.28"]);
    let offered = facts(&programming);
    assert!(!offered.is_empty());
    let taken = offered[0].used(&programming, &InputValue::Nothing);
    let reason = find(&page(&taken), "id", "bulk-reason").words();
    assert_eq!(reason, offered[0].words());
    assert_eq!(facts(&taken)[0].get("aria-disabled"), Some("true"), "it is taken");
    let wrong = |state: &State| find(&page(state), "id", "bulk-reason-error").words();
    assert_eq!(wrong(&taken), "");
    // Nobody does without copies.
    let mixed = out(&["A.8.28", "A.8.13"]);
    assert!(facts(&mixed).is_empty());
    let mixed = then(&mixed, &format!("act bulk reason | {reason}"));
    assert!(wrong(&mixed).contains("for A.8.13."), "{}", wrong(&mixed));
}

#[test]
fn a_control_that_is_left_out_does_not_get_what_only_others_have() {
    let state = at(&in_full(DECIDED), "/A.7");
    let [one, two] = ["A.7.1", "A.7.2"].map(|id| item(&state.pack, id));
    let mark =
        format!("act mark {one} {two} | +\nact bulk inclusion law | +\nact bulk done-by | us");
    let as_is = then(&state, &format!("{mark}\nact bulk apply"));
    assert_eq!((said(&as_is), &as_is.assessment), ("0 controls changed".into(), &state.assessment));
    assert!(acts(&bar(&as_is).children).is_empty(), "there is nothing to take back");
    let included = then(&state, &format!("{mark}\nact bulk applicable | yes\nact bulk apply"));
    assert_eq!(said(&included), "2 controls changed");
}

#[test]
fn controls_of_ones_own_are_changed_together_too() {
    let state = at(&in_full("act own add\nact own add"), "/own");
    let owners = |state: &State| {
        let own = state.assessment.own_controls.iter();
        own.map(|own| own.answer.owner.to_string()).collect::<Vec<_>>()
    };
    let both = then(&state, "act mark o0 o1 | +\nact bulk owner | E\nact bulk owner | Ev");
    assert_eq!(owners(&both), ["", ""]);
    let both = then(&both, "act bulk apply");
    assert_eq!(owners(&both), ["Ev", "Ev"]);
    let then_one = then(&both, "act owner o1 | Eve\nact owner o1 | Eve and Al\nundo");
    assert_eq!(owners(&then_one), ["Ev", "Ev"], "typing in one field is one step");
    assert_eq!(owners(&then(&then_one, "undo")), ["", ""]);
}

#[test]
fn on_a_narrow_screen_the_fields_are_folded() {
    let (start, [one, _]) = two();
    let wide = then(&start, &format!("act mark {one} | +"));
    let folded = |state: &State| {
        let bar = bar(state);
        let details = elements(&bar.children).into_iter().find(|e| e.tag == "details").cloned();
        details.map(|details| usable(&details.children).len())
    };
    assert_eq!(folded(&wide), None);
    let narrow = then(&wide, "narrow");
    assert_eq!(folded(&narrow), Some(9));
    assert_eq!(usable(&bar(&narrow).children).len(), usable(&bar(&wide).children).len());
    assert_eq!(button(&narrow, "Unmark all"), button(&wide, "Unmark all"), "they stay");
}
