//! The assessments on this device.

use crate::app::{Action, Confirmation, Download, FilePurpose, LibraryEntry, Open, Route};
use crate::model::assessment::Mode;
use crate::view::button::Button;
use crate::view::parts::children;
use crate::view::{parts, probe, Props};
use std::rc::Rc;
use yew::prelude::*;

/// The assessments on this device: open, rename, duplicate, download, delete.
#[inline(never)]
pub(super) fn view(props: &Props) -> Html {
    let library = &props.state.library;
    html! {
        <section aria-labelledby="library-title">
            { children![
                parts::heading("library-title", props.t("library.title")),
                parts::tag("p", "", props.t(if library.is_empty() { "library.empty" } else { "library.lead" })),
                parts::tag("ul", "library", html! {
                    for entry in library.iter() {
                        { parts::keyed("li", "", &*entry.id, card(props, entry)) }
                    }
                }),
                parts::tag("p", "actions", children![
                    props.button("start.quick.begin", "", Action::Begin(Mode::Quick)),
                    props.button("start.full.begin", "", Action::Begin(Mode::Full)),
                    props.button("library.open_file", "quiet", Action::PickFile(FilePurpose::Open)),
                ]),
                parts::when(!library.is_empty(), || children![
                    parts::tag("h3", "", props.t("library.delete_all.title")),
                    parts::tag("p", "", props.t("library.delete_all.text")),
                    parts::tag("p", "actions", props.button("delete_all.yes", "danger", Action::Ask(Some(Confirmation::DeleteAll)))),
                ]),
            ] }
        </section>
    }
}

fn card(props: &Props, entry: &LibraryEntry) -> Html {
    let id = &entry.id;
    let summary = &entry.summary;
    let open = matches!(&props.state.open, Open::Ours(open) | Open::Elsewhere(open) if open == id);
    let mode = props.t(match summary.mode {
        Mode::Quick => "mode.quick",
        Mode::Full => "mode.full",
    });
    let field = format!("name-{id}");
    let name = name_of(props, id);
    // Whoever hears the buttons of several assessments hears which one each belongs to.
    let button = |key: &str, class: &'static str, action| {
        let label = format!("{}: {name}", props.t(key));
        let button = Button { label: Some(label.into()), ..Button::new(class) };
        button.draw(props, action, props.t(key))
    };
    let copy = props.text.fill("library.copy_name", &[("name", &name)]);
    parts::tag(
        "article",
        "card",
        children![
            parts::tag("h3", "", AttrValue::from(name.clone())),
            parts::tag(
                "p",
                "",
                children![
                    mode,
                    ", ",
                    props.count(
                        "library.answered",
                        summary.answered,
                        &[("total", &summary.total), ("changed", &entry.changed)],
                    ),
                ]
            ),
            parts::tag(
                "p",
                "field",
                children![
                    html! {
                        <label for={field.clone()}>{ props.t("library.name") }</label>
                    },
                    name_field(props, field, entry, open && !props.state.may_edit()),
                ]
            ),
            parts::tag(
                "p",
                "actions",
                children![
                    button("library.open", "", Action::Open(id.clone())),
                    button("library.duplicate", "quiet", Action::Duplicate(id.clone(), copy)),
                    button(
                        "library.download",
                        "quiet",
                        Action::Download(Download::SaveFileOf(id.clone()))
                    ),
                    button(
                        "library.delete",
                        "danger",
                        Action::Ask(Some(Confirmation::Delete(id.clone())))
                    ),
                ]
            ),
        ],
    )
}

/// The field for a name. What is typed is kept apart until it is entered, so that neither each
/// letter is a write nor a report of the device takes letters away.
fn name_field(props: &Props, id: String, entry: &LibraryEntry, disabled: bool) -> Html {
    let typed = props.state.typed_name.as_ref().filter(|(id, _)| *id == entry.id);
    let value = typed.map_or(&entry.summary.name, |(_, typed)| typed).clone();
    let renamed = &entry.id;
    let typed = Action::TypeName(renamed.clone(), "".into());
    let probe = probe::attribute(&typed);
    let oninput = props.typed(typed);
    let onchange = props.entered(Action::Rename(renamed.clone(), "".into()));
    html! {
        <input {id} type="text" {value} {oninput} {onchange} autocomplete="off" {disabled}
            data-action={probe} />
    }
}

/// What an assessment is called: its own name, the organisation's, or "Unnamed".
pub(super) fn name_of(props: &Props, id: &str) -> Rc<str> {
    let summary = props.state.library.iter().find(|entry| *entry.id == *id).map(|s| &s.summary);
    let named = summary.and_then(|summary| {
        [&summary.name, &summary.organisation].into_iter().find(|name| !name.trim().is_empty())
    });
    named.cloned().unwrap_or_else(|| props.text.get("library.unnamed"))
}

/// The assessment that was used last, with its progress and the place where the reader stopped.
pub(super) fn resume(props: &Props) -> Html {
    let state = &props.state;
    let Some(last) = state.library.first() else { return html! {} };
    let summary = &last.summary;
    let name = name_of(props, &last.id);
    let (n, total) = (summary.answered, summary.total);
    let stopped = state.pack.find(&summary.last).and_then(|item| props.item(item));
    children![
        parts::tag("h3", "", AttrValue::from(name)),
        html! { <progress value={n.to_string()} max={total.to_string()} aria-hidden="true" /> },
        parts::tag(
            "p",
            "",
            props.count("start.resume_what", n, &[("total", &total), ("changed", &last.changed)]),
        ),
        stopped.map_or_else(
            || html! {},
            |item| {
                let place = props.fill("start.stopped", &[("name", &item.name)]);
                parts::tag("p", "hint", place)
            }
        ),
        parts::tag(
            "p",
            "actions",
            children![
                props.button("start.resume", "", Action::Open(last.id.clone())),
                parts::when(state.library.len() > 1, || {
                    props.button("start.all", "quiet", Action::Go(Route::Library))
                }),
            ]
        ),
    ]
}
