//! What is said of packs that are not as they should be, and where.

use crate::make::SMALL;
use plumbline::model::pack::{parse, Item, Pack, Problem, Stage1, Term, Thresholds, Written};
use serde_json::Value;
use std::rc::Rc;

/// The small pack with the value at a place replaced or added, as JSON text; an empty text takes
/// the value away, and the place `-` stands after the last member of a list.
pub fn changed(changes: &[(&str, &str)]) -> Value {
    let mut pack: Value = serde_json::from_str(SMALL).expect("the small pack is JSON");
    for (at, text) in changes {
        let (parent, key) = at.rsplit_once('/').expect("a pointer");
        let value: Option<Value> = serde_json::from_str(text).ok();
        match pack.pointer_mut(parent).expect("a place of the small pack") {
            Value::Object(map) => match value {
                Some(value) => drop(map.insert(key.replace("~0", "~"), value)),
                None => drop(map.remove(key)),
            },
            Value::Array(list) if key == "-" => list.extend(value),
            Value::Array(list) => {
                let position = key.parse().expect("a position");
                match value {
                    Some(value) => list[position] = value,
                    None => drop(list.remove(position)),
                }
            }
            _ => panic!("{parent} has no members"),
        }
    }
    pack
}

/// Problems as lines such as `/title Missing`.
pub fn in_words(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| format!("{} {:?}", problem.at, problem.kind)).collect()
}

#[track_caller]
fn check(changes: &[(&str, &str)], expected: &[&str]) -> Pack {
    let (pack, problems) = parse(&changed(changes).to_string());
    assert_eq!(in_words(&problems), expected, "after {changes:?}");
    pack
}

/// One change, and the one problem that it makes: at its own place, or at the place given.
#[track_caller]
fn check_each(cases: &[(&str, &str, &str)]) {
    for (at, value, expected) in cases {
        let expected = match expected.starts_with('/') {
            true => expected.to_string(),
            false => format!("{at} {expected}"),
        };
        check(&[(at, value)], &[&expected]);
    }
}

/// The same for the small pack without whatever refers to items and lenses.
#[track_caller]
fn check_lean(changes: &[(&str, &str)], expected: &[&str]) -> Pack {
    let lean = [
        ("/titles", ""),
        ("/versions", ""),
        ("/way", ""),
        ("/documents", ""),
        ("/metrics", ""),
        ("/profile", ""),
        ("/sections/0/items/0/lenses", ""),
    ];
    check(&[&lean, changes].concat(), expected)
}

#[test]
fn a_good_pack_has_no_problems() {
    check(&[], &[]);
}

#[test]
fn what_may_be_left_out_is_no_problem_when_it_is_absent_or_null() {
    for at in [
        "/phases/1/about",
        "/profile",
        "/profile/questions/0/hint",
        "/profile/proposals",
        "/profile/contradictions",
        "/documents/0/items",
        "/documents",
        "/documents/0/templates",
        "/explanations",
        "/quick_minutes",
        "/sections/0/about",
        "/titles",
        "/sections/0/items/0/why",
        "/sections/0/items/0/levels",
        "/sections/0/items/0/checks",
        "/sections/0/items/0/checks/0/level",
        "/sections/0/items/0/evidence",
        "/sections/0/items/0/effort",
        "/sections/0/items/0/phase",
        "/sections/0/items/0/lenses",
        "/sections/0/items/0/weight",
        "/sections/0/items/0/gate",
        "/sections/0/items/0/was",
    ] {
        check(&[(at, "")], &[]);
        check(&[(at, "null")], &[]);
    }
}

#[test]
fn text_that_is_needed_is_missing_or_blank_or_of_another_type() {
    check_each(&[
        ("/title", "", "Missing"),
        ("/title", "null", "Missing"),
        ("/title", "7", "Expected(Text)"),
        ("/title", r#""""#, "Blank"),
        ("/title", r#"" \n\t""#, "Blank"),
        ("/documents/0/where", "", "Missing"),
        ("/profile/questions/0/options/1/text", "", "Missing"),
        ("/profile/proposals/0/reason", "", "Missing"),
        ("/sections/0/items/0/why", "[]", "Expected(Text)"),
        ("/sections/0/items/0/evidence/-", r#""""#, "/sections/0/items/0/evidence/1 Blank"),
        ("/sections/0/items/0/evidence/0", "1", "Expected(Text)"),
    ]);
}

#[test]
fn levels_are_five_texts() {
    check_each(&[
        ("/levels", "", "Missing"),
        ("/levels", "[]", "Expected(Object)"),
        ("/levels/names", "", "Missing"),
        ("/levels/names", "null", "Missing"),
        ("/levels/names", r#""five""#, "Expected(List)"),
        ("/levels/names/4", "", "/levels/names Length { needed: 5, found: 4 }"),
        ("/levels/names/-", r#""Six""#, "/levels/names Length { needed: 5, found: 6 }"),
        ("/levels/control/2", r#""""#, "Blank"),
        ("/levels/control/2", "2", "Expected(Text)"),
        (
            "/sections/0/items/0/levels/0",
            "",
            "/sections/0/items/0/levels Length { needed: 5, found: 4 }",
        ),
    ]);
}

#[test]
fn lists_without_which_nothing_can_be_asked_are_not_empty() {
    for (value, expected) in
        [("", "Missing"), ("null", "Missing"), ("[]", "Missing"), (r#""4""#, "Expected(List)")]
    {
        for at in ["/sections", "/sections/1/items", "/lenses/1/values"] {
            check_lean(&[(at, value)], &[&format!("{at} {expected}")]);
        }
        let options = "/profile/questions/0/options";
        let rule = ("/profile/proposals", "");
        check(&[(options, value), rule], &[&format!("{options} {expected}")]);
    }
    check_lean(&[("/sections/1/items", "[5]")], &["/sections/1/items/0 Expected(Object)"]);
}

#[test]
fn numbers_lie_in_their_range() {
    let least_1_most_5 = "OutOfRange { least: 1, most: 5 }";
    check_each(&[
        ("/sections/1/items/1/weight", "0", least_1_most_5),
        ("/sections/1/items/1/weight", "6", least_1_most_5),
        ("/sections/1/items/1/weight", "-1", least_1_most_5),
        ("/sections/1/items/1/weight", "1.5", "Expected(Number)"),
        ("/sections/1/items/1/weight", r#""3""#, "TextForNumber"),
        ("/sections/0/items/0/checks/0/level", "5", "OutOfRange { least: 1, most: 4 }"),
        ("/sections/0/items/0/effort", "4", "Expected(Object)"),
        ("/sections/0/items/0/effort/small", "", "Missing"),
        ("/sections/0/items/0/effort/large", r#""4""#, "TextForNumber"),
        ("/sections/0/items/0/effort/large", "0", "OutOfRange { least: 1, most: 1000 }"),
        ("/sections/0/items/0/effort/large", "1000.5", "OutOfRange { least: 1, most: 1000 }"),
        ("/sections/0/items/0/gate", r#""yes""#, "Expected(Bool)"),
        ("/sections/0/items/0/gate", "1", "Expected(Bool)"),
    ]);
    check(&[("/sections/1/items/1/weight", "1")], &[]);
    check(&[("/sections/1/items/1/weight", "5")], &[]);
    check(&[("/sections/0/items/0/effort/large", "1000")], &[]);
}

#[test]
fn days_are_kept_as_half_days() {
    let pack = check(&[("/sections/0/items/0/effort/large", "0.5")], &[]);
    let effort = pack.items[0].effort;
    assert_eq!((effort.small, effort.medium, effort.large), (1, 3, 1));
    let effort = pack.items[1].effort;
    assert_eq!((effort.small, effort.medium, effort.large), (2, 2, 2), "where none is given");
}

#[test]
fn a_word_that_is_not_allowed_is_named_with_those_that_are() {
    let section = r#"NotOneOf { found: "rule", allowed: "requirement, control" }"#;
    let phase = r#"NotOneOf { found: "end", allowed: "begin, finish" }"#;
    let choose = r#"NotOneOf { found: "some", allowed: "one, many" }"#;
    let kind = r#"NotOneOf { found: "file", allowed: "document, record" }"#;
    check_each(&[
        ("/sections/0/kind", r#""rule""#, section),
        ("/sections/0/kind", "", "Missing"),
        ("/sections/0/items/0/phase", r#""end""#, phase),
        ("/profile/questions/0/choose", r#""some""#, choose),
        ("/documents/0/kind", r#""file""#, kind),
    ]);
}

#[test]
fn a_reference_that_leads_nowhere_is_named_where_it_stands() {
    check_each(&[
        ("/sections/0/items/0/lenses/colour", r#"["red"]"#, r#"NoSuchId("colour")"#),
        ("/sections/0/items/0/lenses/topic/1", r#""cars""#, r#"NoSuchId("cars")"#),
        ("/sections/1/items/0/needs/1", r#""9.9""#, r#"NoSuchId("9.9")"#),
        ("/titles/9.9", r#""Nine""#, r#"NoSuchId("9.9")"#),
        ("/titles/~01", r#""Tilde""#, r#"NoSuchId("~1")"#),
        ("/documents/1/items/0", r#""A.9""#, r#"NoSuchId("A.9")"#),
        ("/profile/proposals/0/items/1", r#""A.9""#, r#"NoSuchId("A.9")"#),
        (
            "/profile/contradictions/0/when/builders/1",
            r#""robots""#,
            r#"NoSuchId("builders: robots")"#,
        ),
        ("/profile/contradictions/0/when/garden", r#"["own"]"#, r#"NoSuchId("garden")"#),
        ("/profile/contradictions/0/when/garden", "[]", r#"NoSuchId("garden")"#),
    ]);
}

#[test]
fn an_identifier_stands_once_among_its_kind() {
    check_each(&[
        (
            "/lenses/0/values/-",
            r#"{"id": "people", "name": "P"}"#,
            r#"/lenses/0/values/2/id Duplicate("people")"#,
        ),
        ("/phases/-", r#"{"id": "begin", "name": "Again"}"#, r#"/phases/2/id Duplicate("begin")"#),
        ("/sections/1/id", r#""1""#, r#"Duplicate("1")"#),
        (
            "/sections/1/items/-",
            r#"{"id": "1.2", "name": "N", "question": "Q?"}"#,
            r#"/sections/1/items/2/id Duplicate("1.2")"#,
        ),
        ("/documents/1/id", r#""D1""#, r#"Duplicate("D1")"#),
        (
            "/profile/questions/-",
            r#"{"id": "premises", "question": "Q?", "choose": "one", "options": [{"id": "x", "text": "X"}]}"#,
            r#"/profile/questions/2/id Duplicate("premises")"#,
        ),
        (
            "/profile/questions/1/options/-",
            r#"{"id": "own", "text": "Again"}"#,
            r#"/profile/questions/1/options/3/id Duplicate("own")"#,
        ),
        (
            "/sections/0/items/0/checks/-",
            r#"{"id": "signed", "text": "Twice", "level": 3}"#,
            r#"/sections/0/items/0/checks/1/id Duplicate("signed")"#,
        ),
    ]);
}

#[test]
fn two_lenses_have_different_identifiers() {
    check_lean(&[("/lenses/1/id", r#""topic""#)], &[r#"/lenses/1/id Duplicate("topic")"#]);
}

#[test]
fn of_two_items_with_one_identifier_the_first_is_found() {
    let second = ("/sections/1/items/1/id", r#""A.1""#);
    let pack = check_lean(&[second], &[r#"/sections/1/items/1/id Duplicate("A.1")"#]);
    assert_eq!(pack.items.len(), 4, "nothing is lost");
    assert_eq!(pack.find("A.1"), Some(2));
}

#[test]
fn identifiers_that_are_missing_are_not_duplicates_of_each_other() {
    let nameless = [("/sections/1/items/0/id", ""), ("/sections/1/items/1/id", "")];
    let missing = ["/sections/1/items/0/id Missing", "/sections/1/items/1/id Missing"];
    assert_eq!(check_lean(&nameless, &missing).find(""), None);
}

#[test]
fn an_item_has_a_list_for_each_lens() {
    let pack = check(&[("/sections/0/items/0/lenses/effect", "")], &[]);
    let counts = |item: usize| -> Vec<usize> {
        pack.items[item].lenses.iter().map(|values| values.len()).collect()
    };
    assert_eq!((counts(0), counts(1)), (vec![2, 0], vec![0, 0]));
}

#[test]
fn items_that_need_each_other_in_a_circle_are_named() {
    let first = "/sections/0/items/0/needs";
    let last = "/sections/1/items/1/needs";
    // A.1 needs both of the circle, and is not part of it; nor is A.2, which they need.
    check(&[(first, r#"["1.2", "A.2"]"#)], &[r#"/sections Circle("1.1, 1.2")"#]);
    check(&[(first, r#"["A.1"]"#)], &[r#"/sections Circle("1.1, 1.2, A.1")"#]);
    check(&[(last, r#"["A.2"]"#)], &[r#"/sections Circle("A.2")"#]);
    check(&[(last, r#"["1.1", "1.1"]"#)], &[]);
}

#[test]
fn a_rule_has_a_condition_and_items() {
    check_each(&[
        ("/profile/proposals/0/items", "", "Missing"),
        ("/profile/proposals/0/items", "[]", "Missing"),
        ("/profile/proposals/0/items", r#""A.1""#, "Expected(List)"),
        ("/profile/proposals/0/when", "", "Missing"),
        ("/profile/proposals/0/when", "{}", "Missing"),
        ("/profile/proposals/0/when", "[]", "Expected(Object)"),
        ("/profile/proposals/0/when/premises", "[]", "Missing"),
        ("/profile/proposals/0/when/premises", "null", "Missing"),
        ("/profile/proposals/0/when/premises", r#""none""#, "Expected(List)"),
    ]);
}

#[test]
fn a_rule_speaks_of_controls_alone() {
    let items = r#"["A.9", "1.2", "A.1", "1.1"]"#;
    let pack = check(
        &[("/profile/proposals/0/items", items)],
        &[
            r#"/profile/proposals/0/items/0 NoSuchId("A.9")"#,
            "/profile/proposals/0/items/1 RequirementExcluded",
            "/profile/proposals/0/items/3 RequirementExcluded",
        ],
    );
    assert_eq!(pack.profile.proposals[0].items, [2], "only A.1 stays");
}

#[test]
fn all_problems_are_reported_at_once_and_the_rest_is_read() {
    let changes = [
        ("/version", ""),
        ("/levels/control/0", "false"),
        ("/phases/0", r#""begin""#),
        ("/sections/0/items/0/weight", "9"),
        ("/sections/0/items/0/name", r#""""#),
        ("/sections/0/items/0/phase", r#""finish""#),
        ("/sections/1/items/1", "null"),
    ];
    let expected = [
        "/version Missing",
        "/phases/0 Expected(Object)",
        "/levels/control/0 Expected(Text)",
        "/sections/0/items/0/name Blank",
        "/sections/0/items/0/weight OutOfRange { least: 1, most: 5 }",
        "/sections/1/items/1 Expected(Object)",
    ];
    let pack = check_lean(&changes, &expected);
    assert_eq!((&*pack.title, pack.items.len()), ("A small pack", 3));
    assert_eq!(&*pack.items[0].question, "Who approved the policy?");
}

#[test]
fn a_term_is_found_where_it_stands_as_a_word_of_its_own() {
    let term = |id: &str, also: &[&str]| Term {
        id: id.into(),
        term: id.into(),
        also: also.iter().map(|form| Rc::from(*form)).collect(),
        text: "".into(),
    };
    let glossary =
        vec![term("log", &["logs"]), term("Risk owner", &[]), term("\u{7d00}\u{9332}", &[])];
    let mut pack = Pack::default();
    pack.glossary = glossary;
    let cases = [
        ("Who reads the log?", "log"),
        ("LOGS, read weekly.", "log"),
        ("A catalogue of logins", ""),
        ("The risk owner reads the log.", "log, Risk owner"),
        ("\u{3053}\u{306e}\u{7d00}\u{9332}\u{306f}", "\u{7d00}\u{9332}"),
        ("", ""),
    ];
    for (question, expected) in cases {
        let item = Item { question: question.into(), ..Item::default() };
        let terms = pack.terms(&item, str::to_lowercase);
        let terms: Vec<&str> = terms.iter().map(|term| &*term.id).collect();
        assert_eq!(terms.join(", "), expected, "{question}");
    }
}

#[test]
fn a_pack_of_the_first_format_still_opens() {
    let text = include_str!("pack/small-1.json");
    let (old, problems) = parse(text);
    assert_eq!(problems, []);
    let item = &old.items[0];
    assert_eq!(item.stage1, Some(Stage1::Stop));
    assert_eq!((item.effort.micro, item.effort.small), (1, 1), "it knew no smaller size");
    assert_eq!(item.written, Written::Free);
    assert_eq!(old.thresholds, Thresholds::default());
    assert!(old.profile.expected.is_empty());
}
