//! The first page of the report: are we ready, what stops us, what is next. Everything else is one
//! step away.

use super::parts::{bar, details, heading};
use super::PageContext;
use crate::app::{Action, Download, ReportPage, Route, ScoreOf};
use crate::export::{Export, Format, Separator};
use crate::model::assessment::Mode;
use crate::model::pack::Kind;
use crate::rules::findings::Subject;
use crate::rules::groups::Grouping;
use crate::rules::score::Score;
use crate::rules::verdict::{next_answers, Reason, Stage, Verdict};
use crate::view::controls::{Select, SelectOption};
use yew::prelude::*;

/// What stops and what is next: more stands on pages of their own.
const MOST: usize = 3;
const MOST_STRENGTHS: usize = 5;

/// The pages of the report, in the order in which they are offered, each with the key of its words.
const PAGES: [(&str, ReportPage); 11] = [
    ("board", ReportPage::Board),
    ("stages", ReportPage::Stages),
    ("findings", ReportPage::Findings),
    ("documents", ReportPage::Documents),
    ("statement", ReportPage::Statement),
    ("plan", ReportPage::Plan),
    ("metrics", ReportPage::Metrics),
    ("answers", ReportPage::Answers(Grouping::Sections)),
    ("grid", ReportPage::Grid),
    ("what-if", ReportPage::WhatIf(None)),
    ("milestones", ReportPage::Milestones),
];

/// The first page.
pub(super) fn view(ctx: &PageContext) -> Html {
    let verdict = &ctx.report.verdict;
    let begun = ctx.report.tally().levels > 0;
    html! {
        <section class="result" aria-labelledby="page-title">
            { heading(ctx.words().verdict(verdict, begun).into()) }
            <p class="lead">{ provenance(ctx) }</p>
            { trying(ctx) }
            if begun {
                { first_stop(ctx, verdict) }
            }
            { next(ctx) }
            if begun {
                { stages(ctx, verdict) }
                { pages(ctx) }
            }
            { downloads(ctx) }
            { scores(ctx) }
            { strengths(ctx) }
            <p class="small">{ ctx.t("result.disclaimer") }</p>
        </section>
    }
}

/// What stands here is real, whatever is tried elsewhere.
fn trying(ctx: &PageContext) -> Html {
    let n = ctx.trying().len();
    let back = Route::Report(ReportPage::WhatIf(None));
    html! {
        if n > 0 {
            <p>{ ctx.number_of("whatif.elsewhere", n) }{ " " }{ ctx.link(ctx.t("whatif.back"), back) }</p>
        }
    }
}

fn provenance(ctx: &PageContext) -> Html {
    let tally = ctx.report.tally();
    html! {
        <span>
            { ctx.words().provenance(ctx.report) }
            if tally.provisional(&ctx.state.pack.thresholds) {
                { " " }<strong class="tag">{ ctx.t("result.provisional") }</strong>
            }
            if ctx.report.mode == Mode::Quick {
                <span class="block">
                    { ctx.words().quick(tally) }{ " " }{ &*ctx.state.pack.quick_note }
                </span>
            }
        </span>
    }
}

/// What the first stage that is not ready stops at, or what is missing to say so.
fn first_stop(ctx: &PageContext, verdict: &Verdict) -> Html {
    let stage = match (&verdict.stage1, &verdict.stage2) {
        (Stage::CannotSay { .. }, stage2 @ Stage::NotReady(_)) => stage2,
        (Stage::Ready | Stage::ReadyWith(_), stage2) => stage2,
        (stage1, _) => stage1,
    };
    match stage {
        Stage::Ready => html! {},
        Stage::NotReady(reasons) | Stage::ReadyWith(reasons) => {
            let more = reasons.len().saturating_sub(MOST);
            let title = match stage {
                Stage::NotReady(_) => ctx.number_of("verdict.stops", reasons.len()),
                _ => ctx.words().stage(stage).into(),
            };
            html! {
                <>
                    <h3>{ title }</h3>
                    <ol class="steps stops">
                        for (n, stop) in reasons.iter().take(MOST).enumerate() {
                            <li key={n}>{ reason(ctx, stop) }</li>
                        }
                    </ol>
                    if more > 0 {
                        <p>{ ctx.link(ctx.number_of("verdict.more", more), Route::Report(ReportPage::Stages)) }</p>
                    }
                </>
            }
        }
        Stage::CannotSay { missing } if missing.is_empty() => {
            html! { <p>{ ctx.words().stage(stage) }</p> }
        }
        Stage::CannotSay { missing } => html! {
            <>
                <h3>{ ctx.number_of("verdict.missing", missing.len()) }</h3>
                if ctx.report.mode == Mode::Quick {
                    <p>{ ctx.t("verdict.quick") }</p>
                    <p>{ ctx.action_button("", ctx.t("verdict.full"), Action::Mode(Mode::Full)) }</p>
                } else {
                    <ul class="hits">
                        for item in next_answers(&ctx.state.pack, &ctx.state.assessment, stage).into_iter().take(MOST) {
                            <li key={item}>{ ctx.question(item) }</li>
                        }
                    </ul>
                }
            </>
        },
    }
}

/// What a stage stops at: where, and what is so there now.
pub(super) fn reason(ctx: &PageContext, reason: &Reason) -> Html {
    let why = ctx.words().unmet(reason.unmet);
    html! {
        <>
            if let Subject::Item(item) = reason.subject {
                { ctx.question(item) }{ " " }{ ctx.status_of(item) }
            } else if let Subject::Clause(section) = reason.subject {
                { ctx.section_name(section) }
            }
            <span class="hint block">{ why }</span>
        </>
    }
}

/// The first actions of the plan: the question, its state, the work.
fn next(ctx: &PageContext) -> Html {
    let actions = &ctx.report.schedule().actions;
    if actions.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3>{ ctx.t("result.first") }</h3>
            <ol class="steps">
                for action in actions.iter().take(MOST) {
                    <li key={action.gap.item}>
                        { ctx.question(action.gap.item) }
                        { " " }
                        { ctx.status_of(action.gap.item) }
                        { " " }
                        <span class="hint">{ ctx.days(action.gap.half_days) }</span>
                        if action.gate {
                            <span class="tag">{ ctx.t("gap.gate") }</span>
                        }
                    </li>
                }
            </ol>
            <p>{ ctx.link(ctx.t("result.plan"), Route::Report(ReportPage::Plan)) }</p>
        </>
    }
}

/// Both stages, what they are and what comes after.
fn stages(ctx: &PageContext, verdict: &Verdict) -> Html {
    let card = |name: &str, about: &str, stage: &Stage| {
        html! {
            <li class="card">
                <h4>{ ctx.t(name) }</h4>
                <p class="state">{ ctx.words().stage(stage) }</p>
                <p class="hint">{ ctx.t(about) }</p>
            </li>
        }
    };
    let after = html! { <p>{ ctx.t("stage.after") }</p> };
    html! {
        <div>
            <h3>{ ctx.t("stage.title") }</h3>
            <ul class="cards">
                { card("stage.1", "stage.1_about", &verdict.stage1) }
                { card("stage.2", "stage.2_about", &verdict.stage2) }
            </ul>
            { details(None, ctx.t("stage.after_title"), after) }
        </div>
    }
}

/// The other pages, each with what it is for.
fn pages(ctx: &PageContext) -> Html {
    html! {
        <nav aria-label={ctx.t("page.label")}>
            <h3>{ ctx.t("page.label") }</h3>
            <ul class="pages">
                for (key, page) in PAGES {
                    <li {key}>
                        { ctx.link(ctx.t(&format!("page.{key}")), Route::Report(page)) }
                        <span class="hint block">{ ctx.t(&format!("page.{key}_about")) }</span>
                    </li>
                }
            </ul>
        </nav>
    }
}

fn downloads(ctx: &PageContext) -> Html {
    let list = html! {
        <ul>
            for format in Format::ALL {
                { download(ctx, format.id(), Action::Download(Download::Export(Export::Scorecard(format)))) }
            }
            { download(ctx, "save", Action::Download(Download::SaveFile)) }
            { download(ctx, "print", Action::Print) }
        </ul>
    };
    let content = html! { <>{ list }{ separator(ctx) }</> };
    details(Some("downloads"), ctx.t("download.title"), content)
}

/// The choice of what stands between the cells of a table, below a list of downloads.
pub(super) fn separator(ctx: &PageContext) -> Html {
    let options = Separator::ALL.map(|separator| SelectOption {
        value: separator.id().into(),
        words: ctx.t(&format!("download.{}", separator.id())),
        chosen: separator == ctx.state.separator,
        action: Some(Action::Separator(separator)),
    });
    let list = Select { id: "separator".into(), ..Select::default() };
    list.labelled(ctx, ctx.t("download.separator"), options.into())
}

/// A file with what it is for, in a list of downloads.
pub(super) fn download(ctx: &PageContext, key: &'static str, action: Action) -> Html {
    html! {
        <li {key}>
            { ctx.action_button("", ctx.t(&format!("download.{key}")), action) }
            { " " }
            <span class="hint">{ ctx.t(&format!("download.{key}_about")) }</span>
        </li>
    }
}

/// What a row of a table of scores says.
pub(super) const COLUMNS: [&str; 4] =
    ["scores.part", "scores.bar", "scores.bounds", "scores.answered"];

fn scores(ctx: &PageContext) -> Html {
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
    html! {
        <>
            <h3>{ ctx.t("result.scores") }</h3>
            <p class="hint">{ ctx.t("result.legend") }</p>
            { ctx.table(ctx.t("result.scores"), &COLUMNS, rows) }
        </>
    }
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

fn strengths(ctx: &PageContext) -> Html {
    let report = ctx.report;
    let rows: Vec<_> = report.strengths.iter().filter_map(|row| report.rows.get(*row)).collect();
    let more = rows.len().saturating_sub(MOST_STRENGTHS);
    html! {
        <>
            <h3>{ ctx.t("result.strengths") }</h3>
            if rows.is_empty() {
                <p>{ ctx.t("result.no_strengths") }</p>
            } else {
                <ul class="hits">
                    for row in rows.iter().take(MOST_STRENGTHS) {
                        <li key={row.item}>
                            { ctx.question(row.item) }{ " " }{ ctx.item_status(row.item_status) }
                        </li>
                    }
                </ul>
            }
            if more > 0 {
                <p>{ ctx.number_of("result.more_strengths", more) }</p>
            }
        </>
    }
}
