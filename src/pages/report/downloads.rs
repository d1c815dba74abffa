//! Lists of files to hand out.

use super::parts::details;
use super::PageContext;
use crate::app::{Action, Download};
use crate::export::{Export, Extract, Format, Separator};
use crate::view::controls::{Select, SelectOption};
use yew::prelude::*;

/// Three documents to hand out, and the scorecard in every other form.
pub(super) fn scorecard(ctx: &PageContext) -> Html {
    let export = |export| Action::Download(Download::Export(export));
    let whole = Format::Html;
    let others = Format::ALL.into_iter().filter(|format| *format != whole);
    let documents = html! {
        <ul>
            for extract in Extract::ALL {
                { download(ctx, extract.id(), export(Export::Extract(extract))) }
            }
            { download(ctx, whole.id(), export(Export::Scorecard(whole))) }
        </ul>
    };
    let list = html! {
        <ul>
            for format in others {
                { download(ctx, format.id(), export(Export::Scorecard(format))) }
            }
            { download(ctx, "save", Action::Download(Download::SaveFile)) }
            { download(ctx, "print", Action::Print) }
        </ul>
    };
    let content = html! {
        <>
            { documents }
            <p class="hint">{ ctx.t("download.documents_about") }</p>
            <h4>{ ctx.t("download.others") }</h4>
            { list }
            { separator(ctx) }
        </>
    };
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
