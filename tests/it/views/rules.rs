//! What holds for every view, in every example.

use super::html::Element;
use super::{english, every_view};
use std::collections::BTreeSet;

/// What is wrong with a view, each with the tag at fault.
pub fn wrong(view: &Element) -> Vec<String> {
    let mut found = Vec::new();
    let mut ids = BTreeSet::new();
    view.walk(&mut |element, _| {
        if let Some(id) = element.get("id") {
            if !ids.insert(id) {
                found.push(format!("the id {id} is used twice"));
            }
        }
    });
    let mut labelled: BTreeSet<&str> = BTreeSet::new();
    view.walk(&mut |element, _| {
        let of_label = element.get("for").filter(|_| element.name == "label");
        if !element.text().trim().is_empty() {
            labelled.extend(of_label);
        }
        let references = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];
        for reference in references.iter().filter_map(|name| element.get(name)) {
            let missing = reference.split_whitespace().filter(|id| !ids.contains(id));
            found.extend(missing.map(|id| format!("nothing has the id {id}")));
        }
        if let Some(id) = element.get("fill").and_then(|fill| fill.strip_prefix("url(#")) {
            if !ids.contains(id.trim_end_matches(')')) {
                found.push(format!("nothing has the id of {id}"));
            }
        }
    });
    view.walk(&mut |element, around| {
        found.extend(faults(element, around, &labelled).into_iter().map(|fault| {
            let attributes: Vec<String> =
                element.attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("<{} {}> {fault}", element.name, attributes.join(" "))
        }));
    });
    headings(view, &mut found);
    hints(view, &mut found);
    buttons(view, &mut found);
    found
}

/// Who hears a button knows what it is for: its name is the only one in its group.
fn buttons(view: &Element, found: &mut Vec<String>) {
    let mut names = BTreeSet::new();
    view.walk(&mut |element, around| {
        if element.name != "button" || element.get("class") == Some("link") {
            return;
        }
        let named = |outer: &&&Element| outer.name == "fieldset" || outer.has("aria-labelledby");
        let group = around.iter().rev().find(named).map(|group| std::ptr::from_ref(*group));
        let name = element.get("aria-label").map_or_else(|| element.text(), str::to_owned);
        if !names.insert((group, name.clone())) {
            found.push(format!("{name} stands on two buttons"));
        }
    });
}

/// A hint with an id is there to be read out with its field.
fn hints(view: &Element, found: &mut Vec<String>) {
    let mut described = BTreeSet::new();
    view.walk(&mut |element, _| {
        described.extend(element.get("aria-describedby").unwrap_or_default().split_whitespace());
    });
    view.walk(&mut |element, _| {
        let hint = matches!(element.get("class"), Some("hint" | "why" | "error"));
        if let Some(id) = element.get("id").filter(|id| hint && !described.contains(id)) {
            found.push(format!("no field is described by {id}"));
        }
    });
}

/// What is wrong with one element.
fn faults(element: &Element, around: &[&Element], labelled: &BTreeSet<&str>) -> Vec<&'static str> {
    let inside = |names: &[&str]| around.iter().any(|outer| names.contains(&&*outer.name));
    let parent = around.last().map(|parent| &*parent.name).unwrap_or_default();
    let mut faults = Vec::new();
    let mut rule = |broken: bool, fault| {
        if broken {
            faults.push(fault);
        }
    };
    let name = &*element.name;
    let says_nothing = element.text().trim().is_empty();
    rule(element.has("style"), "has a style attribute");
    rule(element.attributes.iter().any(|(name, _)| name.starts_with("on")), "has a script");
    match name {
        "input" | "select" | "textarea" => {
            let named = element.has("aria-label")
                || element.get("id").is_some_and(|id| labelled.contains(id))
                || around
                    .iter()
                    .any(|outer| outer.name == "label" && !outer.text().trim().is_empty());
            rule(!named, "has no label");
        }
        "fieldset" => {
            let first = element.elements().next();
            let legend = first.filter(|first| first.name == "legend");
            rule(legend.is_none_or(|l| l.text().trim().is_empty()), "has no legend in front");
        }
        "button" => {
            rule(says_nothing && !element.has("aria-label"), "says nothing");
            rule(element.get("type") != Some("button"), "sends a form of the page around it");
            rule(inside(&["button", "label", "summary"]), "stands in another control");
        }
        "details" => {
            let first = element.elements().next().map(|first| &*first.name);
            rule(first != Some("summary"), "has no summary in front");
        }
        "svg" => {
            let named = element.get("role") == Some("img") && element.has("aria-labelledby");
            let hidden = element.get("aria-hidden") == Some("true");
            rule(!named && !hidden, "is a picture without words");
        }
        "li" => rule(!matches!(parent, "ul" | "ol"), "stands outside of a list"),
        "ol" if says_nothing => rule(true, "lists nothing"),
        "ul" | "ol" => {
            rule(element.elements().any(|inner| inner.name != "li"), "has more than entries")
        }
        "th" => rule(!element.has("scope"), "heads neither row nor column"),
        "p" => {
            let blocks = ["p", "div", "ul", "ol", "table", "details", "h2", "h3", "fieldset"];
            rule(element.elements().any(|i| blocks.contains(&&*i.name)), "has a block in it");
        }
        _ => (),
    }
    let texts = [
        "p", "li", "h2", "h3", "h4", "td", "th", "dt", "dd", "legend", "label", "summary",
        "option", "code", "strong", "caption",
    ];
    let live = element.get("role") == Some("status");
    let picture = element.get("class") == Some("picture");
    rule(texts.contains(&name) && says_nothing && !live && !picture, "is empty");
    rule(element.get("id") == Some(""), "has an empty id");
    rule(element.get("tabindex").is_some_and(|index| index != "-1"), "changes the order of tabs");
    faults
}

/// One heading takes the focus, and no level is skipped from there on.
fn headings(view: &Element, found: &mut Vec<String>) {
    let (mut focus, mut last) = (0, 0);
    view.walk(&mut |element, _| {
        let level = match &*element.name {
            "h2" => 2,
            "h3" => 3,
            "h4" => 4,
            "h1" | "h5" | "h6" => 9,
            _ => 0,
        };
        if element.has("data-focus") {
            focus += 1;
            if level != 2 || element.get("tabindex") != Some("-1") {
                found.push(format!("a {} takes the focus", element.name));
            }
        }
        if level > 0 {
            if last > 0 && level > last + 1 {
                found.push(format!("{} follows on level {last}", element.name));
            }
            last = level;
        }
    });
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
pub fn none(views: Vec<(&'static str, Element)>) {
    let faults = views.iter().flat_map(|(name, view)| {
        wrong(view).into_iter().map(move |fault| format!("  {name}: {fault}\n"))
    });
    let faults: String = faults.collect();
    assert!(faults.is_empty(), "found:\n{faults}");
}

#[test]
fn every_view_of_the_default_pack_can_be_used_by_everybody() {
    let (pack, problems) = plumbline::pack::parse(include_str!("../../../controls.json"));
    assert_eq!(problems, []);
    let state = plumbline::state::State::new(pack.into(), crate::script::today());
    let state = crate::script::then(&state, "begin full\ncreated a");
    for section in 0..state.pack.sections.len() {
        let mut next = state.asked_in(section).first().copied();
        while let Some(item) = next.filter(|item| state.pack.items[*item].section == section) {
            let from = plumbline::state::From::Sections;
            let view = plumbline::state::View::Question { item, from };
            let view = super::widget(state.reduce(plumbline::state::Action::Go(view)), &english());
            assert_eq!(wrong(&view), Vec::<String>::new(), "{}", state.pack.items[item].id);
            next = state.after(item);
        }
    }
    let addresses = "profile sections search check result result/figure/overall result/plan \
                     result/metrics result/what-if result/milestones \
                     result/milestones/compare/now/now";
    for address in addresses.split(' ') {
        let view = super::widget(crate::script::then(&state, &format!("go {address}")), &english());
        assert_eq!(wrong(&view), Vec::<String>::new(), "{address}");
    }
}

#[test]
fn the_statement_of_the_default_pack_can_be_used_by_everybody() {
    let state =
        plumbline::state::State::new(crate::support::default_pack(), crate::script::today());
    let state = crate::script::then(&state, "begin full\ncreated a\nA.5.1 = 2\nA.6.1 = -");
    for place in ["", "/A.5", "/A.5/missing", "/A.6", "/A.7", "/A.8", "/own"] {
        let state = crate::script::then(&state, &format!("go result/statement{place}"));
        let marked = crate::script::then(&state, "act mark 40 41 | +");
        for state in [state, marked] {
            let view = super::widget(state, &english());
            assert_eq!(wrong(&view), Vec::<String>::new(), "{place}");
        }
    }
}
