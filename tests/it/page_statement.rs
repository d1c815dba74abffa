//! The Statement of Applicability on pages of the report, and what its controls do.

mod marked;
mod rows;

use crate::drawn::{acts, control, elements, find, page, text, works, Element, Node};
use crate::script::statement::{COMPLETED, DECIDED};
use crate::script::{in_full, item, then, InputValue, Played};
use crate::support::{english, today};
use plumbline::app::{Effect, State};
use plumbline::export::{self, Export};
use plumbline::rules::soa::{soa, SoaCounts};

/// Every page of the statement.
pub const PAGES: [&str; 7] = ["", "/A.5", "/A.5/missing", "/A.7", "/A.8", "/own", "/own/missing"];

fn at(state: &State, place: &str) -> State {
    then(state, &format!("go result/statement{place}")).state
}

/// States of each kind, on every page of the statement.
fn everywhere() -> Vec<(String, State)> {
    let (open, part) = (in_full(""), in_full(DECIDED));
    let full = then(&part, COMPLETED);
    let quick = then(&part, "mode quick");
    let states = [("open", open), ("part", part), ("full", full), ("quick", quick)];
    let mut everywhere = Vec::new();
    for ((name, state), place) in
        states.iter().flat_map(|state| PAGES.into_iter().map(move |place| (state, place)))
    {
        let state = at(state, place);
        // With all rows marked, if there are any, the page has the fields for all of them too.
        let mark = acts(&page(&state)).into_iter().find(|act| act.starts_with("mark "));
        if let Some(mark) = mark {
            let marked = then(&state, &format!("act {mark} | +"));
            everywhere.push((format!("{name}{place}, marked"), marked.state));
        }
        everywhere.push((format!("{name}{place}"), state));
    }
    everywhere
}

/// What can be used or filled in.
fn controls(nodes: &[Node]) -> Vec<&Element> {
    let known = ["button", "input", "select", "textarea"];
    let mut found = elements(nodes);
    found.retain(|element| known.contains(&&*element.tag));
    found
}

/// Those of them that can be used now.
fn usable(nodes: &[Node]) -> Vec<&Element> {
    let mut found = controls(nodes);
    found.retain(|control| control.get("disabled").is_none());
    found
}

/// What a control asks for.
#[track_caller]
fn act(control: &Element) -> &str {
    control.act.as_deref().expect("it does something")
}

/// Whether a control leads to another place or to a file, and so changes nothing.
fn leads_on(control: &Element) -> bool {
    ["go", "item", "file", "separator"]
        .contains(&act(control).split(' ').next().unwrap_or_default())
}

/// The numbers in words. Those of clauses are none.
fn numbers(words: &str) -> Vec<u32> {
    words.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse().ok()).collect()
}

#[test]
fn everything_on_the_pages_does_something_and_every_id_is_used_once() {
    for (name, state) in everywhere() {
        let page = page(&state);
        works(&page);
        for control in controls(&page) {
            assert!(!control.can_enter().is_empty(), "{name}: {}", act(control));
            control.can_enter().iter().for_each(|entered| _ = control.action(entered));
        }
    }
}

#[test]
fn every_control_has_a_label() {
    for (name, state) in everywhere() {
        let page = page(&state);
        let labels = elements(&page).into_iter().filter(|element| element.tag == "label");
        let labels: Vec<_> = labels.collect();
        for control in controls(&page).into_iter().filter(|control| control.tag != "button") {
            let labelled = labels.iter().any(|label| {
                let inside = elements(&label.children);
                let named = label.get("for").is_some_and(|id| control.get("id") == Some(id));
                named || inside.into_iter().any(|inside| std::ptr::eq(inside, control))
            });
            assert!(labelled, "{name}: {}", act(control));
        }
    }
}

#[test]
fn the_sentence_counts_what_the_statement_counts() {
    for (name, state) in everywhere() {
        let soa = soa(&state.pack, &state.assessment);
        let place = name.split([',', '/']).nth(1).filter(|place| !place.trim().starts_with('m'));
        let section = |id: &str| state.pack.sections.iter().position(|s| &*s.id == id);
        let counts = match place {
            None => Some(soa.counts),
            Some(id) => {
                soa.themes.iter().find(|t| t.section == section(id)).map(|theme| theme.counts)
            }
        };
        let lead = find(&page(&state), "class", "lead").words();
        let SoaCounts { total, applicable, excluded, undecided, complete, .. } =
            counts.unwrap_or_default();
        let expected = match total {
            0 => Vec::new(),
            _ => vec![total, applicable, excluded, undecided, complete],
        };
        assert_eq!(numbers(&lead), expected, "{name}: {lead}");
    }
}

#[test]
fn the_first_page_names_what_is_missing_in_the_head() {
    let missing = |state: &State| find(&page(&at(state, "")), "class", "hint").words();
    let part = in_full(DECIDED);
    assert_eq!(missing(&part), "Not stated yet: Scope, Approved on, Approved by.");
    assert_eq!(missing(&then(&part, COMPLETED)), "All of it is stated.");
}

#[test]
fn the_statement_has_all_controls_in_quick_mode_and_says_so() {
    let quick = at(&then(&in_full(DECIDED), "mode quick"), "");
    let full = at(&then(&quick, "mode full"), "");
    let lead = |state: &State| find(&page(state), "class", "lead").words();
    assert_eq!(lead(&quick), lead(&full));
    let says = |state: &State| text(&page(state)).contains("quick check");
    assert!(says(&quick) && !says(&full));
}

#[test]
fn nothing_can_be_changed_where_another_tab_writes() {
    for (name, state) in everywhere() {
        let state = then(&state, "elsewhere b");
        let place = name.trim_start_matches(char::is_alphabetic).split(',').next();
        let state = at(&state, place.unwrap_or_default());
        for control in usable(&page(&state)) {
            assert!(leads_on(control), "{name}: {}", act(control));
        }
    }
}

#[test]
fn the_statement_is_offered_as_two_files() {
    let state = in_full(DECIDED);
    let offered = acts(&page(&at(&state, "")));
    let offered: Vec<_> = offered.iter().filter_map(|act| act.strip_prefix("file ")).collect();
    assert_eq!(offered, ["statement.csv", "statement.md"]);
    let exports = [Export::StatementTable, Export::StatementText];
    for ((id, export), media_type) in
        offered.into_iter().zip(exports).zip(["text/csv", "text/markdown"])
    {
        let file = export::file(
            export,
            &state.pack,
            &state.assessment,
            today(),
            state.separator,
            &english(),
        );
        let file = file.expect("a file");
        let end = id.split_once('.').expect("an extension").1;
        let name = format!("statement-of-applicability-miller-bakery-2026-11-22.{end}");
        assert_eq!(file.name, name);
        assert!(file.media_type.starts_with(media_type), "{id}");
        assert!(file.content.contains("doors"), "{id}: it has the own control");
    }
}

#[test]
fn the_focus_goes_to_the_name_of_a_new_control_and_back_when_it_is_removed() {
    let before = Played { state: at(&in_full(""), "/own"), effects: Vec::new() };
    let used = |state: &State, verb: &str| {
        let page = page(state);
        let asks = |control: &&Element| act(control).starts_with(verb);
        let control = controls(&page).into_iter().find(asks).expect("a control");
        let after = control.used(state, &InputValue::Nothing);
        let focus = focus(&after);
        (after, focus)
    };
    let (one, to) = used(&before, "own add");
    assert_eq!(to, ["so0-name"]);
    let (two, to) = used(&one, "own add");
    assert_eq!(to, ["so1-name"]);
    for state in [&before, &one, &two] {
        assert!(find(&page(state), "id", "soa-add").words().starts_with("Add"), "it stays");
    }
    let (gone, to) = used(&two, "own remove");
    assert_eq!(to, ["soa-add"]);
    assert_eq!(page(&gone), page(&at(&at(&one, ""), "/own")), "the other row is closed");
}

/// The identifiers of what got the focus, all of which is there.
#[track_caller]
fn focus(played: &Played) -> Vec<String> {
    let page = page(played);
    let focused = played.effects.iter().filter_map(|effect| match effect {
        Effect::Focus(id) => Some(id.to_string()),
        _ => None,
    });
    focused.inspect(|id| _ = find(&page, "id", id)).collect()
}

#[test]
fn what_was_changed_stays_known_until_another_page_is_entered() {
    let state = at(&in_full(""), "/A.5");
    let row = item(&state.pack, "A.5.1");
    let changed = then(&state, &format!("act owner {row} | Ann\nact own add\nact how o0 | Here"));
    assert_eq!(changed.page.changed.len(), 2);
    let same = then(&changed, &format!("act owner {row} | Anna"));
    assert_eq!(same.page.changed, changed.page.changed);
    assert!(at(&changed, "/A.7").page.changed.is_empty());
    let page = page(&changed);
    let question = control(&page, &format!("item {row}")).used(&changed, &InputValue::Nothing);
    assert_eq!(question.page.changed.len(), 2, "the way back leads to the same rows");
}
