//! How a score came about: which answers, which weights, and what is cheapest to change next.

use super::parts::{bar, heading};
use super::PageContext;
use crate::app::{ReportPage, Route, ScoreOf};
use crate::model::assessment::ItemStatus;
use crate::model::pack::Kind;
use crate::report::Row;
use crate::rules::score::{Bounds, Points, Score};
use yew::prelude::*;

/// Rows beyond this are counted, not listed.
const MOST_ROWS: usize = 200;

/// So many of what would change a score next.
const MOST_NEXT: usize = 3;

/// What a row of a section says of its item.
const COLUMNS: [&str; 5] =
    ["column.question", "column.answer", "explain.weight", "explain.lower", "explain.upper"];

pub(super) fn view(ctx: &PageContext, of: ScoreOf) -> Html {
    let report = ctx.report;
    match of {
        ScoreOf::Overall => {
            let parts = Kind::ALL
                .map(|kind| (ctx.group(kind), ScoreOf::Kind(kind), &report.groups[kind as usize]));
            let means = means(ctx, &parts);
            page(ctx, ctx.t("scores.overall"), &report.overall, "explain.overall", means)
        }
        ScoreOf::Kind(kind) => {
            let here = report.sections.iter().filter(|section| section.kind == kind);
            let parts: Vec<MeanPart> = here
                .map(|section| {
                    let of = ScoreOf::Section(section.section);
                    (ctx.section_name(section.section), of, &section.score)
                })
                .collect();
            let score = &report.groups[kind as usize];
            page(ctx, ctx.group(kind), score, "explain.group", means(ctx, &parts))
        }
        ScoreOf::Section(position) => {
            let section = report.sections.iter().find(|section| section.section == position);
            // A quick check may ask nothing of a section.
            let score = section.map(|section| section.score).unwrap_or_default();
            let content = html! {
                if let Some(section) = section {
                    { items(ctx, position, section.points) }
                    { next(ctx, position) }
                }
            };
            page(ctx, ctx.section_name(position), &score, "explain.section", content)
        }
    }
}

fn page(ctx: &PageContext, name: AttrValue, score: &Score, key: &str, content: Html) -> Html {
    html! {
        <section aria-labelledby="page-title">
            { ctx.back() }
            { heading(name) }
            <p class="lead">{ ctx.bounds(score) }</p>
            { bar(score.bounds, "explained") }
            <p>{ ctx.t(key) }</p>
            <p>{ ctx.t("explain.bounds") }</p>
            { content }
        </section>
    }
}

/// A part whose score goes into another: its name, what it is, its score.
type MeanPart<'a> = (AttrValue, ScoreOf, &'a Score);

/// A table of parts whose mean is the score.
fn means(ctx: &PageContext, parts: &[MeanPart]) -> Html {
    let bound = |key, score: &Score, bound: fn(Bounds) -> u32| {
        ctx.number(key, ctx.words().exact(score.bounds.map(bound)).into())
    };
    let rows = html! {
        for (at, (name, of, score)) in parts.iter().enumerate() {
            <tr key={at}>
                <th scope="row">
                    { ctx.link(name.clone(), Route::Report(ReportPage::Score(*of))) }
                </th>
                { bound("explain.lower", score, |bounds| bounds.lower) }
                { bound("explain.upper", score, |bounds| bounds.upper) }
            </tr>
        }
    };
    let columns = ["scores.part", "explain.lower", "explain.upper"];
    ctx.table(ctx.t("result.scores"), &columns, rows)
}

/// The items of a section with what each earns, and their sums.
fn items(ctx: &PageContext, section: usize, sums: Points) -> Html {
    let rows: Vec<&Row> = ctx.report.rows_of(section).collect();
    let Points { lower, upper, most, .. } = sums;
    html! {
        <>
            <table class="figures">
                <caption class="visually-hidden">{ ctx.section_name(section) }</caption>
                <thead><tr>{ ctx.heads(&COLUMNS) }</tr></thead>
                <tbody>
                    for row in rows.iter().take(MOST_ROWS) {
                        <tr key={row.item}>
                            <th scope="row">{ ctx.question(row.item) }</th>
                            <td>{ ctx.item_status(row.item_status) }</td>
                            { numbers(ctx, points(row)) }
                        </tr>
                    }
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="2">{ ctx.t("explain.sum") }</th>
                        { numbers(ctx, [most, lower, upper].map(|n| n.to_string().into())) }
                    </tr>
                </tfoot>
            </table>
            { ctx.more(rows.len(), MOST_ROWS) }
        </>
    }
}

/// The last three columns.
fn numbers(ctx: &PageContext, [weight, lower, upper]: [AttrValue; 3]) -> Html {
    html! {
        <>
            { ctx.number(COLUMNS[2], weight) }
            { ctx.number(COLUMNS[3], lower) }
            { ctx.number(COLUMNS[4], upper) }
        </>
    }
}

/// What an item counts and earns; a dash where it leaves the sum.
fn points(row: &Row) -> [AttrValue; 3] {
    match row.points {
        Some(Points { lower, upper, .. }) => [
            format!("{} \u{d7} 3", row.weight).into(),
            lower.to_string().into(),
            upper.to_string().into(),
        ],
        None => ["\u{2013}", "\u{2013}", "\u{2013}"].map(AttrValue::from),
    }
}

/// The questions whose answers would change the score next.
fn next(ctx: &PageContext, section: usize) -> Html {
    let open =
        |row: &&Row| matches!(row.item_status, ItemStatus::Unanswered | ItemStatus::DontKnow);
    let open: Vec<&Row> = ctx.report.rows_of(section).filter(open).take(MOST_NEXT).collect();
    let cheapest = ctx.report.cheapest(section, MOST_NEXT);
    html! {
        <>
            if !open.is_empty() {
                <h3>{ ctx.t("explain.narrow") }</h3>
                <ul class="hits">
                    for row in open {
                        <li key={row.item}>{ ctx.question(row.item) }</li>
                    }
                </ul>
            }
            if !cheapest.is_empty() {
                <h3>{ ctx.t("explain.cheapest") }</h3>
                <ul class="hits">
                    for gap in cheapest.into_iter().map(|gap| &gap.gap) {
                        <li key={gap.item}>
                            { ctx.question(gap.item) }
                            { " " }
                            <span class="hint">{ ctx.days(gap.half_days) }</span>
                        </li>
                    }
                </ul>
            }
        </>
    }
}
