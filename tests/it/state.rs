//! What a person can do to an assessment: begin it, answer, clear; and when nothing can be changed.

mod device;
mod history;
mod milestones;
mod profile;
mod views;

use crate::script::{effects, in_full, item, open, pack, place, play, said, then, today, told};
use plumbline::app::{Layout, State};
use plumbline::model::assessment::{ItemStatus, Mode};

#[test]
fn at_first_nothing_is_open_and_nothing_is_asked_of_the_browser() {
    let state = play("");
    assert_eq!(open(&state), "nothing");
    assert_eq!(place(&state), "");
    assert_eq!(effects(&state), "");
    assert!(!state.may_edit());
    assert!(state.assessment.is_blank());
    assert_eq!(state.layout(), Layout::Few);
}

#[test]
fn a_full_assessment_begins_with_the_organisation() {
    let state = play("begin full");
    assert_eq!((place(&state), open(&state)), ("profile".into(), "beginning".into()));
    assert_eq!(state.assessment.mode, Mode::Full);
    assert!(state.may_edit(), "what is typed before the device has answered counts");
    told(effects(&state), "create\nenter profile");
}

#[test]
fn a_quick_check_begins_with_its_first_question() {
    let state = play("begin quick");
    assert_eq!(place(&state), "question/4.1/sections");
    assert_eq!(state.assessment.mode, Mode::Quick);
    told(effects(&state), "create\nsave\nenter question/4.1/sections");
}

#[test]
fn a_new_assessment_knows_nothing_of_the_one_before() {
    let state = in_full("organisation name Miller\n4.1 = 3\n4.1 flag\nsaved 14:02\nbegin full");
    assert!(state.assessment.is_blank());
    assert!(!state.history.can_undo());
    assert_eq!(state.saving, plumbline::app::Saving::Busy, "the new one is not saved yet");
}

#[test]
fn every_edit_of_an_answer_changes_that_and_nothing_else() {
    for (script, expected) in [
        ("4.1 = 0", "4.1 = 0"),
        ("4.1 = 4", "4.1 = 4"),
        ("4.1 = ?", "4.1 = ?"),
        ("4.1 = 2\n4.1 = 3", "4.1 = 3"),
        ("4.1 = 2\n4.1 = ?", "4.1 = ?"),
        ("4.1 = 2\n4.1 clear", ""),
        ("4.1 = 2\n4.1 note Ask Ann\n4.1 clear", "4.1 note Ask Ann"),
        ("4.1 note Ask Ann\n4.1 note", ""),
        ("4.1 owner Ann\n4.1 = 1", "4.1 = 1 owner Ann"),
        ("4.1 due 2027-01-31", "4.1 due 2027-01-31"),
        ("4.1 due 2027-01-31\n4.1 due", ""),
        ("4.1 flag", "4.1 flag"),
        ("4.1 flag\n4.1 unflag", ""),
        ("A.5.1 check written\nA.5.1 check read", "A.5.1 check read check written"),
        ("A.5.1 check written\nA.5.1 uncheck written", ""),
        ("4.1 evidence 0 List", "4.1 evidence List @"),
        ("4.1 evidence 0 List\n4.1 kept 0 Shelf", "4.1 evidence List @ Shelf"),
        ("4.1 kept 0 Shelf\n4.1 evidence 1 Map", "4.1 evidence  @ Shelf evidence Map @"),
        ("4.1 evidence 9 List", "4.1 evidence List @"),
        ("4.1 evidence 0 A\n4.1 evidence 1 B\n4.1 remove 0", "4.1 evidence B @"),
        ("4.1 evidence 0 A\n4.1 remove 7", "4.1 evidence A @"),
        ("4.1 = 1\n5.1 = 2\nA.5.1 = 3", "4.1 = 1\n5.1 = 2\nA.5.1 = 3"),
    ] {
        assert_eq!(said(&in_full(script)), expected, "{script}");
    }
}

#[test]
fn an_edit_asks_for_a_write_of_its_item_alone() {
    told(effects(&in_full("4.1 = 3")), "save 4.1");
    told(effects(&in_full("4.1 = 3\n4.1 = 3")), "");
    told(effects(&in_full("4.1 clear")), "");
    told(effects(&in_full("organisation Miller")), "save");
    told(effects(&in_full("mode quick")), "save");
    told(effects(&in_full("name Spring")), "save");
}

#[test]
fn only_a_control_can_be_left_out() {
    for (script, expected) in [
        ("4.1 = - We do nothing that matters", ""),
        ("4.1 reason We do nothing that matters", ""),
        ("4.1 = 2\n4.1 = - We do nothing that matters", "4.1 = 2"),
        ("A.7.1 = -", "A.7.1 = -"),
        ("A.7.1 = -\nA.7.1 reason We rent no rooms", "A.7.1 = - We rent no rooms"),
        ("A.7.1 = - We rent no rooms\nA.7.1 = 1", "A.7.1 = 1"),
    ] {
        assert_eq!(said(&in_full(script)), expected, "{script}");
    }
}

#[test]
fn a_control_that_is_left_out_counts_once_its_reason_says_something() {
    for (reason, counts) in [
        ("", false),
        ("n/a", false),
        ("not relevant", false),
        ("does not apply to us", false),
        ("no rooms", false),
        ("We rent no rooms", true),
    ] {
        let state = in_full(&format!("A.7.1 = -\nA.7.1 reason {reason}"));
        let item_status = state.assessment.item_status(item(&state.pack, "A.7.1"));
        let expected = if counts { ItemStatus::NotApplicable } else { ItemStatus::Unanswered };
        assert_eq!(item_status, expected, "{reason:?}");
    }
}

#[test]
fn nothing_changes_where_nothing_is_open_or_another_tab_writes() {
    let edits = [
        "4.1 = 3",
        "4.1 note x",
        "4.1 flag",
        "A.5.1 check read",
        "4.1 evidence 0 x",
        "organisation x",
        "size 1-10",
        "choose premises none",
        "accept A.7.1",
        "refuse A.7.1",
        "mode quick",
        "name x",
        "undo",
        "redo",
    ];
    let elsewhere = in_full("choose premises none\n4.2 = 2\nelsewhere b");
    for (state, what) in [(play(""), "nothing"), (elsewhere, "elsewhere b")] {
        assert_eq!(open(&state), what);
        for edit in edits {
            let after = then(&state, edit);
            assert_eq!(after.assessment, state.assessment, "{edit}, {what}");
            told(effects(&after), "");
        }
    }
}

#[test]
fn an_item_that_the_pack_does_not_have_is_neither_answered_nor_shown() {
    use plumbline::app::{Action, AnswerEdit, Event, Origin, Route};
    let state = in_full("");
    let beyond = state.pack.items.len();
    let flagged = state.reduce(Action::Answer(beyond, AnswerEdit::Flag(true))).0;
    assert_eq!(flagged.assessment, state.assessment);
    let question = Route::Question { item: beyond, from: Origin::Sections };
    assert_eq!(place(&state.reduce(Action::Go(question)).0), "sections");
    assert_eq!(place(&state.receive(Event::HistoryMoved(question)).0), "sections");
    assert!(state.questions_with(beyond).is_empty());
    assert_eq!((state.after(beyond), state.before(beyond)), (None, None));
}

#[test]
fn the_open_question_is_remembered_and_taken_up_again() {
    let state = in_full("go question/5.2/search");
    told(effects(&state), "save\nenter question/5.2/search");
    let again = then(&state, "go result\ngo question/5.2/result");
    told(effects(&again), "enter question/5.2/result");
    assert_eq!(place(&then(&again, "go result\nopened b")), "question/5.2/sections");
    assert_eq!(place(&in_full("opened b")), "sections", "nothing was open yet");
    let shown = in_full("go question/5.2/search\nshow question/4.1/search");
    assert_eq!(shown.assessment.last, Some(item(&shown.pack, "5.2")), "history is not an entry");
}

#[test]
fn the_same_actions_give_the_same_state() {
    let script = "begin full\ncreated a\n4.1 = 3\nchoose premises none\naccept A.7.1\nundo";
    let mut state = State::new(pack(), today());
    for line in script.lines() {
        let (one, two) = (then(&state, line), then(&state, line));
        assert_eq!((&one.state, &one.effects), (&two.state, &two.effects), "{line}");
        state = one.state;
    }
}
