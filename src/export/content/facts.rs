//! What the board is told, one name and one value each, for a table that has no room for tables.

use crate::export::cells::Value as Cell;
use crate::i18n::wording::Wording;
use crate::report::board::{Board, Fact, Value};
use crate::report::{percents, Report};
use crate::rules::findings::Subject;
use crate::rules::score::Score;
use std::fmt::Display;
use std::rc::Rc;

type Named = (Rc<str>, Cell);

/// What the page for the board says but its scores, and the clauses at which something is likely
/// raised, since no row of an item has room for them.
pub(in crate::export) fn board_facts(report: &Report, words: &Wording) -> Vec<Named> {
    let blocks = Board::new(report).blocks();
    let mut facts = vec![
        (words.get("report.board"), Cell::Text(words.get("result.disclaimer"))),
        (words.get("statement.organisation"), Cell::Text(report.organisation.clone())),
        (words.get("report.date"), Cell::Text(report.date.to_string().into())),
        (words.get("report.mode"), Cell::Text(words.mode(report.mode))),
    ];
    let context = &mut Context { report, words, facts: &mut facts };
    for block in blocks.all() {
        match block.member {
            "" if *block == blocks.scores => continue,
            // The facts of both stages name their stage.
            "" => block.facts().iter().for_each(|fact| context.fact("", fact)),
            _ => context.fact("", block),
        }
        if *block == blocks.findings {
            context.clauses(block.key);
        }
    }
    facts
}

struct Context<'a> {
    report: &'a Report,
    words: &'a Wording<'a>,
    facts: &'a mut Vec<Named>,
}

impl Context<'_> {
    /// A fact below a name; what it is made of is named by both.
    fn fact(&mut self, above: &str, fact: &Fact) {
        let own = match fact.key {
            "" => Rc::default(),
            key => self.words.get(key),
        };
        let name = joined(above, &own);
        let words = self.words;
        let value = match &fact.value {
            Value::Count(n, _) => number(n),
            Value::Level(level) => number(level),
            Value::HalfDays(n) => Cell::half_days(*n),
            Value::Outcome(outcome) => Cell::Text(words.outcome(*outcome)),
            Value::Major(major) => Cell::Text(words.major(*major)),
            Value::Item(item) => Cell::Text(words.item(*item)),
            Value::Answer(item) => Cell::Text(words.numbered(self.report.item_status(*item))),
            Value::Section(section) => Cell::Text(words.section(*section)),
            Value::Date(date) => Cell::Text(date.to_string().into()),
            Value::Mode(mode) => Cell::Text(words.mode(*mode)),
            Value::Typed(typed) => Cell::Text(typed.clone()),
            Value::Nothing(none) => Cell::Text(words.get(none)),
            Value::Score(score) => return self.score(&name, score),
            Value::Facts(facts) => return facts.iter().for_each(|fact| self.fact(&name, fact)),
            Value::List(lines, none) => {
                // Beside other numbers, how many there are is one of them.
                if !above.is_empty() {
                    self.facts.push((name.clone(), number(lines.len())));
                } else if lines.is_empty() {
                    self.facts.push((name.clone(), Cell::Text(words.get(none))));
                }
                return self.list(&name, lines);
            }
        };
        self.facts.push((name, value));
    }

    fn list(&mut self, name: &str, lines: &[Vec<Fact>]) {
        for (at, line) in lines.iter().enumerate() {
            let name = [name, ", ", &(at + 1).to_string()].concat();
            for (place, fact) in line.iter().enumerate() {
                // The line is called by what it is about.
                let fact = if place == 0 { &Fact { key: "", ..fact.clone() } } else { fact };
                self.fact(&name, fact);
            }
        }
    }

    /// Bounds in whole percent. A percent sign would make a text of the number; it stands with the
    /// name.
    fn score(&mut self, name: &str, score: &Score) {
        let bounds = score.bounds.map(percents);
        let bounds = [
            ("explain.lower", bounds.map(|(lower, _)| lower)),
            ("explain.upper", bounds.map(|(_, upper)| upper)),
        ];
        for (key, bound) in bounds {
            let name = [&*joined(name, &self.words.get(key)), ", %"].concat();
            self.facts.push((name.into(), bound.map_or_else(Cell::nothing, number)));
        }
    }

    fn clauses(&mut self, key: &str) {
        for finding in &self.report.findings {
            let Subject::Clause(section) = finding.subject else { continue };
            let name = joined(&self.words.get(key), &self.words.grade(finding.grade));
            let value = joined(&self.words.section(section), &self.words.rule(finding));
            self.facts.push((name, Cell::Text(value)));
        }
    }
}

fn joined(name: &str, part: &str) -> Rc<str> {
    match (name, part) {
        ("", part) => part.into(),
        (name, "") => name.into(),
        (name, part) => [name, ": ", part].concat().into(),
    }
}

fn number(n: impl Display) -> Cell {
    Cell::Number(n.to_string().into())
}
