//! Two states beside each other: how both are judged, and what became of the scores.

use super::parts::bar;
use super::PageContext;
use crate::model::assessment::Assessment;
use crate::model::date::Date;
use crate::model::pack::Kind;
use crate::report::compare::{compare, Comparison};
use crate::rules::findings::{findings, Finding, FindingCounts, Grade};
use crate::rules::score::Score;
use crate::rules::verdict::Stage;
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

    /// The scores, each with its bar: overall, both groups and the sections that are asked.
    pub fn scores(&self, ctx: &PageContext, caption: AttrValue) -> Html {
        let (then, now) = (&self.found.before.scores, &self.found.after.scores);
        let section_row = |section: usize, both: [&Score; 2]| {
            self.score(ctx, &format!("section-{section}"), ctx.section_name(section), both)
        };
        let group = |kind: Kind| {
            let scores = [then, now].map(|scores| &scores.groups[kind as usize]);
            let both = then.sections.iter().zip(&now.sections);
            let all = ctx.state.pack.sections.iter().zip(both).enumerate();
            let here =
                all.filter(|(_, (section, (_, now)))| section.kind == kind && now.tally.total > 0);
            html! {
                <>
                    { self.score(ctx, kind.id(), ctx.group(kind), scores) }
                    for (section, (_, (then, now))) in here {
                        { section_row(section, [then, now]) }
                    }
                </>
            }
        };
        let overall = [&then.overall, &now.overall];
        let rows = html! {
            <>
                { self.score(ctx, "overall", ctx.t("scores.overall"), overall) }
                for kind in Kind::ALL {
                    { group(kind) }
                }
            </>
        };
        html! { <div class="change">{ ctx.table(caption, &self.columns, rows) }</div> }
    }

    fn score(&self, ctx: &PageContext, id: &str, name: AttrValue, both: [&Score; 2]) -> Html {
        let cell = |side: &str, score: &Score| {
            let bar = bar(score.bounds, &format!("{side}-{id}"));
            html! { <div>{ bar }{ ctx.bounds(score) }</div> }
        };
        let [then, now] = both;
        let same = ctx.bounds(then) == ctx.bounds(now);
        self.row(ctx, id, name, same, [cell("then", then), cell("now", now)])
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
