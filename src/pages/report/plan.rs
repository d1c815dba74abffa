//! The action plan: what to do, in which order, by when and by whom.

mod actions;
mod listed;
mod pace;
mod timeline;

use super::parts::{details, heading};
use super::{downloads, PageContext};
use crate::app::{Action, Download, ReportPage, Route};
use crate::export::Export;
use crate::model::assessment::Mode;
use crate::model::date::Date;
use crate::model::pack::ItemIx;
use crate::rules::schedule::{Done, Schedule};
use crate::rules::verdict::next_answers;
use crate::view::people;
use yew::prelude::*;

/// Answers that would decide a stage; its own page lists more.
const MOST_ANSWERS: usize = 5;

/// More that was done than this is counted, not listed.
const MOST_DONE: usize = 100;

pub(super) fn view(ctx: &PageContext) -> Html {
    let plan = ctx.report.schedule();
    html! {
        <section class="plan" aria-labelledby="page-title">
            { ctx.back() }
            { heading(ctx.t("plan.title")) }
            <p class="lead">{ lead(ctx, plan) }</p>
            <p>{ ctx.link(ctx.t("plan.way"), Route::Way) }</p>
            if plan.actions.is_empty() {
                { cheapest(ctx) }
            } else {
                <p>{ ctx.t("plan.order") }</p>
                { pace::view(ctx, plan) }
                { people::list(ctx, "people") }
                { actions::view(ctx, plan) }
                { timeline::view(ctx, plan) }
                { cheapest(ctx) }
                { files(ctx) }
            }
            if !plan.done.is_empty() {
                { done(ctx, &plan.done) }
            }
        </section>
    }
}

/// The sentence before anything else.
fn lead(ctx: &PageContext, plan: &Schedule) -> AttrValue {
    let Some(end) = plan.end else {
        return ctx.words().no_plan(ctx.report.tally()).into();
    };
    let actions = u32::try_from(plan.actions.len()).unwrap_or(u32::MAX);
    let (days, pace) = (ctx.work(plan.half_days), pace::words(ctx, plan.pace.into()));
    ctx.count("plan.lead", actions, &[("days", &days), ("pace", &pace), ("date", &ctx.date(end))])
}

/// The answers that would decide a stage, where answers can.
fn cheapest(ctx: &PageContext) -> Html {
    if ctx.report.mode == Mode::Quick {
        return html! {
            <>
                <h3>{ ctx.t("plan.cheapest") }</h3>
                <p>{ ctx.t("verdict.quick") }</p>
                if ctx.state.may_edit() {
                    <p>{ ctx.action_button("", ctx.t("verdict.full"), Action::Mode(Mode::Full)) }</p>
                }
            </>
        };
    }
    let verdict = &ctx.report.verdict;
    let [stage1, stage2] = [&verdict.stage1, &verdict.stage2]
        .map(|stage| next_answers(&ctx.state.pack, &ctx.state.assessment, stage));
    html! {
        <>
            if !stage1.is_empty() || !stage2.is_empty() {
                <h3>{ ctx.t("plan.cheapest") }</h3>
            }
            { decide(ctx, "plan.decide1", &stage1) }
            { decide(ctx, "plan.decide2", &stage2) }
        </>
    }
}

fn decide(ctx: &PageContext, key: &str, items: &[ItemIx]) -> Html {
    if items.is_empty() {
        return html! {};
    }
    let more = items.len().saturating_sub(MOST_ANSWERS);
    let stages = Route::Report(ReportPage::Stages);
    html! {
        <>
            <p>{ ctx.number_of(key, items.len()) }</p>
            <ul class="hits">
                for item in items.iter().take(MOST_ANSWERS) {
                    <li key={*item}>{ ctx.question(*item) }</li>
                }
            </ul>
            if more > 0 {
                <p>{ ctx.link(ctx.number_of("verdict.more", more), stages) }</p>
            }
        </>
    }
}

fn files(ctx: &PageContext) -> Html {
    let file = |export| Action::Download(Download::Export(export));
    let list = html! {
        <ul>
            { downloads::download(ctx, "calendar", file(Export::Calendar)) }
            { downloads::download(ctx, "tasks", file(Export::Tasks)) }
        </ul>
    };
    details(Some("downloads"), ctx.t("plan.downloads"), list)
}

/// What was done, the latest first.
fn done(ctx: &PageContext, done: &[Done]) -> Html {
    html! {
        <div>
            <h3>{ ctx.t("plan.was_done") }</h3>
            <ul class="hits">
                for done in done.iter().rev().take(MOST_DONE) {
                    <li key={done.item}>
                        <span class="number">{ ctx.date(done.date) }</span>
                        { " " }
                        { ctx.question(done.item) }
                        { " " }
                        { ctx.status_of(done.item) }
                        if done.open {
                            <span class="hint block">{ ctx.t("plan.still_open") }</span>
                        }
                    </li>
                }
            </ul>
            { ctx.more(done.len(), MOST_DONE) }
        </div>
    }
}

/// The identifier of a phase, or of what comes before all of them.
fn phase_id(phase: Option<usize>) -> String {
    phase.map_or_else(|| "phase-first".into(), |phase| format!("phase-{phase}"))
}

impl PageContext<'_> {
    /// Much work in days.
    fn work(&self, half_days: u64) -> AttrValue {
        self.words().work(half_days).into()
    }

    /// From one day to another in words; one day where they are the same.
    fn span(&self, first: Date, last: Date) -> AttrValue {
        if first == last {
            return self.date(first);
        }
        self.fill("plan.span", &[("first", &self.date(first)), ("last", &self.date(last))])
    }
}
