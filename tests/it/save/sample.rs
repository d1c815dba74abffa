//! The shipped samples do not age.

use crate::support::{default_pack, today, SAMPLES};
use plumbline::model::assessment::Assessment;
use plumbline::model::date::Date;
use plumbline::model::pack::Pack;
use plumbline::rules::findings::{findings, inconsistencies};
use plumbline::rules::verdict::verdict;
use plumbline::save::{restore, sample};

#[test]
fn the_samples_that_are_shipped_are_those_that_are_offered() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/static/samples");
    let files = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<String> =
        files.map(|file| file.expect("a file").file_name().into_string().expect("text")).collect();
    files.sort();
    let mut offered = plumbline::save::SAMPLES.map(|name| format!("{name}.json"));
    offered.sort();
    assert_eq!(files, offered);
    assert_eq!(
        plumbline::save::SAMPLES.as_slice(),
        SAMPLES.iter().map(|(name, _)| *name).collect::<Vec<_>>()
    );
}

#[test]
fn dates_move_by_whole_weeks_wherever_they_stand() {
    for (today, expected) in [
        ("2026-11-22", "2027-02-26"),
        ("2026-11-28", "2027-02-26"),
        ("2026-11-29", "2027-03-05"),
        ("2028-02-29", "2028-06-02"),
        ("2026-11-21", "2027-02-19"),
        ("0001-01-01", "0001-04-06"),
        ("9999-12-31", "9999-12-31"),
    ] {
        let file =
            |date: &str| format!("{{\"due\":\"{date}\",\"note\":\"Ends {date}. Ä {date}\"}}{date}");
        let today = Date::parse(today).expect("a date");
        assert_eq!(sample(&file("2027-02-26"), today), file(expected), "{today}");
    }
}

#[test]
fn what_only_looks_like_a_date_stays() {
    let text = "iso-27001-2022 2027-02-30 12027-02-26 2027-02-26-1 2027-2-26 2026.1 -- \"\" 2027";
    assert_eq!(sample(text, Date::parse("2031-12-31").expect("a date")), text);
    assert_eq!(sample("", today()), "");
}

#[test]
fn a_sample_is_as_written_on_the_day_of_the_tests() {
    for (_, text) in SAMPLES {
        assert!(sample(text, today()) == *text);
    }
}

#[test]
fn a_sample_is_judged_alike_on_any_day() {
    let pack = default_pack();
    let judged = |assessment: &Assessment, day| {
        let odd = inconsistencies(&pack, assessment, day);
        format!(
            "{:?}{:?}{odd:?}",
            verdict(&pack, assessment, day),
            findings(&pack, assessment, day)
        )
    };
    for (_, text) in SAMPLES {
        let (written, _) = restore(text, &pack).expect("a save file");
        let expected = judged(&written, today());
        for day in days() {
            let (assessment, problems) = restore(&sample(text, day), &pack).expect("a save file");
            assert_eq!(problems, []);
            assert_eq!(judged(&assessment, day), expected, "{} on {day}", assessment.name);
            let nearer = days_ahead(&pack, &written, today()).into_iter();
            let mut nearer =
                nearer.zip(days_ahead(&pack, &assessment, day)).map(|(then, now)| then - now);
            assert!(nearer.all(|days| (0..7).contains(&days)), "on {day}");
        }
    }
}

/// Each day of the week in turn, over two years and back, a leap day and the end of a year.
fn days() -> impl Iterator<Item = Date> {
    let given = ["2028-02-29", "2031-12-31"].map(|day| Date::parse(day).expect("a date"));
    (-4..24).map(|n| today().plus_days(n * 32)).chain(given)
}

/// How far off the day is on which each thing is due.
fn days_ahead(pack: &Pack, assessment: &Assessment, day: Date) -> Vec<i64> {
    let due = (0..pack.items.len()).filter_map(|item| assessment.get(item)?.due);
    due.map(|due| i64::from(due.day_number()) - i64::from(day.day_number())).collect()
}
