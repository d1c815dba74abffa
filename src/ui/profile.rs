//! About the organisation. Everything may be left out.

use super::parts::{h3, p, span, title};
use super::{event, Props};
use crate::answers::{Mode, Size};
use crate::pack::ProfileQuestion;
use crate::scoping::{self, ProposalState};
use crate::state::{Action, OrganisationEdit, View};
use std::rc::Rc;
use yew::prelude::*;

/// The profile form.
pub(super) fn view(props: &Props) -> Html {
    let answers = &props.state.answers;
    let organisation = &answers.organisation;
    let open = scoping::proposals(&props.state.pack, answers);
    let waiting = open.iter().filter(|p| p.state == ProposalState::Open).count() as u32;
    let edit = |edit: fn(Rc<str>) -> OrganisationEdit| {
        props.typed(move |text| Action::Organisation(edit(text)))
    };
    html! {
        <section aria-labelledby="profile-title">
            { title("profile-title", props.say("profile.title")) }
            { p("lead", props.say("profile.lead")) }
            <fieldset class="plain" disabled={!props.state.may_edit()}>
                <legend class="visually-hidden">{ props.say("profile.title") }</legend>
                { field(props, "name", &organisation.name, edit(OrganisationEdit::Name)) }
                { size(props, organisation.size) }
                { field(props, "sector", &organisation.sector, edit(OrganisationEdit::Sector)) }
                <div class="field" key="scope">
                    <label for="profile-scope">{ props.say("profile.scope") }</label>
                    <p class="hint" id="profile-scope-hint">{ props.say("profile.scope_hint") }</p>
                    <textarea
                        id="profile-scope"
                        rows="3"
                        aria-describedby="profile-scope-hint"
                        value={organisation.scope.clone()}
                        oninput={edit(OrganisationEdit::Scope)}
                    />
                </div>
                { mode(props) }
            </fieldset>
            { h3(props.say("profile.scoping")) }
            { p("", props.say("profile.scoping_lead")) }
            <div>
                for question in props.state.pack.profile.questions.iter() {
                    <div key={&*question.id}>{ scoping_question(props, question) }</div>
                }
            </div>
            <p class="actions">
                if waiting > 0 {
                    <button type="button" onclick={props.on(Action::Go(View::Proposals))}>
                        { props.count("profile.proposals", waiting, &[]) }
                    </button>
                } else if open.is_empty() {
                    { props.button("profile.continue", "", Action::Go(View::Sections)) }
                } else {
                    { props.button("profile.continue", "", Action::Go(View::Sections)) }
                    { props.button("profile.see_proposals", "quiet", Action::Go(View::Proposals)) }
                }
            </p>
        </section>
    }
}

fn field(props: &Props, name: &str, value: &Rc<str>, oninput: Callback<InputEvent>) -> Html {
    let id = format!("profile-{name}");
    html! {
        <div class="field" key={name.to_owned()}>
            <label for={id.clone()}>{ props.say(&format!("profile.{name}")) }</label>
            <input {id} type="text" value={value.clone()} {oninput} autocomplete="off" />
        </div>
    }
}

fn size(props: &Props, chosen: Option<Size>) -> Html {
    html! {
        <fieldset class="question" key="size">
            <legend>{ props.say("profile.size") }</legend>
            <div class="options">
                for size in Size::ALL {
                    <label class="option" key={size.id()}>
                        <input
                            type="radio"
                            name="profile-size"
                            checked={chosen == Some(size)}
                            onchange={props.on(Action::Organisation(OrganisationEdit::Size(Some(size))))}
                        />
                        { span("", props.fill("profile.people", &[("n", &size.id())])) }
                    </label>
                }
            </div>
            if chosen.is_some() {
                { props.button("clear", "quiet", Action::Organisation(OrganisationEdit::Size(None))) }
            }
        </fieldset>
    }
}

fn mode(props: &Props) -> Html {
    html! {
        <fieldset class="question" key="mode">
            <legend>{ props.say("profile.mode") }</legend>
            <div class="options">
                for (mode, key) in [(Mode::Quick, "mode.quick_long"), (Mode::Full, "mode.full_long")] {
                    <label class="option" {key}>
                        <input
                            type="radio"
                            name="profile-mode"
                            checked={props.state.answers.mode == mode}
                            onchange={props.on(Action::Mode(mode))}
                        />
                        { span("", props.say(key)) }
                    </label>
                }
            </div>
        </fieldset>
    }
}

fn scoping_question(props: &Props, question: &ProfileQuestion) -> Html {
    let chosen = props.state.answers.organisation.choices.get(&question.id);
    let name = format!("scoping-{}", question.id);
    let hint = format!("{name}-hint");
    let id = &question.id;
    html! {
        <fieldset
            class="question"
            disabled={!props.state.may_edit()}
            aria-describedby={(!question.hint.is_empty()).then(|| hint.clone())}
        >
            <legend>{ AttrValue::from(question.question.clone()) }</legend>
            if !question.hint.is_empty() {
                <p class="hint" id={hint}>{ AttrValue::from(question.hint.clone()) }</p>
            }
            <div class="options">
                for option in question.options.iter() {
                    <label class="option" key={&*option.id}>
                        <input
                            type={if question.many { "checkbox" } else { "radio" }}
                            name={name.clone()}
                            checked={chosen.is_some_and(|chosen| chosen.contains(&option.id))}
                            onchange={choose(props, question, &option.id)}
                        />
                        { span("", AttrValue::from(option.name.clone())) }
                    </label>
                }
            </div>
            if !question.many && chosen.is_some() {
                { props.button(
                    "clear",
                    "quiet",
                    Action::Organisation(OrganisationEdit::ChooseOne(id.clone(), None)),
                ) }
            }
        </fieldset>
    }
}

fn choose(props: &Props, question: &ProfileQuestion, option: &Rc<str>) -> Callback<Event> {
    let (send, many) = (props.send.clone(), question.many);
    let (question, option) = (question.id.clone(), option.clone());
    Callback::from(move |event: Event| {
        let (question, option) = (question.clone(), option.clone());
        send.emit(Action::Organisation(match many {
            true => OrganisationEdit::Tick(question, option, event::ticked(&event)),
            false => OrganisationEdit::ChooseOne(question, Some(option)),
        }));
    })
}
