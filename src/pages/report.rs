//! The pages of the report. They read the same numbers as the files.
//!
//! A page is a function of a [`PageContext`]. It asks for what it wants through actions.

mod answers;
mod board;
mod change;
mod changed;
mod compare;
mod comparison;
mod documents;
mod downloads;
mod findings;
mod grid;
mod metrics;
mod milestones;
mod pages;
pub(super) mod parts;
mod plan;
mod result;
mod score;
mod scores;
mod stages;
mod statement;
mod what_if;

use super::search;
use crate::app::{ReportPage, Route, State};
use crate::model::assessment::{Answer, Assessment, ItemStatus, Level, Response};
use crate::model::pack::ItemIx;
use crate::part::{self, Missing};
use crate::report::Report;
use crate::view::Props;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// Draws the page that the state shows. It is in a part of the program of its own, as nobody needs
/// it to answer questions.
#[cfg_attr(
    feature = "split",
    wasm_split_helpers::wasm_split(
        report,
        fallible,
        preload(
            /// Fetches the part of the program that draws the report.
            load
        )
    )
)]
pub fn draw(props: &Props) -> Result<Html, Missing> {
    Ok(html! { <Page props={props.clone()} /> })
}

/// Draws the rest of the report: the board's page, metrics, the Statement of Applicability, answers in
/// groups, the pages that compare, and the search, which waits for the same words. Fewer readers come to
/// them, and they are a part of the program of their own.
#[cfg_attr(
    feature = "split",
    wasm_split_helpers::wasm_split(
        rest,
        fallible,
        preload(
            /// Fetches the part of the program that draws the rest of the report.
            load_rest
        )
    )
)]
pub fn draw_rest(ctx: &PageContext<'_>) -> Result<Html, Missing> {
    Ok(match ctx.state.route {
        Route::Report(ReportPage::Answers(grouping)) => answers::view(ctx, grouping),
        Route::Report(ReportPage::Board) => board::view(ctx),
        Route::Report(ReportPage::Compare(sides)) => compare::view(ctx, sides),
        Route::Report(ReportPage::Metrics) => metrics::view(ctx),
        Route::Report(ReportPage::Milestones) => milestones::view(ctx),
        Route::Report(ReportPage::Theme(place)) => statement::theme(ctx, place),
        Route::Report(ReportPage::WhatIf(part)) => what_if::view(ctx, part),
        Route::Search => search::view(ctx),
        _ => statement::view(ctx),
    })
}

/// The part that draws the report is here.
#[cfg(not(feature = "split"))]
pub async fn load() -> Result<(), Missing> {
    Ok(())
}

/// The part that draws the rest of the report is here.
#[cfg(not(feature = "split"))]
pub async fn load_rest() -> Result<(), Missing> {
    Ok(())
}

/// What a page is made of.
pub struct PageContext<'a> {
    /// The state, the words and the way to act; all its members are at hand here too.
    pub props: &'a Props,
    /// All that is judged.
    pub report: &'a Report,
}

impl Deref for PageContext<'_> {
    type Target = Props;

    fn deref(&self) -> &Props {
        self.props
    }
}

/// The page that the state shows. It keeps the report for as long as answers stay the same.
pub struct Page {
    report: Report,
}

/// See [`Props`].
#[derive(Clone, Properties)]
pub struct PageProps {
    /// What every view gets.
    pub props: Props,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &PageProps) -> bool {
        Rc::ptr_eq(&self.props.state, &other.props.state)
            && Rc::ptr_eq(&self.props.text, &other.props.text)
    }
}

impl Component for Page {
    type Message = ();
    type Properties = PageProps;

    fn create(ctx: &Context<Page>) -> Page {
        Page { report: report(&ctx.props().props.state) }
    }

    fn changed(&mut self, ctx: &Context<Page>, old: &PageProps) -> bool {
        let (before, now) = (&old.props.state, &ctx.props().props.state);
        let same = Rc::ptr_eq(&before.assessment, &now.assessment)
            && Rc::ptr_eq(&before.pack, &now.pack)
            && before.today == now.today;
        if !same {
            self.report = report(now);
        }
        true
    }

    fn view(&self, ctx: &Context<Page>) -> Html {
        page(&PageContext { props: &ctx.props().props, report: &self.report })
    }
}

fn report(state: &State) -> Report {
    Report::new(&state.pack, &state.assessment, state.today)
}

fn page(ctx: &PageContext) -> Html {
    html! { <>{ parts::print_head(ctx) }{ place(ctx) }</> }
}

fn place(ctx: &PageContext) -> Html {
    match ctx.state.route {
        Route::Report(page) => match page {
            ReportPage::Result => result::view(ctx),
            ReportPage::Stages => stages::view(ctx),
            ReportPage::Findings => findings::view(ctx),
            ReportPage::Documents => documents::view(ctx),
            ReportPage::Plan => plan::view(ctx),
            ReportPage::Grid => grid::view(ctx),
            ReportPage::Score(of) => score::view(ctx, of),
            ReportPage::Answers(_)
            | ReportPage::Board
            | ReportPage::Compare(_)
            | ReportPage::Metrics
            | ReportPage::Milestones
            | ReportPage::Statement
            | ReportPage::Theme(_)
            | ReportPage::WhatIf(_) => rest(ctx),
        },
        Route::Search => rest(ctx),
        // The other places are drawn by other parts of the program.
        _ => html! {},
    }
}

fn rest(ctx: &PageContext) -> Html {
    part::now(draw_rest(ctx)).unwrap_or_else(|| super::loading(ctx))
}

impl PageContext<'_> {
    /// What is tried, as far as it differs from the answers; in the order of the pack.
    fn trying(&self) -> Vec<(ItemIx, Level)> {
        let differs = |(item, level): &&(ItemIx, Level)| {
            let real = self.state.assessment.item_status(*item);
            self.state.pack.item(*item).is_some() && real != ItemStatus::Level(*level)
        };
        self.state.page.tried.iter().filter(differs).copied().collect()
    }

    /// The answers with what is tried put in.
    fn tried(&self) -> Assessment {
        let mut assessment = (*self.state.assessment).clone();
        for (item, level) in &self.state.page.tried {
            let mut answer: Answer =
                assessment.get(*item).map(|a| (**a).clone()).unwrap_or_default();
            answer.response = Some(Response::Level(*level));
            assessment.set(*item, Some(Rc::new(answer)));
        }
        assessment
    }
}
