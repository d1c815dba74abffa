//! Lists of files to hand out.

use super::parts::details;
use super::PageContext;
use crate::app::{Action, Download};
use crate::export::{Export, Format, Separator};
use crate::view::controls::{Select, SelectOption};
use yew::prelude::*;

/// The scorecard in every form.
pub(super) fn scorecard(ctx: &PageContext) -> Html {
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
