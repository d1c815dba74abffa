//! Milestones and comparing, as the pages tell them.

use crate::drawn::{acts, of_class, page, text, works, Node};
use crate::script::{effects, in_full, then, told};
use plumbline::app::{Event, State};
use plumbline::model::decode::decode;
use plumbline::save;
use std::rc::Rc;

/// A page below the milestones.
#[track_caller]
fn milestones(state: &State, rest: &str) -> Vec<Node> {
    let page = page(&then(state, &format!("go result/milestones{rest}")));
    works(&page);
    page
}

#[track_caller]
fn shown(state: &State, rest: &str) -> String {
    text(&milestones(state, rest))
}

#[track_caller]
fn lead(state: &State, rest: &str) -> String {
    of_class(&milestones(state, rest), "lead").into_iter().map(|lead| lead.words()).collect()
}

const KEPT: &str = "4.1 = 2\n4.3 = 1\nact milestone new | Spring\nact milestone add";

#[test]
fn a_milestone_does_not_change_when_the_answers_do() {
    let kept = in_full(KEPT);
    let milestone = kept.assessment.milestones[0].clone();
    assert_eq!((&*milestone.name, milestone.date), ("Spring", Some(kept.today)));
    assert_eq!(&*kept.page.milestone, "", "the name is used");
    let later = then(&kept, "4.1 = 4\n4.3 = 3\norganisation Miller\nmode quick");
    assert_eq!(later.assessment.milestones, [milestone]);
    let (then, _) = plumbline::report::compare::open(&kept.pack, &later.assessment.milestones[0])
        .expect("it can be read");
    assert_eq!(then.item_status(0), kept.assessment.item_status(0));
}

#[test]
fn the_page_says_what_became_of_it_since_the_newest_milestone() {
    assert!(lead(&in_full(""), "").starts_with("No milestone is kept yet."));
    let kept = in_full(KEPT);
    assert_eq!(lead(&kept, ""), "Nothing has changed since Spring, 22 Nov 2026.");
    let later = then(&kept, "4.1 = 3\n4.3 = 0");
    let told = lead(&later, "");
    assert!(told.starts_with("Since Spring, 22 Nov 2026, overall went from"), "{told}");
    assert!(told.ends_with("Answers at a higher level: 1, at a lower one: 1."), "{told}");
}

#[test]
fn a_milestone_is_named_removed_and_brought_back() {
    let kept = in_full(&format!("{KEPT}\nact milestone add\nact milestone name 1 | Autumn"));
    let names = |state: &State| {
        let milestones = state.assessment.milestones.iter();
        milestones.map(|milestone| milestone.name.to_string()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(names(&kept), "Spring, Autumn");
    let removed = then(&kept, "act milestone remove 0 #page-title");
    told(effects(&removed), "save\nfocus page-title");
    assert_eq!(names(&removed), "Autumn");
    assert_eq!(names(&then(&removed, "undo")), "Spring, Autumn");
    assert_eq!(names(&then(&kept, "act milestone remove 2")), "Spring, Autumn");
}

#[test]
fn a_trend_is_drawn_once_there_are_two_figures() {
    let pictures = |state: &State| of_class(&milestones(state, ""), "picture").len();
    assert_eq!(pictures(&in_full("4.1 = 2")), 0);
    let mut state = in_full(KEPT);
    assert_eq!(pictures(&state), 1);
    // More than a picture has room for leave the oldest out.
    for _ in 0..30 {
        state = then(&state, "act milestone add");
    }
    assert_eq!(pictures(&state), 1);
}

#[test]
fn a_milestone_compared_with_itself_has_not_changed() {
    let state = then(&in_full(KEPT), "4.1 = 4");
    for rest in ["/compare/0/0", "/compare/now/now"] {
        assert_eq!(lead(&state, rest), "Nothing has changed between the two.", "{rest}");
        assert!(!shown(&state, rest).contains("Change"), "{rest}");
    }
    assert_ne!(lead(&state, "/compare/0/now"), "Nothing has changed between the two.");
}

#[test]
fn a_comparison_tells_items_and_findings_in_its_direction() {
    let state = then(&in_full(KEPT), "4.3 = 3\n4.3 evidence 0 A list\n5.2 = 0");
    let forth = shown(&state, "/compare/0/now");
    for told in [
        "Before: Spring, 22 Nov 2026. After: Today's answers.",
        "2 questions stand differently",
        "1 finding closed",
        "1 finding new",
        "The borders",
        "better",
    ] {
        assert!(forth.contains(told), "{told} is not told in: {forth}");
    }
    assert!(!forth.contains("worse"));
    let back = shown(&state, "/compare/now/0");
    assert!(back.contains("Before: Today's answers. After: Spring, 22 Nov 2026."));
    assert!(back.contains("worse") && !back.contains("better"), "{back}");
    // Without an address, from the newest milestone to today.
    assert_eq!(lead(&state, "/compare"), lead(&state, "/compare/0/now"));
}

#[test]
fn what_is_not_there_or_cannot_be_read_is_told() {
    let state = in_full(KEPT);
    for rest in ["/compare/7/now", "/compare/now/7", "/compare/other/now", "/compare/0/other"] {
        let told = lead(&state, rest);
        assert_eq!(told, "One of the two is not there. Choose below what to compare.", "{rest}");
    }
    let mut broken = state.clone();
    Rc::make_mut(&mut Rc::make_mut(&mut broken.assessment).milestones[0]).save = "{".into();
    assert!(shown(&broken, "").contains("It cannot be read:"));
    assert_eq!(lead(&broken, ""), "No milestone can be read, so there is nothing to compare with.");
    assert!(lead(&broken, "/compare/0/now").starts_with("Spring, 22 Nov 2026 cannot be read:"));
}

#[test]
fn a_milestone_without_a_date_says_so_and_is_compared_as_any_other() {
    let mut state = then(&in_full(KEPT), "4.1 = 4").state;
    let milestone = &mut Rc::make_mut(&mut state.assessment).milestones[0];
    Rc::make_mut(milestone).date = None;
    assert!(shown(&state, "").contains("no date"));
    assert!(lead(&state, "").starts_with("Since Spring, no date, overall went from"));
    let compared = shown(&state, "/compare/0/now");
    assert!(compared.contains("Before: Spring, no date."), "{compared}");
    assert!(compared.contains("better"));
    let renamed = then(&state, "act milestone name 0 | Summer");
    assert!(shown(&renamed, "/compare/0/now").contains("Summer, no date"));
    assert_eq!(&*then(&renamed, "undo").assessment, &*state.assessment);
    let board = text(&page(&then(&state, "go result/board")));
    assert!(board.contains("Spring, no date"), "{board}");
}

#[test]
fn a_letter_that_was_guessed_in_the_file_to_compare_with_is_told() {
    let theirs = in_full("organisation Müller");
    let file = save::save(&theirs.pack, &theirs.assessment);
    let bytes: Vec<u8> = file.chars().map(|letter| u32::from(letter) as u8).collect();
    let file = Event::ComparisonRead(Rc::new(decode(&bytes)));
    let page = shown(&in_full("").receive(file).0, "");
    assert!(page.contains("The file is of: Müller."), "{page}");
    assert!(page.contains("Please look at 1 part of it"), "{page}");
    assert!(page.contains("Check for example \u{201c}Müller\u{201d}"), "{page}");
}

#[test]
fn another_file_is_named_compared_and_put_away() {
    let theirs = in_full("organisation Miller\nname Autumn\n4.1 = 4\nmode full");
    let file = save::save(&theirs.pack, &theirs.assessment).replace('\n', " ");
    let state = in_full(&format!("organisation Yusuf\n4.1 = 2\nother {file}"));
    let page = shown(&state, "");
    assert!(page.contains("The file is of: Miller, Autumn."), "{page}");
    let compared = shown(&state, "/compare/other/now");
    assert!(compared.contains("different organisations. Before: Miller. After: Yusuf."));
    assert!(compared.contains("worse"));
    let away = then(&state, "go result/milestones\nact other close #page-title");
    assert_eq!(away.page.comparison, None);
    assert_eq!(away.assessment.get(0), state.assessment.get(0));
    let unread = in_full("other {");
    assert!(shown(&unread, "").contains("The file cannot be read:"));
    let foreign = file.replace("\"4.1\"", "\"4.1\": {\"level\": 9}, \"9.9\"");
    assert!(
        shown(&in_full(&format!("other {foreign}")), "").contains("Please look at 2 parts of it")
    );
}

#[test]
fn nothing_is_kept_named_or_removed_where_nothing_can_be_changed() {
    let state = then(&in_full(KEPT), "elsewhere b");
    let acts = acts(&milestones(&state, ""));
    assert!(!acts.iter().any(|act| act.starts_with("milestone")), "{acts:?}");
    assert_eq!(then(&state, "act milestone add").assessment, state.assessment);
}
