//! The scores of both groups and of their sections, each with the way to how it came about.

use super::parts::bar;
use super::PageContext;
use crate::app::{ReportPage, Route, ScoreOf};
use crate::model::pack::Kind;
use crate::rules::score::Score;
use crate::view::parts::{children, tag};
use yew::prelude::*;

/// What a row of a table of scores says.
pub(super) const COLUMNS: [&str; 4] =
    ["scores.part", "scores.bar", "scores.bounds", "scores.answered"];

pub(super) fn view(ctx: &PageContext) -> Html {
    let report = ctx.report;
    let group = |kind: Kind| {
        let here = report.sections.iter().filter(move |section| section.kind == kind);
        html! {
            <>
                { row(ctx, ScoreOf::Kind(kind), ctx.group(kind), &report.groups[kind as usize], "total") }
                for section in here {
                    { row(ctx, ScoreOf::Section(section.section), ctx.section_name(section.section), &section.score, "part") }
                }
            </>
        }
    };
    let rows = html! {
        <>
            { row(ctx, ScoreOf::Overall, ctx.t("scores.overall"), &report.overall, "total") }
            for kind in Kind::ALL {
                { group(kind) }
            }
        </>
    };
    children![
        tag("h3", "", ctx.t("result.where")),
        ctx.bar_legend(&report.overall),
        ctx.table(ctx.t("result.scores"), &COLUMNS, rows),
    ]
}
/// A score with the way to how it came about.
pub(super) fn row(
    ctx: &PageContext,
    of: ScoreOf,
    name: AttrValue,
    score: &Score,
    class: &'static str,
) -> Html {
    let id = match of {
        ScoreOf::Overall => "overall".to_owned(),
        ScoreOf::Kind(kind) => kind.id().to_owned(),
        ScoreOf::Section(section) => {
            let section = ctx.state.pack.sections.get(section);
            format!("section-{}", section.map_or("", |section| &section.id))
        }
    };
    html! {
        <tr {class} key={id.clone()}>
            <th scope="row">{ ctx.link(name, Route::Report(ReportPage::Score(of))) }</th>
            { cells(ctx, &id, score) }
        </tr>
    }
}

/// A score: its bar, its bounds, and how much of it is answered.
pub(super) fn cells(ctx: &PageContext, id: &str, score: &Score) -> Html {
    let provisional = score.bounds.is_some() && score.tally.provisional(&ctx.state.pack.thresholds);
    let answered =
        [("n", &score.tally.answered() as &dyn std::fmt::Display), ("total", &score.tally.total)];
    html! {
        <>
            <td class="picture">{ bar(score.bounds, id) }</td>
            <td class="number">
                { ctx.bounds(score) }
                if provisional {
                    <span class="hint block">{ ctx.t("result.provisional") }</span>
                }
            </td>
            <td class="number">{ ctx.fill("task.count", &answered) }</td>
        </>
    }
}
