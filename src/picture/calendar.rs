//! Where days stand on an axis of time.

use super::draw::tenths;
use crate::model::date::Date;

/// As [`Date::day_number`] counts.
pub(super) fn day(date: Date) -> i32 {
    date.day_number() as i32
}

/// The month of a date, counted from January of the year 0.
fn month(date: Date) -> i32 {
    let (year, month, _) = date.parts();
    i32::from(year) * 12 + i32::from(month) - 1
}

/// The first day of a month; `None` after the last one that dates have.
fn first(month: i32) -> Option<Date> {
    Date::new((month / 12) as u16, (month % 12) as u8 + 1, 1)
}

/// The number of the first day of a month. One follows on the last day that a date can be.
fn first_day(month: i32) -> i32 {
    first(month).map_or(Date::LAST_DAY as i32 + 1, day)
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
        let (first, last) = (first_day(self.from), first_day(self.to));
        let part = i64::from(day.clamp(first, last) - first) * i64::from(self.width);
        self.left + (part / i64::from(last - first)) as i32
    }

    /// Where months begin, each with its first day: so many that names have the room that they
    /// need.
    pub(super) fn ticks(&self, room: i32) -> Vec<(i32, Date)> {
        const STEPS: [i32; 13] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];
        let count = self.to - self.from;
        let fits = |step: &i32| i64::from(self.width) * i64::from(*step) >= i64::from(room * count);
        let step = STEPS.into_iter().find(fits).unwrap_or(24_000);
        let after = self.from + (step - self.from.rem_euclid(step)) % step;
        let firsts = (after..self.to).step_by(step as usize).filter_map(first);
        firsts.map(|date| (self.place(day(date)), date)).collect()
    }
}

/// A vertical line as the `d` of a path.
pub(super) fn upright(x: i32, from: i32, to: i32) -> String {
    ["M", &tenths(x), " ", &tenths(from), "V", &tenths(to)].concat()
}
