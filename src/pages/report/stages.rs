//! Both stages of a certification audit: every reason that speaks against each, what they ask to
//! see, and which answers are missing.

use super::parts::{details, heading};
use super::{documents, result, PageContext};
use crate::model::pack::ItemIx;
use crate::rules::verdict::{next_answers, Stage};
use yew::prelude::*;

/// More reasons or answers than this are counted, not listed.
const MOST_LISTED: usize = 100;

pub(super) fn view(ctx: &PageContext) -> Html {
    let verdict = &ctx.report.verdict;
    html! {
        <section aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("stage.title")) }
            <p class="lead">{ ctx.t("stage.lead") }</p>
            { stage(ctx, "stage.1", "stage.1_about", &verdict.stage1) }
            { details(None, ctx.t("stage.asked"), asked(ctx)) }
            { stage(ctx, "stage.2", "stage.2_about", &verdict.stage2) }
            <h3>{ ctx.t("stage.after_title") }</h3>
            <p>{ ctx.t("stage.after") }</p>
            <p class="small">{ ctx.t("result.disclaimer") }</p>
        </section>
    }
}

fn stage(ctx: &PageContext, title: &str, about: &str, stage: &Stage) -> Html {
    let next = next_answers(&ctx.state.pack, &ctx.state.assessment, stage);
    html! {
        <div>
            <h3>{ ctx.t(title) }</h3>
            <p>{ ctx.t(about) }</p>
            <p class="state"><strong>{ ctx.words().stage(stage) }</strong></p>
            if let Stage::NotReady(reasons) | Stage::ReadyWith(reasons) = stage {
                <ol class="steps stops">
                    for (n, reason) in reasons.iter().take(MOST_LISTED).enumerate() {
                        <li key={n}>{ result::reason(ctx, reason) }</li>
                    }
                </ol>
                { ctx.more(reasons.len(), MOST_LISTED) }
            }
            if !next.is_empty() {
                <p>{ ctx.number_of("stage.next", next.len()) }</p>
                <ul class="hits">
                    for item in next.iter().take(MOST_LISTED) {
                        <li key={*item}>{ ctx.question(*item) }</li>
                    }
                </ul>
                { ctx.more(next.len(), MOST_LISTED) }
            }
        </div>
    }
}

/// What Stage 1 asks to see: its items with the documents that they need.
fn asked(ctx: &PageContext) -> Html {
    let items = ctx.state.pack.items.iter().enumerate();
    html! {
        <ul class="hits">
            for (item, _) in items.filter(|(_, item)| item.stage1.is_some()) {
                <li key={item}>
                    { ctx.question(item) }{ " " }{ ctx.status_of(item) }
                    { documents::lines(ctx, needed(ctx, item)) }
                </li>
            }
        </ul>
    }
}

/// The documents that an item asks for.
fn needed<'a>(ctx: &'a PageContext, item: ItemIx) -> impl Iterator<Item = usize> + 'a {
    let documents = ctx.state.pack.documents.iter().enumerate();
    documents.filter(move |(_, document)| document.items.contains(&item)).map(|(at, _)| at)
}
