//! What to measure first, and how (ISO/IEC 27001, 9.1; ISO/IEC 27004).

use super::parts::{details, heading};
use super::{downloads, PageContext};
use crate::app::{Action, Download};
use crate::export::Export;
use crate::model::pack::Metric;
use crate::rules::metrics::{ChosenMetric, Reason};
use std::rc::Rc;
use yew::prelude::*;

/// More of the others than this are counted, not listed; the file has all.
const MOST_LISTED: usize = 100;

/// The metrics: first those to begin with.
pub(super) fn view(ctx: &PageContext) -> Html {
    let chosen = ctx.report.metrics();
    html! {
        <section class="metrics" aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("metrics.title")) }
            if chosen.all().next().is_none() {
                <p class="lead">{ ctx.t("metrics.absent") }</p>
            } else {
                <p class="lead">{ lead(ctx, chosen.starter.len()) }</p>
                <p>{ ctx.t("metrics.about") }</p>
                { download(ctx) }
                { starter(ctx, &chosen.starter) }
                { rest(ctx, &chosen.rest) }
            }
        </section>
    }
}

fn lead(ctx: &PageContext, starter: usize) -> AttrValue {
    match starter {
        0 => ctx.t("metrics.none"),
        n => ctx.number_of("metrics.lead", n),
    }
}

fn download(ctx: &PageContext) -> Html {
    let file = Action::Download(Download::Export(Export::Metrics));
    let content = html! {
        <>
            <ul>{ downloads::download(ctx, "metrics", file) }</ul>
            { downloads::separator(ctx) }
        </>
    };
    details(Some("downloads"), ctx.t("metrics.download"), content)
}

fn starter(ctx: &PageContext, chosen: &[ChosenMetric]) -> Html {
    html! {
        if !chosen.is_empty() {
            <h3>{ ctx.t("metrics.starter") }</h3>
            { cards(ctx, chosen) }
        }
    }
}

fn rest(ctx: &PageContext, chosen: &[ChosenMetric]) -> Html {
    let listed = html! {
        <>
            { cards(ctx, chosen.get(..MOST_LISTED).unwrap_or(chosen)) }
            { ctx.more(chosen.len(), MOST_LISTED) }
        </>
    };
    html! {
        if !chosen.is_empty() {
            <h3>{ ctx.t("metrics.others") }</h3>
            { details(None, ctx.number_of("metrics.rest", chosen.len()), listed) }
        }
    }
}

fn cards(ctx: &PageContext, chosen: &[ChosenMetric]) -> Html {
    let metric = |choice: &ChosenMetric| ctx.state.pack.metrics.get(choice.metric);
    let cards = chosen.iter().filter_map(|choice| Some((metric(choice)?, choice.reason)));
    html! {
        <ul class="measures">
            for (metric, reason) in cards {
                { card(ctx, metric, reason) }
            }
        </ul>
    }
}

fn card(ctx: &PageContext, metric: &Metric, reason: Reason) -> Html {
    let target = format!("{}. {}", metric.target, ctx.words().direction(metric.direction));
    let facts: [(&str, Rc<str>); 6] = [
        ("metrics.column.how", metric.formula.clone()),
        ("metrics.column.unit", metric.unit.clone()),
        ("metrics.column.target", target.into()),
        ("metrics.column.when", ctx.words().every(metric.every)),
        ("metrics.column.who", metric.who.clone()),
        ("metrics.column.source", metric.source.clone()),
    ];
    html! {
        <li key={metric.id.clone()}>
            <h4>{ metric.name.clone() }</h4>
            if !metric.measures.is_empty() {
                <p>{ metric.measures.clone() }</p>
            }
            { why(ctx, reason) }
            <dl class="facts">
                for (key, words) in facts.into_iter().filter(|(_, words)| !words.is_empty()) {
                    <div {key}><dt>{ ctx.t(key) }</dt><dd>{ words }</dd></div>
                }
            </dl>
        </li>
    }
}

/// Why it stands where it does: the item with its level, and what that says.
fn why(ctx: &PageContext, reason: Reason) -> Html {
    let item = match reason {
        Reason::Operating(item) | Reason::Weak { item, .. } | Reason::Proven(item) => Some(item),
        Reason::Open => None,
    };
    html! {
        <p>
            if let Some(item) = item {
                { ctx.question(item) }{ " " }{ ctx.status_of(item) }
            }
            <span class="hint block">{ ctx.words().metric_why(reason) }</span>
        </p>
    }
}
