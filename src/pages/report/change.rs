//! Two states beside each other: how both are judged, and what became of the scores.

use super::PageContext;
use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::pack::Kind;
use crate::picture::element::Element;
use crate::picture::{dumbbells, Caption, Dumbbell, DumbbellWords, Scale};
use crate::report::compare::{compare, Comparison};
use crate::rules::findings::{findings, Finding, FindingCounts, Grade};
use crate::rules::score::Score;
use crate::rules::verdict::Stage;
use crate::view::drawing::draw;
use yew::prelude::*;

/// Two states and what changed from one to the other.
pub(super) struct ComparisonView {
    pub found: Comparison,
    pub before: FindingCounts,
    pub after: FindingCounts,
    columns: [&'static str; 3],
}

impl ComparisonView {
    /// What changed between two states. The keys name them in the heads of tables.
    pub fn new(
        ctx: &PageContext,
        [before, after]: [(&Assessment, Date); 2],
        keys: [&'static str; 2],
    ) -> ComparisonView {
        let pack = &ctx.state.pack;
        let found = compare(pack, before, after);
        let grades = |(assessment, day): (&Assessment, Date)| {
            let mut assessment = assessment.clone();
            assessment.mode = found.mode;
            FindingCounts::of(&findings(pack, &assessment, day))
        };
        let (before, after) = (grades(before), grades(after));
        ComparisonView { before, after, columns: ["scores.part", keys[0], keys[1]], found }
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

    /// The overall score before and after.
    pub fn overall(&self, ctx: &PageContext) -> [AttrValue; 2] {
        [&self.found.before, &self.found.after].map(|state| ctx.bounds(&state.scores.overall))
    }

    /// Both stages and the findings by grade.
    pub fn judged(&self, ctx: &PageContext, caption: AttrValue) -> Html {
        let (then, now) = (&self.found.before.verdict, &self.found.after.verdict);
        let (before, after) = (&self.before, &self.after);
        let stage = |stage: &Stage| AttrValue::from(ctx.words().stage(stage));
        let number = |n: u32| AttrValue::from(n.to_string());
        let lines = [
            ("stage.1", [&then.stage1, &now.stage1].map(stage)),
            ("stage.2", [&then.stage2, &now.stage2].map(stage)),
            ("change.majors", [before.majors, after.majors].map(number)),
            ("change.minors", [before.minors, after.minors].map(number)),
            ("change.observations", [before.observations, after.observations].map(number)),
        ];
        let rows = html! {
            for (key, [before, after]) in lines {
                { self.row(ctx, key, ctx.t(key), before == after, [before.into(), after.into()]) }
            }
        };
        html! { <div class="change">{ ctx.table(caption, &self.columns, rows) }</div> }
    }

    /// The scores as a picture, and as a table: overall, both groups and the sections that are
    /// asked.
    pub fn scores(&self, ctx: &PageContext, title: AttrValue) -> Html {
        let (then, now) = (&self.found.before.scores, &self.found.after.scores);
        let sections = || ctx.state.pack.sections.iter().enumerate();
        let mut all: Vec<(AttrValue, [Score; 2], bool)> =
            vec![(ctx.t("scores.overall"), [then.overall, now.overall], true)];
        for kind in Kind::ALL {
            let group = kind as usize;
            all.push((ctx.group(kind), [then.groups[group], now.groups[group]], true));
            for (n, _) in sections().filter(|(_, section)| section.kind == kind) {
                if let (Some(then), Some(now)) = (then.sections.get(n), now.sections.get(n)) {
                    if now.tally.total > 0 {
                        all.push((ctx.section_name(n), [*then, *now], false));
                    }
                }
            }
        }
        let rows = html! {
            for (n, (name, both, _)) in all.iter().enumerate() {
                { self.score(ctx, n, name.clone(), both) }
            }
        };
        html! {
            <div class="change">
                if let Some(picture) = self.picture(ctx, &title, &all) {
                    { draw(&picture) }
                }
                { ctx.table(title, &self.columns, rows) }
            </div>
        }
    }

    /// How far each score went.
    fn picture(
        &self,
        ctx: &PageContext,
        title: &str,
        all: &[(AttrValue, [Score; 2], bool)],
    ) -> Option<Element> {
        let values: Vec<AttrValue> = all
            .iter()
            .map(|(_, both, _)| {
                let [before, after] = both.each_ref().map(|score| ctx.bounds(score));
                match before == after {
                    true => after,
                    false => ctx.fill("compare.regrade", &[("before", &before), ("after", &after)]),
                }
            })
            .collect();
        let rows: Vec<Dumbbell> = all
            .iter()
            .zip(&values)
            .map(|((name, [then, now], total), value)| Dumbbell {
                name,
                value,
                before: then.bounds,
                after: now.bounds,
                total: *total,
            })
            .collect();
        let [_, then, now] = self.columns;
        let (before, after, open) = (ctx.t(then), ctx.t(now), ctx.t("legend.upper"));
        let words = DumbbellWords { before: &before, after: &after, open: &open };
        let about = ctx.t("compare.picture");
        let caption = Caption { id: "change", title, words: &about };
        let steps = ctx.words().steps();
        let scale = Scale { steps: steps.each_ref().map(|step| &**step), line: None };
        dumbbells(&caption, &rows, &scale, &words, ctx.picture_width())
    }

    fn score(&self, ctx: &PageContext, n: usize, name: AttrValue, both: &[Score; 2]) -> Html {
        let [then, now] = both.each_ref().map(|score| ctx.bounds(score));
        self.row(ctx, &n.to_string(), name, then == now, [then.into(), now.into()])
    }

    /// A row, marked where the two differ.
    fn row(
        &self,
        ctx: &PageContext,
        key: &str,
        name: AttrValue,
        same: bool,
        [before, after]: [Html; 2],
    ) -> Html {
        let [_, then, now] = self.columns;
        let class = if same { "same" } else { "differs" };
        html! {
            <tr {class} {key}>
                <th scope="row">{ name }</th>
                { ctx.cell(then, before) }
                { ctx.cell(now, after) }
            </tr>
        }
    }
}

fn of(findings: &[Finding], grade: Grade) -> usize {
    findings.iter().filter(|finding| finding.grade == grade).count()
}
