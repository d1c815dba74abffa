//! Counting days.

use plumbline::model::date::Date;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is no date"))
}

const FIRST: &str = "0001-01-01";
const LAST: &str = "9999-12-31";

#[test]
fn days_are_numbered_from_the_first_one() {
    for (day, number) in [
        (FIRST, 0),
        ("0001-12-31", 364),
        ("0002-01-01", 365),
        ("0004-02-29", 1154),
        ("0004-12-31", 1460),
        ("0400-12-31", 146_096),
        // The day on which Unix begins to count, as `date --date` and Python's toordinal have it.
        ("1970-01-01", 719_162),
        ("2000-02-29", 730_178),
        ("2026-11-22", 739_941),
        (LAST, Date::LAST_DAY),
    ] {
        assert_eq!(date(day).day_number(), number, "{day}");
        assert_eq!(Date::from_day_number(number), date(day), "{number}");
    }
}

#[test]
fn every_day_has_a_number_of_its_own_and_the_next_is_one_more() {
    let mut before = Date::from_day_number(0);
    for number in 1..=Date::LAST_DAY {
        let day = Date::from_day_number(number);
        assert!(day > before, "{number}");
        assert_eq!(day.day_number(), number);
        before = day;
    }
}

#[test]
fn months_and_years_end_where_they_should() {
    for (day, days, expected) in [
        ("2027-02-28", 1, "2027-03-01"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2028-02-29", 1, "2028-03-01"),
        ("2100-02-28", 1, "2100-03-01"),
        ("2000-02-28", 1, "2000-02-29"),
        ("2026-12-31", 1, "2027-01-01"),
        ("2027-01-01", -1, "2026-12-31"),
        ("2028-02-29", 366, "2029-03-01"),
        ("2028-03-01", 365, "2029-03-01"),
        ("2028-03-01", -1, "2028-02-29"),
        ("2026-11-22", 0, "2026-11-22"),
    ] {
        assert_eq!(date(day).plus_days(days), date(expected), "{day} and {days} days");
    }
}

#[test]
fn counting_stops_at_the_first_and_the_last_day() {
    for (day, days, expected) in [
        (FIRST, -1, FIRST),
        ("0001-01-02", -1, FIRST),
        (LAST, 1, LAST),
        ("9999-12-30", 1, LAST),
        (FIRST, i64::from(Date::LAST_DAY), LAST),
        (FIRST, i64::from(Date::LAST_DAY) - 1, "9999-12-30"),
        ("2026-11-22", i64::MAX, LAST),
        ("2026-11-22", i64::MIN, FIRST),
    ] {
        assert_eq!(date(day).plus_days(days), date(expected), "{day} and {days} days");
    }
    assert_eq!(Date::from_day_number(Date::LAST_DAY + 1), date(LAST));
    assert_eq!(Date::from_day_number(u32::MAX), date(LAST));
    assert_eq!(date("2026-11-22").plus_working_days(u32::MAX), date(LAST));
    assert_eq!(date(LAST).plus_working_days(1), date(LAST));
    assert_eq!(date(LAST).working_day(), date(LAST));
}

#[test]
fn a_week_begins_on_monday() {
    for (day, weekday) in [
        (FIRST, 1),
        ("1970-01-01", 4),
        ("2000-02-29", 2),
        ("2026-11-20", 5),
        ("2026-11-21", 6),
        ("2026-11-22", 7),
        ("2026-11-23", 1),
        (LAST, 5),
    ] {
        assert_eq!(date(day).weekday(), weekday, "{day}");
        assert_eq!(date(day).working_day() == date(day), weekday < 6, "{day}");
    }
}

#[test]
fn nobody_works_on_saturday_or_sunday() {
    for (day, days, expected) in [
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-21", 0, "2026-11-23"),
        ("2026-11-22", 0, "2026-11-23"),
        ("2026-11-23", 0, "2026-11-23"),
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-21", 1, "2026-11-24"),
        ("2026-11-23", 4, "2026-11-27"),
        ("2026-11-23", 5, "2026-11-30"),
        ("2026-11-26", 10, "2026-12-10"),
        ("9999-12-24", 1, "9999-12-27"),
    ] {
        assert_eq!(date(day).plus_working_days(days), date(expected), "{day} and {days}");
    }
}

#[test]
fn working_days_are_counted_as_one_would_by_hand() {
    for first in 739_900..739_914 {
        let mut by_hand = Date::from_day_number(first).working_day();
        for days in 0..30 {
            assert_eq!(Date::from_day_number(first).plus_working_days(days), by_hand);
            by_hand = by_hand.plus_days(1).working_day();
        }
    }
}
