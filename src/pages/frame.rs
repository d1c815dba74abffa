//! What surrounds every view: where to go, undo, whether everything is saved, and what is to be told.

use super::notice;
use crate::app::{Action, Announcement, Download, Failure, Open, Route, Saving};
use crate::view::button::Button;
use crate::view::parts::children;
use crate::view::{event, parts, Props};
use std::mem::discriminant;
use yew::prelude::*;

/// The frame around a view. The key makes a new view a new element, so that its place on the page
/// and its form controls start over.
#[inline(never)]
pub(super) fn view(props: &Props, key: &'static str, children: Html) -> Html {
    let open = props.state.open != Open::Nothing;
    html! {
        <div class="widget" onkeydown={keys(props)}>
            { children![
                parts::keyed("div", "top", "top", children![
                    parts::when(open, || nav(props)),
                    parts::when(open, || tools(props)),
                ]),
                parts::keyed("div", "notices", "notices", notice::all(props)),
                parts::keyed("div", "view", key, children),
                html! {
                    <p class="visually-hidden" role="status" key="announcement">{ announcement(props) }</p>
                },
                parts::keyed("p", "small print", "notice", AttrValue::from(props.state.pack.notice.clone())),
            ] }
        </div>
    }
}

fn nav(props: &Props) -> Html {
    let places = [
        ("nav.sections", Route::Sections),
        ("nav.profile", Route::Profile),
        ("nav.search", Route::Search),
        ("nav.check", Route::Check),
        ("nav.result", Route::RESULT),
        ("nav.library", Route::Library),
    ];
    html! {
        <nav aria-label={props.t("nav.label")}>
            { parts::tag("ul", "", html! {
                for (key, view) in places {
                    { parts::keyed("li", "", key, {
                        // The pages of the report belong to the result.
                        let current = discriminant(&props.state.route) == discriminant(&view);
                        let button = Button { current, ..Button::new("link") };
                        button.draw(props, Action::Go(view), props.t(key))
                    }) }
                }
            }) }
        </nav>
    }
}

fn tools(props: &Props) -> Html {
    let history = &props.state.history;
    let editable = props.state.may_edit();
    parts::tag(
        "div",
        "tools",
        children![
            Button {
                shortcuts: Some("Control+Z Meta+Z"),
                disabled: !editable || !history.can_undo(),
                ..Button::new("quiet")
            }
            .draw(props, Action::Undo, props.t("undo")),
            Button {
                shortcuts: Some("Control+Shift+Z Meta+Shift+Z Control+Y"),
                disabled: !editable || !history.can_redo(),
                ..Button::new("quiet")
            }
            .draw(props, Action::Redo, props.t("redo")),
            saving(props),
        ],
    )
}

fn saving(props: &Props) -> Html {
    if !props.state.may_edit() {
        return parts::tag("p", "saving", props.t("saving.elsewhere"));
    }
    let words: AttrValue = match &props.state.saving {
        Saving::Nothing => props.t("saving.nothing"),
        Saving::Busy => props.t("saving.busy"),
        Saving::Done(at) | Saving::Soon(at) => props.fill("saving.done", &[("at", at)]),
        Saving::Failed(failure) => return failed(props, failure),
    };
    let class = match props.state.saving {
        Saving::Busy => "saving busy",
        Saving::Soon(_) => "saving soon",
        Saving::Done(_) => "saving done",
        _ => "saving",
    };
    parts::tag("p", class, words)
}

fn failed(props: &Props, why: &Failure) -> Html {
    html! {
        <div class="saving failed" role="alert">
            { children![
                parts::tag("p", "", children![
                    parts::tag("strong", "", props.t("saving.failed")),
                    " ",
                    failure(props, why),
                ]),
                parts::tag("p", "actions", children![
                    props.button("saving.download", "", Action::Download(Download::SaveFile)),
                    props.button(
                        "saving.again",
                        "quiet",
                        Action::SaveAgain,
                    ),
                ]),
            ] }
        </div>
    }
}

/// Why the device did not do something, in words.
pub(super) fn failure(props: &Props, failure: &Failure) -> AttrValue {
    match failure {
        Failure::Blocked => props.t("failure.blocked"),
        Failure::Full => props.t("failure.full"),
        Failure::Overtaken => props.t("failure.overtaken"),
        Failure::Missing => props.t("failure.missing"),
        Failure::Other(why) => props.fill("failure.other", &[("why", why)]),
    }
}

/// Ctrl+Z and its kin. A text field keeps its own undo.
fn keys(props: &Props) -> Callback<KeyboardEvent> {
    let send = props.send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key())
            || event.alt_key()
            || event::in_text_field(&event)
        {
            return;
        }
        let action = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Action::Undo,
            ("z", true) | ("y", false) => Action::Redo,
            _ => return,
        };
        event.prevent_default();
        send.emit(action);
    })
}

fn announcement(props: &Props) -> Html {
    let (number, sentence) = &props.state.announcement;
    let place = |item: &Option<_>| match item.and_then(|item| props.item(item)) {
        Some(item) => format!("{} {}", item.id, item.name).into(),
        None => props.text.get("nav.profile"),
    };
    let words: AttrValue = match sentence {
        None => "".into(),
        Some(Announcement::Undone(item)) => {
            props.fill("announcement.undone", &[("place", &place(item))])
        }
        Some(Announcement::Redone(item)) => {
            props.fill("announcement.redone", &[("place", &place(item))])
        }
        Some(Announcement::NothingToUndo) => props.t("announcement.nothing_to_undo"),
        Some(Announcement::NothingToRedo) => props.t("announcement.nothing_to_redo"),
    };
    parts::keyed("span", "", *number, words)
}
