//! Two states of the assessment beside each other: milestones, today's, and that of another file.

use super::change::ComparisonView;
use super::parts::heading;
use super::{changed, comparison, PageContext};
use crate::app::{Action, ReportPage, Route, Snapshot};
use crate::model::assessment::{Assessment, Mode};
use crate::model::date::Date;
use crate::report::compare::open;
use crate::view::button::Button;
use std::fmt::Display;
use yew::prelude::*;

/// More milestones than this are not offered; the newest are.
const MOST_OFFERED: usize = 50;

/// What the heads of tables call the two.
pub(super) const SIDES: [&str; 2] = ["compare.before", "compare.after"];

/// Comparing. By default it is the newest milestone, or the file where there is none, with today.
pub(super) fn view(ctx: &PageContext, sides: Option<(Snapshot, Snapshot)>) -> Html {
    let newest = ctx.state.assessment.milestones.len().checked_sub(1);
    let newest = newest.map_or(Snapshot::File, Snapshot::Milestone);
    let sides = sides.unwrap_or((newest, Snapshot::Now));
    html! {
        <section aria-labelledby="page-title">
            <p class="back">
                { ctx.link(ctx.t("compare.back"), Route::Report(ReportPage::Milestones)) }
            </p>
            { heading(ctx.t("compare.title")) }
            { compared(ctx, sides) }
        </section>
    }
}

fn compared(ctx: &PageContext, sides: (Snapshot, Snapshot)) -> Html {
    let (before, after) = sides;
    let (then, now) = match (assessment(ctx, before), assessment(ctx, after)) {
        (Ok(then), Ok(now)) => (then, now),
        (Err(message), _) | (_, Err(message)) => {
            return html! { <><p class="lead">{ message }</p>{ choices(ctx, sides) }</> };
        }
    };
    let both = [(&then, day(ctx, before)), (&now, day(ctx, after))];
    let change = ComparisonView::new(ctx, both, SIDES);
    let found = &change.found;
    let (before, after) = (name(ctx, before), name(ctx, after));
    html! {
        <>
            <p class="lead">{ lead(ctx, &change) }</p>
            <p>{ ctx.fill("compare.sides", &[("before", &before), ("after", &after)]) }</p>
            { notes(ctx, &change, &then, &now) }
            { choices(ctx, sides) }
            if !found.is_empty() {
                <h3>{ ctx.t("compare.judged") }</h3>
                { change.judged(ctx, ctx.t("compare.judged")) }
                <h3>{ ctx.t("result.scores") }</h3>
                { change.scores(ctx, ctx.t("result.scores")) }
                { changed::items(ctx, &found.items) }
                { changed::found(ctx, "compare.closed", &found.closed) }
                { changed::found(ctx, "compare.raised", &found.raised) }
                { changed::regraded(ctx, &found.regraded) }
            }
        </>
    }
}

/// The day on which a state is judged.
fn day(ctx: &PageContext, side: Snapshot) -> Date {
    match side {
        Snapshot::Milestone(n) => ctx.state.assessment.milestones.get(n).and_then(|one| one.date),
        Snapshot::Now | Snapshot::File => None,
    }
    .unwrap_or(ctx.state.today)
}

/// The answers of a state; or why there are none, in words.
fn assessment(ctx: &PageContext, side: Snapshot) -> Result<Assessment, AttrValue> {
    let opened = match side {
        Snapshot::Now => return Ok((*ctx.state.assessment).clone()),
        Snapshot::Milestone(n) => {
            let milestone = ctx.state.assessment.milestones.get(n);
            milestone.map(|milestone| open(&ctx.state.pack, milestone))
        }
        Snapshot::File => comparison::opened(ctx),
    };
    match opened {
        None => Err(ctx.t("compare.none")),
        Some(Err(problem)) => {
            let (name, problem) = (name(ctx, side), ctx.text.problem(&problem));
            Err(ctx.fill("compare.unreadable", &[("name", &name), ("problem", &problem)]))
        }
        Some(Ok((assessment, _))) => Ok(assessment),
    }
}

fn name(ctx: &PageContext, side: Snapshot) -> AttrValue {
    match side {
        Snapshot::Milestone(n) => name_of(ctx, n),
        Snapshot::Now => ctx.t("compare.now"),
        Snapshot::File => {
            let opened = comparison::opened(ctx).and_then(Result::ok);
            let names =
                opened.map(|(assessment, _)| comparison::names(&assessment)).unwrap_or_default();
            match names.is_empty() {
                true => ctx.t("compare.other"),
                false => ctx.fill("compare.other_named", &[("name", &names)]),
            }
        }
    }
}

/// Name and day of a milestone.
pub(super) fn name_of(ctx: &PageContext, n: usize) -> AttrValue {
    let name = bare_name(ctx, n);
    match ctx.state.assessment.milestones.get(n) {
        Some(milestone) => {
            let date = date_of(ctx, milestone.date);
            ctx.fill("milestones.label", &[("name", &name), ("date", &date)])
        }
        None => name,
    }
}

/// The day of a milestone, or that it has none.
pub(super) fn date_of(ctx: &PageContext, date: Option<Date>) -> AttrValue {
    ctx.words().day_of(date).into()
}

/// Name of a milestone, or its number where it has none.
pub(super) fn bare_name(ctx: &PageContext, n: usize) -> AttrValue {
    let milestone = ctx.state.assessment.milestones.get(n);
    match milestone.filter(|milestone| !milestone.name.trim().is_empty()) {
        Some(milestone) => milestone.name.clone().into(),
        None => ctx.fill("milestones.unnamed", &[("n", &(n + 1))]),
    }
}

/// Links to choose what is compared.
fn choices(ctx: &PageContext, (before, after): (Snapshot, Snapshot)) -> Html {
    let milestones = ctx.state.assessment.milestones.len();
    let offered = (milestones.saturating_sub(MOST_OFFERED)..milestones).map(Snapshot::Milestone);
    let file = ctx.state.page.comparison.as_ref().map(|_| Snapshot::File);
    let offered = offered.chain([Snapshot::Now]).chain(file);
    let offered: Vec<(Snapshot, AttrValue)> = offered.map(|side| (side, name(ctx, side))).collect();
    let link = |words: &AttrValue, is_chosen: bool, sides: (Snapshot, Snapshot)| {
        let link = Button { chosen: is_chosen, ..Button::new("link") };
        let to = Route::Report(ReportPage::Compare(Some(sides)));
        link.draw(ctx, Action::Go(to), words.clone())
    };
    html! {
        <nav class="sides" aria-label={ctx.t("compare.choose")}>
            <h3>{ ctx.t("compare.choose") }</h3>
            <div class="pair">
                <div>
                    <h4>{ ctx.t(SIDES[0]) }</h4>
                    <ul class="hits">
                        for (n, (side, name)) in offered.iter().enumerate() {
                            <li key={n}>{ link(name, *side == before, (*side, after)) }</li>
                        }
                    </ul>
                </div>
                <div>
                    <h4>{ ctx.t(SIDES[1]) }</h4>
                    <ul class="hits">
                        for (n, (side, name)) in offered.iter().enumerate() {
                            <li key={n}>{ link(name, *side == after, (before, *side)) }</li>
                        }
                    </ul>
                </div>
            </div>
        </nav>
    }
}

fn lead(ctx: &PageContext, change: &ComparisonView) -> AttrValue {
    if change.found.is_empty() {
        return ctx.t("compare.same");
    }
    let counts = change.found.counts;
    let [before, after] = change.overall(ctx);
    ctx.fill(
        "compare.lead",
        &[
            ("better", &counts.better),
            ("worse", &counts.worse),
            ("other", &counts.other),
            ("same", &counts.same),
            ("before", &before),
            ("after", &after),
        ],
    )
}

/// What has to be known to read the comparison.
fn notes(ctx: &PageContext, change: &ComparisonView, then: &Assessment, now: &Assessment) -> Html {
    let (before, after) = (then.organisation.name.trim(), now.organisation.name.trim());
    // An organisation that had no name yet may well be the same.
    let others = !before.is_empty() && !after.is_empty() && before != after;
    let names = [("before", &before as &dyn Display), ("after", &after)];
    html! {
        <>
            if others {
                <p class="hint">{ ctx.fill("compare.organisations", &names) }</p>
            }
            if change.found.reworded > 0 {
                <p class="hint">{ ctx.count("compare.reworded", change.found.reworded, &[]) }</p>
            }
            if then.mode != now.mode {
                <p class="hint">{ ctx.t("compare.mixed") }</p>
            } else if change.found.mode == Mode::Quick {
                <p class="hint">{ ctx.words().quick(change.found.after.scores.overall.tally) }</p>
            }
        </>
    }
}
