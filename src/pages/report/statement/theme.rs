//! The controls of one theme, to be decided one by one or several together.

use super::row::{self, Entry};
use super::{bulk, lead, place, theme_name};
use crate::app::{Action, OwnControlEdit, PageEdit, ReportPage, Route, SoaRowId, ThemePage};
use crate::pages::report::parts::heading;
use crate::pages::report::PageContext;
use crate::rules::soa::{Applicability, SoaCounts, SoaRow};
use crate::view::button::Button;
use crate::view::people;
use std::ops::Range;
use yew::prelude::*;

/// Rows on a page.
const PER_PAGE: usize = 50;

/// The identifier of the button that adds a control of one's own.
pub(super) const ADD: &str = "soa-add";

/// The identifier of the list, where the focus goes when the bar below it goes.
pub(super) const ROWS: &str = "soa-rows";

/// A page of the theme.
pub(super) fn view(ctx: &PageContext, page: ThemePage) -> Html {
    let soa = ctx.report.soa();
    let rows: Vec<&SoaRow> = soa.rows.iter().filter(|row| row.section == page.section).collect();
    let shown: Vec<(usize, SoaRowId, &SoaRow)> = rows
        .iter()
        .enumerate()
        .map(|(n, row)| (n + 1, row.item.map_or(SoaRowId::Own(n), SoaRowId::Item), *row))
        .filter(|(_, row, soa)| !page.missing || stays(ctx, *row, soa))
        .collect();
    let numbers: Vec<usize> = shown.iter().map(|(number, ..)| *number).collect();
    let here = shown.get(window(page, &numbers)).unwrap_or_default();
    let entries: Vec<Entry> = here.iter().map(|(_, row, soa)| Entry::new(ctx, *row, soa)).collect();
    let theme = soa.themes.iter().find(|theme| theme.section == page.section);
    let counts = theme.map(|theme| theme.counts).unwrap_or_default();
    let may_edit = ctx.state.may_edit();
    html! {
        <section class="statement" aria-labelledby="page-title">
            <p class="back">{ ctx.link(ctx.t("soa.back"), Route::Report(ReportPage::Statement)) }</p>
            { heading(theme_name(ctx, page.section)) }
            { intro(ctx, page, &counts) }
            if !rows.is_empty() {
                { filter(ctx, page, &rows) }
            }
            if entries.is_empty() && counts.total > 0 {
                <p>{ ctx.t("soa.nothing_missing") }</p>
            }
            if may_edit && !entries.is_empty() {
                { mark(ctx, &entries) }
            }
            if !entries.is_empty() {
                <ul id={ROWS} class="controls" tabindex="-1" aria-labelledby="page-title">
                    for entry in &entries {
                        { row::view(ctx, entry) }
                    }
                </ul>
            }
            if may_edit && page.section.is_none() {
                <p class="actions">{ add(ctx) }</p>
            }
            if may_edit {
                { bulk::view(ctx) }
            }
            { pages(ctx, page, &numbers) }
            { people::list(ctx, "people") }
        </section>
    }
}

fn intro(ctx: &PageContext, page: ThemePage, counts: &SoaCounts) -> Html {
    html! {
        <>
            if counts.total > 0 {
                { lead(ctx, counts) }
            } else {
                <p class="lead">{ ctx.t("soa.own_none") }</p>
            }
            if page.section.is_none() {
                <p>{ ctx.t("soa.own_about") }</p>
            }
        </>
    }
}

/// Whether a row stands among those in which something is missing.
fn stays(ctx: &PageContext, row: SoaRowId, soa: &SoaRow) -> bool {
    let page = &ctx.state.page;
    !soa.missing.is_empty() || page.changed.contains(&row) || page.marked.contains(&row)
}

fn filter(ctx: &PageContext, page: ThemePage, rows: &[&SoaRow]) -> Html {
    let open = rows.iter().filter(|row| !row.missing.is_empty()).count();
    let link = |missing: bool, key: &str, n: usize| {
        let there = ThemePage { missing, ..ThemePage::of(page.section) };
        let button = Button { current: missing == page.missing, ..Button::new("link") };
        button.draw(ctx, Action::Go(place(there)), ctx.number_of(key, n))
    };
    html! {
        <nav aria-label={ctx.t("soa.show")}>
            <ul>
                <li>{ link(false, "soa.show_all", rows.len()) }</li>
                <li>{ link(true, "soa.show_missing", open) }</li>
            </ul>
        </nav>
    }
}

/// Marks the rows of this page, all at once or those that are undecided. The buttons stay.
fn mark(ctx: &PageContext, entries: &[Entry]) -> Html {
    let button = |id: &'static str, key: &str, rows: Vec<&Entry>| {
        let button = Button {
            idle: rows.iter().all(|entry| entry.marked),
            id: Some(id),
            ..Button::new("quiet")
        };
        let words = ctx.number_of(key, rows.len());
        let rows = rows.iter().map(|entry| entry.row).collect();
        button.draw(ctx, Action::Page(PageEdit::Mark(rows, true)), words)
    };
    let open = |entry: &&Entry| matches!(entry.soa.applicability, Applicability::Undecided { .. });
    let open: Vec<&Entry> = entries.iter().filter(open).collect();
    html! {
        <p class="actions">
            { button("soa-mark", "soa.mark_all", entries.iter().collect()) }
            if !open.is_empty() && open.len() < entries.len() {
                { button("soa-mark-open", "soa.mark_open", open) }
            }
        </p>
    }
}

/// The button stays where it is; the name of the new row is what is typed next.
fn add(ctx: &PageContext) -> Html {
    let name = format!("so{}-name", ctx.state.assessment.own_controls.len());
    let action = Action::OwnControl(OwnControlEdit::Add).then_focus(name);
    let button = Button { id: Some(ADD), ..Button::new("quiet") };
    button.draw(ctx, action, ctx.t("soa.own_add"))
}

/// The way to the rows before and after these.
fn pages(ctx: &PageContext, page: ThemePage, numbers: &[usize]) -> Html {
    let [before, after] = beside(page, numbers);
    if before.is_none() && after.is_none() {
        return html! {};
    }
    let here = window(page, numbers);
    let (first, last) = (here.start + 1, here.end);
    let values: [(&str, &dyn std::fmt::Display); 3] =
        [("first", &first), ("last", &last), ("total", &numbers.len())];
    html! {
        <nav aria-label={ctx.t("soa.pages")}>
            <p class="hint">{ ctx.fill("soa.page", &values) }</p>
            <ul>
                if let Some(before) = before {
                    <li>{ ctx.link(ctx.t("soa.page_before"), place(before)) }</li>
                }
                if let Some(after) = after {
                    <li>{ ctx.link(ctx.t("soa.page_after"), place(after)) }</li>
                }
            </ul>
        </nav>
    }
}

/// Of rows with these numbers in their theme, those on this page.
fn window(page: ThemePage, numbers: &[usize]) -> Range<usize> {
    let first = numbers.iter().position(|number| *number >= page.from).unwrap_or_default();
    first..(first + PER_PAGE).min(numbers.len())
}

/// The pages before and after that of the rows with these numbers.
fn beside(page: ThemePage, numbers: &[usize]) -> [Option<ThemePage>; 2] {
    let here = window(page, numbers);
    let before = here.start.saturating_sub(PER_PAGE);
    let from = |at: usize| numbers.get(at).map(|from| ThemePage { from: *from, ..page });
    [(here.start > 0).then(|| from(before)).flatten(), from(here.end)]
}
