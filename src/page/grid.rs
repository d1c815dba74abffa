//! All questions at a glance, each with a mark that shows how it stands and leads to it.

use super::parts::heading;
use super::PageContext;
use crate::answers::{Level, Standing};
use crate::picture::{bar, spot_mark, Caption, MOST_CELLS};
use crate::report::{Row, SectionReport};
use crate::state::{Action, FigureOf, Origin, ReportPage, Route};
use crate::ui::button::Button;
use crate::ui::drawing::draw;
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
            if ctx.report.rows.len() <= MOST_CELLS {
                { items(ctx) }
            } else {
                { sections(ctx) }
            }
        </section>
    }
}

fn lead(ctx: &PageContext) -> AttrValue {
    let tally = ctx.report.tally();
    if tally.levels == 0 {
        return ctx.t("grid.nothing");
    }
    let operating =
        |row: &&Row| matches!(row.standing, Standing::Level(l) if l >= Level::OPERATING);
    let n = ctx.report.rows.iter().filter(operating).count() as u32;
    ctx.count("grid.lead", n, &[("total", &tally.total)])
}

/// Each mark with its word and how many questions have it.
fn legend(ctx: &PageContext) -> Html {
    let others = [Standing::DontKnow, Standing::NotApplicable, Standing::Unanswered];
    let standings = Level::ALL.map(Standing::Level).into_iter().chain(others);
    let words = |standing: Standing| {
        let n = ctx.report.rows.iter().filter(|row| row.standing == standing).count();
        ctx.fill("grid.legend", &[("name", &ctx.standing_words(standing)), ("n", &n)])
    };
    html! {
        <div>
            <h3 id="marks-title">{ ctx.t("grid.marks") }</h3>
            <ul class="marks" role="list" aria-labelledby="marks-title">
                for (at, standing) in standings.enumerate() {
                    <li key={at}>
                        { draw(&spot_mark(standing)) }
                        <span>{ words(standing) }</span>
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
    let standing = ctx.standing_words(row.standing);
    // It begins with what is seen, so that it can be spoken (WCAG 2.2, 2.5.3).
    let words = [("id", &row.id as &dyn Display), ("name", &row.name), ("standing", &standing)];
    let name = ctx.fill("grid.item", &words);
    let content = html! { <>{ draw(&spot_mark(row.standing)) }<span>{ &*row.id }</span></> };
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
    let (name, value) = (ctx.section_name(section.section), ctx.bounds(&section.figure));
    let caption = Caption { id: &id(section.section), title: &name, words: &value };
    let drawn = draw(&bar(&caption, section.figure.bounds));
    let content = html! {
        <>
            <span>{ name }</span>
            <span class="value">{ value }</span>
            // The words beside it say all that the picture says.
            <span aria-hidden="true" class="bar-box">{ drawn }</span>
        </>
    };
    let figure = ReportPage::Figure(FigureOf::Section(section.section));
    Button::new("row-cell").draw(ctx, Action::Go(Route::Report(figure)), content)
}

fn id(section: usize) -> String {
    format!("grid-s{section}")
}
