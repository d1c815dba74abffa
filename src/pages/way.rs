//! The way to the certificate: the audits, the steps before them, and what does not fit.

use super::report::parts::{heading, print_head};
use crate::app::{Action, Origin, PlanEdit, ReportPage, Route};
use crate::model::date::Date;
use crate::rules::clock::{clock, Clock, Conflict, When};
use crate::view::date::DayField;
use crate::view::Props;
use yew::prelude::*;

pub(super) fn view(props: &Props) -> Html {
    let (pack, assessment) = (&props.state.pack, &props.state.assessment);
    let clock = clock(pack, assessment, props.state.today);
    let audit = assessment.audit_dates;
    html! {
        <section aria-labelledby="page-title">
            { print_head(props) }
            { heading(props.t("way.title")) }
            <p class="lead">{ props.t("way.lead") }</p>
            <fieldset class="plain" disabled={!props.state.may_edit()}>
                <legend class="visually-hidden">{ props.t("way.dates") }</legend>
                { day(props, "way.running_since", audit.running_since, PlanEdit::RunningSince(None)) }
                { day(props, "way.stage1", audit.stage1, PlanEdit::Stage1(None)) }
                { day(props, "way.stage2", audit.stage2, PlanEdit::Stage2(None)) }
            </fieldset>
            <p class="hint">{ props.fill("way.months", &[("n", &pack.thresholds.records_months)]) }</p>
            <div role="status">
                if !clock.conflicts.is_empty() {
                    <h3>{ props.t("way.conflicts") }</h3>
                    <ul class="conflicts">
                        for (n, conflict) in clock.conflicts.iter().enumerate() {
                            <li key={n}>{ words(props, *conflict) }</li>
                        }
                    </ul>
                } else if audit.stage2.is_some() {
                    <p>{ props.t("way.fits") }</p>
                }
            </div>
            <h3>{ props.t("way.steps") }</h3>
            { steps(props, &clock) }
            <p class="actions">
                { props.action_button("", props.t("way.plan"), Action::Go(Route::Report(ReportPage::Plan))) }
            </p>
        </section>
    }
}

fn day(props: &Props, label: &'static str, date: Option<Date>, edit: PlanEdit) -> Html {
    let field = DayField::new(label.replace(['.', '_'], "-"), date);
    html! { <div key={label}>{ field.labelled(props, props.t(label), Action::Plan(edit)) }</div> }
}

fn steps(props: &Props, clock: &Clock) -> Html {
    html! {
        <ol class="steps">
            for (n, (step, when)) in props.state.pack.way.iter().zip(&clock.steps).enumerate() {
                <li key={n}>
                    <strong>{ step.name.clone() }</strong>
                    { " " }
                    <span class="hint">{ said(props, *when) }</span>
                    <ul class="hits">
                        for item in step.items.iter() {
                            <li key={*item}>{ props.question_link(*item, Origin::Way) }</li>
                        }
                    </ul>
                </li>
            }
        </ol>
    }
}

/// When a step is done, in words.
fn said(props: &Props, when: When) -> AttrValue {
    match when {
        When::Done(first, last) if first == last => {
            props.fill("way.done", &[("date", &props.date(first))])
        }
        When::Done(first, last) => props.fill(
            "way.done_between",
            &[("first", &props.date(first)), ("last", &props.date(last))],
        ),
        When::Undated => props.t("way.undated"),
        When::Planned(date) => props.fill("way.planned", &[("date", &props.date(date))]),
        When::Open => props.t("way.open"),
    }
}

fn words(props: &Props, conflict: Conflict) -> AttrValue {
    let name = |step: usize| {
        props.state.pack.way.get(step).map(|step| step.name.clone()).unwrap_or_default()
    };
    match conflict {
        Conflict::Order { first, then } => {
            props.fill("way.order", &[("first", &name(first)), ("then", &name(then))])
        }
        Conflict::AfterStage1(step) => props.fill("way.after_stage1", &[("step", &name(step))]),
        Conflict::AfterStage2(step) => props.fill("way.after_stage2", &[("step", &name(step))]),
        Conflict::NoDay(step) => props.fill("way.no_day", &[("step", &name(step))]),
        Conflict::StagesSwapped => props.t("way.swapped"),
        Conflict::FewRecords => {
            props.fill("way.few_records", &[("n", &props.state.pack.thresholds.records_months)])
        }
        Conflict::RunningSinceUnknown => props.t("way.since_unknown"),
        Conflict::Passed => props.t("way.passed"),
    }
}
