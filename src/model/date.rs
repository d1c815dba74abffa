//! A calendar date without a clock: the core is told what today is.
//!
//! Counting ends at the first and the last day that a [`Date`] can be: what would lie beyond is
//! that day itself, so that no plan, however long, is an error.

use std::fmt;

/// A date of the Gregorian calendar, written as ISO 8601 (`2026-11-22`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The number of 9999-12-31, the last day; a Friday.
    pub const LAST_DAY: u32 = 3_652_058;

    /// A date, if there is such a day. Years run from 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let real = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        real.then_some(Date { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, the form that a date field of a browser gives.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Days since 0001-01-01, which is 0; at most [`Date::LAST_DAY`].
    pub fn day_number(self) -> u32 {
        let year = u32::from(self.year) - 1;
        let in_months: u32 =
            (1..self.month).map(|month| u32::from(days_in(self.year, month))).sum();
        days_before(year) + in_months + u32::from(self.day) - 1
    }

    /// The day with this number; the last one for greater numbers.
    pub fn from_day_number(number: u32) -> Date {
        let number = number.min(Date::LAST_DAY);
        // An upper bound, since no year is shorter than 365 days; it is at most 7 too high.
        let mut years = number / 365;
        while days_before(years) > number {
            years -= 1;
        }
        let (mut left, mut month) = (number - days_before(years), 1);
        // Below 10,000, since the number is at most that of the last day.
        let year = years as u16 + 1;
        while left >= u32::from(days_in(year, month)) {
            left -= u32::from(days_in(year, month));
            month += 1;
        }
        Date { year, month, day: left as u8 + 1 }
    }

    /// This many days later, or earlier where it is negative.
    pub fn plus_days(self, days: i64) -> Date {
        let number = i64::from(self.day_number()).saturating_add(days);
        Date::from_day_number(number.clamp(0, i64::from(Date::LAST_DAY)) as u32)
    }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    pub fn weekday(self) -> u8 {
        (self.day_number() % 7) as u8 + 1
    }

    /// The day itself from Monday to Friday, else the Monday after it. Holidays are not known.
    pub fn working_day(self) -> Date {
        match self.weekday() {
            day @ 6.. => self.plus_days(i64::from(8 - day)),
            _ => self,
        }
    }

    /// This many working days after [`Date::working_day`].
    pub fn plus_working_days(self, days: u32) -> Date {
        let first = self.working_day();
        let since_monday = i64::from(first.weekday()) - 1;
        let (weeks, rest) =
            ((since_monday + i64::from(days)) / 5, (since_monday + i64::from(days)) % 5);
        first.plus_days(weeks * 7 + rest - since_monday)
    }

    /// Year, month from 1 to 12, and day of the month.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The same day of the month so many months later; the last day of a month that is shorter.
    pub fn plus_months(self, months: u32) -> Date {
        let month = u32::from(self.month) - 1 + months;
        let year = u32::from(self.year) + month / 12;
        if year > 9999 {
            return Date::from_day_number(Date::LAST_DAY);
        }
        let (year, month) = (year as u16, (month % 12) as u8 + 1);
        Date { year, month, day: self.day.min(days_in(year, month)) }
    }

    /// Whether it lies more than a year before another date: its anniversary has passed. That of a
    /// 29 February has passed on 1 March.
    pub fn over_a_year_before(self, other: Date) -> bool {
        (self.year + 1, self.month, self.day) < (other.year, other.month, other.day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Days in this many years from the year 1 on.
fn days_before(years: u32) -> u32 {
    years * 365 + years / 4 - years / 100 + years / 400
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}
