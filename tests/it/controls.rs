//! What controls on the pages of the report ask for.

use crate::script::acts::parse;
use crate::script::{effects, in_full, item, place, said, then, told, InputValue, Played};
use plumbline::app::{Effect, SoaRowId, State};
use plumbline::model::assessment::{Implementation, Level, Response};

/// The state after a control that asks for this was used.
#[track_caller]
fn used(state: &State, words: &str, entered: InputValue) -> Played {
    let action = parse(state, words, &entered);
    state.reduce(action.unwrap_or_else(|| panic!("no control asks for {words}"))).into()
}

fn text(text: &str) -> InputValue {
    InputValue::Text(text.into())
}

#[test]
fn links_lead_to_places() {
    let state = in_full("");
    let first = item(&state.pack, "5.2");
    for (words, address) in [
        ("go result".to_owned(), "result"),
        ("go result/plan".to_owned(), "result/plan"),
        ("go ".to_owned(), ""),
        (format!("item {first}"), "question/5.2/result"),
        (format!("item {first} check"), "question/5.2/check"),
    ] {
        assert_eq!(place(&used(&state, &words, InputValue::Nothing)), address, "{words}");
    }
}

#[test]
fn a_row_of_the_statement_is_changed_field_by_field() {
    let state = in_full("go result/statement/A.5");
    let row = item(&state.pack, "A.5.2");
    let act = |state: &State, field: &str, entered| used(state, &format!("{field} {row}"), entered);
    let state = act(&state, "applicable", text("yes"));
    let state = used(&state, &format!("inclusion {row} law"), InputValue::Tick(true));
    let state = used(&state, &format!("inclusion {row} risk"), InputValue::Tick(true));
    let state = used(&state, &format!("inclusion {row} risk"), InputValue::Tick(false));
    let state = act(&state, "implementation", text("partly"));
    let state = act(&state, "how", text("In the office"));
    let state = act(&state, "owner", text("Eve"));
    let state = act(&state, "evidence", text("A list"));
    let state = act(&state, "due", text("2027-01-31"));
    let answer = state.assessment.get(row).expect("an answer");
    assert!(answer.applicable);
    assert_eq!(answer.inclusion.iter().map(|word| &**word).collect::<Vec<_>>(), ["law"]);
    assert_eq!(answer.implementation, Some(Implementation::Partly));
    assert_eq!((&*answer.how, &*answer.owner), ("In the office", "Eve"));
    assert_eq!(said(&state), "A.5.2 owner Eve evidence A list @  due 2027-01-31");
    let state = act(&state, "implementation", text(""));
    assert_eq!(state.assessment.get(row).expect("an answer").implementation, None);
    let state = act(&state, "due", text(""));
    assert_eq!(state.assessment.get(row).expect("an answer").due, None);
}

#[test]
fn a_control_is_left_out_and_taken_in_again() {
    let state = in_full("A.7.1 = 3");
    let row = item(&state.pack, "A.7.1");
    let out = used(&state, &format!("applicable {row}"), text("no"));
    assert_eq!(said(&out), "A.7.1 = -");
    let reason = used(&out, &format!("reason {row}"), text("We rent no rooms"));
    assert_eq!(said(&reason), "A.7.1 = - We rent no rooms");
    let open = used(&reason, &format!("applicable {row}"), text(""));
    assert_eq!(said(&open), "");
    let kept = used(&state, &format!("applicable {row}"), text("yes"));
    assert_eq!(said(&kept), "A.7.1 = 3", "a level stays");
}

#[test]
fn a_requirement_is_never_left_out() {
    let state = in_full("4.1 = 3");
    let row = item(&state.pack, "4.1");
    for (field, value) in [("applicable", "no"), ("applicable", ""), ("reason", "Too much work")] {
        let after = used(&state, &format!("{field} {row}"), text(value));
        assert_eq!(after.assessment, state.assessment, "{field}");
    }
}

#[test]
fn marked_rows_are_changed_in_one_step() {
    let state = in_full("go result/statement/A.5\nA.7.2 owner Ann");
    let rows = ["A.5.1", "A.5.2"].map(|id| item(&state.pack, id));
    let own = used(&state, "own add", InputValue::Nothing);
    let mark = format!("mark {} {} o0", rows[0], rows[1]);
    let marked = used(&own, &mark, InputValue::Tick(true));
    assert_eq!(marked.page.marked.len(), 3);
    let entered = used(&marked, "bulk owner", text("Eve"));
    assert_eq!(entered.assessment, marked.assessment, "it waits");
    let after = used(&entered, "bulk apply", InputValue::Nothing);
    assert_eq!(said(&after), "A.5.1 owner Eve\nA.5.2 owner Eve\nA.7.2 owner Ann");
    assert_eq!(&*after.assessment.own_controls[0].answer.owner, "Eve");
    assert_eq!(then(&after, "undo").assessment, marked.assessment);
    assert!(after.page.marked.is_empty() && after.applied() == Some(3));
    let fewer = used(&entered, &format!("mark {}", rows[0]), InputValue::Tick(false));
    assert_eq!(fewer.page.marked, [SoaRowId::Item(rows[1]), SoaRowId::Own(0)]);
    let left = then(&entered, "go result/statement/A.7");
    assert!(left.page.marked.is_empty() && left.draft().is_none(), "marks end with the page");
}

#[test]
fn own_controls_come_and_go() {
    let state = used(&in_full(""), "own add", InputValue::Nothing);
    let state = used(&state, "own name 0", text("Guard dog"));
    let state = used(&state, "how o0", text("In the yard"));
    let state = used(&state, "own add", InputValue::Nothing);
    let own = &state.assessment.own_controls;
    assert_eq!((own.len(), &*own[0].name, &*own[0].answer.how), (2, "Guard dog", "In the yard"));
    let fewer = used(&state, "own remove 0", InputValue::Nothing);
    assert_eq!(fewer.assessment.own_controls.len(), 1);
    assert_eq!(&*fewer.assessment.own_controls[0].name, "");
    assert_eq!(then(&fewer, "undo").assessment, state.assessment);
    assert_eq!(used(&state, "own remove 7", InputValue::Nothing).assessment, state.assessment);
}

#[test]
fn the_head_and_the_plan_are_set_and_cleared() {
    let state = in_full("");
    let state = used(&state, "version", text("1.0"));
    let state = used(&state, "approver", text("Ada"));
    let state = used(&state, "approved", text("2026-11-01"));
    let state = used(&state, "start", text("2027-01-04"));
    let state = used(&state, "pace", text("10"));
    let header = &state.assessment.soa_header;
    assert_eq!((&*header.version, &*header.approver), ("1.0", "Ada"));
    assert_eq!(header.date.expect("a date").to_string(), "2026-11-01");
    let settings = state.assessment.plan_settings;
    assert_eq!(settings.start.expect("a date").to_string(), "2027-01-04");
    assert_eq!(settings.pace, Some(10));
    assert_eq!(used(&state, "pace", text("0")).assessment.plan_settings.pace, Some(1));
    assert_eq!(used(&state, "pace", text("200")).assessment.plan_settings.pace, Some(100));
    assert_eq!(used(&state, "start", text("")).assessment.plan_settings.start, None);
}

#[test]
fn what_is_done_is_at_level_three_or_higher_from_that_day_on() {
    let state = in_full("4.1 = 1\n4.2 = 4");
    for (id, level) in [("4.1", 3), ("4.2", 4), ("4.3", 3)] {
        let row = item(&state.pack, id);
        let after = used(&state, &format!("done {row}"), InputValue::Nothing);
        let answer = after.assessment.get(row).expect("an answer");
        assert_eq!(answer.response, Level::new(level).map(Response::Level), "{id}");
        assert_eq!(answer.done, Some(state.today), "{id}");
        assert_eq!(then(&after, "undo").assessment, state.assessment, "{id}");
    }
}

#[test]
fn what_is_tried_is_saved_only_when_it_is_kept() {
    let state = in_full("4.1 = 1\n4.2 = 2");
    let (one, two) = (item(&state.pack, "4.1"), item(&state.pack, "4.2"));
    let tried = used(&state, &format!("try {one}"), text("3"));
    let tried = used(&tried, &format!("try {two}"), text("4"));
    assert_eq!(tried.assessment, state.assessment);
    let same = used(&tried, &format!("try {two}"), text("2"));
    assert_eq!(same.page.tried.len(), 1, "what it really has is not tried");
    let kept = used(&tried, "keep", InputValue::Nothing);
    assert_eq!(said(&kept), "4.1 = 3\n4.2 = 4");
    assert!(kept.page.tried.is_empty());
    assert_eq!(then(&kept, "undo").assessment, state.assessment, "all of it is one step");
    let dropped = used(&tried, "discard", InputValue::Nothing);
    assert_eq!(dropped.assessment, state.assessment);
    assert!(dropped.page.tried.is_empty());
}

#[test]
fn a_milestone_keeps_the_answers_of_its_day_with_the_plan_and_the_statement() {
    let state = in_full("4.1 = 1\nact own add\nact pace | 4");
    assert_eq!(state.assessment.own_controls.len(), 1);
    assert_eq!(state.assessment.plan_settings.pace, Some(4));
    let typed = used(&state, "milestone new", text("Before summer"));
    let kept = used(&typed, "milestone add", InputValue::Nothing);
    assert!(kept.page.milestone.is_empty());
    let milestones = &kept.assessment.milestones;
    assert_eq!((milestones.len(), &*milestones[0].name), (1, "Before summer"));
    assert_eq!(milestones[0].date, Some(state.today));
    let later = then(&kept, "4.1 = 3");
    let frozen = &later.assessment.milestones[0].save;
    let (assessment, problems) =
        plumbline::save::restore(frozen, &state.pack).expect("a save file");
    assert_eq!(problems, []);
    assert_eq!(assessment, *state.assessment);
    let renamed = used(&later, "milestone name 0", text("Spring"));
    assert_eq!(&*renamed.assessment.milestones[0].name, "Spring");
    let gone = used(&renamed, "milestone remove 0", InputValue::Nothing);
    assert!(gone.assessment.milestones.is_empty());
    assert_eq!(then(&gone, "undo").assessment, renamed.assessment);
}

#[test]
fn a_milestone_holds_no_milestones() {
    let state = used(&in_full("4.1 = 1"), "milestone add", InputValue::Nothing);
    let twice = used(&state, "milestone add", InputValue::Nothing);
    let [first, second] = &twice.assessment.milestones[..] else { panic!("two") };
    assert_eq!(first.save, second.save);
}

#[test]
fn a_control_that_goes_away_says_what_gets_the_focus() {
    let state = used(&in_full(""), "own add", InputValue::Nothing);
    let gone = used(&state, "own remove 0", InputValue::Nothing);
    told(effects(&gone), "save");
    let gone = used(&state, "own remove 0 #own-add", InputValue::Nothing);
    assert!(gone.assessment.own_controls.is_empty());
    assert!(gone.effects.contains(&Effect::Focus("own-add".into())));
}

#[test]
fn nothing_is_changed_where_another_tab_writes() {
    let state = in_full("4.1 = 1\nelsewhere b");
    for (words, entered) in [
        ("version", text("1")),
        ("own add", InputValue::Nothing),
        ("milestone add", InputValue::Nothing),
        ("done 0", InputValue::Nothing),
        ("owner 0", text("Eve")),
    ] {
        assert_eq!(used(&state, words, entered).assessment, state.assessment, "{words}");
    }
}
