//! Undo and redo.

use crate::script::{effects, in_full, place, said, then, told};
use plumbline::app::Announcement;

#[test]
fn each_change_can_be_taken_back_and_made_again() {
    for (change, before) in [
        ("4.1 = 3", ""),
        ("4.1 = ?", ""),
        ("4.1 note Ask", ""),
        ("4.1 evidence 0 List", ""),
        ("4.1 flag", ""),
        ("A.5.1 check read", ""),
        ("A.7.1 = -", ""),
        ("4.1 due 2027-01-31", ""),
        ("4.1 = 1\n4.1 = 2", "4.1 = 1"),
        ("4.1 evidence 0 A\n4.1 evidence 1 B\n4.1 remove 0", "4.1 evidence A @  evidence B @"),
    ] {
        let state = in_full(change);
        let undone = then(&state, "undo");
        assert_eq!(said(&undone), before, "{change}");
        assert_eq!(then(&undone, "redo").assessment.get(0), state.assessment.get(0), "{change}");
        assert_eq!(said(&then(&undone, "redo")), said(&state), "{change}");
    }
}

#[test]
fn changes_of_the_profile_can_be_taken_back() {
    for change in [
        "organisation Miller",
        "size 1-10",
        "sector Bakery",
        "scope All of it",
        "choose premises none",
        "tick software us",
    ] {
        let state = in_full(change);
        assert_ne!(*state.assessment.organisation, Default::default(), "{change}");
        let undone = then(&state, "undo");
        assert_eq!(*undone.assessment.organisation, Default::default(), "{change}");
        told(effects(&undone), "save");
        assert_eq!(then(&undone, "redo").assessment.organisation, state.assessment.organisation);
    }
}

#[test]
fn typing_in_one_field_is_one_step() {
    for (typed, left_after_one_undo) in [
        ("4.1 note A\n4.1 note As\n4.1 note Ask", ""),
        ("4.1 note A\n4.1 owner B\n4.1 owner Bo", "4.1 note A"),
        ("4.1 note A\n4.2 note B", "4.1 note A"),
        ("4.1 note A\n4.1 flag\n4.1 note As", "4.1 note A flag"),
        ("4.1 evidence 0 A\n4.1 evidence 0 Ab\n4.1 kept 0 C", "4.1 evidence Ab @"),
        ("4.1 evidence 0 A\n4.1 evidence 1 B\n4.1 evidence 1 Bc", "4.1 evidence A @"),
        ("A.7.1 = -\nA.7.1 reason W\nA.7.1 reason We", "A.7.1 = -"),
        ("organisation M\norganisation Mi\n4.1 = 1", ""),
    ] {
        assert_eq!(said(&then(&in_full(typed), "undo")), left_after_one_undo, "{typed}");
    }
    let named = in_full("organisation M\norganisation Mi\nsector B");
    assert_eq!(&*then(&named, "undo").assessment.organisation.name, "Mi");
    assert_eq!(&*then(&named, "undo\nundo").assessment.organisation.name, "");
}

#[test]
fn a_choice_is_a_step_of_its_own_each_time() {
    assert_eq!(said(&in_full("4.1 = 1\n4.1 = 2\n4.1 = 3\nundo")), "4.1 = 2");
    assert_eq!(said(&in_full("4.1 = 1\n4.1 = 2\n4.1 = 3\nundo\nundo\nundo")), "");
}

#[test]
fn what_was_undone_is_gone_after_a_new_change() {
    let state = in_full("4.1 = 1\nundo");
    assert!(state.history.can_redo());
    let changed = then(&state, "4.2 = 2");
    assert!(!changed.history.can_redo());
    assert_eq!(said(&then(&changed, "redo")), "4.2 = 2");
    let looked = then(&state, "go search\ngo question/5.1/search");
    assert!(looked.history.can_redo(), "going somewhere is no change");
    let same = then(&state, "4.1 clear");
    assert!(same.history.can_redo(), "a change to what already stands is none");
}

#[test]
fn what_two_hundred_changes_ago_was_can_be_brought_back_and_no_more() {
    let mut state = in_full("");
    for n in 0..250 {
        state = then(&state, &format!("4.1 = {}", n % 5));
    }
    let mut undone = 0;
    while state.history.can_undo() {
        state = then(&state, "undo");
        undone += 1;
    }
    assert_eq!(undone, 200);
    assert_eq!(said(&state), "4.1 = 4", "as after the first fifty");
    while state.history.can_redo() {
        state = then(&state, "redo");
    }
    assert_eq!(said(&state), "4.1 = 4", "as after all");
}

#[test]
fn what_the_profile_proposes_is_accepted_and_taken_back_as_one() {
    let state = in_full("choose premises none\nA.7.2 note Few\nrefuse A.7.2\naccept A.7.1 A.7.2");
    told(
        said(&state),
        "A.7.1 = - We have no premises of our own.
         A.7.2 = - We have no premises of our own. note Few",
    );
    told(effects(&state), "save A.7.1 A.7.2");
    let undone = then(&state, "undo");
    assert_eq!(said(&undone), "A.7.2 note Few");
    assert!(undone.assessment.organisation.refused.contains("A.7.2"), "the refusal is back too");
    assert_eq!(then(&undone, "redo").assessment, state.assessment);
}

#[test]
fn undo_shows_the_place_where_the_change_was_made() {
    for (made, change, at, shown) in [
        ("question/4.1/sections", "4.1 = 1", "go result", "question/4.1/sections"),
        ("question/4.1/search", "4.1 = 1", "go question/5.1/sections", "question/4.1/search"),
        ("question/4.1/sections", "4.2 = 1", "go question/4.2/check", "question/4.2/check"),
        ("question/5.1/sections", "5.1 = 1", "go question/5.6/check", "question/5.1/sections"),
        ("profile", "organisation M", "go result", "profile"),
        ("profile", "organisation M", "go profile", "profile"),
        ("result/statement", "A.7.1 owner Eve", "go result/statement", "result/statement"),
        ("result/statement", "A.7.1 owner Eve", "go result", "result/statement"),
        ("proposals", "accept A.7.1", "go proposals", "proposals"),
        ("proposals", "accept A.7.1 A.7.2", "go sections", "proposals"),
        ("proposals", "refuse A.7.1", "go proposals", "proposals"),
        ("proposals", "refuse A.7.1", "go sections", "proposals"),
    ] {
        let made = format!("choose premises none\ngo {made}\n{change}");
        let there = then(&in_full(&made), at);
        let undone = then(&there, "undo");
        assert_eq!(place(&undone), shown, "undo of {made} after {at}");
        let redone = then(&then(&undone, at), "redo");
        assert_eq!(place(&redone), shown, "redo of {made} after {at}");
    }
}

#[test]
fn undo_moves_the_focus_only_when_it_goes_somewhere() {
    let state = in_full("go question/4.1/sections\n4.1 = 1\nundo");
    told(effects(&state), "save 4.1");
    let state = in_full("go question/4.1/sections\n4.1 = 1\ngo result\nundo");
    told(effects(&state), "save 4.1\nenter question/4.1/sections");
}

#[test]
fn undo_and_redo_say_what_they_did_each_time_anew() {
    let first = crate::script::item(&in_full("").pack, "4.1");
    for (script, sentence) in [
        ("4.1 = 1\nundo", Announcement::Undone(Some(first))),
        ("4.1 = 1\nundo\nredo", Announcement::Redone(Some(first))),
        ("organisation M\nundo", Announcement::Undone(None)),
        ("undo", Announcement::NothingToUndo),
        ("redo", Announcement::NothingToRedo),
        ("4.1 = 1\nelsewhere b\nundo", Announcement::NothingToUndo),
    ] {
        assert_eq!(in_full(script).announcement.1, Some(sentence), "{script}");
    }
    let (once, twice) = (in_full("undo"), in_full("undo\nundo"));
    assert_ne!(once.announcement, twice.announcement, "a repeated sentence is new");
}

#[test]
fn undo_does_not_reach_into_another_assessment() {
    for other in ["begin full", "opened b", "taken"] {
        let state = in_full(&format!("4.1 = 1\n{other}"));
        assert_eq!(then(&state, "undo").assessment, state.assessment, "{other}");
    }
}
