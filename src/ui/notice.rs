//! What is to be told at the top: another tab writes, a file did not fit, a question that waits.

use super::frame::failure;
use super::parts::p;
use super::problems::problem_list;
use super::Props;
use crate::state::{Action, Asking, Command, Download, Notice, Open};
use std::rc::Rc;
use yew::prelude::*;

/// All notices that there are.
pub(super) fn all(props: &Props) -> Html {
    html! {
        <>
            <div key="elsewhere">{ elsewhere(props) }</div>
            <div key="notice" role="status">{ notice(props) }</div>
            <div key="asking">{ asking(props) }</div>
        </>
    }
}

fn elsewhere(props: &Props) -> Html {
    let Open::Elsewhere(id) = &props.state.open else { return html! {} };
    html! {
        <div class="notice warn" role="alert">
            <p><strong>{ props.say("elsewhere.title") }</strong>{ " " }{ props.say("elsewhere.text") }</p>
            <p class="actions">
                { props.button("elsewhere.take", "", Action::Do(Command::TakeOver(id.clone()))) }
            </p>
        </div>
    }
}

fn notice(props: &Props) -> Html {
    let Some(notice) = &props.state.notice else { return html! {} };
    let (key, detail) = match notice {
        Notice::NotOpened(problem) => {
            ("notice.not_opened", problem_list(&props.text, std::slice::from_ref(problem)))
        }
        Notice::NotRead(why) => ("notice.not_read", p("", AttrValue::from(why.clone()))),
        Notice::Opened(problems) => ("notice.opened", problem_list(&props.text, problems)),
        Notice::Damaged(problem) => {
            ("notice.damaged", problem_list(&props.text, std::slice::from_ref(problem)))
        }
        Notice::Device(why) => ("notice.device", p("", failure(props, why))),
    };
    html! {
        <div class="notice">
            <p><strong>{ props.say(key) }</strong></p>
            { detail }
            { p("actions", props.button("notice.close", "quiet", Action::CloseNotice)) }
        </div>
    }
}

fn asking(props: &Props) -> Html {
    let Some(asking) = &props.state.asking else { return html! {} };
    let (title, text, yes, backup): (AttrValue, AttrValue, &str, Option<Rc<str>>) = match asking {
        Asking::Delete(id) => {
            let name = super::shelf::name_of(props, id);
            (
                props.fill("delete.title", &[("name", &name)]),
                props.say("delete.text"),
                "delete.yes",
                Some(id.clone()),
            )
        }
        Asking::DeleteAll => {
            let n = props.state.shelf.len() as u32;
            (
                props.say("delete_all.title"),
                props.count("delete_all.text", n, &[]),
                "delete_all.yes",
                None,
            )
        }
    };
    html! {
        <div class="notice stop" role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-text">
            <h2 id="ask-title" tabindex="-1">{ title }</h2>
            <p id="ask-text">{ text }</p>
            <p class="actions">
                { props.button("delete.no", "", Action::Ask(None)) }
                if let Some(id) = backup {
                    { props.button(
                        "delete.download",
                        "quiet",
                        Action::Do(Command::Download(Download::SaveFileOf(id))),
                    ) }
                }
                { props.button(yes, "danger", Action::Confirm) }
            </p>
        </div>
    }
}
