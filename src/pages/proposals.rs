//! Controls that the profile proposes to leave out.

use crate::app::{Action, Origin, Route};
use crate::model::pack::ItemIx;
use crate::rules::scoping::{self, Proposal, ProposalState};
use crate::view::button::Button;
use crate::view::parts::children;
use crate::view::{parts, Props};
use yew::prelude::*;

/// Accept or refuse what the profile proposes, together or one by one.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let proposals = scoping::proposals(&props.state.pack, &props.state.assessment);
    let open: Vec<ItemIx> = proposals
        .iter()
        .filter(|proposal| proposal.state == ProposalState::Open)
        .map(|proposal| proposal.item)
        .collect();
    let disabled = !props.state.may_edit();
    html! {
        <section aria-labelledby="proposals-title">
            { children![
                parts::heading("proposals-title", props.t("proposals.title")),
                parts::tag("p", "lead", props.t(if proposals.is_empty() { "proposals.none" } else { "proposals.lead" })),
                parts::when(open.len() > 1, || parts::tag("p", "actions", children![
                    Button { disabled, ..Button::default() }.draw(
                        props,
                        Action::Accept(open.clone()),
                        props.count("proposals.accept_all", open.len() as u32, &[]),
                    ),
                    Button { disabled, ..Button::new("quiet") }.draw(
                        props,
                        Action::Refuse(open.clone()),
                        props.t("proposals.refuse_all"),
                    ),
                ])),
                parts::tag("ul", "cards", html! {
                    for proposal in proposals.iter() {
                        { parts::keyed("li", "card", proposal.item, card(props, proposal)) }
                    }
                }),
                parts::tag("p", "actions", children![
                    props.button("profile.continue", "", Action::Go(Route::Sections)),
                    props.button("back.profile", "quiet", Action::Go(Route::Profile)),
                ]),
            ] }
        </section>
    }
}

fn card(props: &Props, proposal: &Proposal) -> Html {
    let item = proposal.item;
    let name = props.item(item).map(|item| format!("{} {}", item.id, item.name));
    let state = match proposal.state {
        ProposalState::Open => "proposals.open",
        ProposalState::Accepted => "proposals.accepted",
        ProposalState::Refused => "proposals.refused",
    };
    let one = |key: &str, class, action| {
        let label = format!("{}: {}", props.t(key), name.clone().unwrap_or_default());
        let button = Button {
            label: Some(label.into()),
            disabled: !props.state.may_edit(),
            ..Button::new(class)
        };
        button.draw(props, action, props.t(key))
    };
    children![
        parts::tag("h3", "", props.question_link(item, Origin::Sections)),
        parts::tag("p", "", AttrValue::from(proposal.reason.clone())),
        parts::tag("p", "state", props.t(state)),
        parts::tag(
            "p",
            "actions",
            children![
                if proposal.state != ProposalState::Accepted {
                    one("proposals.accept", "", Action::Accept(vec![item]))
                } else {
                    html! {}
                },
                if proposal.state != ProposalState::Refused {
                    one("proposals.refuse", "quiet", Action::Refuse(vec![item]))
                } else {
                    html! {}
                },
            ]
        ),
    ]
}
