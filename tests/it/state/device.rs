//! What the device reports, what is asked of it, and files.

use crate::script::{commands, in_full, item, open, pack, place, play, said, then, told};
use plumbline::pack::{Problem, ProblemKind};
use plumbline::save;
use plumbline::state::{
    Action, Asking, Command, Device, Failure, Notice, Open, Saving, Shelved, State, View,
};
use std::rc::Rc;

#[test]
fn the_browser_gets_each_command_once_and_in_order() {
    let state = play("begin quick");
    told(commands(&state), "create\nsave head\narrive question/4.1/sections");
    told(commands(&state), "");
    let mut next = state;
    for line in ["4.1 = 3", "organisation Miller", "go result"] {
        next = next.reduce(crate::script::action(&next, line));
    }
    told(commands(&next), "save 4.1\nsave head\narrive result");
}

#[test]
fn a_state_that_is_left_behind_loses_no_command() {
    let first = in_full("");
    first.take_commands();
    let second = first.reduce(crate::script::action(&first, "4.1 = 3"));
    told(commands(&first), "save 4.1");
    told(commands(&second), "");
}

#[test]
fn commands_that_change_nothing_here_are_passed_on() {
    let state = in_full("4.1 = 1");
    state.take_commands();
    for command in [
        Command::Open("b".into()),
        Command::TakeOver("b".into()),
        Command::Duplicate("a".into(), "b".into()),
        Command::SaveAll(state.answers.clone()),
        Command::PickFile,
        Command::Print,
    ] {
        let next = state.reduce(Action::Do(command.clone()));
        assert_eq!(next, state);
        assert_eq!(next.take_commands(), [command]);
    }
}

#[test]
fn saving_is_busy_from_the_change_until_the_device_reports() {
    let state = in_full("");
    assert_eq!(then(&state, "4.1 = 1").saving, Saving::Busy);
    assert_eq!(then(&state, "4.1 = 1\nsaved 14:02").saving, Saving::Done("14:02".into()));
    let failed = then(&state, "4.1 = 1\nunsaved full\n4.2 = 1");
    assert_eq!(failed.saving, Saving::Failed(Failure::Full), "told until it is mended");
    assert_eq!(said(&failed), "4.1 = 1\n4.2 = 1", "nothing is lost here");
    assert_eq!(then(&failed, "saved 14:03").saving, Saving::Done("14:03".into()));
}

#[test]
fn a_new_assessment_is_not_blamed_for_what_happened_to_another() {
    let begun = |failure| in_full(&format!("unsaved {failure}\nbegin full")).saving;
    assert_eq!(begun("overtaken"), Saving::Busy);
    assert_eq!(begun("blocked"), Saving::Failed(Failure::Blocked), "there is still no storage");
}

#[test]
fn an_assessment_gets_its_identifier_only_while_it_is_open() {
    assert_eq!(open(&play("begin full\ncreated a")), "ours a");
    assert_eq!(open(&play("begin full\ncreated a\nbegin full\ncreated b")), "ours b");
    let gone = play("begin full\n4.1 = 3\nask everything\nconfirm\ncreated a");
    assert_eq!(open(&gone), "nothing", "it was deleted before the device had answered");
    assert_eq!(open(&in_full("elsewhere b\ncreated c")), "elsewhere b");
}

#[test]
fn another_tab_that_takes_over_makes_this_one_read_only() {
    let state = in_full("4.1 = 2\ntaken");
    assert_eq!((open(&state), state.may_edit()), ("elsewhere a".into(), false));
    assert_eq!(said(&then(&state, "4.1 = 3")), "4.1 = 2");
    assert_eq!(open(&then(&state, "opened a")), "ours a");
    assert_eq!(open(&play("taken")), "nothing");
}

#[test]
fn a_question_that_is_looked_at_elsewhere_is_not_written_as_the_last() {
    let state = in_full("go question/4.1/sections\nelsewhere b\ngo question/5.1/sections");
    assert_eq!(state.answers.last, Some(item(&state.pack, "4.1")));
    told(commands(&state), "arrive question/5.1/sections");
}

#[test]
fn deleting_asks_first() {
    let state = in_full("4.1 = 3\nask a");
    assert_eq!(state.asking, Some(Asking::Delete("a".into())));
    told(commands(&state), "attend");
    assert_eq!(said(&state), "4.1 = 3");
    let kept = then(&state, "ask nothing\nconfirm");
    assert_eq!((open(&kept), said(&kept)), ("ours a".into(), "4.1 = 3".into()));
    told(commands(&kept), "");
    told(commands(&then(&state, "ask nothing")), "arrive profile");
    assert_eq!(then(&state, "go result").asking, None, "going elsewhere is no yes");
    told(commands(&then(&state, "go result\nconfirm")), "");
}

#[test]
fn deleting_the_open_assessment_closes_it() {
    for (script, what, command) in [
        ("4.1 = 3\nask a\nconfirm", "nothing", "delete a\narrive profile"),
        ("4.1 = 3\nask b\nconfirm", "ours a", "delete b\narrive profile"),
        ("4.1 = 3\nask everything\nconfirm", "nothing", "delete everything\narrive profile"),
        ("4.1 = 3\nelsewhere a\nask a\nconfirm", "nothing", "delete a\narrive sections"),
    ] {
        let state = in_full(script);
        assert_eq!(open(&state), what, "{script}");
        told(commands(&state), command);
        let closed = state.open == Open::Nothing;
        assert_eq!(said(&state).is_empty(), closed, "{script}");
        assert_eq!(state.asking, None);
        assert!(!(closed && state.history.can_undo()), "{script}");
        told(commands(&then(&state, "confirm")), "");
    }
}

fn shelved(state: &State, id: &str) -> Shelved {
    let summary = save::summary(&state.pack, &state.answers);
    Shelved { id: id.into(), summary, changed: "yesterday".into() }
}

#[test]
fn renaming_names_the_open_assessment_too_so_that_no_later_write_brings_the_old_name_back() {
    let state = in_full("name Spring\n4.1 = 1");
    let shelf = vec![shelved(&state, "a"), shelved(&state, "b")];
    let state = state.reduce(Action::Device(Device::Shelf(shelf)));
    let names = |state: &State| {
        state.shelf.iter().map(|s| s.summary.name.to_string()).collect::<Vec<_>>().join(", ")
    };
    let renamed = then(&state, "rename a Autumn");
    assert_eq!(&*renamed.answers.name, "Autumn");
    assert_eq!(names(&renamed), "Autumn, Spring", "the list does not wait for the device");
    told(commands(&renamed), "rename a Autumn");
    let head = save::head(&renamed.pack, &then(&renamed, "organisation Miller").answers);
    assert!(head.contains("Autumn") && !head.contains("Spring"), "{head}");

    let other = then(&state, "rename b Autumn");
    assert_eq!((&*other.answers.name, &*names(&other)), ("Spring", "Spring, Autumn"));
    told(commands(&other), "rename b Autumn");

    let elsewhere = then(&state, "elsewhere a");
    let refused = then(&elsewhere, "rename a Autumn");
    assert_eq!(&*refused.answers.name, "Spring", "the other tab would write the old name again");
    told(commands(&refused), "");
}

#[test]
fn a_file_begins_a_new_assessment_and_leaves_the_open_one_on_the_device() {
    let file = in_full("name Spring\n4.1 = 3\nmode quick\ngo question/5.1/check");
    let file: Rc<str> = save::save(&file.pack, &file.answers).into();
    let before = in_full("4.2 = 1");
    before.take_commands();
    let state = before.reduce(Action::FileRead(file));
    assert_eq!((open(&state), place(&state)), ("beginning".into(), "question/5.1/sections".into()));
    assert_eq!((&*state.answers.name, &*said(&state)), ("Spring", "4.1 = 3"));
    assert_eq!(state.notice, None);
    told(commands(&state), "create Spring\narrive question/5.1/sections");
    assert!(!state.history.can_undo());
}

#[test]
fn a_file_that_does_not_fit_tells_so_and_changes_nothing() {
    let state = in_full("4.1 = 3\ngo result");
    state.take_commands();
    for (file, kind) in [
        ("", ProblemKind::Empty),
        ("{", ProblemKind::NotJson { line: 1, column: 1 }),
        (crate::script::PACK, ProblemKind::NotThisFormat),
    ] {
        let after = state.reduce(Action::FileRead(file.into()));
        let problem = Problem { at: String::new(), kind };
        assert_eq!(after.notice, Some(Notice::NotOpened(problem)), "{file:.20}");
        told(commands(&after), "");
        assert_eq!(then(&after, "close"), state);
    }
}

#[test]
fn a_file_that_fits_in_part_tells_what_does_not() {
    let file = r#"{"plumbline":"save","format":1,"mode":"full","answers":{"9.9":{"level":1}}}"#;
    let state = in_full("").reduce(Action::FileRead(file.into()));
    let kind = ProblemKind::NoSuchId("9.9".into());
    let problems = vec![Problem { at: "/answers/9.9".into(), kind }];
    assert_eq!(state.notice, Some(Notice::Opened(Rc::new(problems))));
    assert_eq!(place(&state), "profile");
}

#[test]
fn what_the_device_cannot_do_is_told_and_changes_nothing_else() {
    let state = in_full("4.1 = 3");
    let damaged = Problem { at: String::new(), kind: ProblemKind::Empty };
    let opened =
        Device::Opened { id: "b".into(), restored: Err(damaged.clone()), ours: true, resume: true };
    for (event, notice) in [
        (opened, Notice::Damaged(damaged)),
        (Device::Failed(Failure::Blocked), Notice::Device(Failure::Blocked)),
        (Device::FileFailed("gone".into()), Notice::NotRead("gone".into())),
    ] {
        let after = state.reduce(Action::Device(event));
        assert_eq!(after.notice, Some(notice));
        assert_eq!(then(&after, "close"), state);
    }
}

#[test]
fn taking_over_stays_where_the_reader_is() {
    let state = in_full("4.1 = 2\ngo question/4.1/sections\ngo result\nelsewhere a\ngo check");
    state.take_commands();
    let restored = Ok(((*state.answers).clone(), Vec::new()));
    let event = Device::Opened { id: "a".into(), restored, ours: true, resume: false };
    let taken = state.reduce(Action::Device(event));
    assert_eq!((place(&taken), open(&taken)), ("check".into(), "ours a".into()));
    told(commands(&taken), "");
}

#[test]
fn the_shelf_is_what_the_device_last_reported() {
    let state = State::new(pack(), crate::script::today());
    let shelf = vec![shelved(&state, "a")];
    let state = state.reduce(Action::Device(Device::Shelf(shelf.clone())));
    assert_eq!(*state.shelf, shelf);
    let state = state.reduce(Action::Device(Device::Shelf(Vec::new())));
    assert!(state.shelf.is_empty());
}

#[test]
fn with_the_first_part_of_the_pack_only_what_it_holds_is_shown() {
    let mut state = in_full("");
    state.whole = false;
    let question = |id: &str| View::Question {
        item: item(&state.pack, id),
        from: plumbline::state::From::Sections,
    };
    let there = [View::Start, View::Shelf, question("A.5.1")];
    let missing = [View::Standards, View::Profile, View::Sections, View::result(), question("4.1")];
    for view in there {
        assert!(state.has(&view), "{view:?}");
    }
    for view in missing {
        assert!(!state.has(&view), "{view:?}");
        state.view = view.clone();
        state.take_commands();
        let whole = state.reduce(Action::Device(Device::Pack(state.pack.clone())));
        assert!(whole.has(&view));
        let address = view.address(&state.pack);
        told(commands(&whole), &format!("arrive {address}"));
    }
    state.view = View::Start;
    let whole = state.reduce(Action::Device(Device::Pack(state.pack.clone())));
    told(commands(&whole), "");
    assert_eq!(whole.answers, state.answers);
}

#[test]
fn the_report_waits_for_its_module() {
    let mut state = in_full("");
    (state.whole, state.pages) = (false, false);
    for view in [View::result(), View::Report("plan".into()), View::Check, View::Standards] {
        state.view = view.clone();
        state.take_commands();
        let whole = state.reduce(Action::Device(Device::Pack(state.pack.clone())));
        assert!(!whole.has(&view), "{view:?}");
        told(commands(&whole), "");
        let there = whole.reduce(Action::Device(Device::Pages));
        assert!(there.has(&view), "{view:?}");
        told(commands(&there), &format!("arrive {}", view.address(&state.pack)));
    }
}

#[test]
fn that_something_could_not_be_fetched_is_told_until_it_comes() {
    let mut state = in_full("");
    (state.whole, state.pages) = (false, false);
    let late = state.reduce(Action::Device(Device::Late));
    assert!(late.late && !late.has(&View::result()));
    for device in [Device::Pack(state.pack.clone()), Device::Pages] {
        assert!(!late.reduce(Action::Device(device)).late);
    }
}

#[test]
fn a_place_that_is_being_read_is_shown_once_it_is_there() {
    let mut state = State::new(pack(), crate::script::today());
    state.resuming = true;
    let still = then(&state, "go standards");
    assert!(still.resuming, "something else that happens does not end it");
    assert!(!state.reduce(Action::Show(View::Start)).resuming);
}
