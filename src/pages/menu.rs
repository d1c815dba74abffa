//! The menu: undo, the places that not everybody needs, how questions are shown, what is saved.

use super::frame::{saved, PLACES};
use crate::app::{Action, Layout, Preferences, Route};
use crate::model::assessment::Mode;
use crate::view::button::Button;
use crate::view::controls::Choice;
use crate::view::parts::children;
use crate::view::{parts, Props};
use yew::prelude::*;

pub(super) fn view(props: &Props) -> Html {
    let history = &props.state.history;
    let may = |can: bool| props.state.may_edit() && can;
    let undo = Button {
        shortcuts: Some("Control+Z Meta+Z"),
        idle: !may(history.can_undo()),
        ..Button::new("quiet")
    };
    let redo = Button {
        shortcuts: Some("Control+Shift+Z Meta+Shift+Z Control+Y"),
        idle: !may(history.can_redo()),
        ..Button::new("quiet")
    };
    children![
        parts::tag(
            "p",
            "actions",
            children![
                undo.draw(props, Action::Undo, props.t("undo")),
                redo.draw(props, Action::Redo, props.t("redo")),
            ]
        ),
        places(props),
        settings(props),
        parts::tag("p", "hint", saved(props)),
    ]
}

fn places(props: &Props) -> Html {
    // At a question a narrow screen has no room for these in its line.
    let asking = matches!(props.state.route, Route::Question { .. });
    let first = PLACES.into_iter().filter(|_| asking);
    let places = [
        ("nav.profile", Route::Profile),
        ("nav.search", Route::Search),
        ("nav.check", Route::Check),
        ("nav.way", Route::Way),
        ("nav.library", Route::Library),
        ("nav.start", Route::Start),
    ];
    parts::tag(
        "ul",
        "",
        html! {
            for (key, route) in first.chain(places) {
                { parts::keyed("li", "", key, {
                    let current = props.state.route == route;
                    let button = Button { current, ..Button::new("link") };
                    button.draw(props, Action::Go(route), props.t(key))
                }) }
            }
        },
    )
}

/// How the reader likes to answer.
fn settings(props: &Props) -> Html {
    let now = props.state.preferences;
    let layout = props.state.layout();
    let tick = |checked, key: &str, preferences| {
        let words = parts::tag("span", "", props.t(key));
        Choice::tick(checked, false).draw(props, "option", words, Action::Prefer(preferences))
    };
    children![
        html! {
            <div class="switch" role="group" aria-label={props.t("layout.label")}>
                for (choice, key) in Layout::ALL.into_iter().zip(["layout.few", "layout.one", "layout.meeting"]) {
                    { parts::keyed("span", "", key, parts::when(props.state.wide || choice != Layout::Meeting, || {
                        let button = Button { pressed: Some(layout == choice), ..Button::new("quiet") };
                        let preferences = Preferences { layout: Some(choice), ..now };
                        button.draw(props, Action::Prefer(preferences), props.t(key))
                    })) }
                }
            </div>
        },
        tick(now.go_on, "prefer.go_on", Preferences { go_on: !now.go_on, ..now }),
        // Single keys suit who has a keyboard and all questions before them.
        parts::when(props.state.wide && props.state.assessment.mode == Mode::Full, || {
            tick(now.keys, "prefer.keys", Preferences { keys: !now.keys, ..now })
        }),
    ]
}
