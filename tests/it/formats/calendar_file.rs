//! The calendar, read back by a reader that forgives nothing (RFC 5545).

use crate::make;
use crate::support::{bakery, default_pack, english, enter, today, HOSTILE};
use plumbline::export::calendar;
use plumbline::model::assessment::{Assessment, Mode, PlanSettings};
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::report::Report;
use plumbline::rules::schedule::Schedule;
use std::collections::BTreeMap;
use std::rc::Rc;

/// An event: its properties by name, with parameters as they stand.
type Event = BTreeMap<String, String>;

/// The lines of the file, unfolded.
#[track_caller]
fn lines(file: &str) -> Vec<(String, String)> {
    let body = file.strip_suffix("\r\n").expect("the last line ends");
    let mut lines: Vec<String> = Vec::new();
    for line in body.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(|c: char| c.is_control() && c != '\t'), "{line:?}");
        match line.strip_prefix(' ') {
            Some(rest) => lines.last_mut().expect("a line before").push_str(rest),
            None => lines.push(line.into()),
        }
    }
    let property = |line: &String| {
        let (name, value) = line.split_once(':').expect("a name and a value");
        let sign = |c: char| c.is_ascii_uppercase() || "-;=".contains(c);
        assert!(!name.is_empty() && name.chars().all(sign), "{name}");
        (name.to_string(), value.to_string())
    };
    lines.iter().map(property).collect()
}

/// A value of text (3.3.11): nothing but the four escapes.
#[track_caller]
fn plain(value: &str) -> String {
    let (mut plain, mut signs) = (String::new(), value.chars());
    while let Some(c) = signs.next() {
        match c {
            '\\' => match signs.next() {
                Some('n') => plain.push('\n'),
                Some(c @ ('\\' | ';' | ',')) => plain.push(c),
                other => panic!("an escape that is none: {other:?}"),
            },
            ';' | ',' => panic!("{c} stands bare in {value}"),
            _ => plain.push(c),
        }
    }
    plain
}

/// The head and the events.
#[track_caller]
fn read(file: &str) -> (Event, Vec<Event>) {
    let (mut head, mut events, mut open) = (Event::new(), Vec::new(), Vec::new());
    for (name, value) in lines(file) {
        match (&*name, &*value) {
            ("BEGIN", component) => {
                let inside = open.last().map(String::as_str);
                assert!(matches!(
                    (inside, component),
                    (None, "VCALENDAR") | (Some("VCALENDAR"), "VEVENT")
                ));
                open.push(component.to_string());
                if component == "VEVENT" {
                    events.push(Event::new());
                }
            }
            ("END", component) => assert_eq!(open.pop().as_deref(), Some(component)),
            _ => {
                let inside = open.last().expect("everything stands in the calendar");
                let to = match &**inside {
                    "VEVENT" => events.last_mut().expect("an event"),
                    _ => &mut head,
                };
                let texts = [
                    "SUMMARY",
                    "DESCRIPTION",
                    "CATEGORIES",
                    "UID",
                    "PRODID",
                    "X-WR-CALNAME",
                    "X-WR-CALDESC",
                ];
                let value = if texts.contains(&&*name) { plain(&value) } else { value };
                assert_eq!(to.insert(name.clone(), value), None, "{name} stands once");
            }
        }
    }
    assert!(open.is_empty(), "everything is closed");
    (head, events)
}

fn file(pack: &Rc<Pack>, assessment: &Assessment) -> Option<String> {
    let report = Report::new(pack, assessment, today());
    calendar::render(&report, &english())
}

#[track_caller]
fn events(pack: &Rc<Pack>, assessment: &Assessment) -> Vec<Event> {
    read(&file(pack, assessment).expect("there are actions")).1
}

/// Everything that was typed is one of the hostile texts.
fn hostile(pack: &Pack) -> Assessment {
    let mut assessment = bakery(pack, Mode::Full, 10);
    assessment.name = "<i>= | `\n;,\\".into();
    for (item, text) in HOSTILE.iter().enumerate() {
        let id = pack.items[item].id.clone();
        enter(pack, &mut assessment, &id, |answer| {
            *answer = make::answer("1");
            answer.owner = (*text).into();
        });
    }
    assessment
}

#[test]
fn the_head_says_what_the_file_is() {
    let pack = default_pack();
    let (head, _) = read(&file(&pack, &bakery(&pack, Mode::Full, 9)).expect("a calendar"));
    assert_eq!(head["VERSION"], "2.0");
    assert_eq!(head["METHOD"], "PUBLISH");
    assert_eq!(head["PRODID"], "-//Plumbline//Plumbline 0.1.0//en");
    assert_eq!(head["X-WR-CALNAME"], "Action plan \u{2013} Bakery Miller");
    for said in [
        "indication by self-assessment. Only an accredited body certifies",
        "Made on 22 Nov 2026 with Plumbline 0.1.0, questionnaire iso-27001-2022",
        "Completeness: based on ",
    ] {
        assert!(head["X-WR-CALDESC"].contains(said), "{said}");
    }
}

#[test]
fn each_action_is_an_event_with_all_that_an_event_needs() {
    let pack = default_pack();
    for assessment in [bakery(&pack, Mode::Full, 9), bakery(&pack, Mode::Quick, 9), hostile(&pack)]
    {
        let plan = Schedule::new(&pack, &assessment, today());
        let events = events(&pack, &assessment);
        assert_eq!(events.len(), plan.actions.len());
        for (event, action) in events.iter().zip(&plan.actions) {
            let item = &pack.items[action.gap.item];
            let day = |date: Date| date.to_string().replace('-', "");
            assert_eq!(event["DTSTAMP"], "20261122T000000Z");
            assert_eq!(event["SUMMARY"], format!("{} {}", item.id, item.name));
            assert_eq!(event["CATEGORIES"], &*pack.phases[item.phase].name);
            assert_eq!(event["DTSTART;VALUE=DATE"], day(action.start.min(action.target)));
            assert_eq!(event["DTEND;VALUE=DATE"], day(action.target.plus_days(1)));
            assert_eq!(event["PRIORITY"], if item.gate { "1" } else { "5" });
            assert!(event["DESCRIPTION"].contains(&*pack.levels(item)[3]), "{}", item.id);
        }
    }
}

#[test]
fn an_owner_stands_in_the_description_as_it_was_typed() {
    let pack = default_pack();
    let assessment = hostile(&pack);
    let events = events(&pack, &assessment);
    for (item, text) in HOSTILE.iter().enumerate() {
        let id = format!("{} ", pack.items[item].id);
        let event =
            events.iter().find(|event| event["SUMMARY"].starts_with(&id)).expect("an event");
        let stray = |c: char| c.is_control() && c != '\n' && c != '\t';
        let shown =
            text.trim().replace("\r\n", "\n").replace('\r', "\n").replace(stray, "\u{fffd}");
        let owner = format!("\nOwner: {shown}\n");
        assert_eq!(event["DESCRIPTION"].contains(&owner), !shown.is_empty(), "{text:?}");
    }
}

#[test]
fn the_description_says_what_to_do_and_what_to_know() {
    let pack = make::pack("4 requirement\n 4.1 effort=1\n 4.2 gate needs=4.1 effort=2");
    let mut assessment = make::assessment(&pack, "4.1=0 4.2=1");
    enter(&pack, &mut assessment, "4.2", |answer| {
        answer.owner = "Ann, {n}; Bob".into();
        answer.due = Date::parse("2026-11-23");
    });
    let events = events(&pack, &assessment);
    assert_eq!(
        events[0]["DESCRIPTION"],
        "To reach level 3: R3\nToday, level 0: R0\n\
         Estimated work that is left to level 3, in days: 1"
    );
    assert_eq!(
        events[1]["DESCRIPTION"],
        "To reach level 3: R3\nToday, level 1: R1\n\
         Gate: its absence alone is likely to be a major nonconformity.\n\
         Owner: Ann, {n}; Bob\nEstimated work that is left to level 3, in days: 1.5\nAfter: 4.1\n\
         The target date is earlier than the plan can make. At its pace, that is 1 Dec 2026."
    );
    // Set before the proposed start, so it stands on the target date alone.
    assert_eq!(events[1]["DTSTART;VALUE=DATE"], "20261123");
    assert_eq!(events[1]["DTEND;VALUE=DATE"], "20261124");
}

#[test]
fn a_day_at_the_end_of_the_calendar_has_no_day_after_it() {
    let pack = make::pack("4 requirement\n 4.1");
    for (start, due, first, end) in [
        ("9999-12-30", None, "99991230", Some("99991231")),
        ("9999-12-31", None, "99991231", None),
        ("9999-12-31", Some("9999-12-30"), "99991230", Some("99991231")),
    ] {
        let mut assessment = make::assessment(&pack, "4.1=0");
        assessment.plan_settings = PlanSettings { start: Date::parse(start), pace: Some(100) };
        enter(&pack, &mut assessment, "4.1", |answer| answer.due = due.and_then(Date::parse));
        let event = &events(&pack, &assessment)[0];
        assert_eq!(event["DTSTART;VALUE=DATE"], first);
        assert_eq!(event.get("DTEND;VALUE=DATE").map(String::as_str), end);
    }
}

#[test]
fn an_event_is_known_again_and_no_two_are_the_same() {
    let pack = default_pack();
    let mut assessment = bakery(&pack, Mode::Full, 9);
    let ids = |assessment: &Assessment| -> Vec<String> {
        let mut ids: Vec<_> =
            events(&pack, assessment).iter().map(|event| event["UID"].clone()).collect();
        ids.sort();
        ids
    };
    let before = ids(&assessment);
    let mut apart = before.clone();
    apart.dedup();
    assert_eq!(apart.len(), before.len());
    // Nothing that is answered later changes them.
    assessment.plan_settings.pace = Some(9);
    enter(&pack, &mut assessment, "4.3", |answer| answer.due = None);
    assert_eq!(ids(&assessment), before);
    // Another assessment of the same organisation has its own.
    assessment.name = "Next year".into();
    assert!(ids(&assessment).iter().all(|id| !before.contains(id)));
}

#[test]
fn a_line_is_folded_at_75_octets_and_never_within_a_character() {
    let pack = make::pack("4 requirement\n 4.1");
    for length in 0..160 {
        for sign in ["a", "ä", "日", "🧱", ",", "\\"] {
            let mut assessment = make::assessment(&pack, "4.1=0");
            let owner = ["x".repeat(length % 5), sign.repeat(length)].concat();
            enter(&pack, &mut assessment, "4.1", |answer| answer.owner = owner.as_str().into());
            let file = file(&pack, &assessment).expect("a calendar");
            let (_, events) = read(&file);
            let shown = events[0]["DESCRIPTION"].contains(&format!("Owner: {owner}\n"));
            assert_eq!(shown, !owner.is_empty(), "{owner}");
        }
    }
    let mut assessment = make::assessment(&pack, "4.1=0");
    enter(&pack, &mut assessment, "4.1", |answer| answer.owner = "a".repeat(500).into());
    let file = file(&pack, &assessment).expect("a calendar");
    assert!(file.lines().any(|line| line.len() == 75), "no line is shorter than it must be");
}

#[test]
fn without_actions_there_is_no_calendar() {
    let pack = make::pack("4 requirement\n 4.1\n 4.2");
    assert_eq!(file(&pack, &make::assessment(&pack, "4.1=3 4.2=?")), None);
}
