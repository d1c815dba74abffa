//! What the device reports, what is asked of it, and files.

use crate::script::{effects, in_full, item, open, pack, place, play, said, then, told, Played};
use plumbline::app::{
    Action, AnswerEdit, Confirmation, Download, Effect, Event, Failure, FilePurpose, LibraryEntry,
    Notice, Open, Origin, ReportPage, Route, Saving, State,
};
use plumbline::model::assessment::{Level, Response};
use plumbline::model::pack::{OtherFile, Problem, ProblemKind};
use plumbline::save;
use std::rc::Rc;

#[test]
fn what_is_for_the_browser_alone_changes_nothing_here() {
    let state = in_full("4.1 = 1");
    for (action, effect) in [
        (Action::Open("b".into()), Effect::Open("b".into())),
        (Action::TakeOver("b".into()), Effect::TakeOver("b".into())),
        (Action::Duplicate("a".into(), "b".into()), Effect::Duplicate("a".into(), "b".into())),
        (Action::SaveAgain, Effect::SaveAll(state.assessment.clone())),
        (Action::PickFile(FilePurpose::Open), Effect::PickFile(FilePurpose::Open)),
        (Action::PickFile(FilePurpose::Compare), Effect::PickFile(FilePurpose::Compare)),
        (Action::OpenSample("ready"), Effect::ReadSample("ready")),
        (Action::Download(Download::SaveFile), Effect::Download(Download::SaveFile)),
        (Action::Print, Effect::Print),
    ] {
        let (next, effects) = state.reduce(action);
        assert_eq!(next, state.state);
        assert_eq!(effects, [effect]);
    }
}

#[test]
fn saving_is_busy_from_the_change_until_the_device_reports() {
    let state = in_full("");
    assert_eq!(then(&state, "4.1 = 1").saving, Saving::Busy);
    assert_eq!(then(&state, "4.1 = 1\nsaved 14:02").saving, Saving::Done("14:02".into()));
    let soon = then(&state, "4.1 = 1\nsaved 14:02\n4.1 = 2");
    assert_eq!(soon.saving, Saving::Soon("14:02".into()), "a moment later it is told no other way");
    let failed = then(&state, "4.1 = 1\nunsaved full\n4.2 = 1");
    assert_eq!(failed.saving, Saving::Failed(Failure::Full), "told until it is mended");
    assert_eq!(said(&failed), "4.1 = 1\n4.2 = 1", "nothing is lost here");
    assert_eq!(then(&failed, "saved 14:03").saving, Saving::Done("14:03".into()));
}

#[test]
fn a_new_assessment_is_not_blamed_for_what_happened_to_another() {
    let begun = |failure| in_full(&format!("unsaved {failure}\nbegin full")).saving.clone();
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
    assert_eq!(state.assessment.last, Some(item(&state.pack, "4.1")));
    told(effects(&state), "enter question/5.1/sections");
}

#[test]
fn deleting_asks_first() {
    let state = in_full("4.1 = 3\nask a");
    assert_eq!(state.confirmation, Some(Confirmation::Delete("a".into())));
    told(effects(&state), "focus confirmation");
    assert_eq!(said(&state), "4.1 = 3");
    let kept = then(&state, "ask nothing\nconfirm");
    assert_eq!((open(&kept), said(&kept)), ("ours a".into(), "4.1 = 3".into()));
    told(effects(&kept), "");
    told(effects(&then(&state, "ask nothing")), "enter profile");
    assert_eq!(then(&state, "go result").confirmation, None, "going elsewhere is no yes");
    told(effects(&then(&state, "go result\nconfirm")), "");
}

#[test]
fn deleting_the_open_assessment_closes_it() {
    for (script, what, command) in [
        ("4.1 = 3\nask a\nconfirm", "nothing", "delete a\nenter profile"),
        ("4.1 = 3\nask b\nconfirm", "ours a", "delete b\nenter profile"),
        ("4.1 = 3\nask everything\nconfirm", "nothing", "delete everything\nenter profile"),
        ("4.1 = 3\nelsewhere a\nask a\nconfirm", "nothing", "delete a\nenter sections"),
    ] {
        let state = in_full(script);
        assert_eq!(open(&state), what, "{script}");
        told(effects(&state), command);
        let closed = state.open == Open::Nothing;
        assert_eq!(said(&state).is_empty(), closed, "{script}");
        assert_eq!(state.confirmation, None);
        assert!(!(closed && state.history.can_undo()), "{script}");
        told(effects(&then(&state, "confirm")), "");
    }
}

fn library_entry(state: &State, id: &str) -> LibraryEntry {
    let summary = save::summary(&state.pack, &state.assessment);
    LibraryEntry { id: id.into(), summary, changed: "yesterday".into() }
}

#[test]
fn renaming_names_the_open_assessment_too_so_that_no_later_write_brings_the_old_name_back() {
    let state = in_full("name Spring\n4.1 = 1");
    let library = vec![library_entry(&state, "a"), library_entry(&state, "b")];
    let state = state.receive(Event::Library(library)).0;
    let names = |state: &State| {
        state.library.iter().map(|s| s.summary.name.to_string()).collect::<Vec<_>>().join(", ")
    };
    let renamed = then(&state, "rename a Autumn");
    assert_eq!(&*renamed.assessment.name, "Autumn");
    assert_eq!(names(&renamed), "Autumn, Spring", "the list does not wait for the device");
    told(effects(&renamed), "save");
    let head = save::head(&renamed.pack, &then(&renamed, "organisation Miller").assessment);
    assert!(head.contains("Autumn") && !head.contains("Spring"), "{head}");

    let other = then(&state, "rename b Autumn");
    assert_eq!((&*other.assessment.name, &*names(&other)), ("Spring", "Spring, Autumn"));
    told(effects(&other), "rename b Autumn");

    let elsewhere = then(&state, "elsewhere a");
    let refused = then(&elsewhere, "rename a Autumn");
    assert_eq!(&*refused.assessment.name, "Spring", "the other tab would write the old name again");
    told(effects(&refused), "");
}

/// A file that was read.
fn read(state: &State, file: &str) -> Event {
    Event::FileRead { restored: save::restore(file, &state.pack), sample: false }
}

#[test]
fn a_sample_is_shown_at_its_result() {
    let file = save::save(&pack(), &in_full("4.1 = 3").assessment);
    let state = in_full("");
    let restored = save::restore(&file, &state.pack);
    let sample = Played::from(state.receive(Event::FileRead { restored, sample: true }));
    assert_eq!((&*place(&sample), &*said(&sample)), ("result", "4.1 = 3"));
}

#[test]
fn a_file_begins_a_new_assessment_and_leaves_the_open_one_on_the_device() {
    let file = in_full("name Spring\n4.1 = 3\nmode quick\ngo question/5.1/check");
    let file: Rc<str> = save::save(&file.pack, &file.assessment).into();
    let before = in_full("4.2 = 1");
    let state = Played::from(before.receive(read(&before, &file)));
    assert_eq!((open(&state), place(&state)), ("beginning".into(), "question/5.1/sections".into()));
    assert_eq!((&*state.assessment.name, &*said(&state)), ("Spring", "4.1 = 3"));
    assert_eq!(state.notice, None);
    told(effects(&state), "create Spring\nenter question/5.1/sections");
    assert!(!state.history.can_undo());
}

#[test]
fn a_file_that_does_not_fit_tells_so_and_changes_nothing() {
    let state = in_full("4.1 = 3\ngo result");
    for (file, kind) in [
        ("", ProblemKind::Empty),
        ("{", ProblemKind::NotJson { line: 1, column: 1 }),
        ("{}", ProblemKind::NotThisFormat),
        (crate::script::PACK, ProblemKind::OtherFile(OtherFile::Pack)),
    ] {
        let after = Played::from(state.receive(read(&state, file)));
        let problem = Problem { at: String::new(), kind };
        assert_eq!(after.notice, Some(Notice::NotOpened(problem)), "{file:.20}");
        told(effects(&after), "");
        assert_eq!(then(&after, "close").state, state.state);
    }
}

#[test]
fn a_file_that_fits_in_part_tells_what_does_not() {
    let file = r#"{"plumbline":"save","format":1,"mode":"full","answers":{"9.9":{"level":1}}}"#;
    let state = Played::from(in_full("").receive(read(&in_full(""), file)));
    let kind = ProblemKind::NoSuchId("9.9".into());
    let problems = vec![Problem { at: "/answers/9.9".into(), kind }];
    assert_eq!(state.notice, Some(Notice::Opened(Rc::new(problems))));
    assert_eq!(place(&state), "profile");
}

#[test]
fn what_the_device_cannot_do_is_told_and_changes_nothing_else() {
    let state = in_full("4.1 = 3");
    let damaged = Problem { at: String::new(), kind: ProblemKind::Empty };
    let opened = Event::Opened {
        id: "b".into(),
        restored: Err(damaged.clone()),
        ours: true,
        resume: true,
        changed: None,
    };
    for (event, notice) in [
        (opened, Notice::Damaged(damaged)),
        (Event::Failed(Failure::Blocked), Notice::Device(Failure::Blocked)),
        (Event::FileFailed("gone".into()), Notice::NotRead("gone".into())),
    ] {
        let after = state.receive(event).0;
        assert_eq!(after.notice, Some(notice));
        assert_eq!(then(&after, "close").state, state.state);
    }
}

#[test]
fn taking_over_stays_where_the_reader_is() {
    let state = in_full("4.1 = 2\ngo question/4.1/sections\ngo result\nelsewhere a\ngo check");
    let restored = Ok(((*state.assessment).clone(), Vec::new()));
    let event =
        Event::Opened { id: "a".into(), restored, ours: true, resume: false, changed: None };
    let taken = Played::from(state.receive(event));
    assert_eq!((place(&taken), open(&taken)), ("check".into(), "ours a".into()));
    told(effects(&taken), "opened a");
}

#[test]
fn the_library_is_what_the_device_last_reported() {
    let state = State::new(pack(), crate::script::today());
    let library = vec![library_entry(&state, "a")];
    let state = state.receive(Event::Library(library.clone())).0;
    assert_eq!(*state.library, library);
    let state = state.receive(Event::Library(Vec::new())).0;
    assert!(state.library.is_empty());
}

#[test]
fn with_the_first_part_of_the_pack_only_what_it_holds_is_shown() {
    let mut state = in_full("");
    state.whole = false;
    let question =
        |id: &str| Route::Question { item: item(&state.pack, id), from: Origin::Sections };
    let there = [Route::Start, Route::Library, question("A.5.1")];
    let missing =
        [Route::Standards, Route::Profile, Route::Sections, Route::RESULT, question("4.1")];
    for view in there {
        assert!(state.has(view), "{view:?}");
    }
    for view in missing {
        assert!(!state.has(view), "{view:?}");
        state.route = view;
        let whole = Played::from(state.receive(Event::PackCame(state.pack.clone())));
        assert!(whole.has(view));
        let address = view.address(&state.pack);
        told(effects(&whole), &format!("enter {address}"));
    }
    state.route = Route::Start;
    let whole = Played::from(state.receive(Event::PackCame(state.pack.clone())));
    told(effects(&whole), "");
    assert_eq!(whole.assessment, state.assessment);
}

#[test]
fn the_report_waits_for_its_module() {
    let mut state = in_full("");
    (state.whole, state.report_part) = (false, false);
    for view in [Route::RESULT, Route::Report(ReportPage::Plan), Route::Check, Route::Standards] {
        state.route = view;
        let whole = Played::from(state.receive(Event::PackCame(state.pack.clone())));
        assert!(!whole.has(view), "{view:?}");
        told(effects(&whole), "");
        let there = Played::from(whole.receive(Event::ReportPartCame));
        assert!(there.has(view), "{view:?}");
        told(effects(&there), &format!("enter {}", view.address(&state.pack)));
    }
}

#[test]
fn pages_that_the_first_question_does_not_need_wait_for_their_part() {
    let mut state = in_full("");
    state.pages_part = false;
    for route in [Route::Library, Route::Profile, Route::Proposals, Route::Sections] {
        assert!(!state.has(route), "{route:?}");
        state.route = route;
        let there = Played::from(state.receive(Event::PagesPartCame));
        assert!(there.has(route), "{route:?}");
        told(effects(&there), &format!("enter {}", route.address(&state.pack)));
    }
    assert!(state.has(Route::Start) && state.has(Route::RESULT));
}

#[test]
fn that_something_could_not_be_fetched_is_told_until_it_comes() {
    let mut state = in_full("");
    (state.whole, state.report_part) = (false, false);
    let (late, _) = state.receive(Event::FetchFailed);
    assert!(late.late && !late.has(Route::RESULT));
    for event in [Event::PackCame(state.pack.clone()), Event::PagesPartCame, Event::ReportPartCame]
    {
        assert!(!late.receive(event).0.late);
    }
}

#[test]
fn a_place_that_is_being_read_is_shown_once_it_is_there() {
    let mut state = State::new(pack(), crate::script::today());
    state.resuming = true;
    let still = then(&state, "go standards");
    assert!(still.resuming, "something else that happens does not end it");
    let none = Played::from(state.receive(Event::Resumed(None)));
    assert!(!none.resuming);
    assert_eq!((place(&none), effects(&none)), ("".into(), "".into()));
    let there = Played::from(in_full("").receive(Event::Resumed(Some(Route::Check))));
    assert_eq!((place(&there), effects(&there)), ("check".into(), "enter check".into()));
}

#[test]
fn the_browser_s_history_leads_nowhere_that_needs_an_assessment_while_none_is_open() {
    for (script, shown) in [("show check", ""), ("show assessments", "assessments")] {
        assert_eq!(place(&play(script)), shown, "{script}");
        told(effects(&play(script)), &format!("enter {shown}"));
    }
    assert_eq!(place(&in_full("show check")), "check");
}

/// Answers that were opened after the levels of 4.1 were reworded.
fn reworded(ours: bool) -> (State, Vec<Effect>) {
    let state = in_full("4.1 = 1\n4.2 = 2");
    let mut assessment = (*state.assessment).clone();
    let mut answer = (**assessment.get(0).expect("an answer")).clone();
    answer.outdated = true;
    assessment.set(0, Some(Rc::new(answer)));
    let kind = ProblemKind::LevelsChanged("4.1".into());
    let problems = vec![Problem { at: "/answers".into(), kind }];
    let restored = Ok((assessment, problems));
    state.receive(Event::Opened { id: "b".into(), restored, ours, resume: false, changed: None })
}

#[test]
fn answers_older_than_their_levels_are_marked_on_disk_at_once_where_this_tab_writes() {
    let saves_all = |effects: &[Effect]| effects.iter().any(|e| matches!(e, Effect::SaveAll(_)));
    let (state, effects) = reworded(true);
    assert!(saves_all(&effects) && state.notice.is_some());
    assert!(!saves_all(&reworded(false).1), "another tab writes it");
}

#[test]
fn a_mark_goes_once_the_answer_is_confirmed_or_given_anew_and_comes_back_with_undo() {
    let (state, _) = reworded(true);
    let marked = |state: &State| state.assessment.get(0).is_some_and(|answer| answer.outdated);
    for edit in [
        AnswerEdit::Confirm,
        AnswerEdit::Respond(Level::new(2).map(Response::Level)),
        AnswerEdit::Respond(Some(Response::DontKnow)),
        AnswerEdit::Done(state.today),
    ] {
        let (next, _) = state.reduce(Action::Answer(0, edit.clone()));
        assert!(marked(&state) && !marked(&next), "{edit:?}");
        let (back, _) = next.reduce(Action::Undo);
        assert!(marked(&back), "{edit:?}");
    }
    let (note, _) = state.reduce(Action::Answer(0, AnswerEdit::Note("Ask Zoe".into())));
    assert!(marked(&note), "a note confirms nothing");
}
