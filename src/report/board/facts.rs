//! What the page says, fact by fact. The page, the files for readers, the CSV and the JSON are
//! made of this one list: it has the words for each fact and the name that programs know it by.

use super::{Board, Major, Outcome, Since, StageLine};
use crate::model::assessment::Mode;
use crate::model::date::Date;
use crate::model::pack::{ItemIx, Kind};
use crate::report::compare::{Comparison, Judgement};
use crate::rules::score::Score;
use crate::rules::verdict::Stage;
use std::rc::Rc;

/// Something that the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What the member of the JSON is called; empty where the JSON has it elsewhere.
    pub member: &'static str,
    /// The key of its name.
    pub key: &'static str,
    /// What is said.
    pub value: Value,
}

/// What a fact says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, with the key of the sentence that counts it.
    Count(u32, &'static str),
    /// How a stage would likely end.
    Outcome(Outcome),
    /// A level, 0 to 4.
    Level(u8),
    /// Work in half days.
    HalfDays(u32),
    /// What a gap has to do with a likely major.
    Major(Major),
    /// An item, by its position in the pack.
    Item(ItemIx),
    /// The status of an item, by its position in the pack.
    Answer(ItemIx),
    /// A section, by its position in the pack.
    Section(usize),
    /// Bounds with the count that they rest on.
    Score(Score),
    /// A day.
    Date(Date),
    /// Quick check or full assessment.
    Mode(Mode),
    /// What a respondent typed.
    Typed(Rc<str>),
    /// Facts that belong together.
    Facts(Vec<Fact>),
    /// A list, with the key of what stands there where it is empty. The first fact of each line is
    /// what the line is about.
    List(Vec<Vec<Fact>>, &'static str),
    /// Nothing, with the key of what stands there instead.
    Nothing(&'static str),
}

impl Fact {
    /// See the fields of the same names.
    pub fn new(member: &'static str, key: &'static str, value: Value) -> Fact {
        Fact { member, key, value }
    }

    fn count(member: &'static str, key: &'static str, n: u32, sentence: &'static str) -> Fact {
        Fact::new(member, key, Value::Count(n, sentence))
    }

    /// The facts that it is made of; none where it is a single one.
    pub fn facts(&self) -> &[Fact] {
        match &self.value {
            Value::Facts(facts) => facts,
            _ => &[],
        }
    }

    /// Its lines; none where it is no list.
    pub fn lines(&self) -> &[Vec<Fact>] {
        match &self.value {
            Value::List(lines, _) => lines,
            _ => &[],
        }
    }

    /// The fact of this member.
    pub fn member(&self, member: &str) -> Option<&Fact> {
        self.facts().iter().find(|fact| fact.member == member)
    }
}

/// The blocks of the page, in the order in which they are read.
pub struct Blocks {
    /// Both stages, each with how it would likely end and what that rests on.
    pub stages: Fact,
    /// How many findings of each grade are likely.
    pub findings: Fact,
    /// The scores of the whole and of both groups.
    pub scores: Fact,
    /// What is not known, in all and by section.
    pub unknown: Fact,
    /// The largest gaps.
    pub gaps: Fact,
    /// What to do first.
    pub next: Fact,
    /// The greatest strengths.
    pub strengths: Fact,
    /// How much of what is done could be shown.
    pub evidence: Fact,
    /// What changed since the last milestone.
    pub since: Fact,
}

impl Blocks {
    /// In the order in which they are read.
    pub fn all(&self) -> [&Fact; 9] {
        [
            &self.stages,
            &self.findings,
            &self.scores,
            &self.unknown,
            &self.gaps,
            &self.next,
            &self.strengths,
            &self.evidence,
            &self.since,
        ]
    }
}

impl Board {
    /// All that the page says.
    pub fn blocks(&self) -> Blocks {
        Blocks {
            stages: stages(&self.stages),
            findings: self.findings_fact(),
            scores: Fact::new(
                "",
                "result.scores",
                Value::Facts(scores(self.overall, self.groups, false)),
            ),
            unknown: self.unknown_fact(),
            gaps: self.gaps_fact(),
            next: self.next_fact(),
            strengths: self.strengths_fact(),
            evidence: self.evidence_fact(),
            since: since(self.since.as_ref()),
        }
    }

    fn findings_fact(&self) -> Fact {
        let found = &self.findings;
        let facts = vec![
            Fact::count("majors", "change.majors", found.majors, "findings.major"),
            Fact::count("minors", "change.minors", found.minors, "findings.minor"),
            Fact::count(
                "observations",
                "change.observations",
                found.observations,
                "findings.observation",
            ),
        ];
        Fact::new("findings", "findings.title", Value::Facts(facts))
    }

    fn unknown_fact(&self) -> Fact {
        let open = |unanswered, dont_know| {
            [
                Fact::count("unanswered", "wanted.unanswered", unanswered, "check.unanswered"),
                Fact::count("dont_know", "wanted.dont-know", dont_know, "check.dont_know"),
            ]
        };
        let sections = self.unknown.sections.iter().map(|(section, unanswered, dont_know)| {
            let mut line = vec![Fact::new("id", "column.section", Value::Section(*section))];
            line.extend(open(*unanswered, *dont_know));
            line
        });
        let sections = Value::List(sections.collect(), "board.all_known");
        let mut facts = open(self.unknown.unanswered, self.unknown.dont_know).to_vec();
        facts.push(Fact::new("sections", "board.open_sections", sections));
        Fact::new("unknown", "board.unknown", Value::Facts(facts))
    }

    fn gaps_fact(&self) -> Fact {
        let lines = self.gaps.iter().map(|gap| {
            vec![
                Fact::new("id", "report.item", Value::Item(gap.item)),
                Fact::new("level", "column.level", Value::Level(gap.level)),
                Fact::count("size", "board.size", gap.size, "board.gap_size"),
                Fact::new("major", "board.major", Value::Major(gap.major)),
            ]
        });
        let begun = self.overall.tally.levels > 0;
        let none = if begun { "board.no_gaps" } else { "board.gaps_later" };
        Fact::new("gaps", "board.gaps", Value::List(lines.collect(), none))
    }

    fn next_fact(&self) -> Fact {
        let lines = self.next.iter().map(|gap| {
            vec![
                Fact::new("id", "report.item", Value::Item(gap.item)),
                Fact::new("effort_half_days", "column.days", Value::HalfDays(gap.half_days)),
            ]
        });
        Fact::new("next", "result.first", Value::List(lines.collect(), "board.no_steps"))
    }

    fn strengths_fact(&self) -> Fact {
        let lines = self.strengths.iter().map(|item| {
            vec![
                Fact::new("id", "report.item", Value::Item(*item)),
                Fact::new("", "column.answer", Value::Answer(*item)),
            ]
        });
        let lines = Value::List(lines.collect(), "result.no_strengths");
        Fact::new("strengths", "result.strengths", lines)
    }

    fn evidence_fact(&self) -> Fact {
        let facts = vec![
            Fact::count("done", "board.done", self.evidence.done, "board.evidence"),
            Fact::count("shown", "board.shown", self.evidence.shown, "board.evidence"),
        ];
        Fact::new("evidence", "board.evidence_title", Value::Facts(facts))
    }
}

fn stages([first, second]: &[StageLine; 2]) -> Fact {
    let stage = |line: &StageLine| {
        let counts = [
            ("below_defined", "board.below_defined", line.below_defined),
            ("left_out", "board.left_out", line.left_out),
            ("other_majors", "board.other_majors", line.other_majors),
            ("controls", "board.controls", line.controls),
            ("concerns", "board.concerns", line.concerns),
            ("minors", "board.minors", line.minors),
        ];
        let mut facts = vec![Fact::new("outcome", "", Value::Outcome(line.outcome))];
        facts.extend(counts.map(|(member, key, n)| Fact::count(member, key, n, key)));
        facts.push(Fact::count("missing", "board.missing", line.missing, "stage.open"));
        Value::Facts(facts)
    };
    let facts = vec![
        Fact::new("stage1", "stage.1", stage(first)),
        Fact::new("stage2", "stage.2", stage(second)),
    ];
    Fact::new("", "stage.title", Value::Facts(facts))
}

/// The JSON has the scores of today beside the page.
fn scores(overall: Score, [requirement, control]: [Score; 2], in_json: bool) -> Vec<Fact> {
    let scores = [
        ("overall", "scores.overall", overall),
        (Kind::Requirement.id(), "group.requirement", requirement),
        (Kind::Control.id(), "group.control", control),
    ];
    let fact = |(member, key, score)| {
        Fact::new(if in_json { member } else { "" }, key, Value::Score(score))
    };
    scores.map(fact).into()
}

/// How a state of the assessment is judged, in short.
pub fn judged(judged: &Judgement) -> Vec<Fact> {
    let outcome = |stage: &Stage| Value::Outcome(Outcome::of(stage));
    let mut facts = vec![
        Fact::new("stage1", "stage.1", outcome(&judged.verdict.stage1)),
        Fact::new("stage2", "stage.2", outcome(&judged.verdict.stage2)),
    ];
    facts.extend(scores(judged.scores.overall, judged.scores.groups, true));
    facts
}

/// What stands for the day of a milestone that has none.
const NO_DATE: Value = Value::Nothing("milestones.no_date");

fn since(since: Option<&Since>) -> Fact {
    let value = match since {
        None => Value::Nothing("board.no_milestone"),
        Some(since) => Value::Facts(vec![
            Fact::new("name", "report.milestone", Value::Typed(since.name.clone())),
            Fact::new("date", "report.date", since.date.map_or(NO_DATE, Value::Date)),
            Fact::new(
                "change",
                "",
                match &since.change {
                    Err(_) => Value::Nothing("board.lost"),
                    Ok((change, _)) => Value::Facts(self::change(change)),
                },
            ),
        ]),
    };
    Fact::new("since", "compare.title", value)
}

fn change(change: &Comparison) -> Vec<Fact> {
    let counts = &change.counts;
    let counted =
        |(member, key, n): (&'static str, &'static str, u32)| Fact::count(member, key, n, key);
    let items = [
        ("better", "board.better", counts.better),
        ("worse", "board.worse", counts.worse),
        ("other", "board.otherwise", counts.other),
        ("same", "board.same", counts.same),
    ];
    let findings = [
        ("closed", "board.closed", change.closed.len() as u32),
        ("raised", "board.raised", change.raised.len() as u32),
        ("regraded", "board.regraded", change.regraded.len() as u32),
    ];
    vec![
        Fact::new("mode", "report.mode", Value::Mode(change.mode)),
        Fact::new("before", "report.then", Value::Facts(judged(&change.before))),
        Fact::new("after", "whatif.now", Value::Facts(judged(&change.after))),
        Fact::new("items", "board.items", Value::Facts(items.map(counted).into())),
        Fact::new("findings", "answers.findings", Value::Facts(findings.map(counted).into())),
    ]
}
