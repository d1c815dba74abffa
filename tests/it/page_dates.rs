//! Days that are typed: what is stored, what is asked, and what one undo takes back.

use crate::drawn::{self, elements, find, text};
use crate::script::{in_full, then};
use plumbline::app::{Action, AnswerEdit, DateAct, DateField, Event, SoaRowId, State};
use plumbline::model::date::Date;

const ID: &str = "plan-start";

/// The plan, with the field for the day on which it begins.
fn plan(script: &str) -> State {
    then(&in_full(&format!("4.1 = 0\n{script}")), "go result/plan").state
}

fn field(state: &State) -> DateField {
    *find(&drawn::page(state), "id", ID).date.clone().expect("a field for a day")
}

fn shown(state: &State) -> String {
    find(&drawn::page(state), "id", ID).get("value").unwrap_or_default().to_owned()
}

fn said(state: &State) -> String {
    find(&drawn::page(state), "id", "plan-start-said").words()
}

fn stored(state: &State) -> Option<String> {
    state.assessment.plan_settings.start.map(|day| day.to_string())
}

/// What a browser gives, key by key; `-` where the field shows a part of a date alone.
fn typed(state: &State, values: &str) -> State {
    values.split(' ').fold(state.clone(), |state, value| {
        let value = (value != "-").then(|| value.trim_matches('\'').into());
        state.reduce(field(&state).used(value, DateAct::Type)).0
    })
}

fn left(state: &State) -> State {
    let shown = shown(state);
    let part = shown.is_empty() && !state.page.dates.is_empty();
    let value = (!part).then(|| shown.into());
    state.reduce(field(state).used(value, DateAct::Leave)).0
}

fn in_words(day: &str) -> String {
    crate::support::day(Date::parse(day).expect("a day"))
}

fn pressed(state: &State, words: &str) -> State {
    let page = drawn::page(state);
    let button = elements(&page).into_iter().find(|e| e.tag == "button" && e.words() == words);
    let button = button.unwrap_or_else(|| panic!("no button {words}: {}", text(&page)));
    button.used(state, &crate::script::acts::InputValue::Nothing).state
}

/// On the way to 2026 in Chromium, over a day that is stored, and from nothing.
const KEYS: &str = "- 0002-11-30 0020-11-30 0202-11-30 2026-11-30";

#[test]
fn no_year_on_the_way_to_another_is_stored() {
    for start in ["", "act start | 2026-12-01"] {
        let mut state = plan(start);
        let before = stored(&state);
        for key in KEYS.split(' ').take(4) {
            state = typed(&state, key);
            assert_eq!(stored(&state), before, "{key}");
            let value = if key == "-" { "" } else { key };
            assert_eq!(shown(&state), value, "what is typed is not wiped out");
            assert!(said(&state).starts_with("This is not a whole date yet."), "{key}");
        }
        state = typed(&state, "2026-11-30");
        assert_eq!(stored(&state).as_deref(), Some("2026-11-30"));
        assert_eq!(said(&state), "");
    }
}

#[test]
fn a_part_of_a_date_erases_nothing_and_the_field_says_what_stays() {
    let state = typed(&plan("act start | 2026-12-01"), "-");
    assert_eq!(stored(&state).as_deref(), Some("2026-12-01"));
    let words = "This is not a whole date yet. 1 Dec 2026 stays stored.";
    assert_eq!(said(&state), words);
    assert_eq!(said(&left(&state)), words, "it stays while they differ");
    let page = drawn::page(&state);
    let field = find(&page, "id", ID);
    assert_eq!(field.get("aria-invalid"), Some("true"));
    assert_eq!(field.get("aria-describedby"), Some("plan-start-about plan-start-said"));
    assert_eq!(said(&typed(&plan(""), "-")), "This is not a whole date yet. No date is stored.");
}

#[test]
fn a_line_of_text_that_is_no_day_is_told_the_form_of_one() {
    let state = typed(&plan("act start | 2026-12-01"), "30.11.2026");
    assert_eq!(stored(&state).as_deref(), Some("2026-12-01"));
    assert!(said(&state).starts_with("Write the date as year-month-day, such as 2026-11-30."));
    assert_eq!(shown(&state), "30.11.2026");
}

#[test]
fn a_year_that_is_hardly_meant_is_asked_about_and_stored_on_request() {
    for day in ["1999-12-31", "2101-01-01", "1026-11-30", "9999-12-31"] {
        let state = typed(&plan("act start | 2026-12-01"), day);
        assert_eq!(stored(&state).as_deref(), Some("2026-12-01"), "{day}");
        assert!(said(&state).starts_with(&format!("Do you mean the year {}?", &day[..4])));
        let kept = pressed(&state, &format!("Yes, {}", in_words(day)));
        assert_eq!((stored(&kept).as_deref(), &*shown(&kept)), (Some(day), day));
        assert_eq!(said(&kept), "");
        assert_eq!(stored(&then(&kept, "undo")).as_deref(), Some("2026-12-01"));
    }
    for day in ["2000-01-01", "2100-12-31"] {
        assert_eq!(stored(&typed(&plan(""), day)).as_deref(), Some(day));
    }
}

#[test]
fn a_year_of_two_digits_is_asked_about_once_the_field_is_left() {
    let state = left(&typed(&plan(""), "- 0002-11-30 0026-11-30"));
    assert_eq!(said(&state), "Do you mean the year 26? No date is stored.");
    assert_eq!(stored(&pressed(&state, "I mean 30 Nov 2026")).as_deref(), Some("2026-11-30"));
    assert_eq!(stored(&pressed(&state, "Yes, 30 Nov 0026")).as_deref(), Some("0026-11-30"));
    let again = typed(&state, "0026-11-30");
    assert_eq!(said(&again), said(&state), "coming back to it changes nothing");
}

#[test]
fn what_is_typed_can_be_dropped() {
    let state = typed(&plan("act start | 2026-12-01"), "- 0002-11-30");
    let dropped = pressed(&state, "Drop what I typed");
    assert_eq!((&*shown(&dropped), &*said(&dropped)), ("2026-12-01", ""));
    assert_ne!(dropped.page.redrawn, state.page.redrawn, "a part of a date goes with its field");
}

#[test]
fn a_change_is_one_step_to_undo_however_it_was_typed() {
    let state = plan("act start | 2026-12-25");
    let changed = left(&typed(&state, "2026-01-25 2026-12-25 - 2026-12-01 0002-12-01 2027-12-01"));
    let again = left(&typed(&changed, "2027-12-02"));
    let days = |state: &State| stored(state).unwrap_or_default();
    let one = then(&again, "undo");
    let two = then(&one, "undo");
    assert_eq!((&*days(&one), &*days(&two)), ("2027-12-01", "2026-12-25"));
    assert_eq!((&*shown(&one), &*shown(&two)), ("2027-12-01", "2026-12-25"));
    let redone = then(&then(&two, "redo"), "redo");
    assert_eq!((&*days(&redone), &*shown(&redone)), ("2027-12-02", "2027-12-02"));
}

#[test]
fn deleting_is_a_step_of_its_own() {
    let state = typed(&plan("act start | 2026-12-25"), "2026-12-01 - ''");
    assert_eq!(stored(&state), None);
    let undone = then(&state, "undo");
    assert_eq!(stored(&undone).as_deref(), Some("2026-12-01"));
    assert_eq!(stored(&then(&undone, "undo")).as_deref(), Some("2026-12-25"));
    let typed_anew = typed(&state, "2028-01-01");
    assert_eq!(stored(&then(&typed_anew, "undo")), None);
}

#[test]
fn undo_shows_what_is_stored_again_while_something_else_is_typed() {
    let state = typed(&plan("act start | 2026-12-25"), "2026-12-01 -");
    let undone = then(&state, "undo");
    assert_eq!((&*shown(&undone), &*said(&undone)), ("2026-12-25", ""));
    assert_ne!(undone.page.redrawn, state.page.redrawn);
}

#[test]
fn going_through_a_field_changes_nothing() {
    for start in ["", "act start | 2026-12-25", "act start | 1999-12-25"] {
        let state = plan(start);
        let value = shown(&state);
        let through = left(&typed(&state, &format!("'{value}'")));
        assert_eq!(through.assessment, state.assessment);
        assert_eq!(through.history.can_undo(), state.history.can_undo());
    }
}

#[test]
fn a_change_of_several_rows_typed_in_parts_is_one_step() {
    let rows = [SoaRowId::Item(0), SoaRowId::Item(1)];
    let set = Action::Rows(rows.map(|row| (row, AnswerEdit::Due(None))).into());
    let mut state = in_full("4.1 due 2026-12-01").state;
    let due = |state: &State, item| state.assessment.get(item).and_then(|answer| answer.due);
    // The first value changes the second row alone.
    for day in ["2026-12-01", "2026-12-02"] {
        let typed = state.page.dates.clone();
        let field = DateField { field: "bulk-due".into(), set: set.clone(), stored: None, typed };
        state = state.reduce(field.used(Some(day.into()), DateAct::Type)).0;
    }
    assert_eq!([0, 1].map(|item| due(&state, item)), [Date::new(2026, 12, 2); 2]);
    let undone = then(&state, "undo");
    assert_eq!([0, 1].map(|item| due(&undone, item)), [Date::new(2026, 12, 1), None]);
}

#[test]
fn a_new_day_begins_on_the_page_without_a_reload() {
    let state = plan("act start | 2026-11-23");
    let about = |state: &State| find(&drawn::page(state), "id", "plan-start-about").words();
    let tomorrow = Date::new(2026, 11, 24).expect("a day");
    let (next, effects) = state.receive(Event::Day(tomorrow));
    assert_eq!((next.today, effects), (tomorrow, Vec::new()));
    assert!(!next.is_same(&state), "it is drawn anew");
    assert_ne!(about(&next), about(&state), "the begin has passed");
}
