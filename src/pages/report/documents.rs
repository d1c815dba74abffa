//! The documented information that the standard asks for, what is commonly expected beside it, and
//! how each stands (ISO/IEC 27001, 7.5.1).

use super::parts::{details, heading};
use super::PageContext;
use crate::model::pack::{Document, Obligation};
use crate::rules::documents::{there, DocumentRow, DocumentState};
use crate::view::templates;
use std::rc::Rc;
use yew::prelude::*;

/// The documents: first those that every organisation needs, last what is commonly expected.
pub(super) fn view(ctx: &PageContext) -> Html {
    let rows = ctx.report.documents();
    let (n, total) = there(&ctx.state.pack, rows);
    html! {
        <section aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("documents.title")) }
            <p class="lead">{ ctx.fill("documents.lead", &[("n", &n), ("total", &total)]) }</p>
            <p class="hint">{ ctx.t("documents.about") }</p>
            if ctx.state.pack.documents.iter().any(|document| !document.templates.is_empty()) {
                <p class="hint">{ ctx.t("templates.about") }</p>
            }
            for (_, obligation) in Obligation::ALL {
                { part(ctx, obligation) }
            }
        </section>
    }
}

/// The documents that are needed, of those of one obligation.
fn part(ctx: &PageContext, obligation: Obligation) -> Html {
    let rows = ctx.report.documents().iter();
    let here: Vec<(&DocumentRow, &Document)> = rows
        .filter_map(|row| Some((row, ctx.state.pack.documents.get(row.document)?)))
        .filter(|(row, _)| row.state != DocumentState::NotNeeded)
        .filter(|(_, document)| document.obligation == obligation)
        .collect();
    html! {
        if !here.is_empty() {
            <h3>{ AttrValue::from(ctx.words().obligation(obligation)) }</h3>
            if obligation == Obligation::Expected {
                <p class="hint">{ ctx.t("documents.expected_about") }</p>
            }
            <ul class="documents">
                for (row, document) in here {
                    { card(ctx, row, document) }
                }
            </ul>
        }
    }
}

fn card(ctx: &PageContext, row: &DocumentRow, document: &Document) -> Html {
    let expected = document.obligation == Obligation::Expected;
    let class = match row.state.is_there(document.record) {
        true => "there",
        // What nobody demands is no gap.
        false if expected => "",
        false => "open",
    };
    let owner = if row.owners.is_empty() {
        ctx.t("documents.nobody")
    } else {
        ctx.fill("documents.owner", &[("owner", &row.owners.join(", "))])
    };
    let contains_key = if expected { "documents.usual" } else { "documents.contains" };
    let (here, elsewhere): (Vec<_>, Vec<_>) = document
        .templates
        .iter()
        .cloned()
        .partition(|template| offered_at(ctx, template) == Some(row.document));
    html! {
        <li key={row.document} class={class}>
            <h4>{ &*document.name }</h4>
            <p>
                <strong>{ ctx.words().document(row.state, document) }</strong>
                { " " }
                <span class="tag">{ ctx.words().document_kind(document.record) }</span>
            </p>
            if !document.about.is_empty() {
                <p>{ &*document.about }</p>
            }
            <p class="hint">{ owner }</p>
            if !document.contains.is_empty() {
                { details(None, ctx.t(contains_key), contains(document)) }
            }
            { templates::list(ctx, &here) }
            for template in &elsewhere {
                <p key={&**template} class="hint">{ see(ctx, template) }</p>
            }
            <ul class="hits">
                for item in &document.items {
                    <li key={*item}>{ ctx.question(*item) }</li>
                }
            </ul>
        </li>
    }
}

/// The document at which a text is offered: the first of those that it serves and that are needed.
/// A text that becomes several would else stand there several times.
fn offered_at(ctx: &PageContext, template: &Rc<str>) -> Option<usize> {
    let needed = |row: &&DocumentRow| row.state != DocumentState::NotNeeded;
    let serves = |row: &DocumentRow| {
        let document = ctx.state.pack.documents.get(row.document);
        document.is_some_and(|document| document.templates.contains(template))
    };
    let mut rows = ctx.report.documents().iter().filter(needed);
    rows.find(|row| serves(row)).map(|row| row.document)
}

/// Where a text is offered that serves this document too.
fn see(ctx: &PageContext, template: &Rc<str>) -> AttrValue {
    let document = offered_at(ctx, template).and_then(|at| ctx.state.pack.documents.get(at));
    let document = document.map(|document| document.name.clone()).unwrap_or_default();
    let name = templates::name(template);
    ctx.fill("templates.see", &[("name", &name), ("document", &document)])
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
        let state = ctx.words().document(row.state, document);
        Some((at, [&*document.name, ": ", &state].concat()))
    });
    html! {
        for (at, words) in known {
            <span key={at} class="hint block">{ words }</span>
        }
    }
}
