//! The items and findings that differ between two states.

use super::compare::SIDES;
use super::PageContext;
use crate::report::compare::{Course, ItemChange};
use crate::rules::findings::{Finding, Subject};
use yew::prelude::*;

/// More entries of a list than this are counted, not listed.
const MOST_LISTED: usize = 200;

const COLUMNS: [&str; 4] = ["column.question", SIDES[0], SIDES[1], "compare.course"];

/// The items whose state differs.
pub(super) fn items(ctx: &PageContext, all: &[ItemChange]) -> Html {
    let course = |course: Course| {
        ctx.t(match course {
            Course::Better => "compare.better",
            Course::Worse => "compare.worse",
            Course::Other => "compare.otherwise",
        })
    };
    let rows = html! {
        for change in all.iter().take(MOST_LISTED) {
            <tr key={change.item}>
                <th scope="row">{ ctx.question(change.item) }</th>
                { ctx.cell(COLUMNS[1], ctx.item_status(change.before)) }
                { ctx.cell(COLUMNS[2], ctx.item_status(change.after)) }
                { ctx.cell(COLUMNS[3], course(change.course)) }
            </tr>
        }
    };
    html! {
        if !all.is_empty() {
            <h3>{ ctx.number_of("compare.items", all.len()) }</h3>
            { ctx.table(ctx.t("column.question"), &COLUMNS, rows) }
            { ctx.more(all.len(), MOST_LISTED) }
        }
    }
}

/// Findings with their grade and rule.
pub(super) fn found(ctx: &PageContext, key: &str, all: &[Finding]) -> Html {
    let entry = |finding: &Finding| {
        html! {
            <>
                { subject(ctx, finding) }
                { " " }
                <span class="tag">{ ctx.words().grade(finding.grade) }</span>
                <span class="hint block">{ ctx.words().rule(finding) }</span>
            </>
        }
    };
    listed(ctx, key, all, entry)
}

/// Findings that are judged by another rule than before.
pub(super) fn regraded(ctx: &PageContext, all: &[(Finding, Finding)]) -> Html {
    let entry = |(then, now): &(Finding, Finding)| {
        let [before, after] = [then, now].map(|finding| ctx.words().grade(finding.grade));
        let grade = match then.grade == now.grade {
            true => after.into(),
            false => ctx.fill("compare.regrade", &[("before", &before), ("after", &after)]),
        };
        html! {
            <>
                { subject(ctx, now) }
                { " " }
                { grade }
                <span class="hint block">{ ctx.words().rule(now) }</span>
            </>
        }
    };
    listed(ctx, "compare.regraded", all, entry)
}

fn listed<T>(ctx: &PageContext, key: &str, all: &[T], entry: impl Fn(&T) -> Html) -> Html {
    html! {
        if !all.is_empty() {
            <h3>{ ctx.number_of(key, all.len()) }</h3>
            <ul class="hits">
                for (n, one) in all.iter().take(MOST_LISTED).enumerate() {
                    <li key={n}>{ entry(one) }</li>
                }
            </ul>
            { ctx.more(all.len(), MOST_LISTED) }
        }
    }
}

fn subject(ctx: &PageContext, finding: &Finding) -> Html {
    match finding.subject {
        Subject::Item(item) => ctx.question(item),
        Subject::Clause(section) => html! { <strong>{ ctx.section_name(section) }</strong> },
        Subject::System => html! { <strong>{ ctx.t("findings.system") }</strong> },
    }
}
