//! The documented information that the standard asks for, and its state (ISO/IEC 27001,
//! 7.5.1).

use super::parts::{details, heading};
use super::PageContext;
use crate::model::pack::Document;
use crate::rules::documents::{there, DocumentRow, DocumentState};
use yew::prelude::*;

/// The documents: first those that every organisation needs.
pub(super) fn view(ctx: &PageContext) -> Html {
    let rows = ctx.report.documents();
    let (n, total) = there(&ctx.state.pack, rows);
    html! {
        <section aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("documents.title")) }
            <p class="lead">{ ctx.fill("documents.lead", &[("n", &n), ("total", &total)]) }</p>
            <p class="hint">{ ctx.t("documents.about") }</p>
            { part(ctx, "documents.mandatory", true) }
            { part(ctx, "documents.if_applied", false) }
        </section>
    }
}

/// The documents that are needed, of those that every organisation needs or of the others.
fn part(ctx: &PageContext, title: &str, mandatory: bool) -> Html {
    let rows = ctx.report.documents().iter();
    let here: Vec<(&DocumentRow, &Document)> = rows
        .filter_map(|row| Some((row, ctx.state.pack.documents.get(row.document)?)))
        .filter(|(row, _)| row.state != DocumentState::NotNeeded)
        .filter(|(_, document)| document.mandatory == mandatory)
        .collect();
    html! {
        if !here.is_empty() {
            <h3>{ ctx.t(title) }</h3>
            <ul class="documents">
                for (row, document) in here {
                    { card(ctx, row, document) }
                }
            </ul>
        }
    }
}

fn card(ctx: &PageContext, row: &DocumentRow, document: &Document) -> Html {
    let there = row.state.is_there(document.record);
    let owner = if row.owners.is_empty() {
        ctx.t("documents.nobody")
    } else {
        ctx.fill("documents.owner", &[("owner", &row.owners.join(", "))])
    };
    html! {
        <li key={row.document} class={if there { "there" } else { "open" }}>
            <h4>{ &*document.name }</h4>
            <p>
                <strong>{ ctx.words().document(row.state, document.record) }</strong>
                { " " }
                <span class="tag">{ ctx.words().document_kind(document.record) }</span>
            </p>
            if !document.about.is_empty() {
                <p>{ &*document.about }</p>
            }
            <p class="hint">{ owner }</p>
            if !document.contains.is_empty() {
                { details(None, ctx.t("documents.contains"), contains(document)) }
            }
            <ul class="hits">
                for item in &document.items {
                    <li key={*item}>{ ctx.question(*item) }</li>
                }
            </ul>
        </li>
    }
}

fn contains(document: &Document) -> Html {
    html! {
        <ul>
            for (at, point) in document.contains.iter().enumerate() {
                <li key={at}>{ &**point }</li>
            }
        </ul>
    }
}

/// Documents with their states, each on a line below the item that asks for them.
pub(super) fn lines(ctx: &PageContext, documents: impl Iterator<Item = usize>) -> Html {
    let known = documents.filter_map(|at| {
        let document = ctx.state.pack.documents.get(at)?;
        let row = ctx.report.documents().iter().find(|row| row.document == at)?;
        let state = ctx.words().document(row.state, document.record);
        Some((at, [&*document.name, ": ", &state].concat()))
    });
    html! {
        for (at, words) in known {
            <span key={at} class="hint block">{ words }</span>
        }
    }
}
