//! What holds for every view, in every example.

use super::{english, every_view, widget};
use crate::html::{around, select, tag, words};
use crate::script::{then, today};
use crate::support::default_pack;
use plumbline::app::{Action, Origin, Route, State};
use scraper::{ElementRef, Html};
use std::collections::BTreeSet;

/// What no view may hold.
const NEVER: &[(&str, &str)] = &[
    ("[style]", "has a style attribute"),
    ("[id='']", "has an empty id"),
    ("[tabindex]:not([tabindex='-1'])", "changes the order of tabs"),
    ("button:not([type=button])", "sends a form of the page around it"),
    ("button button, label button, summary button", "stands in another control"),
    (
        "fieldset:empty, fieldset:not([aria-labelledby]) > :first-child:not(legend)",
        "no legend stands in front",
    ),
    ("details:empty, details > :first-child:not(summary)", "no summary stands in front"),
    ("svg:not([role=img][aria-labelledby], [aria-hidden=true])", "is a picture without words"),
    (":not(ul, ol) > li", "stands outside of a list"),
    (":is(ul, ol) > :not(li)", "is no entry of its list"),
    ("th:not([scope])", "heads neither row nor column"),
    ("h1, h5, h6", "is a heading of a level that belongs to others"),
    ("[data-focus]:not(:is(h2, h3)[tabindex='-1'])", "takes the focus"),
];

/// What must say something.
const SAYS: &str = "p:not([role=status]), li, h2, h3, h4, td, th, dt, dd, legend, label, summary, \
                    option, code, strong, caption, ol, button:not([aria-label])";

/// What is wrong with a view, each with the tag at fault.
pub fn wrong(view: &Html) -> Vec<String> {
    let root = view.root_element();
    let mut found = Vec::new();
    let mut fault = |element, fault: &str| found.push(format!("{} {fault}", tag(element)));
    for (never, why) in NEVER {
        select(root, never).into_iter().for_each(|element| fault(element, why));
    }
    for element in root.descendent_elements() {
        if element.value().attrs().any(|(name, _)| name.starts_with("on")) {
            fault(element, "has a script");
        }
    }
    for element in select(root, SAYS) {
        let picture = element.attr("class") == Some("picture");
        if words(element).trim().is_empty() && !picture {
            fault(element, "is empty");
        }
    }
    let says = |label: &ElementRef| !words(*label).trim().is_empty();
    let labels: Vec<ElementRef> = select(root, "label[for]").into_iter().filter(says).collect();
    for element in select(root, "input, select, textarea") {
        let named = element.attr("aria-label").is_some()
            || around(element).any(|outer| outer.value().name() == "label" && says(&outer))
            || labels.iter().any(|label| label.attr("for") == element.attr("id"));
        if !named {
            fault(element, "has no label");
        }
    }
    references(root, &mut found);
    headings(root, &mut found);
    buttons(root, &mut found);
    found
}

/// Each id is there once, what refers to one finds it, and a hint with one is read out with a field.
fn references(view: ElementRef, found: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    for id in view.descendent_elements().filter_map(|element| element.attr("id")) {
        if !ids.insert(id) {
            found.push(format!("the id {id} is used twice"));
        }
    }
    let named = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];
    for element in view.descendent_elements() {
        let fill = element.attr("fill").and_then(|fill| fill.strip_prefix("url(#"));
        let fill = fill.map(|id| id.trim_end_matches(')'));
        let references = named.iter().filter_map(|name| element.attr(name));
        let missing = references.flat_map(str::split_whitespace).chain(fill);
        let missing = missing.filter(|id| !ids.contains(id));
        found.extend(missing.map(|id| format!("nothing has the id {id}")));
    }
    for hint in select(view, "[class=hint][id], [class=error][id]") {
        let id = hint.attr("id").unwrap_or_default();
        if select(view, &format!("[aria-describedby~='{id}']")).is_empty() {
            found.push(format!("no field is described by {id}"));
        }
    }
}

/// Who hears a button knows what it is for: its name is the only one in its group.
fn buttons(view: ElementRef, found: &mut Vec<String>) {
    let mut names = BTreeSet::new();
    for button in select(view, "button:not([class=link])") {
        let group = around(button).find(|outer| {
            outer.value().name() == "fieldset" || outer.attr("aria-labelledby").is_some()
        });
        let name = button.attr("aria-label").map_or_else(|| words(button), str::to_owned);
        if !names.insert((group.map(|group| group.id()), name.clone())) {
            found.push(format!("{name} stands on two buttons"));
        }
    }
}

/// One heading takes the focus, and no level is skipped from there on.
fn headings(view: ElementRef, found: &mut Vec<String>) {
    let levels = select(view, "h2, h3, h4").into_iter().map(|heading| heading.value().name());
    let levels: Vec<&str> = levels.collect();
    for pair in levels.windows(2).filter(|pair| *pair == ["h2", "h4"]) {
        found.push(format!("{} follows on {}", pair[1], pair[0]));
    }
    let focus = select(view, "[data-focus]").len();
    if focus != 1 {
        found.push(format!("{focus} headings take the focus"));
    }
}

#[test]
fn every_view_can_be_used_by_everybody() {
    none(every_view(&crate::script::pack(), &english()));
}

/// No rule is broken in any of these views.
#[track_caller]
pub fn none(views: Vec<(&'static str, Html)>) {
    let faults = views.iter().flat_map(|(name, view)| {
        wrong(view).into_iter().map(move |fault| format!("  {name}: {fault}\n"))
    });
    let faults: String = faults.collect();
    assert!(faults.is_empty(), "found:\n{faults}");
}

#[test]
fn every_view_of_the_default_pack_can_be_used_by_everybody() {
    let state = then(&State::new(default_pack(), today()), "begin full\ncreated a");
    for section in 0..state.pack.sections.len() {
        let mut next = state.asked_in(section).first().copied();
        while let Some(item) = next.filter(|item| state.pack.items[*item].section == section) {
            let question = Route::Question { item, from: Origin::Sections };
            let view = widget(state.reduce(Action::Go(question)).0, &english());
            assert_eq!(wrong(&view), Vec::<String>::new(), "{}", state.pack.items[item].id);
            next = state.after(item);
        }
    }
    let addresses = "profile sections search check result result/figure/overall result/plan \
                     result/metrics result/what-if result/milestones \
                     result/milestones/compare/now/now";
    for address in addresses.split(' ') {
        let view = widget(then(&state, &format!("go {address}")).state, &english());
        assert_eq!(wrong(&view), Vec::<String>::new(), "{address}");
    }
}

#[test]
fn the_statement_of_the_default_pack_can_be_used_by_everybody() {
    let state = State::new(default_pack(), today());
    let state = then(&state, "begin full\ncreated a\nA.5.1 = 2\nA.6.1 = -");
    for place in ["", "/A.5", "/A.5/missing", "/A.6", "/A.7", "/A.8", "/own"] {
        let state = then(&state, &format!("go result/statement{place}"));
        let marked = then(&state, "act mark 40 41 | +");
        for state in [state, marked] {
            assert_eq!(wrong(&widget(state.state, &english())), Vec::<String>::new(), "{place}");
        }
    }
}

#[test]
fn each_rule_finds_what_breaks_it() {
    let focus = "<h2 data-focus tabindex=-1>Title</h2>";
    for (html, fault) in [
        ("<p style=\"color:red\">a</p>", "has a style attribute"),
        ("<p onclick=\"a\">a</p>", "has a script"),
        ("<p id=\"\">a</p>", "has an empty id"),
        ("<p tabindex=\"0\">a</p>", "changes the order of tabs"),
        ("<button>a</button>", "sends a form of the page around it"),
        ("<button type=\"button\"></button>", "is empty"),
        ("<label><button type=\"button\">a</button></label>", "stands in another control"),
        ("<fieldset><p>a</p></fieldset>", "no legend stands in front"),
        ("<details></details>", "no summary stands in front"),
        ("<svg role=\"img\"></svg>", "is a picture without words"),
        ("<li>a</li>", "stands outside of a list"),
        ("<div><li>a</li></div>", "stands outside of a list"),
        ("<ul><p>a</p></ul>", "is no entry of its list"),
        ("<ol></ol>", "is empty"),
        ("<table><tr><th>a</th></tr></table>", "heads neither row nor column"),
        ("<h1>a</h1>", "is a heading of a level that belongs to others"),
        ("<h4>a</h4>", "h4 follows on h2"),
        ("<h3 data-focus>a</h3>", "takes the focus"),
        ("<p></p>", "is empty"),
        ("<input>", "has no label"),
        ("<label for=\"a\"></label><input id=\"a\">", "has no label"),
        ("<p id=\"a\">a</p><p id=\"a\">a</p>", "the id a is used twice"),
        ("<label for=\"a\">a</label>", "nothing has the id a"),
        ("<svg aria-hidden=\"true\"><path fill=\"url(#a)\"/></svg>", "nothing has the id a"),
        ("<p class=\"hint\" id=\"a\">a</p>", "no field is described by a"),
        (&"<button type=\"button\">a</button>".repeat(2), "a stands on two buttons"),
        (focus, "2 headings take the focus"),
    ] {
        let wrong = wrong(&crate::html::read(&format!("{focus}{html}")));
        assert!(wrong.iter().any(|found| found.ends_with(fault)), "{html}: {wrong:?}");
    }
    assert_eq!(wrong(&crate::html::read(focus)), Vec::<String>::new());
}
