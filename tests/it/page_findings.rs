//! What an auditor would likely raise, as a page.

use crate::composed::state;
use crate::drawn::{elements, items, of_class, report, Element, Node};
use crate::make;

fn page(outline: &str, answers: &str) -> Element {
    let pack = make::pack(outline);
    let assessment = make::assessment(&pack, answers);
    report(&state(&pack, assessment), "findings")
}

/// The entries of a list, without those inside of them.
fn entries(list: &Element) -> usize {
    list.children.iter().filter(|child| matches!(child, Node::Element(e) if e.tag == "li")).count()
}

#[test]
fn what_is_found_in_a_clause_stands_under_what_is_found_about_it() {
    let outline = "4 requirement\n 4.1 gate\n 4.2 gate\n 4.3 gate\n5 requirement\n 5.1 gate\n 5.2";
    let page = page(outline, "4.1=0 4.2=1 4.3=1 5.1=0 5.2=3e");
    let lists = of_class(&page.children, "major");
    let counts: Vec<usize> = lists.iter().map(|list| entries(list)).collect();
    assert_eq!(counts, [2, 3], "the clause with its three gates, and the gate of another clause");
    assert!(page.words().contains("5 likely major"), "each of them is counted");
}

#[test]
fn a_clause_lists_fifty_of_its_findings_and_counts_the_others() {
    for (n, listed, more) in [(50, 50, false), (51, 50, true)] {
        let lines: String = (1..=n).map(|item| format!(" 4.{item} gate\n")).collect();
        let given: String = (1..=n).map(|item| format!("4.{item}=0 ")).collect();
        let page = page(&format!("4 requirement\n{lines}"), &given);
        let inner = of_class(&page.children, "major").into_iter().nth(1).expect("a list");
        assert_eq!(entries(inner), listed);
        assert_eq!(page.words().contains("And 1 more."), more, "{n}");
    }
}

#[test]
fn a_page_of_many_findings_stays_of_a_size() {
    let lines: String = (1..=2_000).map(|item| format!(" A.{item}\n")).collect();
    let given: String = (1..=2_000).map(|item| format!("A.{item}=1 ")).collect();
    let page = page(&format!("A control\n{lines}"), &given);
    // The major about them all lists fifty.
    assert_eq!(items(&page.children).len(), 250);
    let elements = elements(&page.children).len();
    assert!(elements < 6_000, "{elements} elements");
    assert!(page.words().contains("And 1800 more."));
}
