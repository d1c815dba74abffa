//! The page of the action plan.

use crate::composed::state;
use crate::drawn::{acts, control, elements, find, of_class, page, text, works, Element, Node};
use crate::make;
use crate::script::{effects, in_full, item, then, today, InputValue};
use crate::support;
use plumbline::app::State;
use plumbline::model::assessment::Mode;
use plumbline::model::date::Date;
use plumbline::rules::schedule::Schedule;
use std::rc::Rc;

/// Two gaps in the first phase, of which one waits for the other, and one in the second.
const THREE: &str = "4.1 = 1\n4.2 = 0\nA.8.25 = 2\n";

fn plan(script: &str) -> Vec<Node> {
    page(&then(&in_full(script), "go result/plan"))
}

fn lead(nodes: &[Node]) -> String {
    of_class(nodes, "lead").into_iter().map(|lead| text(&lead.children)).collect()
}

/// The items of the rows, in order.
fn rows(nodes: &[Node]) -> Vec<String> {
    let lists = of_class(nodes, "actions-list").into_iter();
    let names = lists.flat_map(|list| of_class(&list.children, "name"));
    let id = |name: &Element| name.words().split_whitespace().next().map(str::to_owned);
    names.filter_map(id).collect()
}

#[test]
fn the_sentence_says_how_much_there_is_to_do_and_when_it_ends() {
    for (script, expected) in [
        ("", "Your action plan will stand here. Answer some questions first: each answer below level 3 becomes an action."),
        ("4.1 = 3", "Nothing is to do: no answer is below level 3. An answer that is will stand here as an action."),
        // 2026-11-22 is a Sunday; one day of work at two days a week ends on the Wednesday.
        ("4.1 = 0", "1 action, about 1 day of work. At 2 days a week, it ends on 25 Nov 2026."),
        ("4.1 = 0\n4.2 = 0", "2 actions, about 2 days of work. At 2 days a week, the last ends on 27 Nov 2026."),
        ("4.1 = 0\nact pace | 1", "1 action, about 1 day of work. At half a day a week, it ends on 4 Dec 2026."),
        ("4.1 = 0\nact pace | 7", "1 action, about 1 day of work. At 3½ days a week, it ends on 24 Nov 2026."),
        ("4.1 = 0\nact start | 2026-12-07", "1 action, about 1 day of work. At 2 days a week, it ends on 9 Dec 2026."),
    ] {
        assert_eq!(lead(&plan(script)), expected, "{script}");
    }
}

#[test]
fn the_numbers_of_the_sentence_and_the_rows_are_those_of_the_schedule() {
    let pack = support::default_pack();
    for mode in [Mode::Full, Mode::Quick] {
        let state = state(&pack, support::bakery(&pack, mode, 9));
        let schedule = Schedule::new(&pack, &state.assessment, today());
        let nodes = page(&then(&state, "go result/plan"));
        let (n, days) = (schedule.actions.len(), schedule.half_days / 2);
        let said = lead(&nodes);
        for part in
            [format!("{n} actions, about {days}"), support::day(schedule.end.expect("an end"))]
        {
            assert!(said.contains(&part), "{said} lacks {part}");
        }
        let ids = schedule.actions.iter().map(|action| pack.items[action.gap.item].id.to_string());
        assert_eq!(rows(&nodes), ids.collect::<Vec<_>>());
        let words = text(&nodes);
        for action in &schedule.actions {
            let level3 = &pack.levels(&pack.items[action.gap.item])[3];
            let level3 = level3.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(words.contains(&level3), "{level3}");
        }
    }
}

#[test]
fn only_phases_with_actions_are_shown() {
    for (script, expected) in [
        ("4.1 = 1", [true, false]),
        ("A.8.25 = 2", [false, true]),
        (THREE, [true, true]),
        ("4.1 = 3", [false, false]),
    ] {
        let nodes = plan(script);
        let heads: Vec<String> = elements(&nodes)
            .iter()
            .filter(|element| element.tag == "h3")
            .map(|head| text(&head.children))
            .collect();
        let there = ["Set up", "Build"].map(|phase| heads.iter().any(|head| head == phase));
        assert_eq!(there, expected, "{script}: {heads:?}");
    }
}

#[test]
fn a_row_says_what_it_waits_for_as_long_as_that_is_to_do() {
    for (script, waits) in [("4.1 = 1\n4.2 = 1", true), ("4.1 = 3\n4.2 = 1", false)] {
        assert_eq!(text(&plan(script)).contains("Waits for 4.1"), waits, "{script}");
    }
}

#[test]
fn what_is_done_leaves_the_plan_and_stands_below_it_until_that_is_taken_back() {
    let state = then(&in_full(THREE), "go result/plan");
    let done = format!("act done {}", item(&state.pack, "4.1"));
    assert_eq!(rows(&page(&state)), ["4.1", "4.2", "A.8.25"]);
    let after = then(&state, &done);
    assert_eq!(rows(&page(&after)), ["4.2", "A.8.25"]);
    assert!(text(&page(&after)).contains("What was done 22 Nov 2026 4.1"));
    assert!(!text(&page(&after)).contains("Its answer is not at level 3."));
    let open_again = then(&after, "4.1 = 2");
    assert!(text(&page(&open_again)).contains("Its answer is not at level 3."));
    assert_eq!(page(&then(&after, "undo")), page(&state));
}

#[test]
fn the_latest_of_what_was_done_stands_first() {
    let mut state = in_full("4.1 = 1\n5.3 = 1\nact done 0");
    state.today = plumbline::model::date::Date::parse("2026-11-23").expect("a date");
    let nodes = page(&then(&state, "act done 5\ngo result/plan"));
    let words = text(&nodes);
    let (_, done) = words.split_once("What was done").expect("something was done");
    assert!(done.find("23 Nov 2026 5.3") < done.find("22 Nov 2026 4.1"), "{done}");
}

#[test]
fn each_control_of_the_page_does_something() {
    for mode in ["full", "quick"] {
        let state = in_full(&format!("{THREE}4.3 = 0\n5.1 = ?\nact done 0\nmode {mode}"));
        for address in ["result/plan", "result/metrics"] {
            let nodes = page(&then(&state, &format!("go {address}")));
            assert!(!acts(&nodes).is_empty());
            works(&nodes);
        }
    }
}

#[test]
fn the_focus_goes_to_what_is_left_when_something_is_done() {
    let state = in_full(&format!("{THREE}go result/plan"));
    for (id, focus) in [("4.1", "phase-0"), ("4.2", "phase-0"), ("A.8.25", "page-title")] {
        let done = format!("done {} #{focus}", item(&state.pack, id));
        let after = control(&page(&state), &done).used(&state, &InputValue::Nothing);
        assert!(effects(&after).contains(&format!("focus {focus}")), "{}", effects(&after));
        find(&page(&after), "id", focus);
    }
}

#[test]
fn a_target_date_holds_until_it_is_emptied() {
    let state = then(&in_full("4.1 = 0"), "go result/plan");
    for (date, value, timing) in [
        ("2026-11-25", "2026-11-25", "The plan can make it"),
        ("2026-11-24", "2026-11-24", "Tight. At this pace it ends on 25 Nov 2026"),
        ("2026-11-22", "2026-11-22", "Tight."),
        ("2026-11-21", "2026-11-21", "Passed. At this pace it ends on 25 Nov 2026"),
        ("", "", "As proposed"),
    ] {
        let nodes = page(&then(&state, &format!("4.1 due 2027-01-01\nact due 0 | {date}")));
        assert_eq!(control(&nodes, "due 0").get("value"), Some(value));
        assert!(text(&nodes).contains(timing), "{date}: {timing}");
    }
}

#[test]
fn an_owner_is_shown_as_it_is_typed() {
    for typed in ["", "Anna", "Anna ", "Anna  Miller"] {
        let state = in_full("4.1 = 2\ngo result/plan");
        let typing =
            control(&page(&state), "owner 0").used(&state, &InputValue::Text(typed.into()));
        let nodes = page(&typing);
        assert_eq!(control(&nodes, "owner 0").get("value"), Some(typed));
    }
}

#[test]
fn each_pace_that_can_be_set_is_the_one_that_is_chosen() {
    for pace in 1..=100 {
        let nodes = plan(&format!("4.1 = 2\nact pace | {pace}"));
        let options = elements(&control(&nodes, "pace").children);
        let value = |option: &Element| option.get("value").expect("a value").to_owned();
        let values: Vec<u8> =
            options.iter().map(|option| value(option).parse().expect("a number")).collect();
        assert!(values.is_sorted() && values.len() >= 8, "{values:?}");
        let chosen = options.iter().filter(|option| option.get("selected").is_some());
        let chosen: Vec<_> = chosen.map(|option| value(option)).collect();
        assert_eq!(chosen, [pace.to_string()]);
    }
}

#[test]
fn a_start_that_has_passed_is_said_to_count_from_today() {
    for (start, passed) in [("2026-11-21", true), ("2026-11-22", false), ("", false)] {
        let nodes = plan(&format!("4.1 = 2\nact start | {start}"));
        assert_eq!(control(&nodes, "start").get("value"), Some(start));
        assert_eq!(text(&nodes).contains("This day has passed"), passed, "{start}");
    }
}

#[test]
fn nothing_can_be_changed_in_another_s_assessment() {
    let state = in_full(&format!("{THREE}4.1 owner Yusuf\nelsewhere b"));
    for mode in ["", "mode quick\n"] {
        let nodes = page(&then(
            &in_full(&format!("{THREE}{mode}4.1 owner Yusuf\nelsewhere b")),
            "go result/plan",
        ));
        for act in acts(&nodes) {
            let verb = act.split(' ').next().unwrap_or_default();
            assert!(["go", "item", "file", "list"].contains(&verb), "{act}");
        }
        let fields = ["input", "select", "textarea"];
        let changes = |element: &&Element| fields.contains(&&*element.tag);
        let fields = elements(&nodes).into_iter().filter(changes).map(|field| field.get("id"));
        assert_eq!(fields.collect::<Vec<_>>(), [Some("plan-show")], "what is listed is a view");
    }
    assert!(text(&page(&then(&state, "go result/plan"))).contains("Yusuf"));
}

#[test]
fn the_answers_that_would_decide_a_stage_are_linked() {
    // Stage 1 asks for 4.3, and that each control is decided.
    let nodes = plan("4.1 = 3");
    let words = text(&nodes);
    assert!(words.contains("6 answers would decide Stage 1, the least work first: 4.3"), "{words}");
    assert!(words.contains("14 answers would decide Stage 2, the least work first:"), "{words}");
    assert!(acts(&nodes).contains(&"item 2".to_owned()));
    // Stage 2 asks for all of them; where one fails, no answer helps.
    let words = text(&plan("4.3 = 0"));
    assert!(!words.contains("would decide"), "{words}");
    assert!(!words.contains("Cheapest next answers"), "{words}");
}

/// As many gaps.
fn many(items: usize) -> State {
    let mut outline = String::from("4 requirement\n");
    let mut answers = String::new();
    for n in 1..=items {
        outline += &format!(" 4.{n} effort=1\n");
        answers += &format!("4.{n}=2 ");
    }
    let pack = make::pack(&outline);
    state(&pack, make::assessment(&pack, &answers))
}

#[test]
fn a_long_plan_is_cut_with_a_count() {
    for (items, listed, more) in [(200, 200, None), (201, 200, Some("And 1 more."))] {
        let state = many(items);
        let nodes = page(&then(&state, "go result/plan"));
        assert_eq!(rows(&nodes).len(), listed);
        assert!(lead(&nodes).starts_with(&format!("{items} actions")));
        assert_eq!(more.is_some(), text(&nodes).contains(more.unwrap_or("And 1 more.")));
    }
}

#[test]
fn the_result_leads_to_the_plan_where_there_is_something_to_do() {
    for (script, leads) in [("4.1 = 2", true), ("4.1 = 3", false)] {
        let nodes = page(&then(&in_full(script), "go result"));
        assert_eq!(text(&nodes).contains("Open the plan: "), leads, "{script}");
        assert!(acts(&nodes).contains(&"go result/plan".into()), "{script}");
        assert!(acts(&nodes).contains(&"go result/metrics".into()), "{script}");
    }
}

#[test]
fn the_picture_shows_actions_only_where_they_are_few() {
    for (items, actions) in [(20, true), (21, false)] {
        let nodes = page(&then(&many(items), "go result/plan"));
        let pictures = elements(&nodes).into_iter().filter(|e| e.get("role") == Some("img"));
        let words: Vec<String> = pictures.map(|picture| text(&picture.children)).collect();
        assert_eq!(words.len(), 1);
        assert_eq!(words.iter().any(|words| words.contains("4.7 4.7")), actions, "{items}");
        assert!(words.iter().all(|words| words.contains("Today")));
    }
    assert!(!elements(&plan("4.1 = 3")).iter().any(|e| e.get("role") == Some("img")));
}

#[test]
fn actions_are_listed_by_phase_by_owner_or_by_month_and_some_of_them_alone() {
    let script = "4.1 = 1\n4.1 owner Ben\n4.1 due 2026-11-20\n4.2 = 0\n4.2 due 2027-03-01\n\
                  A.8.25 = 2\nA.8.25 owner Ann\n5.3 = 1\n5.3 owner Ben\n5.3 due 2026-12-31";
    for (view, heads, items) in [
        ("owner all", "Ann, Ben, nobody yet", "A.8.25 4.1 5.3 4.2"),
        ("owner of Ben", "Ben", "4.1 5.3"),
        ("month of Ben", "Nov 2026, Dec 2026", "4.1 5.3"),
        ("month late", "Nov 2026", "4.1"),
        ("owner nobody", "nobody yet", "4.2"),
        ("phase of Nobody at all", "", ""),
    ] {
        let nodes = plan(&format!("{script}\nact list {view}"));
        let lists = elements(&nodes).into_iter().filter(|e| e.get("class") == Some("actions-list"));
        let head = |list: &Element| {
            let id = list.get("aria-labelledby").expect("a heading").to_owned();
            find(&nodes, "id", &id).words()
        };
        assert_eq!(lists.map(head).collect::<Vec<_>>().join(", "), heads, "{view}");
        assert_eq!(rows(&nodes).join(" "), items, "{view}");
        assert_eq!(text(&nodes).contains("There is no such action."), items.is_empty(), "{view}");
        works(&nodes);
    }
}

/// The words of the timeline: what is written in it, and what it says that it shows.
fn in_time(state: &State) -> (Vec<String>, String) {
    let nodes = page(&then(state, "go result/plan"));
    let mut pictures = of_class(&nodes, "picture").into_iter();
    let picture = pictures.rfind(|one| one.tag == "svg").expect("a timeline");
    let of = |tag: &str| -> Vec<String> {
        let found = elements(&picture.children).into_iter().filter(|one| one.tag == tag);
        found.map(Element::words).collect()
    };
    (of("text"), of("desc").concat())
}

#[test]
fn the_timeline_has_months_owners_and_audits_in_the_words_of_the_reader() {
    let mut state = (*in_full(THREE)).clone();
    let assessment = Rc::make_mut(&mut state.assessment);
    assessment.audit_dates.stage1 = Date::parse("2027-03-15");
    assessment.audit_dates.stage2 = Date::parse("2027-06-01");
    let item = state.pack.items.iter().position(|item| &*item.id == "4.2").expect("4.2");
    support::enter(&state.pack, assessment, "4.2", |answer| answer.owner = " Ann ".into());
    let (words, about) = in_time(&state);
    let has = |wanted: &str| words.iter().any(|words| words == wanted);
    for wanted in ["Nov", "2026", "2027", "Today", "Ann", "Stage 1, 15 Mar 2027"] {
        assert!(has(wanted), "{wanted} in {words:?}");
    }
    assert!(has(&format!("{} {}", state.pack.items[item].id, state.pack.items[item].name)));
    assert!(about.ends_with("Stage 1, 15 Mar 2027. Stage 2, 1 Jun 2027."), "{about}");
    assert!(!words.iter().any(|words| words.contains("2026-") || words.contains("2027-")));
}

#[test]
fn the_timeline_takes_the_width_that_there_is() {
    for (wide, class) in [(true, "picture whole"), (false, "picture")] {
        let mut state = (*then(&in_full(THREE), "go result/plan")).clone();
        state.wide = wide;
        let nodes = page(&state);
        let picture = of_class(&nodes, "picture").into_iter().find(|one| one.tag == "svg");
        assert_eq!(picture.and_then(|one| one.get("class")), Some(class));
    }
}

#[test]
fn a_phase_has_the_names_of_those_who_work_in_it_where_its_actions_are_too_many() {
    let pack = support::default_pack();
    let mut state = state(&pack, support::bakery(&pack, Mode::Full, 9));
    let schedule = Schedule::new(&pack, &state.assessment, today());
    let largest = schedule.phases.iter().max_by_key(|total| total.count).expect("a phase").phase;
    let here = schedule.actions.iter().filter(|action| action.in_phase() == largest);
    let assessment = Rc::make_mut(&mut state.assessment);
    for (n, action) in here.enumerate() {
        let id = pack.items[action.gap.item].id.clone();
        let owner = if n == 0 { "Ann" } else { "Bo" };
        support::enter(&pack, assessment, &id, |answer| answer.owner = owner.into());
    }
    let (words, _) = in_time(&state);
    assert!(words.iter().any(|words| words == "Bo, Ann"), "who does most stands first: {words:?}");
}
