//! What is to be told at the top: another tab writes, a file did not fit, a question that waits.

use super::frame::failure;
use super::problems::problem_list;
use crate::app::{Action, Confirmation, Download, Notice, Open};
use crate::view::parts::children;
use crate::view::{parts, Props};
use std::rc::Rc;
use yew::prelude::*;

/// All notices that there are.
pub(super) fn all(props: &Props) -> Html {
    children![
        parts::keyed("div", "", "elsewhere", elsewhere(props)),
        html! { <div key="notice" role="status">{ notice(props) }</div> },
        parts::keyed("div", "", "confirmation", confirmation(props)),
    ]
}

fn elsewhere(props: &Props) -> Html {
    let Open::Elsewhere(id) = &props.state.open else { return html! {} };
    html! {
        <div class="notice warn" role="alert">
            { children![
                parts::tag("p", "", children![
                    parts::tag("strong", "", props.t("elsewhere.title")),
                    " ",
                    props.t("elsewhere.text"),
                ]),
                parts::tag("p", "actions", props.button("elsewhere.take", "", Action::TakeOver(id.clone()))),
            ] }
        </div>
    }
}

fn notice(props: &Props) -> Html {
    let Some(notice) = &props.state.notice else { return html! {} };
    let (key, detail) = match notice {
        Notice::NotOpened(problem) => {
            ("notice.not_opened", problem_list(&props.text, std::slice::from_ref(problem)))
        }
        Notice::NotRead(why) => {
            ("notice.not_read", html! { { parts::tag("p", "", AttrValue::from(why.clone())) } })
        }
        Notice::Opened(problems) => ("notice.opened", problem_list(&props.text, problems)),
        Notice::Damaged(problem) => {
            ("notice.damaged", problem_list(&props.text, std::slice::from_ref(problem)))
        }
        Notice::Device(why) => {
            ("notice.device", html! { { parts::tag("p", "", failure(props, why)) } })
        }
    };
    parts::tag(
        "div",
        "notice",
        children![
            parts::tag("p", "", parts::tag("strong", "", props.t(key))),
            detail,
            parts::tag("p", "actions", props.button("notice.close", "quiet", Action::CloseNotice)),
        ],
    )
}

fn confirmation(props: &Props) -> Html {
    let Some(confirmation) = &props.state.confirmation else { return html! {} };
    let (title, text, yes, backup): (AttrValue, AttrValue, &str, Option<Rc<str>>) =
        match confirmation {
            Confirmation::Delete(id) => {
                let name = super::library::name_of(props, id);
                (
                    props.fill("delete.title", &[("name", &name)]),
                    props.t("delete.text"),
                    "delete.yes",
                    Some(id.clone()),
                )
            }
            Confirmation::DeleteAll => {
                let n = props.state.library.len() as u32;
                (
                    props.t("delete_all.title"),
                    props.count("delete_all.text", n, &[]),
                    "delete_all.yes",
                    None,
                )
            }
        };
    html! {
        <div class="notice stop" role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-text">
            { children![
                html! { <h2 id="ask-title" tabindex="-1" data-ask="">{ title }</h2> },
                html! { <p id="ask-text">{ text }</p> },
                parts::tag("p", "actions", children![
                    props.button("delete.no", "", Action::Ask(None)),
                    if let Some(id) = backup {
                        props.button(
                            "delete.download",
                            "quiet",
                            Action::Download(Download::SaveFileOf(id)),
                        )
                    } else {
                        html! {}
                    },
                    props.button(yes, "danger", Action::Confirm),
                ]),
            ] }
        </div>
    }
}
