//! One page for the board: where the organisation stands, what is in its way and what comes next,
//! in words that need no glossary. It fits on one sheet of paper.

use super::parts::heading;
use super::{result, scores, PageContext};
use crate::app::{Action, ReportPage, Route, ScoreOf};
use crate::model::assessment::{ItemStatus, Level, Mode};
use crate::model::pack::Kind;
use crate::picture::spot_mark;
use crate::report::board::{Blocks, Board, Fact, LargeGap, Value};
use crate::report::compare::Comparison;
use crate::rules::verdict::Stage;
use crate::view::drawing::draw;
use yew::prelude::*;

/// Sections with something open beyond this are counted, not listed: it has to stay one page.
const MOST_SECTIONS: usize = 6;

pub(super) fn view(ctx: &PageContext) -> Html {
    let board = Board::new(ctx.report);
    let begun = board.overall.tally.levels > 0;
    html! {
        <section class="board" aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("board.title")) }
            <p class="lead">{ ctx.words().verdict(&ctx.report.verdict, begun) }</p>
            { provenance(ctx) }
            { result::way(ctx) }
            if board.mode == Mode::Quick {
                <p class="hint">{ ctx.words().quick(board.overall.tally) }</p>
            }
            <p class="actions">{ ctx.action_button("", ctx.t("board.print"), Action::Print) }</p>
            <div class="panels">{ panels(ctx, &board) }</div>
            <p class="small">{ ctx.t("result.disclaimer") }</p>
        </section>
    }
}

fn panels(ctx: &PageContext, board: &Board) -> Html {
    let Blocks { stages, findings, scores, unknown, gaps, next, strengths, evidence, since } =
        &board.blocks();
    html! {
        <>
            { panel(ctx, stages, self::stages(ctx, stages)) }
            { panel(ctx, findings, self::findings(ctx, findings)) }
            { panel(ctx, scores, self::scores(ctx, scores)) }
            { panel(ctx, unknown, self::unknown(ctx, board, unknown)) }
            { list(ctx, gaps, self::gaps(ctx, board)) }
            { list(ctx, next, self::next(ctx, board)) }
            { list(ctx, strengths, self::strengths(ctx, board)) }
            { panel(ctx, evidence, self::evidence(ctx, board)) }
            { panel(ctx, since, self::since(ctx, board, since)) }
        </>
    }
}

/// Whose it is, of which day, and how complete.
fn provenance(ctx: &PageContext) -> Html {
    let report = ctx.report;
    html! {
        <p>
            if !report.organisation.is_empty() {
                <strong class="block">{ &*report.organisation }</strong>{ " " }
            }
            { ctx.words().provenance(report) }
            if report.tally().provisional(&report.pack.thresholds) {
                { " " }<strong class="tag">{ ctx.t("result.provisional") }</strong>
            }
        </p>
    }
}

fn panel(ctx: &PageContext, block: &Fact, content: Html) -> Html {
    html! {
        <div class="panel">
            <h3>{ ctx.t(block.key) }</h3>
            { content }
        </div>
    }
}

/// A panel with a list, or with what stands there where it is empty.
fn list(ctx: &PageContext, block: &Fact, list: Html) -> Html {
    match &block.value {
        Value::List(lines, none) if lines.is_empty() => {
            panel(ctx, block, html! { <p>{ ctx.t(none) }</p> })
        }
        _ => panel(ctx, block, list),
    }
}

fn stages(ctx: &PageContext, block: &Fact) -> Html {
    let verdict = &ctx.report.verdict;
    html! {
        <>
            <p class="hint">{ ctx.t("stage.lead") }</p>
            if let [first, second] = block.facts() {
                { stage(ctx, first, &verdict.stage1) }
                { stage(ctx, second, &verdict.stage2) }
            }
        </>
    }
}

fn stage(ctx: &PageContext, fact: &Fact, end: &Stage) -> Html {
    html! {
        <>
            <h4>{ ctx.t(fact.key) }</h4>
            <p class="state"><strong>{ ctx.words().stage(end) }</strong></p>
            if matches!(end, Stage::NotReady(_) | Stage::ReadyWith(_)) {
                <ul class="reasons">
                    for (at, reason) in ctx.words().reasons(fact).into_iter().enumerate() {
                        <li key={at}>{ reason }</li>
                    }
                </ul>
            }
        </>
    }
}

fn findings(ctx: &PageContext, block: &Fact) -> Html {
    let counts = block.facts().iter().filter_map(|fact| match fact.value {
        Value::Count(n, key) => Some((n, key)),
        _ => None,
    });
    html! {
        <ul class="hits">
            for (n, key) in counts {
                <li key={key}>
                    <strong>{ ctx.count(key, n, &[]) }</strong>
                    { " " }
                    <span class="hint">{ ctx.t(&[key, "_about"].concat()) }</span>
                </li>
            }
        </ul>
    }
}

fn scores(ctx: &PageContext, block: &Fact) -> Html {
    let scores = [
        (ScoreOf::Overall, "total"),
        (ScoreOf::Kind(Kind::Requirement), "part"),
        (ScoreOf::Kind(Kind::Control), "part"),
    ];
    let rows = block.facts().iter().zip(scores).filter_map(|(fact, (of, class))| {
        let Value::Score(score) = &fact.value else { return None };
        Some(scores::row(ctx, of, ctx.t(fact.key), score, class))
    });
    html! {
        <>
            { ctx.table(ctx.t(block.key), &scores::COLUMNS, rows.collect()) }
            { ctx.bar_legend(&ctx.report.overall) }
        </>
    }
}

fn gaps(ctx: &PageContext, board: &Board) -> Html {
    html! {
        <ol class="steps">
            for gap in &board.gaps {
                <li key={gap.item}>
                    { ctx.question(gap.item) }{ " " }{ level(ctx, gap) }
                    <span class="hint block">{ ctx.words().gap(gap) }</span>
                </li>
            }
        </ol>
    }
}

/// The level of a gap with its number, since who reads this page has not seen the questions.
fn level(ctx: &PageContext, gap: &LargeGap) -> Html {
    let Some(level) = Level::new(gap.level.into()) else { return html! {} };
    let words = ctx.fill("board.level", &[("n", &level.number()), ("name", &ctx.level(level))]);
    html! { <span class="status">{ draw(&spot_mark(ItemStatus::Level(level))) }<span>{ words }</span></span> }
}

fn next(ctx: &PageContext, board: &Board) -> Html {
    html! {
        <ol class="steps">
            for gap in &board.next {
                <li key={gap.item}>
                    { ctx.question(gap.item) }
                    { " " }
                    <span class="hint">{ ctx.days(gap.half_days) }</span>
                </li>
            }
        </ol>
    }
}

fn strengths(ctx: &PageContext, board: &Board) -> Html {
    html! {
        <ul class="hits">
            for item in &board.strengths {
                <li key={*item}>{ ctx.question(*item) }{ " " }{ ctx.status_of(*item) }</li>
            }
        </ul>
    }
}

fn unknown(ctx: &PageContext, board: &Board, block: &Fact) -> Html {
    let sections = block.member("sections").map(Fact::lines).unwrap_or_default();
    if sections.is_empty() {
        return html! { <p>{ ctx.t("board.all_known") }</p> };
    }
    let lines =
        sections.iter().take(MOST_SECTIONS).filter_map(|facts| match facts.first()?.value {
            Value::Section(section) => Some((section, counted(ctx, facts))),
            _ => None,
        });
    let (open, total) = (counted(ctx, block.facts()), board.overall.tally.total);
    let more = sections.len().saturating_sub(MOST_SECTIONS);
    html! {
        <>
            <p>{ ctx.fill("board.open", &[("open", &open), ("total", &total)]) }</p>
            <ul class="reasons">
                for (section, open) in lines {
                    <li key={section}>{ ctx.section_name(section) }{ ": " }{ open }</li>
                }
            </ul>
            if more > 0 {
                <p>{ ctx.number_of("board.more_sections", more) }</p>
            }
        </>
    }
}

/// Numbers in words, as one line; what there is none of is not named.
fn counted(ctx: &PageContext, facts: &[Fact]) -> String {
    ctx.words().counted(facts).join(", ")
}

fn evidence(ctx: &PageContext, board: &Board) -> Html {
    let (done, shown) = (board.evidence.done, board.evidence.shown);
    html! {
        if done > 0 {
            <p>{ ctx.count("board.evidence", done, &[("shown", &shown)]) }</p>
        } else {
            <p>{ ctx.t("board.nothing_done") }</p>
        }
    }
}

fn since(ctx: &PageContext, board: &Board, block: &Fact) -> Html {
    let Some(since) = &board.since else {
        let milestones = Route::Report(ReportPage::Milestones);
        return html! {
            <>
                <p>{ ctx.t("board.no_milestone") }</p>
                <p class="actions">{ ctx.link(ctx.t("board.milestones"), milestones) }</p>
            </>
        };
    };
    html! {
        <>
            <p>{ ctx.words().since(since) }</p>
            if let (Ok((change, problems)), Some(fact)) = (&since.change, block.member("change")) {
                { changes(ctx, change, fact) }
                if !problems.is_empty() {
                    <p class="hint">{ ctx.t("board.partly") }</p>
                }
            } else {
                <p>{ ctx.t("board.lost") }</p>
            }
        </>
    }
}

fn changes(ctx: &PageContext, change: &Comparison, fact: &Fact) -> Html {
    let [items, findings] = ["items", "findings"]
        .map(|member| counted(ctx, fact.member(member).map(Fact::facts).unwrap_or_default()));
    let [before, after] =
        [&change.before, &change.after].map(|side| ctx.bounds(&side.scores.overall));
    html! {
        <ul class="reasons">
            if !items.is_empty() {
                <li>{ items }</li>
            }
            if !findings.is_empty() {
                <li>{ findings }</li>
            }
            <li>{ ctx.fill("board.overall", &[("before", &before), ("after", &after)]) }</li>
        </ul>
    }
}
