//! The rows of a theme: one by one, several together, those in which something is missing, pages.

use super::tree::{acts, all, find, page, words, Controls};
use super::{at, everywhere, DECIDED};
use crate::make;
use crate::script::{in_full, item, pack, then, today};
use plumbline::node::{Element, Node};
use plumbline::state::{Action, Entered, State};

/// The keys of what is in an element.
fn keys(element: &Element) -> Vec<Option<String>> {
    let key = |node: &Node| match node {
        Node::Element(element) => element.key.as_deref().map(str::to_owned),
        Node::Text(_) => None,
    };
    element.children.iter().map(key).collect()
}

/// The identifiers of the rows that a page shows, by the boxes that mark them.
fn shown(state: &State) -> Vec<String> {
    let found = all(&page(state)).into_iter().filter(|e| e.get("role").as_deref() == Some("group"));
    let heading = |group: super::tree::Found| {
        let id =
            all(&group.0.children).into_iter().find(|e| e.get("class").as_deref() == Some("id"));
        words(&id.expect("an identifier").node())
    };
    found.map(heading).collect()
}

#[test]
fn parts_that_come_and_go_have_a_key_and_so_have_those_beside_them() {
    for (name, state) in everywhere() {
        for found in all(&page(&state)) {
            let keys = keys(&found.0);
            let keyed = keys.iter().flatten().count();
            assert!(keyed == 0 || keyed == keys.len(), "{name}: {:?} {keys:?}", found.0.tag);
            let mut once: Vec<_> = keys.iter().flatten().collect();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), keyed, "{name}: {keys:?}");
        }
    }
}

#[test]
fn the_reason_appears_behind_the_choice_in_the_same_row() {
    let state = at(&in_full(""), "/A.7");
    let row = item(&state.pack, "A.7.1");
    let parts = |state: &State| {
        let title = format!("s{row}-title");
        let Node::Element(group) = find(&page(state), "aria-labelledby", &title) else { panic!() };
        keys(&group).into_iter().flatten().collect::<Vec<_>>()
    };
    let choice = "column.applicable";
    assert_eq!(parts(&state), ["mark", "name", choice, "notes"]);
    let no = then(&state, &format!("act applicable {row} | no"));
    assert_eq!(parts(&no), ["mark", "name", choice, "reason", "notes"]);
    let yes = then(&state, &format!("act applicable {row} | yes"));
    let status = "column.implementation";
    assert_eq!(parts(&yes), ["mark", "name", choice, "inclusion", status, "notes", "details"]);
    let error = |state: &State| words(&find(&page(state), "id", &format!("s{row}-error")));
    for (reason, wrong) in
        [("not relevant", true), ("no rooms", true), ("We rent no rooms and own none", false)]
    {
        let state = then(&no, &format!("act reason {row} | {reason}"));
        assert_eq!(!error(&state).is_empty(), wrong, "{reason}");
    }
    assert!(!error(&no).is_empty(), "without a reason");
}

#[test]
fn what_is_chosen_in_a_list_or_ticked_is_shown_so_afterwards() {
    let differing = |name: &str| name.starts_with("part") && name.contains('/');
    for (name, state) in everywhere().into_iter().filter(|(name, _)| differing(name)) {
        for control in Controls::of(&page(&state)).into_iter().filter(|c| c.enabled) {
            // What is marked is marked in more than one place.
            if control.act.starts_with("mark") {
                continue;
            }
            for entered in control.can_enter() {
                let after = state.reduce(Action::Act(control.act.clone().into(), entered.clone()));
                let after = Controls::of(&page(&after));
                let Some(same) = after.iter().find(|c| c.act == control.act) else { continue };
                match &entered {
                    Entered::Text(text) if control.tag == "select" => {
                        assert_eq!(same.chosen.as_ref(), Some(text), "{name}: {}", control.act);
                    }
                    Entered::Tick(ticked) => {
                        assert_eq!(same.ticked, *ticked, "{name}: {}", control.act);
                    }
                    _ => (),
                }
            }
        }
    }
}

#[test]
fn marked_rows_change_together_in_one_step_and_no_other_row_does() {
    let start = at(&in_full("A.5.2 owner Ann\nact own add"), "/A.5");
    let [one, two] = ["A.5.1", "A.5.2"].map(|id| item(&start.pack, id));
    let both = then(&start, &format!("act mark {one} {two} | +"));
    let first = then(&start, &format!("act mark {one} | +"));
    let count = |state: &State| words(&find(&page(state), "role", "status"));
    assert_eq!(count(&start), "");
    assert_eq!(count(&first), "1 row is marked");
    assert_eq!(count(&both), "2 rows are marked");
    let bulk = |state: &State| acts(&page(state)).into_iter().filter(|a| a.starts_with("bulk"));
    assert_eq!(bulk(&start).count(), 0);
    let asked: Vec<String> = bulk(&both).collect();
    assert_eq!(
        asked,
        [
            "bulk applicable",
            "bulk implementation",
            "bulk owner",
            "bulk due",
            "bulk inclusion risk",
            "bulk inclusion law",
            "bulk inclusion contract",
            "bulk inclusion practice"
        ]
    );
    for act in asked {
        let value = match &*act {
            "bulk applicable" => "yes",
            "bulk implementation" => "partly",
            "bulk owner" => "Eve",
            "bulk due" => "2027-01-31",
            _ => "+",
        };
        for (state, marked) in [(&first, vec![one]), (&both, vec![one, two])] {
            let after = then(state, &format!("act {act} | {value}"));
            for row in 0..state.pack.items.len() {
                let changed = after.answers.get(row) != state.answers.get(row);
                assert_eq!(changed, marked.contains(&row), "{act}: {row}");
            }
            assert_eq!(after.answers.programme, state.answers.programme, "{act}");
            assert_eq!(then(&after, "undo").answers, state.answers, "{act} is one step");
        }
    }
}

#[test]
fn what_is_typed_for_several_rows_is_taken_back_letter_by_letter() {
    let state = at(&in_full("act own add\nact own add"), "/own");
    let owners = |state: &State| {
        let own = state.answers.programme.own.iter();
        own.map(|own| own.answer.owner.to_string()).collect::<Vec<_>>()
    };
    let both = then(&state, "act mark o0 o1 | +\nact bulk owner | E\nact bulk owner | Ev");
    assert_eq!(owners(&both), ["Ev", "Ev"]);
    assert_eq!(owners(&then(&both, "undo")), ["E", "E"]);
    let then_one = then(&both, "act owner o1 | Eve\nact owner o1 | Eve and Al\nundo");
    assert_eq!(owners(&then_one), ["Ev", "Ev"], "typing in one field is one step");
}

#[test]
fn a_row_that_is_completed_stays_until_the_page_is_left() {
    let state = at(&in_full(""), "/A.7/missing");
    let row = item(&state.pack, "A.7.1");
    assert_eq!(shown(&state), ["A.7.1", "A.7.2"]);
    let done =
        format!("act applicable {row} | no\nact reason {row} | We rent no rooms and own none");
    let done = then(&state, &done);
    assert_eq!(shown(&done), ["A.7.1", "A.7.2"]);
    assert_eq!(shown(&at(&at(&done, "/A.7"), "/A.7/missing")), ["A.7.2"]);
    let current = |state: &State| words(&find(&page(state), "aria-current", "page"));
    assert_eq!(current(&done), "1 row in which something is missing");
    assert_eq!(current(&at(&done, "/A.7")), "All 2 rows");
}

#[test]
fn what_the_standard_asks_for_and_good_practice_stand_apart() {
    let state = at(&in_full(DECIDED), "/own");
    let said = |class: &str| words(&find(&page(&state), "class", class));
    assert_eq!(
        said("missing"),
        "Missing, asked for by 6.1.3 d): Why it is included, Whether it is in place"
    );
    let notes = words(&find(&page(&state), "class", "notes"));
    assert!(notes.ends_with("Owner, Target date"), "{notes}");
    let conflict = words(&find(&page(&at(&state, "/A.5")), "class", "conflict"));
    assert!(conflict.starts_with("Stated here: In place. The answer is level 2, Defined."));
}

/// A theme of so many controls, in a new assessment.
fn large(controls: usize) -> State {
    let outline: String = (1..=controls).map(|n| format!("\n  A.{n}")).collect();
    let pack = make::pack(&format!("4 requirement\n  4.1\nA/B control{outline}\nA control\n  B.1"));
    then(&State::new(pack, today()), "begin full\ncreated a")
}

/// Goes on to the next page of rows.
fn next(state: &State) -> Option<State> {
    let page = page(state);
    let link = all(&page)
        .into_iter()
        .find(|e| words(&e.node()) == "Rows after these" && e.0.act.is_some())?;
    Some(state.reduce(Action::Act(link.0.act?, Entered::Nothing)))
}

#[test]
fn a_long_theme_is_shown_fifty_rows_at_a_time() {
    for (controls, pages) in
        [(49, vec![49]), (50, vec![50]), (51, vec![50, 1]), (120, vec![50, 50, 20])]
    {
        let mut state = Some(at(&large(controls), "/A/B"));
        let (mut sizes, mut seen) = (Vec::new(), Vec::new());
        while let Some(here) = state {
            let rows = shown(&here);
            sizes.push(rows.len());
            seen.extend(rows);
            state = next(&here);
        }
        assert_eq!(sizes, pages, "{controls}");
        let expected: Vec<String> = (1..=controls).map(|n| format!("A.{n}")).collect();
        assert_eq!(seen, expected, "{controls}");
    }
    let state = large(120);
    assert_eq!(shown(&at(&state, "/A")), ["B.1"], "an identifier may have a slash");
    assert_eq!(shown(&at(&state, "/A/B/101")).len(), 20);
    assert_eq!(shown(&at(&state, "/A/B/999")).len(), 50, "behind the end it begins again");
}

#[test]
fn completing_a_page_of_what_is_missing_skips_no_row_of_the_next() {
    let state = at(&large(120), "/A/B/missing");
    let mark = acts(&page(&state)).into_iter().find(|act| act.starts_with("mark ")).expect("rows");
    let fill = format!("act {mark} | +\nact bulk inclusion risk | +\nact bulk implementation | implemented\nact bulk owner | Ann");
    let fill = then(&state, &fill);
    let rows: Vec<_> = fill.desk.marked.iter().map(|row| row.word()).collect();
    let done = rows.iter().map(|row| format!("act how {row} | Here\nact evidence {row} | List\n"));
    let done = then(&fill, &done.collect::<String>());
    assert_eq!(shown(&done).len(), 50, "they stay");
    let after = next(&done).expect("more rows");
    assert_eq!(shown(&after).first().map(String::as_str), Some("A.51"));
    assert_eq!(shown(&after).len(), 50);
    let again = at(&after, "/A/B/missing");
    assert_eq!(shown(&again).first().map(String::as_str), Some("A.51"), "the others are complete");
}

#[test]
fn an_address_without_rows_shows_the_statement() {
    let state = then(&State::new(pack(), today()), "begin full\ncreated a");
    for place in ["", "/4", "/A.9", "/A.5/x", "/A.51", "/own/-1"] {
        let title = words(&find(&page(&at(&state, place)), "id", "page-title"));
        assert_eq!(title, "Statement of Applicability", "{place}");
    }
}
