//! All questions at a glance, each with a mark that shows its status and leads to it.

use super::parts::heading;
use super::PageContext;
use crate::app::{Action, Origin, ReportPage, Route, ScoreOf};
use crate::model::assessment::{ItemStatus, Level};
use crate::picture::{bar, spot_mark, Caption, MOST_CELLS};
use crate::report::{Row, SectionReport};
use crate::view::button::Button;
use crate::view::drawing::draw;
use std::fmt::Display;
use yew::prelude::*;

/// More sections than this are counted, not shown, where each of them is one spot.
const MOST_SECTIONS: usize = 200;

/// The grid with its legend.
pub(super) fn view(ctx: &PageContext) -> Html {
    html! {
        <section aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("page.grid")) }
            <p class="lead">{ lead(ctx) }</p>
            { legend(ctx) }
            { strips(ctx) }
        </section>
    }
}

/// The same on another page: a strip for each section, where the items are few enough.
pub(super) fn strips(ctx: &PageContext) -> Html {
    match ctx.report.rows.len() <= MOST_CELLS {
        true => items(ctx),
        false => sections(ctx),
    }
}

fn lead(ctx: &PageContext) -> AttrValue {
    let tally = ctx.report.tally();
    if tally.levels == 0 {
        return ctx.t("grid.nothing");
    }
    let operating =
        |row: &&Row| matches!(row.item_status, ItemStatus::Level(l) if l >= Level::OPERATING);
    let n = ctx.report.rows.iter().filter(operating).count() as u32;
    ctx.count("grid.lead", n, &[("total", &tally.total)])
}

/// Each mark with its word and how many questions have it.
fn legend(ctx: &PageContext) -> Html {
    let others = [ItemStatus::DontKnow, ItemStatus::NotApplicable, ItemStatus::Unanswered];
    let item_statuses = Level::ALL.map(ItemStatus::Level).into_iter().chain(others);
    let words = |item_status: ItemStatus| {
        let n = ctx.report.rows.iter().filter(|row| row.item_status == item_status).count();
        ctx.fill("grid.legend", &[("name", &ctx.status_words(item_status)), ("n", &n)])
    };
    html! {
        <div>
            <h3 id="marks-title">{ ctx.t("grid.marks") }</h3>
            <ul class="marks" role="list" aria-labelledby="marks-title">
                for (at, item_status) in item_statuses.enumerate() {
                    <li key={at}>
                        { draw(&spot_mark(item_status)) }
                        <span>{ words(item_status) }</span>
                    </li>
                }
            </ul>
        </div>
    }
}

/// The sections, each with a button for each of its items.
fn items(ctx: &PageContext) -> Html {
    html! {
        <div class="dots">
            for section in ctx.report.sections.iter().map(|section| section.section) {
                <div key={section}>
                    <p class="dots-name" id={id(section)}>{ ctx.section_name(section) }</p>
                    // A list without marks is none to some browsers unless it says so.
                    <ul class="cells" role="list" aria-labelledby={id(section)}>
                        for row in ctx.report.rows_of(section) {
                            <li key={row.item}>{ cell(ctx, row) }</li>
                        }
                    </ul>
                </div>
            }
        </div>
    }
}

/// The button of an item: its mark and its identifier.
fn cell(ctx: &PageContext, row: &Row) -> Html {
    let item_status = ctx.status_words(row.item_status);
    // It begins with what is seen, so that it can be spoken (WCAG 2.2, 2.5.3).
    let words = [("id", &row.id as &dyn Display), ("name", &row.name), ("status", &item_status)];
    let name = ctx.fill("grid.item", &words);
    let content = html! { <>{ draw(&spot_mark(row.item_status)) }<span>{ &*row.id }</span></> };
    let button = Button { label: Some(name.clone()), title: Some(name), ..Button::new("cell") };
    let question = Route::Question { item: row.item, from: Origin::Result };
    button.draw(ctx, Action::Go(question), content)
}

/// The sections, each as one button with its bar, where the items are too many.
fn sections(ctx: &PageContext) -> Html {
    let sections = &ctx.report.sections;
    html! {
        <>
            <ul class="dots" role="list">
                for section in sections.iter().take(MOST_SECTIONS) {
                    <li key={section.section}>{ whole(ctx, section) }</li>
                }
            </ul>
            { ctx.more(sections.len(), MOST_SECTIONS) }
        </>
    }
}

fn whole(ctx: &PageContext, section: &SectionReport) -> Html {
    let (name, value) = (ctx.section_name(section.section), ctx.bounds(&section.score));
    let caption = Caption { id: &id(section.section), title: &name, words: &value };
    let drawn = draw(&bar(&caption, section.score.bounds));
    let content = html! {
        <>
            <span>{ name }</span>
            <span class="value">{ value }</span>
            // The words beside it say all that the picture says.
            <span aria-hidden="true" class="bar-box">{ drawn }</span>
        </>
    };
    let score = ReportPage::Score(ScoreOf::Section(section.section));
    Button::new("row-cell").draw(ctx, Action::Go(Route::Report(score)), content)
}

fn id(section: usize) -> String {
    format!("grid-s{section}")
}
