//! The Statement of Applicability (ISO/IEC 27001, 6.1.3 d): what it says in all, what identifies
//! it, and its themes. The controls themselves stand on a page for each theme.

mod bulk;
mod fields;
mod row;
mod theme;

use super::downloads::separator;
use super::parts::{details, heading};
use super::PageContext;
use crate::app::{Action, Download, OrganisationEdit, ReportPage, Route, SoaHeaderEdit, ThemePage};
use crate::export::Export;
use crate::model::assessment::Mode;
use crate::rules::soa::{Head, HeadPart, SoaCounts, Theme};
use crate::view::controls::Field;
use crate::view::date::DayField;
use fields::{day, field};
use yew::prelude::*;

/// Themes beyond this are counted, not listed.
const MOST_THEMES: usize = 200;

const COLUMNS: [&str; 5] = [
    "statement.column.theme",
    "column.applicable",
    "statement.counts.excluded",
    "statement.applicable.undecided",
    "soa.complete",
];

pub(super) fn view(ctx: &PageContext) -> Html {
    let soa = ctx.report.soa();
    html! {
        <section class="statement" aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("statement.title")) }
            { lead(ctx, &soa.counts) }
            <p>{ ctx.t("soa.about") }</p>
            if ctx.report.mode == Mode::Quick {
                <p class="hint">{ ctx.t("soa.quick") }</p>
            }
            { head(ctx, &soa.head) }
            <h3>{ ctx.t("statement.controls") }</h3>
            { themes(ctx, &soa.themes) }
            <p>{ ctx.t("soa.own_about") }</p>
            <p>{ ctx.link(ctx.t("soa.own"), place(ThemePage::of(None))) }</p>
            { downloads(ctx) }
            <p class="small">{ ctx.t("statement.disclaimer") }</p>
        </section>
    }
}

/// The controls of one theme of it.
pub(super) fn theme(ctx: &PageContext, page: ThemePage) -> Html {
    theme::view(ctx, page)
}

fn place(page: ThemePage) -> Route {
    Route::Report(ReportPage::Theme(page))
}

/// The sentence before anything else: how many are how, and how many rows are complete.
fn lead(ctx: &PageContext, counts: &SoaCounts) -> Html {
    if counts.total == 0 {
        return html! { <p class="lead">{ ctx.t("statement.controls.none") }</p> };
    }
    let part = |key: &str, n: u32| ctx.count(key, n, &[]);
    let (total, apply) = (part("soa.total", counts.total), part("soa.apply", counts.applicable));
    let (out, open) = (part("soa.out", counts.excluded), part("soa.open", counts.undecided));
    let values: [(&str, &dyn std::fmt::Display); 4] =
        [("total", &total), ("apply", &apply), ("out", &out), ("open", &open)];
    html! {
        <p class="lead">
            { ctx.fill("soa.lead", &values) }{ " " }{ part("soa.rows_complete", counts.complete) }
        </p>
    }
}

/// What identifies the statement, to be filled in, and what of it is missing.
fn head(ctx: &PageContext, head: &Head) -> Html {
    use OrganisationEdit::{Name, Scope};
    use SoaHeaderEdit::{Approved, Approver, Version};
    let missing = head.missing().into_iter().map(|part| ctx.text.get(head_key(part)));
    let missing = ctx.words().list(missing);
    let part = |part, control, action| field(ctx, head_key(part), control, action);
    let organisation = Field::text("soa-organisation", &head.organisation);
    let scope = Field::lines("soa-scope", &head.scope, "2");
    let version = Field::text("soa-version", &head.version);
    let approved = DayField::new("soa-approved", head.date);
    let approver = Field::text("soa-approver", &head.approver);
    html! {
        <div class="head">
            <h3>{ ctx.t("soa.head") }</h3>
            <p class="hint">
                if missing.is_empty() {
                    { ctx.t("soa.head_complete") }
                } else {
                    { ctx.fill("soa.head_missing", &[("list", &missing)]) }
                }
            </p>
            { part(HeadPart::Organisation, organisation, Action::Organisation(Name("".into()))) }
            { part(HeadPart::Scope, scope, Action::Organisation(Scope("".into()))) }
            { part(HeadPart::Version, version, Action::SoaHeader(Version("".into()))) }
            { day(ctx, head_key(HeadPart::Date), approved, Action::SoaHeader(Approved(None))) }
            { part(HeadPart::Approver, approver, Action::SoaHeader(Approver("".into()))) }
        </div>
    }
}

fn head_key(part: HeadPart) -> &'static str {
    match part {
        HeadPart::Organisation => "statement.organisation",
        HeadPart::Scope => "statement.scope",
        HeadPart::Version => "statement.version",
        HeadPart::Date => "statement.date",
        HeadPart::Approver => "statement.approver",
    }
}

fn themes(ctx: &PageContext, themes: &[Theme]) -> Html {
    let rows = html! {
        for (n, theme) in themes.iter().take(MOST_THEMES).enumerate() {
            <tr key={n}>{ theme_row(ctx, theme) }</tr>
        }
    };
    html! {
        <>
            if !themes.is_empty() {
                { ctx.table(ctx.t("statement.counts.caption"), &COLUMNS, rows) }
            }
            { ctx.more(themes.len(), MOST_THEMES) }
        </>
    }
}

fn theme_row(ctx: &PageContext, theme: &Theme) -> Html {
    let SoaCounts { total, applicable, excluded, undecided, complete, .. } = theme.counts;
    let name = theme_name(ctx, theme.section);
    let complete = ctx.fill("task.count", &[("n", &complete), ("total", &total)]);
    let number = |key: &str, n: u32| ctx.number(key, n.to_string().into());
    html! {
        <>
            <th scope="row">{ ctx.link(name, place(ThemePage::of(theme.section))) }</th>
            { number("column.applicable", applicable) }
            { number("statement.counts.excluded", excluded) }
            { number("statement.applicable.undecided", undecided) }
            { ctx.number("soa.complete", complete) }
        </>
    }
}

/// A section by its identifier and name, or the organisation's own controls.
fn theme_name(ctx: &PageContext, section: Option<usize>) -> AttrValue {
    match section {
        Some(section) => ctx.section_name(section),
        None => ctx.t("soa.own"),
    }
}

fn downloads(ctx: &PageContext) -> Html {
    let file = |words: &str, about: &str, export| {
        html! {
            <li>
                { ctx.action_button("", ctx.t(words), Action::Download(Download::Export(export))) }
                { " " }
                <span class="hint">{ ctx.t(about) }</span>
            </li>
        }
    };
    let list = html! {
        <ul>
            { file("download.csv", "soa.csv_about", Export::StatementTable) }
            { file("download.markdown", "soa.markdown_about", Export::StatementText) }
        </ul>
    };
    let content = html! { <>{ list }{ separator(ctx) }</> };
    details(Some("downloads"), ctx.t("soa.download"), content)
}
