//! Where days stand on an axis of time.

use super::draw::tenths;
use crate::date::Date;

/// Days since the first day of the year 0, by the Gregorian calendar.
pub(super) fn day(date: Date) -> i32 {
    let (year, month, day) = date.parts();
    first(i32::from(year) * 12 + i32::from(month) - 1) + i32::from(day) - 1
}

/// The month of a date, counted from January of the year 0.
pub(super) fn month(date: Date) -> i32 {
    let (year, month, _) = date.parts();
    i32::from(year) * 12 + i32::from(month) - 1
}

/// The first day of a month.
pub(super) fn first(month: i32) -> i32 {
    // Days before each month of a year that has no leap day.
    const BEFORE: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12));
    // A leap day counts from March on: until then, those of the years before.
    let whole = if month >= 2 { year } else { year - 1 };
    let leap = whole.div_euclid(4) - whole.div_euclid(100) + whole.div_euclid(400);
    year * 365 + leap + BEFORE.get(month as usize).copied().unwrap_or_default()
}

/// An axis of whole months.
pub(super) struct Months {
    from: i32,
    to: i32,
    left: i32,
    width: i32,
}

impl Months {
    /// From the month of one date to that of another, drawn from `left` over `width`.
    pub(super) fn new(from: Date, to: Date, left: i32, width: i32) -> Months {
        let from = month(from);
        Months { from, to: month(to).max(from) + 1, left, width }
    }

    /// Where a day begins; days outside of the axis stand at its ends.
    pub(super) fn place(&self, day: i32) -> i32 {
        let (first, last) = (first(self.from), first(self.to));
        let part = i64::from(day.clamp(first, last) - first) * i64::from(self.width);
        self.left + (part / i64::from(last - first)) as i32
    }

    /// Where months begin, with their names as in `2026-11`: so many that names have the room that
    /// they need.
    pub(super) fn ticks(&self, room: i32) -> Vec<(i32, String)> {
        const STEPS: [i32; 13] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];
        let count = self.to - self.from;
        let fits = |step: &i32| i64::from(self.width) * i64::from(*step) >= i64::from(room * count);
        let step = STEPS.into_iter().find(fits).unwrap_or(24_000);
        let after = self.from + (step - self.from.rem_euclid(step)) % step;
        let mut ticks = Vec::new();
        for month in (after..self.to).step_by(step as usize) {
            let (year, month_of_year) = (10_000 + month / 12, 101 + month % 12);
            let (year, month_of_year) = (year.to_string(), month_of_year.to_string());
            let name = [year.get(1..).unwrap_or(""), "-", month_of_year.get(1..).unwrap_or("")];
            ticks.push((self.place(first(month)), name.concat()));
        }
        ticks
    }
}

/// A vertical line as the `d` of a path.
pub(super) fn upright(x: i32, from: i32, to: i32) -> String {
    ["M", &tenths(x), " ", &tenths(from), "V", &tenths(to)].concat()
}
