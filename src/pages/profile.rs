//! About the organisation. Everything may be left out.

use crate::app::{Action, OrganisationEdit, Route};
use crate::model::assessment::{Mode, Size};
use crate::model::pack::{Named, ProfileQuestion};
use crate::rules::scoping::{self, ProposalState};
use crate::view::button::Button;
use crate::view::controls::{Choice, Field};
use crate::view::parts::children;
use crate::view::{parts, Props};
use std::rc::Rc;
use yew::prelude::*;

#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let assessment = &props.state.assessment;
    let organisation = &assessment.organisation;
    let open = scoping::proposals(&props.state.pack, assessment);
    let waiting = open.iter().filter(|p| p.state == ProposalState::Open).count() as u32;
    let edit = |edit: fn(Rc<str>) -> OrganisationEdit| Action::Organisation(edit("".into()));
    html! {
        <section aria-labelledby="profile-title">
            { children![
                parts::heading("profile-title", props.t("profile.title")),
                parts::tag("p", "lead", props.t("profile.lead")),
                html! {
                    <fieldset class="plain" disabled={!props.state.may_edit()}>
                        { children![
                            parts::tag("legend", "visually-hidden", props.t("profile.title")),
                            field(props, "name", &organisation.name, edit(OrganisationEdit::Name)),
                            size_field(props, organisation.size),
                            field(props, "sector", &organisation.sector, edit(OrganisationEdit::Sector)),
                            parts::keyed("div", "field", "scope", children![
                                html! {
                                    <label for="profile-scope">
                                        { props.t("profile.scope") }
                                    </label>
                                },
                                html! {
                                    <p class="hint" id="profile-scope-hint">
                                        { props.t("profile.scope_hint") }
                                    </p>
                                },
                                Field {
                                    describedby: Some("profile-scope-hint".into()),
                                    ..Field::lines("profile-scope", &organisation.scope, "3")
                                }
                                .draw(props, edit(OrganisationEdit::Scope)),
                            ]),
                            mode(props),
                        ] }
                    </fieldset>
                },
                parts::tag("h3", "", props.t("profile.scoping")),
                parts::tag("p", "", props.t("profile.scoping_lead")),
                parts::tag("div", "", html! {
                    for question in props.state.pack.profile.questions.iter() {
                        { parts::keyed("div", "", &*question.id, scoping_question(props, question)) }
                    }
                }),
                parts::tag("p", "actions", if waiting > 0 {
                    let words = props.count("profile.proposals", waiting, &[]);
                    Button::default().draw(props, Action::Go(Route::Proposals), words)
                } else if open.is_empty() {
                    props.button("profile.continue", "", Action::Go(Route::Sections))
                } else {
                    children![
                        props.button("profile.continue", "", Action::Go(Route::Sections)),
                        props.button("profile.see_proposals", "quiet", Action::Go(Route::Proposals)),
                    ]
                }),
            ] }
        </section>
    }
}

fn field(props: &Props, name: &'static str, value: &Rc<str>, edit: Action) -> Html {
    let label = props.t(&format!("profile.{name}"));
    let field = Field::text(format!("profile-{name}"), value);
    parts::keyed("div", "", name, field.labelled(props, label, edit))
}

fn size_field(props: &Props, chosen: Option<Size>) -> Html {
    parts::keyed(
        "fieldset",
        "question",
        "size",
        children![
            parts::tag("legend", "", props.t("profile.size")),
            parts::tag(
                "div",
                "options",
                html! {
                    for size in Size::ALL {
                        { parts::keyed("div", "", size.id(), option(
                            props,
                            "profile-size",
                            chosen == Some(size),
                            Action::Organisation(OrganisationEdit::Size(Some(size))),
                            props.fill("profile.people", &[("n", &size.id())]),
                        )) }
                    }
                }
            ),
            if chosen.is_some() {
                props.button("clear", "quiet", Action::Organisation(OrganisationEdit::Size(None)))
            } else {
                html! {}
            },
        ],
    )
}

fn mode(props: &Props) -> Html {
    parts::keyed(
        "fieldset",
        "question",
        "mode",
        children![
            parts::tag("legend", "", props.t("profile.mode")),
            parts::tag(
                "div",
                "options",
                html! {
                    for (mode, key) in [(Mode::Quick, "mode.quick_long"), (Mode::Full, "mode.full_long")] {
                        { parts::keyed("div", "", key, option(
                            props,
                            "profile-mode",
                            props.state.assessment.mode == mode,
                            Action::Mode(mode),
                            props.t(key),
                        )) }
                    }
                }
            ),
        ],
    )
}

fn scoping_question(props: &Props, question: &ProfileQuestion) -> Html {
    let chosen = props.state.assessment.organisation.choices.get(&question.id);
    let hint = format!("scoping-{}-hint", question.id);
    let id = &question.id;
    html! {
        <fieldset
            class="question"
            disabled={!props.state.may_edit()}
            aria-describedby={(!question.hint.is_empty()).then(|| hint.clone())}
        >
            { children![
                parts::tag("legend", "", AttrValue::from(question.question.clone())),
                parts::when(!question.hint.is_empty(), || html! {
                    <p class="hint" id={hint}>{ AttrValue::from(question.hint.clone()) }</p>
                }),
                parts::tag("div", "options", html! {
                    for option in question.options.iter() {
                        { parts::keyed("div", "", &*option.id, scoping_option(props, question, option)) }
                    }
                }),
                parts::when(!question.many && chosen.is_some(), || props.button(
                    "clear",
                    "quiet",
                    Action::Organisation(OrganisationEdit::ChooseOne(id.clone(), None)),
                )),
            ] }
        </fieldset>
    }
}

fn scoping_option(props: &Props, question: &ProfileQuestion, option: &Named) -> Html {
    let chosen = props.state.assessment.organisation.choices.get(&question.id);
    let choice = Choice {
        group: (!question.many).then(|| format!("scoping-{}", question.id)),
        checked: chosen.is_some_and(|chosen| chosen.contains(&option.id)),
        ..Choice::default()
    };
    let words = parts::tag("span", "", AttrValue::from(option.name.clone()));
    choice.draw(props, "option", words, choose(question, &option.id))
}

fn option(props: &Props, group: &str, checked: bool, choose: Action, words: AttrValue) -> Html {
    let choice = Choice { group: Some(group.into()), checked, ..Choice::default() };
    choice.draw(props, "option", parts::tag("span", "", words), choose)
}

fn choose(question: &ProfileQuestion, option: &Rc<str>) -> Action {
    let (id, option) = (question.id.clone(), option.clone());
    Action::Organisation(match question.many {
        true => OrganisationEdit::Tick(id, option, false),
        false => OrganisationEdit::ChooseOne(id, Some(option)),
    })
}
