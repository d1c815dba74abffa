//! The pages of the answers and the grid.

use crate::composed::{only_read, sample, state};
use crate::drawn::{acts, elements, items, of_class, page, report, Element, Node};
use crate::make;
use crate::script::then;
use crate::support::{enter, today};
use plumbline::app::State;
use plumbline::model::assessment::Assessment;
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::report::percents;
use plumbline::rules::groups::{groups, Grouping};
use std::rc::Rc;

const GROUPINGS: &[(&str, Grouping)] = &[
    ("answers", Grouping::Sections),
    ("answers/lens/effect", Grouping::Lens(0)),
    ("answers/lens/property", Grouping::Lens(1)),
    ("answers/lens/topic", Grouping::Lens(2)),
    ("answers/lens/csf", Grouping::Lens(3)),
    ("answers/phase", Grouping::Phases),
    ("answers/owner", Grouping::Owners),
    ("answers/stage", Grouping::Stages),
];

/// The elements with this tag.
fn of_tag<'a>(page: &'a Element, tag: &str) -> Vec<&'a Element> {
    elements(&page.children).into_iter().filter(|one| one.tag == tag).collect()
}

/// A pack with so many sections that have so many items each.
fn pack(sections: usize, items: usize) -> Rc<Pack> {
    let section = |s| {
        let items: String = (0..items).map(|n| format!(" {s}.{n}\n")).collect();
        format!("{s} control\n{items}")
    };
    make::pack(&(0..sections).map(section).collect::<String>())
}

fn empty(pack: &Rc<Pack>) -> State {
    state(pack, Assessment::new(pack, Default::default()))
}

#[test]
fn each_group_has_the_figure_and_the_counts_that_were_worked_out() {
    for name in ["starting", "halfway", "ready"] {
        let state = sample(name);
        for (address, grouping) in GROUPINGS {
            let page = report(&state, address);
            let tables = of_tag(&page, "tbody");
            let groups = groups(&state.pack, &state.assessment, *grouping, state.today);
            let [table] = tables[..] else { panic!("{address}: {} tables", tables.len()) };
            assert_eq!(table.children.len(), groups.len(), "{address}");
            for (row, group) in of_tag(table, "tr").into_iter().zip(&groups) {
                let told = row.words();
                let tally = group.score.tally;
                assert!(told.contains(&format!("{} of {}", tally.answered(), tally.total)));
                let (lower, upper) = percents(group.score.bounds.expect("something applies"));
                let range = match lower == upper {
                    true => format!("{lower} %"),
                    false => format!("{lower}\u{2013}{upper} %"),
                };
                assert!(told.contains(&range), "{address}: {told}");
                let found = group.findings;
                for (n, words) in [(found.majors, "likely major"), (found.minors, "likely minor")] {
                    assert_eq!(told.contains(&format!("{n} {words}")), n > 0, "{told}");
                }
            }
            let lists = of_tag(&page, "details");
            assert_eq!(lists.len(), groups.len());
            for (list, group) in lists.iter().zip(&groups).filter(|_| *grouping != Grouping::Owners)
            {
                assert_eq!(items(&list.children), group.items, "{address}");
            }
        }
    }
}

#[test]
fn each_side_leads_to_all_others_and_says_where_it_is() {
    let state = sample("halfway");
    for (address, _) in GROUPINGS {
        let page = report(&state, address);
        let nav = of_tag(&page, "nav")[0];
        let expected: Vec<String> =
            GROUPINGS.iter().map(|(address, _)| format!("go result/{address}")).collect();
        assert_eq!(acts(&nav.children), expected);
        let links = elements(&nav.children).into_iter();
        let here: Vec<_> = links.filter(|one| one.get("aria-current").is_some()).collect();
        assert_eq!(here[0].act.as_deref(), Some(&*format!("go result/{address}")));
        assert_eq!(here.len(), 1);
    }
}

#[test]
fn a_side_that_is_not_known_is_that_of_the_clauses() {
    let state = sample("halfway");
    for address in ["answers/", "answers/lens/none", "answers/elsewhere"] {
        assert_eq!(report(&state, address), report(&state, "answers"), "{address}");
    }
}

#[test]
fn views_of_the_answers_change_nothing() {
    let state = sample("halfway");
    for (address, _) in GROUPINGS.iter().chain(&[("grid", Grouping::Sections)]) {
        only_read(&state, address);
    }
}

/// What the pictures of a page say that they are, in their order.
fn about(page: &Element) -> String {
    let pictures = of_class(&page.children, "picture").into_iter();
    let pictures = pictures.filter(|one| one.tag == "svg").flat_map(|one| of_tag(one, "desc"));
    pictures.map(|words| words.words().chars().take(8).collect::<String>() + ";").collect()
}

#[test]
fn three_to_twelve_clauses_have_a_radar_and_what_has_no_order_has_bars() {
    for (clauses, themes, expected) in [
        (2, 0, "One bar ;"),
        (3, 0, "One axis;"),
        (12, 0, "One axis;"),
        (13, 0, "One bar ;"),
        (7, 4, "One axis;One bar ;"),
        (0, 4, "One bar ;"),
        (0, 24, "One bar ;"),
        (0, 25, ""),
        (7, 18, ""),
    ] {
        let section =
            |kind: &'static str| move |s: usize| format!("{kind}{s} {kind}\n {kind}{s}.1\n");
        let outline: String = (0..clauses)
            .map(section("requirement"))
            .chain((0..themes).map(section("control")))
            .collect();
        let page = report(&empty(&make::pack(&outline)), "answers");
        assert_eq!(about(&page), expected, "{clauses} clauses, {themes} themes");
        assert_eq!(of_tag(&page, "tr").len(), clauses + themes + 1);
    }
    for grouping in ["lens/csf", "phase", "owner"] {
        let page = report(&sample("halfway"), &format!("answers/{grouping}"));
        assert_eq!(about(&page), "One bar ;", "{grouping}");
    }
}

#[test]
fn what_is_not_known_is_told_apart_where_there_is_any() {
    let pack = make::pack("4 requirement\n 4.1\n 4.2");
    for (answers, expected) in [("4.1=3", false), ("4.1=?", true)] {
        let state = state(&pack, make::assessment(&pack, answers));
        let page = report(&state, "answers");
        let legend = "what \u{201c}I don't know\u{201d} leaves open";
        assert_eq!(page.words().contains(legend), expected, "{answers}");
        let dotted = |page: &Element| {
            let mut shapes = of_tag(page, "rect").into_iter();
            shapes.any(|one| one.get("fill").is_some_and(|fill| fill.ends_with("-u)")))
        };
        assert_eq!(dotted(&page), expected, "{answers}");
        let board = report(&state, "board");
        assert_eq!(dotted(&board), expected, "{answers}");
        assert_eq!(board.words().contains("dotted is what"), expected, "{answers}");
    }
}

#[test]
fn a_group_lists_two_hundred_questions_and_counts_the_others() {
    for (n, listed, more) in [(200, 200, false), (201, 200, true)] {
        let page = report(&empty(&pack(1, n)), "answers");
        assert_eq!(items(&page.children).len(), listed);
        assert_eq!(page.words().contains("And 1 more."), more, "{n}");
    }
}

#[test]
fn who_looks_after_a_question_sees_what_there_is_to_do_and_what_is_late() {
    let pack = make::pack("4 requirement\n 4.1\n 4.2\n 4.3\n 4.4\n 4.5");
    let mut assessment = make::assessment(&pack, "4.1=3o 4.2=1o 4.3=2o 4.4=?o 4.5=0");
    let due = |date: &str| Date::parse(date);
    enter(&pack, &mut assessment, "4.1", |answer| answer.due = due("2026-01-01"));
    enter(&pack, &mut assessment, "4.2", |answer| answer.due = Some(today()));
    enter(&pack, &mut assessment, "4.3", |answer| answer.due = due("2026-11-21"));
    let page = report(&state(&pack, assessment), "answers/owner");
    let lines: Vec<_> = of_class(&page.children, "hits").into_iter().map(Element::words).collect();
    let [ann, nobody] = &lines[..] else { panic!("{lines:?}") };
    let order: Vec<_> = ["4.3", "4.2", "4.4", "4.1"].map(|id| ann.find(id)).into();
    assert!(order.is_sorted() && order.iter().all(Option::is_some), "{ann}");
    assert!(nobody.contains("4.5") && page.words().contains("Nobody looks after 1 question"));
    // What is done is not late, and the day itself is not over.
    assert_eq!(ann.matches("Late").count(), 1);
    assert_eq!(of_class(&page.children, "tag")[0].words(), "Late");
}

#[test]
fn what_a_stage_asks_to_see_comes_with_its_documents() {
    let state = sample("halfway");
    let page = report(&state, "answers/stage");
    let first = of_tag(&page, "details")[0].words();
    for document in &state.pack.documents {
        let asked = document.items.iter().any(|item| state.pack.items[*item].stage1.is_some());
        assert_eq!(first.contains(&format!("{}: ", document.name)), asked, "{}", document.name);
    }
}

#[test]
fn the_grid_has_a_button_for_each_question_that_is_asked() {
    let state = sample("halfway");
    let page = report(&state, "grid");
    assert_eq!(items(&page.children), state.assessment.asked(&state.pack).collect::<Vec<_>>());
    for cell in of_class(&page.children, "cell") {
        assert_eq!((&*cell.tag, cell.get("type")), ("button", Some("button")));
        let seen = cell.words();
        assert!(cell.get("aria-label").expect("a name").starts_with(&seen), "{seen}");
    }
    let legend = of_class(&page.children, "marks")[0].words();
    let counts = legend.split_whitespace().filter_map(|word| word.parse::<usize>().ok());
    assert_eq!(counts.clone().count(), 8, "{legend}");
    assert_eq!(counts.sum::<usize>(), state.pack.items.len());
}

#[test]
fn with_more_than_500_questions_the_grid_has_a_button_for_each_of_200_sections() {
    for (sections, items, buttons, more) in
        [(10, 50, 500, false), (3, 167, 3, false), (200, 3, 200, false), (201, 3, 200, true)]
    {
        let page = report(&empty(&pack(sections, items)), "grid");
        let whole = of_class(&page.children, "row-cell");
        let cells = of_class(&page.children, "cell").len();
        assert_eq!(cells + whole.len(), buttons, "{sections} sections of {items}");
        assert_eq!(cells == 0, sections * items > 500, "{sections} sections of {items}");
        for (section, button) in whole.iter().enumerate() {
            assert_eq!(button.act, Some(format!("go result/figure/section/{section}")));
        }
        assert_eq!(page.words().contains("And 1 more."), more, "{sections} sections");
    }
}

#[test]
fn ten_thousand_questions_fit_on_each_page() {
    let most = |state: &State, address: &str, most: usize| {
        let elements = elements(&report(state, address).children).len();
        assert!(elements < most, "{address}: {elements} elements");
    };
    for (sections, items) in [(100, 100), (1, 10_000), (10_000, 1)] {
        let pack = pack(sections, items);
        let mut assessment = Assessment::new(&pack, Default::default());
        for item in 0..pack.items.len() {
            let mut answer = make::answer(["0", "1d", "2e", "3", "4e", "?", "-"][item % 7]);
            answer.owner = if item % 2 == 0 { format!("Owner {item}") } else { "".into() }.into();
            assessment.set(item, Some(Rc::new(answer)));
        }
        let state = state(&pack, assessment);
        most(&state, "board", 400);
        for address in ["answers", "answers/phase", "answers/owner", "answers/stage", "grid"] {
            most(&state, address, 30_000);
        }
    }
}

#[test]
fn a_level_has_the_same_mark_wherever_it_stands() {
    // The parts of a mark; what is empty is not seen.
    let mark = |svg: &Element| -> Vec<String> {
        let paths = elements(&svg.children).into_iter().filter(|one| one.tag == "path");
        let drawn = paths.filter_map(|one| one.get("d").map(str::to_owned));
        drawn.filter(|d| !d.is_empty()).collect()
    };
    let pack = make::pack("4 requirement\n 4.0\n 4.1\n 4.2\n 4.3\n 4.4");
    let all = make::assessment(&pack, "4.0=0 4.1=1 4.2=2 4.3=3 4.4=4");
    let state = state(&pack, all);
    let question = page(&then(&state, "prefer one\ngo question/4.0/sections"));
    let gauges = |nodes: &[Node], class: &str| -> Vec<Vec<String>> {
        of_class(nodes, class).into_iter().map(mark).take(5).collect()
    };
    let asked = gauges(&question, "gauge");
    assert_eq!(asked.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2, 2, 2, 3], "4 has a tick");
    for place in ["grid", "answers", "figure/section/4"] {
        let nodes = page(&then(&state, &format!("go result/{place}")));
        assert_eq!(gauges(&nodes, "dot"), asked, "{place}");
        assert!(of_class(&nodes, "gauge").is_empty(), "{place}");
    }
}
