//! The action plan as a calendar (iCalendar, RFC 5545).
//!
//! Each action is an event of whole days (`VEVENT`), from its start to its target date, that
//! leaves the days free. A to-do (`VTODO`) would say more, such as that something is done, but
//! Outlook and Google Calendar leave to-dos out when they read a file, so that the plan would be
//! empty there; trackers of tasks get a file of their own ([`super::tasks`]).
//!
//! A file that is read again replaces the events of the one before, since an event keeps its
//! `UID` (3.8.4.7). It is made of the item and a number worked out from what the pack, the
//! assessment and the organisation are called: nothing in it is random, and two assessments with
//! other names do not meet in one calendar.

use super::content::made_by;
use crate::i18n::text::Text;
use crate::i18n::wording::Wording;
use crate::model::date::Date;
use crate::picture::element::html::tidy;
use crate::report::{Report, TOOL_VERSION};
use crate::rules::schedule::Action;
use std::fmt::Display;

/// Longest line in octets, without its line break (3.1).
const LINE: usize = 75;

/// The file; `None` without actions, since a calendar has at least one entry (3.4).
pub fn render(report: &Report, text: &Text) -> Option<String> {
    let plan = report.schedule();
    if plan.actions.is_empty() {
        return None;
    }
    let words = &Wording { text, pack: &report.pack };
    let mut out = String::with_capacity(1 << 14);
    let product = ["-//Plumbline//Plumbline ", TOOL_VERSION, "//", &words.get("lang")].concat();
    line(&mut out, "BEGIN:", "VCALENDAR");
    line(&mut out, "VERSION:", "2.0");
    line(&mut out, "PRODID:", &escaped(&product));
    // Without a method, some readers take the file for an invitation (RFC 5546, 1.4).
    line(&mut out, "METHOD:", "PUBLISH");
    line(&mut out, "X-WR-CALNAME:", &escaped(&name(report, words)));
    line(&mut out, "X-WR-CALDESC:", &escaped(&about(report, words)));
    let assessment = fingerprint(&[&report.pack.id, &report.name, &report.organisation]);
    for action in &plan.actions {
        event(&mut out, report, words, action, assessment);
    }
    line(&mut out, "END:", "VCALENDAR");
    Some(out)
}

fn event(out: &mut String, report: &Report, words: &Wording, action: &Action, assessment: u64) {
    let pack = &report.pack;
    let Some(item) = pack.item(action.gap.item) else { return };
    let (first, last) = action.span();
    line(out, "BEGIN:", "VEVENT");
    line(out, "UID:", &escaped(&format!("{}-{assessment:016x}@plumbline", item.id)));
    line(out, "DTSTAMP:", &[&day(report.date), "T000000Z"].concat());
    line(out, "DTSTART;VALUE=DATE:", &day(first));
    // The end is the first day after it (3.6.1). The last day of all has none after it; without an
    // end, an event takes its first day.
    let after = last.plus_days(1);
    if after > last {
        line(out, "DTEND;VALUE=DATE:", &day(after));
    }
    line(out, "SUMMARY:", &escaped(&words.item(action.gap.item)));
    line(out, "DESCRIPTION:", &escaped(&words.description(action)));
    if let Some(phase) = pack.phases.get(action.phase) {
        line(out, "CATEGORIES:", &escaped(&phase.name));
    }
    // 1 is the highest of nine, 5 the one in the middle (3.8.1.9).
    line(out, "PRIORITY:", if action.gate { "1" } else { "5" });
    // It names weaknesses, and it takes nobody's whole day.
    line(out, "CLASS:", "PRIVATE");
    line(out, "TRANSP:", "TRANSPARENT");
    line(out, "END:", "VEVENT");
}

fn name(report: &Report, words: &Wording) -> String {
    let (plan, organisation) = (words.get("plan.title"), report.organisation.trim());
    match organisation {
        "" => plan.to_string(),
        _ => [&*plan, " \u{2013} ", organisation].concat(),
    }
}

/// What every file says of itself.
fn about(report: &Report, words: &Wording) -> String {
    let tally = report.tally();
    let values: [(&str, &dyn Display); 2] = [("n", &tally.answered()), ("total", &tally.total)];
    let complete =
        [&*words.get("statement.completeness"), ": ", &*words.fill("report.complete", &values)]
            .concat();
    [&*words.get("result.disclaimer"), &made_by(report, words), &complete].join("\n")
}

/// A date as `20261122` (3.3.4).
fn day(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// Text as a value (3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in tidy(text).chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

/// A line, folded where it is too long: a line break and a space, which count for nothing and
/// stand only between whole characters (3.1).
fn line(out: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for c in name.chars().chain(value.chars()) {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// A number that stands for these texts (FNV-1a, 64 bits).
fn fingerprint(texts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for text in texts {
        // No text of UTF-8 has the octet 255, so that it sets them apart.
        for octet in text.bytes().chain([255]) {
            hash = (hash ^ u64::from(octet)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}
