//! Which actions of the plan are listed, and under which headings.

use super::super::PageContext;
use super::phase_id;
use crate::app::{Action as Act, PageEdit, PlanGroup, PlanShow, PlanView};
use crate::rules::schedule::{Action, Schedule, Timing};
use crate::view::button::Button;
use crate::view::controls::{Select, SelectOption};
use crate::view::parts::{children, keyed, tag};
use yew::prelude::*;

/// Actions under a heading.
pub(super) struct Group<'a> {
    /// By which the focus finds the heading.
    pub id: String,
    pub name: AttrValue,
    pub actions: Vec<&'a Action>,
}

/// The groups that have actions of those that are asked for, in their order.
pub(super) fn groups<'a>(ctx: &PageContext, plan: &'a Schedule) -> Vec<Group<'a>> {
    let view = &ctx.state.page.plan;
    let shown = plan.actions.iter().filter(|action| is_shown(action, &view.show));
    let mut groups: Vec<Group> = Vec::new();
    for action in shown {
        let (id, name) = heading(ctx, view.by, action);
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => group.actions.push(action),
            None => groups.push(Group { id, name, actions: vec![action] }),
        }
    }
    // Phases come in the order of the plan; the others in their own, nobody last.
    match view.by {
        PlanGroup::Phase => (),
        PlanGroup::Owner => {
            let order = |group: &Group| {
                group.actions.first().map(|a| (a.owner.is_empty(), a.owner.clone()))
            };
            groups.sort_by_key(order);
        }
        PlanGroup::Month => {
            groups.sort_by_key(|group| group.actions.iter().map(|action| action.target).min());
        }
    }
    groups
}

fn is_shown(action: &Action, show: &PlanShow) -> bool {
    match show {
        PlanShow::All => true,
        PlanShow::Late => action.timing == Timing::Passed,
        PlanShow::Nobody => action.owner.trim().is_empty(),
        PlanShow::Of(owner) => action.owner.trim() == &**owner,
    }
}

/// Under what an action stands.
fn heading(ctx: &PageContext, by: PlanGroup, action: &Action) -> (String, AttrValue) {
    match by {
        PlanGroup::Phase => {
            let phase = action.in_phase();
            (phase_id(phase), ctx.words().phase(phase).into())
        }
        PlanGroup::Owner => match action.owner.trim() {
            "" => ("plan-nobody".into(), ctx.t("plan.nobody")),
            owner => (format!("plan-of-{}", id_of(owner)), owner.to_owned().into()),
        },
        PlanGroup::Month => {
            let (year, month, _) = action.target.parts();
            (format!("plan-{year}-{month}"), ctx.text.month(action.target).into())
        }
    }
}

/// A name as a part of an identifier.
fn id_of(name: &str) -> String {
    name.chars()
        .map(
            |c| {
                if c.is_ascii_alphanumeric() {
                    c.to_string()
                } else {
                    format!("-{:x}", u32::from(c))
                }
            },
        )
        .collect()
}

/// How they are listed, to choose.
pub(super) fn choices(ctx: &PageContext, plan: &Schedule) -> Html {
    let now = &ctx.state.page.plan;
    let by = [
        (PlanGroup::Phase, "plan.by_phase"),
        (PlanGroup::Owner, "plan.by_owner"),
        (PlanGroup::Month, "plan.by_month"),
    ];
    let mut owners: Vec<&str> =
        plan.actions.iter().map(|action| action.owner.trim()).filter(|o| !o.is_empty()).collect();
    owners.sort_unstable();
    owners.dedup();
    let fixed = [
        (PlanShow::All, "plan.show_all", "all"),
        (PlanShow::Late, "plan.show_late", "late"),
        (PlanShow::Nobody, "plan.show_nobody", "nobody"),
    ];
    let option = |show: PlanShow, value: String, words: AttrValue| SelectOption {
        value: value.into(),
        words,
        chosen: now.show == show,
        action: Some(Act::Page(PageEdit::Plan(PlanView { show, ..now.clone() }))),
    };
    let fixed = fixed.map(|(show, key, value)| option(show, value.into(), ctx.t(key)));
    let owners = owners.into_iter().map(|owner| {
        let words = ctx.fill("plan.show_of", &[("owner", &owner)]);
        option(PlanShow::Of(owner.into()), format!("of {owner}"), words)
    });
    let select = Select { id: "plan-show".into(), ..Select::default() };
    tag(
        "div",
        "listed",
        children![
            html! {
                <div class="switch" role="group" aria-label={ctx.t("plan.by")}>
                    for (by, key) in by {
                        { keyed("span", "", key, {
                            let button = Button { pressed: Some(now.by == by), ..Button::new("quiet") };
                            let view = PlanView { by, ..now.clone() };
                            button.draw(ctx, Act::Page(PageEdit::Plan(view)), ctx.t(key))
                        }) }
                    }
                </div>
            },
            select.labelled(ctx, ctx.t("plan.show"), fixed.into_iter().chain(owners).collect()),
        ],
    )
}
