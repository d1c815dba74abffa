//! The page for the board, and the milestones.

use super::judged::{id, section_id};
use super::shape::{mode, score, ScoreShape};
use crate::model::pack::Pack;
use crate::report::board::{self, Fact, Major, Outcome, Value};
use crate::report::compare::Point;
use crate::report::Report;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Facts as members of an object. Those without a member stand elsewhere in the file; what they
/// are made of stands here.
pub(super) struct Members<'a> {
    pack: &'a Pack,
    facts: Vec<Fact>,
}

#[derive(Serialize)]
pub(super) struct Milestone<'a> {
    name: &'a str,
    date: Option<String>,
    judged: Option<Members<'a>>,
}

pub(super) fn board(report: &Report) -> Members<'_> {
    let blocks = board::Board::new(report).blocks();
    Members { pack: &report.pack, facts: blocks.all().map(Clone::clone).into() }
}

/// The milestones, without today's state, which the rest of the file is about.
pub(super) fn milestones(report: &Report) -> Vec<Milestone<'_>> {
    let milestones = report.trend().len().saturating_sub(1);
    report.trend().iter().take(milestones).map(|point| milestone(&report.pack, point)).collect()
}

fn milestone<'a>(pack: &'a Pack, point: &'a Point) -> Milestone<'a> {
    let judged = point.judged.as_ref().ok();
    let judged = judged.map(|(judged, _)| Members { pack, facts: board::judged(judged) });
    Milestone { name: &point.name, date: point.date.map(|date| date.to_string()), judged }
}

impl Serialize for Members<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        members(&mut map, self.pack, &self.facts)?;
        map.end()
    }
}

fn members<M: SerializeMap>(map: &mut M, pack: &Pack, facts: &[Fact]) -> Result<(), M::Error> {
    for fact in facts {
        match fact.member {
            "" => members(map, pack, fact.facts())?,
            member => map.serialize_entry(member, &Shape { pack, value: &fact.value })?,
        }
    }
    Ok(())
}

struct Shape<'a> {
    pack: &'a Pack,
    value: &'a Value,
}

impl Serialize for Shape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pack = self.pack;
        match self.value {
            Value::Count(n, _) | Value::HalfDays(n) => serializer.serialize_u32(*n),
            Value::Level(level) => serializer.serialize_u8(*level),
            Value::Outcome(outcome) => serializer.serialize_str(self::outcome(*outcome)),
            Value::Major(major) => serializer.serialize_str(match major {
                Major::Itself => "itself",
                Major::Part => "part",
                Major::No => "no",
            }),
            Value::Item(item) | Value::Answer(item) => serializer.serialize_str(id(pack, *item)),
            Value::Section(section) => serializer.serialize_str(section_id(pack, *section)),
            Value::Score(value) => ScoreShape::serialize(&score(value), serializer),
            Value::Date(date) => serializer.serialize_str(&date.to_string()),
            Value::Mode(value) => serializer.serialize_str(mode(*value)),
            Value::Typed(typed) => serializer.serialize_str(typed),
            Value::Facts(facts) => {
                let mut map = serializer.serialize_map(None)?;
                members(&mut map, pack, facts)?;
                map.end()
            }
            Value::List(lines, _) => {
                serializer.collect_seq(lines.iter().map(|line| Line { pack, line }))
            }
            Value::Nothing(_) => serializer.serialize_none(),
        }
    }
}

/// A line of a list: an object, or the identifier alone where there is nothing else.
struct Line<'a> {
    pack: &'a Pack,
    line: &'a [Fact],
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (pack, line) = (self.pack, self.line);
        match line.iter().filter(|fact| !fact.member.is_empty()).collect::<Vec<_>>()[..] {
            [only] => Shape { pack, value: &only.value }.serialize(serializer),
            _ => {
                let mut map = serializer.serialize_map(None)?;
                members(&mut map, pack, line)?;
                map.end()
            }
        }
    }
}

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Ready => "ready",
        Outcome::ReadyWith => "ready_with",
        Outcome::NotReady => "not_ready",
        Outcome::CannotSay => "cannot_say",
    }
}
