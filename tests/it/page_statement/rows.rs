//! The rows of a theme: one by one, those in which something is missing, pages.

use super::{act, at, everywhere, focus, leads_on, usable};
use crate::drawn::{acts, elements, find, of_class, page, Element, Node};
use crate::make;
use crate::script::statement::DECIDED;
use crate::script::{in_full, item, pack, then, today, InputValue};
use plumbline::app::State;

/// The identifiers of the rows that a page shows.
fn shown(state: &State) -> Vec<String> {
    let page = page(state);
    let groups = elements(&page).into_iter().filter(|e| e.get("role") == Some("group"));
    groups.map(|group| of_class(&group.children, "id")[0].words()).collect()
}

/// The states in which rows are decided in each way, on the pages that show rows.
fn with_rows() -> Vec<(String, State)> {
    let mut found = everywhere();
    found.retain(|(name, _)| name.starts_with("part") && name.contains('/'));
    found
}

#[test]
fn what_is_used_stays_or_says_what_gets_the_focus() {
    // Where rows are marked, everything is there that can be used.
    for (name, state) in with_rows().into_iter().filter(|(name, _)| name.ends_with("marked")) {
        for used in usable(&page(&state)).into_iter().filter(|used| !leads_on(used)) {
            for entered in used.can_enter() {
                let after = used.used(&state, &entered);
                let stays = usable(&page(&after))
                    .iter()
                    .any(|other| (&other.act, other.get("id")) == (&used.act, used.get("id")));
                let focus = focus(&after);
                assert!(stays || !focus.is_empty(), "{name}: {} {entered:?}", act(used));
            }
        }
    }
}

#[test]
fn a_row_is_a_line_that_opens() {
    let state = at(&in_full(DECIDED), "/A.5");
    let line = |id: &str| {
        let page = page(&state);
        let row = item(&state.pack, id);
        let group = find(&page, "aria-labelledby", &format!("s{row}-title")).clone();
        let outside = of_class(&group.children, "tick")[0].clone();
        assert_eq!(outside.words(), format!("Mark {id}"), "it can be marked without opening it");
        let details = elements(&group.children).into_iter().find(|e| e.tag == "details");
        let details = details.expect("it opens").clone();
        assert_eq!(details.get("open"), None);
        let summary = elements(&details.children)[0].clone();
        assert_eq!(summary.tag, "summary");
        assert!(controls_in(&summary).is_empty(), "what opens it has no control in it");
        summary.words()
    };
    assert_eq!(line("A.5.1"), "A.5.1 Written rules Applies In place Yusuf Does not fit the level");
    assert_eq!(line("A.5.2"), "A.5.2 Watching the news Not decided Whether it applies");
}

/// What can be used or filled in, in an element.
fn controls_in(element: &Element) -> Vec<&Element> {
    usable(&element.children)
}

#[test]
fn the_row_of_a_new_control_is_open_for_its_name() {
    let open = |state: &State| {
        let page = page(state);
        let rows = elements(&page).into_iter().filter(|e| e.tag == "details");
        rows.map(|details| details.get("open").is_some()).collect::<Vec<_>>()
    };
    let one = then(&at(&in_full(""), "/own"), "act own add");
    assert_eq!(open(&one), [true]);
    assert_eq!(open(&then(&one, "act own name 0 | doors")), [true], "while it is typed");
    assert_eq!(open(&then(&one, "act own add")), [false, true]);
    assert_eq!(open(&at(&at(&one, "/A.7"), "/own")), [false]);
}

#[test]
fn the_reason_appears_behind_the_choice_in_the_same_row() {
    let state = at(&in_full(""), "/A.7");
    let row = item(&state.pack, "A.7.1");
    let parts = |state: &State| {
        let page = page(state);
        let group = find(&page, "aria-labelledby", &format!("s{row}-title"));
        let part = |part: &Element| match elements(&part.children)[0] {
            label if label.get("for").is_some() => label.words(),
            _ => part.get("class").unwrap_or(&part.tag).to_owned(),
        };
        let decision = of_class(&group.children, "decision")[0];
        let parts = decision.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(part(element)),
            Node::Text(_) => None,
        });
        parts.collect::<Vec<_>>()
    };
    let choice = "Applicable";
    assert_eq!(parts(&state), ["named", choice, "notes"]);
    let no = then(&state, &format!("act applicable {row} | no"));
    let why = "Why is this control not needed?";
    assert_eq!(parts(&no), ["named", choice, why, "notes"]);
    let yes = then(&state, &format!("act applicable {row} | yes"));
    let status = "Implementation";
    assert_eq!(parts(&yes), ["named", choice, "inclusion", status, "notes", "pair"]);
    let error = |state: &State| find(&page(state), "id", &format!("s{row}-reason-error")).words();
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
    for (name, state) in with_rows() {
        // What is marked is marked in more than one place.
        let used = |used: &&Element| !leads_on(used) && !act(used).starts_with("mark");
        for used in usable(&page(&state)).into_iter().filter(used) {
            for entered in used.can_enter() {
                let chosen = match &entered {
                    InputValue::Text(value) if used.tag == "select" => value.to_string(),
                    InputValue::Tick(ticked) => ticked.to_string(),
                    _ => continue,
                };
                let after = page(&used.used(&state, &entered));
                let same = usable(&after).into_iter().find(|other| other.act == used.act);
                let Some(same) = same else { continue };
                assert_eq!(shown_in(same), chosen, "{name}: {}", act(used));
            }
        }
    }
}

/// What is chosen in a list, or whether something is ticked.
#[track_caller]
fn shown_in(control: &Element) -> String {
    if control.tag != "select" {
        return control.get("checked").is_some().to_string();
    }
    let options = elements(&control.children).into_iter();
    let chosen: Vec<_> = options.filter(|option| option.get("selected").is_some()).collect();
    assert_eq!(chosen.len(), 1, "one is chosen");
    chosen[0].get("value").expect("a value").to_owned()
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
    let current = |state: &State| find(&page(state), "aria-current", "page").words();
    assert_eq!(current(&done), "1 row in which something is missing");
    assert_eq!(current(&at(&done, "/A.7")), "All 2 rows");
}

#[test]
fn a_row_that_is_completed_elsewhere_does_not_stay() {
    let state = at(&in_full(""), "/A.7/missing");
    let row = item(&state.pack, "A.7.1");
    let elsewhere = then(&state, "go question/A.7.1/sections");
    let done =
        format!("act applicable {row} | no\nact reason {row} | We rent no rooms and own none");
    let done = then(&elsewhere, &done);
    assert_eq!(shown(&at(&done, "/A.7/missing")), ["A.7.2"]);
}

#[test]
fn what_the_standard_asks_for_and_good_practice_stand_apart() {
    let state = at(&in_full(DECIDED), "/own");
    let said = |state: &State, class: &str| {
        let notes = find(&page(state), "class", "notes").clone();
        of_class(&notes.children, class)[0].words()
    };
    assert_eq!(
        said(&state, "missing"),
        "Missing, asked for by 6.1.3 d): Why it is included, Whether it is in place"
    );
    let notes = find(&page(&state), "class", "notes").words();
    assert!(notes.ends_with("Owner, Target date"), "{notes}");
    let conflict = said(&at(&state, "/A.5"), "conflict");
    assert!(conflict.starts_with("Stated here: In place. The answer is level 2, Defined."));
}

/// A theme of so many controls, in a new assessment.
fn large(controls: usize) -> State {
    let outline: String = (1..=controls).map(|n| format!("\n  A.{n}")).collect();
    let pack = make::pack(&format!("4 requirement\n  4.1\nA/B control{outline}\nA control\n  B.1"));
    then(&State::new(pack, today()), "begin full\ncreated a").state
}

/// Goes on to the next page of rows.
fn next(state: &State) -> Option<State> {
    let page = page(state);
    let link = usable(&page).into_iter().find(|link| link.words() == "Rows after these")?;
    Some(link.used(state, &InputValue::Nothing).state)
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
    let rows: Vec<_> = fill.page.marked.iter().map(|row| row.word()).collect();
    let fill = then(&fill, "act bulk apply");
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
        let title = find(&page(&at(&state, place)), "id", "page-title").words();
        assert_eq!(title, "Statement of Applicability", "{place}");
    }
}
