//! Two states beside each other: how both are judged, and what became of the figures.

use super::parts::bar;
use super::Sheet;
use crate::answers::Answers;
use crate::compare::{compare, Comparison};
use crate::findings::{findings, Finding, Grade, Grades};
use crate::node::{el, line, Element, Node};
use crate::pack::Kind;
use crate::score::Figure;
use std::rc::Rc;

/// Two states and what changed from one to the other.
pub(super) struct Change {
    /// What changed.
    pub found: Comparison,
    /// The findings before.
    pub before: Grades,
    /// The findings after.
    pub after: Grades,
    columns: [&'static str; 3],
}

impl Change {
    /// What changed between two states. The keys name them in the heads of tables.
    pub fn new(sheet: &Sheet, [before, after]: [&Answers; 2], keys: [&'static str; 2]) -> Change {
        let found = compare(sheet.pack, before, after);
        let grades = |answers: &Answers| {
            let mut answers = answers.clone();
            answers.mode = found.mode;
            Grades::of(&findings(sheet.pack, &answers))
        };
        let (before, after) = (grades(before), grades(after));
        Change { before, after, columns: ["figures.part", keys[0], keys[1]], found }
    }

    /// How many findings of this grade there are no more.
    pub fn gone(&self, grade: Grade) -> usize {
        let regraded = self.found.regraded.iter();
        let better = regraded.filter(|(then, now)| then.grade == grade && now.grade != grade);
        of(&self.found.closed, grade) + better.count()
    }

    /// How many findings of this grade there were not before.
    pub fn new_ones(&self, grade: Grade) -> usize {
        let regraded = self.found.regraded.iter();
        let worse = regraded.filter(|(then, now)| now.grade == grade && then.grade != grade);
        of(&self.found.raised, grade) + worse.count()
    }

    /// The overall figure before and after.
    pub fn overall(&self, sheet: &Sheet) -> [Rc<str>; 2] {
        [&self.found.before, &self.found.after].map(|state| sheet.bounds(&state.scores.overall))
    }

    /// Both stages and the findings by grade.
    pub fn judged(&self, sheet: &Sheet, caption: Rc<str>) -> Element {
        let (then, now) = (&self.found.before.verdict, &self.found.after.verdict);
        let stages =
            [("stage.1", [&then.stage1, &now.stage1]), ("stage.2", [&then.stage2, &now.stage2])];
        let grades = [
            ("change.majors", [self.before.majors, self.after.majors]),
            ("change.minors", [self.before.minors, self.after.minors]),
            ("change.observations", [self.before.observations, self.after.observations]),
        ];
        let stages = stages.into_iter().map(|(key, both)| {
            let words = both.map(|stage| Node::from(sheet.words().stage(stage)));
            self.row(sheet, key, sheet.say(key), words)
        });
        let grades = grades.into_iter().map(|(key, both)| {
            self.row(sheet, key, sheet.say(key), both.map(|n| Node::from(n.to_string())))
        });
        el("div").class("change").with(sheet.table(caption, &self.columns, stages.chain(grades)))
    }

    /// The figures, each with its bar: overall, both groups and the sections that are asked.
    pub fn figures(&self, sheet: &Sheet, caption: Rc<str>) -> Element {
        let (then, now) = (&self.found.before.scores, &self.found.after.scores);
        let cells = |id: String, both: [&Figure; 2]| {
            [("then", both[0]), ("now", both[1])].map(|(side, figure)| {
                let bar = bar(figure.bounds, &format!("{side}-{id}"));
                Node::from(el("div").with(bar).with(sheet.bounds(figure)))
            })
        };
        let overall = cells("overall".into(), [&then.overall, &now.overall]);
        let mut rows = vec![self.row(sheet, "overall", sheet.say("figures.overall"), overall)];
        for kind in Kind::ALL {
            let group = cells(kind.id().into(), [then, now].map(|s| &s.groups[kind as usize]));
            rows.push(self.row(sheet, kind.id(), sheet.group(kind), group));
            let both = then.sections.iter().zip(&now.sections);
            for (position, (section, (then, now))) in
                sheet.pack.sections.iter().zip(both).enumerate()
            {
                if section.kind == kind && now.tally.total > 0 {
                    let (id, name) = (format!("section-{position}"), sheet.section_name(position));
                    rows.push(self.row(sheet, &id.clone(), name, cells(id, [then, now])));
                }
            }
        }
        el("div").class("change").with(sheet.table(caption, &self.columns, rows))
    }

    /// A row, marked where the two differ.
    fn row(&self, sheet: &Sheet, key: &str, name: Rc<str>, [before, after]: [Node; 2]) -> Element {
        let [_, then, now] = self.columns;
        let same = words(&before) == words(&after);
        el("tr")
            .class(if same { "same" } else { "differs" })
            .key(key)
            .with(line("th", name).attr("scope", "row"))
            .with(sheet.cell(then, before))
            .with(sheet.cell(now, after))
    }
}

fn of(findings: &[Finding], grade: Grade) -> usize {
    findings.iter().filter(|finding| finding.grade == grade).count()
}

/// What a cell says.
fn words(node: &Node) -> String {
    match node {
        Node::Text(words) => words.to_string(),
        Node::Element(element) => element.children.iter().map(words).collect(),
    }
}
