//! What surrounds every view: where to go, how far one is, whether everything is saved, and what is
//! to be told.

use super::later::{later, Later};
use super::{notice, progress};
use crate::app::{
    Action, Announcement, Download, Failure, Open, Origin, ReportPage, Route, Saving,
};
use crate::view::button::Button;
use crate::view::parts::children;
use crate::view::{event, parts, Props};
use yew::prelude::*;

/// The places that everybody needs.
pub(super) const PLACES: [(&str, Route); 3] = [
    ("nav.sections", Route::Sections),
    ("nav.result", Route::RESULT),
    ("nav.plan", Route::Report(ReportPage::Plan)),
];

/// The frame around a view. The key makes a new view a new element, so that its place on the page
/// and its form controls start over.
#[inline(never)]
pub(super) fn view(props: &Props, key: &'static str, children: Html) -> Html {
    let open = props.state.open != Open::Nothing;
    html! {
        <div class="widget" part="widget" onkeydown={keys(props)}>
            { children![
                parts::keyed("div", "top", "top", parts::when(open, || bar(props))),
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

/// One line: back and progress while questions are asked, the three places that everybody needs,
/// whether everything is saved, and the menu with the rest.
fn bar(props: &Props) -> Html {
    let state = &props.state;
    let asking = match state.route {
        Route::Question { item, from } => Some((item, from)),
        _ => None,
    };
    let menu = Button {
        expanded: Some(state.menu),
        controls: Some("menu"),
        id: Some("menu-button"),
        ..Button::new("quiet menu")
    };
    html! {
        <nav part="bar" aria-label={props.t("nav.label")}>
            { children![
                parts::tag("div", if asking.is_some() { "navigation asking" } else { "navigation" }, children![
                    asking.map_or_else(|| html! {}, |(item, from)| children![
                        back(props, item, from),
                        progress::view(props),
                    ]),
                    places(props),
                    saving(props),
                    menu.draw(props, Action::Menu(!state.menu), props.t("nav.menu")),
                ]),
                html! {
                    <div id="menu" hidden={!state.menu}>
                        { parts::when(state.menu, || later(props, Later::Menu)) }
                    </div>
                },
                parts::when(matches!(state.saving, Saving::Failed(_)) && state.may_edit(), || failed(props)),
            ] }
        </nav>
    }
}

/// Where the reader came from, or the question before.
fn back(props: &Props, item: usize, from: Origin) -> Html {
    let before = props.state.before(item).filter(|_| from == Origin::Sections);
    let (key, route) = match before {
        Some(item) => ("page.before", Route::Question { item, from }),
        None => (back_to(from), props.state.origin(from)),
    };
    let button = Button { label: Some(props.t(key)), ..Button::new("link back") };
    button.draw(props, Action::Go(route), "")
}

fn back_to(from: Origin) -> &'static str {
    match from {
        Origin::Sections => "back.sections",
        Origin::Search => "back.search",
        Origin::Check => "back.check",
        Origin::Way => "back.way",
        Origin::Result => "back.result",
    }
}

fn places(props: &Props) -> Html {
    let plan = Route::Report(ReportPage::Plan);
    let here = match props.state.route {
        Route::Question { .. } | Route::Sections => Some(Route::Sections),
        route if route == plan => Some(plan),
        Route::Report(_) => Some(Route::RESULT),
        _ => None,
    };
    parts::tag(
        "ul",
        "places",
        html! {
            for (key, route) in PLACES {
                { parts::keyed("li", "", key, {
                    let button = Button { current: here == Some(route), ..Button::new("link") };
                    button.draw(props, Action::Go(route), props.t(key))
                }) }
            }
        },
    )
}

/// A sign that all is saved, whose words show where there is room.
fn saving(props: &Props) -> Html {
    let class = match props.state.saving {
        _ if !props.state.may_edit() => "saving",
        Saving::Busy => "saving busy",
        Saving::Soon(_) => "saving soon",
        Saving::Done(_) => "saving done",
        Saving::Nothing | Saving::Failed(_) => "saving",
    };
    parts::tag("p", class, parts::tag("span", "words", saved(props)))
}

/// Whether everything is saved, in words.
pub(super) fn saved(props: &Props) -> AttrValue {
    match &props.state.saving {
        _ if !props.state.may_edit() => props.t("saving.elsewhere"),
        Saving::Nothing => props.t("saving.nothing"),
        Saving::Busy => props.t("saving.busy"),
        Saving::Done(at) | Saving::Soon(at) => props.fill("saving.done", &[("at", at)]),
        Saving::Failed(_) => props.t("saving.failed"),
    }
}

fn failed(props: &Props) -> Html {
    let Saving::Failed(why) = &props.state.saving else { return html! {} };
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

/// Ctrl+Z and its kin, and Escape for the menu. A text field keeps its own undo.
fn keys(props: &Props) -> Callback<KeyboardEvent> {
    let (send, menu) = (props.send.clone(), props.state.menu);
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        if menu && key == "Escape" {
            send.emit(Action::Menu(false).then_focus("menu-button"));
        }
        if !(event.ctrl_key() || event.meta_key())
            || event.alt_key()
            || event::in_text_field(&event)
        {
            return;
        }
        let action = match (key.to_ascii_lowercase().as_str(), event.shift_key()) {
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
