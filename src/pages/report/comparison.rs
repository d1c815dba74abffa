//! The file to compare with: to choose one, and what it is.

use super::parts::details;
use super::PageContext;
use crate::app::{Action, FilePurpose, PageEdit, ReportPage, Route, Snapshot};
use crate::model::assessment::Assessment;
use crate::model::pack::{Problem, ProblemKind};
use crate::report::compare::Opened;
use crate::save;
use yew::prelude::*;

/// More problems than this are counted, not listed.
const MOST_LISTED: usize = 200;

/// The file: to choose one, or what it is.
pub(super) fn view(ctx: &PageContext) -> Html {
    let file = opened(ctx);
    let is_chosen = file.is_some();
    let pick = if is_chosen { "comparison.again" } else { "comparison.pick" };
    // The button goes away with the file.
    let close = Action::Page(PageEdit::CloseComparison).then_focus("page-title");
    html! {
        <div>
            <h3>{ ctx.t("comparison.title") }</h3>
            <p class="hint">{ ctx.t("comparison.about") }</p>
            <div>
                if let Some(file) = file {
                    { what_it_is(ctx, file) }
                }
            </div>
            <p class="actions">
                { ctx.action_button("quiet", ctx.t(pick), Action::PickFile(FilePurpose::Compare)) }
                if is_chosen {
                    { ctx.action_button("quiet", ctx.t("comparison.close"), close) }
                }
            </p>
        </div>
    }
}

/// The file, read; `None` where none is chosen.
pub(super) fn opened(ctx: &PageContext) -> Option<Opened> {
    let file = ctx.state.page.comparison.as_ref()?;
    let restored = save::restore_now(&file.text, &ctx.state.pack);
    Some(restored.map(|(assessment, mut problems)| {
        problems.extend(file.problem());
        (assessment, problems)
    }))
}

/// Organisation and assessment, as far as they are named. A save file has no date of its own.
pub(super) fn names(assessment: &Assessment) -> String {
    let names = [assessment.organisation.name.trim(), assessment.name.trim()];
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    names.join(", ")
}

fn what_it_is(ctx: &PageContext, file: Opened) -> Html {
    match file {
        Err(problem) => {
            let problem = ctx.text.problem(&problem);
            let message = ctx.fill("comparison.unreadable", &[("problem", &problem)]);
            html! { <p><strong>{ message }</strong></p> }
        }
        Ok((assessment, mut problems)) => {
            // That leaves nothing out, and the comparison tells it.
            problems.retain(|problem| !matches!(problem.kind, ProblemKind::LevelsChanged(_)));
            let sides = Some((Snapshot::File, Snapshot::Now));
            let compare = Route::Report(ReportPage::Compare(sides));
            html! {
                <>
                    <p>
                        { label(ctx, &assessment) }
                        { " " }
                        { ctx.link(ctx.t("milestones.compare"), compare) }
                    </p>
                    if !problems.is_empty() {
                        { to_look_at(ctx, &problems) }
                    }
                </>
            }
        }
    }
}

/// Whose the file is.
fn label(ctx: &PageContext, assessment: &Assessment) -> AttrValue {
    let names = names(assessment);
    match names.is_empty() {
        true => ctx.t("comparison.unnamed"),
        false => ctx.fill("comparison.opened", &[("name", &names)]),
    }
}

/// What of a file could not be read, is not known here, or was guessed.
fn to_look_at(ctx: &PageContext, problems: &[Problem]) -> Html {
    let list = html! {
        <>
            <ul>
                for (n, problem) in problems.iter().take(MOST_LISTED).enumerate() {
                    <li key={n}>
                        if !problem.at.is_empty() {
                            <code>{ &*problem.at }</code>
                        }
                        { " " }
                        { ctx.text.problem(problem) }
                    </li>
                }
            </ul>
            { ctx.more(problems.len(), MOST_LISTED) }
        </>
    };
    details(None, ctx.number_of("comparison.look", problems.len()), list)
}
